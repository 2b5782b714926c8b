import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { Tx } from '../../../server/db/db.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import type { Routes, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { linkKanNiet, takenVan } from '../plan.beeld.routes.ts';
import type { Link } from '../plan.schema.ts';
import { neemZaak } from '../zaak.routes.ts';
import { IngetrokkenAntwoord, LinkAntwoord, LinkParams, LinkVraag } from './partner.schema.ts';
import { type Linkrij, leesLinks, maakLink, trekLinkIn } from './partnerlink.store.ts';

type Vraag = z.output<typeof LinkVraag>;

/** Hoe een link ervoor staat; wat als eerste waar is telt. */
export function linkStaat(rij: Linkrij, g: Geldend, vandaag: Datum): Link['staat'] {
  if (rij.ingetrokkenOp) return 'ingetrokken';
  if (rij.geblokkeerdOp) return 'geblokkeerd';
  if (vandaag >= rij.verlooptOp) return 'verlopen';
  return linkKanNiet(g, rij.netwerkId, vandaag) ? 'gestopt' : 'werkt';
}

/** De links van een dossier per partner. */
export async function linksPerPartner(
  tx: Tx,
  sleutel: { gemeenteId: string; dossierId: string },
  g: Geldend,
  vandaag: Datum,
): Promise<Map<string, Link[]>> {
  const rijen = await leesLinks(tx, sleutel);
  const beeld = (r: Linkrij): Link => ({
    linkId: r.id,
    planId: r.planId,
    staat: linkStaat(r, g, vandaag),
    totEnMet: plusDagen(r.verlooptOp, -1),
    gemaaktOp: r.gemaaktOp,
    gemaaktDoor: r.gemaaktDoor,
    laatstGebruikt: r.laatstGebruikt,
  });
  return new Map(
    [...Map.groupBy(rijen, (r) => r.netwerkId)].map(([id, groep]) => [id, groep.map(beeld)]),
  );
}

function keurLink(g: Geldend, { netwerkId, planId }: Vraag, vandaag: Datum): void {
  const kanNiet = linkKanNiet(g, netwerkId, vandaag);
  if (kanNiet) {
    throw geweigerd('Er kan nu geen link worden gemaakt.', [
      { code: 'niet-gedeeld', tekst: kanNiet },
    ]);
  }
  const taken = takenVan(g, netwerkId).filter((f) => !planId || f.inhoud.planId === planId);
  if (taken.length > 0) return;
  throw geweigerd('Er kan nu geen link worden gemaakt.', [
    { code: 'geen-afspraak', tekst: 'Deze partner heeft geen open afspraak om op te antwoorden.' },
  ]);
}

async function nieuweLink(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const vraag = req.body as Vraag;
  const { d, l, door } = await neemZaak(req, tx, t, dossierId);
  keurLink(l.g, vraag, door.vandaag);
  const verlooptOp = plusDagen(door.vandaag, vraag.dagen + 1);
  const sleutel = { gemeenteId: d.gemeenteId, dossierId: d.dossierId };
  const linkId = nieuwId();
  const { token, code } = await maakLink(tx, {
    ...sleutel,
    id: linkId,
    netwerkId: vraag.netwerkId,
    planId: vraag.planId,
    medewerkerId: req.gebruiker.id,
    nu: door.nu,
    verlooptOp,
  });
  await req.spoor(tx, {
    handeling: 'wijzigen',
    objectSoort: 'partnerlink',
    objectId: linkId,
    ...sleutel,
  });
  // De sleutel staat achter het hekje: dat deel stuurt een browser nooit naar een server, ook niet naar een logboek.
  return { linkId, adres: `/partner#${token}`, code, totEnMet: plusDagen(verlooptOp, -1) };
}

/** Links voor partners zonder account: maken en intrekken. */
export const registreerLinks: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/plan/links',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Plan'],
        summary: 'Een link maken waarmee een partner zonder account op zijn afspraken antwoordt',
        params: DossierParams,
        body: LinkVraag,
        response: { 201: LinkAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const { dossierId } = req.params;
      // Zonder `eenmalig`: een bewaard antwoord zou de sleutel en de code bewaren.
      return reply.code(201).send(await req.inBereik((tx) => nieuweLink(req, tx, t, dossierId)));
    },
  );
  app.post(
    '/v1/dossiers/:dossierId/plan/links/:linkId/_intrekken',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Plan'],
        summary: 'Een link meteen laten vervallen',
        params: LinkParams,
        response: { 200: IngetrokkenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { d, door } = await neemZaak(req, tx, t, req.params.dossierId);
          const { linkId } = req.params;
          const wie = { medewerkerId: req.gebruiker.id, nu: door.nu };
          if (!(await trekLinkIn(tx, d, linkId, wie))) throw nietGevonden('Deze link');
          await req.spoor(tx, {
            handeling: 'wijzigen',
            objectSoort: 'partnerlink',
            objectId: linkId,
            gemeenteId: d.gemeenteId,
            dossierId: d.dossierId,
          });
          return { linkId };
        }),
      ),
  );
};
