import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Aandachtspunt,
  aandachtInCijfers,
  aandachtInIntake,
} from '../../rules/begeleiding/aandachtspunten.ts';
import { LEEFGEBIEDEN } from '../../rules/brede-intake/onderdelen.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { laatsteScores } from '../meting/cijfers.read.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { type Taal, TaalSchema, TEKSTSTATEN } from '../shared/talen.schema.ts';
import { SUGGESTIES, type SuggestieSleutel } from './keuzes.schema.ts';
import { type Suggesties, SuggestiesAntwoord } from './plan.schema.ts';
import { PLANTEKSTEN, staatVan } from './teksten/plantekst.ts';
import { leesZaak, type Zaak } from './zaak.routes.ts';

const SLEUTELS = Object.keys(SUGGESTIES) as SuggestieSleutel[];
const GEBIEDEN = Object.keys(LEEFGEBIEDEN);

/** Alleen waar deze gebruiker zelf bij mag: zonder het recht geen reden, en dus ook geen andere volgorde. */
async function aandacht(req: FastifyRequest, tx: Tx, { d, l }: Zaak): Promise<Aandachtspunt[]> {
  const { gemeenteId, dossierId } = d;
  const uitIntake = mag(req.gebruiker, 'intake.lezen', gemeenteId) ? aandachtInIntake(l.g) : [];
  if (!mag(req.gebruiker, 'meting.bewerken', gemeenteId)) return uitIntake;
  const scores = await laatsteScores(tx, d);
  if (scores.length === 0) return uitIntake;
  await req.spoor(tx, { handeling: 'lezen', objectSoort: 'meting', dossierId, gemeenteId });
  return [...uitIntake, ...aandachtInCijfers(scores)];
}

/** Eerst wat ergens uit volgt, dan de rest van die leefgebieden, dan de andere; verder per leefgebied. */
function opVolgorde(punten: readonly Aandachtspunt[]): SuggestieSleutel[] {
  const onderwerpen = new Set<string>(punten.map((p) => p.onderwerp));
  const gebieden = new Set(punten.map((p) => SUGGESTIES[p.onderwerp].leefgebied));
  const groep = (s: SuggestieSleutel) => {
    if (onderwerpen.has(s)) return 0;
    return gebieden.has(SUGGESTIES[s].leefgebied) ? 1 : 2;
  };
  const plek = (s: SuggestieSleutel) => GEBIEDEN.indexOf(SUGGESTIES[s].leefgebied);
  return SLEUTELS.toSorted((a, b) => groep(a) - groep(b) || plek(a) - plek(b));
}

function suggestiesIn(taal: Taal, punten: readonly Aandachtspunt[]): Suggesties {
  const staat = staatVan(taal);
  const omdat = (s: SuggestieSleutel) =>
    punten
      .filter((p) => p.onderwerp === s)
      .map((p) => p.omdat)
      .join(' en ');
  return {
    taal,
    staat: staat && TEKSTSTATEN[staat],
    items: opVolgorde(punten).map((sleutel) => ({
      sleutel,
      ...SUGGESTIES[sleutel],
      omdat: omdat(sleutel) || null,
      eigen: PLANTEKSTEN[taal].suggesties[sleutel],
      nederlands: PLANTEKSTEN.nl.suggesties[sleutel],
    })),
  };
}

/** Zinnen om een doel mee te kiezen; wat uit de intake volgt staat vooraan. */
export function registreerSuggesties(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/plan/suggesties',
    {
      config: { handeling: 'plan.bewerken', bijzonder: 'meting.bewerken' },
      schema: {
        tags: ['Plan'],
        summary: 'Zinnen om een doel mee te kiezen, met waarom zij bij deze intake passen',
        params: DossierParams,
        querystring: z.object({ taal: TaalSchema.default('nl') }),
        response: { 200: SuggestiesAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const zaak = await leesZaak(req, tx, t, req.params.dossierId);
        const { gemeenteId, dossierId } = zaak.d;
        await req.spoor(tx, { handeling: 'lezen', objectSoort: 'plan', dossierId, gemeenteId });
        return suggestiesIn(req.query.taal, await aandacht(req, tx, zaak));
      }),
  );
}
