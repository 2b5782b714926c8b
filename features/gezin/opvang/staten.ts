import type { FeitInhoud } from '../../../rules/stand/feiten.ts';

export type Opvangstaat = FeitInhoud['kinderopvang']['staat'];

/** Van een staat naar welke andere. Een plek kan wegvallen en hulp kan weer nodig zijn. */
export const STAPPEN: Readonly<Record<Opvangstaat, readonly Opvangstaat[]>> = {
  nodig: ['aangevraagd', 'wachtlijst', 'geplaatst', 'niet-meer-nodig'],
  aangevraagd: ['wachtlijst', 'geplaatst', 'nodig', 'niet-meer-nodig'],
  wachtlijst: ['geplaatst', 'aangevraagd', 'nodig', 'niet-meer-nodig'],
  geplaatst: ['nodig', 'niet-meer-nodig'],
  'niet-meer-nodig': ['nodig'],
};

export const OPVANG_NAAM: Readonly<Record<Opvangstaat, string>> = {
  nodig: 'nodig',
  aangevraagd: 'aangevraagd',
  wachtlijst: 'op de wachtlijst',
  geplaatst: 'geplaatst',
  'niet-meer-nodig': 'niet meer nodig',
};
