import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Tx } from '../../server/db/db.ts';
import { vindDossier } from '../../server/dossier/vind.ts';
import { type Cel, maakCsv } from '../../server/http/csv.ts';
import { geweigerd, nietGevonden, Probleem, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { planGemeente } from './afstemming.jobs.ts';
import {
  type Herstel,
  HerstelAntwoord,
  HerstelVraag,
  StartAntwoord,
  StartVraag,
  type Verschil,
  VerschilFilter,
  VerschilLijst,
  VerschilZoekVraag,
} from './afstemming.schema.ts';
import { beginRonde } from './afstemming.store.ts';
import { laatVervallen, neemOver, planDossier, stuurOpnieuw } from './herstellen.jobs.ts';
import {
  dossierVergelekenOp,
  leesVoortgang,
  telVerschillen,
  zoekVerschillen,
} from './lijst.store.ts';
import { noteerGedaan, vindVerschil } from './verschil.store.ts';
import { ONDERWERP, SOORT } from './woorden.ts';

const tags = ['Afstemming'];
const MAX_REGELS = 10_000;

/** Verschillen met DUO zien, uitvoeren, opnieuw vergelijken en herstellen. */
export const registreerAfstemming: Routes = (app, t) => {
  zoeken(app);
  uitvoeren(app, t);
  starten(app, t);
  herstellen(app, t);
};

/** Legt per gemeente vast wiens verschillen zijn getoond. */
async function noteerGezien(
  req: FastifyRequest,
  tx: Tx,
  items: readonly Verschil[],
  handeling: 'zoeken' | 'exporteren',
): Promise<void> {
  for (const gemeenteId of new Set(items.map((i) => i.gemeenteId))) {
    const eigen = items.filter((i) => i.gemeenteId === gemeenteId);
    const dossierIds = [...new Set(eigen.flatMap((i) => i.dossierId ?? []))];
    await req.spoor(tx, { handeling, objectSoort: 'afstemming', gemeenteId, dossierIds });
  }
}

function zoeken(app: App): void {
  app.post(
    '/v1/afstemming/_zoek',
    {
      config: { handeling: 'afstemming.lezen' },
      schema: {
        tags,
        summary: 'Verschillen met DUO, en hoe ver het vergelijken is',
        body: VerschilZoekVraag,
        response: { 200: VerschilLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...filter } = req.body;
        const items = await zoekVerschillen(tx, filter, { page, pageSize });
        const tellingen = await telVerschillen(tx, filter);
        await noteerGezien(req, tx, items, 'zoeken');
        const zichtbaar = filter.gemeenteId
          ? req.gemeenten.filter((id) => id === filter.gemeenteId)
          : req.gemeenten;
        return {
          items,
          ...tellingen,
          page,
          pageSize,
          voortgang: await leesVoortgang(tx, zichtbaar),
          dossierVergelekenOp: filter.dossierId
            ? await dossierVergelekenOp(tx, filter.dossierId)
            : null,
        };
      }),
  );
}

const KOPPEN = [
  'Naam',
  'Gemeente',
  'Onderwerp',
  'Verschil',
  'Hier',
  'Bij DUO',
  'Sinds',
  'Staat',
  'Reden',
];

const csvRij = (v: Verschil): Cel[] => [
  v.naam ?? 'geen dossier',
  v.gemeente,
  ONDERWERP[v.onderwerp],
  SOORT[v.soort],
  v.hier ?? '',
  v.duo ?? '',
  v.sinds.slice(0, 10),
  v.staat,
  v.reden ?? '',
];

function uitvoeren(app: App, t: Toepassing): void {
  app.post(
    '/v1/afstemming/_uitvoer',
    {
      config: { handeling: 'afstemming.lezen' },
      schema: {
        tags,
        summary: 'De verschillen als CSV, met dezelfde filters',
        body: VerschilFilter,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const items = await zoekVerschillen(tx, req.body, { page: 1, pageSize: MAX_REGELS });
        await noteerGezien(req, tx, items, 'exporteren');
        return maakCsv(KOPPEN, items.map(csvRij));
      });
      const naam = `afstemming-${t.klok.vandaag()}.csv`;
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${naam}"`)
        .send(csv);
    },
  );
}

function starten(app: App, t: Toepassing): void {
  app.post(
    '/v1/afstemming/_start',
    {
      config: { handeling: 'afstemming.behandelen' },
      schema: {
        tags,
        summary: 'Een gemeente of een dossier nu vergelijken met DUO',
        body: StartVraag,
        response: { 202: StartAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik(async (tx) => {
        const vraag = req.body;
        const spoor = { handeling: 'wijzigen', objectSoort: 'afstemming' } as const;
        if ('dossierId' in vraag) {
          const { gemeenteId, dossierId } = await vindDossier(tx, vraag.dossierId);
          await planDossier(tx, { gemeenteId, dossierId });
          await req.spoor(tx, { ...spoor, gemeenteId, dossierId });
          return { gepland: true };
        }
        const { gemeenteId } = vraag;
        if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
        const begonnen = await beginRonde(tx, gemeenteId, {
          id: nieuwId(),
          aanleiding: 'mens',
          medewerkerId: req.gebruiker.id,
          nu: t.klok.nu(),
        });
        await planGemeente(tx, gemeenteId);
        await req.spoor(tx, { ...spoor, gemeenteId });
        return { gepland: begonnen };
      });
      return reply.code(202).send(antwoord);
    },
  );
}

const DOE = { 'neem-over': neemOver, 'stuur-opnieuw': stuurOpnieuw, vervalt: laatVervallen };

const NIET_MOGELIJK = {
  code: 'niet-mogelijk',
  tekst: 'Dit kan bij dit verschil niet. Kies een andere handeling.',
};
const AL_OPGELOST = { code: 'al-opgelost', tekst: 'Dit verschil is er al niet meer.' };

function herstellen(app: App, t: Toepassing): void {
  app.post(
    '/v1/afstemming/_herstel',
    {
      config: { handeling: 'afstemming.behandelen' },
      schema: {
        tags,
        summary: 'Verschillen herstellen of met een reden aanvaarden; wat niet lukt staat erbij',
        body: HerstelVraag,
        response: { 200: HerstelAntwoord, ...problemen },
      },
    },
    async (req) => {
      const uit: HerstelAntwoord = { gelukt: [], mislukt: [] };
      for (const verschilId of new Set(req.body.verschilIds)) {
        const reden = await probeer(req, t, verschilId, req.body);
        if (reden === undefined) uit.gelukt.push(verschilId);
        else uit.mislukt.push({ verschilId, reden });
      }
      return uit;
    },
  );
}

/** Elk verschil in een eigen transactie. @returns waarom het niet lukte. */
async function probeer(
  req: FastifyRequest,
  t: Toepassing,
  id: string,
  vraag: HerstelVraag,
): Promise<string | undefined> {
  try {
    await req.inBereik((tx) => herstel(req, tx, t, id, vraag));
    return undefined;
  } catch (fout) {
    if (fout instanceof Probleem) return fout.extra.redenen?.[0]?.tekst ?? fout.message;
    throw fout;
  }
}

async function herstel(
  req: FastifyRequest,
  tx: Tx,
  t: Toepassing,
  id: string,
  vraag: HerstelVraag,
): Promise<void> {
  const v = await vindVerschil(tx, id);
  if (!v) throw nietGevonden('Dit verschil');
  const { handeling } = vraag;
  if (v.staat === 'opgelost') throw geweigerd('Dit kan nu niet.', [AL_OPGELOST]);
  if (!v.dossierId || !(v.herstel as Herstel[]).includes(handeling)) {
    throw geweigerd('Dit kan niet bij dit verschil.', [NIET_MOGELIJK]);
  }
  const k = { gemeenteId: v.gemeenteId, dossierId: v.dossierId };
  const medewerkerId = req.gebruiker.id;
  const door = { medewerkerId, nu: t.klok.nu(), vandaag: t.klok.vandaag() };
  if (handeling !== 'aanvaard') {
    await DOE[handeling](tx, k, v, door);
    await planDossier(tx, k);
  }
  const reden = 'reden' in vraag ? { reden: vraag.reden } : {};
  await noteerGedaan(tx, v, { wat: handeling, nu: door.nu, medewerkerId, ...reden });
  await req.spoor(tx, {
    handeling: handeling === 'stuur-opnieuw' ? 'verzenden' : 'wijzigen',
    objectSoort: 'afstemming',
    objectId: v.id,
    ...k,
  });
}
