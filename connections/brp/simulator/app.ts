import type { FastifyInstance, FastifyReply } from 'fastify';
import Fastify from 'fastify';
import { openJournaal } from '../../simulatie/journaal.ts';
import type { Storing } from '../../simulatie/storing.ts';
import { GEEN_STORING, speelStoringNa } from '../../simulatie/storing.ts';
import type { BrpRegel, BrpWijziging } from './bediening.ts';
import { bediening, pasToe } from './bediening.ts';
import { beperk } from './velden.ts';
import type { OngeldigeParameter, Vraag } from './vraag.ts';
import { keurVraag } from './vraag.ts';
import { vindPersonen } from './zoeken.ts';

export type BrpSimulatorOpties = {
  /** Bestand waarin de personen een herstart overleven. */
  journaal?: string;
};

const MAX_VULLING = 100_000_000;
const PAD = '/haalcentraal/api/brp/personen';
const HOOGSTENS_GEVONDEN = 10;

/**
 * Een nagespeelde BRP: bevragen op burgerservicenummer, en zoeken op naam of adres. Deelt geen code
 * met de client. Bediening onder `/simulator`.
 */
export function buildBrpSimulator(opties: BrpSimulatorOpties = {}): FastifyInstance {
  const journaal = openJournaal<BrpWijziging>(opties.journaal);
  const personen = new Map<string, BrpRegel>();
  const storing: Storing = { ...GEEN_STORING };
  const wereld = { personen, storing, tellers: { bevragingen: 0 } };
  for (const wijziging of journaal.eerder) pasToe(wereld, wijziging);
  const leg = (wijziging: BrpWijziging) => {
    journaal.schrijf(wijziging);
    pasToe(wereld, wijziging);
  };
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: MAX_VULLING });

  app.register(async (deel) => {
    speelStoringNa(deel, storing, () => leg({ storing: { status500: storing.status500 - 1 } }));
    deel.setErrorHandler(async (fout: { statusCode?: number }, _request, reply) => {
      const status = fout.statusCode === 415 ? 415 : 400;
      return meldProbleem(reply, status, 'Bad Request.', 'badRequest', []);
    });
    deel.post(PAD, async (request, reply) => {
      wereld.tellers.bevragingen += 1;
      const { vraag, fouten } = keurVraag(request.body);
      if (!vraag) {
        const titel = 'Een of meerdere parameters zijn niet correct.';
        return meldProbleem(reply, 400, titel, 'paramsValidation', fouten);
      }
      return beantwoord(reply, vraag, personen);
    });
  });

  app.register(async (deel) => bediening(deel, wereld, leg), { prefix: '/simulator' });
  return app;
}

function beantwoord(reply: FastifyReply, vraag: Vraag, personen: Map<string, BrpRegel>) {
  const gevonden =
    vraag.soort === 'raadpleeg'
      ? vraag.bsns.flatMap((bsn) => personen.get(bsn) ?? [])
      : vindPersonen(personen.values(), vraag.type, vraag.zoek);
  if (vraag.soort === 'zoek' && gevonden.length > HOOGSTENS_GEVONDEN) {
    return meldProbleem(reply, 400, 'Teveel zoekresultaten.', 'tooManyResults', []);
  }
  return { type: vraag.type, personen: gevonden.map((p) => beperk(p, vraag.velden)) };
}

function meldProbleem(
  reply: FastifyReply,
  status: number,
  title: string,
  code: string,
  invalidParams: OngeldigeParameter[],
) {
  const namen = invalidParams.map((p) => p.name).join(', ');
  return reply
    .code(status)
    .type('application/problem+json')
    .send({
      type: 'https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1',
      title,
      status,
      detail: namen ? `De foutieve parameter(s) zijn: ${namen}.` : title,
      instance: PAD,
      code,
      ...(invalidParams.length > 0 ? { invalidParams } : {}),
    });
}
