import { z } from 'zod';

/** De talen waarin een inburgeraar wordt aangesproken. Het Nederlands gaat altijd voor. */
export const TALEN = {
  nl: { naam: 'Nederlands', eigenNaam: 'Nederlands', richting: 'ltr', spraak: 'nl-NL' },
  en: { naam: 'Engels', eigenNaam: 'English', richting: 'ltr', spraak: 'en-GB' },
  ar: { naam: 'Arabisch', eigenNaam: 'العربية', richting: 'rtl', spraak: 'ar' },
  ti: { naam: 'Tigrinya', eigenNaam: 'ትግርኛ', richting: 'ltr', spraak: 'ti' },
  tr: { naam: 'Turks', eigenNaam: 'Türkçe', richting: 'ltr', spraak: 'tr-TR' },
  uk: { naam: 'Oekraïens', eigenNaam: 'Українська', richting: 'ltr', spraak: 'uk-UA' },
  fa: { naam: 'Farsi', eigenNaam: 'فارسی', richting: 'rtl', spraak: 'fa-IR' },
  prs: { naam: 'Dari', eigenNaam: 'دری', richting: 'rtl', spraak: 'fa-AF' },
  so: { naam: 'Somalisch', eigenNaam: 'Soomaali', richting: 'ltr', spraak: 'so' },
} as const;

export type Taal = keyof typeof TALEN;
export const TAALCODES = Object.keys(TALEN) as [Taal, ...Taal[]];
// Zonder bijwerking: een scherm dat alleen namen nodig heeft, krijgt zod niet mee.
export const TaalSchema = /* @__PURE__ */ z.enum(TAALCODES);

/** De schriften om uit te kiezen; zo staan zij ook in het dossier. */
export const SCHRIFTEN = [
  'Latijns',
  'Arabisch',
  'Ge’ez',
  'Cyrillisch',
  'Grieks',
  'Chinees',
  'Thais',
  'Devanagari',
  'ander schrift',
] as const;

/** Een vertaling heet pas vastgesteld als een mens haar heeft nagekeken. */
export const TEKSTSTATEN = {
  vastgesteld: 'vastgesteld',
  machine: 'vertaald door een machine, niet nagekeken',
  ontbreekt: 'nog niet vertaald',
} as const;
export type Tekststaat = keyof typeof TEKSTSTATEN;

/** Namen waaronder een gesprekstaal in het dossier kan staan. */
const OOK: Readonly<Record<string, Taal>> = {
  perzisch: 'fa',
  tigrigna: 'ti',
  somali: 'so',
  oekraiens: 'uk',
};

/**
 * De taal die bij een gesprekstaal hoort.
 * @returns `undefined` als er geen teksten in die taal zijn; dan geldt het Nederlands met een tolk.
 */
export function taalVan(gesprekstaal: string | undefined): Taal | undefined {
  if (!gesprekstaal) return undefined;
  const woord = gesprekstaal.trim().toLowerCase();
  const plat = woord.normalize('NFD').replace(/\p{M}/gu, '');
  return (
    TAALCODES.find((code) => code === woord || TALEN[code].naam.toLowerCase() === woord) ??
    OOK[plat] ??
    TAALCODES.find((code) => plat.startsWith(TALEN[code].naam.toLowerCase()))
  );
}
