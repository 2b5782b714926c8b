import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Datum, dagenTussen, plusDagen } from '../../rules/shared/datum.ts';
import { lijstSporen } from '../../server/audit/lijst.ts';
import type { Tx } from '../../server/db/db.ts';
import { ontleedZoekvraag } from '../../server/dossier/zoeken/zoekvraag.ts';
import { type Cel, maakCsv } from '../../server/http/csv.ts';
import { geweigerd, problemen } from '../../server/http/probleem.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DOELGROEP, LEERROUTE, SCHAKEL, TOESTAND } from '../shared/woorden.schema.ts';
import { kiesGemeenten } from '../zoeken/zoeken.read.ts';
import { initialen } from './tonen.ts';
import {
  ExportVerzoek,
  WerkvoorraadAntwoord,
  type WerkvoorraadRij,
  WerkvoorraadVerzoek,
} from './werkvoorraad.schema.ts';
import {
  leesVervangt,
  leesWerkvoorraad,
  telLijst,
  telWerkvoorraad,
  type Werkrij,
  type Werkvraag,
} from './werkvoorraad.store.ts';

/** 'Deze week' is vandaag en de zes dagen erna, zoals de teller in het menu. */
const DAGEN_VOORUIT = 7;
const TEL_GRENS = 10_000;
const TABBLAD_GRENS = 1000;
const EXPORT_GRENS = 10_000;
const objectSoort = 'werkvoorraad';

type Verzoek = z.infer<typeof WerkvoorraadVerzoek>;

async function naarVraag(req: FastifyRequest, tx: Tx, t: Toepassing, verzoek: Verzoek) {
  const { zoek, gemeenten, bereik = 'mijn', ...rest } = verzoek;
  const vandaag = t.klok.vandaag();
  const vervangt = await leesVervangt(tx, req.gebruiker.id, vandaag);
  const vraag: Werkvraag = {
    ...rest,
    bereik,
    gemeenten: kiesGemeenten(req.gemeenten, req.gebruiker.gemeenten, gemeenten),
    klantmanagers: [req.gebruiker.id, ...vervangt.map((m) => m.id)],
    vandaag,
    weekTot: plusDagen(vandaag, DAGEN_VOORUIT),
    ...(zoek ? { zoek: ontleedZoekvraag(zoek) } : {}),
  };
  return { vraag, vervangt: vervangt.map((m) => m.naam) };
}

const dagen = (r: Werkrij, vandaag: Datum) =>
  r.laatsteDag === null ? null : dagenTussen(vandaag, r.laatsteDag);

function toon(r: Werkrij, vandaag: Datum): WerkvoorraadRij {
  return {
    dossierId: r.dossierId,
    naam: r.naam,
    gemeente: { id: r.gemeenteId, code: r.gemeentecode, naam: r.gemeentenaam },
    klantmanager:
      r.klantmanagerId && r.klantmanager
        ? { id: r.klantmanagerId, naam: r.klantmanager, initialen: initialen(r.klantmanager) }
        : null,
    voorstel: { soort: r.voorstel, titel: r.titel, reden: r.reden },
    doelgroep: r.doelgroep,
    leerroute: r.leerroute,
    schakel: r.schakel,
    toestand: r.toestand,
    laatsteDag: r.laatsteDag,
    dagen: dagen(r, vandaag),
    signalen: r.signalen,
    uitgesteldTot: r.uitgesteldTot,
    uitgesteldReden: r.uitgesteldReden,
  } as WerkvoorraadRij;
}

const KOP = [
  'Laatste dag',
  'Dagen',
  'Inburgeraar',
  'Geboortedatum',
  'Voorstel',
  'Reden',
  'Gemeente',
  'Klantmanager',
  'Doelgroep',
  'Leerroute',
  'Schakel',
  'Toestand',
  'Uitgesteld tot',
];

const opSchrift = (d: string | null) => d?.split('-').reverse().join('-') ?? null;

function csvRij(r: Werkrij, vandaag: Datum): Cel[] {
  return [
    opSchrift(r.laatsteDag),
    dagen(r, vandaag),
    r.naam,
    opSchrift(r.geboortedatum),
    r.titel,
    r.reden,
    r.gemeentenaam,
    r.klantmanager,
    DOELGROEP[r.doelgroep as keyof typeof DOELGROEP],
    LEERROUTE[(r.leerroute ?? 'geen') as keyof typeof LEERROUTE],
    SCHAKEL[r.schakel] ?? '',
    TOESTAND[r.toestand as keyof typeof TOESTAND],
    opSchrift(r.uitgesteldTot),
  ];
}

function keurOmvang(aantal: number): void {
  if (aantal <= EXPORT_GRENS) return;
  throw geweigerd('Deze lijst is te lang om in één keer uit te voeren.', [
    {
      code: 'lijst-te-lang',
      tekst:
        'Er kunnen hoogstens 10.000 mensen in één bestand. Kies bijvoorbeeld één gemeente of één voorstel.',
    },
  ]);
}

export const registreerWerkvoorraad: Routes = (app, t) => {
  app.post(
    '/v1/werkvoorraad/_zoek',
    {
      config: { handeling: 'dossier.inzien' },
      schema: {
        tags: ['Werkvoorraad'],
        summary: 'Wie heeft mij vandaag nodig: één rij per persoon met het voorstel',
        body: WerkvoorraadVerzoek,
        response: { 200: WerkvoorraadAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const { vraag, vervangt } = await naarVraag(req, tx, t, req.body);
        const [rijen, geteld] = await Promise.all([
          leesWerkvoorraad(tx, vraag),
          telWerkvoorraad(tx, vraag, TABBLAD_GRENS, TEL_GRENS),
        ]);
        const { totaal, ...tellingen } = geteld;
        const handeling = vraag.zoek ? 'zoeken' : 'lezen';
        await req.spoor(tx, lijstSporen({ handeling, objectSoort }, rijen));
        return {
          items: rijen.map((r) => toon(r, vraag.vandaag)),
          totaal,
          telGrens: TEL_GRENS,
          page: vraag.page,
          pageSize: vraag.pageSize,
          tellingen: { ...tellingen, grens: TABBLAD_GRENS },
          vervangt,
          peildatum: vraag.vandaag,
        };
      }),
  );

  registreerExport(app, t);
};

const registreerExport: Routes = (app, t) => {
  app.post(
    '/v1/werkvoorraad/_exporteer',
    {
      config: { handeling: 'dossier.exporteren' },
      schema: {
        tags: ['Werkvoorraad'],
        summary: 'De lijst als CSV, met dezelfde filters',
        body: ExportVerzoek,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const csv = await req.inBereik(async (tx) => {
        const verzoek = { ...req.body, page: 1, pageSize: EXPORT_GRENS };
        const { vraag } = await naarVraag(req, tx, t, verzoek);
        keurOmvang(await telLijst(tx, vraag, EXPORT_GRENS + 1));
        const rijen = await leesWerkvoorraad(tx, vraag);
        await req.spoor(tx, lijstSporen({ handeling: 'exporteren', objectSoort }, rijen));
        return maakCsv(
          KOP,
          rijen.map((r) => csvRij(r, vraag.vandaag)),
        );
      });
      const naam = `werkvoorraad-${t.klok.vandaag()}.csv`;
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${naam}"`)
        .send(csv);
    },
  );
};
