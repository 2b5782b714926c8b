import { z } from 'zod';
import { DELEN } from '../../rules/overzicht/wetsrijen.ts';
import { REGELS, regelMetId } from '../../rules/regels.ts';
import { bronnenVan } from '../../rules/shared/grondslag.ts';
import { jsonSchema } from '../../rules/shared/invoer.ts';
import { type Regel, toon } from '../../rules/shared/regel.ts';
import { nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import {
  RegelAntwoord,
  RegelDetail,
  RegelInvoer,
  type RegelKop,
  RegelsAntwoord,
} from './regels.schema.ts';

const Params = z.object({ regel: z.string().max(60) });
/** Een regel verandert alleen met een nieuwe versie van het programma. */
const BEWAREN = 'public, max-age=300';
/** Een onbekend veld kan de naam van een nummer hebben; dat komt niet in het antwoord terug. */
const NUMMER = /\d{9,10}/g;

/** Het deel van de wet waar het eerste onderwerp van de regel onder valt. */
function groepVan({ rijen }: Regel): string {
  return DELEN.find((deel) => deel.letter === rijen[0]?.[0])?.naam ?? 'Overig';
}

function kop(regel: Regel): RegelKop {
  const { id, titel, vraag, beschrijving, artikelen } = regel;
  return { id, groep: groepVan(regel), titel, vraag, beschrijving, artikelen: [...artikelen] };
}

function zoekRegel(id: string): Regel {
  const regel = regelMetId(id);
  if (!regel) throw nietGevonden('Deze regel');
  return regel;
}

function uitvoer(regel: Regel): Record<string, unknown> {
  const { properties = {}, ...rest } = z.toJSONSchema(RegelAntwoord, { unrepresentable: 'any' });
  const { waarde: _, ...zonderWaarde } = properties;
  const waarde = regel.waarde ? { waarde: jsonSchema(regel.waarde) } : {};
  return { ...rest, properties: { ...zonderWaarde, ...waarde } };
}

function detail(regel: Regel): RegelDetail {
  return {
    ...kop(regel),
    versieVolgt: regel.versieVolgt,
    gelezen: bronnenVan(regel.artikelen),
    invoer: jsonSchema(regel.velden),
    uitvoer: uitvoer(regel),
    voorbeelden: regel.voorbeelden.map(({ naam, invoer }) => ({
      naam,
      invoer,
      antwoord: beantwoord(regel, invoer),
    })),
  };
}

function beantwoord(regel: Regel, invoer: unknown): RegelAntwoord {
  const uit = regel.beantwoord(invoer);
  if ('antwoord' in uit) return toon(uit.antwoord);
  throw new Probleem(400, 'ongeldige-invoer', 'Een of meer feiten kloppen niet.', {
    invalidParams: uit.fouten.map((f) => ({
      name: f.veld.replace(NUMMER, '…'),
      code: 'ongeldig',
      reason: f.tekst,
    })),
  });
}

export const registreerRegels: Routes = (app) => {
  app.get(
    '/v1/regels',
    {
      config: { openbaar: true },
      schema: {
        tags: ['Regels'],
        summary: 'Alle regels van de Wet inburgering 2021 die Meedoen kent',
        response: { 200: RegelsAntwoord, ...problemen },
      },
    },
    async (_req, reply) => {
      reply.header('cache-control', BEWAREN);
      return { regels: REGELS.map(kop) };
    },
  );

  app.get(
    '/v1/regels/:regel',
    {
      config: { openbaar: true },
      schema: {
        tags: ['Regels'],
        summary: 'Eén regel: artikelen, versies, welke feiten zij vraagt, en voorbeelden',
        params: Params,
        response: { 200: RegelDetail, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = detail(zoekRegel(req.params.regel));
      reply.header('cache-control', BEWAREN);
      return antwoord;
    },
  );

  app.post(
    '/v1/regels/:regel',
    {
      config: { openbaar: true },
      schema: {
        tags: ['Regels'],
        summary: 'Een regel toepassen op feiten; het antwoord heeft zijn uitleg bij zich',
        description:
          'De feiten worden niet bewaard en niet gelogd. Welke velden er zijn staat bij de regel (`invoer`). Ontbreekt een feit dat nodig is, dan is de uitkomst `onbekend`.',
        params: Params,
        body: RegelInvoer,
        response: { 200: RegelAntwoord, ...problemen },
      },
    },
    async (req) => beantwoord(zoekRegel(req.params.regel), req.body),
  );
};
