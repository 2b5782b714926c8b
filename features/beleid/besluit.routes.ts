import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { geldendOp } from '../../rules/beleid/beleid-op.ts';
import { keurBeleid } from '../../rules/beleid/keur.ts';
import { parameterVan, SLEUTELS, type Sleutel } from '../../rules/beleid/parameters.ts';
import { zelfdeWaarde } from '../../rules/beleid/waarde.ts';
import { type Datum, datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { planWerk } from '../../server/werk.ts';
import {
  BeleidAntwoord,
  BeleidVerzoek,
  type BesluitRij,
  IntrekVerzoek,
  type LokaalBeleid,
} from './beleid.schema.ts';
import {
  bepaalOpnieuwOp,
  houdVast,
  leesBesluiten,
  leesGemeenten,
  legBesluitVast,
  type NieuwBesluit,
  telBijTeWerken,
  trekBesluitIn,
} from './beleid.store.ts';
import { revisieVan, toonParameter } from './beleid.tonen.ts';

export const BeleidParams = z.object({ gemeenteId: z.uuid() });
const BesluitParams = BeleidParams.extend({ beleidId: z.uuid() });

/** De gemeente van het adres, als zij zichtbaar is. */
export function gemeenteVan(req: FastifyRequest): string {
  const { gemeenteId } = req.params as z.infer<typeof BeleidParams>;
  if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
  return gemeenteId;
}

/** Alles over het beleid van één gemeente, zoals het scherm het toont. */
export async function beleidVan(
  tx: Tx,
  gemeenteId: string,
  vandaag: Datum,
  magWijzigen: boolean,
): Promise<LokaalBeleid> {
  const [gemeente] = await leesGemeenten(tx, [gemeenteId]);
  if (!gemeente) throw nietGevonden('Deze gemeente');
  const rijen = await leesBesluiten(tx, [gemeenteId]);
  return {
    gemeente,
    parameters: SLEUTELS.map((s) => toonParameter(s, rijen, vandaag)),
    magWijzigen,
    nogBijTeWerken: await telBijTeWerken(tx, gemeenteId, vandaag),
  };
}

type Voornemen = { sleutel: Sleutel; waarde?: unknown; geldigVanaf: string };

/** Weigert een waarde die de wet niet toelaat en een dag die voorbij is, met alle redenen. */
export function keur({ sleutel, waarde, geldigVanaf }: Voornemen, vandaag: Datum): void {
  const oordeel = keurBeleid(sleutel, waarde);
  const redenen = oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen : [];
  if (redenen.length > 0) {
    throw geweigerd(
      'Deze waarde mag een gemeente niet vaststellen.',
      redenen.map(({ grondslag, ...reden }) => ({
        ...reden,
        tekst: grondslag ? `${reden.tekst} Zie ${grondslag.artikel}.` : reden.tekst,
      })),
    );
  }
  if (geldigVanaf < vandaag) {
    throw geweigerd('Beleid kan niet met terugwerkende kracht veranderen.', [
      { code: 'vanaf-verleden', tekst: 'Kies vandaag of een latere dag.', veld: 'geldigVanaf' },
    ]);
  }
}

/** Weigert een wijziging op wat intussen door een ander is veranderd. */
function keurRevisie(rijen: readonly BesluitRij[], revisie: number, sleutel: Sleutel): void {
  if (revisieVan(rijen) === revisie) return;
  const [laatste] = rijen
    .map((r) =>
      r.ingetrokkenOp
        ? { wie: r.ingetrokkenDoor, wanneer: r.ingetrokkenOp }
        : { wie: r.door, wanneer: r.vastgelegdOp },
    )
    .sort((a, b) => b.wanneer.localeCompare(a.wanneer));
  throw botsing({
    wie: laatste?.wie ?? 'Iemand anders',
    wanneer: laatste?.wanneer ?? '',
    wat: parameterVan(sleutel).naam,
  });
}

function keurNieuw(rijen: readonly BesluitRij[], { sleutel, waarde }: Voornemen, dag: Datum): void {
  const geldig = rijen.filter((r) => !r.ingetrokkenOp);
  const dan = geldendOp(geldig, dag).get(sleutel)?.waarde ?? null;
  if (!zelfdeWaarde(dan, waarde)) return;
  throw geweigerd('Dit verandert niets.', [
    { code: 'geen-wijziging', tekst: 'Deze waarde geldt dan al.', veld: 'waarde' },
  ]);
}

/** Legt vast en laat de dossiers waar het voor uitmaakt op die dag opnieuw bepalen. */
async function voerIn(tx: Tx, besluit: NieuwBesluit, vandaag: Datum): Promise<void> {
  await legBesluitVast(tx, besluit);
  if (parameterVan(besluit.sleutel).werking !== 'stand') return;
  await bepaalOpnieuwOp(tx, besluit.gemeenteId, besluit.geldigVanaf);
  if (besluit.geldigVanaf > vandaag) return;
  await planWerk(tx, 'standen_herberekenen', {}, { sleutel: 'standen_herberekenen' });
}

/** Het besluit dat nog niet inging, of een weigering. */
function kiesIntrekbaar(rijen: readonly BesluitRij[], id: string, revisie: number, vandaag: Datum) {
  const besluit = rijen.find((r) => r.id === id);
  if (!besluit) throw nietGevonden('Dit besluit');
  const zelfde = rijen.filter((r) => r.sleutel === besluit.sleutel);
  keurRevisie(zelfde, revisie, besluit.sleutel);
  if (!besluit.ingetrokkenOp && besluit.geldigVanaf > vandaag) return;
  throw geweigerd('Dit besluit kan niet meer worden ingetrokken.', [
    {
      code: 'al-ingegaan',
      tekst: 'Het is al ingegaan of al ingetrokken. Stel een nieuwe waarde vast.',
    },
  ]);
}

function registreerVaststellen(app: App, t: Toepassing): void {
  app.post(
    '/v1/gemeenten/:gemeenteId/beleid',
    {
      config: { handeling: 'beleid.wijzigen' },
      schema: {
        tags: ['Lokaal beleid'],
        summary: 'Eén waarde vaststellen vanaf een dag',
        description:
          'Een waarde buiten de grens van de wet wordt geweigerd met het artikel. Wat eerder gold blijft bewaard.',
        params: BeleidParams,
        body: BeleidVerzoek,
        response: { 200: BeleidAntwoord, ...problemen },
      },
    },
    async (req) => {
      const gemeenteId = gemeenteVan(req);
      const vandaag = t.klok.vandaag();
      keur(req.body, vandaag);
      const { revisie, ...voornemen } = req.body;
      const geldigVanaf = datum(voornemen.geldigVanaf);
      return req.inBereik(async (tx) => {
        await houdVast(tx, gemeenteId);
        const rijen = await leesBesluiten(tx, [gemeenteId], voornemen.sleutel);
        keurRevisie(rijen, revisie, voornemen.sleutel);
        keurNieuw(rijen, voornemen, geldigVanaf);
        const id = nieuwId();
        const wie = { door: req.gebruiker.id, op: t.klok.nu() };
        await voerIn(tx, { ...voornemen, ...wie, id, gemeenteId, geldigVanaf }, vandaag);
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'beleid',
          objectId: id,
          gemeenteId,
        });
        return beleidVan(tx, gemeenteId, vandaag, true);
      });
    },
  );
}

function registreerIntrekken(app: App, t: Toepassing): void {
  app.post(
    '/v1/gemeenten/:gemeenteId/beleid/:beleidId/_intrekken',
    {
      config: { handeling: 'beleid.wijzigen' },
      schema: {
        tags: ['Lokaal beleid'],
        summary: 'Een waarde intrekken die nog niet is ingegaan',
        params: BesluitParams,
        body: IntrekVerzoek,
        response: { 200: BeleidAntwoord, ...problemen },
      },
    },
    async (req) => {
      const gemeenteId = gemeenteVan(req);
      const { beleidId: id } = req.params;
      const vandaag = t.klok.vandaag();
      return req.inBereik(async (tx) => {
        await houdVast(tx, gemeenteId);
        kiesIntrekbaar(await leesBesluiten(tx, [gemeenteId]), id, req.body.revisie, vandaag);
        await trekBesluitIn(tx, { gemeenteId, id }, req.gebruiker.id, t.klok.nu());
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'beleid',
          objectId: id,
          gemeenteId,
        });
        return beleidVan(tx, gemeenteId, vandaag, true);
      });
    },
  );
}

/** Beleid vaststellen en een gepland besluit intrekken. */
export const registreerBesluiten: Routes = (app, t) => {
  registreerVaststellen(app, t);
  registreerIntrekken(app, t);
};
