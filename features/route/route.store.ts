import type { Datum } from '../../rules/shared/datum.ts';
import type { Leerroute, RouteAfweging } from '../../rules/stand/feiten.ts';
import type { WeekPip } from '../../rules/week/lees-week.ts';
import type { Tx } from '../../server/db/db.ts';
import type { DossierSleutel } from '../../server/dossier/feiten.ts';

/** Wat van een PIP hier telt; een leeg concept heeft nog niet alles. */
type Inhoud = WeekPip & {
  afweging?: Partial<Record<Leerroute, RouteAfweging>>;
  motivering?: string;
  afwijking?: string;
};

export type PipRij = {
  pipId: string;
  versie: number;
  staat: 'concept' | 'ter-vaststelling' | 'vastgesteld' | 'ingetrokken';
  revisie: number;
  inhoud: Inhoud;
  dagtekening: Datum | null;
  opsteller: string | null;
  vaststeller: string | null;
};

/** De PIP's van een dossier, nieuwste eerst. */
export async function leesPips(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
): Promise<PipRij[]> {
  const rijen = await tx
    .selectFrom('pip as p')
    .leftJoin('medewerker as o', 'o.id', 'p.opgesteld_door')
    .leftJoin('medewerker as v', 'v.id', 'p.vastgesteld_door')
    .select([
      'p.id as pipId',
      'p.versie',
      'p.staat',
      'p.revisie',
      'p.inhoud',
      'p.dagtekening',
      'o.naam as opsteller',
      'v.naam as vaststeller',
    ])
    .where('p.gemeente_id', '=', gemeenteId)
    .where('p.dossier_id', '=', dossierId)
    .orderBy('p.versie', 'desc')
    .execute();
  return rijen.map((r) => ({ ...r, inhoud: r.inhoud as Inhoud }));
}

/** Wie de afweging, de keuze of de motivering van een PIP schreef, oudste eerst. */
export async function leesSchrijvers(
  tx: Tx,
  { gemeenteId, dossierId }: DossierSleutel,
  pipId: string,
): Promise<{ naam: string; op: string; velden: string[] }[]> {
  const rijen = await tx
    .selectFrom('pip_wijziging as w')
    .innerJoin('medewerker as m', 'm.id', 'w.medewerker_id')
    .select(['m.naam', 'w.gewijzigd_op as op', 'w.velden'])
    .where('w.gemeente_id', '=', gemeenteId)
    .where('w.dossier_id', '=', dossierId)
    .where('w.pip_id', '=', pipId)
    .orderBy('w.revisie')
    .execute();
  const telt = new Set(['afweging', 'leerroute', 'motivering', 'afwijking']);
  return rijen.filter((r) => r.velden.some((v) => telt.has(v)));
}

/** De stukken voor een zitting die al zijn gemaakt, nieuwste eerst. */
export async function leesAfdrukken(tx: Tx, { gemeenteId, dossierId }: DossierSleutel) {
  return tx
    .selectFrom('document as d')
    .leftJoin('medewerker as m', 'm.id', 'd.medewerker_id')
    .select(['d.id as documentId', 'd.gemaakt_op as gemaaktOp', 'm.naam as door'])
    .where('d.gemeente_id', '=', gemeenteId)
    .where('d.dossier_id', '=', dossierId)
    .where('d.soort', '=', 'afweging')
    .orderBy('d.gemaakt_op', 'desc')
    .execute();
}
