import type { OntbrekendFeit, Oordeel, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import { oordeel } from '../shared/oordeel.ts';
import { aangehaaldeFeiten, type Herkomst, maakRegel, ontbrekendFeit } from '../shared/regel.ts';
import { opsomming } from '../shared/tekst.ts';
import {
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
  oordeelVeld,
} from '../shared/velden.ts';
import { inUren, somUren } from './uren.ts';
import { EXAMENONDERDELEN, eerderePipVeld, leerrouteVeld } from './velden.ts';

/** Besluit inburgering 2021 art. 5.5 lid 1: zoveel cursusuren NT2. */
export const AFSCHALEN_UREN = 600;

const SOORTEN = ['NT2', 'alfabetisering', 'NT2 in de brede intake', 'KNM'] as const;
const INSTELLINGEN = ['keurmerk', 'diploma-erkenning', 'anders'] as const;
const TAALONDERDELEN = EXAMENONDERDELEN.slice(0, 4);

const urenVelden = {
  soort: keuzeVeld('Soort les', SOORTEN),
  uren: getalVeld('Gevolgde uren', { eenheid: 'uur', gebroken: true }),
  instelling: keuzeVeld('Instelling', INSTELLINGEN, {
    hulp: 'Met keurmerk of certificaat, of een instelling voor de onderwijsroute met diploma-erkenning.',
  }),
  collegeTeltMee: jaNeeVeld(
    'Het college telt deze uren uit de brede intake mee',
    'Alleen van belang voor uren in de brede intake.',
  ),
};

const velden = {
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  eerderPip: eerderePipVeld(),
  inburgeringstermijnLoopt: jaNeeVeld(
    'De inburgeringstermijn loopt',
    'De eerste, een verlengde of een nieuwe termijn.',
  ),
  cursusuren: lijstVeld('Gevolgde cursusuren', urenVelden),
  voldoendeIngespannen: oordeelVeld(
    'De persoon heeft zich tijdens de lessen voldoende ingespannen',
    [
      'aanwezigheid en inzet volgens de school',
      'huiswerk en oefenen buiten de les',
      'examenpogingen en hun uitslag',
      'omstandigheden die leren moeilijk maakten',
    ],
  ),
  b1NietHaalbaar: oordeelVeld('Niveau B1 is binnen de termijn niet haalbaar', [
    'de voortgang volgens de school, per vaardigheid',
    'de tijd die van de termijn over is, ook na verlenging',
    'of meer of andere lessen nog verschil maken',
  ]),
  onderdelen: lijstVeld(
    'Onderdelen die op A2 worden geëxamineerd',
    { onderdeel: keuzeVeld('Onderdeel', ['lezen', 'luisteren', 'schrijven', 'spreken']) },
    'Leeg of niet ingevuld: alle vier.',
  ),
};

export type AfschalenFeiten = Invoer<typeof velden>;
type Uren = NonNullable<AfschalenFeiten['cursusuren']>[number];

const TITEL = 'Afschalen naar A2';
export const AFSCHALEN_GROND = grondslag('afschalen', 'besluit', 'art. 5.5');
const WET = grondslag('afschalen', 'wet', 'art. 17 lid 3');

/**
 * Of een rij uren telt; leeg als een ontbrekend feit daarover beslist. KNM telt nooit; uren in de brede
 * intake als het college ze meetelt (art. 5.5 lid 2) en de instelling aan lid 1 voldoet.
 */
function teltMee(u: Uren): boolean | undefined {
  if (u.soort === 'KNM' || u.instelling === 'anders') return false;
  const vanIntake = u.soort === 'NT2 in de brede intake';
  if (vanIntake && u.collegeTeltMee === false) return false;
  if (!u.soort || !u.instelling) return undefined;
  return vanIntake ? u.collegeTeltMee : true;
}

/** De uren die zeker tellen en die ten hoogste kunnen tellen als elk ontbrekend feit gunstig is. */
function telUren(rijen: readonly Uren[]): { zeker: number; mogelijk: number } {
  const kanTellen = rijen.filter((u) => teltMee(u) !== false);
  return {
    zeker: somUren(kanTellen.filter(teltMee).map((u) => u.uren ?? 0)),
    mogelijk: somUren(kanTellen.map((u) => u.uren ?? AFSCHALEN_UREN)),
  };
}

/**
 * `afschalen`: of in de B1-route een of meer taalonderdelen op A2 mogen worden geëxamineerd.
 *
 * Wi2021 art. 17 lid 3 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Besluit inburgering 2021
 * art. 5.5 (https://wetten.overheid.nl/BWBR0045555/2026-04-02): na 600 cursusuren NT2, alfabetisering
 * meegerekend, bij een instelling met keurmerk of diploma-erkenning. Of de inzet voldoende was en B1 niet
 * haalbaar is, oordeelt het college. Nooit in het eerste PIP.
 */
export function magAfschalen(f: AfschalenFeiten, herkomst: Herkomst = {}): Oordeel {
  const uren = telUren(f.cursusuren ?? []);
  const redenen = redenenTegen(f, uren.mogelijk);
  return oordeel({
    titel: TITEL,
    grondslag: AFSCHALEN_GROND,
    redenen,
    ontbreekt: watOntbreekt(f, uren.zeker),
    goed: `afschalen mag, voor ${onderdelen(f)}`,
    feiten: () => aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen: () => stappen(f, uren.zeker),
    zouWijzigenAls: [
      `er meer of minder dan ${AFSCHALEN_UREN} uur NT2 meetelt`,
      'het college anders oordeelt over de inzet of over de haalbaarheid van B1',
    ],
  });
}

function reden(code: string, veld: keyof AfschalenFeiten, tekst: string, g = WET): Reden {
  return { code: `afschalen-${code}`, tekst, veld, grondslag: g };
}

function redenenTegen(f: AfschalenFeiten, mogelijk: number): Reden[] {
  const redenen: Reden[] = [];
  if (f.leerroute && f.leerroute !== 'B') {
    redenen.push(reden('route', 'leerroute', 'Afschalen bestaat alleen in de B1-route.'));
  }
  if (f.eerderPip === false) {
    const tekst =
      'Het eerste PIP met de B1-route heeft niveau B1; afschalen kan pas in een later PIP.';
    redenen.push(reden('eerste-pip', 'eerderPip', tekst));
  }
  if (f.inburgeringstermijnLoopt === false) {
    const tekst = 'Er loopt geen inburgeringstermijn, ook geen verlengde of nieuwe.';
    redenen.push(reden('termijn', 'inburgeringstermijnLoopt', tekst));
  }
  if (f.cursusuren && mogelijk < AFSCHALEN_UREN) {
    const tekst = `Er telt ${inUren(mogelijk)} NT2 mee; nodig is ${AFSCHALEN_UREN} uur.`;
    redenen.push(reden('uren', 'cursusuren', tekst, AFSCHALEN_GROND));
  }
  if (f.voldoendeIngespannen === false) {
    const tekst = 'De inzet tijdens de lessen was volgens het college niet voldoende.';
    redenen.push(reden('inzet', 'voldoendeIngespannen', tekst, AFSCHALEN_GROND));
  }
  if (f.b1NietHaalbaar === false) {
    const tekst = 'Niveau B1 is volgens het college binnen de termijn nog haalbaar.';
    redenen.push(reden('haalbaar', 'b1NietHaalbaar', tekst));
  }
  return redenen;
}

const NODIG = [
  'leerroute',
  'eerderPip',
  'inburgeringstermijnLoopt',
  'cursusuren',
  'voldoendeIngespannen',
  'b1NietHaalbaar',
] as const;

function watOntbreekt(f: AfschalenFeiten, zeker: number): OntbrekendFeit[] {
  const namen = NODIG.filter((naam) => f[naam] === undefined);
  const ontbreekt = namen.map((naam) => ontbrekendFeit(velden, naam));
  const onvolledig = f.cursusuren?.some((u) => teltMee(u) !== false && !volledig(u));
  if (onvolledig && zeker < AFSCHALEN_UREN) {
    const tekst = 'Van een deel van de cursusuren ontbreekt het aantal, de soort of de instelling.';
    ontbreekt.push({ feit: 'cursusuren', tekst });
  }
  return ontbreekt;
}

const volledig = (u: Uren): boolean => u.uren !== undefined && teltMee(u) !== undefined;

function onderdelen(f: AfschalenFeiten): string {
  const gekozen = new Set((f.onderdelen ?? []).map((o) => o.onderdeel));
  const namen = TAALONDERDELEN.filter((naam) => gekozen.has(naam as never));
  return namen.length === 0 ? 'alle vier de taalonderdelen' : opsomming(namen);
}

function stappen(f: AfschalenFeiten, zeker: number): Uitleg[] {
  const perSoort = SOORTEN.flatMap((soort) => {
    const rijen = (f.cursusuren ?? []).filter((u) => u.soort === soort);
    const som = telUren(rijen).zeker;
    return rijen.length > 0 ? [{ titel: soort, uitkomst: `${inUren(som)} telt mee` }] : [];
  });
  return [
    {
      titel: `Cursusuren NT2 van de ${AFSCHALEN_UREN}`,
      uitkomst: inUren(zeker),
      grondslag: AFSCHALEN_GROND,
      stappen: perSoort,
    },
    { titel: 'Op niveau A2', uitkomst: onderdelen(f), grondslag: WET },
  ];
}

export const afschalenRegel = maakRegel({
  id: 'afschalen',
  titel: 'Afschalen naar A2',
  vraag: 'Mag het college in de B1-route het examen op niveau A2 laten doen?',
  beschrijving:
    'Wie de B1-route volgt en B1 binnen de termijn niet haalt, kan een of meer taalonderdelen op A2 doen. Dat kan pas na 600 cursusuren NT2 bij een instelling met keurmerk of een instelling voor de onderwijsroute. Alfabetisering telt mee, KNM niet; uren uit de brede intake tellen als het college dat besluit.\n\nHet college oordeelt of de inzet voldoende was en of B1 echt niet haalbaar is. Het kan in de eerste, een verlengde en een nieuwe termijn, nooit in het eerste PIP, en altijd met een wijziging van het PIP.',
  rijen: ['E5', 'E6', 'C12'],
  artikelen: [WET, AFSCHALEN_GROND],
  versieVolgt: 'De voorwaarden zijn sinds 2022 gelijk gebleven.',
  velden,
  voorbeelden: [
    {
      naam: '599 uur is te weinig',
      invoer: {
        leerroute: 'B',
        eerderPip: true,
        inburgeringstermijnLoopt: true,
        cursusuren: [{ soort: 'NT2', uren: 599, instelling: 'keurmerk' }],
        voldoendeIngespannen: true,
        b1NietHaalbaar: true,
      },
    },
    {
      naam: '600 uur met alfabetisering, alleen schrijven op A2',
      invoer: {
        leerroute: 'B',
        eerderPip: true,
        inburgeringstermijnLoopt: true,
        cursusuren: [
          { soort: 'NT2', uren: 450, instelling: 'keurmerk' },
          { soort: 'alfabetisering', uren: 150, instelling: 'keurmerk' },
        ],
        voldoendeIngespannen: true,
        b1NietHaalbaar: true,
        onderdelen: [{ onderdeel: 'schrijven' }],
      },
    },
    {
      naam: 'Het oordeel over de inzet ontbreekt',
      invoer: {
        leerroute: 'B',
        eerderPip: true,
        inburgeringstermijnLoopt: true,
        cursusuren: [{ soort: 'NT2', uren: 700, instelling: 'diploma-erkenning' }],
        b1NietHaalbaar: true,
      },
    },
  ],
  vindplaats: {
    bestand: 'rules/leerroute/afschalen.ts',
    test: 'rules/leerroute/afschalen.test.ts',
    api: ['GET /v1/dossiers/{dossierId}/wissel'],
    schermen: ['features/wissel/scherm/WisselScreen.tsx'],
  },
  bepaal: magAfschalen,
});
