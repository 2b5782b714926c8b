import { sql } from 'kysely';
import type { Db } from '../db/db.ts';
import { echteKlok } from '../klok.ts';

/** De systemen waarvan het verkeer wordt geteld. */
export type Systeem = 'duo' | 'brp' | 'notify';

/** Eén verzoek aan een ander systeem. `reden` bevat nooit persoonsgegevens. */
export type Waarneming = { systeem: Systeem; gelukt: boolean; duurMs: number; reden?: string };

type Telling = {
  gelukt: number;
  mislukt: number;
  duurMs: number;
  laatstGelukt?: string;
  laatstMislukt?: string;
  /** Eerste mislukking na het laatste gelukte verzoek. */
  misluktSinds?: string;
  reden?: string;
};

/** Verkeersteller van dit proces; meer processen tellen in dezelfde rijen. */
export type Verkeersteller = {
  neemWaar(w: Waarneming): void;
  /** Schrijft wat sinds de vorige keer is geteld. Mislukt dat, dan blijft het voor de volgende keer. */
  schrijf(): Promise<void>;
  stop(): Promise<void>;
};

const ELKE_MS = 5000;

/**
 * Telt in het geheugen en schrijft om de vijf seconden: een verzoek wacht nooit op deze administratie.
 * @param db waar de tellingen komen.
 */
export function maakVerkeersteller(db: Db): Verkeersteller {
  const tellingen = new Map<Systeem, Telling>();
  const schrijf = () => schrijfWeg(db, tellingen);
  const wekker = setInterval(() => void schrijf(), ELKE_MS).unref();
  return {
    neemWaar: (w) => tel(tellingen, w, echteKlok.nu()),
    schrijf,
    async stop() {
      clearInterval(wekker);
      await schrijf();
    },
  };
}

function tel(tellingen: Map<Systeem, Telling>, w: Waarneming, nu: string): void {
  const oud = tellingen.get(w.systeem) ?? { gelukt: 0, mislukt: 0, duurMs: 0 };
  const basis = { ...oud, duurMs: oud.duurMs + Math.round(w.duurMs) };
  if (w.gelukt) {
    const { misluktSinds: _sinds, reden: _reden, ...rest } = basis;
    tellingen.set(w.systeem, { ...rest, gelukt: oud.gelukt + 1, laatstGelukt: nu });
    return;
  }
  tellingen.set(w.systeem, {
    ...basis,
    mislukt: oud.mislukt + 1,
    laatstMislukt: nu,
    misluktSinds: oud.misluktSinds ?? nu,
    ...(w.reden ? { reden: w.reden } : {}),
  });
}

async function schrijfWeg(db: Db, tellingen: Map<Systeem, Telling>): Promise<void> {
  const mee = [...tellingen];
  tellingen.clear();
  for (const [systeem, telling] of mee) {
    try {
      await db.zonderDossiers((tx) => schrijfEen(tx, systeem, telling));
    } catch {
      voegTerug(tellingen, systeem, telling);
    }
  }
}

/** De database was er niet: de telling telt mee in de volgende. */
function voegTerug(tellingen: Map<Systeem, Telling>, systeem: Systeem, oud: Telling): void {
  const nieuw = tellingen.get(systeem);
  const lukte = nieuw?.laatstGelukt !== undefined;
  tellingen.set(systeem, {
    ...oud,
    ...nieuw,
    gelukt: oud.gelukt + (nieuw?.gelukt ?? 0),
    mislukt: oud.mislukt + (nieuw?.mislukt ?? 0),
    duurMs: oud.duurMs + (nieuw?.duurMs ?? 0),
    misluktSinds: lukte ? nieuw?.misluktSinds : (oud.misluktSinds ?? nieuw?.misluktSinds),
  });
}

async function schrijfEen(
  tx: Parameters<Parameters<Db['zonderDossiers']>[0]>[0],
  systeem: Systeem,
  t: Telling,
): Promise<void> {
  const laatst = t.laatstMislukt ?? t.laatstGelukt ?? echteKlok.nu();
  await sql`
    insert into koppeling_uur as k (systeem, uur, gelukt, mislukt, duur_ms)
    values (${systeem}, date_trunc('hour', ${laatst}::timestamptz), ${t.gelukt}, ${t.mislukt}, ${t.duurMs})
    on conflict (systeem, uur) do update set gelukt = k.gelukt + excluded.gelukt,
      mislukt = k.mislukt + excluded.mislukt, duur_ms = k.duur_ms + excluded.duur_ms`.execute(tx);
  const lukte = t.laatstGelukt !== undefined;
  await sql`
    insert into koppeling_staat as k (systeem, laatst_gelukt_op, laatst_mislukt_op, mislukt_sinds, reden)
    values (${systeem}, ${t.laatstGelukt ?? null}::timestamptz, ${t.laatstMislukt ?? null}::timestamptz,
      ${t.misluktSinds ?? null}::timestamptz, ${t.reden ?? null})
    on conflict (systeem) do update set
      laatst_gelukt_op = greatest(k.laatst_gelukt_op, excluded.laatst_gelukt_op),
      laatst_mislukt_op = greatest(k.laatst_mislukt_op, excluded.laatst_mislukt_op),
      mislukt_sinds = case when ${lukte} then excluded.mislukt_sinds
        else coalesce(k.mislukt_sinds, excluded.mislukt_sinds) end,
      reden = case when excluded.mislukt_sinds is null then null else coalesce(excluded.reden, k.reden) end`.execute(
    tx,
  );
}
