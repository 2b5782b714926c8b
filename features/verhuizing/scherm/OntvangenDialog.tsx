import { useState } from 'react';
import { Button } from '../../../web/ui/form/Button.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextArea, TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { LANGS } from '../woorden.ts';
import { Fout } from './Fout.tsx';
import { GemeenteKeuze } from './GemeenteKeuze.tsx';
import { useStuur } from './vragen.tsx';

type Props = {
  dossierId: string;
  gemeenten: readonly { code: string; naam: string }[];
  onClose: () => void;
};

/** Vastleggen dat een andere gemeente per brief, mail of telefoon om het dossier vroeg. */
export function OntvangenDialog({ dossierId, gemeenten, onClose }: Props) {
  const [code, setCode] = useState('');
  const [vrager, setVrager] = useState('');
  const [langs, setLangs] = useState('brief');
  const [op, setOp] = useState('');
  const [toelichting, setToelichting] = useState('');
  const stuur = useStuur(
    () => ({
      pad: `/v1/dossiers/${dossierId}/verhuizing/ontvangen-verzoeken`,
      inhoud: { andereCode: code.trim(), vrager, langs, op, toelichting },
    }),
    onClose,
  );
  const compleet = /^\d{4}$/.test(code.trim()) && vrager.trim() && op && toelichting.trim();
  return (
    <Dialog
      open
      title="Verzoek van een andere gemeente vastleggen"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            reason={compleet ? undefined : 'Vul eerst alles in.'}
            onClick={() => stuur.mutate(undefined)}
          >
            Vastleggen
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p className="m-quiet">
          Een dossier gaat alleen over als de nieuwe gemeente erom vraagt. Een verzoek langs Meedoen
          staat hier vanzelf.
        </p>
        <GemeenteKeuze
          label="Nieuwe gemeente"
          gemeenten={gemeenten}
          code={code}
          onChange={setCode}
        />
        <TextInput label="Wie vroeg het?" value={vrager} onChange={setVrager} />
        <RadioGroup
          label="Hoe kwam het?"
          value={langs}
          onChange={setLangs}
          options={LANGS}
          inline
        />
        <DateField label="Wanneer?" value={op} onChange={setOp} />
        <TextArea label="Wat is er gevraagd?" value={toelichting} onChange={setToelichting} />
        <Fout fout={stuur.error} />
      </div>
    </Dialog>
  );
}
