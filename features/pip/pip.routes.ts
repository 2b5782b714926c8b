import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { datum } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { verzendingenVan } from '../verzending/verzending.read.ts';
import { maakBeschikking } from './pip.beschikking.ts';
import { briefBron, neemZaak, stelVast, trekIn, verplaats } from './pip.besluit.ts';
import {
  DagtekeningVraag,
  IntrekVraag,
  NieuwPip,
  PipDetail,
  PipLijst,
  StaatAntwoord,
  VastgesteldAntwoord,
  VaststelVraag,
  VELDNAMEN,
  WijzigAntwoord,
  WijzigVraag,
} from './pip.schema.ts';
import { leesWijzigingen, type PipRij, voegPipToe, wijzigInhoud } from './pip.store.ts';
import { metWijziging, voorzet } from './pip.voorzet.ts';
import { detailVan, regelVan } from './pip.weergave.ts';
import { leesPipDossier, leesZaak, type PipDossier, type PipZaak, spoor } from './pip.zaak.ts';

const dossierParams = z.object({ dossierId: z.uuid() });
const pipParams = z.object({ dossierId: z.uuid(), pipId: z.uuid() });
const tags = ['Pip'];

/** Het persoonlijk plan inburgering en participatie: van concept tot beschikking bij DUO. */
export const registreerPip: Routes = (app, t) => {
  lezen(app, t);
  voorbeeld(app, t);
  opstellen(app, t);
  wijzigen(app, t);
  besluiten(app, t);
};

function openConcept(pips: readonly PipRij[]): PipRij | undefined {
  return pips.find((p) => p.staat === 'concept' || p.staat === 'ter-vaststelling');
}

function redenenTegenOpstellen(req: FastifyRequest, d: PipDossier) {
  if (!mag(req.gebruiker, 'pip.opstellen', d.dossier.gemeenteId)) {
    return [{ code: 'geen-recht', tekst: 'U kunt voor deze gemeente geen PIP opstellen.' }];
  }
  const open = openConcept(d.pips);
  if (!open) return [];
  return [
    {
      code: 'concept-bestaat',
      tekst: `Er is al een concept (versie ${open.versie}). Werk daarin verder.`,
      actie: 'pip',
    },
  ];
}

function lezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/pips',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags,
        summary: 'Alle versies van het PIP, met de staat bij DUO',
        params: dossierParams,
        response: { 200: PipLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await leesPipDossier(tx, req.params.dossierId, t.klok.vandaag());
        const verzendingen = await verzendingenVan(tx, d.dossier);
        await spoor(req, tx, d.dossier, 'lezen');
        const redenen = redenenTegenOpstellen(req, d);
        return {
          items: d.pips.map((pip) => regelVan(pip, d, verzendingen)),
          opstellen: { mag: redenen.length === 0, redenen },
        };
      }),
  );

  app.get(
    '/v1/dossiers/:dossierId/pips/:pipId',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags,
        summary: 'Eén versie met wat de wet en DUO ervan vinden',
        params: pipParams,
        querystring: DagtekeningVraag,
        response: { 200: PipDetail, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesZaak(tx, req.params, t.klok.vandaag());
        const verzendingen = await verzendingenVan(tx, zaak.dossier);
        await spoor(req, tx, zaak.dossier, 'lezen', zaak.pip.pipId);
        return detailVan(req, zaak, verzendingen, req.query.dagtekening);
      }),
  );
}

function voorbeeld(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/pips/:pipId/voorbeeld',
    {
      config: { handeling: 'pip.lezen' },
      schema: {
        tags,
        summary: 'Voorbeeld van de beschikking als PDF; er wordt niets vastgelegd',
        params: pipParams,
        querystring: DagtekeningVraag,
        response: problemen,
      },
    },
    async (req, reply) => {
      const brief = await req.inBereik(async (tx) => {
        const zaak = await leesZaak(tx, req.params, t.klok.vandaag());
        const dag = datum(req.query.dagtekening ?? t.klok.vandaag());
        await spoor(req, tx, zaak.dossier, 'lezen', zaak.pip.pipId);
        const keuze = { dagtekening: dag, bekendgemaaktOp: dag, ondertekenaarId: req.gebruiker.id };
        return maakBeschikking(await briefBron(tx, zaak, keuze));
      });
      if ('redenen' in brief) throw geweigerd('Er is nog geen voorbeeld te maken.', brief.redenen);
      return (reply as unknown as import('fastify').FastifyReply)
        .header('content-type', 'application/pdf')
        .header('content-disposition', 'inline; filename="voorbeeld-pip.pdf"')
        .send(brief.pdf);
    },
  );
}

function opstellen(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pips',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Nieuw concept, ingevuld met wat bekend is',
        params: dossierParams,
        response: { 201: NieuwPip, ...problemen },
      },
    },
    async (req, reply) => {
      reply.code(201);
      return req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const d = await leesPipDossier(tx, req.params.dossierId, t.klok.vandaag(), true);
          const redenen = redenenTegenOpstellen(req, d);
          if (redenen.length > 0) throw geweigerd('Een nieuw concept kan nu niet.', redenen);
          const pipId = nieuwId();
          const versie = (d.pips[0]?.versie ?? 0) + 1;
          await voegPipToe(tx, d.dossier, {
            id: pipId,
            versie,
            inhoud: voorzet(d.lezing),
            medewerkerId: req.gebruiker.id,
            nu: t.klok.nu(),
          });
          await spoor(req, tx, d.dossier, 'wijzigen', pipId);
          return { pipId, versie };
        }),
      );
    },
  );
}

function wijzigen(app: App, t: Toepassing): void {
  app.patch(
    '/v1/dossiers/:dossierId/pips/:pipId',
    {
      config: { handeling: 'pip.opstellen' },
      schema: {
        tags,
        summary: 'Wijzigt velden van een concept; 409 als een ander eerder was',
        params: pipParams,
        body: WijzigVraag,
        response: { 200: WijzigAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { zaak } = await neemZaak(req, tx, t, req.params, 'wijzigen');
        const { pip, dossier } = zaak;
        const velden = Object.keys(req.body.inhoud) as (keyof typeof VELDNAMEN)[];
        if (req.body.revisie !== pip.revisie) throw await botsingMet(tx, zaak, req.body.revisie);
        if (velden.length === 0) return { pipId: pip.pipId, revisie: pip.revisie };
        const revisie = pip.revisie + 1;
        await wijzigInhoud(tx, dossier, metWijziging(pip.inhoud, req.body.inhoud), {
          pipId: pip.pipId,
          revisie,
          medewerkerId: req.gebruiker.id,
          velden,
          nu: t.klok.nu(),
        });
        await spoor(req, tx, dossier, 'wijzigen', pip.pipId);
        return { pipId: pip.pipId, revisie };
      }),
  );
}

/** Wie er sinds deze revisie iets wijzigde, wanneer en wat. */
async function botsingMet(tx: Tx, { dossier, pip }: PipZaak, revisie: number) {
  const later = (await leesWijzigingen(tx, dossier, pip.pipId)).filter((w) => w.revisie > revisie);
  const velden = new Set(later.flatMap((w) => w.velden));
  const namen = [...velden].map((v) => VELDNAMEN[v as keyof typeof VELDNAMEN] ?? v);
  return botsing({
    wie: later.at(-1)?.naam ?? 'een ander',
    wanneer: later.at(-1)?.op ?? pip.gewijzigdOp,
    wat: namen.join(', ') || 'het PIP',
  });
}

function besluiten(app: App, t: Toepassing): void {
  app.post(
    '/v1/dossiers/:dossierId/pips/:pipId/_vaststellen',
    {
      config: { handeling: 'pip.vaststellen' },
      schema: {
        tags,
        summary: 'Stelt het PIP vast, maakt de beschikking en zet het bericht aan DUO klaar',
        params: pipParams,
        body: VaststelVraag,
        response: { 200: VastgesteldAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) => eenmalig(req, tx, () => stelVast(req, tx, t, req.params, req.body))),
  );
  app.post(
    '/v1/dossiers/:dossierId/pips/:pipId/_intrekken',
    {
      config: { handeling: 'pip.vaststellen' },
      schema: {
        tags,
        summary: 'Trekt het geldende PIP in, met reden',
        params: pipParams,
        body: IntrekVraag,
        response: { 200: StaatAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) => eenmalig(req, tx, () => trekIn(req, tx, t, req.params, req.body.reden))),
  );
  for (const handeling of ['voorleggen', 'terugnemen'] as const) {
    app.post(
      `/v1/dossiers/:dossierId/pips/:pipId/_${handeling}`,
      {
        config: { handeling: 'pip.opstellen' },
        schema: {
          tags,
          summary:
            handeling === 'voorleggen'
              ? 'Legt het PIP ter vaststelling voor'
              : 'Neemt het PIP terug',
          params: pipParams,
          response: { 200: StaatAntwoord, ...problemen },
        },
      },
      (req) =>
        req.inBereik((tx) =>
          eenmalig(req, tx, () =>
            verplaats(req, tx, t, req.params as { dossierId: string; pipId: string }, handeling),
          ),
        ),
    );
  }
}
