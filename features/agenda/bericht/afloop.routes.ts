import { z } from 'zod';
import { zelfdeGeheim } from '../../../connections/notify/sleutel.ts';
import { meldTolkafloop } from '../../../server/bericht/tolkbericht.ts';
import { alleGemeenten } from '../../../server/dossier/gemeenten.ts';
import { Probleem, problemen } from '../../../server/http/probleem.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { neemAfloopOver } from './afloop.jobs.ts';
import { houdVast } from './bericht.store.ts';

/** Wat de dienst meldt; alleen onze referentie en de afloop worden gebruikt. */
const Afloop = z.object({
  reference: z.string().nullable(),
  status: z.string().max(60),
});

/** De berichtendienst meldt hoe een bericht afliep. Zij bewijst zich met het afgesproken geheim. */
export const registreerAfloop: Routes = (app, t) => {
  app.post(
    '/notify/v1/afloop',
    {
      config: { openbaar: true },
      schema: { hide: true, body: Afloop, response: { 204: z.null(), ...problemen } },
      preParsing: async (req) => {
        const geheim = t.berichten?.terugGeheim;
        const gegeven = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
        if (!geheim || !gegeven || !zelfdeGeheim(gegeven, geheim)) {
          throw new Probleem(401, 'niet-bewezen', 'Dit verzoek bewijst niet van wie het komt.');
        }
      },
    },
    async (req, reply) => {
      const id = z.uuid().safeParse(req.body.reference);
      if (id.success) {
        const gemeenten = await t.db.zonderDossiers(alleGemeenten);
        await t.db.forGemeenten({ gemeenten }, async (tx) => {
          const rij = await houdVast(tx, id.data);
          if (rij) await neemAfloopOver(tx, t, rij, req.body.status);
          else await meldTolkafloop(tx, id.data);
        });
      }
      return reply.code(204).send(null);
    },
  );
};
