import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mag } from '../../server/auth/rechten.ts';
import { type Cel, maakCsv } from '../../server/http/csv.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { registreerBegeleiders } from './begeleiders/begeleider.routes.ts';
import { toonDetail } from './deelnemers/beeld.routes.ts';
import { registreerDeelnemers } from './deelnemers/deelnemer.routes.ts';
import { registreerPresentie } from './deelnemers/presentie.routes.ts';
import { registreerPlannen } from './plannen.routes.ts';
import { toonZitting } from './vind.routes.ts';
import {
  type Zitting,
  ZittingDetail,
  ZittingLijst,
  ZittingParams,
  ZittingUitvoerVraag,
  ZittingZoekVraag,
} from './zitting.schema.ts';
import { leesGemeentenamen, telZittingen, zoekZittingen } from './zitting.store.ts';

const tags = ['Leerbaarheidstoets'];
const UITVOER_GRENS = 5000;

/** Zittingen van de leerbaarheidstoets: plannen, uitnodigen, afnemen. */
export const registreerToetszitting: Routes = (app, t) => {
  registreerLijst(app, t);
  registreerUitvoer(app, t);
  registreerDetail(app, t);
  registreerPlannen(app, t);
  registreerDeelnemers(app, t);
  registreerBegeleiders(app, t);
  registreerPresentie(app, t);
};

const magPlannen = (req: FastifyRequest) => (gemeenteId: string) =>
  mag(req.gebruiker, 'toets.plannen', gemeenteId);

function registreerLijst(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/_zoek',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Zittingen van de leerbaarheidstoets',
        body: ZittingZoekVraag,
        response: { 200: ZittingLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...filters } = req.body;
        const vandaag = t.klok.vandaag();
        const rijen = await zoekZittingen(tx, filters, vandaag, pageSize, (page - 1) * pageSize);
        const namen = await leesGemeentenamen(tx);
        return {
          items: rijen.map((r) => toonZitting(r, namen, magPlannen(req))),
          totaal: await telZittingen(tx, filters),
          page,
          pageSize,
        };
      }),
  );
}

const KOP = [
  'Datum',
  'Tijd',
  'Duur in minuten',
  'Plaats',
  'Adres',
  'Gemeenten',
  'Begeleiders',
  'Laptops',
  'Bezet',
  'Staat',
  'Reden',
];

const csvRij = (v: Zitting): Cel[] => [
  v.datum,
  v.tijd,
  v.duurMinuten,
  v.plaats,
  v.adres,
  v.gemeenten.join(', '),
  v.begeleiders.map((b) => b.naam).join(', '),
  v.laptops,
  v.bezet,
  v.staat,
  v.reden,
];

function registreerUitvoer(app: App, t: Toepassing): void {
  app.post(
    '/v1/toetszittingen/_exporteer',
    {
      config: { handeling: 'toets.plannen' },
      schema: {
        tags,
        summary: 'Zittingen als CSV, met dezelfde filters',
        body: ZittingUitvoerVraag,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const rijen = await zoekZittingen(tx, req.body, t.klok.vandaag(), UITVOER_GRENS);
        const namen = await leesGemeentenamen(tx);
        await req.spoor(tx, { handeling: 'exporteren', objectSoort: 'toetszitting' });
        return maakCsv(
          KOP,
          rijen.map((r) => csvRij(toonZitting(r, namen, () => false))),
        );
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="toetszittingen-${t.klok.vandaag()}.csv"`,
        )
        .send(csv);
    },
  );
}

function registreerDetail(app: App, t: Toepassing): void {
  app.get(
    '/v1/toetszittingen/:zittingId',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Eén zitting met de deelnemers van de eigen gemeenten',
        params: ZittingParams,
        response: { 200: ZittingDetail, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => toonDetail(req, tx, t, req.params.zittingId)),
  );
}
