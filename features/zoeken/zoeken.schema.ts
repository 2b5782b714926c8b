import { z } from 'zod';
import { Doelgroep, Leerroute, Toestand } from '../shared/dossier.schema.ts';
import { bladzijde, filtersInburgeraars } from '../shared/lijst.schema.ts';

/** Wat iemand typt om een persoon te vinden: (delen van) de naam, BSN of V-nummer. */
const Zoektekst = z.string().trim().max(100);

export const InburgeraarsVerzoek = z
  .object({
    zoek: Zoektekst.optional(),
    ...filtersInburgeraars,
    ...bladzijde,
  })
  .meta({ id: 'InburgeraarsVerzoek' });
export type InburgeraarsVerzoek = z.infer<typeof InburgeraarsVerzoek>;

const Inburgeraar = z.object({
  dossierId: z.uuid(),
  naam: z.string(),
  /** Ook onvolledig: '1980' of '1980-03'. */
  geboortedatum: z.string().nullable(),
  gemeente: z.string(),
  doelgroep: Doelgroep,
  leerroute: Leerroute.nullable(),
  klantmanager: z.string().nullable(),
  schakel: z.int(),
  toestand: Toestand,
});

export const InburgeraarsAntwoord = z
  .object({
    items: z.array(Inburgeraar),
    /** Hoogstens `telGrens`; is het gelijk, dan zijn het er zoveel of meer. */
    totaal: z.int(),
    telGrens: z.int(),
    page: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'InburgeraarsAntwoord' });
export type Inburgeraars = z.infer<typeof InburgeraarsAntwoord>;
export type InburgeraarRij = Inburgeraars['items'][number];
