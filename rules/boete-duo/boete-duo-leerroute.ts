import { maximumOp } from '../boete/bedragen.ts';
import { boeteAntwoord } from '../boete/boete-antwoord.ts';
import {
  hindernis,
  nietVerwijtbaar,
  poort,
  poortVelden,
  verwijtbaarVeld,
  voorDeWet,
} from '../boete/poort.ts';
import { leerrouteVeld } from '../leerroute/velden.ts';
import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { inEuro } from '../shared/tekst.ts';
import {
  bedragVeld,
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
} from '../shared/velden.ts';
import { BOETE_DUO_LEERROUTE_VOORBEELDEN } from './boete-duo-voorbeelden.ts';
import { bedragIn, naBehaald, POGINGEN, tabelOp, vak } from './boetetabel.ts';

const ID = 'boete-duo';

/** Vier taalonderdelen en KNM: wie ze alle heeft, is klaar (Wi2021 art. 7 lid 1 en art. 8 lid 4). */
const ALLE_ONDERDELEN = 5;

const velden = {
  ...poortVelden,
  leerroute: leerrouteVeld('Leerroute volgens het PIP'),
  laatsteDagTermijn: datumVeld(
    'Laatste dag van de termijn, met verlengingen',
    'Ook van een nieuwe termijn na een eerdere boete. DUO stelt haar vast.',
  ),
  leerrouteBehaald: jaNeeVeld('De leerroute is binnen die termijn behaald'),
  verblijfNietVerlengdOfIngetrokken: jaNeeVeld(
    'Verlenging van de verblijfsvergunning is geweigerd, of de vergunning is ingetrokken',
    'Op grond van art. 18 of 19 van de Vreemdelingenwet 2000.',
  ),
  verwijtbaar: verwijtbaarVeld(),
  geschatteIntensiteitB1Route: getalVeld('Uren van de B1-route volgens het PIP', {
    eenheid: 'uur',
    min: 1,
    hulp: 'Alleen voor asielstatushouders in de B1-route.',
  }),
  cursusuren: getalVeld('Gevolgde cursusuren NT2 en KNM', {
    eenheid: 'uur',
    gebroken: true,
    hulp: 'Bij een instelling met keurmerk; in de Z-route ook alfabetisering en uren uit de intake.',
  }),
  aanwezigheid: getalVeld('Aanwezigheid bij de lessen van het taalschakeltraject', {
    eenheid: 'procent',
    gebroken: true,
    max: 100,
  }),
  participatieuren: getalVeld('Uren participatie in de Z-route', {
    eenheid: 'uur',
    gebroken: true,
    hulp: 'Alleen voor asielstatushouders.',
  }),
  examenpogingen: keuzeVeld('Pogingen voor het examen', POGINGEN),
  behaaldeOnderdelen: getalVeld('Behaalde examenonderdelen', {
    max: ALLE_ONDERDELEN,
    hulp: 'Vier taalonderdelen en KNM.',
  }),
};

export type BoeteDuoLeerrouteFeiten = Invoer<typeof velden>;
type Naam = keyof BoeteDuoLeerrouteFeiten & string;

/** Bedragen in eurocenten. `tabelbedrag` is vóór de verlaging voor behaalde onderdelen. */
export type BoeteDuoLeerroute = { hoogsteBoete: number; tabelbedrag: number };

const TITEL = 'Boete van DUO voor de leerroute';
const wet = (artikel: string, op?: Datum) => grondslag(ID, 'wet', artikel, { op });
const BESLUIT = grondslag(ID, 'besluit', 'art. 7.2 lid 2');
const VERBLIJF = 'art. 25 lid 3';
const TABELGROND = {
  B: grondslag(ID, 'regeling', 'art. 7.1 en bijlage 6a', {
    zekerheid: 'afgeleid',
    toelichting:
      'De tabel springt van 59 naar 60 procent en van 249 naar 250 uur. Wat ertussen ligt, telt bij de lagere kolom.',
  }),
  O: grondslag(ID, 'regeling', 'art. 7.2 en bijlage 6b', {
    zekerheid: 'afgeleid',
    toelichting:
      'De tabel springt van 59 naar 60 procent. Wat ertussen ligt, telt bij de lagere kolom.',
  }),
  Z: grondslag(ID, 'regeling', 'art. 7.3 en bijlage 6c', {
    zekerheid: 'afgeleid',
    toelichting:
      'De tabel springt van 299 naar 300 uur. Wat ertussen ligt, telt bij de lagere kolom.',
  }),
} as const;

/**
 * `boete-duo-leerroute`: hoeveel boete DUO ten hoogste kan opleggen als de leerroute niet op tijd is
 * behaald.
 *
 * Wi2021 art. 25, 26 en 27 (https://wetten.overheid.nl/BWBR0044770/2023-01-01), Besluit inburgering 2021
 * art. 7.2 lid 2 en Regeling inburgering 2021 art. 7.1–7.3 met bijlage 6
 * (https://wetten.overheid.nl/BWBR0045574/2026-04-18). Bedragen in eurocenten. De laatste dag van de termijn
 * bepaalt de versie. DUO beslist; de gemeente kan hiermee uitleggen wat iemand te wachten staat.
 */
export function boeteDuoLeerroute(
  f: BoeteDuoLeerrouteFeiten,
  herkomst: Herkomst = {},
): Berekening<BoeteDuoLeerroute> {
  const voorwaarden = poort(ID, f);
  return boeteAntwoord({
    titel: TITEL,
    grondslag: wet('art. 25 en 26', f.laatsteDagTermijn),
    hindernissen: [
      ...voorDeWet(ID, f.laatsteDagTermijn),
      ...geenOvertreding(f),
      ...(f.verwijtbaar === false ? [nietVerwijtbaar(ID)] : []),
      ...voorwaarden.hindernissen,
    ],
    ontbreekt: [...voorwaarden.ontbreekt, ...ontbreekt(f)],
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    zouWijzigenAls: [
      'er meer lessen zijn gevolgd of meer onderdelen zijn behaald',
      'DUO de termijn verlengt',
      'DUO bijzondere omstandigheden meeweegt',
    ],
    reken: () => reken(f),
  });
}

function geenOvertreding(f: BoeteDuoLeerrouteFeiten): Uitleg[] {
  const metExamen = f.leerroute === 'B' || f.leerroute === 'O';
  const stappen: Uitleg[] = [];
  if (f.leerrouteBehaald)
    stappen.push(hindernis('De leerroute is op tijd behaald', ID, 'wet', 'art. 25 lid 1'));
  if (metExamen && f.behaaldeOnderdelen === ALLE_ONDERDELEN) {
    stappen.push(
      hindernis('Alle examenonderdelen zijn behaald', ID, 'wet', 'art. 7 lid 1 en art. 8 lid 4'),
    );
  }
  if (f.verblijfNietVerlengdOfIngetrokken) {
    const titel =
      'Het verblijf is niet verlengd of ingetrokken; dan legt DUO hiervoor geen boete op';
    stappen.push(hindernis(titel, ID, 'wet', VERBLIJF));
  }
  return stappen;
}

function ontbreekt(f: BoeteDuoLeerrouteFeiten): OntbrekendFeit[] {
  const namen: Naam[] = [
    'leerroute',
    'laatsteDagTermijn',
    'leerrouteBehaald',
    'verblijfNietVerlengdOfIngetrokken',
    'verwijtbaar',
    ...voorDeTabel(f),
  ];
  return namen.filter((n) => f[n] === undefined).map((n) => ontbrekendFeit(velden, n));
}

/** Welke feiten de tabel van deze leerroute en doelgroep vraagt. */
function voorDeTabel({ leerroute, doelgroep }: BoeteDuoLeerrouteFeiten): Naam[] {
  const asiel = doelgroep === 'Asielstatushouder';
  const examen: Naam[] = ['examenpogingen', 'behaaldeOnderdelen'];
  if (leerroute === 'O') return ['aanwezigheid', ...examen];
  if (leerroute === 'Z') return asiel ? ['cursusuren', 'participatieuren'] : ['cursusuren'];
  if (leerroute === undefined) return [];
  return asiel
    ? ['cursusuren', 'geschatteIntensiteitB1Route', ...examen]
    : ['cursusuren', ...examen];
}

type Plek = { rij: number; kolom: number; behaald: number; woorden: string };

function reken(feiten: BoeteDuoLeerrouteFeiten) {
  const f = feiten as Required<BoeteDuoLeerrouteFeiten>;
  const tabel = tabelOp(f.laatsteDagTermijn);
  const plek = plekIn(f);
  const tabelbedrag = tabel ? bedragIn(tabel, plek.rij, plek.kolom) : 0;
  const naVerlaging = tabel ? naBehaald(tabel, tabelbedrag, plek.behaald) : 0;
  const hoogsteBoete = Math.min(naVerlaging, maximumOp(f.laatsteDagTermijn, '25') ?? 0);
  return {
    waarde: { hoogsteBoete, tabelbedrag },
    uitkomst: `ten hoogste ${inEuro(hoogsteBoete)}`,
    stappen: (): Uitleg[] => [
      {
        titel: `Boetetabel: ${plek.woorden}`,
        uitkomst: inEuro(tabelbedrag),
        grondslag: TABELGROND[f.leerroute],
      },
      ...(plek.behaald > 0
        ? [
            {
              titel: `Verlaging met ${(tabel?.perOnderdeel ?? 0) * plek.behaald} procent: ${plek.behaald === 1 ? 'één onderdeel' : `${plek.behaald} onderdelen`} behaald`,
              uitkomst: inEuro(naVerlaging),
              grondslag: TABELGROND[f.leerroute],
            },
          ]
        : []),
      { titel: 'DUO geeft een nieuwe termijn', grondslag: wet('art. 25 lid 2') },
    ],
  };
}

const inGetal = (n: number): string => String(n).replace('.', ',');

function plekIn(f: Required<BoeteDuoLeerrouteFeiten>): Plek {
  const tabel = tabelOp(f.laatsteDagTermijn);
  const asiel = f.doelgroep === 'Asielstatushouder';
  if (f.leerroute === 'Z') {
    const kolom = vak(f.cursusuren, tabel?.urenZ ?? []);
    const rij = asiel ? vak(f.participatieuren, tabel?.urenZ ?? []) : 0;
    const uren = `${inGetal(f.cursusuren)} cursusuren`;
    const woorden = asiel ? `${uren} en ${inGetal(f.participatieuren)} uur participatie` : uren;
    return { rij, kolom, behaald: 0, woorden };
  }
  const rij = POGINGEN.indexOf(f.examenpogingen);
  const behaald = f.behaaldeOnderdelen;
  if (f.leerroute === 'B' && !asiel) {
    const woorden = `${inGetal(f.cursusuren)} cursusuren, ${f.examenpogingen}`;
    return { rij, kolom: vak(f.cursusuren, tabel?.urenB1 ?? []), behaald, woorden };
  }
  const procent =
    f.leerroute === 'O'
      ? f.aanwezigheid
      : Math.floor(Math.round(f.cursusuren * 100) / f.geschatteIntensiteitB1Route);
  const woorden = `${inGetal(procent)} procent van de lessen gevolgd, ${f.examenpogingen}`;
  return { rij, kolom: vak(procent, tabel?.procent ?? []), behaald, woorden };
}

export const boeteDuoLeerrouteRegel = maakRegel({
  id: ID,
  titel: 'Boete van DUO als de leerroute niet op tijd is behaald',
  vraag: 'Hoeveel boete kan DUO ten hoogste opleggen als de leerroute niet op tijd is behaald?',
  beschrijving:
    'Wie zijn leerroute niet binnen de termijn behaalt, kan van DUO een boete krijgen. Hoeveel lessen iemand volgde en wat hij met de examens deed, bepaalt het bedrag: van € 1.000 tot € 225. Elk behaald onderdeel haalt er in de B1-route en de onderwijsroute 20 procent af. In de Z-route tellen de cursusuren, en bij asielstatushouders ook de uren participatie.\n\nDUO geeft daarbij een nieuwe termijn. Is verlenging van de verblijfsvergunning geweigerd of is de vergunning ingetrokken, dan komt er geen boete. Ook niet als het de persoon niet te verwijten valt, of als de bijstand voor dezelfde gedraging is verlaagd.\n\nBij vluchtelingen laat het Europese Hof een boete alleen toe bij bewezen en blijvende onwil. DUO beslist; deze regel zegt wat ten hoogste kan.',
  rijen: ['I8', 'I10', 'I11', 'I12', 'I15'],
  artikelen: [
    wet('art. 25 en 26'),
    wet(VERBLIJF),
    BESLUIT,
    TABELGROND.B,
    TABELGROND.O,
    TABELGROND.Z,
  ],
  versieVolgt: 'De laatste dag van de termijn.',
  velden,
  waarde: {
    hoogsteBoete: bedragVeld('Wat DUO ten hoogste kan opleggen'),
    tabelbedrag: bedragVeld('Bedrag in de boetetabel, vóór de verlaging'),
  },
  voorbeelden: BOETE_DUO_LEERROUTE_VOORBEELDEN,
  vindplaats: {
    bestand: 'rules/boete-duo/boete-duo-leerroute.ts',
    test: 'rules/boete-duo/boete-duo-leerroute.test.ts',
  },
  bepaal: boeteDuoLeerroute,
});
