import { useId, useState } from 'react';
import { useIk } from '../../../web/ik.ts';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Field, Select } from '../../../web/ui/form/Field.tsx';
import { FileInput } from '../../../web/ui/form/FileInput.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { Fout } from './Fout.tsx';
import { useStuur } from './vragen.tsx';

const HOOGSTENS = 2_000_000;

type Props = { onClose: () => void; onGelezen: (overdrachtId: string) => void };

/** Een pakket van een gemeente die niet met Meedoen werkt, of dat per mail kwam. */
export function InleesDialog({ onClose, onGelezen }: Props) {
  const id = useId();
  const gemeenten = useIk().data?.gemeenten ?? [];
  const [gekozen, setGekozen] = useState('');
  const [teGroot, setTeGroot] = useState(false);
  const gemeenteId = gekozen || (gemeenten.length === 1 ? (gemeenten[0]?.id ?? '') : '');
  const lees = useStuur<{ overdrachtId: string }, string>(
    (inhoud) => ({ pad: '/v1/verhuizingen/_lees', inhoud: { gemeenteId, inhoud } }),
    (uit) => onGelezen(uit.overdrachtId),
  );
  const kies = async (bestand: File) => {
    setTeGroot(bestand.size > HOOGSTENS);
    if (bestand.size <= HOOGSTENS) lees.mutate(await bestand.text());
  };
  return (
    <Dialog
      open
      title="Pakket van een andere gemeente inlezen"
      onClose={onClose}
      footer={
        <Button look="quiet" onClick={onClose}>
          Annuleren
        </Button>
      }
    >
      <div className="m-stack">
        <p className="m-quiet">
          U leest het pakket eerst. Pas als u het aanvaardt komt er iets in een dossier.
        </p>
        {gemeenten.length > 1 && (
          <Select
            label="Voor welke gemeente?"
            value={gemeenteId}
            onChange={setGekozen}
            emptyLabel="Kies een gemeente"
            options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
          />
        )}
        <Field
          id={id}
          label="Bestand"
          hint="JSON, hoogstens 2 MB."
          error={teGroot ? 'Dit bestand is groter dan 2 MB.' : undefined}
        >
          <FileInput
            id={id}
            accept=".json,application/json"
            disabled={!gemeenteId || lees.isPending}
            describedBy={`${id}-hint`}
            onFile={(bestand) => void kies(bestand)}
          />
        </Field>
        <Fout fout={lees.error} />
      </div>
    </Dialog>
  );
}
