import type { Grondslag, Uitleg } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import { doorrolUitleg, eindeVanTermijn } from '../shared/termijnenwet.ts';

/** Acht weken na ontvangst, voor elk besluit van de Minister over vrijstelling, ontheffing en lening. */
const BESLISTERMIJN = { aantal: 8, eenheid: 'week' } as const;

/**
 * Laatste dag, tot en met, waarop de Minister beslist op een aanvraag die op `ontvangen` binnenkwam, met de
 * stappen. De Algemene termijnenwet verlengt (https://wetten.overheid.nl/BWBR0002448/2010-10-10 art. 1).
 */
export function beslisUiterlijk(
  ontvangen: Datum,
  grondslag: Grondslag,
): { laatsteDag: Datum; stappen: Uitleg[] } {
  const rol = eindeVanTermijn(ontvangen, BESLISTERMIJN);
  return {
    laatsteDag: rol.laatsteDag,
    stappen: [
      {
        titel: 'DUO beslist binnen acht weken',
        uitkomst: `${inWoorden(ontvangen)} + 56 dagen = ${inWoorden(rol.kaal)}`,
        grondslag,
      },
      ...doorrolUitleg(rol),
    ],
  };
}
