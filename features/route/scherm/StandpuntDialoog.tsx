import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Select, TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { RouteAntwoord, StandpuntVraag } from '../route.schema.ts';
import { TAALKEUZES, taalrichting, WENS } from './talen.ts';

type Standpunt = RouteAntwoord['standpunt'];
type Invoer = { woorden: string; taal: StandpuntVraag['taal']; nederlands: string; wens: string };
type Props = { dossierId: string; standpunt: Standpunt; sluit: () => void };

const beginVan = (s: Standpunt): Invoer => ({
  woorden: s?.woorden ?? '',
  taal: s?.taal ?? 'nl',
  nederlands: s?.nederlands ?? '',
  wens: s?.wens ?? '',
});

const naarVraag = ({ woorden, taal, nederlands, wens }: Invoer) => ({
  woorden,
  taal,
  ...(taal !== 'nl' && nederlands.trim() ? { nederlands } : {}),
  ...(wens ? { wens } : {}),
});

function useBewaar({ dossierId, sluit }: Pick<Props, 'dossierId' | 'sluit'>) {
  const queries = useQueryClient();
  const pad = `/v1/dossiers/${dossierId}/leerroutes`;
  const bewaar = useMutation<unknown, Problem, { invoer: Invoer; gezien: string | null }>({
    mutationFn: ({ invoer, gezien }) =>
      api.post(`${pad}/_standpunt`, { ...naarVraag(invoer), gezien }),
    onSuccess: async () => {
      toast({ tekst: 'De eigen woorden zijn vastgelegd.' });
      await queries.invalidateQueries();
      sluit();
    },
  });
  return {
    bewaar,
    async neemOver() {
      await queries.invalidateQueries();
      sluit();
    },
    /** Het eigene, bovenop wat de ander schreef. */
    async houdEigen(invoer: Invoer) {
      const vers = await api.get<RouteAntwoord>(pad);
      bewaar.mutate({ invoer, gezien: vers.standpunt?.feitId ?? null });
    },
  };
}

/** Legt de eigen woorden vast; wat een ander intussen schreef wordt niet zomaar overschreven. */
export function StandpuntDialoog({ dossierId, standpunt, sluit }: Props) {
  const [invoer, setInvoer] = useState(() => beginVan(standpunt));
  const { bewaar, neemOver, houdEigen } = useBewaar({ dossierId, sluit });
  const conflict = bewaar.error?.conflict;
  return (
    <Dialog
      open
      title="Wat de persoon zelf vindt"
      onClose={sluit}
      footer={
        <>
          <Button
            look="primary"
            busy={bewaar.isPending}
            disabled={invoer.woorden.trim() === ''}
            onClick={() => bewaar.mutate({ invoer, gezien: standpunt?.feitId ?? null })}
          >
            Vastleggen
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <Velden invoer={invoer} zet={(deel) => setInvoer((oud) => ({ ...oud, ...deel }))} />
        {conflict && (
          <ConflictNotice
            conflict={conflict}
            onTakeTheirs={() => void neemOver()}
            onKeepMine={() => void houdEigen(invoer)}
          />
        )}
        {bewaar.isError && !conflict && <ErrorState error={bewaar.error} />}
      </div>
    </Dialog>
  );
}

function Velden({ invoer, zet }: { invoer: Invoer; zet: (deel: Partial<Invoer>) => void }) {
  const { woorden, taal, nederlands, wens } = invoer;
  return (
    <>
      <Select
        label="In welke taal is het gezegd?"
        value={taal}
        onChange={(keuze) => zet({ taal: keuze as Invoer['taal'] })}
        options={TAALKEUZES}
      />
      <TextArea
        label="In de eigen woorden"
        hint="Wat vindt u zelf van de drie routes? Waarom?"
        lang={taal}
        dir={taalrichting(taal)}
        value={woorden}
        onChange={(tekst) => zet({ woorden: tekst })}
      />
      {taal !== 'nl' && (
        <TextArea
          label="In het Nederlands"
          value={nederlands}
          onChange={(tekst) => zet({ nederlands: tekst })}
        />
      )}
      <RadioGroup
        label="Welke route wil de persoon?"
        inline
        value={wens}
        onChange={(keuze) => zet({ wens: keuze })}
        options={Object.entries(WENS).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}
