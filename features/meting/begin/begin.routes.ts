import { digitaalAdvies } from '../../../rules/digitaal/digitaal-advies.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import type { Tx } from '../../../server/db/db.ts';
import { beginsituatieOp } from '../../../server/dossier/beginsituatie.ts';
import { type DossierSleutel, leesFeiten } from '../../../server/dossier/feiten.ts';
import { vindDossier } from '../../../server/dossier/vind.ts';
import { problemen } from '../../../server/http/probleem.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { beeldVan, type Vastgelegd, voorlopigBeeld } from './begin.read.ts';
import { BeginAntwoordSchema, DigitaalAntwoord } from './begin.schema.ts';
import { leesBeginsituaties } from './begin.store.ts';

const tags = ['Meting'];

async function bouw(tx: Tx, d: DossierSleutel, vandaag: Parameters<typeof voorlopigBeeld>[2]) {
  const feiten = await leesFeiten(tx, d);
  const nu = beginsituatieOp(feiten, vandaag);
  const vast: Vastgelegd[] = await leesBeginsituaties(tx, d);
  return {
    items: vast.map((v) => beeldVan(v, nu, feiten)),
    voorlopig: vast.length > 0 ? null : voorlopigBeeld(nu, feiten, vandaag),
  };
}

/** De beginsituatie bij elk PIP, en wat past bij iemands digitale vaardigheden. */
export const registreerBegin: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/beginsituatie',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Hoe iemand ervoor stond op de dagtekening van elk PIP, met ernaast hoe het nu is',
        params: DossierParams,
        response: { 200: BeginAntwoordSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        const objectSoort = 'beginsituatie';
        await req.spoor(tx, { handeling: 'lezen', objectSoort, dossierId, gemeenteId });
        return bouw(tx, d, t.klok.vandaag());
      }),
  );
  app.get(
    '/v1/dossiers/:dossierId/digitaal-advies',
    {
      config: { handeling: 'intake.lezen' },
      schema: {
        tags,
        summary: 'Welke vorm van brieven en lessen past bij wat iemand digitaal kan, en waarom',
        params: DossierParams,
        response: { 200: DigitaalAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        const objectSoort = 'digitaal-advies';
        await req.spoor(tx, { handeling: 'lezen', objectSoort, dossierId, gemeenteId });
        const feiten = await leesFeiten(tx, d, ['intake-antwoord']);
        const advies = digitaalAdvies(kiesGeldend(feiten, klokOp(t.klok.vandaag())));
        const { brieven, les, ontbreekt } = advies;
        return { brieven, les, ontbreekt };
      }),
  );
};
