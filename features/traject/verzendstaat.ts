import type { Feit } from '../../rules/stand/feiten.ts';
import type { Verzendstaat } from './traject.schema.ts';

/** Een bericht aan DUO over een feit; oudste eerst. */
export type Verzending = {
  verzendingId: string;
  onderwerpId: string;
  staat: 'wacht' | 'bezig' | 'geaccepteerd' | 'geweigerd' | 'ingetrokken';
  gemaaktOp: string;
  afgerondOp: string | null;
  foutteksten: string[];
  laatsteFout: string | null;
};

const LEEG: Verzendstaat = {
  staat: 'niet-gemeld',
  sinds: null,
  foutteksten: [],
  verzendingId: null,
  melding: null,
};

/** Wat niet naar DUO gaat. */
export const NIET_NODIG: Verzendstaat = { ...LEEG, staat: 'niet-nodig' };

function uitBericht(b: Verzending): Verzendstaat {
  const { verzendingId, foutteksten } = b;
  if (b.staat === 'geaccepteerd') {
    return { ...LEEG, staat: 'bekend', sinds: b.afgerondOp, verzendingId };
  }
  if (b.staat === 'geweigerd') {
    return { ...LEEG, staat: 'geweigerd', sinds: b.afgerondOp, foutteksten, verzendingId };
  }
  return { ...LEEG, staat: 'wacht', sinds: b.gemaaktOp, verzendingId, melding: b.laatsteFout };
}

/**
 * Wat DUO weet van een reeks feiten die elkaar opvolgen: het laatste bericht erover telt.
 * @param feit het feit dat nu geldt; komt het van DUO, dan valt er niets te melden.
 */
export function staatVan(
  verzendingen: readonly Verzending[],
  ids: ReadonlySet<string>,
  feit?: Feit,
): Verzendstaat {
  if (feit?.bron === 'duo') return { ...LEEG, staat: 'van-duo', sinds: feit.vastgelegdOp };
  const laatste = verzendingen.findLast((v) => ids.has(v.onderwerpId) && v.staat !== 'ingetrokken');
  return laatste ? uitBericht(laatste) : LEEG;
}

/** De ids van feiten die DUO heeft aangenomen. */
export const aangenomenDoor = (verzendingen: readonly Verzending[]): ReadonlySet<string> =>
  new Set(verzendingen.filter((v) => v.staat === 'geaccepteerd').map((v) => v.onderwerpId));
