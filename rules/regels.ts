import { ontzorgenRegel } from './ontzorgen/ontzorgen.ts';
import type { Regel } from './shared/regel.ts';

/** Alle regels, in de volgorde van de keten; bron van de API, de opdracht en docs/REGELS.md. */
export const REGELS: readonly Regel[] = [ontzorgenRegel];

/** De regel met dit id, als die er is. */
export const regelMetId = (id: string): Regel | undefined => REGELS.find((r) => r.id === id);
