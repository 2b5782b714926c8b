import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Storing } from '../../simulatie/storing.ts';
import { GEEN_STORING, leesOpdracht, storingVorm } from '../../simulatie/storing.ts';

/** Een persoon in de vorm van de BRP zelf; alleen het BSN is verplicht. */
const persoonOpdracht = z.looseObject({ burgerservicenummer: z.string().regex(/^\d{9}$/) });
export type BrpRegel = z.output<typeof persoonOpdracht>;

/** Eén regel van het journaal: een hele persoon, of hoe de BRP zich gedraagt. */
export type BrpWijziging = BrpRegel | { storing: Partial<Storing> };

export type BrpWereld = {
  personen: Map<string, BrpRegel>;
  storing: Storing;
  tellers: { bevragingen: number };
};

/** Voert een wijziging door die in het journaal staat. */
export function pasToe({ personen, storing }: BrpWereld, wijziging: BrpWijziging): void {
  if ('burgerservicenummer' in wijziging) {
    const persoon = wijziging as BrpRegel;
    personen.set(persoon.burgerservicenummer, persoon);
  } else {
    Object.assign(storing, wijziging.storing);
  }
}

/** De bedieningskant: personen neerzetten en wijzigen, en de BRP traag of stuk maken. */
export function bediening(
  app: FastifyInstance,
  wereld: BrpWereld,
  leg: (wijziging: BrpWijziging) => void,
): void {
  app.get('/personen', async () => ({ personen: [...wereld.personen.values()].map(kort) }));
  app.post('/personen', async (request, reply) => {
    const opdracht = leesOpdracht(z.array(persoonOpdracht), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    for (const persoon of opdracht.waarde) leg(persoon);
    return reply.code(201).send({ aantal: opdracht.waarde.length });
  });
  // Zoals hierboven, maar wie er al is houdt wat niet wordt genoemd; `null` haalt een groep weg.
  app.post('/wijzigingen', async (request, reply) => {
    const opdracht = leesOpdracht(z.array(persoonOpdracht), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    for (const wijziging of opdracht.waarde) {
      const samen = { ...wereld.personen.get(wijziging.burgerservicenummer), ...wijziging };
      leg(Object.fromEntries(Object.entries(samen).filter(([, w]) => w !== null)) as BrpRegel);
    }
    return reply.code(201).send({ aantal: opdracht.waarde.length });
  });
  app.get('/tellers', async () => wereld.tellers);
  app.get('/gedrag', async () => wereld.storing);
  app.put('/gedrag', async (request, reply) => {
    const opdracht = leesOpdracht(z.strictObject(storingVorm).partial(), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    leg({ storing: opdracht.waarde as Partial<Storing> });
    return wereld.storing;
  });
  app.delete('/gedrag', async () => {
    leg({ storing: GEEN_STORING });
    return wereld.storing;
  });
}

function kort(persoon: BrpRegel) {
  const { burgerservicenummer, naam, overlijden, gemeenteVanInschrijving } = persoon;
  return { burgerservicenummer, naam, overlijden, gemeenteVanInschrijving };
}
