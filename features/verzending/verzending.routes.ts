import { z } from 'zod';
import { lijstSporen } from '../../server/audit/lijst.ts';
import type { Tx } from '../../server/db/db.ts';
import { type Cel, maakCsv } from '../../server/http/csv.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { registreerContactpersonen } from './contactpersoon.routes.ts';
import { leesStops } from './versturen/stop.store.ts';
import { registreerBehandelen } from './verzending.behandelen.routes.ts';
import {
  type Verzending,
  VerzendingLijst,
  VerzendingUitvoerVraag,
  VerzendingZoekVraag,
} from './verzending.schema.ts';
import { telVerzendingen, zoekVerzendingen } from './verzending.store.ts';
import { SOORTNAAM } from './woorden.ts';

const UITVOER_GRENS = 10_000;
const objectSoort = 'verzending';

/** Berichten aan DUO: de wachtrij zien, uitvoeren en behandelen. */
export const registreerVerzending: Routes = (app, t) => {
  registreerZoeken(app, t);
  registreerUitvoer(app, t);
  registreerBehandelen(app, t);
  registreerContactpersonen(app, t);
};

async function lijst(tx: Tx, t: Toepassing, vraag: z.output<typeof VerzendingZoekVraag>) {
  const nu = t.klok.nu();
  const items = await zoekVerzendingen(tx, vraag, nu);
  const tellingen = await telVerzendingen(tx, vraag, nu);
  const staten = vraag.staten ?? (Object.keys(tellingen) as (keyof typeof tellingen)[]);
  const totaal = staten.reduce((som, staat) => som + tellingen[staat], 0);
  return { items, totaal, tellingen };
}

function registreerZoeken(app: App, t: Toepassing): void {
  app.post(
    '/v1/verzendingen/_zoek',
    {
      config: { handeling: 'verzending.lezen' },
      schema: {
        tags: ['Verzending'],
        summary: 'Berichten aan DUO met hun staat en ouderdom',
        body: VerzendingZoekVraag,
        response: { 200: VerzendingLijst, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { page, pageSize } = req.body;
        const gevonden = await lijst(tx, t, req.body);
        await req.spoor(tx, lijstSporen({ handeling: 'zoeken', objectSoort }, gevonden.items));
        return { ...gevonden, page, pageSize, stops: await leesStops(tx) };
      }),
  );
}

const KOP = [
  'Gemeente',
  'Naam',
  'Bericht',
  'Staat',
  'Klaargezet',
  'Afgerond',
  'Pogingen',
  'Antwoord van DUO',
  'Waarop het wacht',
];

const csvRij = (v: Verzending): Cel[] => [
  v.gemeente,
  v.naam,
  SOORTNAAM[v.soort],
  v.staat,
  v.gemaaktOp,
  v.afgerondOp,
  v.pogingen,
  [...v.foutteksten, ...v.eigenRedenen].join(' '),
  v.wachtOp ?? v.laatsteFout,
];

function registreerUitvoer(app: App, t: Toepassing): void {
  app.post(
    '/v1/verzendingen/_exporteer',
    {
      config: { handeling: 'verzending.herhalen' },
      schema: {
        tags: ['Verzending'],
        summary: 'De berichten aan DUO als CSV, met dezelfde filters',
        body: VerzendingUitvoerVraag,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const vraag = { ...req.body, page: 1, pageSize: UITVOER_GRENS };
        const rijen = await zoekVerzendingen(tx, vraag, t.klok.nu());
        await req.spoor(tx, lijstSporen({ handeling: 'exporteren', objectSoort }, rijen));
        return maakCsv(KOP, rijen.map(csvRij));
      });
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="verzendingen-${t.klok.vandaag()}.csv"`,
        )
        .send(csv);
    },
  );
}
