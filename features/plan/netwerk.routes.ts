import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { partnerVan } from './plan.beeld.routes.ts';
import {
  DelingParams,
  DelingVraag,
  NetwerkVraag,
  StopVraag,
  VastgelegdAntwoord,
} from './plan.schema.ts';
import { dagVan, huidig, keurGezien, neemZaak, schrijf, veldfout } from './zaak.routes.ts';

async function legPartnerVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const { vorige, ...v } = req.body as z.output<typeof NetwerkVraag>;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const oud = v.netwerkId ? huidig(zaak, 'netwerk', (i) => i.netwerkId === v.netwerkId) : undefined;
  if (v.netwerkId || vorige) keurGezien(oud, vorige, 'deze partner');
  if (v.tot && v.tot < v.vanaf)
    throw veldfout('tot', 'einde-voor-begin', 'Het einde ligt vóór het begin.');
  const netwerkId = v.netwerkId ?? nieuwId();
  const { organisatie, email, telefoon, tot, ...rest } = v;
  const feit: NieuwFeit = {
    soort: 'netwerk',
    inhoud: {
      ...rest,
      netwerkId,
      vanaf: v.vanaf as Datum,
      ...(organisatie ? { organisatie } : {}),
      ...(email ? { email } : {}),
      ...(telefoon ? { telefoon } : {}),
      ...(tot ? { tot: tot as Datum } : {}),
    },
    bron: 'medewerker',
    geldigOp: dagVan(oud, zaak.door),
    ...(oud ? { vervangt: oud.id } : {}),
  };
  return { feitId: await schrijf(req, tx, zaak, [feit]), id: netwerkId };
}

async function legDelingVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const { vorige, ...v } = req.body as z.output<typeof DelingVraag>;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const oud = v.delingId ? huidig(zaak, 'deling', (i) => i.delingId === v.delingId) : undefined;
  if (v.delingId || vorige) keurGezien(oud, vorige, 'wat met deze partner wordt gedeeld');
  const partner = partnerVan(zaak.l.g, v.netwerkId);
  if (!partner) throw nietGevonden('Deze partner');
  if (partner.tot && partner.tot <= zaak.door.vandaag) {
    throw geweigerd('Met deze partner wordt niet meer gedeeld.', [
      { code: 'partner-gestopt', tekst: `${partner.naam} helpt niet meer mee.` },
    ]);
  }
  const delingId = v.delingId ?? nieuwId();
  const feit: NieuwFeit = {
    soort: 'deling',
    inhoud: { ...v, delingId, vanaf: v.vanaf as Datum },
    bron: 'medewerker',
    // Wat eerder werd gedeeld blijft te zien: iets anders delen is geen verbetering maar een nieuwe keuze.
    geldigOp: zaak.door.vandaag,
  };
  return { feitId: await schrijf(req, tx, zaak, [feit]), id: delingId };
}

/**
 * Stopt het delen. Rust het op toestemming, dan mag de persoon die altijd intrekken (AVG art. 7 lid 3). Rust het op
 * een wettelijke taak, dan stopt het pas als het voor die taak niet meer nodig is; bezwaar maken kan (AVG art. 21).
 */
async function stopDeling(req: FastifyRequest, tx: Tx, t: Toepassing) {
  const { dossierId, delingId } = req.params as { dossierId: string; delingId: string };
  const { reden, vorige } = req.body as z.output<typeof StopVraag>;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const oud = huidig(zaak, 'deling', (i) => i.delingId === delingId);
  if (!oud) throw nietGevonden('Wat u wilt stoppen');
  keurGezien(oud, vorige, 'wat met deze partner wordt gedeeld');
  const { vandaag } = zaak.door;
  if (oud.inhoud.tot && oud.inhoud.tot <= vandaag) {
    throw geweigerd('Het delen is al gestopt.', [
      { code: 'al-gestopt', tekst: 'Er wordt met deze partner niets meer gedeeld.' },
    ]);
  }
  if (reden === 'verzoek' && oud.inhoud.grondslag === 'wettelijke-taak') {
    throw geweigerd('Dit delen rust niet op toestemming.', [
      {
        code: 'wettelijke-taak',
        tekst:
          'Het is nodig voor een taak in de wet. Leg uit waarom, en dat de persoon bezwaar kan maken. Is het niet meer nodig, kies dan die reden.',
      },
    ]);
  }
  const { tot: _, ...inhoud } = oud.inhoud;
  const feit: NieuwFeit = {
    soort: 'deling',
    inhoud: { ...inhoud, tot: inhoud.vanaf > vandaag ? inhoud.vanaf : vandaag },
    bron: reden === 'verzoek' ? 'inburgeraar' : 'medewerker',
    geldigOp: vandaag,
  };
  return { feitId: await schrijf(req, tx, zaak, [feit]), id: delingId };
}

const antwoord = { 201: VastgelegdAntwoord, ...problemen };
const config = { handeling: 'plan.bewerken' } as const;

/** Wie meehelpt, en wat wij met hem delen. */
export const registreerNetwerk: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/plan/netwerk',
    {
      config,
      schema: {
        tags: ['Plan'],
        summary: 'Een partner in het netwerk vastleggen, verbeteren of laten stoppen',
        params: DossierParams,
        body: NetwerkVraag,
        response: antwoord,
      },
    },
    async (req, reply) =>
      reply
        .code(201)
        .send(
          await req.inBereik((tx) =>
            eenmalig(req, tx, () => legPartnerVast(req, tx, t, req.params.dossierId)),
          ),
        ),
  );
  app.post(
    '/v1/dossiers/:dossierId/plan/delingen',
    {
      config,
      schema: {
        tags: ['Plan'],
        summary: 'Vastleggen wat met een partner wordt gedeeld, en waarop dat rust',
        params: DossierParams,
        body: DelingVraag,
        response: antwoord,
      },
    },
    async (req, reply) =>
      reply
        .code(201)
        .send(
          await req.inBereik((tx) =>
            eenmalig(req, tx, () => legDelingVast(req, tx, t, req.params.dossierId)),
          ),
        ),
  );
  app.post(
    '/v1/dossiers/:dossierId/plan/delingen/:delingId/_stop',
    {
      config,
      schema: {
        tags: ['Plan'],
        summary: 'Stoppen met delen, op verzoek van de persoon of omdat het niet meer nodig is',
        params: DelingParams,
        body: StopVraag,
        response: antwoord,
      },
    },
    async (req, reply) =>
      reply
        .code(201)
        .send(await req.inBereik((tx) => eenmalig(req, tx, () => stopDeling(req, tx, t)))),
  );
};
