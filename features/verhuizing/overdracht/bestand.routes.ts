import { z } from 'zod';
import type { Datum } from '../../../rules/shared/datum.ts';
import { pdfAntwoord } from '../../../server/http/pdf.ts';
import { problemen } from '../../../server/http/probleem.ts';
import { renderLetter } from '../../../server/letters.ts';
import type { App, Routes } from '../../../server/toepassing.ts';
import { alsTekst, neemPakket, noteerUitvoer, Params } from '../zaak.routes.ts';
import { DELEN, zinVan } from './pakket.delen.ts';
import type { Pakket } from './pakket.schema.ts';

const tags = ['Verhuizing'];
const SJABLOON = 'features/verhuizing/overdracht/overdracht.typ';
const KLEUR = '#0b5560';

/** Het pakket als bestand: om in te lezen, en om te lezen. */
export const registreerBestand: Routes = (app) => {
  ophalen(app);
  alsPdf(app);
};

function ophalen(app: App): void {
  app.get(
    '/v1/verhuizingen/overdrachten/:overdrachtId/bestand',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Het pakket als JSON, volgens docs/overdracht.schema.json',
        params: Params,
        response: {
          200: {
            description: 'Het pakket',
            content: { 'application/json': { schema: z.string() } },
          },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const tekst = await req.inBereik(async (tx) => {
        const p = await neemPakket(req, tx, req.params.overdrachtId);
        await noteerUitvoer(req, tx, p);
        return alsTekst(p.inhoud);
      });
      return reply
        .header('content-type', 'application/json; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="overdracht-${req.params.overdrachtId}.json"`,
        )
        .serializer((x: unknown) => x as string)
        .send(tekst);
    },
  );
}

function alsPdf(app: App): void {
  app.get(
    '/v1/verhuizingen/overdrachten/:overdrachtId/pdf',
    {
      config: { handeling: 'verhuizing.behandelen' },
      schema: {
        tags,
        summary: 'Het pakket om te lezen, als PDF',
        params: Params,
        response: { 200: pdfAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const p = await req.inBereik(async (tx) => {
        const gevonden = await neemPakket(req, tx, req.params.overdrachtId);
        await noteerUitvoer(req, tx, gevonden);
        return gevonden;
      });
      const { pdf } = await renderLetter({
        template: SJABLOON,
        data: letterGegevens(p.inhoud, p.sha256),
        title: 'Overdracht van een dossier inburgering',
        lang: 'nl',
        standard: 'ua-1',
      });
      return reply
        .header('content-type', 'application/pdf')
        .header(
          'content-disposition',
          `inline; filename="overdracht-${req.params.overdrachtId}.pdf"`,
        )
        .send(pdf);
    },
  );
}

/** De gegevens van het sjabloon. */
function letterGegevens(p: Pakket, hash: string) {
  return {
    dagtekening: p.gemaaktOp.slice(0, 10) as Datum,
    gemeente: { naam: p.van.naam, stijl: { kleur: KLEUR } },
    naar: p.naar.naam,
    kenmerk: p.overdrachtId,
    hash,
    persoon: p.persoon,
    verzoek: {
      door: p.verzoek.door,
      op: p.verzoek.gedaanOp.slice(0, 10),
      tekst: p.verzoek.toelichting,
    },
    contact: [
      p.van.contact.naam,
      p.van.contact.functie,
      p.van.contact.telefoon,
      p.van.contact.email,
    ]
      .filter(Boolean)
      .join(', '),
    delen: p.delen.map((d) => ({
      naam: DELEN[d.deel].naam,
      doel: d.doel,
      grondslag: d.grondslag,
      ...(d.reden ? { reden: d.reden } : {}),
      zinnen: d.gegevens.map(zinVan),
    })),
  };
}
