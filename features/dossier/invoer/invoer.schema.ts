import { z } from 'zod';
import { dagenInMaand, isDatum } from '../../../rules/shared/datum.ts';
import { opEenRegel, zonderStuurteken } from '../../shared/tekst.schema.ts';

/** Wat gebruikers van een dossier invoeren. Meldingen zijn volle zinnen; de waarde staat er nooit in. */

const tekst = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Dit mag hoogstens ${max} tekens zijn.`)
    .refine(zonderStuurteken, 'Hier staat een onzichtbaar stuurteken in. Typ de tekst opnieuw.');
const regel = (max: number) => tekst(max).refine(opEenRegel, 'Dit moet op één regel passen.');
const verplicht = (max: number, melding: string) => regel(max).min(1, melding);

export const DatumInvoer = z.string().refine(isDatum, 'Dit is geen bestaande datum (jjjj-mm-dd).');

const jaar = z.int().min(1900, 'Het geboortejaar kan niet vóór 1900 liggen.').max(2200);

/** Een geboortedatum mag onvolledig zijn, zoals in de BRP en op een W-document. */
export const GeboorteInvoer = z.discriminatedUnion('soort', [
  z.object({
    soort: z.literal('datum'),
    datum: DatumInvoer.refine(
      (d) => d >= '1900-01-01',
      'Het geboortejaar kan niet vóór 1900 liggen.',
    ),
  }),
  z.object({ soort: z.literal('jaarMaand'), jaar, maand: z.int().min(1).max(12) }),
  z.object({ soort: z.literal('jaar'), jaar }),
  z.object({ soort: z.literal('onbekend') }),
]);
export type Geboorte = z.infer<typeof GeboorteInvoer>;

/** Eerste dag waarop deze geboorte kan vallen; leeg als niets bekend is. */
export function vroegsteGeboorte(g: Geboorte): string | undefined {
  const vul = (n: number) => String(n).padStart(2, '0');
  if (g.soort === 'datum') return g.datum;
  if (g.soort === 'jaarMaand') return `${g.jaar}-${vul(g.maand)}-01`;
  return g.soort === 'jaar' ? `${g.jaar}-01-01` : undefined;
}

/** Laatste dag waarop deze geboorte kan vallen. */
export function laatsteGeboorte(g: Geboorte): string | undefined {
  if (g.soort === 'jaar') return `${g.jaar}-12-31`;
  if (g.soort !== 'jaarMaand') return vroegsteGeboorte(g);
  return `${vroegsteGeboorte(g)?.slice(0, 8)}${dagenInMaand(g.jaar, g.maand)}`;
}

const PersoonInvoer = z.object({
  /** Leeg als iemand maar één naam heeft. */
  voornamen: regel(200).default(''),
  voorvoegsel: regel(20).optional(),
  geslachtsnaam: verplicht(200, 'Vul een achternaam in.').refine(
    (t) => /\p{L}/u.test(t),
    'Een naam heeft minstens één letter.',
  ),
  geboorte: GeboorteInvoer,
  geslacht: z.enum(['man', 'vrouw', 'onbekend']).optional(),
  nationaliteit: regel(80).optional(),
});

const ContactInvoer = z.object({
  telefoon: regel(25)
    .refine((t) => t === '' || /^[+\d][\d\s()-]{5,}$/.test(t), 'Dit is geen telefoonnummer.')
    .optional(),
  email: regel(200)
    .refine((t) => t === '' || /^\S+@\S+\.\S+$/.test(t), 'Dit is geen e-mailadres.')
    .optional(),
});

const TaalInvoer = z.object({
  gesprekstaal: verplicht(60, 'Vul de taal in waarin u het gesprek voert.'),
  tolkNodig: z.boolean(),
  schrift: regel(60).optional(),
});

const AdresInvoer = z.object({
  straat: verplicht(120, 'Vul een straat in.'),
  huisnummer: verplicht(20, 'Vul een huisnummer in.'),
  postcode: z
    .string()
    .trim()
    .regex(/^[1-9]\d{3} ?[A-Za-z]{2}$/, 'Een postcode is vier cijfers en twee letters.'),
  plaats: verplicht(80, 'Vul een plaats in.'),
  azc: z.boolean().optional(),
});

export const NieuwDossierVraag = z.object({
  gemeenteId: z.uuid(),
  /** Tien cijfers; nullen vooraan mogen weg. */
  vNummer: z.string().trim().max(20).optional(),
  bsn: z.string().trim().max(20).optional(),
  persoon: PersoonInvoer,
  koppeling: z.object({ op: DatumInvoer, azc: regel(120).optional() }).optional(),
  taal: TaalInvoer.optional(),
  contact: ContactInvoer.optional(),
  /** Dossiers die op deze persoon lijken en waarvan de gebruiker heeft gezien dat het een ander is. */
  nietDezelfde: z.array(z.uuid()).max(50).default([]),
});
export type NieuwDossier = z.input<typeof NieuwDossierVraag>;

export const DubbelenVraag = z.object({ gemeenteId: z.uuid(), persoon: PersoonInvoer });

export const SamenvoegenVraag = z.object({ metDossierId: z.uuid() });

export const GezinsbandVraag = z.object({
  anderDossierId: z.uuid(),
  /** Wat de ander van deze persoon is. */
  relatie: z.enum(['partner', 'kind', 'ouder', 'broer-of-zus']),
});

export const NotitieVraag = z.object({
  tekst: tekst(4000).min(1, 'Een notitie is niet leeg.'),
});

export const DerdeInformatieVraag = z.object({
  van: verplicht(120, 'Vul in van wie u informatie vraagt.'),
  waarom: tekst(1000).min(1, 'Vul in waarvoor u de informatie nodig hebt.'),
  onmisbaar: z.boolean(),
});

export const OntvangenVraag = z.object({ ontvangenOp: DatumInvoer });

/** Verbetering van een gegeven: `vervangt` is het feit dat de gebruiker zag, `null` als er nog niets was. */
export const GegevenVraag = z.discriminatedUnion('soort', [
  z.object({
    soort: z.literal('persoon'),
    vervangt: z.uuid().nullable(),
    inhoud: PersoonInvoer,
  }),
  z.object({ soort: z.literal('contact'), vervangt: z.uuid().nullable(), inhoud: ContactInvoer }),
  z.object({ soort: z.literal('taal'), vervangt: z.uuid().nullable(), inhoud: TaalInvoer }),
  z.object({ soort: z.literal('adres'), vervangt: z.uuid().nullable(), inhoud: AdresInvoer }),
]);
