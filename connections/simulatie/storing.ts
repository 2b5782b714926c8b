import { setTimeout as wacht } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { dobbelsteen } from './dobbelsteen.ts';

/** Storingen die elke simulator kan naspelen. */
export const storingVorm = {
  /** Milliseconden wachten vóór elk antwoord. */
  traag: z.number().int().min(0),
  /** Verbindingen meteen verbreken, alsof het systeem niet bestaat. */
  plat: z.boolean(),
  /** Zoveel volgende verzoeken krijgen 500. */
  status500: z.number().int().min(0),
  /** Dit deel van de verzoeken (0 tot 1) krijgt 503. */
  foutkans: z.number().min(0).max(1),
  /** Geslaagde antwoorden zijn afgebroken JSON. */
  misvormd: z.boolean(),
  /** Bij dit deel van de verzoeken gaat er iets willekeurigs mis; hetzelfde zaad geeft dezelfde reeks. */
  toeval: z.strictObject({ zaad: z.number().int(), kans: z.number().min(0).max(1) }).nullable(),
};

export type Storing = { [K in keyof typeof storingVorm]: z.output<(typeof storingVorm)[K]> };

export const GEEN_STORING: Storing = {
  traag: 0,
  plat: false,
  status500: 0,
  foutkans: 0,
  misvormd: false,
  toeval: null,
};

/** Zo lang hapert een willekeurig traag antwoord, in milliseconden. */
const HAPERING = 50;

type Ingreep = 'geen' | 'verbreek' | 'status500' | 'status503' | 'verlies';

/**
 * Laat alle routes van `app` de ingestelde storing naspelen.
 * @param naFout500 aangeroepen als een van de `status500` verzoeken is gebruikt.
 */
export function speelStoringNa(
  app: FastifyInstance,
  storing: Readonly<Storing>,
  naFout500: () => void,
): void {
  const gooi = dobbelsteen();
  const verloren = new WeakSet<FastifyRequest>();
  app.addHook('onRequest', async (request, reply) => {
    if (storing.traag > 0) await wacht(storing.traag, undefined, { ref: false });
    const ingreep = await kiesIngreep(storing, gooi, naFout500);
    if (ingreep === 'verbreek') return verbreek(request, reply);
    if (ingreep === 'verlies') verloren.add(request);
    if (ingreep === 'status500') await reply.code(500).send();
    if (ingreep === 'status503') await reply.code(503).send();
  });
  app.addHook('onSend', async (request, reply, inhoud: unknown) => {
    if (verloren.has(request)) request.raw.socket.destroy();
    return storing.misvormd && reply.statusCode === 200 ? '{"half":' : inhoud;
  });
}

/** Laat de verbinding wegvallen zonder antwoord. */
export function verbreek(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}

async function kiesIngreep(
  storing: Readonly<Storing>,
  gooi: (zaad: number) => number,
  naFout500: () => void,
): Promise<Ingreep> {
  if (storing.plat) return 'verbreek';
  if (storing.status500 > 0) {
    naFout500();
    return 'status500';
  }
  const { toeval, foutkans } = storing;
  if (foutkans > 0 && gooi(toeval?.zaad ?? 0) < foutkans) return 'status503';
  if (toeval === null || gooi(toeval.zaad) >= toeval.kans) return 'geen';
  return ramp(gooi(toeval.zaad));
}

async function ramp(worp: number): Promise<Ingreep> {
  const soorten = ['verbreek', 'status500', 'status503', 'verlies'] as const;
  const soort = soorten[Math.floor(worp * (soorten.length + 1))];
  if (soort) return soort;
  await wacht(HAPERING, undefined, { ref: false });
  return 'geen';
}

/** Vertaalt een afgekeurde opdracht op de bedieningskant naar een lijst van veldpaden. */
export function leesOpdracht<S extends z.ZodType>(
  schema: S,
  waarde: unknown,
): { goed: true; waarde: z.output<S> } | { goed: false; fouten: string[] } {
  const gelezen = schema.safeParse(waarde);
  if (gelezen.success) return { goed: true, waarde: gelezen.data };
  const fouten = gelezen.error.issues.map((i) => `${i.path.join('.') || 'opdracht'}: ${i.message}`);
  return { goed: false, fouten };
}
