/** De zes dimensies van positieve gezondheid, elk met twee korte vragen in eigen woorden. */
export const DIMENSIES = {
  lichaam: {
    naam: 'Lichaamsfuncties',
    kort: 'Lichaam',
    vragen: ['lichaam-voelt', 'lichaam-slaap'],
  },
  mentaal: {
    naam: 'Mentaal welbevinden',
    kort: 'Hoofd en gevoel',
    vragen: ['mentaal-rust', 'mentaal-gevoel'],
  },
  zingeving: {
    naam: 'Zingeving',
    kort: 'Zin',
    vragen: ['zin-toekomst', 'zin-belangrijk'],
  },
  kwaliteit: {
    naam: 'Kwaliteit van leven',
    kort: 'Leven nu',
    vragen: ['leven-nu', 'leven-veilig'],
  },
  meedoen: {
    naam: 'Meedoen',
    kort: 'Meedoen',
    vragen: ['meedoen-mensen', 'meedoen-thuis'],
  },
  dagelijks: {
    naam: 'Dagelijks functioneren',
    kort: 'Elke dag',
    vragen: ['dag-regelen', 'dag-energie'],
  },
} as const;

export type DimensieId = keyof typeof DIMENSIES;
export type MetingVraag = (typeof DIMENSIES)[DimensieId]['vragen'][number];

export const DIMENSIE_IDS = Object.keys(DIMENSIES) as [DimensieId, ...DimensieId[]];
/** De vragen in de volgorde waarin zij worden gesteld. */
export const METING_VRAGEN = DIMENSIE_IDS.flatMap((d) => [...DIMENSIES[d].vragen]) as [
  MetingVraag,
  ...MetingVraag[],
];

export const LAAGSTE = 0;
export const HOOGSTE = 10;

export type Score = {
  dimensie: DimensieId;
  /** Gemiddelde van de beantwoorde vragen, op één decimaal; `null` als alles is overgeslagen. */
  score: number | null;
  /** Hoeveel van de vragen zijn beantwoord. */
  beantwoord: number;
};

/** De eigen cijfers per dimensie. Een overgeslagen vraag telt niet mee, ook niet als nul. */
export function scoresVan(antwoorden: Readonly<Record<string, number>>): Score[] {
  return DIMENSIE_IDS.map((dimensie) => {
    const cijfers = DIMENSIES[dimensie].vragen.flatMap((v) => antwoorden[v] ?? []);
    const som = cijfers.reduce((a, b) => a + b, 0);
    const score = cijfers.length > 0 ? Math.round((som / cijfers.length) * 10) / 10 : null;
    return { dimensie, score, beantwoord: cijfers.length };
  });
}

/** '6,5'. */
export const cijferInWoorden = (score: number): string => String(score).replace('.', ',');

function zin(eerst: number | null, nu: number | null): string {
  if (eerst === null && nu === null) return 'allebei de keren overgeslagen';
  if (eerst === null) return `eerst overgeslagen, nu een ${cijferInWoorden(nu as number)}`;
  if (nu === null) return `eerst een ${cijferInWoorden(eerst)}, nu overgeslagen`;
  if (eerst === nu) return `weer een ${cijferInWoorden(nu)}`;
  return `eerst een ${cijferInWoorden(eerst)}, nu een ${cijferInWoorden(nu)}`;
}

/** Wat er tussen twee metingen veranderde, in de cijfers van de persoon zelf en zonder oordeel. */
export function veranderingen(
  eerst: readonly Score[],
  nu: readonly Score[],
): { dimensie: DimensieId; zin: string }[] {
  return DIMENSIE_IDS.map((dimensie) => {
    const van = (scores: readonly Score[]) =>
      scores.find((s) => s.dimensie === dimensie)?.score ?? null;
    return { dimensie, zin: zin(van(eerst), van(nu)) };
  });
}
