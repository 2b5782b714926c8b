import { sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { Database } from '../../../server/db/tables.ts';
import type { Contactpersoon } from '../contactpersoon.schema.ts';
import type { Gegevens } from './gegevens.ts';

export type ContactpersoonRij = {
  gemeenteId: string;
  medewerkerId: string;
  id: string;
  duoId: number | null;
  staat: Database['duo_contactpersoon']['staat'];
  gegevens: Gegevens;
  bijDuo: Gegevens | null;
  overgenomen: Partial<Gegevens>;
  foutteksten: string[];
  berichtId: string | null;
  verstuurdOp: string | null;
};

const kolommen = [
  'gemeente_id',
  'medewerker_id',
  'id',
  'duo_id',
  'staat',
  'naam',
  'email',
  'telefoonnummer',
  'bij_duo',
  'overgenomen',
  'foutteksten',
  'bericht_id',
  'verstuurd_op',
] as const;

async function lees(
  tx: Tx,
  waarde: { id: string } | { medewerkerId: string },
  gemeenteId?: string,
) {
  let q = tx.selectFrom('duo_contactpersoon').select(kolommen);
  if (gemeenteId) q = q.where('gemeente_id', '=', gemeenteId);
  q =
    'id' in waarde
      ? q.where('id', '=', waarde.id)
      : q.where('medewerker_id', '=', waarde.medewerkerId);
  const r = await q.forUpdate().executeTakeFirst();
  if (!r) return undefined;
  const rij: ContactpersoonRij = {
    gemeenteId: r.gemeente_id,
    medewerkerId: r.medewerker_id,
    id: r.id,
    duoId: r.duo_id,
    staat: r.staat,
    gegevens: { naam: r.naam, email: r.email, telefoonnummer: r.telefoonnummer },
    bijDuo: r.bij_duo as Gegevens | null,
    overgenomen: r.overgenomen,
    foutteksten: r.foutteksten,
    berichtId: r.bericht_id,
    verstuurdOp: r.verstuurd_op,
  };
  return rij;
}

/** Eén contactpersoon, vastgehouden tot het einde van `tx`. */
export const leesContactpersoon = (tx: Tx, gemeenteId: string, id: string) =>
  lees(tx, { id }, gemeenteId);

/** Eén contactpersoon binnen het bereik van `tx`, vastgehouden tot het einde. */
export const vindContactpersoon = (tx: Tx, id: string) => lees(tx, { id });

export const contactpersoonVan = (tx: Tx, gemeenteId: string, medewerkerId: string) =>
  lees(tx, { medewerkerId }, gemeenteId);

export type Wijziging = {
  staat?: ContactpersoonRij['staat'];
  duoId?: number | null;
  gegevens?: Gegevens;
  bijDuo?: Gegevens | null;
  overgenomen?: Gegevens;
  foutteksten?: string[];
  laatsteFout?: string | null;
  berichtId?: string | null;
  verstuurdOp?: string | null;
};

const json = (w: unknown) => (w === null || w === undefined ? null : JSON.stringify(w));

/** Wijzigt alleen wat is meegegeven. */
export async function wijzigContactpersoon(
  tx: Tx,
  { gemeenteId, id }: Pick<ContactpersoonRij, 'gemeenteId' | 'id'>,
  w: Wijziging,
  nu: string,
): Promise<void> {
  await tx
    .updateTable('duo_contactpersoon')
    .set({
      ...(w.staat ? { staat: w.staat } : {}),
      ...(w.duoId === undefined ? {} : { duo_id: w.duoId }),
      ...(w.gegevens ?? {}),
      ...(w.bijDuo === undefined ? {} : { bij_duo: json(w.bijDuo) }),
      ...(w.overgenomen ? { overgenomen: JSON.stringify(w.overgenomen) } : {}),
      ...(w.foutteksten ? { foutteksten: w.foutteksten } : {}),
      ...(w.laatsteFout === undefined ? {} : { laatste_fout: w.laatsteFout }),
      ...(w.berichtId === undefined ? {} : { bericht_id: w.berichtId }),
      ...(w.verstuurdOp === undefined ? {} : { verstuurd_op: w.verstuurdOp }),
      gewijzigd_op: nu,
    })
    .where('gemeente_id', '=', gemeenteId)
    .where('id', '=', id)
    .execute();
}

/** Voegt een contactpersoon toe; bestaat hij al, dan gebeurt er niets. */
export async function voegContactpersoonToe(
  tx: Tx,
  rij: {
    id: string;
    gemeenteId: string;
    medewerkerId: string;
    gegevens: Gegevens;
    staat: 'nieuw' | 'geweigerd';
    foutteksten: string[];
    nu: string;
  },
): Promise<void> {
  await tx
    .insertInto('duo_contactpersoon')
    .values({
      gemeente_id: rij.gemeenteId,
      medewerker_id: rij.medewerkerId,
      id: rij.id,
      duo_id: null,
      ...rij.gegevens,
      staat: rij.staat,
      foutteksten: rij.foutteksten,
      gewijzigd_op: rij.nu,
      overgenomen: JSON.stringify(rij.gegevens),
    })
    .onConflict((oc) => oc.columns(['gemeente_id', 'medewerker_id']).doNothing())
    .execute();
}

export type Medewerker = { id: string; naam: string; email: string; telefoon: string };

/** De medewerker achter een contactpersoon. */
export function leesMedewerker(tx: Tx, id: string): Promise<Medewerker | undefined> {
  return tx
    .selectFrom('medewerker')
    .select(['id', 'naam', 'email', 'telefoon'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Een dossier met een PIP bij DUO waarvan de contactpersoon daar nog niet die van de klantmanager is. */
export type TeKoppelen = { dossierId: string; medewerkerId: string };

/**
 * Dossiers waarvan DUO het PIP heeft, met hun klantmanager, waarover het laatste bericht niet over diens
 * contactpersoon gaat.
 * @param dossierId alleen dit dossier
 */
export async function teKoppelen(
  tx: Tx,
  gemeenteId: string,
  dossierId?: string,
): Promise<TeKoppelen[]> {
  const { rows } = await sql<TeKoppelen>`
    select d.id as "dossierId", d.klantmanager_id as "medewerkerId"
    from dossier d
    join lateral (select soort from bericht_uit b
      where b.gemeente_id = d.gemeente_id and b.dossier_id = d.id and b.soort in ('pip', 'pip-verwijderen')
        and b.staat = 'geaccepteerd' order by b.volgnummer desc limit 1) p on p.soort = 'pip'
    join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id and s.toestand <> 'beeindigd'
    left join lateral (select b.onderwerp_id, b.staat, b.ontvangstbewijs from bericht_uit b
      where b.gemeente_id = d.gemeente_id and b.dossier_id = d.id and b.soort = 'contactpersoon'
        and b.staat <> 'ingetrokken' order by b.volgnummer desc limit 1) k on true
    left join duo_contactpersoon c on c.gemeente_id = d.gemeente_id and c.medewerker_id = d.klantmanager_id
    where d.gemeente_id = ${gemeenteId} and d.samengevoegd_met is null and d.klantmanager_id is not null
      and (${dossierId ?? null}::uuid is null or d.id = ${dossierId ?? null}::uuid)
      and (c.id is null or k.onderwerp_id is distinct from c.id
        or (k.staat = 'geaccepteerd' and k.ontvangstbewijs->>'contactpersoonNummer' is distinct from c.duo_id::text))
    order by d.id`.execute(tx);
  return rows;
}

/** Contactpersonen die DUO kent en die nergens meer klantmanager zijn. */
export async function ongebruikt(tx: Tx, gemeenteId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from duo_contactpersoon c
    where c.gemeente_id = ${gemeenteId} and c.duo_id is not null
      and not exists (select from dossier d
        join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
        where d.gemeente_id = c.gemeente_id and d.klantmanager_id = c.medewerker_id
          and d.samengevoegd_met is null and s.toestand <> 'beeindigd')
      and not exists (select from bericht_uit b where b.gemeente_id = c.gemeente_id
        and b.soort = 'contactpersoon' and b.onderwerp_id = c.id and b.staat in ('wacht', 'bezig'))`.execute(
    tx,
  );
  return rows.map((r) => r.id);
}

/** De ids van alle contactpersonen van een gemeente. */
export async function alleContactpersonen(tx: Tx, gemeenteId: string): Promise<string[]> {
  const rijen = await tx
    .selectFrom('duo_contactpersoon')
    .select('id')
    .where('gemeente_id', '=', gemeenteId)
    .orderBy('id')
    .execute();
  return rijen.map((r) => r.id);
}

/** Dossiers met een koppeling aan deze contactpersoon die nog naar DUO moet. */
export async function dossiersDieWachten(
  tx: Tx,
  gemeenteId: string,
  contactpersoonId: string,
): Promise<string[]> {
  const rijen = await tx
    .selectFrom('bericht_uit')
    .select('dossier_id')
    .distinct()
    .where('gemeente_id', '=', gemeenteId)
    .where('soort', '=', 'contactpersoon')
    .where('onderwerp_id', '=', contactpersoonId)
    .where('staat', 'in', ['wacht', 'bezig'])
    .execute();
  return rijen.map((r) => r.dossier_id);
}

/** De contactpersonen binnen het bereik van `tx`, wat aandacht vraagt eerst. @param id alleen deze */
export async function leesLijst(tx: Tx, id?: string): Promise<Contactpersoon[]> {
  const { rows } = await sql<Contactpersoon>`
    select c.id as "contactpersoonId", c.gemeente_id as "gemeenteId", g.naam as gemeente, m.naam as medewerker,
      c.naam, c.email, c.telefoonnummer, c.staat, c.duo_id as "duoNummer", c.foutteksten,
      c.laatste_fout as "laatsteFout",
      c.duo_id is not null and c.bij_duo is distinct from
        jsonb_build_object('naam', c.naam, 'email', c.email, 'telefoonnummer', c.telefoonnummer) as gewijzigd,
      (select count(*)::int from (select distinct on (b.dossier_id) b.onderwerp_id from bericht_uit b
        where b.gemeente_id = c.gemeente_id and b.soort = 'contactpersoon' and b.staat = 'geaccepteerd'
        order by b.dossier_id, b.volgnummer desc) l where l.onderwerp_id = c.id and c.duo_id is not null) as gekoppeld,
      (select count(*)::int from bericht_uit b where b.gemeente_id = c.gemeente_id
        and b.soort = 'contactpersoon' and b.onderwerp_id = c.id and b.staat in ('wacht', 'bezig')) as wachten
    from duo_contactpersoon c
    join gemeente g on g.id = c.gemeente_id
    join medewerker m on m.id = c.medewerker_id
    where (${id ?? null}::uuid is null or c.id = ${id ?? null}::uuid)
    order by c.staat not in ('onzeker', 'geweigerd'), m.naam, g.naam`.execute(tx);
  return rows;
}
