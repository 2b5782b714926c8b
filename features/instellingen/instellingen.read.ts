import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '../../server/db/db.ts';
import type { Database } from '../../server/db/tables.ts';

/** Een cursusinstelling zoals DUO haar kent. */
export type GevondenInstelling = {
  instellingsnummer: string;
  naam: string;
  adres: string | null;
  plaats: string | null;
  /** Keurmerk van Blik op Werk; leeg als DUO er niets over zegt. */
  bowKeurmerk: boolean | null;
  /** Keurmerk voor het taalschakeltraject, nodig bij de onderwijsroute. */
  tstKeurmerk: boolean | null;
  /** Sinds wanneer DUO haar niet meer noemt, UTC ISO. */
  verdwenenOp: string | null;
  keurmerkVerlorenOp: string | null;
};

/** Wat in een lijst van instellingen te zoeken is. */
export type InstellingZoek = {
  /** Deel van naam, plaats of nummer. */
  tekst?: string | undefined;
  keurmerk?: 'bow' | 'tst' | undefined;
  plaats?: string | undefined;
  /** Ook wat DUO niet meer noemt. */
  ookVerdwenen?: boolean | undefined;
};

const KOLOMMEN = [
  'instellingsnummer',
  'naam',
  'postcode',
  'huisnummer',
  'huisnummertoevoeging',
  'plaats',
  'bow_keurmerk',
  'tst_keurmerk',
  'verdwenen_op',
  'keurmerk_verloren_op',
] as const;

type Rij = {
  instellingsnummer: string;
  naam: string;
  postcode: string | null;
  huisnummer: number | null;
  huisnummertoevoeging: string | null;
  plaats: string;
  bow_keurmerk: boolean | null;
  tst_keurmerk: boolean | null;
  verdwenen_op: string | null;
  keurmerk_verloren_op: string | null;
};

function alsInstelling(r: Rij): GevondenInstelling {
  const huis = r.huisnummer === null ? '' : `${r.huisnummer}${r.huisnummertoevoeging ?? ''}`;
  const adres = [r.postcode, huis].filter(Boolean).join(' ');
  return {
    instellingsnummer: r.instellingsnummer.trim(),
    naam: r.naam,
    adres: adres || null,
    plaats: r.plaats || null,
    bowKeurmerk: r.bow_keurmerk,
    tstKeurmerk: r.tst_keurmerk,
    verdwenenOp: r.verdwenen_op,
    keurmerkVerlorenOp: r.keurmerk_verloren_op,
  };
}

function past(zoek: InstellingZoek) {
  return (eb: ExpressionBuilder<Database, 'instelling'>) => {
    const eisen = [];
    if (zoek.tekst) {
      const deel = `%${zoek.tekst.replace(/[\\%_]/g, '\\$&')}%`;
      eisen.push(
        eb.or([
          eb('naam', 'ilike', deel),
          eb('plaats', 'ilike', deel),
          eb('instellingsnummer', 'ilike', deel),
        ]),
      );
    }
    if (zoek.plaats) eisen.push(eb('plaats', '=', zoek.plaats));
    if (zoek.keurmerk) {
      eisen.push(eb(zoek.keurmerk === 'bow' ? 'bow_keurmerk' : 'tst_keurmerk', '=', true));
    }
    if (!zoek.ookVerdwenen) eisen.push(eb('verdwenen_op', 'is', null));
    return eb.and(eisen);
  };
}

/** Instellingen op naam, bijvoorbeeld voor het kiezen van een school bij een aanbod. */
export async function zoekInstellingen(
  tx: Tx,
  zoek: InstellingZoek,
  bladzijde: { page: number; pageSize: number } = { page: 1, pageSize: 20 },
): Promise<GevondenInstelling[]> {
  const rijen = await tx
    .selectFrom('instelling')
    .select(KOLOMMEN)
    .where(past(zoek))
    .orderBy(sql`lower(naam)`)
    .orderBy('instellingsnummer')
    .limit(bladzijde.pageSize)
    .offset((bladzijde.page - 1) * bladzijde.pageSize)
    .execute();
  return rijen.map(alsInstelling);
}

/** Hoeveel instellingen aan de zoekvraag voldoen. */
export async function telInstellingen(tx: Tx, zoek: InstellingZoek): Promise<number> {
  const { aantal } = await tx
    .selectFrom('instelling')
    .select(sql<number>`count(*)::int`.as('aantal'))
    .where(past(zoek))
    .executeTakeFirstOrThrow();
  return aantal;
}

/** Eén instelling op haar nummer bij DUO; ook als DUO haar niet meer noemt. Leeg als zij er nooit was. */
export async function vindInstelling(
  tx: Tx,
  instellingsnummer: string,
): Promise<GevondenInstelling | undefined> {
  const rij = await tx
    .selectFrom('instelling')
    .select(KOLOMMEN)
    .where('instellingsnummer', '=', instellingsnummer)
    .executeTakeFirst();
  return rij && alsInstelling(rij);
}

/** Waar als de lijst van instellingen ooit is opgehaald; anders zegt een ontbrekende instelling niets. */
export async function lijstIsBekend(tx: Tx): Promise<boolean> {
  const rij = await tx
    .selectFrom('naslag_stand')
    .select('gelukt_op')
    .where('lijst', '=', 'instellingen')
    .where('gelukt_op', 'is not', null)
    .where('aantal', '>', 0)
    .where('misschien_afgekapt', '=', false)
    .executeTakeFirst();
  return rij !== undefined;
}
