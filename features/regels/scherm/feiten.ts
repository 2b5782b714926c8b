/** Eén veld zoals de API het beschrijft, in JSON Schema. */
export type VeldSchema = {
  type: string;
  title?: string;
  description?: string;
  format?: string;
  enum?: readonly string[];
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  properties?: Record<string, VeldSchema>;
  items?: VeldSchema;
  'x-wegen'?: readonly string[];
  'x-eenheid'?: string;
};

type Soort = 'datum' | 'ja-nee' | 'keuze' | 'bedrag' | 'getal' | 'groep' | 'lijst' | 'tekst';

/** Wat er in het formulier staat: getallen en bedragen zoals ze zijn getypt, de rest als waarde. */
export type Concept = { [naam: string]: Ingevuld | undefined };
export type Ingevuld = string | boolean | Concept | Concept[];

export type Feiten = Record<string, unknown>;
/** Per pad ('verlengingen[2].begin') wat er niet klopt, in een zin. */
export type Fouten = Record<string, string>;

const EUROCENT = 'eurocent';
const CENTEN = 100;

/** Wat voor veld dit is. */
export function soortVan(schema: VeldSchema): Soort {
  if (schema.type === 'object') return 'groep';
  if (schema.type === 'array') return 'lijst';
  if (schema.type === 'boolean') return 'ja-nee';
  if (schema.type === 'string') {
    if (schema.enum) return 'keuze';
    return schema.format === 'date' ? 'datum' : 'tekst';
  }
  return schema['x-eenheid'] === EUROCENT ? 'bedrag' : 'getal';
}

/** De velden van een groep, of van één rij van een lijst. */
export function veldenVan(schema: VeldSchema): [naam: string, veld: VeldSchema][] {
  return Object.entries((schema.items ?? schema).properties ?? {});
}

/** De naam van het veld op een pad: 'lessen[1].uren' wordt 'Lessen, rij 2, Uren'. */
export function naamVan(schema: VeldSchema, pad: string): string {
  let hier: VeldSchema | undefined = schema;
  const namen: string[] = [];
  for (const deel of pad.split(/[.[\]]+/).filter(Boolean)) {
    if (/^\d+$/.test(deel)) {
      namen.push(`rij ${Number(deel) + 1}`);
      continue;
    }
    hier = (hier?.items ?? hier)?.properties?.[deel];
    namen.push(hier?.title ?? deel);
  }
  return namen.join(', ');
}

/** Een getal zoals men het in Nederland schrijft: '1.600', '12,5'; anders niets. */
function leesGetal(tekst: string): number | undefined {
  const duizend = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
  const gewoon = /^-?\d+([.,]\d+)?$/;
  if (duizend.test(tekst)) return Number(tekst.replaceAll('.', '').replace(',', '.'));
  return gewoon.test(tekst) ? Number(tekst.replace(',', '.')) : undefined;
}

function leesEuro(tekst: string): number | undefined {
  const bedrag = tekst.replace(/^€/, '').replace(/,-+$/, '').trim();
  if (/[,.]\d{4,}$/.test(bedrag) || /,\d{3,}$/.test(bedrag)) return undefined;
  const euro = leesGetal(bedrag);
  return euro === undefined ? undefined : Math.round(euro * CENTEN);
}

type Gelezen = { waarde?: unknown; fout?: string };

/** Leest wat in een getalveld of bedragveld is getypt. */
export function leesGetypt(schema: VeldSchema, getypt: string): Gelezen {
  const tekst = getypt.trim();
  if (tekst === '') return {};
  if (soortVan(schema) === 'bedrag') {
    const waarde = leesEuro(tekst);
    return waarde === undefined
      ? { fout: `'${tekst}' is geen bedrag. Schrijf euro's en centen: 1.250,50.` }
      : { waarde };
  }
  const waarde = leesGetal(tekst);
  return waarde === undefined ? { fout: `'${tekst}' is geen getal.` } : { waarde };
}

function leesVeld(schema: VeldSchema, ingevuld: Ingevuld, pad: string, fouten: Fouten): unknown {
  if (Array.isArray(ingevuld)) {
    return ingevuld.map((rij, plek) => leesVelden(schema, rij, `${pad}[${plek}]`, fouten));
  }
  if (typeof ingevuld === 'object') {
    const groep = leesVelden(schema, ingevuld, pad, fouten);
    return Object.keys(groep).length > 0 ? groep : undefined;
  }
  if (ingevuld === '') return undefined;
  const soort = soortVan(schema);
  if (typeof ingevuld === 'boolean' || (soort !== 'getal' && soort !== 'bedrag')) return ingevuld;
  const { waarde, fout } = leesGetypt(schema, ingevuld);
  if (fout) fouten[pad] = fout;
  return waarde;
}

function leesVelden(schema: VeldSchema, concept: Concept, pad: string, fouten: Fouten): Feiten {
  const feiten = veldenVan(schema).map(([naam, veld]) => {
    const ingevuld = concept[naam];
    const hier = pad ? `${pad}.${naam}` : naam;
    return [naam, ingevuld === undefined ? undefined : leesVeld(veld, ingevuld, hier, fouten)];
  });
  return Object.fromEntries(feiten.filter(([, waarde]) => waarde !== undefined));
}

/** Van formulier naar feiten voor de API; wat niet te lezen is staat in `fouten`. */
export function naarFeiten(
  schema: VeldSchema,
  concept: Concept,
): { feiten: Feiten; fouten: Fouten } {
  const fouten: Fouten = {};
  return { feiten: leesVelden(schema, concept, '', fouten), fouten };
}

const isFeiten = (waarde: unknown): waarde is Feiten =>
  typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);

function getypt(soort: Soort, getal: number): string {
  return (soort === 'bedrag' ? (getal / CENTEN).toFixed(2) : String(getal)).replace('.', ',');
}

function vulVeld(schema: VeldSchema, waarde: unknown): Ingevuld | undefined {
  const soort = soortVan(schema);
  if (soort === 'lijst') {
    return Array.isArray(waarde)
      ? waarde.filter(isFeiten).map((rij) => naarConcept(schema, rij))
      : undefined;
  }
  if (soort === 'groep') return isFeiten(waarde) ? naarConcept(schema, waarde) : undefined;
  if (soort === 'getal' || soort === 'bedrag') {
    return typeof waarde === 'number' ? getypt(soort, waarde) : undefined;
  }
  const past = typeof waarde === (soort === 'ja-nee' ? 'boolean' : 'string');
  const keuze = schema.enum === undefined || schema.enum.includes(String(waarde));
  return past && keuze ? (waarde as string | boolean) : undefined;
}

/** Van feiten naar formulier; wat de regel niet kent of niet past, valt weg. */
export function naarConcept(schema: VeldSchema, feiten: Feiten): Concept {
  const ingevuld = veldenVan(schema).map(([naam, veld]) => [naam, vulVeld(veld, feiten[naam])]);
  return Object.fromEntries(ingevuld.filter(([, waarde]) => waarde !== undefined));
}

/** Hoeveel losse feiten er zijn; zo is te zien of er bij het vullen iets wegviel. */
export function telFeiten(waarde: unknown): number {
  if (Array.isArray(waarde)) return waarde.reduce<number>((som, rij) => som + telFeiten(rij), 0);
  if (!isFeiten(waarde)) return waarde === undefined || waarde === null ? 0 : 1;
  return telFeiten(Object.values(waarde));
}
