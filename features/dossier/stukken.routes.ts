import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { pdfAntwoord } from '../../server/http/pdf.ts';
import { nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { antwoordInWoorden } from '../intake/antwoord.read.ts';
import { gebeurtenisInWoorden } from '../notificatie/gebeurtenis.read.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { LeefgebiedKeuze, OnderwerpKeuze } from './afdruk/afdruk.schema.ts';
import { zichtbareSoorten } from './delen.ts';
import {
  leesBerichtenIn,
  leesBerichtenUit,
  leesDocument,
  leesDocumenten,
  leesGemeentenamen,
  leesLogboek,
  leesSamengevoegd,
  overgenomenFeiten,
} from './dossier.read.ts';
import { gelezen } from './dossier.routes.ts';
import {
  BerichtenAntwoord,
  DocumentenAntwoord,
  LogboekAntwoord,
  TijdlijnAntwoord,
} from './dossier.schema.ts';
import type { Woorden } from './feittekst.ts';
import { type Bronnen, maakTijdlijn } from './tijdlijn.ts';

const Bladzijde = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(50),
});

/** Stukken met antwoorden uit de intake: alleen voor wie de intake mag lezen. */
const UIT_INTAKE: ReadonlySet<string> = new Set(['afweging']);

/** Tijdlijn, documenten, berichten met DUO en het logboek van één dossier. */
export const registreerStukken: Routes = (app, t) => {
  registreerTijdlijn(app, t);
  registreerDocumenten(app, t);
  registreerBerichten(app, t);
  registreerLogboek(app, t);
};

/** De woorden waarin codes en ids in de tijdlijn staan; ook een andere gemeente heet bij haar naam. */
async function leesWoorden(tx: Tx): Promise<Woorden> {
  const namen = await leesGemeentenamen(tx);
  return {
    gemeente: (code) => namen.get(code),
    antwoord: antwoordInWoorden,
    gebeurtenis: gebeurtenisInWoorden,
  };
}

/** Alles waaruit de tijdlijn ontstaat, voor wie dit dossier zo mag zien. */
export async function leesBronnen(
  req: FastifyRequest,
  tx: Tx,
  d: GevondenDossier,
  inzien: boolean,
): Promise<Bronnen> {
  return {
    feiten: await leesFeiten(tx, d),
    woorden: await leesWoorden(tx),
    zicht: zichtbareSoorten(req.gebruiker, d.gemeenteId),
    overgenomen: await overgenomenFeiten(tx, d),
    documenten: inzien ? await leesDocumenten(tx, d) : [],
    berichtenIn: inzien ? await leesBerichtenIn(tx, d) : [],
    berichtenUit: inzien ? await leesBerichtenUit(tx, d) : [],
    samengevoegd: inzien ? await leesSamengevoegd(tx, d) : [],
  };
}

const registreerTijdlijn: Routes = (app) => {
  app.get(
    '/v1/dossiers/:dossierId/tijdlijn',
    {
      config: { handeling: 'dossier.lezen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Alles wat in het dossier gebeurde, in zinnen; verbeteringen met wat er stond',
        params: DossierParams,
        querystring: Bladzijde.extend({
          onderwerp: OnderwerpKeuze.optional(),
          leefgebied: LeefgebiedKeuze.optional(),
        }),
        response: { 200: TijdlijnAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const inzien = mag(req.gebruiker, 'dossier.inzien', d.gemeenteId);
        await gelezen(req, tx, d, 'tijdlijn');
        const { page, pageSize, onderwerp, leefgebied } = req.query;
        const bronnen = await leesBronnen(req, tx, d, inzien);
        const alle = maakTijdlijn(bronnen, inzien, onderwerp, leefgebied);
        const items = alle.slice((page - 1) * pageSize, page * pageSize);
        return { items, totaal: alle.length, page, pageSize };
      }),
  );
};

const registreerDocumenten: Routes = (app) => {
  app.get(
    '/v1/dossiers/:dossierId/documenten',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'Brieven en andere documenten, zonder hun inhoud',
        params: DossierParams,
        response: { 200: DocumentenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, d, 'documenten');
        const intake = mag(req.gebruiker, 'intake.lezen', d.gemeenteId);
        const items = await leesDocumenten(tx, d);
        return { items: items.filter((i) => intake || !UIT_INTAKE.has(i.soort)) };
      }),
  );
  app.get(
    '/v1/dossiers/:dossierId/documenten/:documentId',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'Eén document',
        params: DossierParams.extend({ documentId: z.uuid() }),
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { documentId } = req.params;
      const document = await req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const gevonden = await leesDocument(tx, d, documentId);
        const intake = mag(req.gebruiker, 'intake.lezen', d.gemeenteId);
        if (!gevonden || (!intake && UIT_INTAKE.has(gevonden.soort))) {
          throw nietGevonden('Dit document');
        }
        const { gemeenteId, dossierId } = d;
        await req.spoor(tx, {
          handeling: 'lezen',
          objectSoort: 'document',
          objectId: documentId,
          dossierId,
          gemeenteId,
        });
        return gevonden;
      });
      // De naam van het bestand zegt niets over de persoon.
      const naam = `${document.soort}-${documentId.slice(-8)}.pdf`;
      return reply
        .header('content-disposition', `inline; filename="${naam}"`)
        .header('content-type', document.mediaType)
        .send(document.bestand);
    },
  );
};

const registreerBerichten: Routes = (app) => {
  app.get(
    '/v1/dossiers/:dossierId/berichten',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Dossier'],
        summary: 'Meldingen van en berichten aan DUO, met hun staat',
        params: DossierParams,
        response: { 200: BerichtenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, d, 'berichten');
        const binnen = await leesBerichtenIn(tx, d);
        return {
          in: binnen.map((b) => ({
            ...b,
            omschrijving: gebeurtenisInWoorden(b.gebeurtenisId) ?? null,
          })),
          uit: await leesBerichtenUit(tx, d),
        };
      }),
  );
};

const registreerLogboek: Routes = (app) => {
  app.get(
    '/v1/dossiers/:dossierId/logboek',
    {
      config: { handeling: 'logboek.lezen' },
      schema: {
        tags: ['Dossier'],
        summary: 'Wie dit dossier bekeek of wijzigde, wanneer en voor welke taak',
        params: DossierParams,
        querystring: Bladzijde,
        response: { 200: LogboekAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await gelezen(req, tx, d, 'logboek');
        const { page, pageSize } = req.query;
        const opgegaan = (await leesSamengevoegd(tx, d)).map((s) => s.dossierId);
        const ids = [d.dossierId, ...opgegaan];
        const { items, totaal } = await leesLogboek(tx, d.gemeenteId, ids, { page, pageSize });
        return {
          items: items.map((r) => ({ ...r, wie: r.medewerker ?? r.systeem ?? 'Meedoen' })),
          totaal,
          page,
          pageSize,
        };
      }),
  );
};
