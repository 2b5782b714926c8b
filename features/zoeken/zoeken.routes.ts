import type { FastifyRequest } from 'fastify';
import { lijstSporen } from '../../server/audit/lijst.ts';
import { ontleedZoekvraag } from '../../server/dossier/zoeken/zoekvraag.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { kiesGemeenten } from './zoeken.read.ts';
import { InburgeraarsAntwoord, InburgeraarsVerzoek } from './zoeken.schema.ts';
import { type Inburgeraarsvraag, telInburgeraars, zoekInburgeraars } from './zoeken.store.ts';

const TEL_GRENS = 10_000;

function naarVraag(req: FastifyRequest, verzoek: InburgeraarsVerzoek): Inburgeraarsvraag {
  const { zoek, gemeenten, ...rest } = verzoek;
  return {
    ...rest,
    gemeenten: kiesGemeenten(req.gemeenten, req.gebruiker.gemeenten, gemeenten),
    ...(zoek ? { zoek: ontleedZoekvraag(zoek) } : {}),
  };
}

export const registreerZoeken: Routes = (app) => {
  app.post(
    '/v1/inburgeraars/_zoek',
    {
      config: { handeling: 'dossier.lezen' },
      schema: {
        tags: ['Inburgeraars'],
        summary: 'Inburgeraars zoeken op naam, BSN of V-nummer',
        body: InburgeraarsVerzoek,
        response: { 200: InburgeraarsAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const vraag = naarVraag(req, req.body);
        const items = await zoekInburgeraars(tx, vraag);
        const totaal = await telInburgeraars(tx, vraag, TEL_GRENS);
        const handeling = vraag.zoek ? 'zoeken' : 'lezen';
        await req.spoor(tx, lijstSporen({ handeling, objectSoort: 'inburgeraars' }, items));
        const { page, pageSize } = vraag;
        return { items, totaal, telGrens: TEL_GRENS, page, pageSize };
      }),
  );
};
