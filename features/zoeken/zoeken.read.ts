import { type RawBuilder, sql } from 'kysely';
import type { Reeks, Zoekwoord } from '../../server/dossier/zoeken/zoeksleutels.ts';

/** Waar iemand op zoekt, al ontleed: een nummer of de woorden van een naam. */
export type Zoekvraag =
  | { soort: 'nummer'; bsn?: string; vNummer?: string }
  | { soort: 'naam'; woorden: readonly Zoekwoord[] };

/**
 * De gemeenten waarop een lijst is gericht: de gekozen codes, of alles wat zichtbaar is. Een code die de
 * gebruiker niet ziet telt niet mee.
 */
export function kiesGemeenten(
  zichtbaar: readonly string[],
  namen: readonly { id: string; code: string }[],
  codes: readonly string[] | undefined,
): string[] {
  if (!codes?.length) return [...zichtbaar];
  const gekozen = new Set(namen.filter((g) => codes.includes(g.code)).map((g) => g.id));
  return zichtbaar.filter((id) => gekozen.has(id));
}

type Sleutels = RawBuilder<{ gemeente_id: string; dossier_id: string }>;

function metSleutel(gemeenten: readonly string[], { van, tot }: Reeks): Sleutels {
  // Zonder union erachter: iemand met twee namen in de reeks is toch één dossier.
  return sql`select distinct gemeente_id, dossier_id from zoeksleutel
    where gemeente_id = any (${gemeenten}::uuid[]) and sleutel >= ${van} and sleutel < ${tot}`;
}

function metNamen(gemeenten: readonly string[], woorden: readonly (readonly Reeks[])[]): Sleutels {
  const perWoord = woorden.map(
    (reeksen) =>
      sql`(${sql.join(
        reeksen.map((r) => metSleutel(gemeenten, r)),
        sql` union `,
      )})`,
  );
  return sql`${sql.join(perWoord, sql` intersect `)}`;
}

function metNummer(gemeenten: readonly string[], bsn?: string, vNummer?: string): Sleutels {
  const op = (kolom: 'bsn' | 'v_nummer', nummer: string | undefined) =>
    sql`select gemeente_id, id as dossier_id from dossier
      where gemeente_id = any (${gemeenten}::uuid[]) and ${sql.ref(kolom)} = ${nummer ?? null}
        and samengevoegd_met is null`;
  return sql`${op('bsn', bsn)} union ${op('v_nummer', vNummer)}`;
}

/**
 * Vraag naar de dossiers die bij een zoekvraag passen, als `gemeente_id, dossier_id`.
 * Past niets (geen bruikbaar woord), dan is het antwoord leeg.
 */
export function gevonden(gemeenten: readonly string[], vraag: Zoekvraag): Sleutels {
  if (vraag.soort === 'nummer') return metNummer(gemeenten, vraag.bsn, vraag.vNummer);
  if (vraag.woorden.length === 0) return metNummer(gemeenten);
  return metNamen(
    gemeenten,
    vraag.woorden.map((w) => [w.letterlijk, ...w.klank]),
  );
}

/** Dezelfde vraag, maar alleen wie de woorden letterlijk in de naam heeft: die staan bovenaan. */
export function letterlijkGevonden(gemeenten: readonly string[], vraag: Zoekvraag): Sleutels {
  if (vraag.soort === 'nummer' || vraag.woorden.length === 0) return metNummer(gemeenten);
  return metNamen(
    gemeenten,
    vraag.woorden.map((w) => [w.letterlijk]),
  );
}
