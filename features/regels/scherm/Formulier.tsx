import { useState } from 'react';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { RegelDetail } from '../regels.schema.ts';
import { DeelDialog } from './DeelDialog.tsx';
import { telFeiten, type VeldSchema } from './feiten.ts';
import { focusVeld, NaarAntwoord } from './focus.tsx';
import type { Vraag } from './useVraag.tsx';
import { Velden } from './Velden.tsx';

type Deel = { regel: RegelDetail; vraag: Vraag };

function Voorbeelden({ regel, vraag }: Deel) {
  if (regel.voorbeelden.length === 0) return null;
  return (
    <div className="regel-voorbeelden">
      <p id="voorbeelden">Begin met een voorbeeld:</p>
      <ul aria-labelledby="voorbeelden">
        {regel.voorbeelden.map(({ naam, invoer }) => (
          <li key={naam}>
            <button type="button" className="regel-voorbeeld" onClick={() => vraag.vul(invoer)}>
              {naam}
            </button>
          </li>
        ))}
      </ul>
      {vraag.gesteld && <NaarAntwoord />}
    </div>
  );
}

/** De feiten die de regel vraagt; leeg is 'niet bekend'. */
export function Formulier({ regel, vraag }: Deel) {
  const [deelt, setDeelt] = useState(false);
  const schema = regel.invoer as VeldSchema;
  const ingevuld = telFeiten(vraag.feiten) > 0 || vraag.onleesbaar;
  return (
    <Card title="Vul in wat u weet">
      <Voorbeelden regel={regel} vraag={vraag} />
      {vraag.weggevallen && (
        <Alert tone="warning" title="Niet alles uit de link is overgenomen." live>
          De link heeft feiten die deze regel niet kent. Kijk na wat er staat.
        </Alert>
      )}
      <form
        className="regel-formulier"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          vraag.stel();
          const [eerste] = Object.keys(vraag.fouten);
          if (vraag.onleesbaar && eerste) focusVeld(eerste);
        }}
      >
        <p className="m-quiet">
          Laat leeg wat u niet weet. Vul geen namen of nummers in: die zijn hier niet nodig.
        </p>
        <div key={vraag.ronde} className="regel-velden">
          <Velden
            schema={schema}
            concept={vraag.concept}
            zet={vraag.wijzig}
            fouten={vraag.fouten}
          />
        </div>
        <div className="m-row">
          <Button type="submit" look="primary">
            Geef het antwoord
          </Button>
          <Button onClick={() => setDeelt(true)}>Deel deze vraag</Button>
          {(ingevuld || vraag.gesteld) && (
            <Button look="quiet" onClick={vraag.maakLeeg}>
              Maak leeg
            </Button>
          )}
        </div>
      </form>
      <DeelDialog open={deelt} feiten={vraag.feiten} onClose={() => setDeelt(false)} />
    </Card>
  );
}
