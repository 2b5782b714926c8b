import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { TextInput } from '../../../web/ui/form/Field.tsx';
import { Dialog } from '../../../web/ui/layout/Dialog.tsx';
import type { Contactpersoon, NakijkVraag } from '../contactpersoon.schema.ts';

type NakijkProps = { persoon: Contactpersoon; onSluit: () => void };

const NUMMER = /^[1-9]\d{0,4}$/;

/** Na een melding zonder antwoord: een mens kijkt in het portaal van DUO en zegt wat daar staat. */
export function Nakijken({ persoon, onSluit }: NakijkProps) {
  const queries = useQueryClient();
  const [nummer, setNummer] = useState('');
  const stuur = useMutation<unknown, Problem, NakijkVraag>({
    mutationFn: (vraag) =>
      api.post(`/v1/contactpersonen/${persoon.contactpersoonId}/_nagekeken`, vraag),
    onSuccess: async () => {
      toast({ tekst: 'Vastgelegd. Wat wachtte gaat nu verder.' });
      onSluit();
      await queries.invalidateQueries();
    },
  });
  return (
    <Dialog
      open
      title={`Heeft DUO ${persoon.naam}?`}
      onClose={onSluit}
      footer={
        <>
          <Button
            look="primary"
            busy={stuur.isPending}
            disabled={!NUMMER.test(nummer.trim())}
            onClick={() => stuur.mutate({ uitkomst: 'heeft-hem', nummer: Number(nummer) })}
          >
            DUO heeft hem wel
          </Button>
          <Button
            busy={stuur.isPending}
            onClick={() => stuur.mutate({ uitkomst: 'heeft-hem-niet' })}
          >
            DUO heeft hem niet, verstuur opnieuw
          </Button>
          <Button onClick={onSluit}>Annuleren</Button>
        </>
      }
    >
      <div className="m-stack">
        <p>
          Meedoen stuurde deze contactpersoon aan DUO, maar het antwoord viel weg. Zomaar opnieuw
          sturen kan niet: dan staat dezelfde persoon er twee keer.
        </p>
        <ol>
          <li>Open het portaal van DUO en ga naar de contactpersonen van {persoon.gemeente}.</li>
          <li>
            Zoek op {persoon.naam}, {persoon.email}.
          </li>
          <li>
            Staat hij erbij, neem dan het nummer over. Staat hij er niet, kies dan de tweede knop.
          </li>
        </ol>
        <TextInput
          label="Nummer bij DUO"
          hint="Eén tot vijf cijfers."
          value={nummer}
          onChange={setNummer}
        />
        {stuur.isError && <ErrorState error={stuur.error} />}
      </div>
    </Dialog>
  );
}
