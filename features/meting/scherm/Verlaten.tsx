import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';

type Props = { code: string; gedaan: boolean; verlaat: () => void };

/** Teruggaan kan alleen de klantmanager, met de code die hij vooraf koos. */
export function Verlaten({ code, gedaan, verlaat }: Props) {
  const [open, setOpen] = useState(false);
  const [getypt, setGetypt] = useState('');
  const [fout, setFout] = useState(false);
  const id = useId();
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    if (getypt.trim() === code) verlaat();
    else setFout(true);
  };
  return (
    <footer className="vragen-begeleider" lang="nl" dir="ltr">
      <button
        type="button"
        className="m-plain-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        Voor de begeleider
      </button>
      <form id={id} hidden={!open} className="vragen-code" onSubmit={stuur}>
        <TextInput
          label="Code van de begeleider"
          hint={
            gedaan
              ? 'De vier cijfers die u koos.'
              : 'De vier cijfers die u koos. De antwoorden zijn nog niet opgeslagen en vervallen.'
          }
          error={fout ? 'Dit is niet de code die u koos.' : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          value={getypt}
          onChange={(tekst) => {
            setGetypt(tekst);
            setFout(false);
          }}
        />
        <Button type="submit">
          {gedaan ? 'Terug naar het dossier' : 'Stoppen zonder opslaan'}
        </Button>
      </form>
    </footer>
  );
}
