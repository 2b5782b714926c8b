import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { GesprekVraag, VastgelegdAntwoord } from './traject.schema.ts';
import { keurGezien, legVastEnMeld, neemZaak, type Zaak } from './zaak.routes.ts';

type Vraag = z.output<typeof GesprekVraag>;

/** Het gesprek dat wordt verbeterd; is het intussen gewijzigd, dan hoort men door wie. */
function teVerbeteren({ l, feiten }: Zaak, id: string) {
  const nu = l.g.alle('voortgangsgesprek').find((f) => f.id === id);
  if (nu) return nu;
  const opvolger = feiten.find((f) => f.vervangt === id && f.soort === 'voortgangsgesprek');
  if (opvolger) keurGezien(opvolger, id, 'dit gesprek');
  throw nietGevonden('Dit gesprek');
}

async function legGesprekVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const { op, onderwerp, afspraken, vorige } = req.body as Vraag;
  const zaak = await neemZaak(req, tx, t, dossierId);
  if (op > zaak.door.vandaag) {
    throw new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
      invalidParams: [
        { name: 'op', code: 'toekomst', reason: 'Een gesprek leggen we vast als het is gevoerd.' },
      ],
    });
  }
  const oud = vorige ? teVerbeteren(zaak, vorige) : undefined;
  const feit: NieuwFeit = {
    soort: 'voortgangsgesprek',
    inhoud: { op: op as Datum, onderwerp, ...(afspraken ? { afspraken } : {}) },
    geldigOp: op as Datum,
    bron: 'medewerker',
    ...(oud ? { vervangt: oud.id } : {}),
  };
  const { feitId } = await legVastEnMeld(req, tx, zaak, [feit], null);
  return { feitId, verzendingId: null };
}

/** Voortgangsgesprekken; zij gaan niet naar DUO. */
export const registreerGesprekken: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/traject/gesprekken',
    {
      config: { handeling: 'gesprek.vastleggen' },
      schema: {
        tags: ['Traject'],
        summary: 'Een voortgangsgesprek vastleggen of verbeteren',
        params: DossierParams,
        body: GesprekVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legGesprekVast(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(antwoord);
    },
  );
};
