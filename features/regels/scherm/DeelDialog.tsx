import { useState } from 'react';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import { maakFragment } from './deellink.ts';
import type { Feiten } from './feiten.ts';

type DeelDialogProps = { open: boolean; feiten: Feiten; onClose: () => void };
type Gelukt = 'ja' | 'nee' | undefined;

const MELDING = {
  ja: 'De link is gekopieerd.',
  nee: 'Kopiëren lukt hier niet. Selecteer de link en kopieer haar zelf.',
} as const;

/** De link met de feiten, met de waarschuwing ernaast; kopiëren is een tweede handeling. */
export function DeelDialog({ open, feiten, onClose }: DeelDialogProps) {
  const [gelukt, setGelukt] = useState<Gelukt>();
  const { origin, pathname } = window.location;
  const link = `${origin}${pathname}${maakFragment(feiten)}`;
  const sluit = () => {
    setGelukt(undefined);
    onClose();
  };
  const kopieer = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setGelukt('ja');
    } catch {
      setGelukt('nee');
    }
  };
  return (
    <Dialog
      open={open}
      title="Deel deze vraag"
      onClose={sluit}
      footer={
        <>
          <Button look="primary" onClick={kopieer}>
            Kopieer de link
          </Button>
          <Button onClick={sluit}>Sluiten</Button>
        </>
      }
    >
      <div className="m-stack">
        <Alert tone="warning" title="Deel geen feiten van iemand die te herkennen is.">
          Wie de link heeft, ziet alles wat u hebt ingevuld. Gebruik verzonnen feiten of verander
          wat naar een persoon wijst.
        </Alert>
        <TextInput
          label="Link"
          hint="De feiten staan achter het hekje (#). Dat deel gaat niet naar de server en komt in geen logboek."
          readOnly
          value={link}
          onChange={() => undefined}
          onFocus={(event) => event.target.select()}
        />
        <p role="status">{gelukt && MELDING[gelukt]}</p>
      </div>
    </Dialog>
  );
}
