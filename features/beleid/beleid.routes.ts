import { mag } from '../../server/auth/rechten.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { BeleidAntwoord, VerschilAntwoord, VerschilVraag } from './beleid.schema.ts';
import { leesBesluiten, leesGemeenten } from './beleid.store.ts';
import { vergelijk } from './beleid.tonen.ts';
import { BeleidParams, beleidVan, gemeenteVan } from './besluit.routes.ts';

/** Het beleid van een gemeente, en van meer gemeenten naast elkaar. */
export const registreerBeleid: Routes = (app, t) => {
  app.get(
    '/v1/gemeenten/:gemeenteId/beleid',
    {
      config: { handeling: 'beleid.lezen' },
      schema: {
        tags: ['Lokaal beleid'],
        summary: 'Het lokaal beleid van een gemeente: wat geldt, de standaard en de grens',
        params: BeleidParams,
        response: { 200: BeleidAntwoord, ...problemen },
      },
    },
    async (req) => {
      const gemeenteId = gemeenteVan(req);
      const magWijzigen = mag(req.gebruiker, 'beleid.wijzigen', gemeenteId);
      return req.inBereik((tx) => beleidVan(tx, gemeenteId, t.klok.vandaag(), magWijzigen));
    },
  );

  app.get(
    '/v1/beleid/verschillen',
    {
      config: { handeling: 'beleid.lezen' },
      schema: {
        tags: ['Lokaal beleid'],
        summary: 'Het beleid van gemeenten naast elkaar',
        querystring: VerschilVraag,
        response: { 200: VerschilAntwoord, ...problemen },
      },
    },
    async (req) =>
      req.inBereik(async (tx) => {
        const gemeenten = await leesGemeenten(tx, req.gemeenten);
        const besluiten = await leesBesluiten(tx, req.gemeenten);
        const rijen = vergelijk(gemeenten, besluiten, t.klok.vandaag());
        const alles = req.query.alles === 'true';
        return { gemeenten, rijen: alles ? rijen : rijen.filter((r) => r.verschilt) };
      }),
  );
};
