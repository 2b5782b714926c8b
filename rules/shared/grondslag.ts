import type { Grondslag, Zekerheid } from './antwoord.ts';
import { type Datum, datum } from './datum.ts';

type Wet = { naam: string; bwb: string; versies: Datum[] };

/**
 * De regelingen waarop wordt gesteund, met hun id bij wetten.overheid.nl en de dagen waarop een
 * nieuwe versie inging. Een nieuwe versie wordt hier met haar datum toegevoegd.
 */
const WETTEN = {
  wet: {
    naam: 'Wet inburgering 2021',
    bwb: 'BWBR0044770',
    versies: ['2022-01-01', '2023-01-01', '2025-10-21'].map(datum),
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
  },
  participatiewet: {
    naam: 'Participatiewet',
    bwb: 'BWBR0015703',
    versies: ['2022-01-01', '2025-07-01'].map(datum),
  },
  termijnenwet: {
    naam: 'Algemene termijnenwet',
    bwb: 'BWBR0002448',
    versies: ['2010-10-10'].map(datum),
  },
  awb: {
    naam: 'Algemene wet bestuursrecht',
    bwb: 'BWBR0005537',
    versies: ['2022-01-01'].map(datum),
  },
} satisfies Record<string, Wet>;

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
  const { naam, bwb } = WETTEN[wet];
  return {
    regel,
    artikel: `${naam} ${artikel}`,
    link: `https://wetten.overheid.nl/${bwb}/${versieOp(wet, keuze.op)}`,
    geldigVanaf: keuze.geldigVanaf ?? INWERKINGTREDING,
    zekerheid: keuze.zekerheid ?? 'vast',
    ...(keuze.geldigTot ? { geldigTot: keuze.geldigTot } : {}),
    ...(keuze.toelichting ? { toelichting: keuze.toelichting } : {}),
  };
}
