import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../server/db/db.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes } from '../../server/toepassing.ts';
import { Lijst, LijstenAntwoord, LijstVerzoek } from './lijst.schema.ts';
import { type LijstRij, leesLijsten, maakLijst, wijzigLijst, wisLijst } from './lijst.store.ts';

const MAX_LIJSTEN = 100;
const tags = ['Werkvoorraad'];
const Params = z.object({ lijstId: z.uuid() });

const toon = ({ medewerkerId, ...rij }: LijstRij, ik: string): Lijst => ({
  ...rij,
  eigen: medewerkerId === ik,
});

const alle = (req: FastifyRequest, tx: Tx) =>
  leesLijsten(tx, req.gebruiker.id, req.gebruiker.organisatie.id);

/** De zichtbare lijst; een gedeelde lijst van een ander is te zien en niet te wijzigen. */
async function eigenLijst(req: FastifyRequest, tx: Tx, id: string): Promise<LijstRij> {
  const lijst = (await alle(req, tx)).find((l) => l.id === id);
  if (!lijst) throw nietGevonden('Deze lijst');
  if (lijst.medewerkerId === req.gebruiker.id) return lijst;
  throw new Probleem(
    403,
    'geen-recht',
    `Deze lijst is van ${lijst.van}; bewaar haar onder een eigen naam.`,
  );
}

async function maak(req: FastifyRequest, tx: Tx, lijst: LijstVerzoek, nu: string): Promise<Lijst> {
  const eigen = (await alle(req, tx)).filter((l) => l.medewerkerId === req.gebruiker.id);
  if (eigen.length >= MAX_LIJSTEN) {
    throw geweigerd('U hebt al veel lijsten.', [
      {
        code: 'te-veel-lijsten',
        tekst: `Er passen ${MAX_LIJSTEN} lijsten. Verwijder er eerst een.`,
      },
    ]);
  }
  const id = nieuwId();
  await maakLijst(tx, id, req.gebruiker.id, lijst, nu);
  return { ...lijst, id, eigen: true, van: req.gebruiker.naam };
}

export const registreerLijsten: Routes = (app, t) => {
  app.get(
    '/v1/opgeslagen-lijsten',
    {
      config: { aangemeld: true },
      schema: {
        tags,
        summary: 'Mijn lijsten en de gedeelde van mijn organisatie',
        response: { 200: LijstenAntwoord, ...problemen },
      },
    },
    (req) =>
      t.db.zonderDossiers(async (tx) => ({
        items: (await alle(req, tx)).map((l) => toon(l, req.gebruiker.id)),
      })),
  );

  app.post(
    '/v1/opgeslagen-lijsten',
    {
      config: { aangemeld: true },
      schema: {
        tags,
        summary: 'Een lijst bewaren',
        body: LijstVerzoek,
        response: { 201: Lijst, ...problemen },
      },
    },
    async (req, reply) => {
      const nu = t.klok.nu();
      const lijst = await t.db.zonderDossiers((tx) =>
        eenmalig(req, tx, () => maak(req, tx, req.body, nu)),
      );
      return reply.code(201).send(lijst);
    },
  );
  registreerWijzigen(app, t);
};

const registreerWijzigen: Routes = (app, t) => {
  app.put(
    '/v1/opgeslagen-lijsten/:lijstId',
    {
      config: { aangemeld: true },
      schema: {
        tags,
        summary: 'Een eigen lijst vervangen',
        params: Params,
        body: LijstVerzoek,
        response: { 200: Lijst, ...problemen },
      },
    },
    (req) =>
      t.db.zonderDossiers(async (tx) => {
        const { id, van } = await eigenLijst(req, tx, req.params.lijstId);
        await wijzigLijst(tx, id, req.body);
        return { ...req.body, id, van, eigen: true };
      }),
  );

  app.delete(
    '/v1/opgeslagen-lijsten/:lijstId',
    {
      config: { aangemeld: true },
      schema: {
        tags,
        summary: 'Een eigen lijst verwijderen',
        params: Params,
        response: { 204: z.null(), ...problemen },
      },
    },
    async (req, reply) => {
      await t.db.zonderDossiers(async (tx) => {
        await wisLijst(tx, (await eigenLijst(req, tx, req.params.lijstId)).id);
      });
      return reply.code(204).send(null);
    },
  );
};
