import type { FastifyRequest } from 'fastify';
import { type Datum, dagenTussen } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { lijstSporen } from '../../server/audit/lijst.ts';
import { mag } from '../../server/auth/rechten.ts';
import {
  type Afspraak,
  type Planner,
  planAfspraak,
  verzetAfspraak,
  vindAfspraak,
} from '../../server/bericht/afspraak.ts';
import { houdPlekVast } from '../../server/bericht/toetsplek.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten, vergrendel } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { Probleem, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { geboekteTolken } from '../tolken/tolken.read.ts';
import {
  AfspraakParams,
  Agenda,
  AgendaVraag,
  Gepland,
  Gewijzigd,
  HOOGSTENS_DAGEN,
  PlanVerzoek,
  VerzetVerzoek,
} from './agenda.schema.ts';
import { type AgendaRij, leesAgenda, leesCollegas } from './agenda.store.ts';
import { toonAfspraak } from './beeld.routes.ts';
import { berichtenVan } from './bericht/bericht.store.ts';

const tags = ['Agenda'];
/** Meer afspraken past in geen rooster. */
const HOOGSTENS = 1000;

const planner = (req: FastifyRequest, t: Toepassing): Planner => ({
  medewerkerId: req.gebruiker.id,
  nu: t.klok.nu(),
  vandaag: t.klok.vandaag(),
});

const INTAKE: ReadonlySet<string> = new Set(['intakegesprek', 'leerbaarheidstoets']);

/** Een intakegesprek of toets hoort bij wie de brede intake doet; wie niet komt, krijgt daar gevolgen van. */
const magSoort = (req: FastifyRequest, gemeenteId: string, soort: string): boolean =>
  mag(req.gebruiker, INTAKE.has(soort) ? 'intake.bewerken' : 'plan.bewerken', gemeenteId);

const geenRecht = (wat: string) =>
  new Probleem(403, 'geen-recht', `Een intakegesprek of toets ${wat}`);

/** Het dossier om in te schrijven, als de gebruiker dit soort afspraak mag plannen. */
async function openOmTePlannen(
  req: FastifyRequest,
  tx: Tx,
  dossierId: string,
  soort: string,
): Promise<GevondenDossier> {
  const dossier = await vindDossier(tx, dossierId);
  await vergrendel(tx, dossier);
  if (!magSoort(req, dossier.gemeenteId, soort)) {
    throw geenRecht('plant wie de brede intake doet. Kies een ander soort afspraak.');
  }
  return dossier;
}

/** Het dossier om in te schrijven, als de gebruiker deze afspraak mag wijzigen. @throws Probleem 403 of 404. */
export async function openAfspraak(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  { dossierId, afspraakId }: { dossierId: string; afspraakId: string },
): Promise<{ dossier: GevondenDossier; afspraak: Afspraak }> {
  const dossier = await vindDossier(tx, dossierId);
  await houdPlekVast(tx, dossier, afspraakId);
  await vergrendel(tx, dossier);
  const feiten = await leesFeiten(tx, dossier, ['afspraak']);
  const g = kiesGeldend(feiten, klokOp(t.klok.vandaag()));
  const { inhoud: afspraak } = vindAfspraak(g, afspraakId);
  if (!magSoort(req, dossier.gemeenteId, afspraak.soort)) {
    throw geenRecht('wijzigt wie de brede intake doet.');
  }
  return { dossier, afspraak };
}

async function spoor(req: FastifyRequest, tx: Tx, d: GevondenDossier, id: string): Promise<void> {
  const { gemeenteId, dossierId } = d;
  const wat = { handeling: 'wijzigen', objectSoort: 'afspraak', objectId: id } as const;
  await req.spoor(tx, { ...wat, dossierId, gemeenteId });
}

/** De afspraken met hun berichten en tolken, in de vorm van het scherm. */
export async function toonRijen(
  req: FastifyRequest,
  tx: Tx,
  rijen: readonly AgendaRij[],
  vandaag: string,
) {
  const ids = rijen.map((r) => r.inhoud.afspraakId);
  const tolken = new Map<string, { naam: string }>();
  for (const gemeenteId of new Set(rijen.map((r) => r.gemeenteId))) {
    for (const [id, tolk] of await geboekteTolken(tx, gemeenteId, ids)) tolken.set(id, tolk);
  }
  const erbij = {
    vandaag,
    berichten: await berichtenVan(tx, ids),
    tolken,
    mag: (gemeenteId: string, soort: string) => magSoort(req, gemeenteId, soort),
  };
  return rijen.map((r) => toonAfspraak(r, erbij));
}

/** De agenda lezen, en afspraken plannen en verzetten. */
export const registreerAgenda: Routes = (app, t) => {
  lezen(app, t);
  plannen(app, t);
  verzetten(app, t);
};

function lezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/agenda',
    {
      config: { handeling: 'agenda.lezen' },
      schema: {
        tags,
        summary: 'De afspraken van een periode, van uzelf, een collega of iedereen',
        querystring: AgendaVraag,
        response: { 200: Agenda, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { van, tot, ...keuze } = req.query;
        const dagen = dagenTussen(van as Datum, tot as Datum);
        if (dagen < 1 || dagen > HOOGSTENS_DAGEN) {
          const reden = `kies een periode van 1 tot ${HOOGSTENS_DAGEN} dagen`;
          throw new Probleem(400, 'ongeldige-invoer', `Deze periode kan niet: ${reden}.`, {
            invalidParams: [{ name: 'tot', code: 'ongeldig', reason: reden }],
          });
        }
        const vandaag = t.klok.vandaag();
        const rijen = await leesAgenda(tx, {
          ...keuze,
          van: van as Datum,
          tot: tot as Datum,
          hoogstens: HOOGSTENS + 1,
        });
        const getoond = rijen.slice(0, HOOGSTENS);
        await req.spoor(tx, lijstSporen({ handeling: 'lezen', objectSoort: 'agenda' }, getoond));
        return {
          vandaag,
          items: await toonRijen(req, tx, getoond, vandaag),
          afgekapt: rijen.length > HOOGSTENS,
          collegas: await leesCollegas(tx),
        };
      }),
  );
}

function plannen(app: App, t: Toepassing): void {
  app.post(
    '/v1/agenda/afspraken',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Een afspraak plannen; de persoon krijgt een uitnodiging',
        body: PlanVerzoek,
        response: { 201: Gepland, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { dossierId, bericht, tochPlannen, ...nieuw } = req.body;
          const dossier = await openOmTePlannen(req, tx, dossierId, nieuw.soort);
          const inhoud = { ...nieuw, datum: nieuw.datum as Datum };
          const keuze = { bericht, tochPlannen };
          const gepland = await planAfspraak(tx, dossier, inhoud, planner(req, t), keuze);
          await spoor(req, tx, dossier, gepland.feitId);
          return gepland;
        }),
      );
      return reply.code(201).send(gemaakt);
    },
  );
}

function verzetten(app: App, t: Toepassing): void {
  app.put(
    '/v1/agenda/afspraken/:dossierId/:afspraakId',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags,
        summary: 'Een afspraak verzetten; de persoon krijgt bericht',
        params: AfspraakParams,
        body: VerzetVerzoek,
        response: { 200: Gewijzigd, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { gezien, bericht, tochPlannen, ...nieuw } = req.body;
        const { dossier } = await openAfspraak(req, tx, t, req.params);
        const feitId = await verzetAfspraak(
          tx,
          dossier,
          {
            afspraakId: req.params.afspraakId,
            gezien,
            moment: { ...nieuw, datum: nieuw.datum as Datum },
          },
          planner(req, t),
          { bericht, tochPlannen },
        );
        await spoor(req, tx, dossier, feitId);
        return { feitId };
      }),
  );
}
