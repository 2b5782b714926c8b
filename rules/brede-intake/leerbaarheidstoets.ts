import type { Berekening, Oordeel, Uitleg } from '../shared/antwoord.ts';
import { grondslag } from '../shared/grondslag.ts';
import {
  aangehaaldeFeiten,
  type Herkomst,
  maakRegel,
  onbekend,
  ontbrekendFeit,
  vereis,
} from '../shared/regel.ts';
import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  oordeelVeld,
} from '../shared/velden.ts';

const UITSLAGEN = ['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const;
const HOOGSTE_SCORE = 99_999;

const scoreVeld = (naam: string) =>
  getalVeld(naam, { max: HOOGSTE_SCORE, eenheid: 'honderdsten', hulp: 'DUO’s 62,50 is 6250.' });

const velden = {
  uitslag: keuzeVeld('Uitslag van de leerbaarheidstoets', UITSLAGEN),
  behaaldeScore: scoreVeld('Behaalde score'),
  benodigdeScore: scoreVeld('Benodigde score'),
  datumAfname: datumVeld('Dag waarop DUO de toets registreerde'),
  ontheffing: jaNeeVeld('Er is ontheffing van de leerbaarheidstoets'),
};

export type LeerbaarheidstoetsFeiten = Invoer<typeof velden>;

export type Leerbaarheidstoets = {
  uitslag: (typeof UITSLAGEN)[number];
  /** Behaald min benodigd, in honderdsten. */
  verschil?: number;
  /** Altijd onwaar: het college bepaalt de leerroute. */
  beslist: false;
};

const TITEL = 'Leerbaarheidstoets';
const WET = grondslag('leerbaarheidstoets', 'wet', 'art. 14 lid 3 en 5');
const REGELING = grondslag('leerbaarheidstoets', 'regeling', 'art. 5.1');

/** Een score van DUO (`ddd,dd`) in honderdsten: `62,50` is 6250; leeg bij een andere vorm. */
export function leesScore(tekst: string): number | undefined {
  return /^\d{1,3},\d{2}$/.test(tekst) ? Number(tekst.replace(',', '')) : undefined;
}

/**
 * `leerbaarheidstoets`: wat de toets zegt over de B1-route. De uitslag is een advies; het college bepaalt
 * de leerroute op grond van de hele intake.
 *
 * Wi2021 art. 14 lid 3 en 5 (https://wetten.overheid.nl/BWBR0044770/2025-10-21) en Regeling inburgering
 * 2021 art. 5.1 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): DUO neemt de toets af en adviseert.
 */
export function leerbaarheidstoets(
  f: LeerbaarheidstoetsFeiten,
  herkomst: Herkomst = {},
): Berekening<Leerbaarheidstoets> {
  const uitleg = (uitkomst: string, stappen: Uitleg[]) => (): Uitleg => ({
    titel: TITEL,
    uitkomst,
    grondslag: WET,
    feiten: aangehaaldeFeiten(velden, f, undefined, herkomst),
    stappen,
    zouWijzigenAls: ['het college uit de rest van de intake een ander beeld krijgt'],
  });
  if (f.ontheffing) {
    const zin = 'niet nodig: er is ontheffing van de toets, de intake gaat door';
    return { uitkomst: 'niet-van-toepassing', uitleg: uitleg(zin, []) };
  }
  const nodig = vereis(velden, f, ['uitslag']);
  if ('ontbreekt' in nodig) return onbekend(TITEL, nodig.ontbreekt, WET);
  const { uitslag } = nodig.f;
  const { behaaldeScore: behaald, benodigdeScore: benodigd } = f;
  const beide = behaald !== undefined && benodigd !== undefined;
  const verschil = beide ? behaald - benodigd : undefined;
  return {
    uitkomst: 'bepaald',
    waarde: { uitslag, beslist: false, ...(verschil === undefined ? {} : { verschil }) },
    uitleg: uitleg(uitslag, [
      { titel: 'De uitslag is een advies', uitkomst: 'het college bepaalt de leerroute' },
      ...(verschil === undefined ? [] : scoreUitleg(uitslag, verschil)),
    ]),
  };
}

function scoreUitleg(uitslag: Leerbaarheidstoets['uitslag'], verschil: number): Uitleg[] {
  const genoeg = verschil >= 0;
  const stap = {
    titel: 'Behaalde score min benodigde score',
    uitkomst: (verschil / 100).toFixed(2).replace('.', ','),
  };
  const past = uitslag === 'Onbekend' || genoeg === (uitslag === 'B1-route haalbaar');
  if (past) return [stap];
  return [
    stap,
    { titel: 'De scores passen niet bij de uitslag', uitkomst: 'vraag DUO welke klopt' },
  ];
}

export const leerbaarheidstoetsRegel = maakRegel({
  id: 'leerbaarheidstoets',
  titel: 'Leerbaarheidstoets',
  vraag: 'Wat zegt de leerbaarheidstoets over de leerroute?',
  beschrijving:
    'De leerbaarheidstoets schat in of iemand binnen de termijn niveau B1 kan halen. DUO is verantwoordelijk voor de toets; getrainde toetsbegeleiders van de gemeente nemen haar af. De uitslag is: B1-route haalbaar, B1-route niet haalbaar of onbekend.\n\nDe uitslag is een advies. Het college bepaalt de leerroute op grond van de hele intake en mag van de uitslag afwijken.',
  rijen: ['C6', 'C7'],
  artikelen: [WET, REGELING],
  versieVolgt: 'De regels zijn sinds 2022 gelijk gebleven.',
  velden,
  waarde: {
    uitslag: keuzeVeld('Uitslag', UITSLAGEN),
    verschil: getalVeld('Behaald min benodigd', {
      min: -HOOGSTE_SCORE,
      max: HOOGSTE_SCORE,
      eenheid: 'honderdsten',
    }),
    beslist: jaNeeVeld('De uitslag beslist over de leerroute'),
  },
  voorbeelden: [
    {
      naam: 'B1-route haalbaar',
      invoer: { uitslag: 'B1-route haalbaar', behaaldeScore: 6250, benodigdeScore: 5000 },
    },
    { naam: 'B1-route niet haalbaar', invoer: { uitslag: 'B1-route niet haalbaar' } },
    { naam: 'Ontheffing van de toets', invoer: { ontheffing: true } },
    { naam: 'Nog geen uitslag', invoer: {} },
  ],
  vindplaats: {
    bestand: 'rules/brede-intake/leerbaarheidstoets.ts',
    test: 'rules/brede-intake/leerbaarheidstoets.test.ts',
  },
  bepaal: leerbaarheidstoets,
});

const ontheffingVelden = {
  visueleBeperking: jaNeeVeld('De persoon heeft een visuele beperking'),
  auditieveBeperking: jaNeeVeld('De persoon heeft een auditieve beperking'),
  kanToetsNietMaken: oordeelVeld('De persoon kan de toets door de auditieve beperking niet maken', [
    'wat de persoon hoort, met en zonder hulpmiddel',
    'of de toets met een aanpassing toch kan',
    'wat de persoon daar zelf over zegt',
  ]),
  datumBesluit: datumVeld('Dag van het besluit', 'Niet ingevuld: de tekst van nu.'),
};

export type ToetsOntheffingFeiten = Invoer<typeof ontheffingVelden>;

const ONTHEFFING = 'Ontheffing van de leerbaarheidstoets';
const ARTIKEL = grondslag('leerbaarheidstoets-ontheffing', 'wet', 'art. 14 lid 6', {
  toelichting:
    'In 2022 al toegepast, in de tekst sinds 2023; de wetswijziging van 21 oktober 2025 is niet nagelezen.',
});

const artikelOp = (f: ToetsOntheffingFeiten) =>
  f.datumBesluit
    ? grondslag('leerbaarheidstoets-ontheffing', 'wet', 'art. 14 lid 6', {
        op: f.datumBesluit,
        ...(f.datumBesluit < '2023-01-01'
          ? {
              zekerheid: 'onbevestigd' as const,
              toelichting: 'De ontheffing staat sinds 2023 in de wet en werd in 2022 al toegepast.',
            }
          : {}),
      })
    : ARTIKEL;

/**
 * `leerbaarheidstoets-ontheffing`: of het college ontheffing van alleen de leerbaarheidstoets geeft.
 *
 * Wi2021 art. 14 lid 6 (https://wetten.overheid.nl/BWBR0044770/2025-10-21): bij een visuele beperking, of bij
 * een auditieve beperking als iemand de toets niet kan maken. Over elke andere ontheffing beslist DUO.
 */
export function leerbaarheidstoetsOntheffing(
  f: ToetsOntheffingFeiten,
  herkomst: Herkomst = {},
): Oordeel {
  const artikel = artikelOp(f);
  const uitleg = (uitkomst: string) => (): Uitleg => ({
    titel: ONTHEFFING,
    uitkomst,
    grondslag: artikel,
    feiten: aangehaaldeFeiten(ontheffingVelden, f, undefined, herkomst),
    stappen: [
      { titel: 'Alleen de toets vervalt', uitkomst: 'de brede intake gaat door' },
      { titel: 'Wie beslist', uitkomst: 'het college; over andere ontheffingen beslist DUO' },
    ],
    zouWijzigenAls: ['blijkt dat de toets met een aanpassing wel kan'],
  });
  const gehoor = door(f.auditieveBeperking, f.kanToetsNietMaken);
  if (f.visueleBeperking) {
    return { uitkomst: 'voldoet', uitleg: uitleg('ja, door de visuele beperking') };
  }
  if (gehoor) return { uitkomst: 'voldoet', uitleg: uitleg('ja, door de auditieve beperking') };
  const namen = [
    ...(f.visueleBeperking === undefined ? (['visueleBeperking'] as const) : []),
    ...(gehoor === undefined && f.auditieveBeperking === undefined
      ? (['auditieveBeperking'] as const)
      : []),
    ...(gehoor === undefined && f.kanToetsNietMaken === undefined
      ? (['kanToetsNietMaken'] as const)
      : []),
  ];
  if (namen.length > 0) {
    const ontbreekt = namen.map((naam) => ontbrekendFeit(ontheffingVelden, naam));
    return onbekend(ONTHEFFING, ontbreekt, artikel);
  }
  const reden = (code: string, veld: string, tekst: string) => ({
    code: `leerbaarheidstoets-ontheffing-${code}`,
    tekst,
    veld,
    grondslag: artikel,
  });
  return {
    uitkomst: 'voldoet-niet',
    redenen: [
      reden('visueel', 'visueleBeperking', 'Er is geen visuele beperking.'),
      f.auditieveBeperking
        ? reden(
            'kan-toets-maken',
            'kanToetsNietMaken',
            'De toets kan ondanks de auditieve beperking.',
          )
        : reden(
            'auditief',
            'auditieveBeperking',
            'Er is geen auditieve beperking die de toets belet.',
          ),
    ],
    uitleg: uitleg('nee'),
  };
}

/** Of beide waar zijn: zeker onwaar als er één onwaar is, anders onbekend zolang er één ontbreekt. */
function door(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

export const leerbaarheidstoetsOntheffingRegel = maakRegel({
  id: 'leerbaarheidstoets-ontheffing',
  titel: ONTHEFFING,
  vraag: 'Hoeft iemand de leerbaarheidstoets niet te maken?',
  beschrijving:
    'Het college geeft ontheffing van de leerbaarheidstoets aan wie een visuele beperking heeft, en aan wie door een auditieve beperking de toets niet kan maken. Alleen de toets vervalt: de rest van de brede intake gaat door.\n\nOf iemand de toets met een auditieve beperking kan maken, is een oordeel. Dit is de enige ontheffing die het college zelf geeft; over alle andere beslist DUO.',
  rijen: ['C8', 'J10'],
  artikelen: [ARTIKEL],
  versieVolgt: 'De dag van het besluit.',
  velden: ontheffingVelden,
  voorbeelden: [
    { naam: 'Blind', invoer: { visueleBeperking: true } },
    {
      naam: 'Slechthorend, de toets kan wel',
      invoer: { visueleBeperking: false, auditieveBeperking: true, kanToetsNietMaken: false },
    },
    {
      naam: 'Doof, het oordeel ontbreekt',
      invoer: { visueleBeperking: false, auditieveBeperking: true },
    },
  ],
  vindplaats: {
    bestand: 'rules/brede-intake/leerbaarheidstoets.ts',
    test: 'rules/brede-intake/leerbaarheidstoets.test.ts',
  },
  bepaal: leerbaarheidstoetsOntheffing,
});
