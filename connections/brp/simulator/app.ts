import type { FastifyInstance, FastifyReply } from 'fastify';
import Fastify from 'fastify';
import { z } from 'zod';
import type { Journaal } from '../../simulatie/journaal.ts';
import { openJournaal } from '../../simulatie/journaal.ts';
import type { Storing } from '../../simulatie/storing.ts';
import {
  GEEN_STORING,
  leesOpdracht,
  speelStoringNa,
  storingVorm,
} from '../../simulatie/storing.ts';
import { beperk, isVraagbaar } from './velden.ts';

export type BrpSimulatorOpties = {
  /** Bestand waarin de personen een herstart overleven. */
  journaal?: string;
};

/** Een persoon in de vorm van de BRP zelf; alleen het BSN is verplicht. */
const persoonOpdracht = z.looseObject({ burgerservicenummer: z.string().regex(/^\d{9}$/) });
type BrpRegel = z.output<typeof persoonOpdracht>;

type OngeldigeParameter = { name: string; code: string; reason: string };

const MAX_VULLING = 100_000_000;
const PAD = '/haalcentraal/api/brp/personen';

/**
 * Een nagespeelde BRP met alleen de bevraging op burgerservicenummer. Deelt geen code met de
 * client. Bediening onder `/simulator`.
 */
export function buildBrpSimulator(opties: BrpSimulatorOpties = {}): FastifyInstance {
  const journaal = openJournaal<BrpRegel>(opties.journaal);
  const personen = new Map(journaal.eerder.map((p) => [p.burgerservicenummer, p]));
  const storing: Storing = { ...GEEN_STORING };
  const tellers = { bevragingen: 0 };
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: MAX_VULLING });

  app.register(async (deel) => {
    speelStoringNa(deel, storing, () => {
      storing.status500 -= 1;
    });
    deel.setErrorHandler(async (fout: { statusCode?: number }, _request, reply) => {
      const status = fout.statusCode === 415 ? 415 : 400;
      return meldProbleem(reply, status, 'Bad Request.', 'badRequest', []);
    });
    deel.post(PAD, async (request, reply) => {
      tellers.bevragingen += 1;
      const { vraag, fouten } = keurVraag(request.body);
      if (!vraag) {
        const titel = 'Een of meerdere parameters zijn niet correct.';
        return meldProbleem(reply, 400, titel, 'paramsValidation', fouten);
      }
      const gevonden = vraag.bsns.flatMap((bsn) => personen.get(bsn) ?? []);
      return {
        type: 'RaadpleegMetBurgerservicenummer',
        personen: gevonden.map((p) => beperk(p, vraag.velden)),
      };
    });
  });

  app.register(async (deel) => bediening(deel, journaal, personen, storing, tellers), {
    prefix: '/simulator',
  });
  return app;
}

function bediening(
  app: FastifyInstance,
  journaal: Journaal<BrpRegel>,
  personen: Map<string, BrpRegel>,
  storing: Storing,
  tellers: { bevragingen: number },
): void {
  app.post('/personen', async (request, reply) => {
    const opdracht = leesOpdracht(z.array(persoonOpdracht), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    for (const persoon of opdracht.waarde) {
      journaal.schrijf(persoon);
      personen.set(persoon.burgerservicenummer, persoon);
    }
    return reply.code(201).send({ aantal: opdracht.waarde.length });
  });
  app.get('/tellers', async () => tellers);
  app.put('/gedrag', async (request, reply) => {
    const opdracht = leesOpdracht(z.strictObject(storingVorm).partial(), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    return Object.assign(storing, opdracht.waarde);
  });
}

function keurVraag(inhoud: unknown): {
  vraag?: { bsns: string[]; velden: string[] };
  fouten: OngeldigeParameter[];
} {
  const vraag = (typeof inhoud === 'object' && inhoud !== null ? inhoud : {}) as {
    type?: unknown;
    burgerservicenummer?: unknown;
    fields?: unknown;
  };
  if (vraag.type !== 'RaadpleegMetBurgerservicenummer') {
    const reason = 'Waarde is geen geldig zoek type.';
    return { fouten: [{ name: 'type', code: 'value', reason }] };
  }
  const fouten = [
    ...keurLijst('burgerservicenummer', vraag.burgerservicenummer, 20, (w) =>
      /^\d{9}$/.test(w) ? undefined : ['pattern', 'Waarde voldoet niet aan patroon ^[0-9]{9}$.'],
    ),
    ...keurLijst('fields', vraag.fields, 130, (w) =>
      isVraagbaar(w) ? undefined : ['fields', 'Parameter bevat een niet bestaande veldnaam.'],
    ),
  ];
  if (fouten.length > 0) return { fouten };
  return {
    vraag: { bsns: vraag.burgerservicenummer as string[], velden: vraag.fields as string[] },
    fouten,
  };
}

function keurLijst(
  name: string,
  waarde: unknown,
  hoogste: number,
  keur: (waarde: string) => [code: string, reason: string] | undefined,
): OngeldigeParameter[] {
  if (waarde === undefined) return [{ name, code: 'required', reason: 'Parameter is verplicht.' }];
  if (!Array.isArray(waarde)) return [{ name, code: 'array', reason: 'Parameter is geen array.' }];
  if (waarde.length === 0) {
    return [{ name, code: 'minItems', reason: 'Array bevat minder dan 1 items.' }];
  }
  if (waarde.length > hoogste) {
    return [{ name, code: 'maxItems', reason: `Array bevat meer dan ${hoogste} items.` }];
  }
  return waarde.flatMap((w, i) => {
    const fout = keur(String(w));
    return fout ? [{ name: `${name}[${i}]`, code: fout[0], reason: fout[1] }] : [];
  });
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
