import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Select } from '../../../web/ui/form/Field.tsx';
import { TochPlannen } from '../../../web/ui/form/TochPlannen.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Deelnemer, ZittingDetail } from '../zitting.schema.ts';
import { TOCH } from './uitnodigen.tsx';
import { uur } from './woorden.ts';

type Vraag = { dossierId: string; inhoud: Record<string, unknown> };

/** Records what happened to one place; the answer is the session as it is now. */
export function useUitkomst(zittingId: string, onKlaar: () => void) {
  const client = useQueryClient();
  return useMutation<ZittingDetail, Problem, Vraag>({
    mutationFn: ({ dossierId, inhoud }) =>
      api.post(`/v1/toetszittingen/${zittingId}/deelnemers/${dossierId}/_uitkomst`, inhoud),
    onSuccess: async (z) => {
      client.setQueryData(['toetszitting', zittingId], z);
      await client.invalidateQueries({ queryKey: ['toetszittingen'] });
      onKlaar();
    },
  });
}

type Props = {
  zitting: ZittingDetail;
  deelnemer: Deelnemer;
  soort: 'niet-verschenen' | 'afgezegd';
  onSluit: () => void;
};

/** Did not come, or cannot come: the reason first, and a second date in the same act. */
export function UitkomstDialoog({ zitting, deelnemer, soort, onSluit }: Props) {
  const { dossierId, uitkomstFeitId: vervangt } = deelnemer;
  const [reden, setReden] = useState(deelnemer.reden ?? '');
  const [nieuw, setNieuw] = useState('');
  const [tochPlannen, setToch] = useState(false);
  const stuur = useUitkomst(zitting.zittingId, () => {
    toast({ tekst: nieuw ? 'Vastgelegd, met een nieuwe datum.' : 'Vastgelegd.' });
    onSluit();
  });
  const weg = soort === 'afgezegd';
  const tweede = nieuw ? { nieuweZittingId: nieuw, tochPlannen } : {};
  const inhoud = { uitkomst: soort, reden: reden.trim(), ...tweede, vervangt };
  return (
    <Dialog
      open
      title={weg ? 'Plek afzeggen' : 'Er niet bij geweest'}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            onClick={() => stuur.mutate({ dossierId, inhoud })}
          >
            Vastleggen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && <Weigering fout={stuur.error} />}
        <VrijeTekst
          label={weg ? 'Waarom gaat het niet door?' : 'Waarom was deze persoon er niet?'}
          hint={
            weg
              ? 'De plek komt vrij en de persoon krijgt bericht.'
              : 'Vraag het eerst aan de persoon. Schrijf niets over gezondheid.'
          }
          value={reden}
          maxLength={300}
          error={stuur.error?.voorVeld('reden')}
          onChange={setReden}
        />
        {!weg && deelnemer.oproep && (
          <p>
            Deze toets hoort bij een oproep. Niet komen telt als een gemiste oproep; de volgende
            stap staat in de intake.
          </p>
        )}
        <Select
          label="Meteen een nieuwe datum"
          optional
          value={nieuw}
          emptyLabel={zitting.later.length > 0 ? 'Nog niet' : 'Er is geen andere zitting met plek'}
          options={zitting.later.map((z) => ({
            value: z.zittingId,
            label: `${formatDate(z.datum, 'datum')} om ${uur(z.tijd)}, ${z.plaats} (${z.vrij} vrij)`,
          }))}
          error={stuur.error?.voorVeld('nieuweZittingId')}
          onChange={(z) => {
            setNieuw(z);
            setToch(false);
          }}
        />
        <TochPlannen label={TOCH} fout={stuur.error} waarde={tochPlannen} zet={setToch} />
      </div>
    </Dialog>
  );
}
