import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import { AGENDA_TEKSTEN } from '../agenda/teksten.read.ts';
import { METING_TEKSTEN } from '../meting/teksten.read.ts';
import type { Taal, Tekststaat } from '../shared/talen.schema.ts';
import type { Tekstcollectie } from '../shared/teksten.schema.ts';
import { BRIEVEN_TEKSTEN } from './teksten/collectie.ts';

/** Alle vaste teksten voor inburgeraars: één regel per slice (`features/<slice>/teksten.read.ts`). */
export const COLLECTIES: readonly Tekstcollectie[] = [
  BRIEVEN_TEKSTEN,
  AGENDA_TEKSTEN,
  METING_TEKSTEN,
];

/** Een tekst zoals deze gemeente haar nu gebruikt. */
export type GekozenTekst = {
  tekst: string;
  /** `nl` als er geen vertaling is. */
  taal: Taal;
  /** `bron` is het Nederlands zelf. Vastgesteld is alleen wat een mens van deze gemeente nakeek. */
  staat: Tekststaat | 'bron';
  /** De gemeente gebruikt eigen woorden. */
  eigen: boolean;
  /** Wie haar het laatst nakeek of wijzigde, en wanneer. */
  laatste?: { id: string; naam: string; op: string; vastgesteld: boolean };
};

export type Teksten = {
  /** @throws Error als de collectie of sleutel niet bestaat: dat is een fout in de code. */
  vind(collectie: string, sleutel: string, taal: Taal): GekozenTekst;
  /** De slechtste staat van deze sleutels; zonder sleutels van de hele collectie. */
  staatVan(collectie: string, taal: Taal, sleutels?: readonly string[]): Tekststaat | 'bron';
};

type Rij = {
  id: string;
  collectie: string;
  sleutel: string;
  taal: string;
  eigen_tekst: string | null;
  vastgesteld: boolean;
  nederlands_sha: string;
  tekst_sha: string;
  naam: string;
  gemaakt_op: string;
};

/** Vingerafdruk van een tekst: een andere tekst heeft een andere. */
export const shaVan = (tekst: string): string => createHash('sha256').update(tekst).digest('hex');

const ERGST: readonly (Tekststaat | 'bron')[] = ['ontbreekt', 'machine', 'vastgesteld', 'bron'];

/** De teksten van Meedoen met de eigen woorden en het nazien van één gemeente. */
export async function vastgesteldeTeksten(tx: Tx, gemeenteId: string): Promise<Teksten> {
  const rijen = await tx
    .selectFrom('tekst_goedkeuring')
    .distinctOn(['collectie', 'sleutel', 'taal'])
    .select([
      'id',
      'collectie',
      'sleutel',
      'taal',
      'eigen_tekst',
      'vastgesteld',
      'nederlands_sha',
      'tekst_sha',
      'naam',
      'gemaakt_op',
    ])
    .where('gemeente_id', '=', gemeenteId)
    .orderBy('collectie')
    .orderBy('sleutel')
    .orderBy('taal')
    .orderBy('id', 'desc')
    .execute();
  return maakTeksten(COLLECTIES, rijen);
}

/** Laat wie teksten van een gemeente wijzigt na elkaar gaan, tot het einde van de transactie. */
export async function houdTekstenVast(tx: Tx, gemeenteId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`teksten:${gemeenteId}`}, 0))`.execute(
    tx,
  );
}

function maakTeksten(collecties: readonly Tekstcollectie[], rijen: readonly Rij[]): Teksten {
  const laatste = new Map(rijen.map((r) => [`${r.collectie} ${r.sleutel} ${r.taal}`, r]));
  const collectieVan = (id: string) => {
    const gevonden = collecties.find((c) => c.id === id);
    if (!gevonden) throw new Error(`geen teksten met de naam ${id}`);
    return gevonden;
  };
  const vind: Teksten['vind'] = (collectie, sleutel, taal) => {
    const { teksten } = collectieVan(collectie);
    const rijVan = (t: Taal) => laatste.get(`${collectie} ${sleutel} ${t}`);
    const nederlands = rijVan('nl')?.eigen_tekst ?? teksten.nl[sleutel];
    if (nederlands === undefined) throw new Error(`geen tekst ${sleutel} in ${collectie}`);
    return kies({ nederlands, vertaald: teksten[taal]?.[sleutel], rij: rijVan(taal), taal });
  };
  return {
    vind,
    staatVan(collectie, taal, sleutels = Object.keys(collectieVan(collectie).teksten.nl)) {
      const staten = new Set(sleutels.map((s) => vind(collectie, s, taal).staat));
      return ERGST.find((s) => staten.has(s)) ?? 'bron';
    },
  };
}

type Keus = {
  nederlands: string;
  vertaald: string | undefined;
  rij: Rij | undefined;
  taal: Taal;
};

function kies({ nederlands, vertaald, rij, taal }: Keus): GekozenTekst {
  const wie = rij && {
    laatste: { id: rij.id, naam: rij.naam, op: rij.gemaakt_op, vastgesteld: rij.vastgesteld },
  };
  const eigen = rij?.eigen_tekst != null;
  if (taal === 'nl') return { tekst: nederlands, taal, staat: 'bron', eigen, ...wie };
  const tekst = rij?.eigen_tekst ?? vertaald;
  if (!tekst) return { tekst: nederlands, taal: 'nl', staat: 'ontbreekt', eigen: false, ...wie };
  const nagekeken =
    rij?.vastgesteld === true &&
    rij.nederlands_sha === shaVan(nederlands) &&
    rij.tekst_sha === shaVan(tekst);
  return { tekst, taal, staat: nagekeken ? 'vastgesteld' : 'machine', eigen, ...wie };
}
