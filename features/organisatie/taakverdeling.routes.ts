import { z } from 'zod';
import { datum, plusDagen } from '../../rules/shared/datum.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import {
  type Taakverdeling,
  TaakverdelingAntwoord,
  TaakverdelingVerzoek,
} from './taakverdeling.schema.ts';
import {
  leesGemeente,
  leesOrganisaties,
  leesTaakverdeling,
  type Rij,
  vervangTaken,
} from './taakverdeling.store.ts';

const Params = z.object({ gemeenteId: z.uuid() });

const toon = (r: Rij) => ({ ...r, geldigTotEnMet: r.geldigTot && plusDagen(r.geldigTot, -1) });

async function antwoord(
  tx: Tx,
  t: Toepassing,
  gemeenteId: string,
  magWijzigen: boolean,
): Promise<Taakverdeling> {
  const gemeente = await leesGemeente(tx, gemeenteId);
  if (!gemeente) throw nietGevonden('Deze gemeente');
  const [rijen, organisaties] = [
    await leesTaakverdeling(tx, gemeenteId),
    await leesOrganisaties(tx),
  ];
  const voorbij = (r: Rij) => r.geldigTot !== null && r.geldigTot <= t.klok.vandaag();
  return {
    gemeente,
    regels: rijen.filter((r) => !voorbij(r)).map(toon),
    historie: rijen.filter(voorbij).map(toon),
    organisaties,
    magWijzigen,
  };
}

async function keur(
  tx: Tx,
  t: Toepassing,
  verzoek: z.infer<typeof TaakverdelingVerzoek>,
): Promise<void> {
  if (verzoek.geldigVanaf < t.klok.vandaag()) {
    throw geweigerd('De verdeling kan niet met terugwerkende kracht veranderen.', [
      { code: 'vanaf-verleden', tekst: 'Kies vandaag of een latere dag.', veld: 'geldigVanaf' },
    ]);
  }
  const taken = verzoek.regels.map((r) => r.taak);
  if (new Set(taken).size !== taken.length)
    throw new Probleem(400, 'dubbele-taak', 'Elke taak mag één keer voorkomen.');
  const bekend = new Set((await leesOrganisaties(tx)).map((o) => o.id));
  const onbekend = verzoek.regels.find((r) => !bekend.has(r.organisatieId));
  if (onbekend) {
    throw new Probleem(400, 'onbekende-organisatie', 'Een van de organisaties bestaat niet.', {
      invalidParams: [
        {
          name: `regels.${verzoek.regels.indexOf(onbekend)}.organisatieId`,
          code: 'onbekend',
          reason: 'deze organisatie bestaat niet',
        },
      ],
    });
  }
}

/** Beheer hoort bij de eigen organisatie te blijven, anders kan niemand hier de verdeling nog herstellen. */
function keurBeheer(verzoek: z.infer<typeof TaakverdelingVerzoek>, eigenOrganisatie: string): void {
  const beheer = verzoek.regels.find((r) => r.taak === 'beheer');
  if (beheer && beheer.organisatieId !== eigenOrganisatie) {
    throw geweigerd('Beheer kan niet op deze manier worden overgedragen.', [
      {
        code: 'beheer-kwijt',
        tekst:
          'Dan zou uw eigen organisatie de verdeling niet meer kunnen herstellen. Laat beheer bij uw organisatie, of laat de andere organisatie het overnemen.',
        veld: 'regels',
      },
    ]);
  }
}

export const registreerTaakverdeling: Routes = (app, t) => {
  app.get(
    '/v1/gemeenten/:gemeenteId/taakverdeling',
    {
      config: { handeling: 'taakverdeling.lezen' },
      schema: {
        tags: ['Taakverdeling'],
        summary: 'Wie welke taak uitvoert voor een gemeente',
        params: Params,
        response: { 200: TaakverdelingAntwoord, ...problemen },
      },
    },
    async (req) => {
      const { gemeenteId } = req.params;
      if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
      return t.db.zonderDossiers((tx) =>
        antwoord(tx, t, gemeenteId, mag(req.gebruiker, 'taakverdeling.wijzigen', gemeenteId)),
      );
    },
  );

  app.put(
    '/v1/gemeenten/:gemeenteId/taakverdeling',
    {
      config: { handeling: 'taakverdeling.wijzigen' },
      schema: {
        tags: ['Taakverdeling'],
        summary: 'De taakverdeling vaststellen vanaf een dag',
        params: Params,
        body: TaakverdelingVerzoek,
        response: { 200: TaakverdelingAntwoord, ...problemen },
      },
    },
    async (req) => {
      const { gemeenteId } = req.params;
      if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
      return t.db.zonderDossiers(async (tx) => {
        await keur(tx, t, req.body);
        keurBeheer(req.body, req.gebruiker.organisatie.id);
        const regels = req.body.regels.map((r) => ({ ...r, id: nieuwId() }));
        await vervangTaken(tx, gemeenteId, regels, datum(req.body.geldigVanaf));
        await req.spoor(tx, {
          handeling: 'wijzigen',
          objectSoort: 'taakverdeling',
          objectId: gemeenteId,
          gemeenteId,
        });
        return antwoord(tx, t, gemeenteId, true);
      });
    },
  );
};
