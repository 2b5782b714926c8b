import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Datum, dagenTussen } from '../../../rules/shared/datum.ts';
import { lijstSporen } from '../../../server/audit/lijst.ts';
import { ontleedZoekvraag } from '../../../server/dossier/zoeken/zoekvraag.ts';
import { maakCsv } from '../../../server/http/csv.ts';
import { geweigerd, problemen } from '../../../server/http/probleem.ts';
import type { Routes } from '../../../server/toepassing.ts';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import { gevonden, kiesGemeenten } from '../../zoeken/zoeken.read.ts';
import { OPVANG_OPEN } from '../kinderen.ts';
import {
  WachtlijstAntwoord,
  WachtlijstExport,
  type WachtlijstRij,
  WachtlijstVerzoek,
} from './opvang.schema.ts';
import { leesWachtlijst, telWachtlijst, type Wachtlijstvraag } from './opvang.store.ts';
import { OPVANG_NAAM } from './staten.ts';

const tags = ['Gezin'];
const objectSoort = 'kinderopvang';
const EXPORT_GRENS = 10_000;
const KOP = [
  'Naam',
  'Gemeente',
  'Klantmanager',
  'Leerroute',
  'Kind',
  'Dagdelen',
  'Nodig vanaf',
  'Dagen',
  'Staat',
  'Bij',
  'Plaats op',
] as const;

function naarVraag(
  req: FastifyRequest,
  v: Omit<WachtlijstVerzoek, 'page' | 'pageSize'>,
  vandaag: Datum,
  plaats: { overslaan: number; hoogstens: number },
): Wachtlijstvraag {
  const gemeenten = kiesGemeenten(req.gemeenten, req.gebruiker.gemeenten, v.gemeenten);
  return {
    gemeenten,
    vandaag,
    staten: v.staat ? [v.staat] : OPVANG_OPEN,
    nodigVoor: v.nodigVoor as Datum | undefined,
    gevonden: v.zoek ? gevonden(gemeenten, ontleedZoekvraag(v.zoek)) : undefined,
    ...plaats,
  };
}

function toon(
  rij: Awaited<ReturnType<typeof leesWachtlijst>>[number],
  vandaag: Datum,
): WachtlijstRij {
  const { gemeenteId: _, ...rest } = rij;
  return { ...rest, dagen: dagenTussen(rij.nodigVanaf as Datum, vandaag) };
}

const csvRij = (r: WachtlijstRij) => [
  r.naam,
  r.gemeente,
  r.klantmanager,
  LEERROUTE[r.leerroute ?? 'geen'],
  r.kind,
  r.dagdelen.join(', '),
  r.nodigVanaf,
  r.dagen,
  OPVANG_NAAM[r.staat],
  r.bij,
  r.plaatsOp,
];

/** De wachtlijst voor kinderopvang over alle dossiers die men mag zien. */
export const registreerWachtlijst: Routes = (app, t) => {
  app.post(
    '/v1/kinderopvang/_zoek',
    {
      config: { handeling: 'plan.lezen' },
      schema: {
        tags,
        summary: 'Wie op kinderopvang wacht om te kunnen leren, wie het langst wacht eerst',
        body: WachtlijstVerzoek,
        response: { 200: WachtlijstAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...filters } = req.body;
        const vandaag = t.klok.vandaag();
        const plaats = { overslaan: (page - 1) * pageSize, hoogstens: pageSize };
        const vraag = naarVraag(req, filters, vandaag, plaats);
        const rijen = await leesWachtlijst(tx, vraag);
        const tellingen = await telWachtlijst(tx, vraag);
        const handeling = filters.zoek ? 'zoeken' : 'lezen';
        await req.spoor(tx, lijstSporen({ handeling, objectSoort }, rijen));
        return { items: rijen.map((r) => toon(r, vandaag)), ...tellingen, page, pageSize };
      }),
  );
  app.post(
    '/v1/kinderopvang/_exporteer',
    {
      config: { handeling: 'dossier.exporteren' },
      schema: {
        tags,
        summary: 'De wachtlijst als CSV, met dezelfde filters',
        body: WachtlijstExport,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const vandaag = t.klok.vandaag();
      const csv = await req.inBereik(async (tx) => {
        const plaats = { overslaan: 0, hoogstens: EXPORT_GRENS };
        const vraag = naarVraag(req, req.body, vandaag, plaats);
        const { totaal } = await telWachtlijst(tx, vraag);
        if (totaal > EXPORT_GRENS) {
          throw geweigerd('Deze lijst is te lang om in één keer uit te voeren.', [
            { code: 'lijst-te-lang', tekst: 'Kies één gemeente of één stap.' },
          ]);
        }
        const rijen = await leesWachtlijst(tx, vraag);
        await req.spoor(tx, lijstSporen({ handeling: 'exporteren', objectSoort }, rijen));
        return maakCsv(
          KOP,
          rijen.map((r) => csvRij(toon(r, vandaag))),
        );
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="kinderopvang-${vandaag}.csv"`)
        .send(csv);
    },
  );
};
