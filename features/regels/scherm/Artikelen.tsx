import { Fragment } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { RegelDetail } from '../regels.schema.ts';

type Grondslag = RegelDetail['artikelen'][number];
type Bron = RegelDetail['gelezen'][number];

const ZEKERHEID: Record<Grondslag['zekerheid'], { woorden: string; tone: Tone }> = {
  vast: { woorden: 'staat zo in de wet', tone: 'met' },
  afgeleid: { woorden: 'onze lezing: volgt uit meer teksten samen', tone: 'near' },
  ontwerp: { woorden: 'onze lezing: de wet laat dit open', tone: 'near' },
  onbevestigd: { woorden: 'nog niet in de bron nagezien', tone: 'late' },
};

const dag = (iso: string) => formatDate(iso, 'datum');

/** De dag in een gedateerde link: de versie van de tekst die men te lezen krijgt. */
function versieVan(link: string): string | undefined {
  return /\/(\d{4}-\d{2}-\d{2})(?:$|[/#?])/.exec(link)?.[1];
}

/** De tekst van een artikel zoals die op een dag gold, bij wetten.overheid.nl. */
function WetLink({ grondslag }: { grondslag: Grondslag }) {
  return (
    <a href={grondslag.link} target="_blank" rel="noreferrer">
      {grondslag.artikel}
      <span className="m-hidden"> (opent in een nieuw tabblad)</span>
    </a>
  );
}

/** De artikelen in één regel, bij de tekst van de regel. */
export function StaatIn({ artikelen }: { artikelen: readonly Grondslag[] }) {
  const eerste = artikelen.filter(
    ({ artikel }, plek) => artikelen.findIndex((ander) => ander.artikel === artikel) === plek,
  );
  return (
    <p className="m-quiet regels-alinea">
      Staat in{' '}
      {eerste.map((grondslag, plek) => (
        <Fragment key={grondslag.artikel}>
          {plek > 0 && ' · '}
          <WetLink grondslag={grondslag} />
        </Fragment>
      ))}
    </p>
  );
}

function Artikel({ grondslag }: { grondslag: Grondslag }) {
  const { link, geldigVanaf, geldigTot, zekerheid, toelichting } = grondslag;
  const versie = versieVan(link);
  const { woorden, tone } = ZEKERHEID[zekerheid];
  return (
    <li>
      <WetLink grondslag={grondslag} />
      <p className="m-quiet">
        Geldt vanaf {dag(geldigVanaf)}
        {geldigTot && <>, niet meer op {dag(geldigTot)}</>}
        {versie && <> · tekst van {dag(versie)}</>}
      </p>
      <Badge tone={tone}>{woorden}</Badge>
      {toelichting && <p className="m-quiet">{toelichting}</p>}
    </li>
  );
}

function Gelezen({ bron }: { bron: Bron }) {
  const { wet, versie, ongelezen, toelichting } = bron;
  const stand =
    versie === 'niet gelezen'
      ? 'De tekst is niet gelezen.'
      : `Gelezen tot en met de versie van ${dag(versie)}.`;
  return (
    <li>
      <strong>{wet}.</strong> {stand}
      {ongelezen.length > 0 && versie !== 'niet gelezen' && (
        <> Niet gelezen: de versie van {ongelezen.map(dag).join(' en ')}.</>
      )}
      {toelichting && <> {toelichting}</>}
    </li>
  );
}

/** Waar de regel staat, hoe zeker dat is, en tot welke versie de wet is gelezen. */
export function Artikelen({ regel }: { regel: RegelDetail }) {
  return (
    <Card title="Waar dit staat">
      <ul className="regel-artikelen">
        {regel.artikelen.map((grondslag) => (
          <Artikel
            key={`${grondslag.artikel}${grondslag.geldigVanaf}${grondslag.toelichting ?? ''}`}
            grondslag={grondslag}
          />
        ))}
      </ul>
      <h3 className="regel-tussenkop">Welke versie geldt</h3>
      <p>{regel.versieVolgt}</p>
      <h3 className="regel-tussenkop">Wat is gelezen</h3>
      <ul className="regel-punten">
        {regel.gelezen.map((bron) => (
          <Gelezen key={bron.wet} bron={bron} />
        ))}
      </ul>
    </Card>
  );
}
