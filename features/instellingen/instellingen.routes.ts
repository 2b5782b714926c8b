import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { planNaslag } from './instellingen.jobs.ts';
import { telInstellingen, zoekInstellingen } from './instellingen.read.ts';
import { BijwerkAntwoord, InstellingLijst, InstellingZoekVraag } from './instellingen.schema.ts';
import { leesStand, plaatsen } from './instellingen.store.ts';

/** Cursusinstellingen zoals DUO ze kent, met hun keurmerk. */
export const registreerInstellingen: Routes = (app) => {
  app.post(
    '/v1/instellingen/_zoek',
    {
      config: { handeling: 'dossier.lezen' },
      schema: {
        tags: ['Instellingen'],
        summary: 'Cursusinstellingen zoeken op naam, plaats en keurmerk',
        body: InstellingZoekVraag,
        response: { 200: InstellingLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...zoek } = req.body;
        return {
          items: await zoekInstellingen(tx, zoek, { page, pageSize }),
          totaal: await telInstellingen(tx, zoek),
          page,
          pageSize,
          plaatsen: await plaatsen(tx),
          stand: (await leesStand(tx, 'instellingen')) ?? null,
        };
      }),
  );
  app.post(
    '/v1/instellingen/_bijwerken',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Instellingen'],
        summary: 'De lijst van instellingen nu bij DUO ophalen',
        response: { 200: BijwerkAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        await planNaslag(tx);
        return { gepland: true };
      }),
  );
};
