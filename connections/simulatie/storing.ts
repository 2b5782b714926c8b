import { setTimeout as wacht } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** Storingen die elke simulator kan naspelen. */
export const storingVorm = {
  /** Milliseconden wachten vóór elk antwoord. */
  traag: z.number().int().min(0),
  /** Verbindingen meteen verbreken, alsof het systeem niet bestaat. */
  plat: z.boolean(),
  /** Zoveel volgende verzoeken krijgen 500. */
  status500: z.number().int().min(0),
  /** Geslaagde antwoorden zijn afgebroken JSON. */
  misvormd: z.boolean(),
};

export type Storing = { [K in keyof typeof storingVorm]: z.output<(typeof storingVorm)[K]> };

export const GEEN_STORING: Storing = { traag: 0, plat: false, status500: 0, misvormd: false };

/** Laat alle routes van `app` de ingestelde storing naspelen. */
export function speelStoringNa(app: FastifyInstance, storing: Storing): void {
  app.addHook('onRequest', async (request, reply) => {
    if (storing.traag > 0) await wacht(storing.traag, undefined, { ref: false });
    if (storing.plat) {
      reply.hijack();
      request.raw.socket.destroy();
      return;
    }
    if (storing.status500 > 0) {
      storing.status500 -= 1;
      await reply.code(500).send();
    }
  });
  app.addHook('onSend', async (_request, reply, inhoud: unknown) =>
    storing.misvormd && reply.statusCode === 200 ? '{"half":' : inhoud,
  );
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
