import { naPip } from '../../../rules/begeleiding/meetmomenten.ts';
import type { Meting, Metingen, Moment } from '../meting.schema.ts';

export const MOMENT: Record<Moment, string> = {
  begin: 'bij het begin',
  voortgang: 'onderweg',
  eind: 'aan het eind',
};

/** Hoe een moment heet: 'een half jaar na het PIP', of 'aan het eind'. */
export const momentnaam = ({ soort, maanden }: Metingen['momenten'][number]): string =>
  maanden === null ? MOMENT[soort] : naPip(maanden);

export const HULP: Record<NonNullable<Meting['hulp']>, string> = {
  tolk: 'met een tolk',
  klantmanager: 'met hulp van de klantmanager',
  naaste: 'met hulp van een naaste',
};

export const STAAT: Record<
  Metingen['momenten'][number]['staat'],
  { tekst: string; toon: 'met' | 'near' | 'neutral' }
> = {
  gedaan: { tekst: 'gedaan', toon: 'met' },
  nu: { tekst: 'nu aan de beurt', toon: 'near' },
  straks: { tekst: 'komt nog', toon: 'neutral' },
  'niet-gedaan': { tekst: 'niet gevraagd', toon: 'neutral' },
};
