import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { routenaam } from './RouteKolom.tsx';

type Props = { dossierId: string; route: 'B' | 'O' | 'Z'; sluit: () => void };

/** Wat een school zei over vrije plaatsen; alleen wat echt is gezegd. */
export function PlaatsDialoog({ dossierId, route, sluit }: Props) {
  const queries = useQueryClient();
  const ik = useIk();
  const [sleutel] = useState(newKey);
  const [instelling, setInstelling] = useState('');
  const [plaatsen, setPlaatsen] = useState('');
  const [vanaf, setVanaf] = useState('');
  const [op, setOp] = useState(ik.data?.peildatum ?? '');
  const aantalGoed = /^\d{1,2}$/.test(plaatsen);
  const bewaar = useMutation<unknown, Problem>({
    mutationFn: () =>
      api.post(
        `/v1/dossiers/${dossierId}/leerroutes/_vrije-plaats`,
        { route, instelling, plaatsen: Number(plaatsen), op, ...(vanaf ? { vanaf } : {}) },
        { idempotencyKey: sleutel },
      ),
    onSuccess: async () => {
      toast({ tekst: 'Het antwoord van de school is vastgelegd.' });
      await queries.invalidateQueries();
      sluit();
    },
  });
  return (
    <Dialog
      open
      title={`Vrije plaatsen: ${routenaam(route)}`}
      onClose={sluit}
      footer={
        <>
          <Button
            look="primary"
            busy={bewaar.isPending}
            disabled={instelling.trim() === '' || !aantalGoed || op === ''}
            onClick={() => bewaar.mutate()}
          >
            Vastleggen
          </Button>
          <Button onClick={sluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <TextInput label="Welke school?" value={instelling} onChange={setInstelling} />
        <TextInput
          label="Hoeveel vrije plaatsen?"
          hint="0 als er geen plaats is"
          inputMode="numeric"
          size={6}
          value={plaatsen}
          onChange={setPlaatsen}
          error={
            plaatsen !== '' && !aantalGoed
              ? 'Vul een heel getal in, van 0 tot en met 99.'
              : undefined
          }
        />
        <div className="m-grid-2">
          <DateField label="Vanaf welke dag?" optional value={vanaf} onChange={setVanaf} />
          <DateField
            label="Wanneer zei de school dit?"
            value={op}
            onChange={setOp}
            error={bewaar.error?.voorVeld('op')}
          />
        </div>
        {bewaar.isError && <ErrorState error={bewaar.error} />}
      </div>
    </Dialog>
  );
}
