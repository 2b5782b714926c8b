import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { KAARTEN, type KaartSoort } from '../kaarten.ts';
import type { Portaalkaart } from '../portaal.schema.ts';

type Props = { dossierId: string; sluit: () => void; gemaakt: (kaart: Portaalkaart) => void };

/** Chooses what has to be typed in DUO's portal; the values follow in the card itself. */
export function NieuweKaartDialog({ dossierId, sluit, gemaakt }: Props) {
  const queries = useQueryClient();
  const [soort, setSoort] = useState<KaartSoort | ''>('');
  const maak = useMutation<Portaalkaart, Problem>({
    mutationFn: () =>
      api.post<Portaalkaart>(`/v1/dossiers/${dossierId}/portaalkaarten`, { soort, velden: {} }),
    onSuccess: (kaart) => {
      void queries.invalidateQueries({ queryKey: ['portaalkaarten'] });
      gemaakt(kaart);
    },
  });
  return (
    <Dialog
      open
      title="Nieuwe kaart"
      onClose={sluit}
      footer={
        <>
          <Button
            look="primary"
            busy={maak.isPending}
            disabled={!soort}
            onClick={() => maak.mutate()}
          >
            Maak de kaart
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <RadioGroup
          name="soort"
          label="Wat moet u bij DUO invoeren?"
          value={soort}
          onChange={(w) => setSoort(w as KaartSoort)}
          options={Object.entries(KAARTEN).map(([value, k]) => ({ value, label: k.naam }))}
        />
        {soort && <p className="m-quiet">{KAARTEN[soort].uitleg}</p>}
        {maak.isError && <ErrorState error={maak.error} />}
      </div>
    </Dialog>
  );
}
