import { formatDate } from '../../../../web/dates.ts';
import { Badge, SourceLabel } from '../../../../web/ui/data/Badge.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Kbd } from '../../../../web/ui/layout/Kbd.tsx';
import { naamVan, toonWaarde } from '../../scherm/onderweg/verschil.tsx';
import { useOpslag } from '../opslag.tsx';
import type { Bekend, Blok } from './bekend.ts';
import { OPDRACHTVELD } from './Opdrachtveld.tsx';

const KLOPT = '[data-klopt]';

/** Na bevestigen staat de aandacht op de volgende, zodat steeds dezelfde toets verder gaat. */
function naarVolgende(knop: HTMLElement) {
  const knoppen = [...document.querySelectorAll<HTMLElement>(KLOPT)];
  const volgende = knoppen[knoppen.indexOf(knop) + 1] ?? document.getElementById(OPDRACHTVELD);
  volgende?.focus();
}

type RegelProps = {
  item: Bekend;
  onKlopt: (item: Bekend) => void;
  onAnders: (item: Bekend) => void;
};

function Regel({ item, onKlopt, onAnders }: RegelProps) {
  const { veld, vraag, waarde, bron, op, verouderd } = item;
  const naam = naamVan(veld, vraag ? [vraag] : []);
  const eenheid = typeof waarde === 'number' && vraag?.bereik ? ` ${vraag.bereik.eenheid}` : '';
  return (
    <li className="bekend">
      <div className="bekend__tekst">
        <p className="m-quiet">{naam}</p>
        <p className="bekend__antwoord">
          {toonWaarde(veld, waarde)}
          {eenheid}
        </p>
        <p className="m-quiet">
          <SourceLabel bron={bron} /> {formatDate(op, 'datum')}{' '}
          {verouderd && <Badge tone="near">ouder dan een half jaar</Badge>}
        </p>
      </div>
      <div className="m-row bekend__knoppen">
        <Button
          data-klopt
          onClick={(event) => {
            naarVolgende(event.currentTarget);
            onKlopt(item);
          }}
        >
          Klopt<span className="m-hidden">: {naam}</span>
        </Button>
        <Button look="quiet" onClick={() => onAnders(item)}>
          Anders<span className="m-hidden">: {naam}</span>
        </Button>
      </div>
    </li>
  );
}

/** Meer tegelijk leest niemand voor. */
const TEGELIJK = 6;

type BlokkenProps = { blokken: readonly Blok[]; onAnders: (item: Bekend) => void };

/** Eerdere antwoorden met bron en dag: één toets per antwoord, of alles van een blok tegelijk. */
export function Bekenden({ blokken, onAnders }: BlokkenProps) {
  const opslag = useOpslag();
  const klopt = ({ veld, waarde, naarFeitId }: Bekend) => opslag.zet(veld, waarde, naarFeitId);
  const alles = ({ items }: Blok) => {
    for (const item of items) klopt(item);
    toast({ tekst: `${items.length} antwoorden bevestigd.` });
    document.getElementById(OPDRACHTVELD)?.focus();
  };
  return blokken.map(({ items, ...rest }) => {
    const blok = { ...rest, items: items.slice(0, TEGELIJK) };
    const straks = items.length - blok.items.length;
    return (
      <Card
        key={blok.id}
        title={`${blok.titel} (${items.length})`}
        action={
          blok.items.length > 1 ? (
            <Button icon="vink" onClick={() => alles(blok)}>
              Dit klopt allemaal<span className="m-hidden">: {blok.titel}</span>
            </Button>
          ) : undefined
        }
      >
        <p className="m-quiet bekend__uitleg">
          {blok.toelichting} <Kbd>Enter</Kbd> op ‘Klopt’ bevestigt en gaat naar de volgende.
        </p>
        <ul className="bekenden">
          {blok.items.map((item) => (
            <Regel key={item.veld} item={item} onKlopt={klopt} onAnders={onAnders} />
          ))}
        </ul>
        {straks > 0 && <p className="m-quiet">Daarna nog {straks}.</p>}
      </Card>
    );
  });
}
