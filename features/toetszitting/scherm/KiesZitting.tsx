import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { opsomming } from '../../../rules/shared/tekst.ts';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { EmptyState, ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { TochPlannen } from '../../../web/ui/form/TochPlannen.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { ZittingLijst } from '../zitting.schema.ts';
import { type Gekozen, TOCH, useUitnodigen } from './uitnodigen.tsx';
import { ruimte, uur } from './woorden.ts';

const VRAAG = { staat: 'gepland', vrij: true, page: 1, pageSize: 50 } as const;

type Props = { gekozen: Gekozen; onSluit: () => void; onKlaar: () => void };

/** Which session for the people that were ticked. */
export function KiesZitting({ gekozen, onSluit, onKlaar }: Props) {
  const [zittingId, setZitting] = useState('');
  const [bijOproep, setBijOproep] = useState(false);
  const [tochPlannen, setToch] = useState(false);
  const stuur = useUitnodigen(onKlaar);
  const namen = [...gekozen.values()];
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
      title={`Zitting kiezen voor ${namen.length === 1 ? namen[0] : `${namen.length} mensen`}`}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            disabled={!zittingId}
            onClick={() =>
              stuur.mutate({ zittingId, dossierIds: [...gekozen.keys()], bijOproep, tochPlannen })
            }
          >
            Uitnodigen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {namen.length > 1 && <p>Voor {opsomming(namen)}.</p>}
        {stuur.isError && <Weigering fout={stuur.error} />}
        <TochPlannen label={TOCH} fout={stuur.error} waarde={tochPlannen} zet={setToch} />
        {lijst.isPending && <Skeleton lines={4} />}
        {lijst.isError && <ErrorState error={lijst.error} />}
        {lijst.data && opties.length === 0 && (
          <EmptyState title="Er is geen zitting met een vrije laptop.">
            Plan eerst een zitting.
          </EmptyState>
        )}
        {opties.length > 0 && (
          <>
            <RadioGroup
              label="Zitting"
              value={zittingId}
              options={opties}
              onChange={(z) => {
                setZitting(z);
                setToch(false);
              }}
            />
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
