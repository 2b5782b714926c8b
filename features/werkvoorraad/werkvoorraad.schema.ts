import { z } from 'zod';
import { Doelgroep, Leerroute, Toestand } from '../shared/dossier.schema.ts';
import { bladzijde, filtersInburgeraars } from '../shared/lijst.schema.ts';

const VOORSTELLEN = [
  'intake-plannen',
  'oproep-herhalen',
  'intake-voeren',
  'intake-afronden',
  'leerbaarheidstoets-plannen',
  'pip-opstellen',
  'pip-vaststellen',
  'pip-melding-herstellen',
  'wachten-op-duo',
  'aanbod-doen',
  'voortgangsgesprek-voeren',
  'pvt-plannen',
  'map-eindgesprek-plannen',
  'zroute-eindgesprek-plannen',
  'gegevens-aanvullen',
  'brp-wijziging-bekijken',
  'afronden',
  'geen',
] as const;
const BEREIKEN = ['mijn', 'team', 'niet-toegewezen'] as const;
const TERMIJNEN = ['te-laat', 'deze-week', 'later'] as const;
const VOLGORDEN = ['laatsteDag', 'naam'] as const;

/** Filters van de lijst; staan ook in adressen en opgeslagen lijsten, dus zonder persoonsgegevens. */
const filters = {
  bereik: z.enum(BEREIKEN).optional(),
  ...filtersInburgeraars,
  /** Zonder keuze: iedereen voor wie iets te doen is; `geen` toont juist de anderen. */
  voorstel: z.enum(VOORSTELLEN).optional(),
  termijn: z.enum(TERMIJNEN).optional(),
  /** Waar: alleen wie is uitgesteld. Anders zijn die mensen er niet tot de dag daar is. */
  uitgesteld: z.boolean().optional(),
};

const volgorde = {
  sorteer: z.enum(VOLGORDEN).default('laatsteDag'),
  aflopend: z.boolean().default(false),
};

export const ExportVerzoek = z
  .object({ ...filters, ...volgorde, zoek: z.string().trim().max(100).optional() })
  .meta({ id: 'WerkvoorraadExportVerzoek' });

export const WerkvoorraadVerzoek = ExportVerzoek.extend(bladzijde).meta({
  id: 'WerkvoorraadVerzoek',
});
export type WerkvoorraadVerzoek = z.infer<typeof WerkvoorraadVerzoek>;
/** Wat een scherm kiest, vóór de standaardwaarden. */
export type WerkvoorraadFilters = Omit<z.input<typeof WerkvoorraadVerzoek>, 'zoek' | 'page'>;

const Rij = z.object({
  dossierId: z.uuid(),
  naam: z.string(),
  gemeente: z.object({ id: z.uuid(), code: z.string(), naam: z.string() }),
  klantmanager: z.object({ id: z.uuid(), naam: z.string(), initialen: z.string() }).nullable(),
  doelgroep: Doelgroep,
  leerroute: Leerroute.nullable(),
  schakel: z.int(),
  toestand: Toestand,
  voorstel: z.object({ soort: z.enum(VOORSTELLEN), titel: z.string(), reden: z.string() }),
  laatsteDag: z.iso.date().nullable(),
  /** Dagen tot en met de laatste dag; negatief is te laat. */
  dagen: z.int().nullable(),
  signalen: z.array(
    z.object({
      id: z.string(),
      ernst: z.enum(['te-laat', 'let-op', 'ter-info']),
      tekst: z.string(),
    }),
  ),
  uitgesteldTot: z.iso.date().nullable(),
  uitgesteldReden: z.string().nullable(),
});

export const WerkvoorraadAntwoord = z
  .object({
    items: z.array(Rij),
    /** Hoogstens `telGrens`; is het gelijk, dan zijn het er zoveel of meer. */
    totaal: z.int(),
    telGrens: z.int(),
    page: z.int(),
    pageSize: z.int(),
    tellingen: z
      .object({
        teLaat: z.int(),
        /** Vandaag en de zes dagen erna. */
        dezeWeek: z.int(),
        /** Na deze week, of zonder laatste dag. */
        later: z.int(),
        mijn: z.int(),
        team: z.int(),
        nietToegewezen: z.int(),
        /** Iedereen binnen dit bereik, ook zonder iets te doen. */
        inBeeld: z.int(),
        grens: z.int().describe('Hoger wordt niet geteld: gelijk hieraan is zoveel of meer.'),
      })
      .describe(
        'Met de gekozen filters, behalve termijn (en bij mijn, team en nietToegewezen het bereik).',
      ),
    /** Collega's die de gebruiker vandaag vervangt; hun mensen staan bij `mijn`. */
    vervangt: z.array(z.string()),
    peildatum: z.iso.date(),
  })
  .meta({ id: 'WerkvoorraadAntwoord' });
export type Werkvoorraad = z.infer<typeof WerkvoorraadAntwoord>;
export type WerkvoorraadRij = Werkvoorraad['items'][number];
