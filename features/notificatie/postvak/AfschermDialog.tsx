import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { useGo } from '../../../web/ui/layout/Link.tsx';
import type { Bericht } from '../notificatie.schema.ts';
import { type Afschermen, REDENEN, type Reden } from './quarantaine.schema.ts';

/** Schermt iemand af die DUO ten onrechte stuurde. */
export function AfschermDialog({
  open,
  bericht,
  onClose,
}: {
  open: boolean;
  bericht: Bericht;
  onClose: () => void;
}) {
  const [reden, setReden] = useState<Reden | ''>('');
  const [toelichting, setToelichting] = useState('');
  const go = useGo();
  const client = useQueryClient();
  const doe = useMutation<unknown, Problem, Afschermen>({
    mutationFn: (inhoud) => api.post(`/v1/berichten/${bericht.id}/_afschermen`, inhoud),
    onSuccess: async () => {
      onClose();
      toast({ tekst: 'Het dossier is afgeschermd. De regisseur beslist wat ermee gebeurt.' });
      go('/postvak');
      client.removeQueries({ queryKey: ['dossier', bericht.dossierId] });
      // De melding zelf is er niet meer; de rest wordt opnieuw gelezen.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== bericht.id });
    },
  });
  const teKort = toelichting.trim().length < 3 ? 'Schrijf kort wat er mis is.' : undefined;
  const tekort = reden === '' ? 'Kies eerst een reden.' : teKort;
  return (
    <Dialog
      open={open}
      title="Ten onrechte ontvangen"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={doe.isPending}
            reason={tekort}
            onClick={() => reden && doe.mutate({ reden, toelichting: toelichting.trim() })}
          >
            Dossier afschermen
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          Het hele dossier wordt meteen afgeschermd: niemand ziet het nog, ook u niet. Er gaat niets
          naar DUO en er wordt niets opgevraagd. Een regisseur geeft het dossier vrij of wist het.
        </p>
        <RadioGroup
          label="Wat is er mis?"
          value={reden}
          onChange={(w) => setReden(w as Reden)}
          options={Object.entries(REDENEN).map(([value, label]) => ({ value, label }))}
        />
        <TextArea
          label="Toelichting"
          hint="Schrijf geen naam of nummer op: dit blijft ook na het wissen bewaard."
          value={toelichting}
          maxLength={500}
          onChange={setToelichting}
          error={doe.error?.voorVeld('toelichting')}
        />
        {doe.error && !doe.error.voorVeld('toelichting') && <ErrorState error={doe.error} />}
      </div>
    </Dialog>
  );
}
