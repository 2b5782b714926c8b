import { EFFECTEN, type Effect, verschilInStand } from '../../rules/beleid/effect.ts';
import { parameterVan, type Sleutel } from '../../rules/beleid/parameters.ts';
import type { Datum } from '../../rules/shared/datum.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Beleid } from '../../rules/stand/stand.ts';
import type { BeleidEffect } from './beleid.schema.ts';

const MEESTE_VOORBEELDEN = 20;

export type Lopend = { dossierId: string; naam: string; feiten: readonly Feit[] };
export type Voornemen = { sleutel: Sleutel; waarde: unknown; dag: Datum };

type Uitkomst = Pick<BeleidEffect, 'anders' | 'perSoort' | 'voorbeelden'>;

const niets = (): Record<Effect, number> =>
  Object.fromEntries(EFFECTEN.map((e) => [e, 0])) as Record<Effect, number>;

/** Wat er met deze dossiers gebeurt als de waarde op `dag` ingaat: niets wordt bewaard. */
export function bepaalEffect(
  dossiers: readonly Lopend[],
  beleid: Beleid,
  { sleutel, waarde, dag }: Voornemen,
): Uitkomst {
  const straks = { ...beleid, [sleutel]: waarde ?? parameterVan(sleutel).standaard };
  const uit: Uitkomst = { anders: 0, perSoort: niets(), voorbeelden: [] };
  for (const { dossierId, naam, feiten } of dossiers) {
    const wijzigingen = verschilInStand(
      bepaalStand(feiten, beleid, dag),
      bepaalStand(feiten, straks, dag),
    );
    if (wijzigingen.length === 0) continue;
    uit.anders += 1;
    for (const soort of new Set(wijzigingen.map((w) => w.soort))) {
      uit.perSoort[soort] = (uit.perSoort[soort] ?? 0) + 1;
    }
    if (uit.voorbeelden.length < MEESTE_VOORBEELDEN) {
      uit.voorbeelden.push({ dossierId, naam, wijzigingen: wijzigingen.map((w) => w.tekst) });
    }
  }
  return uit;
}

/** Het antwoord als er niets te rekenen valt. */
export const geenEffect = (totaal: number, magVoorbeeldenZien: boolean): BeleidEffect => ({
  werkt: false,
  totaal,
  bekeken: 0,
  volgende: null,
  anders: 0,
  perSoort: niets(),
  voorbeelden: [],
  magVoorbeeldenZien,
});
