import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Link } from '../../../web/ui/layout/Link.tsx';

type Telling = { teLaat: number; dreigt: number };

/** Eén regel als er van de eigen mensen een PIP te laat dreigt; anders niets. */
export function PrognoseRegel() {
  const mag = useIk().data?.mag.includes('intake.lezen') ?? false;
  const { data } = useQuery<Telling, Problem>({
    queryKey: ['prognose', 'telling'],
    enabled: mag,
    staleTime: 60_000,
    queryFn: ({ signal }) => api.get<Telling>('/v1/prognose/telling', { signal }),
  });
  if (!data || data.dreigt === 0) return null;
  const n = data.dreigt;
  return (
    <p className="m-quiet">
      Bij {n === 1 ? 'één van uw mensen' : `${n} van uw mensen`} dreigt het PIP te laat te komen.{' '}
      <Link href="/prognose?klantmanager=mijn">Bekijk waarom</Link>
    </p>
  );
}
