import type { Taal } from '../../shared/talen.schema.ts';

/** Zonder de keuring erbij: dit bestand gaat naar de browser. */
export const TAALNAAM: Record<Taal, string> = {
  nl: 'Nederlands',
  en: 'Engels',
  ar: 'Arabisch',
  ti: 'Tigrinya',
  tr: 'Turks',
  uk: 'Oekraïens',
  fa: 'Farsi',
  prs: 'Dari',
  so: 'Somalisch',
};

export const TAALKEUZES = Object.entries(TAALNAAM).map(([value, label]) => ({ value, label }));

/** Leesrichting van een taal. */
export const taalrichting = (taal: Taal): 'rtl' | 'ltr' =>
  taal === 'ar' || taal === 'fa' || taal === 'prs' ? 'rtl' : 'ltr';

/** Wat iemand zelf wil. */
export const WENS = {
  B: 'B1-route',
  O: 'onderwijsroute',
  Z: 'Z-route',
  geen: 'geen voorkeur',
} as const;
