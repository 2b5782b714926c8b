import { INTAKE_ONDERDELEN, type OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import { LEREN_EN_TAAL, WERK } from './vragen/leren-en-werk.ts';
import { GEZIN_EN_WONEN, GEZONDHEID, MEEDOEN, ZELFREDZAAMHEID } from './vragen/leven.ts';
import type { Vraag } from './vragen/vraag.ts';

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

/**
 * Wat anderen van gezondheid mogen weten: alleen het gevolg voor lessen en werk, uit een vaste lijst,
 * zodat een diagnose er niet in kan staan.
 */
export const GEVOLGEN = [
  'geen gevolgen',
  'max. 2 dagdelen in de week',
  'max. 3 dagdelen in de week',
  'max. 4 dagdelen in de week',
  'korte lessen met pauzes',
  'kleine groep of rustige ruimte',
  'begeleiding bij reizen',
  'bril of vergroting nodig',
  'gehoorondersteuning nodig',
  'toegankelijk gebouw nodig',
  'niet zwaar tillen of lang staan',
  'deels thuis leren',
  'later opnieuw bespreken',
] as const;

const OP_ID = new Map(VRAGEN.map((v) => [v.id, v]));
const GEZONDHEID_OP_ID = new Map(GEZONDHEIDSVRAGEN.map((v) => [v.id, v]));

export const vindVraag = (id: string): Vraag | undefined => OP_ID.get(id);
export const vindGezondheidsvraag = (id: string): Vraag | undefined => GEZONDHEID_OP_ID.get(id);

/** De vragen die bij een onderdeel horen, ook die over gezondheid. */
export function vragenVan(onderdeel: OnderdeelId): readonly Vraag[] {
  return [...VRAGEN, ...GEZONDHEIDSVRAGEN].filter((v) => v.onderdeel === onderdeel);
}
