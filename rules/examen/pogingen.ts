import type { DOELGROEPEN, EXAMENONDERDELEN, LEERROUTES, NIVEAUS } from '../leerroute/velden.ts';

export type Doelgroep = (typeof DOELGROEPEN)[number];
export type Examenonderdeel = (typeof EXAMENONDERDELEN)[number];
export type Leerroute = (typeof LEERROUTES)[number];
export type PipNiveau = (typeof NIVEAUS)[number];

/** De niveaus waarop een taalonderdeel kan worden afgelegd. */
export const EXAMENNIVEAUS = ['A2', 'B1', 'B2'] as const;
export type Examenniveau = (typeof EXAMENNIVEAUS)[number];

/** Eén afgelegd onderdeel. Zonder niveau telt het op het niveau van het PIP; KNM kent geen niveau. */
export type Poging = { onderdeel: Examenonderdeel; niveau?: Examenniveau };

export type GratisVoorwaarden = {
  /** Niveau in het PIP; zonder: B1. Alleen van belang in de B1-route. */
  niveauPip?: PipNiveau;
  /** In de Z-route: de onderdelen die volgens het PIP mogen. Zonder: geen. */
  onderdelenInPip?: readonly Examenonderdeel[];
};

/** Regeling inburgering 2021 art. 3.5: twee keer per onderdeel. */
export const GRATIS_POGINGEN = 2;

const HOOGTE = { A2: 1, B1: 2, B2: 3 } as const;

/** Of een examen op `niveau` hoog genoeg is; zonder niveau telt het op het niveau van het PIP. */
export const hoogGenoeg = (niveau: Examenniveau | undefined, pip: PipNiveau): boolean =>
  niveau === undefined || HOOGTE[niveau] >= HOOGTE[pip];

/**
 * Hoeveel pogingen per onderdeel nog gratis zijn (0, 1 of 2).
 *
 * Regeling inburgering 2021 art. 3.5 (https://wetten.overheid.nl/BWBR0045574/2026-04-18): alleen voor
 * asielstatushouders. In de B1-route elk onderdeel op ten minste het niveau van het PIP; in de
 * onderwijsroute alleen KNM; in de Z-route de onderdelen op A2 en KNM die in het PIP staan. Een poging die
 * zelf niet gratis kon zijn, gebruikt er geen op.
 */
export function gratisPogingenOver(
  doelgroep: Doelgroep,
  leerroute: Leerroute,
  pogingen: readonly Poging[],
  voorwaarden: GratisVoorwaarden = {},
): Record<Examenonderdeel, number> {
  const over = (onderdeel: Examenonderdeel): number => {
    if (doelgroep !== 'Asielstatushouder') return 0;
    if (!onderdeelKanGratis(leerroute, onderdeel, voorwaarden)) return 0;
    const gebruikt = pogingen.filter(
      (p) => p.onderdeel === onderdeel && niveauKanGratis(leerroute, p, voorwaarden),
    ).length;
    return Math.max(0, GRATIS_POGINGEN - gebruikt);
  };
  return {
    lezen: over('lezen'),
    luisteren: over('luisteren'),
    schrijven: over('schrijven'),
    spreken: over('spreken'),
    KNM: over('KNM'),
  };
}

function onderdeelKanGratis(
  leerroute: Leerroute,
  onderdeel: Examenonderdeel,
  { onderdelenInPip }: GratisVoorwaarden,
): boolean {
  if (leerroute === 'B') return true;
  if (leerroute === 'O') return onderdeel === 'KNM';
  return onderdelenInPip?.includes(onderdeel) === true;
}

function niveauKanGratis(
  leerroute: Leerroute,
  { onderdeel, niveau }: Poging,
  { niveauPip = 'B1' }: GratisVoorwaarden,
): boolean {
  if (onderdeel === 'KNM') return true;
  if (leerroute === 'Z') return niveau === undefined || niveau === 'A2';
  return hoogGenoeg(niveau, niveauPip);
}
