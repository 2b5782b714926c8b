import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { PipDetail } from '../pip.schema.ts';

/** Trekt het PIP in, en verwijdert het als dat kan ook bij DUO. */
export function Intrekken({ pip }: { pip: PipDetail }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reden, setReden] = useState('');
  const [ookBijDuo, setOokBijDuo] = useState(false);
  const { verwijderenBijDuo } = pip.handelingen;
  const isBijDuo = pip.duo?.staat === 'geaccepteerd' || pip.duo?.staat === 'bezig';
  const besluit = useMutation<unknown, Problem>({
    mutationFn: () =>
      api.post(`/v1/dossiers/${pip.dossierId}/pips/${pip.pipId}/_intrekken`, { reden, ookBijDuo }),
    onSuccess: async () => {
      toast({
        tekst: ookBijDuo
          ? 'Het PIP is ingetrokken; DUO krijgt de vraag het te verwijderen.'
          : 'Het PIP is ingetrokken.',
      });
      setOpen(false);
      await queries.invalidateQueries();
    },
  });
  return (
    <div>
      <Button look="quiet" onClick={() => setOpen(true)}>
        PIP intrekken…
      </Button>
      <Dialog
        open={open}
        title="PIP intrekken"
        onClose={() => setOpen(false)}
        footer={
          <>
            <Button
              look="primary"
              busy={besluit.isPending}
              disabled={reden.trim() === ''}
              onClick={() => besluit.mutate()}
            >
              Intrekken
            </Button>
            <Button onClick={() => setOpen(false)}>Annuleren</Button>
          </>
        }
      >
        <div className="m-stack">
          <p>
            De inburgeringstermijn begint hierdoor niet opnieuw (Wet inburgering 2021, artikel 11).
            {isBijDuo && 'DUO heeft dit PIP; daar verdwijnt het niet vanzelf.'}
          </p>
          {verwijderenBijDuo.mag && (
            <Checkbox
              label="Ook bij DUO verwijderen"
              hint="DUO heeft de termijn nog niet vastgesteld en er zijn nog geen cursusuren; daarom kan het nog."
              checked={ookBijDuo}
              onChange={setOokBijDuo}
            />
          )}
          {isBijDuo && !verwijderenBijDuo.mag && (
            <Alert tone="info" title="Bij DUO verwijderen kan niet meer.">
              <Redenen redenen={verwijderenBijDuo.redenen} />
            </Alert>
          )}
          <TextArea label="Reden" value={reden} onChange={setReden} />
          {besluit.isError && <ErrorState error={besluit.error} />}
        </div>
      </Dialog>
      {besluit.isError && !open && <Redenen redenen={besluit.error.redenen} />}
    </div>
  );
}
