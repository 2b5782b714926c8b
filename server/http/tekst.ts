import type { FastifyRequest } from 'fastify';
import { Probleem } from './probleem.ts';

/** PostgreSQL bewaart geen teken nul; een halve surrogaat is in geen enkele tekst geldig. */
const bewaarbaar = (tekst: string) => !tekst.includes('\0') && tekst.isWellFormed();

/** Zonder recursie: een bericht kan dieper genest zijn dan de stapel hoog is. */
function allesBewaarbaar(invoer: unknown): boolean {
  const rest: unknown[] = [invoer];
  while (rest.length > 0) {
    const deel = rest.pop();
    if (typeof deel === 'string' && !bewaarbaar(deel)) return false;
    if (typeof deel !== 'object' || deel === null) continue;
    for (const [veld, waarde] of Object.entries(deel)) rest.push(veld, waarde);
  }
  return true;
}

/**
 * Weigert tekst die de database niet kan bewaren, waar in het verzoek zij ook staat.
 * @throws Probleem 400.
 */
export function keurTekst(req: FastifyRequest): void {
  if ([req.params, req.query, req.body].every(allesBewaarbaar)) return;
  throw new Probleem(
    400,
    'onbekend-teken',
    'Ergens in de tekst staat een teken dat niet kan worden bewaard. Typ die tekst opnieuw.',
  );
}
