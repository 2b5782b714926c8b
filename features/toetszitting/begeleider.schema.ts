import { z } from 'zod';
import { dag, regel, verplicht } from './zitting.schema.ts';

const velden = {
  naam: verplicht(120),
  organisatie: regel(120),
  getraindOp: dag.nullable(),
  geregistreerdOp: dag.nullable(),
  /** Eerste dag zonder registratie bij DUO. */
  geregistreerdTot: dag.nullable().default(null),
};
const NA = 'De registratie eindigt na haar eerste dag.';
const loopt = (v: { geregistreerdOp: string | null; geregistreerdTot: string | null }) =>
  !v.geregistreerdTot || Boolean(v.geregistreerdOp && v.geregistreerdTot > v.geregistreerdOp);

export const NieuweBegeleider = z
  .strictObject({ ...velden, gemeenteId: z.uuid() })
  .refine(loopt, { error: NA, path: ['geregistreerdTot'] });
export type NieuweBegeleider = z.infer<typeof NieuweBegeleider>;
export const BegeleiderWijziging = z
  .strictObject({ ...velden, revisie: z.int().min(1) })
  .refine(loopt, { error: NA, path: ['geregistreerdTot'] });
export type BegeleiderWijziging = z.infer<typeof BegeleiderWijziging>;
export const BegeleiderParams = z.strictObject({ begeleiderId: z.uuid() });

export const Begeleider = z
  .object({
    ...velden,
    begeleiderId: z.string(),
    gemeenteId: z.string(),
    gemeente: z.string(),
    revisie: z.number().int(),
    /** Mag vandaag de toets afnemen. */
    bevoegd: z.boolean(),
    /** Waarom niet, in volle zinnen. */
    redenen: z.array(z.string()),
  })
  .meta({ id: 'Toetsbegeleider' });
export type Begeleider = z.infer<typeof Begeleider>;

export const BegeleiderLijst = z
  .object({ items: z.array(Begeleider), mag: z.object({ plannen: z.boolean() }) })
  .meta({ id: 'ToetsbegeleiderLijst' });
export type BegeleiderLijst = z.infer<typeof BegeleiderLijst>;
