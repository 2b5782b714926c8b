import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Mandaat, Mandaten } from '../sjablonen.schema.ts';

type Props = { mandaat: Mandaat; gemeenteId: string; vandaag: string; onSluit: () => void };

/** Een mandaat een laatste dag geven; wat al getekend is, blijft geldig. */
export function BeeindigDialoog({ mandaat, gemeenteId, vandaag, onSluit }: Props) {
  const client = useQueryClient();
  const [dag, setDag] = useState(mandaat.totEnMet ?? vandaag);
  const stuur = useMutation<Mandaten, Problem>({
    mutationFn: () =>
      api.post<Mandaten>(`/v1/gemeenten/${gemeenteId}/mandaten/${mandaat.id}/_beeindigen`, {
        totEnMet: dag,
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(['mandaten', gemeenteId], nieuw);
      toast({ tekst: `${mandaat.naam} tekent na die dag niet meer.` });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      title={`Laatste dag van ${mandaat.naam}`}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            disabled={dag === ''}
            onClick={() => stuur.mutate()}
          >
            Vastleggen
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        {stuur.isError && (
          <Alert tone="refusal" title={stuur.error.detail} live>
            <Redenen redenen={stuur.error.redenen} />
          </Alert>
        )}
        <DateField
          label="Tekent tot en met"
          hint="Wat al met dit mandaat is getekend, blijft geldig."
          value={dag}
          onChange={setDag}
          error={stuur.error?.voorVeld('totEnMet')}
        />
      </div>
    </Dialog>
  );
}
