import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../server/db/db.ts';
import type { Database } from '../../../server/db/tables.ts';
import type { Staat } from '../staten.ts';
import type { Pakket } from './pakket.schema.ts';

export type NieuweOverdracht = {
  gemeenteId: string;
  id: string;
  dossierId: string | null;
  verzoekId: string;
  naarCode: string;
  naarGemeenteId: string | null;
  nu: string;
  medewerkerId: string;
} & ({ pakket: Pakket; sha256: string } | { reden: string });

export async function voegOverdrachtToe(tx: Tx, o: NieuweOverdracht): Promise<void> {
  await tx
    .insertInto('overdracht')
    .values({
      gemeente_id: o.gemeenteId,
      id: o.id,
      dossier_id: o.dossierId,
      verzoek_id: o.verzoekId,
      naar_code: o.naarCode,
      naar_gemeente_id: o.naarGemeenteId,
      uitkomst: 'pakket' in o ? 'pakket' : 'geweigerd',
      pakket: 'pakket' in o ? JSON.stringify(o.pakket) : null,
      sha256: 'pakket' in o ? o.sha256 : null,
      reden: 'reden' in o ? o.reden : null,
      gemaakt_op: o.nu,
      medewerker_id: o.medewerkerId,
      bevestigd_door: null,
      bevestigd_op: null,
    })
    .execute();
}

export type GevondenPakket = {
  /** `uit`: wij maakten het; `in`: het kwam hier. */
  richting: 'in' | 'uit';
  overdrachtId: string;
  gemeenteId: string;
  verzoekId: string | null;
  dossierId: string | null;
  /** De afzender, als die ook met Meedoen werkt. */
  vanGemeenteId: string | null;
  pakket: unknown;
  sha256: string;
  staat: Staat;
  ontvangst: { naam: string; op: string } | null;
};

type Gestuurd = Selectable<Database['overdracht']>;
type Ontvangen = Selectable<Database['overdracht_ontvangst']>;

/**
 * Een pakket: aan ons gericht, door ons gemaakt of als bestand ontvangen. Wie voor beide gemeenten werkt ziet het als
 * ontvanger.
 */
export async function vindPakket(
  tx: Tx,
  id: string,
  gemeenten: readonly string[],
): Promise<GevondenPakket | undefined> {
  const o = await tx
    .selectFrom('overdracht')
    .selectAll()
    .where('id', '=', id)
    .where('uitkomst', '=', 'pakket')
    .executeTakeFirst();
  const r = await tx
    .selectFrom('overdracht_ontvangst')
    .selectAll()
    .where('overdracht_id', '=', id)
    .executeTakeFirst();
  if (o?.naar_gemeente_id && gemeenten.includes(o.naar_gemeente_id)) {
    return gericht(o, r, o.naar_gemeente_id);
  }
  if (o && gemeenten.includes(o.gemeente_id)) return verstuurd(o, r);
  return r && gemeenten.includes(r.gemeente_id) ? bestand(r) : undefined;
}

const bewijsVan = (r: Ontvangen | undefined) =>
  r?.besloten_op ? { naam: r.naam, op: r.besloten_op } : null;
const besluitVan = (r: Ontvangen | undefined) =>
  r && r.staat !== 'ontvangen' ? r.staat : undefined;

const gericht = (o: Gestuurd, r: Ontvangen | undefined, gemeenteId: string): GevondenPakket => ({
  richting: 'in',
  overdrachtId: o.id,
  gemeenteId,
  verzoekId: o.verzoek_id,
  dossierId: r?.dossier_id ?? null,
  vanGemeenteId: o.gemeente_id,
  pakket: o.pakket,
  sha256: o.sha256 ?? '',
  staat: besluitVan(r) ?? 'ontvangen',
  ontvangst: bewijsVan(r),
});

function verstuurd(o: Gestuurd, r: Ontvangen | undefined): GevondenPakket {
  const papier = o.bevestigd_op ? { naam: o.bevestigd_door ?? '', op: o.bevestigd_op } : null;
  return {
    richting: 'uit',
    overdrachtId: o.id,
    gemeenteId: o.gemeente_id,
    verzoekId: o.verzoek_id,
    dossierId: o.dossier_id,
    vanGemeenteId: o.gemeente_id,
    pakket: o.pakket,
    sha256: o.sha256 ?? '',
    staat: besluitVan(r) ?? (papier ? 'aanvaard' : 'overgedragen'),
    ontvangst: bewijsVan(r) ?? papier,
  };
}

const bestand = (r: Ontvangen): GevondenPakket => ({
  richting: 'in',
  overdrachtId: r.overdracht_id,
  gemeenteId: r.gemeente_id,
  verzoekId: null,
  dossierId: r.dossier_id,
  vanGemeenteId: null,
  pakket: r.pakket,
  sha256: r.sha256,
  staat: r.staat,
  ontvangst: bewijsVan(r),
});

/** Legt vast wie het pakket bij de andere gemeente kreeg. */
export async function bevestig(
  tx: Tx,
  k: { gemeenteId: string; overdrachtId: string },
  b: { door: string; op: string },
): Promise<void> {
  await tx
    .updateTable('overdracht')
    .set({ bevestigd_door: b.door, bevestigd_op: b.op })
    .where('gemeente_id', '=', k.gemeenteId)
    .where('id', '=', k.overdrachtId)
    .execute();
}

export type Ontvangst = {
  gemeenteId: string;
  id: string;
  overdrachtId: string;
  vanCode: string;
  vanGemeenteId: string | null;
  dossierId: string | null;
  pakket: Pakket | null;
  sha256: string;
  staat: 'ontvangen' | 'aanvaard' | 'afgewezen';
  nu: string;
  medewerkerId: string;
  naam: string;
  reden?: string;
  feiten?: number;
};

/** Schrijft wat met een pakket is gedaan. @returns onwaar als een ander er al over besliste. */
export async function schrijfOntvangst(tx: Tx, o: Ontvangst): Promise<boolean> {
  const besluit = {
    dossier_id: o.dossierId,
    staat: o.staat,
    besloten_op: o.staat === 'ontvangen' ? null : o.nu,
    medewerker_id: o.medewerkerId,
    naam: o.naam,
    reden: o.reden ?? null,
    feiten: o.feiten ?? 0,
  };
  const rij = await tx
    .insertInto('overdracht_ontvangst')
    .values({
      gemeente_id: o.gemeenteId,
      id: o.id,
      overdracht_id: o.overdrachtId,
      van_code: o.vanCode,
      van_gemeente_id: o.vanGemeenteId,
      pakket: o.pakket ? JSON.stringify(o.pakket) : null,
      sha256: o.sha256,
      ontvangen_op: o.nu,
      ...besluit,
    })
    .onConflict((c) =>
      o.staat === 'ontvangen'
        ? c.doNothing()
        : c
            .columns(['gemeente_id', 'overdracht_id'])
            .doUpdateSet(besluit)
            .where('overdracht_ontvangst.staat', '=', 'ontvangen'),
    )
    .returning('id')
    .executeTakeFirst();
  return rij !== undefined;
}

/** Het dossier in deze gemeente dat bij de nummers hoort. */
export async function dossierVan(
  tx: Tx,
  gemeenteId: string,
  { bsn, vNummer }: { bsn?: string | undefined; vNummer?: string | undefined },
): Promise<{ dossierId: string; naam: string } | undefined> {
  const { rows } = await sql<{ dossierId: string; naam: string }>`
    select d.id as "dossierId", s.naam from dossier d
    join dossier_stand s on s.gemeente_id = d.gemeente_id and s.dossier_id = d.id
    where d.gemeente_id = ${gemeenteId} and d.samengevoegd_met is null
      and (d.bsn = ${bsn ?? null} or ((${bsn ?? null}::text is null or d.bsn is null) and d.v_nummer = ${vNummer ?? null}))
    order by d.bsn = ${bsn ?? null} desc nulls last limit 1`.execute(tx);
  return rows[0];
}
