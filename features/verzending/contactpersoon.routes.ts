import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../server/db/db.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { planVerzending } from '../../server/uitbox.ts';
import {
  Contactpersoon,
  ContactpersoonLijst,
  ContactpersoonWijziging,
  NakijkVraag,
} from './contactpersoon.schema.ts';
import { gekeurd, planGemeente } from './versturen/contactpersoon.jobs.ts';
import {
  type ContactpersoonRij,
  dossiersDieWachten,
  leesLijst,
  vindContactpersoon,
  type Wijziging,
  wijzigContactpersoon,
} from './versturen/contactpersoon.store.ts';
import { bezwarenTegenGegevens } from './versturen/gegevens.ts';

const params = z.object({ contactpersoonId: z.uuid() });

/** De contactpersonen die DUO van de gemeente kent: zien, verbeteren en nakijken. */
export function registreerContactpersonen(app: App, t: Toepassing): void {
  app.get(
    '/v1/contactpersonen',
    {
      config: { handeling: 'verzending.lezen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Contactpersonen zoals DUO ze kent, met wat er te doen is',
        response: { 200: ContactpersoonLijst, ...problemen },
      },
    },
    (req) => req.inBereik(async (tx) => ({ items: await leesLijst(tx) })),
  );
  app.put(
    '/v1/contactpersonen/:contactpersoonId',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'De gegevens van een contactpersoon verbeteren; DUO krijgt ze vanzelf',
        params,
        body: ContactpersoonWijziging,
        response: { 200: Contactpersoon, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const rij = await neem(tx, req.params.contactpersoonId);
        const bezwaren = bezwarenTegenGegevens(req.body);
        if (bezwaren.length > 0) {
          const redenen = bezwaren.map(({ veld, tekst }) => ({ code: `duo-${veld}`, veld, tekst }));
          throw geweigerd('DUO neemt deze gegevens niet aan.', redenen);
        }
        const nieuw = rij.duoId === null && rij.staat === 'geweigerd';
        const wijziging = {
          gegevens: req.body,
          foutteksten: [],
          ...(nieuw ? { staat: gekeurd(req.body).staat } : {}),
        };
        return bewaar(req, tx, t, rij, wijziging);
      }),
  );
  app.post(
    '/v1/contactpersonen/:contactpersoonId/_nagekeken',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Vastleggen of DUO een contactpersoon heeft na een melding zonder antwoord',
        params,
        body: NakijkVraag,
        response: { 200: Contactpersoon, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const rij = await neem(tx, req.params.contactpersoonId);
        if (rij.staat !== 'onzeker') {
          const tekst = 'Van deze contactpersoon is al bekend hoe het bij DUO staat.';
          throw geweigerd('Er is niets na te kijken.', [{ code: 'niet-onzeker', tekst }]);
        }
        return bewaar(req, tx, t, rij, naNakijken(rij, req.body));
      }),
  );
}

function naNakijken(rij: ContactpersoonRij, vraag: z.output<typeof NakijkVraag>): Wijziging {
  if (vraag.uitkomst === 'heeft-hem-niet') {
    return { ...gekeurd(rij.gegevens), berichtId: null, laatsteFout: null };
  }
  const bekend = { staat: 'bekend', duoId: vraag.nummer, laatsteFout: null } as const;
  return { ...bekend, foutteksten: [], bijDuo: null };
}

async function neem(tx: Tx, id: string): Promise<ContactpersoonRij> {
  const rij = await vindContactpersoon(tx, id);
  if (!rij) throw nietGevonden('Deze contactpersoon');
  return rij;
}

/** Bewaart en zet in gang wat erop wachtte. */
async function bewaar(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  rij: ContactpersoonRij,
  wijziging: Wijziging,
) {
  const { gemeenteId, id } = rij;
  await wijzigContactpersoon(tx, rij, wijziging, t.klok.nu());
  await planGemeente(tx, gemeenteId);
  for (const dossierId of await dossiersDieWachten(tx, gemeenteId, id)) {
    await planVerzending(tx, { gemeenteId, dossierId });
  }
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'contactpersoon',
    objectId: id,
    gemeenteId,
  });
  const [regel] = await leesLijst(tx, id);
  if (!regel) throw nietGevonden('Deze contactpersoon');
  return regel;
}
