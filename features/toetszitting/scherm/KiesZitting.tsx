import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { ZittingLijst } from '../zitting.schema.ts';
import { useUitnodigen } from './uitnodigen.tsx';
import { ruimte, uur } from './woorden.ts';

const VRAAG = { staat: 'gepland', vrij: true, page: 1, pageSize: 50 } as const;

type Props = { dossierIds: string[]; onSluit: () => void; onKlaar: () => void };

/** Which session for the people that were ticked. */
export function KiesZitting({ dossierIds, onSluit, onKlaar }: Props) {
  const [zittingId, setZitting] = useState('');
  const [bijOproep, setBijOproep] = useState(false);
  const stuur = useUitnodigen(onKlaar);
  const lijst = useQuery<ZittingLijst, Problem>({
    queryKey: ['toetszittingen', VRAAG],
    queryFn: ({ signal }) => api.post<ZittingLijst>('/v1/toetszittingen/_zoek', VRAAG, { signal }),
  });
  const opties = (lijst.data?.items ?? []).map((z) => ({
    value: z.zittingId,
    label: `${formatDate(z.datum, 'datum')} om ${uur(z.tijd)}, ${z.plaats}`,
    hint: `${ruimte(z)}${z.gemeenten.length > 1 ? `; ${z.gemeenten.join(', ')}` : ''}`,
  }));
  return (
    <Dialog
      open
      title={`Zitting kiezen voor ${dossierIds.length === 1 ? '1 persoon' : `${dossierIds.length} mensen`}`}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            disabled={!zittingId}
            onClick={() => stuur.mutate({ zittingId, dossierIds, bijOproep })}
          >
            Uitnodigen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && <Weigering fout={stuur.error} />}
        {lijst.isPending && <Skeleton lines={4} />}
        {lijst.isError && <ErrorState error={lijst.error} />}
        {lijst.data && opties.length === 0 && (
          <EmptyState title="Er is geen zitting met een vrije laptop.">
            Plan eerst een zitting.
          </EmptyState>
        )}
        {opties.length > 0 && (
          <>
            <RadioGroup label="Zitting" value={zittingId} options={opties} onChange={setZitting} />
            <BijOproep waarde={bijOproep} zet={setBijOproep} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Whether not coming counts as missing the oproep. */
export function BijOproep({ waarde, zet }: { waarde: boolean; zet: (aan: boolean) => void }) {
  return (
    <Checkbox
      label="De toets hoort bij de oproep voor de intake"
      hint="Alleen voor wie nu een oproep heeft die op die dag nog loopt. Komt die persoon niet, dan telt dat als een gemiste oproep. Zonder vinkje heeft niet komen geen gevolg."
      checked={waarde}
      onChange={zet}
    />
  );
}
