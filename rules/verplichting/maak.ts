import type { GebruiktFeit, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag, type WetId } from '../shared/grondslag.ts';
import type { Verplichting } from '../stand/stand.ts';

export type VerplichtingKop = {
  id: string;
  naam: string;
  /** Id van de regel in `rules/regels.ts`. */
  regel: string;
  wet: WetId;
  artikel: string;
};

export type VerplichtingInhoud = {
  ontbreekt: Reden[];
  voortgang?: Verplichting['voortgang'];
  feiten?: GebruiktFeit[];
  /** Vervangt de gewone zin in de uitleg. */
  uitkomst?: string;
};

const UITKOMST: Record<Verplichting['staat'], string> = {
  voldaan: 'voldaan',
  open: 'nog niet voldaan',
  'niet-van-toepassing': 'niet van toepassing',
  onbekend: 'nog niet te bepalen',
};

function uitleg(kop: VerplichtingKop, uitkomst: string, feiten?: GebruiktFeit[]): Uitleg {
  return {
    titel: kop.naam,
    uitkomst,
    grondslag: grondslag(kop.regel, kop.wet, kop.artikel),
    ...(feiten && feiten.length > 0 ? { feiten } : {}),
  };
}

/** Een verplichting die voldaan is als er niets ontbreekt. */
export function verplichting(kop: VerplichtingKop, inhoud: VerplichtingInhoud): Verplichting {
  const staat = inhoud.ontbreekt.length === 0 ? 'voldaan' : 'open';
  return {
    id: kop.id,
    naam: kop.naam,
    staat,
    ontbreekt: inhoud.ontbreekt,
    ...(inhoud.voortgang ? { voortgang: inhoud.voortgang } : {}),
    uitleg: uitleg(kop, inhoud.uitkomst ?? UITKOMST[staat], inhoud.feiten),
  };
}

/** Een verplichting die niet geldt of nog niet te bepalen is, met de reden. */
export function zonderOordeel(
  kop: VerplichtingKop,
  staat: 'niet-van-toepassing' | 'onbekend',
  waarom: string,
): Verplichting {
  const zin = `${UITKOMST[staat]}: ${waarom}`;
  return { id: kop.id, naam: kop.naam, staat, ontbreekt: [], uitleg: uitleg(kop, zin) };
}

/** Een reden dat een verplichting nog open staat. */
export function reden(code: string, tekst: string, kop: VerplichtingKop): Reden {
  return { code, tekst, grondslag: grondslag(kop.regel, kop.wet, kop.artikel) };
}
