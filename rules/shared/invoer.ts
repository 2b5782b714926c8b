import { isDatum } from './datum.ts';
import type { Veld, Velden } from './velden.ts';

/** Wat er aan een aangeleverd feit mankeert; `veld` is het pad: 'verlengingen[2].begin'. */
export type InvoerFout = { veld: string; tekst: string };

const HOOGSTE_BEDRAG = 100_000_000_000_00;
const MEESTE_RIJEN = 500;

/**
 * Leest feiten van buiten. Een onbekend veld, een datum die niet bestaat of een waarde van het verkeerde
 * soort is een fout met het pad erbij; `null` telt als ontbrekend.
 * @returns de feiten zoals aangeleverd, of alle fouten
 */
export function leesInvoer(
  velden: Velden,
  ruw: unknown,
): { invoer: Record<string, unknown> } | { fouten: InvoerFout[] } {
  const fouten: InvoerFout[] = [];
  const invoer = leesGroep(velden, ruw, '', fouten);
  return fouten.length > 0 ? { fouten } : { invoer };
}

function leesGroep(
  velden: Velden,
  ruw: unknown,
  pad: string,
  fouten: InvoerFout[],
): Record<string, unknown> {
  const uit: Record<string, unknown> = {};
  if (typeof ruw !== 'object' || ruw === null || Array.isArray(ruw)) {
    fouten.push({ veld: pad || '(invoer)', tekst: 'moet een object met feiten zijn' });
    return uit;
  }
  for (const [naam, waarde] of Object.entries(ruw)) {
    const veld = Object.hasOwn(velden, naam) ? velden[naam] : undefined;
    const hier = pad ? `${pad}.${naam}` : naam;
    if (!veld) fouten.push({ veld: hier, tekst: 'is een onbekend veld' });
    else if (waarde !== null) uit[naam] = leesVeld(veld, waarde, hier, fouten);
  }
  return uit;
}

function leesVeld(veld: Veld, waarde: unknown, pad: string, fouten: InvoerFout[]): unknown {
  if (veld.soort === 'groep') return leesGroep(veld.van, waarde, pad, fouten);
  if (veld.soort !== 'lijst') {
    const tekst = gebrek(veld, waarde);
    if (tekst) fouten.push({ veld: pad, tekst });
    return waarde;
  }
  if (!Array.isArray(waarde)) {
    fouten.push({ veld: pad, tekst: 'moet een lijst zijn' });
    return [];
  }
  if (waarde.length > MEESTE_RIJEN) {
    fouten.push({ veld: pad, tekst: `heeft meer dan ${MEESTE_RIJEN} rijen` });
    return [];
  }
  return waarde.map((rij, i) => leesGroep(veld.van, rij, `${pad}[${i}]`, fouten));
}

type Enkel = Exclude<Veld, { soort: 'lijst' | 'groep' }>;

function gebrek(veld: Enkel, waarde: unknown): string | undefined {
  const [goed, tekst] = eis(veld, waarde);
  return goed ? undefined : tekst;
}

function eis(veld: Enkel, waarde: unknown): [goed: boolean, tekst: string] {
  switch (veld.soort) {
    case 'datum':
      return [isDatum(waarde), 'moet een bestaande datum zijn, als jjjj-mm-dd'];
    case 'ja-nee':
      return [typeof waarde === 'boolean', 'moet true of false zijn'];
    case 'keuze':
      return [
        veld.keuzes.some((k) => k === waarde),
        `moet een van deze zijn: ${veld.keuzes.join(', ')}`,
      ];
    case 'bedrag':
      return [isGetal(waarde, 0, HOOGSTE_BEDRAG, false), 'moet een heel aantal eurocenten zijn'];
    case 'getal':
      return [
        isGetal(waarde, veld.min, veld.max, veld.gebroken === true),
        `moet een ${veld.gebroken ? '' : 'heel '}getal zijn van ${veld.min} tot en met ${veld.max}`,
      ];
  }
}

function isGetal(waarde: unknown, min: number, max: number, gebroken: boolean): boolean {
  if (typeof waarde !== 'number' || !(waarde >= min && waarde <= max)) return false;
  return gebroken || Number.isInteger(waarde);
}

/** JSON Schema (2020-12) van `velden`: wat `leesInvoer` aanneemt. */
export function jsonSchema(velden: Velden): Record<string, unknown> {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(velden).map(([n, v]) => [n, veldSchema(v)])),
  };
}

function veldSchema(veld: Veld): Record<string, unknown> {
  const kop = {
    title: veld.naam,
    ...(veld.hulp ? { description: veld.hulp } : {}),
    ...('wegen' in veld && veld.wegen ? { 'x-wegen': veld.wegen } : {}),
  };
  switch (veld.soort) {
    case 'datum':
      return { type: 'string', format: 'date', ...kop };
    case 'ja-nee':
      return { type: 'boolean', ...kop };
    case 'keuze':
      return { type: 'string', enum: veld.keuzes, ...kop };
    case 'bedrag':
      return {
        type: 'integer',
        minimum: 0,
        maximum: HOOGSTE_BEDRAG,
        'x-eenheid': 'eurocent',
        ...kop,
      };
    case 'getal':
      return {
        type: veld.gebroken ? 'number' : 'integer',
        minimum: veld.min,
        maximum: veld.max,
        ...(veld.eenheid ? { 'x-eenheid': veld.eenheid } : {}),
        ...kop,
      };
    case 'groep':
      return { ...jsonSchema(veld.van), ...kop };
    case 'lijst':
      return { type: 'array', maxItems: MEESTE_RIJEN, items: jsonSchema(veld.van), ...kop };
  }
}
