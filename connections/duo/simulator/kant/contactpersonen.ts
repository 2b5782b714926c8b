import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Persoon } from '../persoon/persoon.ts';
import type { Contactpersoon, Wijziging } from '../wereld.ts';
import type { MeldInstelling } from './ontvanger.ts';
import { foutlijst, legVastEnAntwoord, opgelegdeWeigering } from './ontvanger.ts';
import type { Afzender } from './toegang.ts';
import { leesAfzender, leesPersoon } from './toegang.ts';

const gegevens = z.object({
  naam: z
    .string()
    .max(100)
    .regex(/^[\s'‘.\p{L}\p{Pd}]{1,100}$/u),
  email: z.string().min(4).max(241),
  telefoonnummer: z
    .string()
    .min(3)
    .max(22)
    .regex(/^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$/),
});

type Verzoek = { request: FastifyRequest; reply: FastifyReply };
type Melding = {
  methode: 'POST' | 'PUT' | 'DELETE';
  pad: string;
  status: number;
  body: unknown;
  bsn?: string;
  contactpersoonId?: number;
  inhoud?: unknown;
  wijzigingen: () => Wijziging[];
};

const EEN = '/contactpersonen/{id}';
const KOPPELING = '/contactpersonen/{id}/personen/{bsn}';

/** Contactpersonen van een gemeente, en aan wie ze gekoppeld zijn. Niet te raadplegen. */
export function contactpersonen(app: FastifyInstance, instelling: MeldInstelling): void {
  app.post('/contactpersonen', async (request, reply) => {
    const afzender = leesAfzender(instelling, request, reply, 'contactpersoon');
    if (!afzender) return reply;
    const gelezen = gegevens.safeParse(request.body);
    if (!gelezen.success) return reply.code(400).send();
    const id = instelling.wereld.volgendContactnummer();
    return rondAf(instelling, { request, reply }, afzender, {
      methode: 'POST',
      pad: '/contactpersonen',
      status: 201,
      body: gelezen.data,
      inhoud: { id, contactpersoongegevens: gelezen.data },
      wijzigingen: () => [nieuw(id, afzender, gelezen.data)],
    });
  });
  app.put('/contactpersonen/:id', async (request, reply) => {
    const bekend = leesBekende(instelling, { request, reply });
    if (!bekend) return reply;
    const gelezen = gegevens.safeParse(request.body);
    if (!gelezen.success) return reply.code(400).send();
    const { id } = bekend.contactpersoon;
    return rondAf(instelling, { request, reply }, bekend.afzender, {
      methode: 'PUT',
      pad: EEN,
      status: 200,
      body: gelezen.data,
      contactpersoonId: id,
      wijzigingen: () => [nieuw(id, bekend.afzender, gelezen.data)],
    });
  });
  app.delete('/contactpersonen/:id', async (request, reply) => {
    const bekend = leesBekende(instelling, { request, reply });
    if (!bekend) return reply;
    const { id } = bekend.contactpersoon;
    return rondAf(instelling, { request, reply }, bekend.afzender, {
      methode: 'DELETE',
      pad: EEN,
      status: 200,
      body: null,
      contactpersoonId: id,
      wijzigingen: () => [
        { soort: 'contactpersoon-weg', id },
        ...instelling.wereld
          .personen()
          .filter((p) => p.contactpersoon === id)
          .map(zonderContactpersoon),
      ],
    });
  });
  koppelingen(app, instelling);
}

function koppelingen(app: FastifyInstance, instelling: MeldInstelling): void {
  app.post('/contactpersonen/:id/personen/:bsn', async (request, reply) => {
    const koppeling = leesKoppeling(instelling, { request, reply });
    if (!koppeling) return reply;
    const { afzender, contactpersoon, persoon, bsn } = koppeling;
    return rondAf(instelling, { request, reply }, afzender, {
      methode: 'POST',
      pad: KOPPELING,
      status: 201,
      body: null,
      bsn,
      contactpersoonId: contactpersoon.id,
      wijzigingen: () => [
        { soort: 'persoon', persoon: { ...persoon, contactpersoon: contactpersoon.id } },
      ],
    });
  });
  app.delete('/contactpersonen/:id/personen/:bsn', async (request, reply) => {
    const koppeling = leesKoppeling(instelling, { request, reply });
    if (!koppeling) return reply;
    const { afzender, contactpersoon, persoon, bsn } = koppeling;
    if (persoon.contactpersoon !== contactpersoon.id) return reply.code(404).send();
    return rondAf(instelling, { request, reply }, afzender, {
      methode: 'DELETE',
      pad: KOPPELING,
      status: 200,
      body: null,
      bsn,
      contactpersoonId: contactpersoon.id,
      wijzigingen: () => [zonderContactpersoon(persoon)],
    });
  });
}

function nieuw(
  id: number,
  { gemeentecode }: Afzender,
  waarden: Contactpersoon['gegevens'],
): Wijziging {
  return { soort: 'contactpersoon', contactpersoon: { id, gemeentecode, gegevens: waarden } };
}

function zonderContactpersoon(persoon: Persoon): Wijziging {
  const { contactpersoon: _, ...rest } = persoon;
  return { soort: 'persoon', persoon: rest };
}

/** De contactpersoon uit het pad, als die van de afzender is. */
function leesBekende(instelling: MeldInstelling, { request, reply }: Verzoek) {
  const afzender = leesAfzender(instelling, request, reply, 'contactpersoon');
  if (!afzender) return undefined;
  const { id } = request.params as { id: string };
  const contactpersoon = instelling.wereld.contactpersoon(Number(id));
  if (!/^\d{1,5}$/.test(id) || contactpersoon?.gemeentecode !== afzender.gemeentecode) {
    reply.code(weigerStatus(id, contactpersoon)).send();
    return undefined;
  }
  return { afzender, contactpersoon };
}

function weigerStatus(id: string, contactpersoon: Contactpersoon | undefined): number {
  if (!/^\d{1,5}$/.test(id)) return 400;
  return contactpersoon ? 403 : 404;
}

function leesKoppeling(instelling: MeldInstelling, verzoek: Verzoek) {
  const bekend = leesBekende(instelling, verzoek);
  if (!bekend) return undefined;
  const params = verzoek.request.params as { bsn: string };
  const persoon = leesPersoon(instelling, params, bekend.afzender, verzoek.reply);
  return persoon && { ...bekend, persoon, bsn: params.bsn };
}

function rondAf(
  { wereld, vandaag, naMelding }: MeldInstelling,
  verzoek: Verzoek,
  { bron, berichtId }: Afzender,
  { status, inhoud, wijzigingen, ...melding }: Melding,
) {
  const opgelegd = opgelegdeWeigering(wereld.gedrag);
  const geweigerd = opgelegd.fouten.length > 0;
  const metTekst = melding.pad === '/contactpersonen' || melding.methode === 'PUT';
  const antwoord = legVastEnAntwoord(
    wereld,
    verzoek,
    { ...melding, bron, berichtId, op: vandaag() },
    {
      status: geweigerd ? 403 : status,
      foutteksten: opgelegd.fouten,
      ...(geweigerd ? (metTekst ? { inhoud: foutlijst(opgelegd.fouten) } : {}) : { inhoud }),
    },
    geweigerd ? opgelegd.wijzigingen : wijzigingen(),
  );
  naMelding();
  return antwoord;
}
