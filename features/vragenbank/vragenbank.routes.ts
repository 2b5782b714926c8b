import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Datum, datum } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { ingebouwdeVragen } from '../intake/antwoord.read.ts';
import { keurIntrekken, keurVraag } from './keur.ts';
import { bouwVragenbank, revisieVan } from './vragenbank.beeld.ts';
import {
  GemeenteParams,
  IntrekVerzoek,
  VersieParams,
  VraagVerzoek,
  type Vragenbank,
  VragenbankSchema,
} from './vragenbank.schema.ts';
import {
  bewaarVersie,
  houdGemeenteVast,
  leesGemeentenaam,
  leesVersies,
  trekVersieIn,
  type VersieRij,
} from './vragenbank.store.ts';

const tags = ['Vragenbank'];
const response = { 200: VragenbankSchema, ...problemen };

function gemeenteVan(req: FastifyRequest): string {
  const { gemeenteId } = req.params as z.infer<typeof GemeenteParams>;
  if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
  return gemeenteId;
}

async function toon(
  tx: Tx,
  req: FastifyRequest,
  gemeenteId: string,
  vandaag: Datum,
): Promise<Vragenbank> {
  return bouwVragenbank({
    gemeente: { id: gemeenteId, naam: await leesGemeentenaam(tx, gemeenteId) },
    vandaag,
    magWijzigen: mag(req.gebruiker, 'vragenbank.wijzigen', gemeenteId),
    ingebouwd: ingebouwdeVragen(),
    rijen: await leesVersies(tx, gemeenteId),
  });
}

/** Weigert een wijziging op wat intussen door een ander is veranderd, en zegt door wie. */
function keurRevisie(rijen: readonly VersieRij[], revisie: number): void {
  if (revisieVan(rijen) === revisie) return;
  const [laatste] = rijen
    .map((r) => ({
      wie: r.ingetrokkenDoor ?? r.door,
      wanneer: r.ingetrokkenOp ?? r.vastgelegdOp,
      wat: r.inhoud.vraag,
    }))
    .sort((a, b) => b.wanneer.localeCompare(a.wanneer));
  throw botsing(laatste ?? { wie: 'Iemand anders', wanneer: '', wat: 'de vragen' });
}

type Verzoek = z.infer<typeof VraagVerzoek>;

async function leg(
  tx: Tx,
  req: FastifyRequest,
  t: Toepassing,
  gemeenteId: string,
  v: Verzoek,
): Promise<string> {
  await houdGemeenteVast(tx, gemeenteId);
  const rijen = await leesVersies(tx, gemeenteId);
  keurRevisie(rijen, v.revisie);
  const id = nieuwId();
  const vraagId = v.vraagId ?? `eigen-${id}`;
  const bekend = [...ingebouwdeVragen().map((x) => x.id), ...rijen.map((r) => r.vraagId)];
  if (v.vraagId && !bekend.includes(v.vraagId)) throw nietGevonden('Deze vraag');
  const redenen = keurVraag(
    ingebouwdeVragen(),
    rijen.filter((r) => !r.ingetrokkenOp),
    { ...v, vraagId },
    t.klok.vandaag(),
  );
  if (redenen.length > 0) throw geweigerd('Deze vraag kan zo niet worden vastgesteld.', redenen);
  await bewaarVersie(tx, {
    id,
    gemeenteId,
    vraagId,
    geldigVanaf: datum(v.geldigVanaf),
    inhoud: v.inhoud,
    reden: v.reden,
    door: req.gebruiker.id,
    op: t.klok.nu(),
  });
  return id;
}

async function intrekken(
  tx: Tx,
  req: FastifyRequest,
  t: Toepassing,
  { gemeenteId, id, revisie }: { gemeenteId: string; id: string; revisie: number },
): Promise<void> {
  await houdGemeenteVast(tx, gemeenteId);
  const rijen = await leesVersies(tx, gemeenteId);
  const rij = rijen.find((r) => r.id === id);
  if (!rij) throw nietGevonden('Dit besluit');
  keurRevisie(rijen, revisie);
  if (rij.ingetrokkenOp || rij.geldigVanaf <= t.klok.vandaag())
    throw geweigerd('Dit besluit kan niet meer worden ingetrokken.', [
      {
        code: 'al-ingegaan',
        tekst: 'Het is al ingegaan of al ingetrokken. Leg een nieuwe versie vast.',
      },
    ]);
  const over = rijen.filter((r) => !r.ingetrokkenOp && r.id !== id);
  const redenen = keurIntrekken(ingebouwdeVragen(), over, rij.geldigVanaf);
  if (redenen.length > 0) throw geweigerd('Dit besluit kan niet worden ingetrokken.', redenen);
  await trekVersieIn(tx, gemeenteId, id, req.gebruiker.id, t.klok.nu());
}

const spoor = (tx: Tx, req: FastifyRequest, gemeenteId: string, objectId: string) =>
  req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'vraagversie', objectId, gemeenteId });

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/gemeenten/:gemeenteId/vragenbank',
    {
      config: { handeling: 'vragenbank.lezen' },
      schema: {
        tags,
        summary: 'De vragen van de intake: van Meedoen en van de gemeente, met elke versie',
        params: GemeenteParams,
        response,
      },
    },
    (req) => {
      const gemeenteId = gemeenteVan(req);
      return req.inBereik((tx) => toon(tx, req, gemeenteId, t.klok.vandaag()));
    },
  );
}

function registreerWijzigen(app: App, t: Toepassing): void {
  app.post(
    '/v1/gemeenten/:gemeenteId/vragenbank',
    {
      config: { handeling: 'vragenbank.wijzigen' },
      schema: {
        tags,
        summary: 'Een vraag toevoegen, anders stellen, verplaatsen of verbergen vanaf een dag',
        description:
          'Een vraag naar gezondheid, geloof of strafrecht wordt geweigerd, en wat de wet vraagt kan niet leeg raken. Eerdere versies en antwoorden blijven.',
        params: GemeenteParams,
        body: VraagVerzoek,
        response,
      },
    },
    (req) => {
      const gemeenteId = gemeenteVan(req);
      return req.inBereik(async (tx) => {
        const id = await leg(tx, req, t, gemeenteId, req.body);
        await spoor(tx, req, gemeenteId, id);
        return toon(tx, req, gemeenteId, t.klok.vandaag());
      });
    },
  );
  app.post(
    '/v1/gemeenten/:gemeenteId/vragenbank/:versieId/_intrekken',
    {
      config: { handeling: 'vragenbank.wijzigen' },
      schema: {
        tags,
        summary: 'Een wijziging intrekken die nog niet is ingegaan',
        params: VersieParams,
        body: IntrekVerzoek,
        response,
      },
    },
    (req) => {
      const gemeenteId = gemeenteVan(req);
      const { versieId: id } = req.params;
      return req.inBereik(async (tx) => {
        await intrekken(tx, req, t, { gemeenteId, id, revisie: req.body.revisie });
        await spoor(tx, req, gemeenteId, id);
        return toon(tx, req, gemeenteId, t.klok.vandaag());
      });
    },
  );
}

/** De vragen van de intake, door de beheerder van een gemeente in te richten. */
export const registreerVragenbank: Routes = (app, t) => {
  registreerLezen(app, t);
  registreerWijzigen(app, t);
};
