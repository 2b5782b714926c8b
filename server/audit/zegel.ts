import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Waarde waarmee de keten begint. */
const BEGIN = '0'.repeat(64);
const PER_KEER = 5000;

/** Een regel kan later vastliggen dan zijn nummer doet vermoeden; zo ver terug wordt gekeken. */
const ONDERGRENS = '(select coalesce(max(volgnummer), 0) - 100000 from audit_zegel)';

/** De kolommen die onder het zegel vallen, in vaste volgorde en vaste schrijfwijze. */
const REGEL = `volgnummer, jsonb_build_array(volgnummer, to_char(tijdstip at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
  medewerker_id, systeem, rol, organisatie_id, gemeente_id, taak, handeling, object_soort, object_id,
  dossier_id, dossier_ids, trace_id)::text as tekst`;

const schakel = (vorige: string, tekst: string) =>
  createHash('sha256').update(`${vorige}\n${tekst}`).digest('hex');

/**
 * Hangt alle nieuwe logboekregels aan de keten: hash = sha256(vorige hash + regel).
 * De volgorde is die van verzegelen; een regel die later vastligt komt in een volgende ronde.
 * @returns het aantal verzegelde regels.
 */
export async function verzegel(pool: pg.Pool): Promise<number> {
  let totaal = 0;
  for (;;) {
    const aantal = await verzegelDeel(pool);
    totaal += aantal;
    if (aantal < PER_KEER) return totaal;
  }
}

async function verzegelDeel(pool: pg.Pool): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("begin; select pg_advisory_xact_lock(hashtext('meedoen-zegel'))");
    const laatste = await client.query<{ positie: string; hash: string }>(
      'select positie, hash from audit_zegel order by positie desc limit 1',
    );
    let hash = laatste.rows[0]?.hash ?? BEGIN;
    let positie = Number(laatste.rows[0]?.positie ?? 0);
    const { rows } = await client.query<{ volgnummer: string; tekst: string }>(
      `select ${REGEL} from audit a where volgnummer > ${ONDERGRENS}
         and not exists (select 1 from audit_zegel z where z.volgnummer = a.volgnummer) order by volgnummer limit ${PER_KEER}`,
    );
    const zegels = rows.map((r) => {
      hash = schakel(hash, r.tekst);
      positie += 1;
      return [positie, r.volgnummer, hash] as const;
    });
    await client.query(
      'insert into audit_zegel (positie, volgnummer, hash) select * from unnest($1::bigint[], $2::bigint[], $3::text[])',
      [zegels.map((z) => z[0]), zegels.map((z) => z[1]), zegels.map((z) => z[2])],
    );
    await client.query('commit');
    return rows.length;
  } catch (fout) {
    await client.query('rollback').catch(() => {});
    throw fout;
  } finally {
    client.release();
  }
}

export type Controle = {
  regels: number;
  onverzegeld: number;
  /** Hash van het laatste zegel; bewaar hem buiten de database om ook een herschreven keten te zien. */
  laatsteZegel: string;
  fouten: { positie: number; volgnummer: number; wat: string }[];
};

/**
 * Loopt de hele keten na: elke regel moet er zijn, ongewijzigd, en aan de vorige vastzitten.
 * @returns de fouten met hun plaats; leeg als de keten heel is.
 */
export async function controleerKeten(pool: pg.Pool): Promise<Controle> {
  const fouten: Controle['fouten'] = [];
  let hash = BEGIN;
  let positie = 0;
  for (;;) {
    const { rows } = await pool.query<{
      positie: string;
      volgnummer: string;
      hash: string;
      tekst: string | null;
    }>(
      `select z.positie, z.volgnummer, z.hash, r.tekst from audit_zegel z
       left join lateral (select ${REGEL} from audit a where a.volgnummer = z.volgnummer) r on true
       where z.positie > $1 order by z.positie limit ${PER_KEER}`,
      [positie],
    );
    if (rows.length === 0) break;
    for (const rij of rows) {
      const plek = { positie: Number(rij.positie), volgnummer: Number(rij.volgnummer) };
      if (plek.positie !== positie + 1)
        fouten.push({ ...plek, wat: 'er ontbreekt een zegel ervoor' });
      if (rij.tekst === null) fouten.push({ ...plek, wat: 'de regel is weg' });
      else if (schakel(hash, rij.tekst) !== rij.hash)
        fouten.push({ ...plek, wat: 'de regel of de keten is gewijzigd' });
      hash = rij.hash;
      positie = plek.positie;
    }
  }
  const rest = await pool.query<{ aantal: string }>(
    'select count(*) as aantal from audit a where not exists (select 1 from audit_zegel z where z.volgnummer = a.volgnummer)',
  );
  return {
    regels: positie,
    onverzegeld: Number(rest.rows[0]?.aantal ?? 0),
    laatsteZegel: hash,
    fouten,
  };
}
