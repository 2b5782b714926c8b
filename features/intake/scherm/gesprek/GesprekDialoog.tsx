import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newKey, type Problem } from '../../../../web/api.ts';
import { formatTime } from '../../../../web/dates.ts';
import { Alert, Redenen } from '../../../../web/ui/feedback/Alert.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { CheckboxGroup, RadioGroup } from '../../../../web/ui/form/Choice.tsx';
import { TextInput } from '../../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import { usePathParam } from '../../../../web/ui/layout/Link.tsx';
import { ERBIJ, type Gesprek, type Gesprekken } from '../../gesprek/gesprek.schema.ts';
import type { Intake } from '../../intake.schema.ts';

const TOLKEN = [
  { value: 'aanwezig', label: 'aanwezig' },
  { value: 'telefoon', label: 'aan de telefoon' },
  { value: 'video', label: 'via beeld' },
  { value: 'geen', label: 'geen tolk' },
];
const VORMEN = [
  { value: 'kantoor', label: 'op kantoor' },
  { value: 'azc', label: 'in het azc' },
  { value: 'thuis', label: 'bij de persoon thuis' },
  { value: 'telefoon', label: 'aan de telefoon' },
  { value: 'video', label: 'via beeld' },
];

type Formulier = { vorm: string; plaats: string; erbij: string[]; tolk: string };

const beginVan = (intake: Intake, gesprek: Gesprek | null): Formulier => ({
  vorm: 'kantoor',
  plaats: intake.voorstel.plaats,
  erbij: gesprek?.erbij ?? [],
  tolk: gesprek?.tolk ?? '',
});

function verzend(basis: string, gesprek: Gesprek | null, f: Formulier, idempotencyKey: string) {
  const wie = { erbij: f.erbij, ...(f.tolk ? { tolk: f.tolk } : {}) };
  if (gesprek) {
    const pad = `${basis}/gesprekken/${gesprek.afspraakId}`;
    return api.put<Gesprekken>(pad, { ...wie, vervangt: gesprek.feitId });
  }
  const { vorm, plaats } = f;
  const tijd = formatTime(new Date());
  return api.post(`${basis}/gesprekken`, { tijd, vorm, plaats, ...wie }, { idempotencyKey });
}

type VeldenProps = {
  f: Formulier;
  zet: (deel: Partial<Formulier>) => void;
  nieuw: boolean;
  fout: Problem | null;
};

function Velden({ f, zet, nieuw, fout }: VeldenProps) {
  return (
    <div className="m-stack">
      {nieuw && (
        <>
          <RadioGroup
            label="Waar is het gesprek?"
            value={f.vorm}
            options={VORMEN}
            onChange={(vorm) => zet({ vorm })}
          />
          <TextInput
            label="Plaats"
            value={f.plaats}
            error={fout?.voorVeld('plaats')}
            onChange={(plaats) => zet({ plaats })}
          />
        </>
      )}
      <CheckboxGroup
        label="Wie is erbij, naast de persoon en u?"
        hint="Geen namen. Niemand aankruisen betekent: u tweeën."
        values={f.erbij}
        options={ERBIJ.map((wie) => ({ value: wie, label: wie }))}
        onChange={(erbij) => zet({ erbij })}
      />
      <RadioGroup
        label="Is er een tolk?"
        inline
        value={f.tolk}
        options={TOLKEN}
        onChange={(tolk) => zet({ tolk })}
      />
    </div>
  );
}

type DialoogProps = {
  intake: Intake;
  /** `null`: een gesprek beginnen zonder afspraak. */
  gesprek: Gesprek | null;
  onBegonnen: (afspraakId: string) => void;
  onSluit: () => void;
};

/** Een gesprek beginnen, of vastleggen wie erbij is. */
export function GesprekDialoog({ intake, gesprek, onBegonnen, onSluit }: DialoogProps) {
  const id = usePathParam('dossierId');
  const client = useQueryClient();
  const [f, setF] = useState(() => beginVan(intake, gesprek));
  const [sleutel] = useState(newKey);
  const stuur = useMutation<unknown, Problem>({
    mutationFn: () => verzend(`/v1/dossiers/${id}/intake`, gesprek, f, sleutel),
    onSuccess: async (na) => {
      await client.invalidateQueries({ queryKey: ['dossier', id] });
      if (!gesprek) onBegonnen((na as { afspraakId: string }).afspraakId);
      toast({ tekst: gesprek ? 'Wie erbij is staat erbij.' : 'Het gesprek is begonnen.' });
      onSluit();
    },
  });
  return (
    <Dialog
      open
      kind="side"
      title={gesprek ? 'Wie is erbij?' : 'Gesprek beginnen'}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            busyText="Bezig met opslaan…"
            onClick={() => stuur.mutate()}
          >
            {gesprek ? 'Vastleggen' : 'Beginnen'}
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <Velden f={f} nieuw={!gesprek} fout={stuur.error} zet={(deel) => setF({ ...f, ...deel })} />
      {stuur.isError && (
        <Alert
          tone="refusal"
          title={
            stuur.error.conflict
              ? `${stuur.error.conflict.wie} legde dit intussen vast: ${stuur.error.conflict.wat}.`
              : stuur.error.detail
          }
          live
        >
          <Redenen redenen={stuur.error.redenen} />
          {stuur.error.conflict && 'Sluit dit venster en kijk of het zo klopt.'}
        </Alert>
      )}
    </Dialog>
  );
}
