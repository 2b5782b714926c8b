import type { FastifyRequest } from 'fastify';
import { mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { Toepassing } from '../../../server/toepassing.ts';
import { geboekteTolken } from '../../tolken/tolken.read.ts';
import { toonZitting, vindZitting } from '../vind.routes.ts';
import type { Deelnemer, ZittingDetail } from '../zitting.schema.ts';
import { leesGemeentenamen, zoekZittingen } from '../zitting.store.ts';
import { leesBerichten, leesDeelnemers, type Plaats } from './deelnemer.store.ts';
import { leest, type Plek, plekIn, uitkomstVan } from './plek.routes.ts';
import { uitslagVan } from './uitslag.ts';

const LATER = 12;

export type Gelezen = Plaats & { plek: Plek };

/** De deelnemers die de gebruiker mag zien, met hun feiten. */
export async function leesPlekken(
  tx: Tx,
  t: Toepassing,
  zittingId: string,
  gemeenten: readonly string[],
): Promise<Gelezen[]> {
  const vandaag = t.klok.vandaag();
  const uit: Gelezen[] = [];
  for (const p of await leesDeelnemers(tx, zittingId)) {
    if (!gemeenten.includes(p.gemeenteId)) continue;
    const plek = await leest(tx, p, { vandaag });
    if (plekIn(plek, zittingId)) uit.push({ ...p, plek });
  }
  return uit;
}

function toonDeelnemer(
  { plek, naam, gemeente, dossierId }: Gelezen,
  zittingId: string,
): Omit<Deelnemer, 'tolk' | 'bericht'> | undefined {
  const feit = plekIn(plek, zittingId);
  if (!feit) return undefined;
  const { afspraakId, tolkTaal, oproepId } = feit.inhoud;
  const uitkomst = uitkomstVan(plek, afspraakId);
  return {
    dossierId,
    gemeente,
    naam,
    afspraakId,
    tolkTaal: tolkTaal ?? null,
    uitkomst: uitkomst?.inhoud.uitkomst ?? null,
    uitkomstFeitId: uitkomst?.id ?? null,
    reden: uitkomst?.inhoud.reden ?? null,
    oproep: Boolean(oproepId),
    toets: uitslagVan(plek.g, uitkomst?.inhoud.uitkomst === 'verschenen'),
  };
}

/** De deelnemers zoals het scherm hen ziet, met tolk en laatste bericht. */
export async function toonDeelnemers(
  tx: Tx,
  gelezen: readonly Gelezen[],
  zittingId: string,
): Promise<Deelnemer[]> {
  const getoond = gelezen.flatMap((d) => {
    const deelnemer = toonDeelnemer(d, zittingId);
    return deelnemer ? [{ deelnemer, gemeenteId: d.gemeenteId }] : [];
  });
  const berichten = await leesBerichten(
    tx,
    getoond.map((d) => d.deelnemer.afspraakId),
  );
  const tolken = new Map<string, string>();
  for (const gemeenteId of new Set(getoond.map((d) => d.gemeenteId))) {
    const eigen = getoond.filter((d) => d.gemeenteId === gemeenteId);
    const geboekt = await geboekteTolken(
      tx,
      gemeenteId,
      eigen.map((d) => d.deelnemer.afspraakId),
    );
    for (const [afspraakId, { naam }] of geboekt) tolken.set(afspraakId, naam);
  }
  return getoond.map(({ deelnemer }) => ({
    ...deelnemer,
    tolk: tolken.get(deelnemer.afspraakId) ?? null,
    bericht: berichten.get(deelnemer.afspraakId) ?? null,
  }));
}

/** Eén zitting met de deelnemers die de gebruiker mag zien; elk van hen komt in het logboek. */
export async function toonDetail(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  zittingId: string,
): Promise<ZittingDetail> {
  const vandaag = t.klok.vandaag();
  const magPlannen = (gemeenteId: string) => mag(req.gebruiker, 'toets.plannen', gemeenteId);
  const rij = await vindZitting(tx, zittingId, vandaag);
  const gelezen = await leesPlekken(tx, t, zittingId, req.gemeenten);
  for (const gemeenteId of new Set(gelezen.map((d) => d.gemeenteId))) {
    const dossierIds = gelezen.flatMap((d) => (d.gemeenteId === gemeenteId ? d.dossierId : []));
    const spoor = { handeling: 'lezen', objectSoort: 'toetszitting' } as const;
    await req.spoor(tx, { ...spoor, objectId: zittingId, gemeenteId, dossierIds });
  }
  const vrij = await zoekZittingen(
    tx,
    { staat: 'gepland', van: vandaag, vrij: true },
    vandaag,
    LATER + 1,
  );
  return {
    ...toonZitting(rij, await leesGemeentenamen(tx), magPlannen),
    deelnemers: await toonDeelnemers(tx, gelezen, zittingId),
    later: vrij
      .filter((z) => z.zittingId !== zittingId)
      .slice(0, LATER)
      .map((z) => ({
        zittingId: z.zittingId,
        datum: z.datum,
        tijd: z.tijd,
        plaats: z.plaats,
        vrij: z.laptops - z.bezet,
      })),
    begonnen: rij.datum <= vandaag,
    voorbij: rij.datum < vandaag,
    mag: { plannen: rij.gemeenteIds.some(magPlannen) },
  };
}
