import type { Feit, FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';

/** Een doel in de woorden van de persoon, met de Nederlandse tekst ernaast. */
export type Doel = FeitInhoud['doel'] & {
  feitId: string;
  /** De dag waarop het zo is gezegd of gewijzigd. */
  sinds: string;
};

const VOLGORDE = { actief: 0, bereikt: 1, losgelaten: 2 } as const;

/**
 * De doelen zoals zij nu gelden: eerst waar nog aan wordt gewerkt, dan wat is bereikt, dan wat is losgelaten;
 * binnen een groep in de volgorde waarin zij zijn genoemd. Leeg als er nog geen doel is.
 */
export function doelenVan(geldend: Geldend): Doel[] {
  return geldend
    .perSleutel('doel', (i) => i.doelId)
    .map((f: Feit<'doel'>) => ({ ...f.inhoud, feitId: f.id, sinds: f.geldigOp }))
    .toSorted((a, b) => VOLGORDE[a.staat] - VOLGORDE[b.staat]);
}
