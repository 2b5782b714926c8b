import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { meetmomenten } from '../../rules/begeleiding/meetmomenten.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../rules/stand/geldend.ts';
import { mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesFeiten, legVast, vergrendel } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { vastgesteldeTeksten } from '../brieven/teksten.read.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { TALEN, type Taal, taalVan } from '../shared/talen.schema.ts';
import { registreerBegin } from './begin/begin.routes.ts';
import { leesMetingen } from './cijfers.read.ts';
import { scoresVan, veranderingen } from './dimensies.schema.ts';
import {
  MetingAntwoord,
  type Metingen,
  MetingenAntwoord,
  MetingVerzoek,
  type Scores,
  ScoresAntwoord,
  VragenAntwoord,
  VragenVraag,
} from './meting.schema.ts';
import { bewaarMeting } from './meting.store.ts';
import { METING_TEKSTEN } from './teksten.read.ts';

const tags = ['Meting'];
const MOMENTFEITEN = [
  'meting',
  'pip-vastgesteld',
  'pip-vorige-gemeente',
  'inburgeringstermijn',
  'taal',
] as const;

async function spoor(
  req: FastifyRequest,
  tx: Tx,
  { gemeenteId, dossierId }: GevondenDossier,
  handeling: 'lezen' | 'wijzigen',
  objectSoort: string,
  objectId = dossierId,
): Promise<void> {
  await req.spoor(tx, { handeling, objectSoort, objectId, dossierId, gemeenteId });
}

async function bouwMetingen(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  d: GevondenDossier,
): Promise<Metingen> {
  const vandaag = t.klok.vandaag();
  const klok = klokOp(vandaag);
  const g = kiesGeldend(await leesFeiten(tx, d, MOMENTFEITEN), klok);
  const taal = g.laatste('taal')?.inhoud;
  return {
    vandaag,
    metingen: g.alle('meting').map((f) => ({
      metingId: f.inhoud.metingId,
      moment: f.inhoud.moment,
      op: f.geldigOp,
      taal: f.inhoud.taal,
      door: f.door ?? null,
    })),
    momenten: meetmomenten(g, klok).map((m) => ({
      soort: m.soort,
      maanden: m.maanden ?? null,
      op: m.op ?? null,
      staat: m.staat,
      metingId: m.metingId ?? null,
      uitleg: m.uitleg ?? null,
    })),
    gesprekstaal: taal?.gesprekstaal ?? null,
    taal: taalVan(taal?.gesprekstaal) ?? null,
    tolkNodig: taal?.tolkNodig ?? false,
    mag: {
      meten: mag(req.gebruiker, 'meting.bewerken', d.gemeenteId),
      intake: mag(req.gebruiker, 'intake.lezen', d.gemeenteId),
    },
  };
}

async function bouwScores(tx: Tx, d: GevondenDossier): Promise<Scores> {
  const metingen = (await leesMetingen(tx, d)).map((m) => ({
    metingId: m.id,
    moment: m.moment,
    op: m.gemetenOp,
    taal: m.taal,
    hulp: m.hulp,
    door: m.door,
    scores: scoresVan(m.antwoorden),
  }));
  const [eerste, laatste] = [metingen[0], metingen.at(-1)];
  return {
    metingen,
    veranderingen:
      eerste && laatste && eerste !== laatste ? veranderingen(eerste.scores, laatste.scores) : [],
  };
}

type Verzoek = z.output<typeof MetingVerzoek>;

/** De meting die wordt verbeterd; verbeterde een ander haar al, dan hoort men door wie. */
function teVervangen(feiten: readonly Feit[], g: Geldend, metingId: string): Feit<'meting'> {
  const nu = g.alle('meting').find((f) => f.inhoud.metingId === metingId);
  if (nu) return nu;
  const oud = feiten.find((f) => f.soort === 'meting' && f.inhoud.metingId === metingId);
  const opvolger = oud && feiten.find((f) => f.vervangt === oud.id);
  if (!opvolger) throw nietGevonden('Deze meting');
  throw botsing({
    wie: opvolger.door ?? opvolger.bron,
    wanneer: opvolger.vastgelegdOp,
    wat: 'deze meting opnieuw gedaan',
  });
}

function keur(v: Verzoek, g: Geldend, oud: Feit<'meting'> | undefined): void {
  if (v.antwoorden.length === 0) {
    throw geweigerd('Er is niets om vast te leggen.', [
      {
        code: 'niets-beantwoord',
        tekst: 'Alle vragen zijn overgeslagen. Dat mag; er wordt dan niets opgeslagen.',
        veld: 'antwoorden',
      },
    ]);
  }
  const begin = g.alle('meting').find((f) => f.inhoud.moment === 'begin');
  if (v.moment === 'begin' && begin && begin.id !== oud?.id) {
    throw geweigerd('Er is al een meting bij het begin.', [
      {
        code: 'begin-bestaat',
        tekst: `Bij het begin is gemeten op ${begin.geldigOp}. Kies een ander moment, of doe die meting opnieuw.`,
        veld: 'moment',
      },
    ]);
  }
}

async function legMetingVast(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const v = req.body as Verzoek;
  const d = await vindDossier(tx, dossierId);
  await vergrendel(tx, d);
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, d, ['meting']);
  const g = kiesGeldend(feiten, klokOp(vandaag));
  const oud = v.vervangt ? teVervangen(feiten, g, v.vervangt) : undefined;
  keur(v, g, oud);
  const metingId = nieuwId();
  // Wie een meting van eerder verbetert, verplaatst haar niet naar vandaag.
  const gemetenOp = oud?.geldigOp ?? vandaag;
  const nu = t.klok.nu();
  await bewaarMeting(tx, d, {
    id: metingId,
    moment: v.moment,
    taal: v.taal,
    hulp: v.hulp,
    gemetenOp,
    antwoorden: Object.fromEntries(v.antwoorden.map((a) => [a.vraag, a.cijfer])),
    nu,
    medewerkerId: req.gebruiker.id,
    vervangt: v.vervangt,
  });
  await legVast(
    tx,
    d,
    [
      {
        soort: 'meting',
        inhoud: { metingId, moment: v.moment, taal: v.taal },
        geldigOp: gemetenOp,
        bron: 'inburgeraar',
        ...(oud ? { vervangt: oud.id } : {}),
      },
    ],
    { medewerkerId: req.gebruiker.id, nu, vandaag },
  );
  await spoor(req, tx, d, 'wijzigen', 'meting', metingId);
  return { metingId };
}

function registreerLezen(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/metingen',
    {
      config: { handeling: 'plan.lezen' },
      schema: {
        tags,
        summary:
          'Wanneer is gevraagd hoe het gaat, en wanneer het weer aan de beurt is; zonder cijfers',
        params: DossierParams,
        response: { 200: MetingenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await spoor(req, tx, d, 'lezen', 'metingen');
        return bouwMetingen(req, tx, t, d);
      }),
  );
  app.get(
    '/v1/dossiers/:dossierId/metingen/scores',
    {
      config: { handeling: 'meting.bewerken', bijzonder: 'meting.bewerken' },
      schema: {
        tags,
        summary:
          'De eigen cijfers per dimensie en wat er veranderde; alleen voor wie dat recht heeft',
        params: DossierParams,
        response: { 200: ScoresAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        await spoor(req, tx, d, 'lezen', 'meting');
        return bouwScores(tx, d);
      }),
  );
  registreerVragen(app);
}

function registreerVragen(app: App): void {
  app.get(
    '/v1/dossiers/:dossierId/metingen/vragen',
    {
      config: { handeling: 'meting.bewerken', bijzonder: 'meting.bewerken' },
      schema: {
        tags,
        summary:
          'De vragen in één taal, zoals deze gemeente ze gebruikt, met of een mens ze nakeek',
        params: DossierParams,
        querystring: VragenVraag,
        response: { 200: VragenAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { taal } = req.query;
        const { gemeenteId } = await vindDossier(tx, req.params.dossierId);
        const teksten = await vastgesteldeTeksten(tx, gemeenteId);
        const { id } = METING_TEKSTEN;
        const inTaal = (t: Taal) =>
          Object.fromEntries(
            Object.keys(METING_TEKSTEN.teksten.nl).map((k) => [k, teksten.vind(id, k, t).tekst]),
          );
        const { richting, spraak } = TALEN[taal];
        const staat = teksten.staatVan(id, taal);
        return { taal, richting, spraak, staat, teksten: inTaal(taal), nederlands: inTaal('nl') };
      }),
  );
}

/** Hoe het met iemand gaat: vragen in de eigen taal, eigen cijfers, en wat er veranderde. */
export const registreerMeting: Routes = (app, t) => {
  registreerLezen(app, t);
  registreerBegin(app, t);
  app.post(
    '/v1/dossiers/:dossierId/metingen',
    {
      config: { handeling: 'meting.bewerken', bijzonder: 'meting.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen welke cijfers de persoon gaf; overgeslagen vragen blijven leeg',
        params: DossierParams,
        body: MetingVerzoek,
        response: { 201: MetingAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const gemaakt = await req.inBereik((tx) =>
        eenmalig(req, tx, () => legMetingVast(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(gemaakt);
    },
  );
};
