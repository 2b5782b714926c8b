import { sql } from 'kysely';
import type { Tx } from '../db/db.ts';
import { geweigerd, nietGevonden } from '../http/probleem.ts';
import { nieuwId } from '../id.ts';
import { legVast, type Vastlegger } from './feiten.ts';

/** Waarmee iemand wordt herkend: minstens één van beide. BSN negen cijfers, V-nummer tien. */
export type Persoonsnummers = { gemeenteId: string; bsn?: string; vNummer?: string };

export type Geopend = {
  dossierId: string;
  nieuw: boolean;
  /** Id van het dossier dat hierbij in `dossierId` opging. */
  samengevoegd?: string;
  /**
   * Id van een dossier (soms `dossierId` zelf) met hetzelfde V-nummer en een ander BSN, of andersom.
   * Dat kunnen twee mensen zijn: er is niets samengevoegd of aangevuld, een mens moet kijken.
   */
  tegenstrijdig?: string;
};

type Rij = { id: string; bsn: string | null; v_nummer: string | null };

/**
 * Houdt de nummers vast tot het einde van de transactie, zodat twee meldingen over dezelfde persoon
 * na elkaar gaan, ook als er nog geen dossier is. Steeds in dezelfde volgorde: BSN, dan V-nummer.
 */
async function vergrendelNummers(tx: Tx, wie: Persoonsnummers): Promise<void> {
  const namen = [wie.bsn && `bsn ${wie.bsn}`, wie.vNummer && `v ${wie.vNummer}`];
  for (const naam of namen) {
    if (!naam) continue;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${wie.gemeenteId} ${naam}`}, 0))`.execute(
      tx,
    );
  }
}

async function zoek(
  tx: Tx,
  gemeenteId: string,
  kolom: 'bsn' | 'v_nummer',
  waarde: string | undefined,
): Promise<Rij | undefined> {
  if (!waarde) return undefined;
  return tx
    .selectFrom('dossier')
    .select(['id', 'bsn', 'v_nummer'])
    .where('gemeente_id', '=', gemeenteId)
    .where(kolom, '=', waarde)
    .where('samengevoegd_met', 'is', null)
    .executeTakeFirst();
}

/** Waar als beide rijen over verschillende mensen moeten gaan: een nummer spreekt het andere tegen. */
function spreektTegen(rij: Rij, wie: { bsn?: string | null; vNummer?: string | null }): boolean {
  const anders = (a: string | null, b: string | null | undefined) => Boolean(a && b && a !== b);
  return anders(rij.bsn, wie.bsn) || anders(rij.v_nummer, wie.vNummer);
}

/** Een afgeschermd dossier is niet te zien, maar het nummer is wel vergeven. */
async function keurNietAfgeschermd(tx: Tx, wie: Persoonsnummers): Promise<void> {
  const { rows } = await sql<{ is: boolean }>`
    select meedoen_is_afgeschermd(${wie.gemeenteId}, ${wie.bsn ?? null}, ${wie.vNummer ?? null}) as is`.execute(
    tx,
  );
  if (!rows[0]?.is) return;
  throw geweigerd('Voor deze persoon kan nu geen dossier worden geopend.', [
    {
      code: 'afgeschermd',
      tekst:
        'Over deze persoon wordt nog beslist. Vraag het de regisseur die het postvak behandelt.',
    },
  ]);
}

async function vulNummersAan(tx: Tx, gemeenteId: string, rij: Rij, wie: Persoonsnummers) {
  const bsn = rij.bsn ?? wie.bsn ?? null;
  const nummer = rij.v_nummer ?? wie.vNummer ?? null;
  if (bsn === rij.bsn && nummer === rij.v_nummer) return;
  await tx
    .updateTable('dossier')
    .set({ bsn, v_nummer: nummer })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', rij.id)
    .execute();
}

async function open(tx: Tx, wie: Persoonsnummers, door: Vastlegger): Promise<string> {
  const id = nieuwId();
  await tx
    .insertInto('dossier')
    .values({
      gemeente_id: wie.gemeenteId,
      id,
      bsn: wie.bsn ?? null,
      v_nummer: wie.vNummer ?? null,
      geopend_op: door.nu,
    })
    .execute();
  await legVast(tx, { gemeenteId: wie.gemeenteId, dossierId: id }, [], door);
  return id;
}

/**
 * Het dossier van deze persoon in deze gemeente: gevonden op BSN, anders op V-nummer, anders nieuw.
 * Een nummer dat nog ontbrak wordt aangevuld. Wijzen beide nummers naar verschillende dossiers (één
 * geopend in het azc, één na de inschrijving), dan gaan die samen in het dossier met het BSN.
 * Twee meldingen tegelijk geven nooit twee dossiers. De aanroeper schrijft de logboekregel.
 * @throws Error als geen van beide nummers is gegeven; Probleem 409 als de persoon is afgeschermd.
 */
export async function openOfVindDossier(
  tx: Tx,
  wie: Persoonsnummers,
  door: Vastlegger,
): Promise<Geopend> {
  const { gemeenteId, bsn, vNummer } = wie;
  if (!bsn && !vNummer) throw new Error('een dossier openen vraagt een BSN of V-nummer');
  await vergrendelNummers(tx, wie);
  const opBsn = await zoek(tx, gemeenteId, 'bsn', bsn);
  const opV = await zoek(tx, gemeenteId, 'v_nummer', vNummer);
  if (!opBsn || !opV) await keurNietAfgeschermd(tx, wie);
  if (opBsn && opV && opBsn.id !== opV.id) return tweeGevonden(tx, wie, opBsn, opV, door);
  if (opBsn) {
    const tegen = spreektTegen(opBsn, { vNummer });
    if (!tegen) await vulNummersAan(tx, gemeenteId, opBsn, wie);
    return { dossierId: opBsn.id, nieuw: false, ...(tegen ? { tegenstrijdig: opBsn.id } : {}) };
  }
  if (!opV) return { dossierId: await open(tx, wie, door), nieuw: true };
  if (spreektTegen(opV, { bsn })) {
    // Het V-nummer hoort al bij iemand met een ander BSN: het nieuwe dossier krijgt het niet.
    const dossierId = await open(tx, { gemeenteId, ...(bsn ? { bsn } : {}) }, door);
    return { dossierId, nieuw: true, tegenstrijdig: opV.id };
  }
  await vulNummersAan(tx, gemeenteId, opV, wie);
  return { dossierId: opV.id, nieuw: false };
}

async function tweeGevonden(
  tx: Tx,
  { gemeenteId, bsn, vNummer }: Persoonsnummers,
  opBsn: Rij,
  opV: Rij,
  door: Vastlegger,
): Promise<Geopend> {
  if (spreektTegen(opV, { bsn }) || spreektTegen(opBsn, { vNummer }))
    return { dossierId: opBsn.id, nieuw: false, tegenstrijdig: opV.id };
  await voegSamen(tx, gemeenteId, opV.id, opBsn.id, door);
  return { dossierId: opBsn.id, nieuw: false, samengevoegd: opV.id };
}

/**
 * Een bericht dat juist naar DUO gaat, wordt afgewacht: daarna staan beide wachtrijen onder één dossier
 * en zou een tweede verzender het kunnen herhalen. Vóór de dossiers zelf worden vastgehouden, want de
 * verzender schrijft daarin.
 */
async function wachtOpVerzenders(tx: Tx, dossierIds: readonly string[]): Promise<void> {
  for (const id of dossierIds.toSorted()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`duo:${id}`}, 0))`.execute(tx);
  }
}

/**
 * Laat dossier `vanId` opgaan in `naarId`: feiten, bijzondere gegevens, documenten, PIP's en berichten
 * gaan over met hun eigen id, dag, bron en moment van vastleggen; het logboek blijft bij beide ids en
 * wordt samen gelezen. Ontbrekende nummers en klantmanager worden overgenomen. De Stand wordt opnieuw
 * bepaald. De aanroeper heeft gekeken of dit dezelfde persoon is.
 * @throws Probleem 404 als een van beide niet bestaat, buiten bereik valt of al is samengevoegd.
 */
export async function voegSamen(
  tx: Tx,
  gemeenteId: string,
  vanId: string,
  naarId: string,
  wie: Vastlegger,
): Promise<void> {
  await wachtOpVerzenders(tx, [vanId, naarId]);
  const rijen = await tx
    .selectFrom('dossier')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .where('id', 'in', [vanId, naarId])
    .where('samengevoegd_met', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (rijen.length !== 2) throw nietGevonden('Een van deze dossiers');
  await sql`select meedoen_voeg_samen(${gemeenteId}, ${vanId}, ${naarId}, ${wie.nu}::timestamptz, ${wie.medewerkerId ?? null}::uuid)`.execute(
    tx,
  );
  await legVast(tx, { gemeenteId, dossierId: naarId }, [], wie);
}
