import { z } from 'zod';

export const DOELGROEPEN = ['asielstatushouder', 'gezins-en-overige-migrant', 'onbekend'] as const;
export const LEERROUTES = ['B', 'O', 'Z', 'geen'] as const;
export const TOESTANDEN = ['actief', 'nog-niet-plichtig', 'gepauzeerd', 'beeindigd'] as const;

/** Wat iemand typt om een persoon te vinden: (delen van) de naam, BSN of V-nummer. */
const Zoektekst = z.string().trim().max(100);

export const InburgeraarsVerzoek = z
  .object({
    zoek: Zoektekst.optional(),
    /** CBS-codes; leeg is alle zichtbare gemeenten. */
    gemeenten: z
      .array(z.string().regex(/^\d{4}$/, 'Een gemeentecode heeft vier cijfers.'))
      .max(400)
      .optional(),
    doelgroep: z.enum(DOELGROEPEN).optional(),
    leerroute: z.enum(LEERROUTES).optional(),
    schakel: z.int().min(1).max(5).optional(),
    toestand: z.enum(TOESTANDEN).optional(),
    page: z.int().min(1).max(10_000).default(1),
    pageSize: z.int().min(1).max(100).default(25),
  })
  .meta({ id: 'InburgeraarsVerzoek' });
export type InburgeraarsVerzoek = z.infer<typeof InburgeraarsVerzoek>;

const Inburgeraar = z.object({
  dossierId: z.uuid(),
  naam: z.string(),
  /** Ook onvolledig: '1980' of '1980-03'. */
  geboortedatum: z.string().nullable(),
  gemeente: z.string(),
  doelgroep: z.string(),
  leerroute: z.string().nullable(),
  klantmanager: z.string().nullable(),
  schakel: z.int(),
  toestand: z.string(),
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
