import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Datum } from '../../rules/shared/datum.ts';
import type { Tx } from '../../server/db/db.ts';
import { ontleedZoekvraag } from '../../server/dossier/zoeken/zoekvraag.ts';
import { type Cel, maakCsv } from '../../server/http/csv.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { kenmerkVan } from '../shared/brief.schema.ts';
import { Register, RegisterFilter, type RegisterRij, RegisterVraag } from './besluiten.schema.ts';
import {
  leesRegister,
  type RegisterKern,
  telRegister,
  type RegisterVraag as Vraag,
} from './besluiten.store.ts';
import { registreerBezwaar } from './bezwaar.routes.ts';
import { STAPNAAM } from './bezwaar.status.ts';
import { registreerDossierBesluiten } from './dossier.routes.ts';
import { registreerPwBesluit } from './pw/pw.routes.ts';

const tags = ['Besluiten'];
const EXPORT_GRENS = 10_000;
/** Het eind van een kenmerk: 'PIP-2026-1A2B-3C4D', met of zonder het begin. */
const KENMERK = /^(?:(?:PIP|PW)-\d{4}-)?([0-9a-f]{4})-?([0-9a-f]{4})$/i;

function naarVraag(req: FastifyRequest, filter: RegisterFilter): Vraag {
  const { zoek, gemeenteId, ...rest } = filter;
  const kenmerk = zoek ? KENMERK.exec(zoek) : null;
  return {
    ...rest,
    gemeenten: gemeenteId ? req.gemeenten.filter((id) => id === gemeenteId) : req.gemeenten,
    ...(kenmerk ? { staart: `${kenmerk[1]}${kenmerk[2]}`.toLowerCase() } : {}),
    ...(zoek && !kenmerk ? { wie: ontleedZoekvraag(zoek) } : {}),
  };
}

const metKenmerk = (r: RegisterKern): RegisterRij => ({
  ...r,
  kenmerk: kenmerkVan(r.soort === 'pip' ? 'PIP' : 'PW', r.besluitId, r.dagtekening as Datum),
});

async function noteer(
  req: FastifyRequest,
  tx: Tx,
  handeling: 'zoeken' | 'exporteren',
  rijen: readonly RegisterKern[],
): Promise<void> {
  for (const gemeenteId of new Set(rijen.map((r) => r.gemeenteId))) {
    const dossierIds = rijen.filter((r) => r.gemeenteId === gemeenteId).map((r) => r.dossierId);
    await req.spoor(tx, {
      handeling,
      objectSoort: 'besluit',
      gemeenteId,
      dossierIds: [...new Set(dossierIds)],
    });
  }
}

function register(app: App): void {
  app.post(
    '/v1/besluiten/_zoek',
    {
      config: { handeling: 'besluit.lezen' },
      schema: {
        tags,
        summary: 'Het register van besluiten',
        body: RegisterVraag,
        response: { 200: Register, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize, ...filter } = req.body;
        const vraag = naarVraag(req, filter);
        const rijen = await leesRegister(tx, vraag, { page, pageSize });
        await noteer(req, tx, 'zoeken', rijen);
        const items = rijen.map(metKenmerk);
        return { items, totaal: await telRegister(tx, vraag), page, pageSize };
      }),
  );
}

const KOPPEN = [
  'Kenmerk',
  'Dagtekening',
  'Soort',
  'Versie',
  'Naam',
  'Gemeente',
  'Staat',
  'Vastgesteld door',
  'Bezwaar',
  'Bezwaar sinds',
];

const csvRij = (r: RegisterRij): Cel[] => [
  r.kenmerk,
  r.dagtekening,
  r.soort === 'pip' ? 'PIP' : 'Participatiewet',
  r.versie,
  r.naam,
  r.gemeente,
  r.staat,
  r.vastgesteldDoor,
  r.bezwaar ? STAPNAAM[r.bezwaar] : '',
  r.bezwaarOp,
];

function uitvoeren(app: App, t: Toepassing): void {
  app.post(
    '/v1/besluiten/_uitvoer',
    {
      config: { handeling: 'dossier.exporteren' },
      schema: {
        tags,
        summary: 'Het register als CSV, met dezelfde filters',
        body: RegisterFilter,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const vraag = naarVraag(req, req.body);
        if ((await telRegister(tx, vraag)) > EXPORT_GRENS) {
          throw geweigerd('Deze lijst is te lang om in één keer uit te voeren.', [
            { code: 'lijst-te-lang', tekst: 'Kies een periode of één gemeente.' },
          ]);
        }
        const rijen = await leesRegister(tx, vraag, { page: 1, pageSize: EXPORT_GRENS });
        await noteer(req, tx, 'exporteren', rijen);
        return maakCsv(
          KOPPEN,
          rijen.map((r) => csvRij(metKenmerk(r))),
        );
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="besluiten-${t.klok.vandaag()}.csv"`)
        .send(csv);
    },
  );
}

/** Het register van besluiten, bezwaar, en het besluit over de Participatiewet. */
export const registreerBesluitRegister: Routes = (app, t) => {
  registreerDossierBesluiten(app, t);
  register(app);
  uitvoeren(app, t);
  registreerBezwaar(app, t);
  registreerPwBesluit(app, t);
};
