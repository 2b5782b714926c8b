import { formatMoment } from '../../../../web/dates.ts';
import type { Item } from '../../../../web/offline/waiting.ts';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Dialog } from '../../../../web/ui/layout/Dialog.tsx';
import { useOpslag } from '../opslag.tsx';
import { naamVan, samen, toonWaarde } from './verschil.tsx';

type Vragen = readonly { id: string; vraag: string }[];

type KantProps = {
  kop: string;
  wie: string;
  tekst: string;
  knop: string;
  over: string;
  onKies: () => void;
};

function Kant({ kop, wie, tekst, knop, over, onKies }: KantProps) {
  return (
    <div className="botsing__kant">
      <p className="botsing__kop">{kop}</p>
      <p className="m-quiet">{wie}</p>
      <p className="botsing__tekst">{tekst}</p>
      <Button onClick={onKies}>
        {knop}
        <span className="m-hidden">: {over}</span>
      </Button>
    </div>
  );
}

function Veldkeuze({ item, vragen }: { item: Item; vragen: Vragen }) {
  const opslag = useOpslag();
  const { veld, waarde, sinds, stand } = item;
  if (stand.soort !== 'botsing') return null;
  const { theirs } = stand;
  const naam = naamVan(veld, vragen);
  const beide = samen(waarde, theirs.waarde);
  return (
    <li className="botsing">
      <h3>{naam}</h3>
      <div className="botsing__kanten">
        <Kant
          kop="U schreef"
          wie={formatMoment(sinds)}
          tekst={toonWaarde(veld, waarde)}
          knop="Houd wat ik schreef"
          over={naam}
          onKies={() => void opslag.houdEigen(veld)}
        />
        <Kant
          kop={`${theirs.wie} schreef`}
          wie={formatMoment(theirs.wanneer)}
          tekst={toonWaarde(veld, theirs.waarde)}
          knop="Neem dit over"
          over={naam}
          onKies={() => void opslag.neemOver(veld)}
        />
      </div>
      {beide && (
        <Button look="quiet" onClick={() => void opslag.houdEigen(veld, beide)}>
          Houd beide, onder elkaar<span className="m-hidden">: {naam}</span>
        </Button>
      )}
    </li>
  );
}

type BotsingenProps = { vragen: Vragen; onSluit: () => void };

/** Wat twee mensen tegelijk schreven, veld voor veld. Wat niet wordt gekozen blijft wachten. */
export function Botsingen({ vragen, onSluit }: BotsingenProps) {
  const { stand } = useOpslag();
  const aantal = stand.botsingen.length;
  return (
    <Dialog
      open
      kind="side"
      title="Wat blijft er staan?"
      onClose={onSluit}
      footer={<Button onClick={onSluit}>{aantal === 0 ? 'Klaar' : 'Later kiezen'}</Button>}
    >
      {aantal === 0 ? (
        <Alert tone="success" title="Alles is gekozen." live>
          Wat u koos is opgeslagen; wat er eerst stond blijft in de tijdlijn.
        </Alert>
      ) : (
        <>
          <p>
            Terwijl uw antwoord onderweg was, schreef een ander bij{' '}
            {aantal === 1 ? 'dezelfde vraag' : `${aantal} dezelfde vragen`}. Er is niets
            overschreven. Kies per vraag.
          </p>
          <ul className="botsingen">
            {stand.botsingen.map((item) => (
              <Veldkeuze key={item.veld} item={item} vragen={vragen} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
