import { sql } from 'kysely';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tolkvorm } from '../../rules/tolk/rooster.ts';
import type { Tx } from '../../server/db/db.ts';
import {
  type Bezwaar,
  type Boeking,
  bezwarenTegen,
  type KeuzeTolk,
  nietNaarWens,
  type Tolkvoorkeur,
  tegenVoorkeur,
  tijdvak,
  vormVan,
  type Wens,
  zelfdeTaal,
} from './keuze.ts';

/** De kolommen van een tolk die voor deze transactie te zien is. */
export const kiesTolken = (tx: Tx) =>
  tx
    .selectFrom('tolk as t')
    .innerJoin('gemeente as g', 'g.id', 't.gemeente_id')
    .select([
      't.id as tolkId',
      't.gemeente_id as gemeenteId',
      'g.naam as gemeente',
      't.gemeenten as gemeenteIds',
      't.naam',
      't.talen',
      't.rbtv',
      't.geslacht',
      't.telefoon',
      't.email',
      't.vormen',
      't.rooster',
      't.uitzonderingen',
      't.reis_minuten as reisMinuten',
      't.uurtarief_cent as uurtariefCent',
      't.reiskosten_cent as reiskostenCent',
      't.minimum_minuten as minimumMinuten',
      't.annuleren_uren as annulerenUren',
      't.annuleren_procent as annulerenProcent',
      't.gestopt_op as gestoptOp',
      't.revisie',
    ]);

export type TolkRij = Awaited<ReturnType<ReturnType<typeof kiesTolken>['execute']>>[number];

export const alsKeuze = (r: TolkRij): KeuzeTolk => ({
  tolkId: r.tolkId,
  talen: r.talen,
  vormen: r.vormen,
  rooster: { week: r.rooster, uitzonderingen: r.uitzonderingen },
  reisMinuten: r.reisMinuten,
  gestoptOp: r.gestoptOp,
});

/** Wanneer deze tolken in een tijdvak bezet zijn, over alle gemeenten; ruim genomen voor de reistijd. */
export async function leesBezet(
  tx: Tx,
  tolkIds: readonly string[],
  vanOp: string,
  totOp: string,
): Promise<Boeking[]> {
  if (tolkIds.length === 0) return [];
  const { rows } = await sql<Boeking>`
    select tolk_id as "tolkId", van_op as "vanOp", tot_op as "totOp", vorm, reis_minuten as "reisMinuten", plaats,
        groep_id as "groepId", inzet_id as "inzetId"
      from meedoen_tolk_bezet(${[...tolkIds]}::uuid[], ${vanOp}::timestamptz, ${totOp}::timestamptz)`.execute(
    tx,
  );
  return rows;
}

/** Een tolk voor een afspraak: of hij kan, en wat ertegen is. */
export type GevondenTolk = {
  tolkId: string;
  naam: string;
  niveau: string;
  beedigd: boolean;
  geslacht: 'vrouw' | 'man' | 'onbekend';
  vorm: Tolkvorm;
  vormen: Tolkvorm[];
  telefoon: string;
  /** Leeg als de tolk vrij is volgens het rooster. */
  bezwaren: Bezwaar[];
};

export type TolkVraag = {
  taal: string;
  datum: Datum;
  /** `uu:mm`, de klok in Nederland. */
  tijd: string;
  duurMinuten: number;
  vorm?: Tolkvorm;
  plaats?: string;
  /** De groep (zitting, gezin) waarmee de tolk wordt gedeeld. */
  groepId?: string;
};

/**
 * De tolken van deze gemeente die de taal spreken en nog werken, met wat er tegen deze afspraak is. Wie kan, staat
 * eerst; daarna beëdigd vóór niet-beëdigd, dan op naam.
 * @returns ook wie bezet is of buiten zijn rooster zou werken: dan is bellen nog mogelijk.
 */
async function tolkenVoor(tx: Tx, gemeenteId: string, vraag: TolkVraag): Promise<GevondenTolk[]> {
  const rijen = await kiesTolken(tx)
    .where(sql<boolean>`${gemeenteId}::uuid = any (t.gemeenten)`)
    .orderBy('t.naam')
    .execute();
  const passend = rijen.filter(
    (r) =>
      r.talen.some((t) => zelfdeTaal(t.taal, vraag.taal)) &&
      !(r.gestoptOp && vraag.datum >= r.gestoptOp),
  );
  const { vanOp, totOp } = tijdvak(vraag);
  const bezet = await leesBezet(
    tx,
    passend.map((r) => r.tolkId),
    vanOp,
    totOp,
  );
  const wens: Wens = vraag;
  return passend
    .map((r) => ({
      tolkId: r.tolkId,
      naam: r.naam,
      niveau: r.talen.find((t) => zelfdeTaal(t.taal, vraag.taal))?.niveau ?? '',
      beedigd: r.rbtv !== '',
      geslacht: r.geslacht,
      vorm: vormVan(r, wens),
      vormen: r.vormen,
      telefoon: r.telefoon,
      bezwaren: bezwarenTegen(alsKeuze(r), wens, bezet, vraag.groepId),
    }))
    .sort(
      (a, b) =>
        Math.min(a.bezwaren.length, 1) - Math.min(b.bezwaren.length, 1) ||
        Number(b.beedigd) - Number(a.beedigd),
    );
}

/** De tolken naar de wens van de persoon: wie kan eerst, en daarvan de vaste tolk en wie past vooraan. */
export async function tolkenNaarWens(
  tx: Tx,
  gemeenteId: string,
  vraag: TolkVraag,
  voorkeur: Tolkvoorkeur,
) {
  const gevonden = await tolkenVoor(tx, gemeenteId, vraag);
  const tolken = gevonden.map((tolk) => ({
    ...tolk,
    vast: tolk.tolkId === voorkeur.tolkId,
    tegenVoorkeur: tegenVoorkeur(tolk.geslacht, voorkeur).length > 0,
  }));
  const rang = (t: (typeof tolken)[number]) =>
    Number(t.bezwaren.length > 0) * 4 + Number(t.tegenVoorkeur) * 2 - Number(t.vast);
  return {
    tolken: tolken.sort((x, y) => rang(x) - rang(y)),
    letOp: nietNaarWens(gevonden, voorkeur),
  };
}

/** Wie de vaste tolk van iemand kan zijn: wie voor deze gemeente werkt en de taal spreekt. */
export async function mogelijkVast(tx: Tx, gemeenteId: string, taal: string, vandaag: Datum) {
  const rijen = await kiesTolken(tx)
    .where(sql<boolean>`${gemeenteId}::uuid = any (t.gemeenten)`)
    .orderBy('t.naam')
    .execute();
  return rijen
    .filter((r) => !(r.gestoptOp && vandaag >= r.gestoptOp))
    .filter((r) => taal === '' || r.talen.some((t) => zelfdeTaal(t.taal, taal)))
    .map(({ tolkId, naam, geslacht }) => ({ tolkId, naam, geslacht }));
}

/** De tolk die voor een afspraak is geboekt, als die er is. */
export async function geboekteTolken(
  tx: Tx,
  gemeenteId: string,
  afspraakIds: readonly string[],
): Promise<Map<string, { inzetId: string; naam: string; vorm: Tolkvorm; staat: string }>> {
  if (afspraakIds.length === 0) return new Map();
  const rijen = await tx
    .selectFrom('tolkinzet as i')
    .innerJoin('tolk as t', 't.id', 'i.tolk_id')
    .select(['i.afspraak_id as afspraakId', 'i.id as inzetId', 't.naam', 'i.vorm', 'i.staat'])
    .where('i.gemeente_id', '=', gemeenteId)
    .where('i.afspraak_id', 'in', [...afspraakIds])
    .where('i.staat', '<>', 'afgezegd')
    .execute();
  return new Map(rijen.map(({ afspraakId, ...rest }) => [afspraakId, rest]));
}
