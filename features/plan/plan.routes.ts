import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import { type Handeling, mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesMedewerker } from '../../server/dossier/brief.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { registreerAanspreekpunt } from './aanspreekpunt.routes.ts';
import { registreerAfdruk } from './afdruk/afdruk.routes.ts';
import { doelenVan } from './doelen.read.ts';
import { registreerLevend } from './levend.routes.ts';
import { registreerNetwerk } from './netwerk.routes.ts';
import { linksPerPartner, registreerLinks } from './partner/link.routes.ts';
import { maakPlan } from './plan.beeld.routes.ts';
import { Dag, type Plan, PlanAntwoord, VerschilAntwoord } from './plan.schema.ts';
import { registreerSuggesties } from './suggesties.routes.ts';
import { verschilSinds } from './verschil.routes.ts';
import { leesZaak, type Zaak } from './zaak.routes.ts';

async function leesPlan(req: FastifyRequest, tx: Tx, zaak: Zaak): Promise<Plan> {
  const { d, l, door } = zaak;
  const kan = (h: Handeling) => mag(req.gebruiker, h, d.gemeenteId);
  const wie = d.klantmanagerId ? await leesMedewerker(tx, d.klantmanagerId) : undefined;
  return maakPlan(l, door.vandaag, {
    mag: {
      bewerken: kan('plan.bewerken'),
      pip: kan('pip.lezen'),
      afdrukken: kan('plan.bewerken'),
    },
    regievoerder:
      wie && d.klantmanagerId ? { medewerkerId: d.klantmanagerId, naam: wie.naam } : null,
    doelen: doelenVan(l.g),
    links: await linksPerPartner(tx, d, l.g, door.vandaag),
  });
}

async function gelezen(req: FastifyRequest, tx: Tx, { d }: Zaak): Promise<void> {
  const { gemeenteId, dossierId } = d;
  await req.spoor(tx, { handeling: 'lezen', objectSoort: 'plan', dossierId, gemeenteId });
}

/** Het plan van één dossier: wat vaststaat, en wat elke dag mag veranderen. */
export const registreerPlan: Routes = (app, t: Toepassing) => {
  app.get(
    '/v1/dossiers/:dossierId/plan',
    {
      config: { handeling: 'plan.lezen' },
      schema: {
        tags: ['Plan'],
        summary: 'Het plan in twee lagen, met netwerk, delen, aanspreekpunten en links',
        params: DossierParams,
        response: { 200: PlanAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesZaak(req, tx, t, req.params.dossierId);
        await gelezen(req, tx, zaak);
        return leesPlan(req, tx, zaak);
      }),
  );
  app.get(
    '/v1/dossiers/:dossierId/plan/verschil',
    {
      config: { handeling: 'plan.lezen' },
      schema: {
        tags: ['Plan'],
        summary: 'Wat er veranderde sinds het laatste gesprek of een gekozen dag',
        params: DossierParams,
        querystring: z.object({ sinds: Dag.optional() }),
        response: { 200: VerschilAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesZaak(req, tx, t, req.params.dossierId);
        await gelezen(req, tx, zaak);
        return verschilSinds(zaak, req.query.sinds as Datum | undefined);
      }),
  );
  registreerSuggesties(app, t);
  registreerLevend(app, t);
  registreerNetwerk(app, t);
  registreerAanspreekpunt(app, t);
  registreerLinks(app, t);
  registreerAfdruk(app, t);
};
