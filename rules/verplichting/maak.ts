import type { GebruiktFeit, Grondslag, Reden, Uitleg } from '../shared/antwoord.ts';
import type { Velden } from '../shared/velden.ts';
import type { Verplichting } from '../stand/stand.ts';

export type VerplichtingKop = { id: string; naam: string; grondslag: Grondslag };

export type VerplichtingInhoud = {
  ontbreekt: Reden[];
  voortgang?: Verplichting['voortgang'];
  /** De feiten die de uitleg aanhaalt; pas gemaakt als iemand haar vraagt. */
  feiten?: () => GebruiktFeit[];
  /** De stappen van de uitleg; pas gemaakt als iemand haar vraagt. */
  stappen?: () => Uitleg[];
};

const UITKOMST: Record<Verplichting['staat'], string> = {
  voldaan: 'voldaan',
  open: 'nog niet voldaan',
  'niet-van-toepassing': 'niet van toepassing',
  onbekend: 'nog niet te bepalen',
};

/** Legt vast hoe een verplichting heet en waarop zij rust; één keer, zodat een reden niets hoeft op te zoeken. */
export function verplichtingKop(id: string, naam: string, grondslag: Grondslag): VerplichtingKop {
  return { id, naam, grondslag };
}

function uitleg(
  kop: VerplichtingKop,
  uitkomst: string,
  feiten: GebruiktFeit[] = [],
  stappen: Uitleg[] = [],
): Uitleg {
  return {
    titel: kop.naam,
    uitkomst,
    grondslag: kop.grondslag,
    ...(feiten.length > 0 ? { feiten } : {}),
    ...(stappen.length > 0 ? { stappen } : {}),
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
    uitleg: () => uitleg(kop, UITKOMST[staat], inhoud.feiten?.(), inhoud.stappen?.()),
  };
}

/** Een verplichting die niet geldt of nog niet te bepalen is, met de reden. */
export function zonderOordeel(
  kop: VerplichtingKop,
  staat: 'niet-van-toepassing' | 'onbekend',
  waarom: string,
): Verplichting {
  const { id, naam } = kop;
  const verklaring = () => uitleg(kop, `${UITKOMST[staat]}: ${waarom}`);
  return { id, naam, staat, ontbreekt: [], voortgang: undefined, uitleg: verklaring };
}

/** Een reden dat een verplichting nog open staat. */
export function reden(code: string, tekst: string, kop: VerplichtingKop): Reden {
  return { code, tekst, grondslag: kop.grondslag };
}

/**
 * Voorwaarden van een regel waarvoor een dossier geen feit kent: zij staan in de uitleg en houden niets open,
 * want de gemeente houdt ze zelf bij.
 */
export function nietVastgelegd(velden: Velden, namen: readonly string[]): Uitleg[] {
  return namen.map((naam) => ({
    titel: velden[naam]?.naam ?? naam,
    uitkomst: 'niet vastgelegd in Meedoen',
  }));
}
