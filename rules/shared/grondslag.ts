import type { Grondslag, Zekerheid } from './antwoord.ts';
import { type Datum, datum } from './datum.ts';

type Wet = {
  naam: string;
  bwb: string;
  versies: Datum[];
  /** De nieuwste versie waarvan de tekst zelf is gelezen. */
  gelezen?: Datum;
  /** Een versie waarvan de tekst nog niet is nagelezen, met de artikelen waarvoor dat ertoe doet. */
  ongelezen?: { vanaf: Datum; artikelen: number[]; toelichting: string };
};

/**
 * De regelingen waarop wordt gesteund, met hun id bij wetten.overheid.nl en de dagen waarop een
 * nieuwe versie inging. Een nieuwe versie wordt hier met haar datum toegevoegd.
 */
const WETTEN = {
  wet: {
    naam: 'Wet inburgering 2021',
    bwb: 'BWBR0044770',
    versies: ['2022-01-01', '2023-01-01', '2025-10-21'].map(datum),
    gelezen: datum('2023-01-01'),
    ongelezen: {
      vanaf: datum('2025-10-21'),
      artikelen: [14, 22, 23, 24, 25, 26, 27, 33, 34, 35, 36],
      toelichting: 'De wetswijziging van 21 oktober 2025 is niet nagelezen.',
    },
  },
  besluit: {
    naam: 'Besluit inburgering 2021',
    bwb: 'BWBR0045555',
    versies: [
      '2022-01-01',
      '2022-09-26',
      '2023-01-01',
      '2023-07-01',
      '2024-06-12',
      '2026-04-02',
    ].map(datum),
    gelezen: datum('2026-04-02'),
  },
  regeling: {
    naam: 'Regeling inburgering 2021',
    bwb: 'BWBR0045574',
    versies: [
      '2022-01-01',
      '2022-10-01',
      '2023-01-01',
      '2023-04-01',
      '2024-10-01',
      '2025-07-01',
      '2025-10-01',
      '2026-04-18',
    ].map(datum),
    gelezen: datum('2026-04-18'),
  },
  participatiewet: {
    naam: 'Participatiewet',
    bwb: 'BWBR0015703',
    versies: ['2022-01-01', '2025-07-01'].map(datum),
    gelezen: datum('2025-07-01'),
    ongelezen: {
      vanaf: datum('2025-07-01'),
      artikelen: [56],
      toelichting: 'Of art. 56a na 1 juli 2025 is gewijzigd, is niet nagelezen.',
    },
  },
  termijnenwet: {
    naam: 'Algemene termijnenwet',
    bwb: 'BWBR0002448',
    versies: ['2010-10-10'].map(datum),
    gelezen: datum('2010-10-10'),
  },
  awb: {
    naam: 'Algemene wet bestuursrecht',
    bwb: 'BWBR0005537',
    versies: ['2022-01-01'].map(datum),
    ongelezen: {
      vanaf: datum('2022-01-01'),
      artikelen: [],
      toelichting: 'De tekst van de Awb is niet nagelezen, op art. 6:7 en 6:8 na.',
    },
  },
} satisfies Record<string, Wet>;

const ALLE: Record<WetId, Wet> = WETTEN;

export type WetId = keyof typeof WETTEN;

/** Dag waarop de Wi2021 in werking trad. */
export const INWERKINGTREDING = datum('2022-01-01');

/** De versie van `wet` die op `op` gold (zonder `op`: de nieuwste). */
function versieOp(wet: WetId, op: Datum | undefined): Datum {
  const versies: Datum[] = WETTEN[wet].versies;
  const gegolden = op ? versies.filter((v) => v <= op) : versies;
  return gegolden.at(-1) ?? versies[0] ?? INWERKINGTREDING;
}

export type GrondslagKeuze = {
  /** Kies de wettekst die op deze dag gold; zonder: de nieuwste. */
  op?: Datum;
  geldigVanaf?: Datum;
  geldigTot?: Datum;
  zekerheid?: Zekerheid;
  toelichting?: string;
};

/**
 * Maakt een verwijzing naar een artikel, met een gedateerde link naar wetten.overheid.nl.
 * `artikel` is het deel na de naam van de wet: 'art. 5.3 lid 1'.
 */
export function grondslag(
  regel: string,
  wet: WetId,
  artikel: string,
  keuze: GrondslagKeuze = {},
): Grondslag {
  const { naam, bwb, ongelezen } = ALLE[wet];
  const versie = versieOp(wet, keuze.op);
  const twijfel =
    ongelezen && versie >= ongelezen.vanaf && noemt(artikel, ongelezen.artikelen)
      ? ongelezen.toelichting
      : undefined;
  const toelichting = keuze.toelichting ?? twijfel;
  return {
    regel,
    artikel: `${naam} ${artikel}`,
    link: `https://wetten.overheid.nl/${bwb}/${versie}`,
    geldigVanaf: keuze.geldigVanaf ?? INWERKINGTREDING,
    zekerheid: keuze.zekerheid ?? (twijfel ? 'onbevestigd' : 'vast'),
    ...(keuze.geldigTot ? { geldigTot: keuze.geldigTot } : {}),
    ...(toelichting ? { toelichting } : {}),
  };
}

/** Of een verwijzing als 'art. 14 lid 3 en 6' of 'art. 13, 15 en 16' een van deze artikelen noemt. */
function noemt(verwijzing: string, artikelen: number[]): boolean {
  const zonderLeden = verwijzing.replaceAll(/lid \d+(?:[–-]\d+)?(?: (?:en|tot) \d+)?/g, '');
  return [...zonderLeden.matchAll(/\d+/g)].some((m) => artikelen.includes(Number(m[0])));
}

/** Welke versies van een wet zijn gelezen; een latere kan iets veranderen dat hier niet staat. */
export type GelezenBron = {
  wet: string;
  versie: Datum | 'niet gelezen';
  ongelezen: Datum[];
  toelichting?: string;
};

/** Per wet waarop `grondslagen` rusten: tot welke versie de tekst is gelezen. */
export function bronnenVan(grondslagen: readonly Grondslag[]): GelezenBron[] {
  return Object.values(ALLE)
    .filter((wet) => grondslagen.some((g) => g.link.includes(`/${wet.bwb}/`)))
    .map(({ naam, versies, gelezen, ongelezen }) => ({
      wet: naam,
      versie: gelezen ?? 'niet gelezen',
      ongelezen: versies.filter((v) => !gelezen || v > gelezen),
      ...(ongelezen ? { toelichting: ongelezen.toelichting } : {}),
    }));
}
