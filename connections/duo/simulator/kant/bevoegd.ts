import { plusMaanden } from '../keuring/dagen.ts';
import type { Persoon } from '../persoon/persoon.ts';

/** Wie een persoon mag raadplegen: ingezetene, gekoppeld, actueel PIP, of kort geleden PIP. */
export function valtOnder(persoon: Persoon, gemeentecode: string, vandaag: string): boolean {
  if ((persoon.gekoppeldAan ?? persoon.gemeentecode) === gemeentecode) return true;
  const actueel = persoon.pips.at(-1);
  if (!actueel) return false;
  if (actueel.gemeentecode === gemeentecode) return true;
  const jongerDanEenMaand = vandaag < plusMaanden(actueel.ontvangenOp, 1);
  return jongerDanEenMaand && persoon.pips.at(-2)?.gemeentecode === gemeentecode;
}
