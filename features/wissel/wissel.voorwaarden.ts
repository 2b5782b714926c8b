import { afschalenRegel, magAfschalen } from '../../rules/leerroute/afschalen.ts';
import { laatsteDagSchakelen, schakelen, schakelenRegel } from '../../rules/leerroute/schakelen.ts';
import {
  toegangLeerroute,
  toegangLeerrouteRegel,
} from '../../rules/leerroute/toegang-leerroute.ts';
import { ROUTENAAM } from '../../rules/leerroute/velden.ts';
import type { GebruiktFeit, Oordeel, Reden } from '../../rules/shared/antwoord.ts';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { aangehaaldeFeiten, type Herkomst, type Regel } from '../../rules/shared/regel.ts';
import type { Leerroute } from '../../rules/stand/feiten.ts';
import { niveauInPip } from '../../rules/verplichting/examens.ts';
import {
  afschaalFeiten,
  doelroute,
  type Gevoed,
  intakeUren,
  schakelFeiten,
  termijnVan,
  toegangTot,
  urenFeiten,
  voortgangFeiten,
  type Zaak,
} from './wissel.feiten.ts';
import type { Voorwaarde } from './wissel.schema.ts';
import { urenVragen, vraagVan } from './wissel.vragen.ts';

type Plek = Voorwaarde['ontbreekt'][number]['plek'];

/** De regels noemen een leerroute met haar letter, zoals DUO; een mens leest haar naam. */
const voluit = (f: GebruiktFeit): GebruiktFeit =>
  f.waarde in ROUTENAAM ? { ...f, waarde: ROUTENAAM[f.waarde as Leerroute] } : f;

/** Een deel van een regel dat een mens apart wil zien. */
type Deel<F> = {
  id: string;
  titel: string;
  /** De feiten waarover dit deel gaat; een reden of gemis bij een ander feit hoort bij een ander deel. */
  eigen: (keyof F & string)[];
  /** Feiten van een ander deel die de regel hier nodig heeft. */
  ook?: (keyof F & string)[];
  /** Waar een feit dat ontbreekt wordt vastgelegd, als dat niet hier is. */
  plekken?: Partial<Record<keyof F & string, Plek>>;
  bewijs?: GebruiktFeit[];
};

type Stelling<F> = { regel: Regel; bepaal: (f: F, h: Herkomst) => Oordeel } & Gevoed<F>;

function kies<F extends object>(feiten: F, namen: readonly (keyof F)[]): F {
  return Object.fromEntries(namen.map((naam) => [naam, feiten[naam]])) as F;
}

/**
 * Vraagt de regel naar één deel. Een feit dat de regel niet krijgt is voor haar nooit een reden, alleen een gemis:
 * zo blijft over wat bij dit deel hoort, en verbergt een weigering elders niet wat hier nog ontbreekt.
 */
function beoordeel<F extends object>(s: Stelling<F>, deel: Deel<F>, z: Zaak): Voorwaarde {
  const { eigen, ook = [] } = deel;
  const plekken: Deel<F>['plekken'] = deel.plekken ?? {};
  const feiten = kies(s.feiten, [...eigen, ...ook]);
  const oordeel = s.bepaal(feiten, s.herkomst);
  const hoort = (veld: string | undefined) => eigen.some((naam) => naam === veld);
  const redenen =
    oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen.filter((r) => hoort(r.veld)) : [];
  const open =
    oordeel.uitkomst === 'onbekend' ? oordeel.ontbreekt.filter((o) => hoort(o.feit)) : [];
  const getoond = kies(
    feiten,
    [...eigen, ...ook].filter((naam) => s.regel.velden[naam]?.soort !== 'lijst'),
  );
  const plek = (feit: string): Plek => plekken[feit as keyof F & string] ?? 'hier';
  return {
    id: deel.id,
    titel: deel.titel,
    stand: redenen.length > 0 ? 'niet' : open.length > 0 ? 'onbekend' : 'met',
    waardoor: null,
    redenen,
    ontbreekt: open.map((o) => ({ tekst: o.tekst, plek: plek(o.feit) })),
    feiten: aangehaaldeFeiten(s.regel.velden, getoond, undefined, s.herkomst).map(voluit),
    bewijs: deel.bewijs ?? [],
    grondslag: redenen[0]?.grondslag ?? oordeel.uitleg().grondslag ?? null,
    vragen: eigen.flatMap((naam) =>
      vraagVan(
        s.regel.velden,
        naam,
        z.antwoorden,
        open.some((o) => o.feit === naam),
      ),
    ),
  };
}

const LEEG = { waardoor: null, redenen: [], ontbreekt: [], bewijs: [], vragen: [] };

/** Of er op dit moment een plicht is; DUO beslist daarover. */
function plicht({ l }: Zaak): Voorwaarde {
  const { waarde, reden, uitleg } = l.toestand;
  const { feiten = [], grondslag = null } = uitleg();
  const actief = waarde === 'actief';
  const tekst = `Er loopt nu geen inburgeringsplicht: ${reden}.`;
  return {
    ...LEEG,
    id: 'plicht',
    titel: 'De inburgeringsplicht loopt',
    stand: actief ? 'met' : 'niet',
    redenen: actief ? [] : [{ code: 'wissel-plicht', tekst, ...(grondslag ? { grondslag } : {}) }],
    feiten,
    grondslag,
  };
}

const TERMIJN = [
  'datumWijziging',
  'begindatumInburgeringstermijn',
  'nietVrijstellendeOpleiding',
  'datumEindeNietVrijstellendeOpleiding',
  'bijzonderGeval',
] as const;

/** De eisen aan een andere leerroute als het PIP op `dag` wordt gewijzigd. */
function andereRoute(z: Zaak, dag: Datum): Voorwaarde[] {
  const schakel = { regel: schakelenRegel, bepaal: schakelen, ...schakelFeiten(z, dag) };
  const route = beoordeel(
    schakel,
    { id: 'route', titel: 'Het wordt een andere route', eigen: ['vanLeerroute', 'naarLeerroute'] },
    z,
  );
  if (route.stand === 'niet') return [route];
  const toegang = { regel: toegangLeerrouteRegel, bepaal: toegangLeerroute, ...toegangTot(z) };
  const op: Plek = 'leerroutes';
  return [
    route,
    binnenTermijn(z, dag, schakel),
    beoordeel(
      schakel,
      {
        id: 'voortgang',
        titel: 'De voortgang is anders dan het PIP verwachtte',
        eigen: ['voortgang'],
        bewijs: voortgangFeiten(z),
      },
      z,
    ),
    beoordeel(
      toegang,
      {
        id: 'wens',
        titel: 'De wens van de persoon is besproken',
        eigen: ['wensGehoord'],
        plekken: { wensGehoord: op },
      },
      z,
    ),
    beoordeel(
      toegang,
      {
        id: 'toegang',
        titel: 'De nieuwe route past bij deze persoon',
        eigen: [
          'leerroute',
          'wilBeroepsOfHogerOnderwijs',
          'groteKansOpDiploma',
          'examenOfTrajectHaalbaar',
        ],
        plekken: { wilBeroepsOfHogerOnderwijs: op },
        bewijs: voortgangFeiten(z),
      },
      z,
    ),
  ];
}

function binnenTermijn(
  z: Zaak,
  dag: Datum,
  schakel: Stelling<ReturnType<typeof schakelFeiten>['feiten']>,
): Voorwaarde {
  const deel = beoordeel(
    schakel,
    {
      id: 'termijn',
      titel: 'De wissel is op tijd',
      eigen: [...TERMIJN],
      ook: ['vanLeerroute', 'naarLeerroute'],
      plekken: { begindatumInburgeringstermijn: 'duo' },
    },
    z,
  );
  const feiten = deel.feiten.filter((f) => f.bron !== 'vandaag');
  if (deel.stand !== 'met') return { ...deel, feiten };
  // Met een gunstige voortgang zegt de regel zelf waardoor de wissel nog mag.
  const goed = schakelen({ ...schakelFeiten(z, dag).feiten, voortgang: 'minder dan verwacht' });
  const waardoor = goed.uitleg().stappen?.[0];
  const zin = [waardoor?.titel, waardoor?.uitkomst].filter(Boolean).join(': ');
  return {
    ...deel,
    feiten,
    waardoor: zin || null,
    grondslag: waardoor?.grondslag ?? deel.grondslag,
  };
}

/** De eisen aan afschalen naar A2 op `dag`. */
function naarA2(z: Zaak, dag: Datum): Voorwaarde[] {
  const afschalen = { regel: afschalenRegel, bepaal: magAfschalen, ...afschaalFeiten(z, dag) };
  const deel = (d: Deel<(typeof afschalen)['feiten']>) => beoordeel(afschalen, d, z);
  const uren = deel({
    id: 'uren',
    titel: 'Er zijn genoeg uren Nederlands gevolgd',
    eigen: ['cursusuren'],
    plekken: { cursusuren: 'traject' },
  });
  const bekend = urenFeiten(z);
  return [
    nogNietA2(z, deel({ id: 'route', titel: 'Het plan is de B1-route', eigen: ['leerroute'] })),
    deel({
      id: 'termijn',
      titel: 'De inburgeringstermijn loopt',
      eigen: ['inburgeringstermijnLoopt'],
      plekken: { inburgeringstermijnLoopt: 'duo' },
    }),
    {
      ...uren,
      feiten: bekend,
      ontbreekt: uren.ontbreekt.map((o) => ({
        ...o,
        plek: bekend.length > 0 ? 'hier' : 'traject',
      })),
      vragen: urenVragen(z, uren, intakeUren(z)),
    },
    deel({
      id: 'inzet',
      titel: 'De inzet was voldoende',
      eigen: ['voldoendeIngespannen'],
      bewijs: voortgangFeiten(z),
    }),
    deel({
      id: 'haalbaar',
      titel: 'B1 is binnen de termijn niet haalbaar',
      eigen: ['b1NietHaalbaar'],
      bewijs: voortgangFeiten(z),
    }),
  ];
}

/** Wie al op A2 examen doet, heeft niets af te schalen. */
function nogNietA2(z: Zaak, deel: Voorwaarde): Voorwaarde {
  if (deel.stand !== 'met' || niveauInPip(z.l) !== 'A2') return deel;
  const reden: Reden = { code: 'wissel-al-a2', tekst: 'Het plan is al op niveau A2.' };
  return { ...deel, stand: 'niet', redenen: [reden] };
}

const opDag = (z: Zaak, dag: Datum): Voorwaarde[] => [
  plicht(z),
  ...(z.naar === 'A2' ? naarA2(z, dag) : andereRoute(z, dag)),
];

type Kan = 'ja' | 'nee' | 'onbekend';

function samen(voorwaarden: readonly Voorwaarde[]): Kan {
  if (voorwaarden.some((v) => v.stand === 'niet')) return 'nee';
  return voorwaarden.every((v) => v.stand === 'met') ? 'ja' : 'onbekend';
}

/** De eerste van de dagen die iets kunnen veranderen waarop de regels ja zeggen, met dezelfde antwoorden. */
function eersteDag(z: Zaak): Datum | null {
  const dagen = [termijnVan(z.l)?.begin, z.antwoorden.datumEindeNietVrijstellendeOpleiding].filter(
    (d): d is Datum => d !== undefined && d > z.vandaag,
  );
  return dagen.sort().find((dag) => samen(opDag(z, dag)) === 'ja') ?? null;
}

/** De laatste dag van de anderhalf jaar, als de wissel de dag erna niet meer mag. */
function laatsteDag(z: Zaak, voorwaarden: readonly Voorwaarde[]): Datum | null {
  const begin = termijnVan(z.l)?.begin;
  const opTijd = voorwaarden.some((v) => v.id === 'termijn' && v.stand === 'met');
  if (!begin || !opTijd || z.naar === 'A2' || z.pip.inhoud.inhoud.leerroute === doelroute(z)) {
    return null;
  }
  const dag = laatsteDagSchakelen(begin);
  const erna = opDag(z, plusDagen(dag, 1)).find((v) => v.id === 'termijn');
  return dag >= z.vandaag && erna?.stand !== 'met' ? dag : null;
}

/** Elke eis aan deze wissel, of zij samen ja zeggen, en van wanneer tot wanneer dat zo is. */
export function toets(z: Zaak): {
  voorwaarden: Voorwaarde[];
  kan: Kan;
  vanaf: Datum | null;
  totEnMet: Datum | null;
} {
  const voorwaarden = opDag(z, z.vandaag);
  const kan = samen(voorwaarden);
  return {
    voorwaarden,
    kan,
    vanaf: kan === 'ja' ? null : eersteDag(z),
    totEnMet: laatsteDag(z, voorwaarden),
  };
}
