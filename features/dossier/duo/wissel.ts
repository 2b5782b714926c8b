import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { bepaalStand } from '../../../rules/stand/bepaal-stand.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { eerder } from '../../../rules/stand/geldend.ts';
import type { Beleid } from '../../../rules/stand/stand.ts';
import { verschillen } from '../../../rules/wat-als/verschil.ts';
import type { DuoBeeld } from './duo.schema.ts';

/** Zo lang blijft de wissel op het scherm staan. */
const ZICHTBAAR_DAGEN = 180;

/**
 * Wat een andere doelgroep verandert: de Stand van vandaag met en zonder de laatste wissel, volgens dezelfde regels.
 * Leeg als de doelgroep niet wisselde, of dat al lang geleden is.
 */
export function doelgroepwissel(
  feiten: readonly Feit[],
  beleid: Beleid,
  vandaag: Datum,
): DuoBeeld['doelgroepwissel'] {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  const groepen = feiten
    .filter((f) => f.soort === 'doelgroep' && !vervangen.has(f.id) && f.geldigOp <= vandaag)
    .sort(eerder) as Feit<'doelgroep'>[];
  const laatste = groepen.at(-1);
  const vorige = groepen.findLast((f) => f.inhoud.indeling !== laatste?.inhoud.indeling);
  if (!laatste || !vorige) return null;
  const sinds = groepen.slice(groepen.indexOf(vorige) + 1);
  const op = sinds[0]?.geldigOp;
  if (!op || plusDagen(op, ZICHTBAAR_DAGEN) < vandaag) return null;
  const zonder = feiten.filter((f) => !sinds.some((s) => s.id === f.id));
  const verschil = verschillen(
    bepaalStand(zonder, beleid, vandaag),
    bepaalStand(feiten, beleid, vandaag),
  );
  return {
    van: vorige.inhoud.indeling,
    naar: laatste.inhoud.indeling,
    op,
    verschillen: verschil.map((v) => ({
      naam: v.naam,
      was: v.was ?? null,
      wordt: v.wordt ?? 'vervalt',
    })),
  };
}
