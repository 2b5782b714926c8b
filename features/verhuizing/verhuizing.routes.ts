import type { FastifyRequest } from 'fastify';
import type { Lezing } from '../../rules/stand/lezing.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { antwoordInWoorden } from '../intake/antwoord.read.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { hierheenVan, isKlaar, toonVerhuizing } from './beeld.ts';
import { registreerBestand } from './overdracht/bestand.routes.ts';
import { registreerInlezen } from './overdracht/inlezen.routes.ts';
import { registreerOntvangst } from './overdracht/ontvangst.routes.ts';
import { registreerOverdracht } from './overdracht/overdracht.routes.ts';
import { DELEN } from './overdracht/pakket.delen.ts';
import { tellingen } from './overdracht/pakket.maak.ts';
import { DEELNAMEN } from './overdracht/pakket.schema.ts';
import {
  DossierVerhuizing,
  type Verhuizing,
  VerhuizingLijst,
  VerhuizingZoekVraag,
} from './verhuizing.schema.ts';
import {
  type Gemeente,
  leesDossiers,
  leesGemeenten,
  leesVerhuizingen,
} from './verhuizing.store.ts';
import { registreerVerzoek } from './verzoek.routes.ts';
import { leesGeldend } from './zaak.routes.ts';

const tags = ['Verhuizing'];

/** Een dossier vragen, overdragen en ontvangen als iemand verhuist. */
export const registreerVerhuizing: Routes = (app, t) => {
  zoeken(app, t);
  dossier(app, t);
  registreerVerzoek(app, t);
  registreerOverdracht(app, t);
  registreerBestand(app, t);
  registreerInlezen(app, t);
  registreerOntvangst(app, t);
};

/** Alles over verhuizingen binnen deze gemeenten, wat het eerst af moet bovenaan. */
async function leesLijst(
  tx: Tx,
  t: Toepassing,
  gemeenten: readonly string[],
  dossierId?: string,
): Promise<Verhuizing[]> {
  const rijen = await leesVerhuizingen(tx, { gemeenten, ...(dossierId ? { dossierId } : {}) });
  const alle = await leesGemeenten(tx);
  const bekend = {
    gemeenten: new Map(alle.map((g) => [g.id, g])),
    dossiers: await leesDossiers(tx, [...new Set(rijen.flatMap((r) => r.dossierId ?? []))]),
    vandaag: t.klok.vandaag(),
  };
  const dag = (v: Verhuizing) => v.pipUiterlijk ?? '9999';
  return rijen
    .map((r) => toonVerhuizing(r, bekend))
    .sort(
      (a, b) =>
        Number(isKlaar(a)) - Number(isKlaar(b)) ||
        dag(a).localeCompare(dag(b)) ||
        a.sinds.localeCompare(b.sinds),
    );
}

function zoeken(app: App, t: Toepassing): void {
  app.post(
    '/v1/verhuizingen/_zoek',
    {
      config: { handeling: 'verhuizing.lezen' },
      schema: {
        tags,
        summary: 'Verzoeken en overdrachten bij verhuizingen',
        body: VerhuizingZoekVraag,
        response: { 200: VerhuizingLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, richting, gemeenteId, alles } = req.body;
        const gemeenten = gemeenteId
          ? req.gemeenten.filter((g) => g === gemeenteId)
          : req.gemeenten;
        const lijst = (await leesLijst(tx, t, gemeenten)).filter(
          (v) => (!richting || v.richting === richting) && (alles || !isKlaar(v)),
        );
        const items = lijst.slice((page - 1) * pageSize, page * pageSize);
        for (const g of new Set(items.map((i) => i.gemeenteId))) {
          const dossierIds = items.flatMap((i) => (i.gemeenteId === g ? (i.dossierId ?? []) : []));
          const spoor = { handeling: 'zoeken', objectSoort: 'verhuizing' } as const;
          await req.spoor(tx, { ...spoor, gemeenteId: g, dossierIds });
        }
        return { items, totaal: lijst.length, page, pageSize };
      }),
  );
}

/** De vorige gemeente, met hoe zij te bereiken is als zij ook hier werkt. */
function belgegevens(l: Lezing, gemeenten: readonly Gemeente[]) {
  const code = l.vorigePip?.inhoud.gemeentecode;
  if (!code) return null;
  const bekend = gemeenten.find((g) => g.code === code);
  return {
    code,
    gemeente: bekend?.naam ?? `gemeente ${code}`,
    telefoon: bekend?.stijl.telefoon ?? null,
    email: bekend?.stijl.email ?? null,
  };
}

function dossier(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/verhuizing',
    {
      config: { handeling: 'verhuizing.lezen' },
      schema: {
        tags,
        summary: 'Wat bij een verhuizing van deze persoon geldt, mist en loopt',
        params: DossierParams,
        response: { 200: DossierVerhuizing, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => toonDossier(req, tx, t, req.params.dossierId)),
  );
}

async function toonDossier(req: FastifyRequest, tx: Tx, t: Toepassing, id: string) {
  const k = await vindDossier(tx, id);
  const { g, l } = await leesGeldend(tx, t, k);
  const gemeenten = await leesGemeenten(tx);
  const aantallen = tellingen(g, antwoordInWoorden);
  const { gemeenteId, dossierId } = k;
  await req.spoor(tx, { handeling: 'lezen', objectSoort: 'verhuizing', gemeenteId, dossierId });
  return {
    hierheen: hierheenVan(l, belgegevens(l, gemeenten)),
    lopend: await leesLijst(tx, t, [gemeenteId], dossierId),
    delen: DEELNAMEN.map((deel) => {
      const { naam, wat, doel, grondslag, soort } = DELEN[deel];
      return { deel, naam, wat, doel, grondslag, soort, aantal: aantallen[deel] };
    }),
    gemeenten: gemeenten
      .filter((x) => x.id !== gemeenteId)
      .map(({ code, naam }) => ({ code, naam })),
    mag: mag(req.gebruiker, 'verhuizing.behandelen', gemeenteId),
  };
}
