import type { Berekening, OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { type Datum, datum, laatste, plusDagen } from '../shared/datum.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, getalVeld, type Invoer, keuzeVeld, lijstVeld } from '../shared/velden.ts';
import { type Versie, versieOp } from '../shared/versies.ts';
import { inDagen } from './omstandigheid.ts';
import { eersteDagen, type Periode, telDagen, voegSamen } from './perioden.ts';

type Maten = {
  /** Wie nog volgt: maanden erbij, de eerste keer en de keren daarna. */
  perKeer: readonly number[];
  /** Entreeopleiding: ten hoogste zoveel maanden in totaal. */
  hoogstensEntree: number;
};

/** Besluit inburgering 2021 art. 4.3 lid 2 en Regeling art. 4.2, sinds 1 januari 2023. */
const MATEN: readonly Versie<Maten>[] = [
  { vanaf: datum('2023-01-01'), waarde: { perKeer: [24, 12, 12], hoogstensEntree: 24 } },
];

const OPLEIDINGEN = [
  'praktijkonderwijs',
  'VSO arbeidsmarkt',
  'VSO dagbesteding',
  'entreeopleiding',
] as const;

const opleidingVelden = {
  opleiding: keuzeVeld('Opleiding', OPLEIDINGEN),
  stand: keuzeVeld('Stand', ['afgerond', 'volgt nog', 'gestopt']),
  begin: datumVeld('Eerste dag van de inschrijving'),
  laatsteDag: datumVeld('Laatste dag van de inschrijving', 'Alleen bij een afgeronde opleiding.'),
};

const velden = {
  datumAanvraag: datumVeld('Dag van de aanvraag'),
  begindatumInburgeringsplicht: datumVeld('Eerste dag van de inburgeringsplicht'),
  laatsteDag: datumVeld('Laatste dag van de termijn, tot en met'),
  eerdereVerlengingen: getalVeld('Eerdere verlengingen voor een opleiding die nog werd gevolgd', {
    max: 99,
    eenheid: 'keer',
  }),
  opleidingen: lijstVeld('Opleidingen', opleidingVelden),
};

export type NietVrijstellendFeiten = Invoer<typeof velden>;
type Rij = NonNullable<NietVrijstellendFeiten['opleidingen']>[number];
/** `eind` is de eerste dag na de verlengde termijn; op scherm staat `laatsteDag`. */
export type NietVrijstellend = { dagen: number; laatsteDag: Datum; eind: Datum };

const TITEL = 'Verlenging door een opleiding die niet vrijstelt';
const BESLUIT = grondslag('niet-vrijstellend-onderwijs', 'besluit', 'art. 4.3 lid 2', {
  geldigVanaf: datum('2023-01-01'),
});
const REGELING = grondslag('niet-vrijstellend-onderwijs', 'regeling', 'art. 4.2', {
  geldigVanaf: datum('2023-01-01'),
  zekerheid: 'ontwerp',
  toelichting:
    'Opleidingen die direct op elkaar aansluiten tellen wij op; van losse reeksen telt de langste. DUO beslist.',
});

/**
 * `niet-vrijstellend-onderwijs`: hoeveel langer de termijn wordt door praktijkonderwijs, voortgezet speciaal
 * onderwijs of een entreeopleiding.
 *
 * Besluit inburgering 2021 art. 4.3 lid 2 (https://wetten.overheid.nl/BWBR0045555/2026-04-02) en Regeling
 * inburgering 2021 art. 4.2 (https://wetten.overheid.nl/BWBR0045574/2026-04-18), sinds 1 januari 2023:
 * afgerond, dan de duur van de inschrijving; nog bezig, dan twee jaar en daarna twee keer een jaar.
 */
export function nietVrijstellendOnderwijs(
  f: NietVrijstellendFeiten,
  herkomst: Herkomst = {},
): Berekening<NietVrijstellend> {
  const nee = (zin: string) => ({
    uitkomst: 'niet-van-toepassing' as const,
    uitleg: () => uitleg(f, herkomst, zin, []),
  });
  if (f.opleidingen?.length === 0) return nee('er is geen opleiding');
  const maten = f.datumAanvraag ? versieOp(MATEN, f.datumAanvraag)?.waarde : undefined;
  if (f.datumAanvraag && !maten) return nee('deze grond bestaat sinds 1 januari 2023');
  const nodig = vereis(velden, f, [
    'datumAanvraag',
    'begindatumInburgeringsplicht',
    'laatsteDag',
    'opleidingen',
  ]);
  const inRijen = watOntbreekt(f);
  if ('ontbreekt' in nodig) return onbekend(TITEL, [...nodig.ontbreekt, ...inRijen], BESLUIT);
  if (!maten || inRijen.length > 0) return onbekend(TITEL, inRijen, BESLUIT);
  const { laatsteDag: van, begindatumInburgeringsplicht: plicht, opleidingen } = nodig.f;
  const volgtNog = opleidingen.filter((o) => o.stand === 'volgt nog');
  const bij =
    volgtNog.length > 0
      ? nogBezig(volgtNog, f.eerdereVerlengingen ?? 0, van, maten)
      : afgerond(opleidingen, plicht, van, maten);
  if (bij.dagen === 0) return nee(bij.stap.uitkomst);
  const laatsteDag = plusDagen(van, bij.dagen);
  return {
    uitkomst: 'bepaald',
    waarde: { dagen: bij.dagen, laatsteDag, eind: plusDagen(laatsteDag, 1) },
    uitleg: () =>
      uitleg(f, herkomst, `verlengd tot en met ${inWoorden(laatsteDag)}`, [
        bij.stap,
        {
          titel: 'Nieuwe laatste dag',
          uitkomst: `${inWoorden(van)} + ${bij.dagen} dagen = ${inWoorden(laatsteDag)}`,
        },
      ]),
  };
}

type Bij = { dagen: number; stap: Uitleg & { uitkomst: string } };

function nogBezig(rijen: readonly Rij[], keer: number, van: Datum, maten: Maten): Bij {
  const alleenEntree = rijen.every((o) => o.opleiding === 'entreeopleiding');
  const maanden = maten.perKeer[keer] ?? 0;
  const gehad = maten.perKeer.slice(0, keer).reduce((n, m) => n + m, 0);
  const toegestaan = alleenEntree
    ? Math.max(0, Math.min(maanden, maten.hoogstensEntree - gehad))
    : maanden;
  const uitkomst = toegestaan > 0 ? `${toegestaan} maanden` : 'alle verlengingen zijn gebruikt';
  const titel = `Nog bezig met de opleiding, verlenging ${keer + 1}`;
  return { dagen: inDagen(van, toegestaan), stap: { titel, uitkomst, grondslag: REGELING } };
}

function afgerond(rijen: readonly Rij[], plicht: Datum, van: Datum, maten: Maten): Bij {
  const soort = (entree: boolean) =>
    rijen
      .filter((o) => (o.opleiding === 'entreeopleiding') === entree)
      .flatMap((o) => inschrijving(o, plicht));
  const hoogstens = inDagen(van, maten.hoogstensEntree);
  const reeksen = voegSamen([...soort(true), ...soort(false)]);
  const dagenVan = (reeks: Periode) => {
    const binnen = (p: Periode) => p.begin >= reeks.begin && p.eind <= reeks.eind;
    const entree = eersteDagen(hoogstens, soort(true).filter(binnen));
    return telDagen([...entree, ...soort(false).filter(binnen)]);
  };
  const dagen = Math.max(0, ...reeksen.map(dagenVan));
  const titel = 'Duur van de inschrijving, vanaf het begin van de plicht';
  return { dagen, stap: { titel, uitkomst: `${dagen} dagen`, grondslag: REGELING } };
}

function inschrijving(o: Rij, plicht: Datum): Periode[] {
  if (!o.begin || !o.laatsteDag) return [];
  return [{ begin: laatste(o.begin, plicht), eind: plusDagen(o.laatsteDag, 1) }];
}

function watOntbreekt(f: NietVrijstellendFeiten): OntbrekendFeit[] {
  const rijen = f.opleidingen ?? [];
  const bezig = rijen.some((o) => o.stand === 'volgt nog') && f.eerdereVerlengingen === undefined;
  const keer = bezig ? [ontbrekendFeit(velden, 'eerdereVerlengingen')] : [];
  const inRijen = (['opleiding', 'stand', 'begin', 'laatsteDag'] as const)
    .filter((naam) => rijen.some((o) => mist(o, naam)))
    .map((naam) => ({
      feit: `opleidingen.${naam}`,
      tekst: `Van een opleiding ontbreekt of klopt niet: ${opleidingVelden[naam].naam}.`,
    }));
  const gestopt = rijen.some((o) => o.stand === 'gestopt')
    ? [
        {
          feit: 'opleidingen.stand',
          tekst:
            'Hoeveel tijd een opleiding geeft waarmee iemand stopte, staat hier niet: vraag het DUO.',
        },
      ]
    : [];
  return [...keer, ...inRijen, ...gestopt];
}

function mist(o: Rij, naam: keyof Rij): boolean {
  if (naam === 'opleiding' || naam === 'stand') return o[naam] === undefined;
  if (o.stand !== 'afgerond') return false;
  if (naam === 'begin') return o.begin === undefined;
  return o.laatsteDag === undefined || (o.begin !== undefined && o.laatsteDag < o.begin);
}

function uitleg(
  f: NietVrijstellendFeiten,
  herkomst: Herkomst,
  uitkomst: string,
  stappen: Uitleg[],
): Uitleg {
  return {
    titel: TITEL,
    uitkomst,
    grondslag: BESLUIT,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['de opleiding langer duurt', 'de opleiding wordt afgerond'],
  };
}

const ZAAK = {
  datumAanvraag: '2026-10-01',
  begindatumInburgeringsplicht: '2024-02-01',
  laatsteDag: '2027-03-15',
};

export const nietVrijstellendOnderwijsRegel = maakRegel({
  id: 'niet-vrijstellend-onderwijs',
  titel: 'Verlenging door een opleiding die niet vrijstelt',
  vraag:
    'Hoeveel tijd komt erbij voor praktijkonderwijs, speciaal onderwijs of een entreeopleiding?',
  beschrijving:
    'Praktijkonderwijs, voortgezet speciaal onderwijs (arbeidsmarkt of dagbesteding) en de entreeopleiding stellen niet vrij van de inburgering, maar geven wel meer tijd. Wie zo’n opleiding heeft afgerond, krijgt de tijd van de inschrijving erbij, gerekend vanaf het begin van de plicht. Wie nog bezig is, krijgt twee jaar en daarna nog twee keer een jaar.\n\nVoor de entreeopleiding is het samen ten hoogste twee jaar. Deze grond bestaat sinds 1 januari 2023. DUO besluit.',
  rijen: ['B19'],
  artikelen: [BESLUIT, REGELING],
  versieVolgt: 'De dag van de aanvraag: vanaf 1 januari 2023.',
  velden,
  waarde: {
    dagen: getalVeld('Dagen erbij', { max: 99_999, eenheid: 'dagen' }),
    laatsteDag: datumVeld('Nieuwe laatste dag, tot en met'),
    eind: datumVeld('Eerste dag erna'),
  },
  voorbeelden: [
    {
      naam: 'Praktijkonderwijs afgerond',
      invoer: {
        ...ZAAK,
        opleidingen: [
          {
            opleiding: 'praktijkonderwijs',
            stand: 'afgerond',
            begin: '2023-09-01',
            laatsteDag: '2026-07-15',
          },
        ],
      },
    },
    {
      naam: 'Nog bezig, eerste keer',
      invoer: {
        ...ZAAK,
        eerdereVerlengingen: 0,
        opleidingen: [{ opleiding: 'VSO arbeidsmarkt', stand: 'volgt nog' }],
      },
    },
    {
      naam: 'Entreeopleiding, tweede keer: de twee jaar zijn op',
      invoer: {
        ...ZAAK,
        eerdereVerlengingen: 1,
        opleidingen: [{ opleiding: 'entreeopleiding', stand: 'volgt nog' }],
      },
    },
    { naam: 'De opleiding is niet bekend', invoer: ZAAK },
  ],
  vindplaats: {
    bestand: 'rules/verlenging/niet-vrijstellend-onderwijs.ts',
    test: 'rules/verlenging/niet-vrijstellend-onderwijs.test.ts',
  },
  bepaal: nietVrijstellendOnderwijs,
});
