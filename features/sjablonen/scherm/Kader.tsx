import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { useSearchParams } from '../../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import { Tabs } from '../../../web/ui/layout/Tabs.tsx';

type Data<T> = { gemeenteId: string | undefined; vraag: UseQueryResult<T, Problem> };

/** Het deel van de brieven van de gekozen gemeente; zonder keuze de eerste. */
export function useGemeenteData<T>(deel: 'sjablonen' | 'huisstijl' | 'mandaten'): Data<T> {
  const ik = useIk();
  const [adres] = useSearchParams();
  const gemeenteId = adres.gemeente ?? ik.data?.gemeenten[0]?.id;
  const vraag = useQuery<T, Problem>({
    queryKey: [deel, gemeenteId],
    queryFn: ({ signal }) => api.get<T>(`/v1/gemeenten/${gemeenteId}/${deel}`, { signal }),
    enabled: gemeenteId !== undefined,
  });
  return { gemeenteId, vraag };
}

const DELEN = [
  ['Teksten', '/beheer/sjablonen'],
  ['Huisstijl', '/beheer/huisstijl'],
  ['Wie tekent', '/beheer/mandaten'],
] as const;

type KaderProps = { data: Data<unknown>; titel: string; lead: string; children: ReactNode };

/** Titel, delen en gemeente; met laden, fout en leeg op één plek. */
export function Kader({ data: { vraag, gemeenteId }, titel, lead, children }: KaderProps) {
  const ik = useIk();
  const [adres, wijzigAdres] = useSearchParams();
  const gemeenten = ik.data?.gemeenten ?? [];
  const achter = adres.gemeente ? `?gemeente=${adres.gemeente}` : '';
  return (
    <div className="m-stack">
      <PageTitle title={titel} lead={lead} />
      <Tabs
        label="Brieven"
        tabs={DELEN.map(([naam, href]) => ({ naam, href: `${href}${achter}` }))}
      />
      {gemeenten.length > 1 && (
        <div className="sjabloon-gemeente">
          <Select
            label="Gemeente"
            value={gemeenteId ?? ''}
            onChange={(gemeente) => wijzigAdres({ gemeente })}
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
          />
        </div>
      )}
      {vraag.isPending && gemeenteId && <Skeleton lines={10} />}
      {vraag.isError && <ErrorState error={vraag.error} onRetry={() => void vraag.refetch()} />}
      {ik.isSuccess && gemeenten.length === 0 && (
        <EmptyState title="Uw organisatie heeft nog geen taken">
          Vraag de gemeente om een taak aan uw organisatie te geven.
        </EmptyState>
      )}
      {children}
    </div>
  );
}
