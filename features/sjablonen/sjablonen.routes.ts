import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesGemeente } from '../../server/dossier/brief.ts';
import { pdfAntwoord } from '../../server/http/pdf.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { registreerHuisstijl } from './huisstijl/huisstijl.routes.ts';
import { keurBlokken } from './keur.ts';
import { registreerMandaten } from './mandaten/mandaten.routes.ts';
import { PROEFWAARDEN } from './proef.ts';
import { gemeenteVan, proefbrief, tekenBrief } from './proefbrief.routes.ts';
import {
  GemeenteParams,
  IntrekVerzoek,
  type Sjablonen,
  SjablonenSchema,
  type SjabloonBeeld,
  SjabloonParams,
  SjabloonVerzoek,
  type Sjabloonversie,
  SoortParams,
  VoorbeeldSchema,
  VoorbeeldVerzoek,
} from './sjablonen.schema.ts';
import {
  bewaarVersie,
  houdVast,
  leesVersies,
  type SjabloonRij,
  trekVersieIn,
} from './sjablonen.store.ts';
import { SJABLOONSOORTEN, type Sjabloonsoort, sjabloonVan } from './standaard.ts';

const tags = ['Sjablonen'];
const response = { 200: SjablonenSchema, ...problemen };
type Verzoek = z.infer<typeof SjabloonVerzoek>;

const revisieVan = (rijen: readonly SjabloonRij[]) =>
  rijen.length + rijen.filter((r) => r.ingetrokkenOp).length;

function metStaat(rij: SjabloonRij, rijen: readonly SjabloonRij[], vandaag: Datum): Sjabloonversie {
  const volgende = rijen.find((r) => !r.ingetrokkenOp && r.geldigVanaf > rij.geldigVanaf);
  const totEnMet = volgende ? plusDagen(volgende.geldigVanaf, -1) : null;
  const voorbij = totEnMet !== null && totEnMet < vandaag;
  const loopt = rij.geldigVanaf > vandaag ? 'gepland' : voorbij ? 'voorbij' : 'geldt';
  return { ...rij, totEnMet, staat: rij.ingetrokkenOp ? 'ingetrokken' : loopt };
}

function beeldVan(
  soort: Sjabloonsoort,
  alle: readonly SjabloonRij[],
  vandaag: Datum,
): SjabloonBeeld {
  const s = sjabloonVan(soort);
  const rijen = alle.filter((r) => r.soort === soort);
  return {
    soort,
    naam: s.naam,
    doel: s.doel,
    tokens: s.tokens.map((naam) => ({
      naam,
      voorbeeld: PROEFWAARDEN[naam as keyof typeof PROEFWAARDEN],
    })),
    blokken: s.blokken.map((b) => ({ ...b, magLeeg: b.magLeeg ?? false })),
    vast: [...s.vast],
    versies: rijen.map((r) => metStaat(r, rijen, vandaag)).reverse(),
    revisie: revisieVan(rijen),
  };
}

async function toon(
  tx: Tx,
  req: FastifyRequest,
  gemeenteId: string,
  vandaag: Datum,
): Promise<Sjablonen> {
  const { naam } = await leesGemeente(tx, gemeenteId);
  const rijen = await leesVersies(tx, gemeenteId);
  return {
    gemeente: { id: gemeenteId, naam },
    vandaag,
    magWijzigen: mag(req.gebruiker, 'sjabloon.wijzigen', gemeenteId),
    sjablonen: SJABLOONSOORTEN.map((soort) => beeldVan(soort, rijen, vandaag)),
  };
}

function keurRevisie(rijen: readonly SjabloonRij[], revisie: number, naam: string): void {
  if (revisieVan(rijen) === revisie) return;
  const [laatste] = rijen
    .map((r) => ({
      wie: r.ingetrokkenDoor ?? r.door,
      wanneer: r.ingetrokkenOp ?? r.vastgelegdOp,
    }))
    .sort((a, b) => b.wanneer.localeCompare(a.wanneer));
  throw botsing({ wie: 'Iemand anders', wanneer: '', ...laatste, wat: naam });
}

/** Wat afwijkt van de tekst van Meedoen; de rest volgt die vanzelf. */
function afwijkend(soort: Sjabloonsoort, blokken: Readonly<Record<string, string>>) {
  const standaard = new Map(sjabloonVan(soort).blokken.map((b) => [b.id, b.standaard]));
  return Object.fromEntries(Object.entries(blokken).filter(([id, t]) => standaard.get(id) !== t));
}

const zelfde = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

function keurVersie(
  soort: Sjabloonsoort,
  v: Verzoek,
  rijen: readonly SjabloonRij[],
  vandaag: Datum,
): Record<string, string> {
  const blokken = afwijkend(soort, v.blokken);
  const dan = rijen.findLast((r) => !r.ingetrokkenOp && r.geldigVanaf <= v.geldigVanaf);
  const redenen = [...keurBlokken(soort, v.blokken)];
  if (v.geldigVanaf < vandaag)
    redenen.push({
      code: 'vanaf-verleden',
      tekst: 'Kies vandaag of een latere dag: een brief die weg is, verandert niet.',
      veld: 'geldigVanaf',
    });
  if (zelfde(blokken, dan?.blokken ?? {}))
    redenen.push({ code: 'geen-wijziging', tekst: 'Deze tekst geldt dan al.' });
  if (redenen.length > 0) throw geweigerd('Deze tekst kan zo niet in de brief.', redenen);
  return blokken;
}

async function leg(
  tx: Tx,
  req: FastifyRequest,
  t: Toepassing,
  soort: Sjabloonsoort,
  v: Verzoek,
): Promise<string> {
  const gemeenteId = gemeenteVan(req);
  await houdVast(tx, gemeenteId);
  const rijen = (await leesVersies(tx, gemeenteId)).filter((r) => r.soort === soort);
  keurRevisie(rijen, v.revisie, sjabloonVan(soort).naam);
  const blokken = keurVersie(soort, v, rijen, t.klok.vandaag());
  // Een letter die niet te drukken is, houdt later elke brief tegen: daarom nu al een proef.
  await proefbrief(tx, gemeenteId, soort, v.blokken);
  const id = nieuwId();
  await bewaarVersie(tx, {
    id,
    gemeenteId,
    soort,
    geldigVanaf: datum(v.geldigVanaf),
    blokken,
    reden: v.reden,
    door: req.gebruiker.id,
    op: t.klok.nu(),
  });
  return id;
}

const spoor = (tx: Tx, req: FastifyRequest, objectId: string) =>
  req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'sjabloon',
    objectId,
    gemeenteId: gemeenteVan(req),
  });

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/gemeenten/:gemeenteId/sjablonen',
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: {
        tags,
        summary: 'De brieven van een gemeente: wat vaststaat, wat zij zelf schrijft, elke versie',
        params: GemeenteParams,
        response,
      },
    },
    (req) => req.inBereik((tx) => toon(tx, req, gemeenteVan(req), t.klok.vandaag())),
  );
  app.post(
    '/v1/gemeenten/:gemeenteId/sjablonen/:soort/_voorbeeld',
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: {
        tags,
        summary: 'De brief op het scherm, aan iemand die niet bestaat; er wordt niets vastgelegd',
        params: SoortParams,
        body: VoorbeeldVerzoek,
        response: { 200: VoorbeeldSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => ({
        svg: await tekenBrief(tx, gemeenteVan(req), req.params.soort, req.body.blokken),
      })),
  );
  app.post(
    '/v1/gemeenten/:gemeenteId/sjablonen/:soort/_pdf',
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: {
        tags,
        summary: 'Dezelfde proefbrief als PDF',
        params: SoortParams,
        body: VoorbeeldVerzoek,
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { soort } = req.params;
      const pdf = await req.inBereik((tx) =>
        proefbrief(tx, gemeenteVan(req), soort, req.body.blokken),
      );
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="voorbeeld-${soort}.pdf"`)
        .send(pdf);
    },
  );
}

function registreerWijzigen(app: App, t: Toepassing): void {
  app.post(
    '/v1/gemeenten/:gemeenteId/sjablonen/:soort',
    {
      config: { handeling: 'sjabloon.wijzigen' },
      schema: {
        tags,
        summary: 'De tekstblokken van een brief vaststellen vanaf een dag',
        params: SoortParams,
        body: SjabloonVerzoek,
        response,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const id = await leg(tx, req, t, req.params.soort, req.body);
        await spoor(tx, req, id);
        return toon(tx, req, gemeenteVan(req), t.klok.vandaag());
      }),
  );
  app.post(
    '/v1/gemeenten/:gemeenteId/sjabloonversies/:sjabloonId/_intrekken',
    {
      config: { handeling: 'sjabloon.wijzigen' },
      schema: {
        tags,
        summary: 'Een tekst intrekken die nog niet is ingegaan',
        params: SjabloonParams,
        body: IntrekVerzoek,
        response,
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await trekIn(tx, req, t, req.params.sjabloonId, req.body.revisie);
        await spoor(tx, req, req.params.sjabloonId);
        return toon(tx, req, gemeenteVan(req), t.klok.vandaag());
      }),
  );
}

async function trekIn(
  tx: Tx,
  req: FastifyRequest,
  t: Toepassing,
  id: string,
  revisie: number,
): Promise<void> {
  const gemeenteId = gemeenteVan(req);
  await houdVast(tx, gemeenteId);
  const alle = await leesVersies(tx, gemeenteId);
  const rij = alle.find((r) => r.id === id);
  if (!rij) throw nietGevonden('Deze tekst');
  keurRevisie(
    alle.filter((r) => r.soort === rij.soort),
    revisie,
    'deze brief',
  );
  if (rij.ingetrokkenOp || rij.geldigVanaf <= t.klok.vandaag())
    throw geweigerd('Deze tekst kan niet meer worden ingetrokken.', [
      { code: 'al-ingegaan', tekst: 'Zij is al ingegaan of ingetrokken. Maak een nieuwe versie.' },
    ]);
  await trekVersieIn(tx, { gemeenteId, id, door: req.gebruiker.id, op: t.klok.nu() });
}

/** Brieven, huisstijl en mandaten van een gemeente. */
export const registreerSjablonen: Routes = (app, t) => {
  registreerLezen(app, t);
  registreerWijzigen(app, t);
  registreerHuisstijl(app, t);
  registreerMandaten(app, t);
};
