import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { datum } from '../../../rules/shared/datum.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesBeleid } from '../../../server/dossier/beleid.ts';
import { type Cel, maakCsv } from '../../../server/http/csv.ts';
import { problemen } from '../../../server/http/probleem.ts';
import type { App, Toepassing } from '../../../server/toepassing.ts';
import { Jaaroverzicht, type JaarPersoon, JaarUitvoerVraag, JaarVraag } from '../jaar.schema.ts';
import { zoekInzetten } from './inzet.store.ts';
import { type Plan, perGemeente, perPersoon } from './jaar.ts';

const tags = ['Tolken'];
/** Meer boekingen heeft een regio in een jaar niet. */
const GRENS = 50_000;

/** Wat tolken in een jaar kostten, per gemeente en per persoon. */
export function registreerJaar(app: App, t: Toepassing): void {
  registreerOverzicht(app, t);
  registreerUitvoer(app, t);
}

async function leesJaar(
  tx: Tx,
  t: Toepassing,
  { jaar, gemeenteId }: { jaar: number; gemeenteId?: string | undefined },
): Promise<JaarPersoon[]> {
  const rijen = await zoekInzetten(
    tx,
    {
      van: datum(`${jaar}-01-01`),
      tot: datum(`${jaar + 1}-01-01`),
      ...(gemeenteId ? { gemeenteId } : {}),
    },
    GRENS,
  );
  const plan: Plan = new Map(
    await Promise.all(
      [...new Set(rijen.map((r) => r.gemeenteId))].map(async (id) => {
        const { tolkPlanbedragen } = await leesBeleid(tx, id, t.klok.vandaag());
        return [id, tolkPlanbedragen] as const;
      }),
    ),
  );
  return perPersoon(rijen, plan);
}

/** Het logboek noemt wie er op het scherm of in het bestand stond. */
async function spoor(
  req: FastifyRequest,
  tx: Tx,
  personen: readonly JaarPersoon[],
  handeling: 'zoeken' | 'exporteren',
): Promise<void> {
  for (const gemeenteId of new Set(personen.map((p) => p.gemeenteId))) {
    const dossierIds = personen.flatMap((p) => (p.gemeenteId === gemeenteId ? p.dossierId : []));
    await req.spoor(tx, { handeling, objectSoort: 'tolkkosten', gemeenteId, dossierIds });
  }
}

function registreerOverzicht(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/_jaar',
    {
      config: { handeling: 'tolk.lezen' },
      schema: {
        tags,
        summary: 'Kosten van tolken in een jaar, per gemeente en per persoon',
        body: JaarVraag,
        response: { 200: Jaaroverzicht, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, jaar, gemeenteId, zoek } = req.body;
        const alle = await leesJaar(tx, t, { jaar, gemeenteId });
        const gevonden = alle.filter(
          (p) => !zoek || p.naam.toLowerCase().includes(zoek.toLowerCase()),
        );
        const personen = gevonden.slice((page - 1) * pageSize, page * pageSize);
        await spoor(req, tx, personen, 'zoeken');
        return {
          jaar,
          regels: perGemeente(alle),
          personen,
          totaal: gevonden.length,
          page,
          pageSize,
        };
      }),
  );
}

const KOP = [
  'Gemeente',
  'Naam',
  'Doelgroep',
  'Keer',
  'Minuten',
  'Kosten in eurocenten',
  'Nog geboekt in eurocenten',
  'Planbedrag hele traject in eurocenten',
];

const csvRij = (p: JaarPersoon): Cel[] => [
  p.gemeente,
  p.naam,
  p.doelgroep,
  p.inzetten,
  p.minuten,
  p.kostenCent,
  p.geboektCent,
  p.planCent,
];

function registreerUitvoer(app: App, t: Toepassing): void {
  app.post(
    '/v1/tolkinzetten/_jaar/_exporteer',
    {
      config: { handeling: 'tolk.bewerken' },
      schema: {
        tags,
        summary: 'Kosten van tolken in een jaar per persoon, als CSV',
        body: JaarUitvoerVraag,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const personen = await leesJaar(tx, t, req.body);
        await spoor(req, tx, personen, 'exporteren');
        return maakCsv(KOP, personen.map(csvRij));
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="tolkkosten-${req.body.jaar}.csv"`)
        .send(csv);
    },
  );
}
