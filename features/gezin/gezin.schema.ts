import { z } from 'zod';
import { isDatum } from '../../rules/shared/datum.ts';
import { DossierParams, Leerroute, Toestand } from '../shared/dossier.schema.ts';
import { opEenRegel, zonderStuurteken } from '../shared/tekst.schema.ts';

export const regel = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'vul dit in')
    .max(max, `gebruik niet meer dan ${max} tekens`)
    .refine((t) => zonderStuurteken(t) && opEenRegel(t), 'bevat een teken dat hier niet kan');
export const dag = z.string().refine(isDatum, 'is geen bestaande datum (jjjj-mm-dd)');
/** Het feit dat de gebruiker zag toen hij begon. */
export const gezien = z.uuid();

const RELATIES = ['kind', 'partner', 'ouder', 'broer-of-zus', 'anders'] as const;
const VVE = ['gaat', 'aangemeld', 'op-wachtlijst', 'niet', 'niet-nodig'] as const;
export const OPVANGSTATEN = [
  'nodig',
  'aangevraagd',
  'wachtlijst',
  'geplaatst',
  'niet-meer-nodig',
] as const;
export const DAGDELEN = [
  'maandagochtend',
  'maandagmiddag',
  'dinsdagochtend',
  'dinsdagmiddag',
  'woensdagochtend',
  'woensdagmiddag',
  'donderdagochtend',
  'donderdagmiddag',
  'vrijdagochtend',
  'vrijdagmiddag',
  'avond',
] as const;

const lid = {
  naam: regel(80),
  relatie: z.enum(RELATIES),
  geboortejaar: z.int().min(1900).max(2200).optional(),
  geboortemaand: z.int().min(1).max(12).optional(),
  school: regel(80).optional(),
  vve: z.enum(VVE).optional(),
};

const maandMetJaar = (v: {
  geboortejaar?: number | undefined;
  geboortemaand?: number | undefined;
}) => v.geboortemaand === undefined || v.geboortejaar !== undefined;
const MAAND_ZONDER_JAAR = { path: ['geboortejaar'], message: 'vul ook het jaar in' };

export const GezinslidVerzoek = z
  .strictObject(lid)
  .refine(maandMetJaar, MAAND_ZONDER_JAAR)
  .meta({ id: 'GezinslidVerzoek' });

export const GezinslidWijziging = z
  .strictObject({
    ...lid,
    /** Eerste dag waarop deze persoon niet meer bij het gezin hoort. */
    tot: dag.optional(),
    gezien,
  })
  .refine(maandMetJaar, MAAND_ZONDER_JAAR)
  .meta({ id: 'GezinslidWijziging' });

export const GezinslidParams = DossierParams.extend({ gezinslidId: z.uuid() });

export const GezinsafspraakVerzoek = z
  .strictObject({
    /** De dossiers van wie samen komt; dit dossier hoort erbij. */
    wie: z.array(z.uuid()).min(1, 'kies wie er komt').max(10, 'kies hoogstens tien mensen'),
    soort: z.enum(['intakegesprek', 'voortgangsgesprek', 'driegesprek', 'overig']),
    datum: dag,
    tijd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is geen tijd (uu:mm)'),
    plaats: regel(120),
    duurMinuten: z.int().min(5).max(480),
    tolkTaal: regel(40).optional(),
    vorm: z.enum(['kantoor', 'thuis', 'azc', 'telefoon', 'video']).optional(),
  })
  .meta({ id: 'GezinsafspraakVerzoek' });

export const GezinsafspraakAntwoord = z
  .object({
    groepId: z.string(),
    afspraken: z.array(z.object({ dossierId: z.string(), afspraakId: z.string() })),
    /** Wie nog niet heeft gehoord dat een gesprek alleen ook kan (B 5.2). */
    privegesprekAanbieden: z.array(z.string()),
  })
  .meta({ id: 'Gezinsafspraak' });

export const VastgelegdAntwoord = z.object({ feitId: z.string() });

const Belemmering = z.object({
  staat: z.enum(['vrij', 'let-op', 'houdt-tegen']),
  tekst: z.string(),
  feitIds: z.array(z.string()),
});

const Afspraak = z.object({
  afspraakId: z.string(),
  soort: z.string(),
  datum: z.string(),
  tijd: z.string(),
  plaats: z.string(),
  samen: z.boolean(),
});

const Lid = z.object({
  dossierId: z.string(),
  naam: z.string(),
  /** Wat dit lid is van de persoon van dit dossier. */
  relatie: z.enum(['zelf', 'partner', 'kind', 'ouder', 'broer-of-zus']),
  schakel: z.int(),
  toestand: Toestand,
  leerroute: Leerroute.nullable(),
  klantmanager: z.string().nullable(),
  pip: z.object({
    staat: z.enum(['geen', 'concept', 'ter-vaststelling', 'vastgesteld', 'ingetrokken']),
    dagtekening: z.string().nullable(),
    /** Laatste dag voor het PIP; leeg als er al een is of als de termijn niet loopt. */
    uiterlijk: z.string().nullable(),
  }),
  /** Laatste dag van de inburgeringstermijn. */
  termijnTot: z.string().nullable(),
  voorstel: z.string(),
  voorstelUiterlijk: z.string().nullable(),
  volgendeAfspraak: Afspraak.nullable(),
  bijstandVanaf: z.string().nullable(),
  privegesprekAangeboden: z.boolean(),
  belemmering: Belemmering,
});
export type Lid = z.infer<typeof Lid>;

const ZonderDossier = z.object({
  feitId: z.string(),
  gezinslidId: z.string(),
  /** Bij wie dit is vastgelegd. */
  dossierId: z.string(),
  bij: z.string(),
  naam: z.string(),
  relatie: z.enum(RELATIES),
  geboortejaar: z.int().nullable(),
  geboortemaand: z.int().nullable(),
  leeftijd: z.int().nullable(),
  vveLeeftijd: z.enum(['te-jong', 'voorschool', 'vroegschool', 'ouder', 'misschien', 'onbekend']),
  school: z.string().nullable(),
  vve: z.enum(VVE).nullable(),
  vveAfspraakNodig: z.boolean(),
});
export type ZonderDossier = z.infer<typeof ZonderDossier>;

const Opvang = z.object({
  feitId: z.string(),
  opvangId: z.string(),
  dossierId: z.string(),
  /** Wie deze opvang nodig heeft om te kunnen leren. */
  voorWie: z.string(),
  gezinslidId: z.string().nullable(),
  kind: z.string().nullable(),
  dagdelen: z.array(z.string()),
  nodigVanaf: z.string(),
  staat: z.enum(OPVANGSTATEN),
  bij: z.string().nullable(),
  plaatsOp: z.string().nullable(),
  toelichting: z.string().nullable(),
  door: z.string().nullable(),
  op: z.string(),
  /** Wat hierna kan. */
  stappen: z.array(z.enum(OPVANGSTATEN)),
});
export type Opvang = z.infer<typeof Opvang>;

const Groep = z.object({
  groepId: z.string(),
  soort: z.string(),
  datum: z.string(),
  tijd: z.string(),
  plaats: z.string(),
  wie: z.array(
    z.object({
      dossierId: z.string(),
      naam: z.string(),
      afspraakId: z.string(),
      uitkomst: z.enum(['verschenen', 'niet-verschenen', 'afgezegd']).nullable(),
      /** Deze persoon kreeg later een andere dag of tijd. */
      verzet: z.boolean(),
    }),
  ),
});

export const GezinsbeeldAntwoord = z
  .object({
    vandaag: z.string(),
    leden: z.array(Lid),
    zonderDossier: z.array(ZonderDossier),
    opvang: z.array(Opvang),
    groepen: z.array(Groep),
    /** Voor een nieuwe afspraak. */
    voorstel: z.object({ tolkTaal: z.string().nullable(), plaats: z.string() }),
    mag: z.object({ bewerken: z.boolean(), intakegesprek: z.boolean() }),
  })
  .meta({ id: 'Gezinsbeeld' });
export type Gezinsbeeld = z.infer<typeof GezinsbeeldAntwoord>;
