import { soortVan, type VeldSchema, veldenVan } from './feiten.ts';

/** Eén waarde uit een antwoord, met haar naam: een tekst, of de waarden binnenin. */
export type Waarde = { naam: string; soort: 'datum' | 'tekst'; tekst: string } | Samengesteld;
type Samengesteld = { naam: string; soort: 'rijen'; rijen: Waarde[][] };

const EURO = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });
const GETAL = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 4 });
const CENTEN = 100;

function tekstVan(schema: VeldSchema, waarde: unknown): string {
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  if (typeof waarde !== 'number') return String(waarde);
  if (soortVan(schema) === 'bedrag') return EURO.format(waarde / CENTEN);
  const eenheid = schema['x-eenheid'];
  return eenheid ? `${GETAL.format(waarde)} ${eenheid}` : GETAL.format(waarde);
}

function waardeVan(naam: string, schema: VeldSchema, waarde: unknown): Waarde {
  const soort = soortVan(schema);
  if (soort === 'lijst') {
    const rijen = Array.isArray(waarde) ? waarde : [];
    return { naam, soort: 'rijen', rijen: rijen.map((rij) => waardenVan(schema, rij)) };
  }
  if (soort === 'groep') return { naam, soort: 'rijen', rijen: [waardenVan(schema, waarde)] };
  return { naam, soort: soort === 'datum' ? 'datum' : 'tekst', tekst: tekstVan(schema, waarde) };
}

/** De waarden van een antwoord in de volgorde van de regel; wat er niet is blijft weg. */
export function waardenVan(schema: VeldSchema, waarde: unknown): Waarde[] {
  if (typeof waarde !== 'object' || waarde === null) return [];
  const inhoud = waarde as Record<string, unknown>;
  return veldenVan(schema).flatMap(([naam, veld]) => {
    const deel = inhoud[naam];
    return deel === undefined || deel === null ? [] : [waardeVan(veld.title ?? naam, veld, deel)];
  });
}
