import { INTAKE_ONDERDELEN, type OnderdeelId } from '../../../rules/brede-intake/onderdelen.ts';
import type { Vraag } from '../../shared/vraag.schema.ts';
import { LEREN_EN_TAAL, WERK } from './leren-en-werk.ts';
import { GEZIN_EN_WONEN, GEZONDHEID, MEEDOEN, ZELFREDZAAMHEID } from './leven.ts';

const ONDERDEEL = new Map(INTAKE_ONDERDELEN.map((o) => [o.id, o]));

function metLeefgebied(v: Omit<Vraag, 'leefgebied'>): Vraag {
  const onderdeel = ONDERDEEL.get(v.onderdeel);
  if (!onderdeel) throw new Error(`vraag ${v.id} hoort bij een onbekend onderdeel`);
  return { ...v, leefgebied: onderdeel.leefgebied };
}

/** De vragen van de brede intake die als feit worden vastgelegd, in de volgorde van het gesprek. */
export const VRAGEN: readonly Vraag[] = [
  ...LEREN_EN_TAAL,
  ...WERK,
  ...GEZIN_EN_WONEN,
  ...ZELFREDZAAMHEID,
  ...MEEDOEN,
].map(metLeefgebied);

/** De vragen over gezondheid. De antwoorden staan apart en gaan nooit als feit het dossier in. */
export const GEZONDHEIDSVRAGEN: readonly Vraag[] = GEZONDHEID.map(metLeefgebied);

const OP_ID = new Map(VRAGEN.map((v) => [v.id, v]));
const GEZONDHEID_OP_ID = new Map(GEZONDHEIDSVRAGEN.map((v) => [v.id, v]));

export const vindVraag = (id: string): Vraag | undefined => OP_ID.get(id);
export const vindGezondheidsvraag = (id: string): Vraag | undefined => GEZONDHEID_OP_ID.get(id);

/** De vragen die bij een onderdeel horen, ook die over gezondheid. */
export function vragenVan(onderdeel: OnderdeelId): readonly Vraag[] {
  return [...VRAGEN, ...GEZONDHEIDSVRAGEN].filter((v) => v.onderdeel === onderdeel);
}
