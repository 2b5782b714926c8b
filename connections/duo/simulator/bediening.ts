import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { leesOpdracht } from '../../simulatie/storing.ts';
import type { Gedrag } from './gedrag.ts';
import { gedragOpdracht } from './gedrag.ts';
import type { Handelingen } from './handelingen.ts';
import { gebeurtenisOpdracht } from './handelingen.ts';
import { persoonOpdracht } from './persoon.ts';
import type { Ontvangen, Wereld } from './wereld.ts';

export type BedieningInstelling = {
  wereld: Wereld;
  gedrag: Gedrag;
  handelingen: Handelingen;
  vandaag: () => string;
  naBericht: () => void;
};

const gemeentenOpdracht = z.array(
  z.strictObject({ oin: z.string().length(20), gemeentecode: z.string().regex(/^\d{4}$/) }),
);

/** De bedieningskant onder `/simulator`: alleen voor demonstratie en proeven. */
export function bediening(app: FastifyInstance, instelling: BedieningInstelling): void {
  app.register(
    async (deel) => {
      vulling(deel, instelling);
      gebeurtenissen(deel, instelling);
      inzage(deel, instelling);
      deel.get('/gedrag', async () => instelling.gedrag);
      deel.put('/gedrag', async (request, reply) => {
        const opdracht = leesOpdracht(gedragOpdracht, request.body);
        if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
        Object.assign(instelling.gedrag, opdracht.waarde);
        return instelling.gedrag;
      });
    },
    { prefix: '/simulator' },
  );
}

function vulling(app: FastifyInstance, { wereld, vandaag }: BedieningInstelling): void {
  app.post('/gemeenten', async (request, reply) => {
    const opdracht = leesOpdracht(gemeentenOpdracht, request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    wereld.leg(opdracht.waarde.map((g) => ({ soort: 'gemeente', ...g })));
    return reply.code(201).send({ aantal: opdracht.waarde.length });
  });
  app.post('/personen', async (request, reply) => {
    const opdracht = leesOpdracht(z.array(persoonOpdracht), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    for (const persoon of opdracht.waarde) {
      wereld.leg([{ soort: 'persoon', persoon: wereld.metOpdracht(persoon, vandaag()) }]);
    }
    return reply.code(201).send({ aantal: opdracht.waarde.length });
  });
}

function gebeurtenissen(app: FastifyInstance, instelling: BedieningInstelling): void {
  const { handelingen, naBericht } = instelling;
  app.post('/gebeurtenissen', async (request, reply) => {
    const lijst = Array.isArray(request.body) ? request.body : [request.body];
    const opdracht = leesOpdracht(z.array(gebeurtenisOpdracht), lijst);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    const uitkomsten = opdracht.waarde.map((g) => handelingen.gebeurtenis(g));
    naBericht();
    const fouten = uitkomsten.flatMap((u) => ('fout' in u ? [u.fout] : []));
    const berichtIds = uitkomsten.flatMap((u) => ('berichtIds' in u ? u.berichtIds : []));
    return reply.code(fouten.length > 0 ? 409 : 201).send({ berichtIds, fouten });
  });
}

function inzage(app: FastifyInstance, { wereld }: BedieningInstelling): void {
  app.get('/ontvangen', async () => ({
    meldingen: wereld.ontvangen(),
    perPersoon: telPerPersoon(wereld.ontvangen()),
  }));
  app.get('/notificaties', async () => ({ notificaties: wereld.berichten() }));
}

function telPerPersoon(meldingen: readonly Ontvangen[]) {
  const tellingen = new Map<string, { bsn: string; ontvangen: number; aangenomen: number }>();
  for (const { bsn, status } of meldingen) {
    const telling = tellingen.get(bsn) ?? { bsn, ontvangen: 0, aangenomen: 0 };
    telling.ontvangen += 1;
    if (status < 300) telling.aangenomen += 1;
    tellingen.set(bsn, telling);
  }
  return [...tellingen.values()];
}
