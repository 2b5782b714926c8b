import type { Leefgebied } from '../../rules/brede-intake/onderdelen.ts';
import { bronVan } from '../../rules/shared/gegeven.ts';
import type { Feit, FeitSoort } from '../../rules/stand/feiten.ts';
import { waarschuwing } from '../shared/gevoelig.schema.ts';
import type { Tijdlijn } from './dossier.schema.ts';
import { feittekst, type Woorden } from './feittekst.ts';
import { leefgebiedVan, type Onderwerp, onderwerpVan } from './onderwerpen.ts';

type Item = Tijdlijn['items'][number];
type Eerder = Item['eerder'][number];

export type Bronnen = {
  feiten: readonly Feit[];
  woorden: Woorden;
  /** Soorten die de kijker mag zien. */
  zicht: ReadonlySet<FeitSoort>;
  overgenomen: ReadonlySet<string>;
  documenten: readonly {
    documentId: string;
    titel: string;
    gemaaktOp: string;
    door: string | null;
  }[];
  berichtenIn: readonly { id: string; gebeurtenisId: string; ontvangenOp: string; staat: string }[];
  berichtenUit: readonly {
    id: string;
    staat: string;
    gemaaktOp: string;
    afgerondOp: string | null;
  }[];
  samengevoegd: readonly { dossierId: string; op: string; door: string | null }[];
};

/** Wat DUO antwoordde staat als feit in de tijdlijn. */
const UITGAAND: Record<string, string> = {
  wacht: 'PIP staat klaar voor DUO',
  bezig: 'PIP wordt naar DUO verstuurd',
  geaccepteerd: 'PIP naar DUO verstuurd',
  geweigerd: 'PIP naar DUO verstuurd',
  ingetrokken: 'Bericht aan DUO ingetrokken voordat het vertrok',
};

/** De feiten die een feit achtereenvolgens verving, nieuwste eerst. */
function eerdere(feit: Feit, perId: ReadonlyMap<string, Feit>): Feit[] {
  const keten: Feit[] = [];
  let vorige = feit.vervangt ? perId.get(feit.vervangt) : undefined;
  while (vorige && !keten.includes(vorige)) {
    keten.push(vorige);
    vorige = vorige.vervangt ? perId.get(vorige.vervangt) : undefined;
  }
  return keten;
}

/** Soorten met woorden die iemand zelf typte. */
const OPEN_TEKST: ReadonlySet<FeitSoort> = new Set<FeitSoort>([
  'aanbod-ingetrokken',
  'afspraak-uitkomst',
  'derde-informatie',
  'doel',
  'dossier-afgerond',
  'intake-antwoord',
  'netwerk',
  'notitie',
  'pip-ingetrokken',
  'plan-afspraak',
  'route-standpunt',
  'verwijtbaarheid',
  'voortgangsgesprek',
]);
/** Soorten die een mens met één toets bevestigt zonder iets te wijzigen. */
const TE_BEVESTIGEN: ReadonlySet<FeitSoort> = new Set<FeitSoort>(['intake-antwoord', 'taal']);

/** Bij een antwoord telt alleen wat is geantwoord: een vraag mag over een lastig onderwerp gaan. */
function isGevoelig(f: Feit, tekst: string): boolean {
  if (!OPEN_TEKST.has(f.soort)) return false;
  const getypt = f.soort === 'intake-antwoord' ? String(f.inhoud.waarde) : tekst;
  return waarschuwing(getypt) !== undefined;
}

/** Wat er vóór `feit` stond, nieuwste eerst; wie de raad bij gevoelige woorden volgt, laat ze niet alsnog achter. */
function eerderGeschreven(feit: Feit, keten: readonly Feit[], woorden: Woorden): Eerder[] {
  return keten.map((e, n) => {
    const tekst = feittekst(e, woorden);
    const herkomst = { bron: bronVan(e), vastgelegdOp: e.vastgelegdOp };
    const na = keten[n - 1] ?? feit;
    if (TE_BEVESTIGEN.has(e.soort) && e.soort === na.soort && tekst === feittekst(na, woorden))
      return { soort: 'bevestigd', tekst: 'hetzelfde', ...herkomst };
    if (isGevoelig(e, tekst))
      return { soort: 'gevoelig', tekst: 'een tekst met gevoelige gegevens', ...herkomst };
    return { soort: 'anders', tekst, ...herkomst };
  });
}

function vanFeiten({ feiten, woorden, zicht, overgenomen }: Bronnen): Item[] {
  const perId = new Map(feiten.map((f) => [f.id, f]));
  const vervangen = new Set(feiten.flatMap((f) => (f.vervangt ? [f.vervangt] : [])));
  return feiten
    .filter((f) => !vervangen.has(f.id) && zicht.has(f.soort))
    .map((f) => ({
      id: f.id,
      soort: 'feit',
      onderwerp: onderwerpVan(f.soort),
      datum: f.geldigOp,
      vastgelegdOp: f.vastgelegdOp,
      tekst: feittekst(f, woorden),
      bron: bronVan(f),
      // Een feit kan een feit van een andere soort vervangen; ook dat moet zichtbaar mogen zijn.
      eerder: eerderGeschreven(
        f,
        eerdere(f, perId).filter((e) => zicht.has(e.soort)),
        woorden,
      ),
      overgenomen: overgenomen.has(f.id),
    }));
}

type Los = Pick<Item, 'id' | 'soort' | 'tekst' | 'bron' | 'documentId'> & { op: string };

const DAG_IN_NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** De dag in Nederland waarop een moment valt. */
export const dagInNederland = (moment: string): string => DAG_IN_NEDERLAND.format(new Date(moment));

const los = ({ op, ...item }: Los, onderwerp: Onderwerp = 'brieven'): Item => ({
  ...item,
  onderwerp,
  datum: dagInNederland(op),
  vastgelegdOp: op,
  eerder: [],
  overgenomen: false,
});

type BerichtIn = Bronnen['berichtenIn'][number];

function ontvangenTekst({ gebeurtenisId, staat }: BerichtIn, woorden: Woorden): string {
  const wat = woorden.gebeurtenis(gebeurtenisId);
  const melding = `Melding ${gebeurtenisId} van DUO ontvangen${wat ? `: ${wat}` : ''}`;
  return staat === 'postvak' ? `${melding} (ligt in het postvak)` : melding;
}

function vanBerichten({ feiten, berichtenIn, berichtenUit, woorden }: Bronnen): Item[] {
  // Een verwerkte melding staat al als feit in de tijdlijn.
  const alsFeit = new Set(
    feiten.flatMap((f) => (f.soort === 'duo-gebeurtenis' ? [f.inhoud.gebeurtenisId] : [])),
  );
  const binnen = berichtenIn
    .filter((b) => !alsFeit.has(b.gebeurtenisId))
    .map((b) =>
      los({
        id: b.id,
        soort: 'bericht-in',
        op: b.ontvangenOp,
        tekst: ontvangenTekst(b, woorden),
        bron: `DUO ${b.gebeurtenisId}`,
      }),
    );
  const uit = berichtenUit.map((b) =>
    los({
      id: b.id,
      soort: 'bericht-uit',
      op: b.afgerondOp ?? b.gemaaktOp,
      tekst: UITGAAND[b.staat] ?? 'Bericht aan DUO',
      bron: 'Meedoen',
    }),
  );
  return [...binnen, ...uit];
}

function vanStukken({ documenten, samengevoegd }: Bronnen): Item[] {
  const brieven = documenten.map((d) =>
    los({
      id: d.documentId,
      soort: 'brief',
      op: d.gemaaktOp,
      tekst: d.titel,
      bron: d.door ?? 'Meedoen',
      documentId: d.documentId,
    }),
  );
  const samen = samengevoegd.map((s) =>
    los(
      {
        id: s.dossierId,
        soort: 'samenvoeging',
        op: s.op,
        tekst: 'Een tweede dossier van dezelfde persoon is hierin opgegaan',
        bron: s.door ?? 'Meedoen',
      },
      'persoon',
    ),
  );
  return [...brieven, ...samen];
}

const PREFIX = /^Brede intake – /;
const MINSTENS = 3;

/**
 * De antwoorden die iemand op één dag vastlegde zijn samen één gebeurtenis; elk antwoord blijft te lezen.
 * Een verbeterd of overgenomen antwoord blijft apart staan.
 */
function bundelAntwoorden(items: readonly Item[], soorten: ReadonlyMap<string, FeitSoort>): Item[] {
  const los = (i: Item) =>
    soorten.get(i.id) !== 'intake-antwoord' || i.eerder.length > 0 || i.overgenomen;
  const bundels = Map.groupBy(
    items.filter((i) => !los(i)),
    (i) => `${i.datum} ${i.bron}`,
  );
  return [...items.filter(los), ...[...bundels.values()].flatMap(bundel)];
}

function bundel(antwoorden: Item[]): Item[] {
  const laatste = antwoorden
    .toSorted((a, b) => a.vastgelegdOp.localeCompare(b.vastgelegdOp))
    .at(-1);
  if (!laatste || antwoorden.length < MINSTENS) return antwoorden;
  return [
    {
      ...laatste,
      tekst: `Brede intake: ${antwoorden.length} antwoorden vastgelegd`,
      onderdelen: antwoorden.map((a) => {
        const tekst = a.tekst.replace(PREFIX, '');
        return tekst.charAt(0).toUpperCase() + tekst.slice(1);
      }),
    },
  ];
}

/** Een geheim adres is alleen voor wie het hele dossier mag inzien (Wet BRP art. 2.59). */
function zonderGeheimAdres(feiten: readonly Feit[], zicht: ReadonlySet<FeitSoort>) {
  const geheim = feiten.some((f) => f.soort === 'persoon' && f.inhoud.geheimhouding);
  return geheim ? new Set([...zicht].filter((soort) => soort !== 'adres')) : zicht;
}

/** Alles wat in een dossier gebeurde, nieuwste eerst: feiten, brieven, berichten en samenvoegingen. */
export function maakTijdlijn(
  bronnen: Bronnen,
  inzien: boolean,
  onderwerp?: string,
  leefgebied?: Leefgebied,
): Item[] {
  const { feiten, zicht } = bronnen;
  const soorten = new Map(feiten.map((f) => [f.id, f.soort]));
  const gebieden = new Map(feiten.map((f) => [f.id, leefgebiedVan(f)]));
  const uitFeiten = vanFeiten(
    inzien ? bronnen : { ...bronnen, zicht: zonderGeheimAdres(feiten, zicht) },
  ).filter((i) => !leefgebied || gebieden.get(i.id) === leefgebied);
  // Een brief of bericht gaat niet over één leefgebied.
  const stukken = inzien && !leefgebied;
  const alle = [
    ...bundelAntwoorden(uitFeiten, soorten),
    ...(stukken ? [...vanBerichten(bronnen), ...vanStukken(bronnen)] : []),
  ];
  return alle
    .filter((i) => !onderwerp || i.onderwerp === onderwerp)
    .sort(
      (a, b) =>
        b.datum.localeCompare(a.datum) ||
        b.vastgelegdOp.localeCompare(a.vastgelegdOp) ||
        b.id.localeCompare(a.id),
    );
}
