import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import type { Tx } from '../../server/db/db.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { partnerVan } from './plan.beeld.routes.ts';
import { AfspraakVraag, DoelVraag, VastgelegdAntwoord } from './plan.schema.ts';
import {
  dagVan,
  huidig,
  keurGezien,
  keurLaag,
  neemZaak,
  schrijf,
  veldfout,
  type Zaak,
} from './zaak.routes.ts';

type Doel = z.output<typeof DoelVraag>;
type Afspraak = z.output<typeof AfspraakVraag>;

/**
 * Een andere staat is iets nieuws dat gebeurde; andere woorden bij dezelfde staat zijn een verbetering van wat er
 * stond, met de dag die het al had.
 */
function opvolging(oud: Feit | undefined, zelfdeStaat: boolean, { door }: Zaak) {
  if (!oud || !zelfdeStaat) return { geldigOp: door.vandaag };
  return { geldigOp: dagVan(oud, door), vervangt: oud.id };
}

async function legDoelVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const { vorige, bevestigd, doelId: gegeven, ...v } = req.body as Doel;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const oud = gegeven ? huidig(zaak, 'doel', (i) => i.doelId === gegeven) : undefined;
  if (gegeven || vorige) keurGezien(oud, vorige, 'dit doel');
  keurLaag(zaak, [v.nederlands], bevestigd ?? false);
  const doelId = gegeven ?? nieuwId();
  const { aandachtspunt, toelichting, ...rest } = v;
  const feit: NieuwFeit = {
    soort: 'doel',
    inhoud: {
      ...rest,
      doelId,
      // In het Nederlands zijn de eigen woorden meteen de tekst.
      ...(v.taal === 'nl' ? { nederlands: v.eigenWoorden } : {}),
      ...(aandachtspunt ? { aandachtspunt } : {}),
      ...(toelichting ? { toelichting } : {}),
    },
    bron: 'medewerker',
    ...opvolging(oud, oud?.inhoud.staat === v.staat, zaak),
  };
  return { feitId: await schrijf(req, tx, zaak, [feit]), id: doelId };
}

function keurAfspraak(zaak: Zaak, v: Afspraak, oud: Feit<'plan-afspraak'> | undefined): void {
  const { vandaag } = zaak.door;
  const andereDag = v.uiterlijk !== (oud?.inhoud.uiterlijk ?? null);
  if (v.staat === 'open' && v.uiterlijk && andereDag && v.uiterlijk < vandaag)
    throw veldfout('uiterlijk', 'dag-voorbij', 'Deze dag is al voorbij. Kies vandaag of later.');
  if (v.doelId && !huidig(zaak, 'doel', (i) => i.doelId === v.doelId))
    throw nietGevonden('Dit doel');
  if (v.wie.soort !== 'partner') return;
  const partner = v.wie.netwerkId ? partnerVan(zaak.l.g, v.wie.netwerkId) : undefined;
  const dezelfde = oud?.inhoud.wie.netwerkId === v.wie.netwerkId;
  if (!partner || (!dezelfde && partner.tot && partner.tot <= vandaag)) {
    throw veldfout('wie', 'geen-partner', 'Kies een partner die nu meehelpt in het netwerk.');
  }
}

/** De naam van een partner komt uit het netwerk, zodat hij overal hetzelfde heet. */
function wieVan(zaak: Zaak, { wie }: Afspraak) {
  const partner =
    wie.soort === 'partner' && wie.netwerkId ? partnerVan(zaak.l.g, wie.netwerkId) : undefined;
  return {
    soort: wie.soort,
    naam: partner?.naam ?? wie.naam,
    ...(partner ? { netwerkId: partner.netwerkId } : {}),
  };
}

async function legAfspraakVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const vraag = req.body as Afspraak;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const gegeven = vraag.planId;
  const oud = gegeven ? huidig(zaak, 'plan-afspraak', (i) => i.planId === gegeven) : undefined;
  if (gegeven || vraag.vorige) keurGezien(oud, vraag.vorige, 'deze afspraak');
  keurAfspraak(zaak, vraag, oud);
  keurLaag(zaak, [vraag.wat], vraag.bevestigd ?? false);
  const planId = gegeven ?? nieuwId();
  const feit: NieuwFeit = {
    soort: 'plan-afspraak',
    inhoud: {
      planId,
      leefgebied: vraag.leefgebied,
      wat: vraag.wat,
      wie: wieVan(zaak, vraag),
      grondslag: vraag.grondslag,
      staat: vraag.staat,
      ...(vraag.doelId ? { doelId: vraag.doelId } : {}),
      ...(vraag.uiterlijk ? { uiterlijk: vraag.uiterlijk as Datum } : {}),
      ...(vraag.toelichting ? { toelichting: vraag.toelichting } : {}),
    },
    bron: 'medewerker',
    // Een antwoord van een partner blijft staan als wat er gebeurde; wat de gemeente daarna zegt is nieuw.
    ...opvolging(oud, oud?.inhoud.staat === vraag.staat && !oud?.inhoud.antwoord, zaak),
  };
  return { feitId: await schrijf(req, tx, zaak, [feit]), id: planId };
}

/** Doelen en afspraken: laag twee van het plan, die zonder besluit mag veranderen. */
export const registreerLevend: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/plan/doelen',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Plan'],
        summary: 'Een doel vastleggen of bijstellen, in eigen woorden en in het Nederlands',
        params: DossierParams,
        body: DoelVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legDoelVast(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(antwoord);
    },
  );
  app.post(
    '/v1/dossiers/:dossierId/plan/afspraken',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Plan'],
        summary: 'Een afspraak vastleggen of bijstellen: wie doet wat, wanneer en waarop het rust',
        params: DossierParams,
        body: AfspraakVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legAfspraakVast(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(antwoord);
    },
  );
};
