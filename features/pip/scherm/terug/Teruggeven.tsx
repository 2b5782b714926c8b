import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { formatMoment } from '../../../../web/dates.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { FormDialog } from '../../../../web/ui/form/FormDialog.tsx';
import { VrijeTekst } from '../../../../web/ui/form/VrijeTekst.tsx';
import type { PipDetail } from '../../pip.schema.ts';

type Props = { pip: PipDetail };

/** Geeft een PIP van een ander terug, met een reden die de opsteller leest. */
export function Teruggeven({ pip }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Teruggeven…</Button>
      {open && <TeruggeefDialoog pip={pip} sluit={() => setOpen(false)} />}
    </>
  );
}

function TeruggeefDialoog({ pip, sluit }: Props & { sluit: () => void }) {
  const queries = useQueryClient();
  const [reden, setReden] = useState('');
  const naar = pip.opgesteldDoor?.naam ?? 'de opsteller';
  const stap = useMutation<unknown, Problem, { reden: string }>({
    mutationFn: (vraag) =>
      api.post(`/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}/_terugnemen`, vraag),
    onSuccess: async () => {
      toast({ tekst: `Teruggegeven aan ${naar}.` });
      sluit();
      await queries.invalidateQueries();
    },
  });
  return (
    <FormDialog
      title="PIP teruggeven"
      act="Teruggeven"
      onClose={sluit}
      save={stap}
      request={{ reden: reden.trim() }}
      fields={['reden']}
      ready={reden.trim() !== ''}
      waits="Schrijf eerst waarom u het teruggeeft."
    >
      <p>Het PIP wordt weer een concept en ligt niet meer ter vaststelling.</p>
      <VrijeTekst
        label="Waarom geeft u dit terug?"
        hint={`Uw naam en deze tekst staan boven het concept en in de tijdlijn; ${naar} leest wat anders moet.`}
        error={stap.error?.voorVeld('reden')}
        value={reden}
        maxLength={1000}
        onChange={setReden}
      />
    </FormDialog>
  );
}

/** Boven het concept: wie het teruggaf, wanneer en waarom. */
export function Teruggegeven({ pip: { teruggegeven } }: Props) {
  if (!teruggegeven) return null;
  const { door, op, reden } = teruggegeven;
  return (
    <Alert tone="warning" title={`${door} gaf dit terug:`}>
      <p className="pip-tekst">{reden}</p>
      <p className="m-quiet">{formatMoment(op)}</p>
    </Alert>
  );
}
