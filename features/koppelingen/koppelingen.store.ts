import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';

export type Verkeer = {
  systeem: string;
  laatstGelukt: string | null;
  laatstMislukt: string | null;
  misluktSinds: string | null;
  reden: string | null;
};

export type UurTelling = { systeem: string; uur: string; gelukt: number; mislukt: number };
export type Rij = { aantal: number; oudste: string | null };

/** Wat per systeem het laatst lukte en misging. */
export async function leesVerkeer(tx: Tx): Promise<Verkeer[]> {
  return tx
    .selectFrom('koppeling_staat')
    .select([
      'systeem',
      'laatst_gelukt_op as laatstGelukt',
      'laatst_mislukt_op as laatstMislukt',
      'mislukt_sinds as misluktSinds',
      'reden',
    ])
    .execute();
}

/** Tellingen per uur vanaf `vanaf` (UTC ISO), oudste eerst. */
export async function leesUren(tx: Tx, vanaf: string): Promise<UurTelling[]> {
  return tx
    .selectFrom('koppeling_uur')
    .select(['systeem', 'uur', 'gelukt', 'mislukt'])
    .where('uur', '>=', vanaf)
    .orderBy('uur')
    .execute();
}

/** Wat er binnen het bereik van de transactie nog naar DUO moet. */
export async function wachtrijUit(tx: Tx): Promise<Rij> {
  const rij = await tx
    .selectFrom('bericht_uit')
    .select([
      sql<number>`count(*)::int`.as('aantal'),
      sql<string | null>`min(gemaakt_op)`.as('oudste'),
    ])
    .where('staat', 'in', ['wacht', 'bezig'])
    .executeTakeFirstOrThrow();
  return rij;
}

/** Berichten aan inburgeraars die al weg hadden moeten zijn op `nu` (de klok van de dossiers). */
export async function wachtrijBerichten(tx: Tx, nu: string): Promise<Rij> {
  return tx
    .selectFrom('persoonsbericht')
    .select([
      sql<number>`count(*)::int`.as('aantal'),
      sql<string | null>`min(niet_voor)`.as('oudste'),
    ])
    .where('staat', 'in', ['wacht', 'bezig'])
    .where('niet_voor', '<=', nu)
    .executeTakeFirstOrThrow();
}

/** Wat DUO meldde en nog niet is verwerkt, en wanneer DUO zich het laatst liet horen. */
export async function wachtrijIn(
  tx: Tx,
): Promise<Rij & { laatste: string | null; mislukt: number }> {
  return tx
    .selectFrom('bericht_in')
    .select([
      sql<number>`(count(*) filter (where staat = 'nieuw'))::int`.as('aantal'),
      sql<string | null>`min(ontvangen_op) filter (where staat = 'nieuw')`.as('oudste'),
      sql<string | null>`max(ontvangen_op)`.as('laatste'),
      sql<number>`(count(*) filter (where staat = 'nieuw' and laatste_fout is not null))::int`.as(
        'mislukt',
      ),
    ])
    .executeTakeFirstOrThrow();
}
