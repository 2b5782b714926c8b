import { sql } from 'kysely';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Tx } from '../db/db.ts';
import { type DossierSleutel, leesFeiten } from '../dossier/feiten.ts';
import { geweigerd } from '../http/probleem.ts';

type Uitkomst = FeitInhoud['afspraak-uitkomst']['uitkomst'];

/** Waarom er in een zitting geen plek meer te geven is. */
export const GEEN_PLEK = { code: 'vol', tekst: 'Er is geen laptop meer vrij.' };

/** Houdt zittingen vast tot het einde van de transactie: plekken worden één voor één vergeven. */
export async function houdZittingenVast(tx: Tx, zittingIds: readonly string[]): Promise<void> {
  for (const id of zittingIds.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`toetszitting:${id}`}, 0))`.execute(
      tx,
    );
  }
}

/**
 * Houdt de zitting vast waar een afspraak bij hoort; zonder zitting gebeurt er niets. Roep dit aan vóór het dossier
 * wordt vergrendeld: wie een plek geeft doet het in die volgorde, en anders wachten twee mensen op elkaar.
 */
export async function houdPlekVast(tx: Tx, wie: DossierSleutel, afspraakId: string): Promise<void> {
  const zittingen = new Set<string>();
  for (const f of await leesFeiten(tx, wie, ['afspraak'])) {
    if (f.soort !== 'afspraak' || f.inhoud.afspraakId !== afspraakId) continue;
    if (f.inhoud.zittingId) zittingen.add(f.inhoud.zittingId);
  }
  await houdZittingenVast(tx, [...zittingen]);
}

/**
 * Een afgezegde plek is al vrij, en kan intussen van een ander zijn: er zijn nooit meer mensen dan laptops.
 * @param was wat er eerder over de afspraak is vastgelegd.
 * @throws Probleem 409 als de plek is vergeven of de zitting niet doorgaat.
 */
export async function keurPlekTerug(
  tx: Tx,
  { zittingId }: FeitInhoud['afspraak'],
  was: Uitkomst | undefined,
  wordt: Uitkomst,
): Promise<void> {
  if (!zittingId || was !== 'afgezegd' || wordt === 'afgezegd') return;
  await houdZittingenVast(tx, [zittingId]);
  const { rows } = await sql<{ staat: string; vol: boolean }>`
    select staat, meedoen_toets_bezet(id) >= laptops as vol from toetszitting
    where id = ${zittingId}`.execute(tx);
  const [zitting] = rows;
  if (zitting?.staat === 'afgelast') {
    throw geweigerd('Deze zitting gaat niet door.', [
      { code: 'staat', tekst: 'Iedereen heeft daar al bericht van.' },
    ]);
  }
  if (zitting?.vol) throw geweigerd('De plek is intussen vergeven.', [GEEN_PLEK]);
}
