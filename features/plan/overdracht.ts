import type { Datum } from '../../rules/shared/datum.ts';
import type { Feit, FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';

/** Hoe een aanspreekpunt het overnam: `eerste` had niemand vóór zich. */
export type Warmte = 'eerste' | 'warm' | 'gepland' | 'koud';

type Punt = Feit<'aanspreekpunt'>;

/** De aanspreekpunten in de volgorde waarin zij begonnen; één tegelijk. */
export const aanspreekpunten = (g: Geldend): Punt[] =>
  g.alle('aanspreekpunt').toSorted((a, b) => (a.inhoud.vanaf < b.inhoud.vanaf ? -1 : 1));

function uitkomstVan(g: Geldend, afspraakId: string) {
  return g.alle('afspraak-uitkomst').findLast((u) => u.inhoud.afspraakId === afspraakId)?.inhoud
    .uitkomst;
}

/** Is het gesprek verzet, dan geldt de nieuwe dag. */
function dagVanGesprek(
  g: Geldend,
  o: NonNullable<FeitInhoud['aanspreekpunt']['overdracht']>,
): Datum {
  const afspraak = g.alle('afspraak').findLast((a) => a.inhoud.afspraakId === o.afspraakId);
  return afspraak?.inhoud.datum ?? o.op;
}

/**
 * Of een overdracht warm is: de persoon zat erbij toen de een het aan de ander overdroeg. Bellen of schrijven tussen
 * twee organisaties is dat niet. Wat gepland is, telt pas als het is gebeurd.
 */
export function warmteVan(g: Geldend, punt: Punt, vandaag: Datum): Warmte {
  const rij = aanspreekpunten(g);
  const vorige = rij[rij.findIndex((p) => p.id === punt.id) - 1];
  if (!vorige) return 'eerste';
  const { overdracht } = punt.inhoud;
  if (!overdracht) return 'koud';
  if (overdracht.vorm !== 'driegesprek' && overdracht.vorm !== 'gesprek') return 'koud';
  if (!overdracht.afspraakId) return overdracht.op > vandaag ? 'gepland' : 'warm';
  const uitkomst = uitkomstVan(g, overdracht.afspraakId);
  if (uitkomst === 'verschenen') return 'warm';
  if (uitkomst) return 'koud';
  return dagVanGesprek(g, overdracht) >= vandaag ? 'gepland' : 'koud';
}
