import { useQuery } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { ErrorState, Skeleton } from '../../web/ui/feedback/States.tsx';
import { Link, usePathParam } from '../../web/ui/layout/Link.tsx';
import { BeginKaart, DigitaalKaart } from './begin/BeginKaart.tsx';
import type { Metingen, Scores } from './meting.schema.ts';
import { CijfersKaart, MomentenKaart } from './scherm/MeetKaarten.tsx';
import './scherm/meting.css';

function useVraag<T>(dossierId: string, deel: string, aan = true) {
  return useQuery<T, Problem>({
    queryKey: ['dossier', dossierId, deel],
    queryFn: ({ signal }) => api.get<T>(`/v1/dossiers/${dossierId}/${deel}`, { signal }),
    enabled: aan,
  });
}

function Cijfers({ dossierId, beeld }: { dossierId: string; beeld: Metingen }) {
  const scores = useVraag<Scores>(dossierId, 'metingen/scores', beeld.mag.meten);
  if (!beeld.mag.meten) return null;
  if (scores.isError) {
    return <ErrorState error={scores.error} onRetry={() => void scores.refetch()} />;
  }
  if (!scores.data) return <Skeleton lines={6} label="Cijfers laden…" />;
  return <CijfersKaart dossierId={dossierId} beeld={beeld} scores={scores.data} />;
}

/** Hoe het met iemand gaat in eigen cijfers, hoe zij begon, en wat digitaal past. */
export function MetingScreen() {
  const dossierId = usePathParam('dossierId');
  const vraag = useVraag<Metingen>(dossierId, 'metingen');
  if (vraag.isError && !vraag.data) {
    return <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />;
  }
  const beeld = vraag.data;
  if (!beeld) return <Skeleton lines={8} label="Metingen laden…" />;
  const basis = `/inburgeraars/${dossierId}`;
  return (
    <div className="m-stack">
      <div className="m-row m-row--between">
        <h2>Hoe gaat het, en hoe begon het</h2>
        {beeld.mag.intake ? (
          <Link href={`${basis}/intake`}>Terug naar de intake</Link>
        ) : (
          <Link href={`${basis}/traject`}>Terug naar het traject</Link>
        )}
      </div>
      <div className="m-split">
        <div className="m-stack">
          <MomentenKaart dossierId={dossierId} beeld={beeld} />
          <Cijfers dossierId={dossierId} beeld={beeld} />
          {beeld.mag.intake && <BeginKaart dossierId={dossierId} />}
        </div>
        {beeld.mag.intake && (
          <div className="m-stack">
            <DigitaalKaart dossierId={dossierId} />
          </div>
        )}
      </div>
    </div>
  );
}
