import { z } from 'zod';
import { DossierParams, Leerroute } from '../../shared/dossier.schema.ts';
import { bladzijde } from '../../shared/lijst.schema.ts';
import { DAGDELEN, dag, gezien, OPVANGSTATEN, regel } from '../gezin.schema.ts';

const opvang = {
  /** Het kind waarvoor; leeg als dat er niet toe doet. */
  gezinslidId: z.uuid().nullable(),
  dagdelen: z
    .array(z.enum(DAGDELEN))
    .min(1, 'kies ten minste één dagdeel')
    .max(DAGDELEN.length)
    .refine((d) => new Set(d).size === d.length, 'een dagdeel staat er twee keer in'),
  nodigVanaf: dag,
  staat: z.enum(OPVANGSTATEN),
  bij: regel(120).optional(),
  plaatsOp: dag.optional(),
  toelichting: regel(300).optional(),
};

const metPlek = (v: { staat: string; bij?: string | undefined }) =>
  v.staat === 'nodig' || v.staat === 'niet-meer-nodig' || v.bij !== undefined;
const metDag = (v: { staat: string; plaatsOp?: string | undefined }) =>
  v.staat !== 'geplaatst' || v.plaatsOp !== undefined;
const BIJ = { path: ['bij'], message: 'vul in bij welke opvang dit is' };
const OP = { path: ['plaatsOp'], message: 'vul in vanaf welke dag er plaats is' };

export const OpvangVerzoek = z
  .strictObject(opvang)
  .refine(metPlek, BIJ)
  .refine(metDag, OP)
  .meta({ id: 'OpvangVerzoek' });

export const OpvangWijziging = z
  .strictObject({ ...opvang, gezien })
  .refine(metPlek, BIJ)
  .refine(metDag, OP)
  .meta({ id: 'OpvangWijziging' });

export const OpvangParams = DossierParams.extend({ opvangId: z.uuid() });

const filters = {
  /** Naam, BSN of V-nummer. */
  zoek: z.string().trim().max(100).optional(),
  gemeenten: z
    .array(z.string().regex(/^\d{4}$/, 'Een gemeentecode heeft vier cijfers.'))
    .max(400)
    .optional(),
  /** Leeg: alles wat nog niet is geregeld. */
  staat: z.enum(OPVANGSTATEN).optional(),
  /** Nodig op of voor deze dag. */
  nodigVoor: dag.optional(),
};

export const WachtlijstVerzoek = z
  .strictObject({ ...filters, ...bladzijde })
  .meta({ id: 'OpvangWachtlijstVerzoek' });
export type WachtlijstVerzoek = z.infer<typeof WachtlijstVerzoek>;
export const WachtlijstExport = z.strictObject(filters).meta({ id: 'OpvangWachtlijstExport' });

const WachtlijstRij = z.object({
  dossierId: z.string(),
  opvangId: z.string(),
  naam: z.string(),
  gemeente: z.string(),
  klantmanager: z.string().nullable(),
  leerroute: Leerroute.nullable(),
  kind: z.string().nullable(),
  dagdelen: z.array(z.string()),
  nodigVanaf: z.string(),
  /** Dagen sinds opvang nodig is; negatief als dat nog komt. */
  dagen: z.int(),
  staat: z.enum(OPVANGSTATEN),
  bij: z.string().nullable(),
  plaatsOp: z.string().nullable(),
});
export type WachtlijstRij = z.infer<typeof WachtlijstRij>;

export const WachtlijstAntwoord = z
  .object({
    items: z.array(WachtlijstRij),
    totaal: z.int(),
    /** Hoeveel daarvan de les nu al tegenhouden. */
    houdtTegen: z.int(),
    page: z.int(),
    pageSize: z.int(),
  })
  .meta({ id: 'OpvangWachtlijst' });
export type Wachtlijst = z.infer<typeof WachtlijstAntwoord>;
