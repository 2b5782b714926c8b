import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import { HANDELINGEN } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { Vervanging, VervangingenAntwoord, VervangingVerzoek } from './toewijzing.schema.ts';
import { leesKandidaten } from './toewijzing.store.ts';
import {
  leesMedewerker,
  leesVervanging,
  leesVervangingen,
  maakVervanging,
  overlappend,
  type VervangingRij,
  vergrendelVervangingen,
  wisVervanging,
} from './vervanging.store.ts';

type Verzoek = z.infer<typeof VervangingVerzoek>;

const HOOGSTENS_DAGEN = 366;

const isRegisseur = (req: FastifyRequest) =>
  req.gebruiker.rollen.some((r) => r.rol === 'regisseur');

const toon = (r: VervangingRij) => ({
  id: r.id,
  medewerker: { id: r.medewerkerId, naam: r.medewerker },
  vervanger: { id: r.vervangerId, naam: r.vervanger },
  van: r.van,
  totEnMet: plusDagen(r.tot, -1),
});

function ongeldig(name: string, reason: string): Probleem {
  return new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams: [{ name, code: 'ongeldig', reason }],
  });
}

/** Zichzelf mag iedereen laten vervangen; een collega van dezelfde organisatie alleen de regisseur. */
function keurMedewerker(
  req: FastifyRequest,
  medewerker: { id: string; organisatieId: string } | undefined,
): asserts medewerker {
  if (medewerker?.id === req.gebruiker.id) return;
  if (!isRegisseur(req)) {
    throw new Probleem(403, 'geen-recht', 'Alleen een regisseur regelt vervanging voor een ander.');
  }
  if (medewerker?.organisatieId !== req.gebruiker.organisatie.id) {
    throw nietGevonden('Deze medewerker');
  }
}

async function maak(req: FastifyRequest, tx: Tx, t: Toepassing, verzoek: Verzoek) {
  const [van, totEnMet] = [datum(verzoek.van), datum(verzoek.totEnMet)];
  const vandaag: Datum = t.klok.vandaag();
  if (totEnMet < van) throw ongeldig('totEnMet', 'De laatste dag ligt vóór de eerste.');
  if (totEnMet < vandaag) throw ongeldig('totEnMet', 'Deze periode is al voorbij.');
  if (van > plusDagen(vandaag, HOOGSTENS_DAGEN))
    throw ongeldig('van', 'Kies een dag binnen een jaar.');
  if (totEnMet > plusDagen(van, HOOGSTENS_DAGEN)) {
    throw ongeldig('totEnMet', 'Een vervanging duurt hoogstens een jaar.');
  }
  const medewerker = await leesMedewerker(tx, verzoek.medewerkerId ?? req.gebruiker.id);
  keurMedewerker(req, medewerker);
  if (verzoek.vervangerId === medewerker.id) {
    throw ongeldig('vervangerId', 'Kies iemand anders als vervanger.');
  }
  const eis = HANDELINGEN['dossier.toewijzen'];
  const kandidaten = await leesKandidaten(tx, req.gemeenten, eis, vandaag);
  if (!kandidaten.some((k) => k.id === verzoek.vervangerId)) {
    throw ongeldig('vervangerId', 'Deze medewerker werkt voor geen van uw gemeenten.');
  }
  const tot = plusDagen(totEnMet, 1);
  await vergrendelVervangingen(tx, medewerker.id);
  const bestaand = await overlappend(tx, medewerker.id, van, tot);
  if (bestaand) {
    const tekst = `In deze periode vervangt ${bestaand.vervanger} al. Verwijder die vervanging eerst.`;
    throw geweigerd('Deze periode overlapt.', [{ code: 'overlapt', tekst, veld: 'van' }]);
  }
  const id = nieuwId();
  await maakVervanging(tx, { ...verzoek, id, medewerkerId: medewerker.id, van, tot });
  await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'vervanging', objectId: id });
  const rij = await leesVervanging(tx, id);
  if (!rij) throw nietGevonden('Deze vervanging');
  return toon(rij);
}

const tags = ['Werkvoorraad'];

export const registreerVervanging: Routes = (app, t) => {
  app.get(
    '/v1/vervangingen',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags,
        summary:
          'Lopende en komende vervangingen van mij; voor een regisseur die van de organisatie',
        response: { 200: VervangingenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const organisatieId = isRegisseur(req) ? req.gebruiker.organisatie.id : undefined;
        const wie = { medewerkerId: req.gebruiker.id, ...(organisatieId ? { organisatieId } : {}) };
        return { items: (await leesVervangingen(tx, wie, t.klok.vandaag())).map(toon) };
      }),
  );

  app.post(
    '/v1/vervangingen',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags,
        summary: 'Iemand laten vervangen van de eerste tot en met de laatste dag',
        body: VervangingVerzoek,
        response: { 201: Vervanging, ...problemen },
      },
    },
    async (req, reply) =>
      reply
        .code(201)
        .send(await req.inBereik((tx) => eenmalig(req, tx, () => maak(req, tx, t, req.body)))),
  );

  app.delete(
    '/v1/vervangingen/:vervangingId',
    {
      config: { handeling: 'dossier.toewijzen' },
      schema: {
        tags,
        summary: 'Een vervanging verwijderen',
        params: z.object({ vervangingId: z.uuid() }),
        response: { 204: z.null(), ...problemen },
      },
    },
    async (req, reply) => {
      await req.inBereik(async (tx) => {
        const rij = await leesVervanging(tx, req.params.vervangingId);
        const eigen = rij?.medewerkerId === req.gebruiker.id;
        const vanTeam = isRegisseur(req) && rij?.organisatieId === req.gebruiker.organisatie.id;
        if (!rij || !(eigen || vanTeam)) throw nietGevonden('Deze vervanging');
        await wisVervanging(tx, rij.id);
        await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'vervanging', objectId: rij.id });
      });
      return reply.code(204).send(null);
    },
  );
};
