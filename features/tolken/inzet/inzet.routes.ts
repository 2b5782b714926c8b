import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { annuleringskosten, tolkkosten } from '../../../rules/tolk/kosten.ts';
import type { Tx } from '../../../server/db/db.ts';
import { type Cel, maakCsv } from '../../../server/http/csv.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import {
  AfzegVerzoek,
  Inzet,
  InzetLijst,
  InzetParams,
  InzetUitvoerVraag,
  InzetZoekVraag,
  UrenVerzoek,
  VerplaatsVerzoek,
} from '../inzet.schema.ts';
import { tijdvak } from '../keuze.ts';
import { bewaar, magDoen, vind } from './bewaren.routes.ts';
import { houdTolkVast, type InzetRij, telInzetten, zoekInzetten } from './inzet.store.ts';
import { keurTolk } from './keur.routes.ts';
import { toonInzet } from './toon.ts';

const tags = ['Tolken'];
const UITVOER_GRENS = 10_000;
const MINUUT = 60_000;

/** De boekingen van tolken: lijst, uitvoer, uren, afzeggen en verplaatsen. */
export function registreerInzet(app: App, t: Toepassing): void {
  registreerLijst(app);
  registreerUitvoer(app, t);
  registreerUren(app, t);
  registreerAfzeggen(app, t);
  registreerVerplaatsen(app, t);
}

/** Eén regel in het logboek per gemeente: wie er zijn gezien. */
async function spoorLijst(
  req: FastifyRequest,
  tx: Tx,
  rijen: readonly InzetRij[],
  handeling: 'zoeken' | 'exporteren',
): Promise<void> {
  for (const gemeenteId of new Set(rijen.map((r) => r.gemeenteId))) {
    const dossierIds = [
      ...new Set(rijen.filter((r) => r.gemeenteId === gemeenteId).map((r) => r.dossierId)),
    ];
    await req.spoor(tx, { handeling, objectSoort: 'tolkinzet', gemeenteId, dossierIds });
  }
}

function registreerLijst(app: App): void {
  app.post(
    '/v1/tolkinzetten/_zoek',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'Boekingen van tolken',
        body: InzetZoekVraag,
        response: { 200: InzetLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...filters } = req.body;
        const rijen = await zoekInzetten(tx, filters, pageSize, (page - 1) * pageSize);
        await spoorLijst(req, tx, rijen, 'zoeken');
        return {
          items: rijen.map((r) => toonInzet(r, magDoen(req, r))),
          totaal: await telInzetten(tx, filters),
          page,
          pageSize,
        };
      }),
  );
}

const KOP = [
  'Gemeente',
  'Naam',
  'Tolk',
  'Taal',
  'Hoe',
  'Datum',
  'Tijd',
  'Minuten gepland',
  'Minuten echt',
  'Staat',
  'Kosten in eurocenten',
  'Gedeeld met',
  'Reden',
];

const csvRij = (i: Inzet): Cel[] => [
  i.gemeente,
  i.naam,
  i.tolk,
  i.taal,
  i.vorm,
  i.datum,
  i.tijd,
  i.minuten,
  i.minutenEcht,
  i.staat,
  i.kostenCent,
  i.delers - 1,
  i.reden,
];

function registreerUitvoer(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/_exporteer',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Boekingen van tolken als CSV, met dezelfde filters',
        body: InzetUitvoerVraag,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const rijen = await zoekInzetten(tx, req.body, UITVOER_GRENS);
        await spoorLijst(req, tx, rijen, 'exporteren');
        return maakCsv(
          KOP,
          rijen.map((r) => csvRij(toonInzet(r, false))),
        );
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="inzet-tolken-${t.klok.vandaag()}.csv"`,
        )
        .send(csv);
    },
  );
}

function registreerUren(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/:inzetId/_uren',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'De gemaakte minuten van een tolk vastleggen of verbeteren',
        params: InzetParams,
        body: UrenVerzoek,
        response: { 200: Inzet, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const rij = await vind(tx, req.params.inzetId, ['uren', 'corrigeren']);
        if (rij.datum > t.klok.vandaag()) {
          throw geweigerd('De afspraak is nog niet geweest.', [
            { code: 'nog-niet-geweest', tekst: `Dit kan vanaf ${rij.datum}.`, veld: 'minuten' },
          ]);
        }
        const { minuten, revisie } = req.body;
        return bewaar(req, tx, t, rij, revisie, {
          staat: 'gedaan',
          minuten_echt: minuten,
          kosten_cent: tolkkosten(rij.vorm, minuten, rij.tarief).totaalCent,
        });
      }),
  );
}

function registreerAfzeggen(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/:inzetId/_afzeggen',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Een tolk afzeggen; te laat afzeggen kost geld',
        params: InzetParams,
        body: AfzegVerzoek,
        response: { 200: Inzet, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const rij = await vind(tx, req.params.inzetId, ['afzeggen']);
        const vooraf = Math.floor((Date.parse(rij.vanOp) - Date.parse(t.klok.nu())) / MINUUT);
        // Blijft de tolk voor een ander uit de groep, dan is er niets afgezegd.
        const kosten = rij.delers > 1 ? 0 : annuleringskosten(rij.minuten, vooraf, rij.tarief);
        const { reden, revisie } = req.body;
        const af = { staat: 'afgezegd', reden, kosten_cent: kosten } as const;
        return bewaar(req, tx, t, rij, revisie, af, 'afgezegd');
      }),
  );
}

function registreerVerplaatsen(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/:inzetId/_verplaatsen',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Een boeking laten volgen op een afspraak die is verzet',
        params: InzetParams,
        body: VerplaatsVerzoek,
        response: { 200: Inzet, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const rij = await vind(tx, req.params.inzetId, ['verplaatsen']);
        const nu = rij.afspraakNu;
        if (!nu || nu.uitkomst === 'afgezegd') {
          throw geweigerd('Er is niets te verplaatsen.', [
            nu
              ? { code: 'afspraak-afgezegd', tekst: 'De afspraak gaat niet door. Zeg de tolk af.' }
              : { code: 'niet-verzet', tekst: 'De afspraak is niet verzet.' },
          ]);
        }
        await houdTolkVast(tx, rij.tolkId);
        const { datum, tijd, duurMinuten, plaats } = nu;
        const moment = { datum, tijd, duurMinuten, plaats, taal: rij.taal, vorm: rij.vorm };
        await keurTolk(tx, rij.tolkId, moment, {
          overlegd: req.body.overlegd,
          behalve: rij.inzetId,
          ...(rij.groepId ? { groepId: rij.groepId } : {}),
        });
        const { vanOp, totOp } = tijdvak(moment);
        const verplaatst = {
          datum,
          tijd,
          minuten: duurMinuten,
          plaats,
          van_op: vanOp,
          tot_op: totOp,
          kosten_cent: tolkkosten(rij.vorm, duurMinuten, rij.tarief).totaalCent,
        };
        return bewaar(req, tx, t, rij, req.body.revisie, verplaatst, 'verplaatst');
      }),
  );
}
