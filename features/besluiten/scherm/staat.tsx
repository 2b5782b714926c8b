import type { Tone } from '../../../web/ui/data/Badge.tsx';
import type { Besluit } from '../besluiten.schema.ts';

/** How the state of a decision is called and coloured, in the register and in the dossier. */
export const STAAT: Record<Besluit['staat'], { tekst: string; tone: Tone }> = {
  geldt: { tekst: 'geldt nu', tone: 'met' },
  vervangen: { tekst: 'vervangen', tone: 'neutral' },
  ingetrokken: { tekst: 'ingetrokken', tone: 'outside' },
};
