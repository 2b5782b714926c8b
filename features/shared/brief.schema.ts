import { z } from 'zod';
import type { Reden } from '../../rules/shared/antwoord.ts';
import { type Datum, isDatum } from '../../rules/shared/datum.ts';
import type { Adres, FeitInhoud } from '../../rules/stand/feiten.ts';
import { opEenRegel, zonderStuurteken } from './tekst.schema.ts';

/** Wat elke brief aan een inburgeraar deelt: de vormen, het briefhoofd, de aanhef en het kenmerk. */

const GEWONE_KLEUR = '#0b5560';
export const tekst = (max = 4000) =>
  z
    .string()
    .trim()
    .min(1, 'mag niet leeg zijn')
    .max(max, `mag niet langer zijn dan ${max} tekens`)
    .refine(zonderStuurteken, 'bevat een onzichtbaar stuurteken');
export const regel = (max = 120) => tekst(max).refine(opEenRegel, 'moet op één regel passen');
export const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');

/** De velden die in elke brief staan. */
export const briefvelden = {
  gemeente: z.strictObject({
    /** Zonder het woord gemeente: 'Veldrijk'. */
    naam: regel(),
    adres: regel(),
    postcode: regel(10),
    plaats: regel(),
    telefoon: regel(20),
    email: regel(),
    website: regel(),
    stijl: z.strictObject({
      kleur: z.string().regex(/^#[0-9a-f]{6}$/iu, 'is geen kleur (#rrggbb)'),
    }),
  }),
  persoon: z.strictObject({
    /** Zonder komma: 'Geachte mevrouw Tesfay'. */
    aanhef: regel(),
    volledigeNaam: regel(200),
    adresregels: z.array(regel(80)).min(1).max(4),
  }),
  // Een kenmerk staat op de envelop en in systemen: acht of negen cijfers achter elkaar kan een BSN zijn.
  kenmerk: regel(40).refine((t) => !/\d{8,}/u.test(t), 'mag geen BSN bevatten'),
  dagtekening: dag,
  grondslag: z.array(regel(200)).min(1),
  ondertekenaar: z.strictObject({
    naam: regel(),
    functie: regel(),
    /** De regel boven de naam, uit het mandaatregister; zonder staat er namens het college. */
    namens: regel(200).optional(),
  }),
  klantmanager: z.strictObject({
    naam: regel(),
    telefoon: regel(20),
    email: regel(),
    /** 'maandag tot en met donderdag, 9.00 tot 16.00 uur'. */
    bereikbaar: regel().optional(),
  }),
};

const BRIEFHOOFD = {
  adres: 'het adres',
  postcode: 'de postcode',
  plaats: 'de plaats',
  telefoon: 'het telefoonnummer',
  email: 'het e-mailadres',
  website: 'de website',
} as const;
type BriefhoofdVeld = keyof typeof BRIEFHOOFD;
const VELDEN = Object.keys(BRIEFHOOFD) as BriefhoofdVeld[];

type Gemeente = {
  naam: string;
  stijl: Partial<Record<BriefhoofdVeld | 'kleur', string>>;
  /** SVG; gaat naast de gegevens naar de brief. */
  logo?: string | null;
};

/** Wie de brief schrijft, tekent en ontvangt. */
export type Briefpartijen = {
  gemeente: Gemeente;
  persoon?: FeitInhoud['persoon'] | undefined;
  adres?: Adres | undefined;
  ondertekenaar: { naam: string; functie: string; namens?: string };
  klantmanager: { naam: string; telefoon: string; email: string };
};

/** Wat ontbreekt om een brief te kunnen maken. Zonder afzender kan niemand bezwaar maken (Awb 3:45). */
export function briefRedenen(b: Pick<Briefpartijen, 'gemeente' | 'persoon'>): Reden[] {
  const redenen: Reden[] = [];
  const mist = VELDEN.filter((veld) => !b.gemeente.stijl[veld]).map((veld) => BRIEFHOOFD[veld]);
  if (mist.length > 0) {
    redenen.push({
      code: 'briefhoofd-onvolledig',
      tekst: `Het briefhoofd van de gemeente mist ${mist.join(', ')}. Vraag de beheerder het aan te vullen.`,
    });
  }
  if (!b.persoon) {
    redenen.push({
      code: 'naam-onbekend',
      tekst:
        'De naam van de inburgeraar is nog niet bekend. Zonder naam kan er geen brief worden gemaakt.',
    });
  }
  return redenen;
}

/** Briefhoofd, aanhef en ondertekening; de keuring van de brief vindt wat nog ontbreekt. */
export function partijenVan(b: Briefpartijen) {
  const { stijl, naam } = b.gemeente;
  return {
    gemeente: {
      naam: naam.replace(/^gemeente /i, ''),
      ...Object.fromEntries(VELDEN.map((veld) => [veld, stijl[veld]])),
      stijl: { kleur: stijl.kleur ?? GEWONE_KLEUR },
    },
    persoon: b.persoon && personalia(b.persoon, b.adres),
    ondertekenaar: {
      naam: b.ondertekenaar.naam,
      functie: b.ondertekenaar.functie || 'medewerker inburgering',
      ...(b.ondertekenaar.namens ? { namens: b.ondertekenaar.namens } : {}),
    },
    klantmanager: {
      naam: b.klantmanager.naam,
      telefoon: b.klantmanager.telefoon || stijl.telefoon,
      email: b.klantmanager.email || stijl.email,
    },
  };
}

function personalia(persoon: FeitInhoud['persoon'], adres: Adres | undefined) {
  const achternaam = [persoon.voorvoegsel, persoon.geslachtsnaam].filter(Boolean).join(' ');
  const naam = [persoon.voornamen, achternaam].filter(Boolean).join(' ');
  const titel = { man: 'heer', vrouw: 'mevrouw', onbekend: '' }[persoon.geslacht ?? 'onbekend'];
  const hoofdletter = achternaam.charAt(0).toUpperCase() + achternaam.slice(1);
  return {
    aanhef: titel ? `Geachte ${titel} ${hoofdletter}` : `Geachte ${naam}`,
    volledigeNaam: naam,
    adresregels: adres
      ? [`${adres.straat} ${adres.huisnummer}`, `${adres.postcode} ${adres.plaats}`]
      : ['Uitgereikt in persoon'],
  };
}

/** Kenmerk van een brief: soort, jaar en het eind van het id. Nooit acht cijfers achter elkaar, want dat lijkt een BSN. */
export function kenmerkVan(soort: 'PIP' | 'BI' | 'PW', id: string, dagtekening: Datum): string {
  const staart = id.slice(-8).toUpperCase();
  return `${soort}-${dagtekening.slice(0, 4)}-${staart.slice(0, 4)}-${staart.slice(4)}`;
}
