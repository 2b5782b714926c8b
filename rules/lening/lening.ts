import { doelgroepVeld, leerrouteVeld } from '../leerroute/velden.ts';
import type { Grondslag, OntbrekendFeit, Oordeel, Reden } from '../shared/antwoord.ts';
import { type Datum, plusJaren } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inEuro, inWoorden } from '../shared/tekst.ts';
import { datumVeld, type Invoer, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';

/** Besluit inburgering 2021 art. 6.2 lid 1, in eurocenten. */
const HOOGSTE_LENING = 10_000_00;
/** Wi2021 art. 20 lid 2 onder a: zoveel jaar na de termijn vervalt de aanspraak. */
const JAREN_NA_TERMIJN = 6;

const velden = {
  inburgeringsplichtig: jaNeeVeld('Inburgeringsplichtig onder de Wi2021'),
  doelgroep: doelgroepVeld(),
  doel: keuzeVeld('Waarvoor de lening is', [
    'cursus voor de leerroute',
    'taalschakeltraject',
    'alfabetisering',
    'examen',
  ]),
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  keurmerk: jaNeeVeld('De cursusinstelling heeft het keurmerk'),
  erkendTaalschakeltraject: jaNeeVeld('Het taalschakeltraject is erkend'),
  alfabetiseringInPip: jaNeeVeld('De alfabetisering staat als verplichting in het PIP'),
  oudeLeningOpen: jaNeeVeld('Er is nog een lening op grond van de oude wet niet afbetaald'),
  datumAanvraag: datumVeld('Dag van de aanvraag'),
  begindatumInburgeringstermijn: datumVeld('Eerste dag van de inburgeringstermijn'),
  laatsteDagInburgeringstermijn: datumVeld(
    'Laatste dag van de inburgeringstermijn, tot en met',
    'Met de verlengingen.',
  ),
  begindatumNieuweTermijn: datumVeld('Eerste dag van de nieuwe termijn uit een boetebeschikking'),
  laatsteDagNieuweTermijn: datumVeld('Laatste dag van die nieuwe termijn, tot en met'),
};

export type LeningFeiten = Invoer<typeof velden>;
type Naam = keyof LeningFeiten & string;

const ID = 'lening';
const TITEL = 'Lening voor de inburgering';
const W19 = grondslag(ID, 'wet', 'art. 19');
const W20 = grondslag(ID, 'wet', 'art. 20');
const HOOGTE = grondslag(ID, 'besluit', 'art. 6.2');
const DUUR = grondslag(ID, 'besluit', 'art. 6.3');

/**
 * `lening`: of iemand bij DUO een lening voor zijn inburgering kan krijgen.
 *
 * Wi2021 art. 19 en 20 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021
 * art. 6.2 en 6.3 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): alleen een gezins- of overige migrant,
 * voor wat hij voor zijn leerroute nodig heeft, gedurende de inburgeringstermijn, de verlenging of een nieuwe
 * termijn, en nooit later dan zes jaar na de inburgeringstermijn. De hoogte volgt het inkomen; DUO beslist.
 */
export function lening(f: LeningFeiten, herkomst: Herkomst = {}): Oordeel {
  const tijd = binnenDeTijd(f);
  return oordeel({
    titel: TITEL,
    grondslag: W20,
    redenen: [...overDePersoon(f), ...overHetDoel(f), ...(tijd.reden ? [tijd.reden] : [])],
    ontbreekt: watOntbreekt(f, tijd.ontbreekt),
    goed: `een lening van ten hoogste ${inEuro(HOOGSTE_LENING)} kan`,
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => [
      {
        titel: 'Hoogte volgens het inkomen van de persoon en zijn partner',
        uitkomst: `ten hoogste ${inEuro(HOOGSTE_LENING)}`,
        grondslag: HOOGTE,
      },
    ],
    zouWijzigenAls: ['de aanvraag op een andere dag wordt gedaan', 'het doel een ander is'],
  });
}

function overDePersoon(f: LeningFeiten): Reden[] {
  const redenen: Reden[] = [];
  if (f.inburgeringsplichtig === false) {
    const tekst = 'Een lening is er alleen voor wie inburgeringsplichtig is.';
    redenen.push(reden('plicht', 'inburgeringsplichtig', tekst, W20));
  }
  if (f.doelgroep === 'Asielstatushouder') {
    const tekst = 'Een asielstatushouder leent niet: de gemeente biedt de leerroute aan.';
    redenen.push(reden('doelgroep', 'doelgroep', tekst, W19));
  }
  if (f.oudeLeningOpen) {
    const tekst = 'De lening op grond van de oude wet is nog niet afbetaald of kwijtgescholden.';
    redenen.push(reden('oude-lening', 'oudeLeningOpen', tekst, HOOGTE));
  }
  return redenen;
}

/** Wat elk doel nog vraagt, met de zin als het er niet is (Besluit art. 6.2 lid 1, 3 en 4). */
const EISEN: Record<NonNullable<LeningFeiten['doel']>, readonly (readonly [Eis, string])[]> = {
  'cursus voor de leerroute': [['keurmerk', 'De instelling heeft geen keurmerk.']],
  taalschakeltraject: [['erkendTaalschakeltraject', 'Het taalschakeltraject is niet erkend.']],
  alfabetisering: [
    ['alfabetiseringInPip', 'De alfabetisering staat niet als verplichting in het PIP.'],
    ['keurmerk', 'De instelling heeft geen keurmerk.'],
  ],
  examen: [],
};
type Eis = 'keurmerk' | 'erkendTaalschakeltraject' | 'alfabetiseringInPip';

function overHetDoel(f: LeningFeiten): Reden[] {
  const eisen = f.doel ? EISEN[f.doel] : [];
  const redenen = eisen
    .filter(([eis]) => f[eis] === false)
    .map(([eis, tekst]) => reden(eis, eis, tekst, HOOGTE));
  if (f.doel === 'taalschakeltraject' && (f.leerroute ?? 'O') !== 'O') {
    const tekst =
      'Een taalschakeltraject hoort bij de onderwijsroute, en die staat niet in het PIP.';
    redenen.push(reden('leerroute', 'leerroute', tekst, HOOGTE));
  }
  return redenen;
}

const reden = (code: string, veld: Naam, tekst: string, g: Grondslag): Reden => ({
  code: `lening-${code}`,
  tekst,
  veld,
  grondslag: g,
});

/** Of de aanvraag op tijd is: een reden waarom niet, of de feiten die daarvoor ontbreken. */
function binnenDeTijd(f: LeningFeiten): { reden?: Reden; ontbreekt: Naam[] } {
  const { datumAanvraag: dag, begindatumInburgeringstermijn: begin } = f;
  const laatsteDag = f.laatsteDagInburgeringstermijn;
  if (!dag || !begin || !laatsteDag) {
    const namen = [
      'datumAanvraag',
      'begindatumInburgeringstermijn',
      'laatsteDagInburgeringstermijn',
    ] as const;
    return { ontbreekt: namen.filter((n) => f[n] === undefined) };
  }
  if (dag < begin) {
    const tekst = `De aanvraag kan vanaf ${inWoorden(begin)}, de eerste dag van de termijn.`;
    return { reden: reden('te-vroeg', 'datumAanvraag', tekst, DUUR), ontbreekt: [] };
  }
  return dag <= laatsteDag ? { ontbreekt: [] } : naDeTermijn(f, dag, laatsteDag);
}

function naDeTermijn(
  f: LeningFeiten,
  dag: Datum,
  laatsteDag: Datum,
): { reden?: Reden; ontbreekt: Naam[] } {
  const vervalt = plusJaren(laatsteDag, JAREN_NA_TERMIJN);
  const teLaat = (tekst: string, g: Grondslag) => ({
    reden: reden('te-laat', 'datumAanvraag', tekst, g),
    ontbreekt: [],
  });
  if (dag > vervalt) {
    return teLaat(`De aanspraak op een lening liep tot en met ${inWoorden(vervalt)}.`, W20);
  }
  const { begindatumNieuweTermijn: van, laatsteDagNieuweTermijn: tot } = f;
  if ((van && dag < van) || (tot && dag > tot)) {
    return teLaat(
      `Op ${inWoorden(dag)} liep er geen inburgeringstermijn en geen nieuwe termijn.`,
      DUUR,
    );
  }
  const namen = ['begindatumNieuweTermijn', 'laatsteDagNieuweTermijn'] as const;
  return { ontbreekt: namen.filter((n) => f[n] === undefined) };
}

function watOntbreekt(f: LeningFeiten, tijd: Naam[]): OntbrekendFeit[] {
  const altijd = ['inburgeringsplichtig', 'doelgroep', 'doel', 'oudeLeningOpen'] as const;
  const eisen: Naam[] = f.doel ? EISEN[f.doel].map(([eis]) => eis) : [];
  if (f.doel === 'taalschakeltraject') eisen.push('leerroute');
  return [...altijd, ...eisen]
    .filter((naam) => f[naam] === undefined)
    .concat(tijd)
    .map((naam) => ontbrekendFeit(velden, naam));
}

const GOED = {
  inburgeringsplichtig: true,
  doelgroep: 'Gezinsmigrant en overige migrant',
  doel: 'cursus voor de leerroute',
  keurmerk: true,
  oudeLeningOpen: false,
  datumAanvraag: '2025-06-02',
  begindatumInburgeringstermijn: '2024-03-16',
  laatsteDagInburgeringstermijn: '2027-03-15',
};

export const leningRegel = maakRegel({
  id: ID,
  titel: 'Lening voor de inburgering',
  vraag: 'Kan deze persoon bij DUO een lening krijgen?',
  beschrijving:
    'Een gezins- of overige migrant koopt zijn leerroute zelf en kan daarvoor bij DUO lenen: voor een cursus, een taalschakeltraject in de onderwijsroute, alfabetisering die in het PIP staat, of het examen. De cursusinstelling heeft het keurmerk, en een taalschakeltraject is erkend. De hoogte hangt af van het inkomen en is ten hoogste € 10.000.\n\nDe aanvraag kan gedurende de inburgeringstermijn, met verlengingen, en gedurende een nieuwe termijn uit een boetebeschikking; in elk geval niet later dan zes jaar na de inburgeringstermijn. Een asielstatushouder leent niet: de gemeente biedt de leerroute aan.',
  rijen: ['K7'],
  artikelen: [W19, W20, HOOGTE, DUUR],
  versieVolgt: 'De regeling is sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    { naam: 'Gezinsmigrant met een cursus bij een instelling met keurmerk', invoer: GOED },
    {
      naam: 'Asielstatushouder',
      invoer: { ...GOED, doelgroep: 'Asielstatushouder' },
    },
    {
      naam: 'Na de termijn, zonder nieuwe termijn bekend',
      invoer: { ...GOED, datumAanvraag: '2027-03-16' },
    },
  ],
  vindplaats: { bestand: 'rules/lening/lening.ts', test: 'rules/lening/lening.test.ts' },
  bepaal: lening,
});
