import { type Datum, isDatum } from '../shared/datum.ts';
import { jsonSchema } from '../shared/invoer.ts';
import { inEuro, inWoorden, opsomming } from '../shared/tekst.ts';
import type { BeleidVeld } from './parameter.ts';

/** Een keuze in gewone woorden: 'na-koppeling' → 'na koppeling'. */
export const keuzeInWoorden = (keuze: string): string => keuze.replaceAll('-', ' ');

/** Een waarde zoals een mens haar leest; `null` en lege tekst zijn 'niets afgesproken'. */
export function beleidInWoorden(veld: BeleidVeld, waarde: unknown): string {
  if (waarde === null || waarde === undefined || waarde === '') return 'niets afgesproken';
  switch (veld.soort) {
    case 'ja-nee':
      return waarde ? 'ja' : 'nee';
    case 'getal':
      return `${String(waarde).replace('.', ',')} ${veld.eenheid ?? ''}`.trim();
    case 'bedrag':
      return inEuro(waarde as number);
    case 'datum':
      return isDatum(waarde) ? inWoorden(waarde as Datum) : String(waarde);
    case 'keuze':
      return keuzeInWoorden(String(waarde));
    case 'tekst':
      return String(waarde);
    case 'reeks':
      return reeks(veld, waarde as unknown[]);
    case 'groep':
      return Object.entries(veld.van)
        .map(([naam, deel]) => {
          const een = (waarde as Record<string, unknown>)[naam];
          return `${deel.naam}: ${beleidInWoorden(deel, een)}`;
        })
        .join('; ');
  }
}

function reeks(veld: Extract<BeleidVeld, { soort: 'reeks' }>, waarden: unknown[]): string {
  if (waarden.length === 0) return 'geen';
  const { van } = veld;
  if (van.soort !== 'getal') return opsomming(waarden.map((w) => beleidInWoorden(van, w)));
  return `${opsomming(waarden.map(String))} ${van.eenheid ?? ''}`.trim();
}

/** JSON Schema (2020-12) van een waarde: wat `keurBeleid` als vorm aanneemt. */
export function beleidSchema(veld: BeleidVeld): Record<string, unknown> {
  const kop = { title: veld.naam };
  switch (veld.soort) {
    case 'tekst':
      return { type: 'string', maxLength: veld.max, ...kop };
    case 'reeks':
      return {
        type: 'array',
        maxItems: veld.hoogstens,
        uniqueItems: true,
        items: beleidSchema(veld.van),
        ...kop,
      };
    case 'groep':
      return {
        type: 'object',
        additionalProperties: false,
        required: Object.keys(veld.van),
        properties: Object.fromEntries(
          Object.entries(veld.van).map(([naam, deel]) => [naam, beleidSchema(deel)]),
        ),
        ...kop,
      };
    default: {
      const { properties } = jsonSchema({ waarde: veld }) as {
        properties: { waarde: Record<string, unknown> };
      };
      return properties.waarde;
    }
  }
}

/** Of twee waarden hetzelfde zijn; de volgorde van de delen van een groep doet er niet toe. */
export function zelfdeWaarde(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [links, rechts] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    links.length === rechts.size &&
    links.every(([naam, waarde]) => rechts.has(naam) && zelfdeWaarde(waarde, rechts.get(naam)))
  );
}
