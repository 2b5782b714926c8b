import { type Datum, isDatum } from '../shared/datum.ts';
import { jsonSchema } from '../shared/invoer.ts';
import { inEuro, inWoorden, opsomming } from '../shared/tekst.ts';
import type { BeleidVeld, SamenVeld } from './parameter.ts';

const NIETS = 'niets afgesproken';

/** Een keuze in gewone woorden: 'na-koppeling' → 'na koppeling'. */
export const keuzeInWoorden = (keuze: string): string => keuze.replaceAll('-', ' ');

/** Een waarde zoals een mens haar leest; `null` en lege tekst zijn 'niets afgesproken'. */
export function beleidInWoorden(veld: BeleidVeld, waarde: unknown): string {
  if (waarde === null || waarde === undefined || waarde === '') return NIETS;
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
      return groep(veld, waarde as Record<string, unknown>);
  }
}

function reeks(veld: Extract<BeleidVeld, { soort: 'reeks' }>, waarden: unknown[]): string {
  if (waarden.length === 0) return 'geen';
  const { van } = veld;
  if (van.soort !== 'getal') return opsomming(waarden.map((w) => beleidInWoorden(van, w)));
  return `${opsomming(waarden.map(String))} ${van.eenheid ?? ''}`.trim();
}

const ENKELVOUD: Record<string, string> = { dagen: 'dag', weken: 'week', maanden: 'maand' };

/** De delen van een groep: alleen wat is gekozen of ingevuld, met de naam erbij. */
function groep({ van }: SamenVeld, waarde: Record<string, unknown>): string {
  const { aantal, eenheid } = waarde;
  if (typeof eenheid === 'string') {
    return `${aantal} ${aantal === 1 ? (ENKELVOUD[eenheid] ?? eenheid) : eenheid}`;
  }
  const delen = Object.entries(van);
  if (delen.every(([, deel]) => deel.soort === 'ja-nee')) {
    const gekozen = delen.filter(([naam]) => waarde[naam]).map(([, deel]) => deel.naam);
    return gekozen.length > 0 ? opsomming(gekozen.map(kleineLetter)) : 'niets hiervan';
  }
  const woorden = delen
    .filter(([naam]) => waarde[naam] !== '')
    .map(([naam, deel]) => deelInWoorden(deel, waarde[naam]));
  return woorden.length > 0 ? woorden.join('; ') : NIETS;
}

const kleineLetter = (naam: string) =>
  /^[A-Z][a-z ]/.test(naam) ? naam.charAt(0).toLowerCase() + naam.slice(1) : naam;

function deelInWoorden(deel: SamenVeld['van'][string], waarde: unknown): string {
  const woorden = beleidInWoorden(deel, waarde);
  const eenheid = deel.soort === 'getal' ? deel.eenheid : undefined;
  return eenheid === deel.naam.toLowerCase() ? woorden : `${deel.naam}: ${woorden}`;
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
