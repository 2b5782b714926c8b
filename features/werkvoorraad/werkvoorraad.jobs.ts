import type { Datum } from '../../rules/shared/datum.ts';
import { schrijfAudit } from '../../server/audit/audit.ts';
import type { Db, Tx } from '../../server/db/db.ts';
import { herbereken, vergrendel } from '../../server/dossier/feiten.ts';
import { alleGemeenten } from '../../server/dossier/gemeenten.ts';
import { teHerberekenen } from '../../server/dossier/stand.ts';
import { Probleem } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import { echteKlok } from '../../server/klok.ts';
import type { Werk } from '../../server/toepassing.ts';

/** Klein, zodat niemand lang op een dossier wacht en een onderbreking weinig overdoet. */
const PER_KEER = 50;

/** Herberekent één dossier; `false` als het intussen is samengevoegd. */
async function werkBij(tx: Tx, gemeenteId: string, dossierId: string, vandaag: Datum) {
  try {
    await vergrendel(tx, { gemeenteId, dossierId });
  } catch (fout) {
    if (fout instanceof Probleem) return false;
    throw fout;
  }
  await herbereken(tx, { gemeenteId, dossierId }, vandaag);
  return true;
}

/** Eén portie van een gemeente in één transactie, met een regel in het logboek. */
async function portie(db: Db, gemeenteId: string, ids: readonly string[], vandaag: Datum) {
  return db.forGemeenten({ gemeenten: [gemeenteId] }, async (tx) => {
    const klaar: string[] = [];
    // Vaste volgorde: twee schrijvers wachten dan op elkaar en houden elkaar niet vast.
    for (const id of [...ids].sort()) {
      if (await werkBij(tx, gemeenteId, id, vandaag)) klaar.push(id);
    }
    await schrijfAudit(tx, {
      tijdstip: echteKlok.nu(),
      systeem: 'nachtwerk',
      gemeenteId,
      taak: 'monitoring',
      handeling: 'wijzigen',
      objectSoort: 'stand',
      dossierIds: klaar,
      traceId: nieuwId().replaceAll('-', ''),
    });
    return klaar.length;
  });
}

/** Alles van één gemeente waarvan de dag is gekomen; wat al is gedaan, komt niet terug. */
async function gemeente(db: Db, gemeenteId: string, vandaag: Datum): Promise<number> {
  const gezien = new Set<string>();
  let aantal = 0;
  for (;;) {
    const ids = await db.forGemeenten({ gemeenten: [gemeenteId] }, (tx) =>
      teHerberekenen(tx, gemeenteId, vandaag, PER_KEER),
    );
    const nieuw = ids.filter((id) => !gezien.has(id));
    if (nieuw.length === 0) return aantal;
    for (const id of nieuw) gezien.add(id);
    aantal += await portie(db, gemeenteId, nieuw, vandaag);
  }
}

/**
 * Werkt elke nacht, en bij de start, de Standen bij waarvan `volgende_wijziging` is bereikt. De rest blijft
 * gelijk. Een onderbroken nacht gaat verder waar zij bleef: wat klaar is heeft een latere dag.
 * @throws Error als een of meer gemeenten mislukten; de andere zijn dan wel bijgewerkt.
 */
export const werkvoorraadWerk: Werk = {
  standen_herberekenen: async (_inhoud, t) => {
    const vandaag = t.klok.vandaag();
    const fouten: unknown[] = [];
    for (const gemeenteId of await t.db.zonderDossiers(alleGemeenten)) {
      await gemeente(t.db, gemeenteId, vandaag).catch((fout: unknown) => fouten.push(fout));
    }
    if (fouten.length > 0) {
      throw new AggregateError(fouten, `standen van ${fouten.length} gemeente(n) niet bijgewerkt`);
    }
  },
};
