import type { GebruiktFeit, Grondslag, Reden, Uitleg } from '../shared/antwoord.ts';
import { grondslag, type WetId } from '../shared/grondslag.ts';
import type { Verplichting } from '../stand/stand.ts';

export type VerplichtingKop = { id: string; naam: string; grondslag: Grondslag };

export type VerplichtingInhoud = {
  ontbreekt: Reden[];
  voortgang?: Verplichting['voortgang'];
  /** De feiten die de uitleg aanhaalt; pas gemaakt als iemand haar vraagt. */
  feiten?: () => GebruiktFeit[];
};

const UITKOMST: Record<Verplichting['staat'], string> = {
  voldaan: 'voldaan',
  open: 'nog niet voldaan',
  'niet-van-toepassing': 'niet van toepassing',
  onbekend: 'nog niet te bepalen',
};

/**
 * Legt vast hoe een verplichting heet en waarop zij rust; één keer, zodat een reden niets hoeft op te zoeken.
 * @param regel id van de regel in `rules/kaarten.ts`
 */
export function verplichtingKop(
  id: string,
  naam: string,
  [regel, wet, artikel]: [regel: string, wet: WetId, artikel: string],
): VerplichtingKop {
  return { id, naam, grondslag: grondslag(regel, wet, artikel) };
}

function uitleg(kop: VerplichtingKop, uitkomst: string, feiten: GebruiktFeit[]): Uitleg {
  return {
    titel: kop.naam,
    uitkomst,
    grondslag: kop.grondslag,
    ...(feiten.length > 0 ? { feiten } : {}),
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
    voortgang: inhoud.voortgang,
    uitleg: () => uitleg(kop, UITKOMST[staat], inhoud.feiten?.() ?? []),
  };
}

/** Een verplichting die niet geldt of nog niet te bepalen is, met de reden. */
export function zonderOordeel(
  kop: VerplichtingKop,
  staat: 'niet-van-toepassing' | 'onbekend',
  waarom: string,
): Verplichting {
  const { id, naam } = kop;
  const verklaring = () => uitleg(kop, `${UITKOMST[staat]}: ${waarom}`, []);
  return { id, naam, staat, ontbreekt: [], voortgang: undefined, uitleg: verklaring };
}

/** Een reden dat een verplichting nog open staat. */
export function reden(code: string, tekst: string, kop: VerplichtingKop): Reden {
  return { code, tekst, grondslag: kop.grondslag };
}
