import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { leesOpdracht } from '../../../simulatie/storing.ts';
import { GEBEURTENISSEN } from '../gebeurtenis/catalogus.ts';
import type { Handelingen } from '../gebeurtenis/handelingen.ts';
import { gebeurtenisOpdracht } from '../gebeurtenis/handelingen.ts';
import type { Gedrag } from '../gedrag.ts';
import { GEWOON_GEDRAG, gedragOpdracht } from '../gedrag.ts';
import { losgemaakt } from '../keuring/uren.ts';
import { instelling, verlengingsgrond } from '../persoon/lijsten.ts';
import { persoonOpdracht } from '../persoon/persoon.ts';
import { gemeentecode } from '../persoon/vorm.ts';
import type { Wereld } from '../wereld.ts';
import { inzage } from './inzage.ts';

export type BedieningInstelling = {
  wereld: Wereld;
  handelingen: Handelingen;
  vandaag: () => string;
  naBericht: () => void;
};

const gemeentenOpdracht = z.array(z.strictObject({ oin: z.string().length(20), gemeentecode }));

/** De bedieningskant onder `/simulator`: alleen voor demonstratie en proeven. */
export function bediening(app: FastifyInstance, opties: BedieningInstelling): void {
  app.register(
    async (deel) => {
      vulling(deel, opties);
      personen(deel, opties);
      gebeurtenissen(deel, opties);
      inzage(deel, opties.wereld);
      gedrag(deel, opties.wereld);
    },
    { prefix: '/simulator' },
  );
}

function gedrag(app: FastifyInstance, wereld: Wereld): void {
  app.get('/gedrag', async () => wereld.gedrag);
  app.put('/gedrag', async (request, reply) => {
    const opdracht = leesOpdracht(gedragOpdracht, request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    wereld.leg([{ soort: 'gedrag', gedrag: opdracht.waarde as Partial<Gedrag> }]);
    return wereld.gedrag;
  });
  app.delete('/gedrag', async () => {
    wereld.leg([{ soort: 'gedrag', gedrag: GEWOON_GEDRAG }]);
    return wereld.gedrag;
  });
}

/** Een route die een hele lijst vervangt of aanvult. */
function vulling(app: FastifyInstance, { wereld }: BedieningInstelling): void {
  const neem = <S extends z.ZodType>(
    pad: string,
    vorm: S,
    leg: (waarden: z.output<S>[]) => void,
  ) => {
    app.post(pad, async (request, reply) => {
      const opdracht = leesOpdracht(z.array(vorm), request.body);
      if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
      leg(opdracht.waarde);
      return reply.code(201).send({ aantal: opdracht.waarde.length });
    });
  };
  neem('/gemeenten', gemeentenOpdracht.element, (waarden) =>
    wereld.leg(waarden.map((g) => ({ soort: 'gemeente', ...g }))),
  );
  neem('/instellingen', instelling, (instellingen) =>
    wereld.leg([{ soort: 'instellingen', instellingen }]),
  );
  neem('/verlengingsgronden', verlengingsgrond, (gronden) =>
    wereld.leg([{ soort: 'verlengingsgronden', gronden }]),
  );
}

function personen(app: FastifyInstance, { wereld, vandaag }: BedieningInstelling): void {
  app.post('/personen', async (request, reply) => {
    const opdracht = leesOpdracht(z.array(persoonOpdracht), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    for (const { uren, ...rest } of opdracht.waarde) {
      const met = uren ? { ...rest, uren: losgemaakt(uren) } : rest;
      wereld.leg([{ soort: 'persoon', persoon: wereld.metOpdracht(met, vandaag()) }]);
    }
    return reply.code(201).send({ aantal: opdracht.waarde.length });
  });
}

function gebeurtenissen(app: FastifyInstance, opties: BedieningInstelling): void {
  const { handelingen, naBericht } = opties;
  app.get('/gebeurtenissen', async () => ({ gebeurtenissen: GEBEURTENISSEN }));
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
