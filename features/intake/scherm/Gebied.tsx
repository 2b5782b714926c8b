import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { ButtonLink } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link, usePath } from '../../../web/ui/layout/Link.tsx';
import type { Intake } from '../intake.schema.ts';
import { GezondheidDeel } from './GezondheidDeel.tsx';
import { VraagBlok } from './VraagBlok.tsx';

type Onderdeel = Intake['onderdelen'][number];

/** Onderdelen die in het paneel ernaast worden vastgelegd. */
const ELDERS: Record<string, string> = {
  leerbaarheidstoets: 'De uitslag komt van DUO; een ontheffing legt u vast in het paneel.',
  privegesprek: 'Dit legt u vast in het paneel.',
};

function Staat({ onderdeel }: { onderdeel: Onderdeel }) {
  if (onderdeel.vastgelegd) return <Badge tone="met">vastgelegd</Badge>;
  return onderdeel.nodig ? <Badge tone="near">nog nodig</Badge> : <Badge>mag</Badge>;
}

function Kop({ onderdeel }: { onderdeel: Onderdeel }) {
  const { naam, eis, doel, grondslag } = onderdeel;
  return (
    <div className="m-row m-row--between">
      <h3>{naam}</h3>
      <span className="m-row">
        <span className="m-quiet">
          <Waarom
            over={`waarom? ${naam}`}
            vraag={eis === 'wet' ? 'Waarom is dit verplicht?' : 'Waarom bespreken we dit?'}
            uitleg={{ titel: naam, uitkomst: doel, grondslag }}
          >
            {eis === 'wet' ? 'verplicht door de wet' : 'onderwerp van de gemeente'}
          </Waarom>
        </span>
        <Staat onderdeel={onderdeel} />
      </span>
    </div>
  );
}

function OnderdeelDeel({ intake, onderdeel }: { intake: Intake; onderdeel: Onderdeel }) {
  const pad = usePath();
  const vragen = intake.vragen.filter((v) => v.onderdeel === onderdeel.id && v.vanToepassing);
  const elders = ELDERS[onderdeel.id];
  if (vragen.length === 0 && !elders && onderdeel.id !== 'gezondheid') return null;
  // Wat in het paneel staat, heeft daar zijn plek om heen te springen.
  return (
    <section id={elders ? undefined : `vraag-${onderdeel.id}`} className="intake-onderdeel">
      <Kop onderdeel={onderdeel} />
      {elders && (
        <p className="m-quiet">
          {elders}{' '}
          <Link href={`${pad}?gebied=${onderdeel.leefgebied}&vraag=${onderdeel.id}`}>
            Ga naar {onderdeel.naam.toLowerCase()}
          </Link>
        </p>
      )}
      {onderdeel.id === 'gezondheid' && <GezondheidDeel intake={intake} onderdeel={onderdeel} />}
      {vragen.map((vraag) => (
        <VraagBlok
          key={vraag.id}
          vraag={vraag}
          soort="antwoorden"
          grondslag={onderdeel.grondslag}
          magBewerken={intake.mag.bewerken}
        />
      ))}
    </section>
  );
}

/** De vragen van één leefgebied, met de weg naar het vorige en het volgende. */
export function Gebied({ intake, gekozen }: { intake: Intake; gekozen: string }) {
  const pad = usePath();
  const plek = intake.leefgebieden.findIndex((g) => g.id === gekozen);
  const [vorige, nu, volgende] = [-1, 0, 1].map((stap) => intake.leefgebieden[plek + stap]);
  return (
    <Card title={nu?.naam}>
      <div className="intake-onderdelen">
        {intake.onderdelen
          .filter((o) => o.leefgebied === gekozen)
          .map((o) => (
            <OnderdeelDeel key={o.id} intake={intake} onderdeel={o} />
          ))}
      </div>
      <div className="m-row m-row--between intake-verder">
        {vorige ? (
          <ButtonLink href={`${pad}?gebied=${vorige.id}&vraag=gebied`} icon="links">
            {vorige.naam}
          </ButtonLink>
        ) : (
          <span />
        )}
        {volgende && (
          <ButtonLink href={`${pad}?gebied=${volgende.id}&vraag=gebied`} icon="rechts">
            {volgende.naam}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
