import { z } from 'zod';
import { idVoor } from './routes.ts';

type Json = {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  allOf?: Json[];
  $ref?: string;
  $defs?: Record<string, Json>;
  properties?: Record<string, Json>;
  required?: string[];
  items?: Json;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
};
type Pad = (string | number)[];
type Keuze = { ids: Record<string, string>; vandaag: string; optioneel: boolean };

/** Texts that fit the forms that our fields have; tried one after the other. */
const kandidaten = (vandaag: string) => [
  'Een zin die ergens over gaat.',
  vandaag,
  '10:30',
  '1234',
  '7411 AB',
  '0612345678',
  'iemand@example.nl',
  '999990019',
  '2100000001',
  `${vandaag}T10:00:00Z`,
  'B',
  'x',
];

/**
 * A value that `schema` accepts, made from the schema alone. Fields that end in `Id` get the id of
 * that name from `ids`.
 * @returns undefined when no value was found.
 */
export function voorbeeld(
  schema: z.ZodType,
  ids: Record<string, string>,
  vandaag: string,
): unknown | undefined {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  for (const optioneel of [true, false]) {
    const waarde = verbeter(schema, maak(json, json, { ids, vandaag, optioneel }, ''), vandaag);
    if (waarde.goed) return waarde.inhoud;
  }
  return undefined;
}

function verbeter(
  schema: z.ZodType,
  inhoud: unknown,
  vandaag: string,
): { goed: boolean; inhoud: unknown } {
  const pogingen = new Map<string, number>();
  const lijst = kandidaten(vandaag);
  for (let ronde = 0; ronde < 60; ronde += 1) {
    const uitkomst = schema.safeParse(structuredClone(inhoud));
    if (uitkomst.success) return { goed: true, inhoud };
    const [fout] = uitkomst.error.issues;
    if (!fout) break;
    const sleutel = fout.path.join('.');
    const poging = (pogingen.get(sleutel) ?? 0) + 1;
    pogingen.set(sleutel, poging);
    const nieuw = poging < lijst.length ? lijst[poging] : undefined;
    if (poging > lijst.length + 1) return { goed: false, inhoud };
    zet(inhoud, fout.path as Pad, nieuw);
  }
  return { goed: false, inhoud };
}

function zet(inhoud: unknown, pad: Pad, waarde: unknown): void {
  let plek = inhoud as Record<string | number, unknown>;
  for (const deel of pad.slice(0, -1)) plek = plek?.[deel] as typeof plek;
  const laatste = pad.at(-1);
  if (laatste === undefined || typeof plek !== 'object' || plek === null) return;
  if (waarde === undefined) delete plek[laatste];
  else plek[laatste] = waarde;
}

const volg = (ref: string, wortel: Json): Json =>
  (ref === '#' ? wortel : wortel.$defs?.[ref.replace('#/$defs/', '')]) ?? {};

function maak(s: Json, wortel: Json, keuze: Keuze, naam: string): unknown {
  if (s.$ref) return maak(volg(s.$ref, wortel), wortel, keuze, naam);
  if (s.const !== undefined) return s.const;
  if (s.enum) return s.enum[0];
  const keuzes = s.anyOf ?? s.oneOf;
  if (keuzes) return maak(keuzes[0] ?? {}, wortel, keuze, naam);
  if (s.allOf) return Object.assign({}, ...s.allOf.map((d) => maak(d, wortel, keuze, naam)));
  const soort = [s.type].flat()[0];
  if (soort === 'object' || s.properties) return maakObject(s, wortel, keuze);
  if (soort === 'array') {
    const aantal = Math.max(s.minItems ?? 0, keuze.optioneel ? 1 : 0);
    return Array.from({ length: aantal }, () =>
      maak(s.items ?? {}, wortel, keuze, naam.replace(/s$/, '')),
    );
  }
  return maakKaal(s, soort, keuze, naam);
}

function maakObject(s: Json, wortel: Json, keuze: Keuze): Record<string, unknown> {
  const velden = Object.entries(s.properties ?? {}).filter(
    ([veld]) => keuze.optioneel || s.required?.includes(veld),
  );
  return Object.fromEntries(velden.map(([veld, v]) => [veld, maak(v, wortel, keuze, veld)]));
}

function maakKaal(s: Json, soort: string | undefined, keuze: Keuze, naam: string): unknown {
  if (soort === 'integer' || soort === 'number')
    return Math.max(s.minimum ?? 1, (s.exclusiveMinimum ?? 0) + 1, naam === 'revisie' ? 1 : 0);
  if (soort === 'boolean') return true;
  if (soort === 'null') return null;
  if (/Id$/.test(naam) || s.format === 'uuid') return idVoor(keuze.ids, naam);
  if (s.format === 'date') return keuze.vandaag;
  if (s.format === 'date-time') return `${keuze.vandaag}T10:00:00Z`;
  return kandidaten(keuze.vandaag)[0];
}
