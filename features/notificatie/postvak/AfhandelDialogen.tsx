import { useState } from 'react';
import type { Problem } from '../../../web/api.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';

const MINSTENS = 3;

type Venster = { open: boolean; bezig: boolean; fout: Problem | null; onClose: () => void };

const teKort = (reden: string) => reden.trim().length < MINSTENS;

/** Vraagt wat er met de melding is gedaan. */
export function AfhandelDialog({
  open,
  bezig,
  fout,
  onClose,
  onKlaar,
}: Venster & { onKlaar: (reden: string) => void }) {
  const [reden, setReden] = useState('');
  const tekort = teKort(reden) ? 'Schrijf eerst wat u deed.' : undefined;
  return (
    <Dialog
      open={open}
      title="Melding afgehandeld"
      onClose={onClose}
      footer={
        <>
          <Button look="primary" busy={bezig} reason={tekort} onClick={() => onKlaar(reden.trim())}>
            Afgehandeld
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <TextArea
        label="Wat hebt u gedaan?"
        hint="Collega’s lezen dit terug bij de melding."
        value={reden}
        maxLength={1000}
        onChange={setReden}
        error={fout?.voorVeld('reden')}
      />
      {fout && !fout.voorVeld('reden') && <ErrorState error={fout} />}
    </Dialog>
  );
}

/** Legt een melding weg tot een dag, met de reden. */
export function ParkeerDialog({
  open,
  bezig,
  fout,
  onClose,
  onKlaar,
}: Venster & { onKlaar: (tot: string, reden: string) => void }) {
  const [tot, setTot] = useState('');
  const [reden, setReden] = useState('');
  const geenReden = teKort(reden) ? 'Schrijf waarom de melding moet wachten.' : undefined;
  const tekort = tot === '' ? 'Kies eerst een dag.' : geenReden;
  return (
    <Dialog
      open={open}
      title="Melding wegleggen"
      onClose={onClose}
      footer={
        <>
          <Button
            look="primary"
            busy={bezig}
            reason={tekort}
            onClick={() => onKlaar(tot, reden.trim())}
          >
            Wegleggen
          </Button>
          <Button look="quiet" onClick={onClose}>
            Annuleren
          </Button>
        </>
      }
    >
      <div className="m-stack">
        <p className="m-quiet">
          De melding staat tot die dag niet bij wat openstaat. Onder ‘Weggelegd’ blijft zij te
          vinden.
        </p>
        <DateField label="Terug op" value={tot} onChange={setTot} error={fout?.voorVeld('tot')} />
        <TextArea
          label="Waarop wacht u?"
          hint="Collega’s lezen dit terug bij de melding."
          value={reden}
          maxLength={1000}
          onChange={setReden}
          error={fout?.voorVeld('reden')}
        />
        {fout && !fout.voorVeld('tot') && !fout.voorVeld('reden') && <ErrorState error={fout} />}
      </div>
    </Dialog>
  );
}
