export type Cel = string | number | null;

const BOM = '\uFEFF';
/** Hiermee begint in een rekenblad een formule, ook als er een spatie of onzichtbaar teken voor staat. */
const FORMULE = /^[\s\u200b\ufeff]*[=+\-@\t\r|%]/;

function cel(waarde: Cel): string {
  if (waarde === null) return '';
  if (typeof waarde === 'number') return String(waarde);
  const veilig = FORMULE.test(waarde) ? `'${waarde}` : waarde;
  return /[;"\r\n]/.test(veilig) ? `"${veilig.replaceAll('"', '""')}"` : veilig;
}

/**
 * CSV voor een Nederlands rekenblad: UTF-8 met BOM, puntkomma's, regels met CRLF (RFC 4180). Tekst die een
 * rekenblad als formule zou uitvoeren krijgt een apostrof ervoor; getallen blijven getallen.
 */
export function maakCsv(kop: readonly string[], rijen: readonly (readonly Cel[])[]): string {
  return `${BOM}${[kop, ...rijen].map((rij) => `${rij.map(cel).join(';')}\r\n`).join('')}`;
}
