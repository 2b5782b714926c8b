import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mag } from '../../../server/auth/rechten.ts';
import { dagVan } from '../../../server/bericht/moment.ts';
import type { Tx } from '../../../server/db/db.ts';
import { maakCsv } from '../../../server/http/csv.ts';
import { botsing, geweigerd, nietGevonden, problemen } from '../../../server/http/probleem.ts';
import { nieuwId } from '../../../server/id.ts';
import { echteKlok } from '../../../server/klok.ts';
import type { App, Routes } from '../../../server/toepassing.ts';
import { TAALCODES, TALEN, type Taal, TEKSTSTATEN } from '../../shared/talen.schema.ts';
import { plekken } from '../../shared/teksten.schema.ts';
import {
  COLLECTIES,
  houdTekstenVast,
  shaVan,
  type Teksten,
  vastgesteldeTeksten,
} from '../teksten.read.ts';
import {
  TekstBesluit,
  type TekstenAntwoord,
  TekstenAntwoord as TekstenAntwoordSchema,
  TekstenParams,
  TekstenZoek,
  TekstRegel,
} from './teksten.schema.ts';
import { legBesluitVast } from './teksten.store.ts';

type Zoek = ReturnType<typeof TekstenZoek.parse>;

/** De gemeente van het adres, als zij zichtbaar is. */
function gemeenteVan(req: FastifyRequest): string {
  const { gemeenteId } = req.params as { gemeenteId: string };
  if (!req.gemeenten.includes(gemeenteId)) throw nietGevonden('Deze gemeente');
  return gemeenteId;
}

function regelVan(teksten: Teksten, collectie: string, sleutel: string, taal: Taal): TekstRegel {
  const nederlands = teksten.vind(collectie, sleutel, 'nl').tekst;
  const gekozen = teksten.vind(collectie, sleutel, taal);
  const vanMeedoen = COLLECTIES.find((c) => c.id === collectie)?.teksten[taal]?.[sleutel];
  return {
    collectie,
    sleutel,
    taal,
    nederlands,
    tekst: gekozen.staat === 'ontbreekt' ? null : gekozen.tekst,
    vanMeedoen: gekozen.eigen ? (vanMeedoen ?? null) : null,
    staat: gekozen.staat,
    laatste: gekozen.laatste ?? null,
  };
}

const alleRegels = (teksten: Teksten, taal: Taal): TekstRegel[] =>
  COLLECTIES.flatMap((c) => Object.keys(c.teksten.nl).map((s) => regelVan(teksten, c.id, s, taal)));

/** De regels die bij de vraag passen, in de volgorde van de brieven. */
function gezocht(teksten: Teksten, { taal, collectie, staat, alleenEigen, zoek }: Zoek) {
  const woord = zoek?.toLowerCase();
  return alleRegels(teksten, taal).filter(
    (r) =>
      (!collectie || r.collectie === collectie) &&
      (!staat || r.staat === staat) &&
      (!alleenEigen || r.vanMeedoen !== null) &&
      (!woord || `${r.nederlands}\n${r.tekst ?? ''}`.toLowerCase().includes(woord)),
  );
}

function telTalen(teksten: Teksten): TekstenAntwoord['talen'] {
  return TAALCODES.filter((taal) => taal !== 'nl').map((taal) => {
    const staten = alleRegels(teksten, taal).map((r) => r.staat);
    const tel = (staat: string) => staten.filter((s) => s === staat).length;
    return {
      taal,
      totaal: staten.length,
      vastgesteld: tel('vastgesteld'),
      ontbreekt: tel('ontbreekt'),
    };
  });
}

/** Weigert een tekst die niet bestaat, of waar een plek in mist of te veel is. */
function keurTekst(b: TekstBesluit): void {
  const collectie = COLLECTIES.find((c) => c.id === b.collectie);
  const bron = collectie?.teksten.nl[b.sleutel];
  if (!collectie || bron === undefined) throw nietGevonden('Deze tekst');
  if (b.taal === 'nl' && b.vastgesteld) {
    throw geweigerd('Het Nederlands hoeft niet te worden vastgesteld.', [
      { code: 'nederlands', tekst: 'Alleen een vertaling wordt nagekeken en vastgesteld.' },
    ]);
  }
  const vertaald = collectie.teksten[b.taal]?.[b.sleutel];
  if (b.eigenTekst === null && vertaald === undefined) {
    throw geweigerd('Er is nog geen tekst in deze taal.', [
      { code: 'tekst-ontbreekt', tekst: 'Schrijf eerst de vertaling.', veld: 'eigenTekst' },
    ]);
  }
  keurPlekken(bron, b.eigenTekst);
}

function keurPlekken(bron: string, eigen: string | null): void {
  if (eigen === null) return;
  const nodig = plekken(bron);
  const heeft = plekken(eigen);
  const mist = nodig.filter((p) => !heeft.includes(p));
  const teveel = heeft.filter((p) => !nodig.includes(p));
  const redenen = [
    ...mist.map((p) => ({
      code: 'plek-ontbreekt',
      tekst: `In de tekst hoort {${p}} te staan: daar vult Meedoen iets in.`,
      veld: 'eigenTekst',
    })),
    ...teveel.map((p) => ({
      code: 'plek-onbekend',
      tekst: `{${p}} kan in deze tekst niet worden ingevuld.`,
      veld: 'eigenTekst',
    })),
    ...keurMaanden(bron, eigen),
  ];
  if (redenen.length > 0) throw geweigerd('Deze tekst kan zo niet worden gebruikt.', redenen);
}

/** Een rij met komma's, zoals de maanden, houdt evenveel delen. */
function keurMaanden(bron: string, eigen: string) {
  const aantal = bron.split(',').length;
  if (aantal !== 12 || eigen.split(',').length === aantal) return [];
  return [
    {
      code: 'twaalf-maanden',
      tekst: 'Schrijf twaalf maanden, met komma’s ertussen.',
      veld: 'eigenTekst',
    },
  ];
}

/** Legt het nazien of de eigen woorden vast; een ander kan net iets hebben veranderd. */
async function besluit(req: FastifyRequest, tx: Tx, gemeenteId: string, b: TekstBesluit) {
  keurTekst(b);
  await houdTekstenVast(tx, gemeenteId);
  const teksten = await vastgesteldeTeksten(tx, gemeenteId);
  const nu = teksten.vind(b.collectie, b.sleutel, b.taal);
  if ((nu.laatste?.id ?? null) !== b.gezien) {
    throw botsing({
      wie: nu.laatste?.naam ?? 'Iemand anders',
      wanneer: nu.laatste?.op ?? '',
      wat: 'deze tekst',
    });
  }
  const vanMeedoen = COLLECTIES.find((c) => c.id === b.collectie)?.teksten[b.taal]?.[b.sleutel];
  const eigenTekst = b.eigenTekst === vanMeedoen ? null : b.eigenTekst;
  const nederlands = teksten.vind(b.collectie, b.sleutel, 'nl').tekst;
  await legBesluitVast(tx, {
    ...b,
    gemeenteId,
    id: nieuwId(),
    eigenTekst,
    nederlandsSha: shaVan(nederlands),
    tekstSha: shaVan(eigenTekst ?? vanMeedoen ?? ''),
    medewerkerId: req.gebruiker.id,
    naam: req.gebruiker.naam,
    nu: echteKlok.nu(),
  });
  await req.spoor(tx, { handeling: 'wijzigen', objectSoort: 'tekst', gemeenteId });
  const daarna = await vastgesteldeTeksten(tx, gemeenteId);
  return regelVan(daarna, b.collectie, b.sleutel, b.taal);
}

const STAAT = { ...TEKSTSTATEN, bron: 'Nederlandse tekst' } as const;

function alsCsv(regels: readonly TekstRegel[], taal: Taal): string {
  return maakCsv(
    ['Waar', 'Naam', 'Nederlands', TALEN[taal].naam, 'Staat', 'Door', 'Op'],
    regels.map((r) => [
      COLLECTIES.find((c) => c.id === r.collectie)?.naam ?? r.collectie,
      r.sleutel,
      r.nederlands,
      r.tekst,
      STAAT[r.staat],
      r.laatste?.naam ?? null,
      r.laatste ? dagVan(r.laatste.op) : null,
    ]),
  );
}

/** De vaste teksten voor inburgeraars: zoeken, in eigen woorden zetten en nakijken. */
export const registreerTeksten: Routes = (app) => {
  app.post(
    '/v1/gemeenten/:gemeenteId/teksten/_zoek',
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: {
        tags: ['Teksten'],
        summary: 'Vaste teksten voor inburgeraars in één taal, met het Nederlands ernaast',
        params: TekstenParams,
        body: TekstenZoek,
        response: { 200: TekstenAntwoordSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const gemeenteId = gemeenteVan(req);
        const teksten = await vastgesteldeTeksten(tx, gemeenteId);
        const regels = gezocht(teksten, req.body);
        const { page, pageSize } = req.body;
        return {
          items: regels.slice((page - 1) * pageSize, page * pageSize),
          totaal: regels.length,
          page,
          pageSize,
          collecties: COLLECTIES.map(({ id, naam }) => ({ id, naam })),
          talen: telTalen(teksten),
          magVaststellen: mag(req.gebruiker, 'tekst.vaststellen', gemeenteId),
        };
      }),
  );
  app.post(
    '/v1/gemeenten/:gemeenteId/teksten/_uitvoer',
    {
      config: { handeling: 'sjabloon.lezen' },
      schema: {
        tags: ['Teksten'],
        summary: 'Dezelfde teksten als rekenblad, om te laten nakijken',
        params: TekstenParams,
        body: TekstenZoek,
        response: {
          200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
          ...problemen,
        },
      },
    },
    async (req, reply) => {
      const gemeenteId = gemeenteVan(req);
      const regels = await req.inBereik(async (tx) =>
        gezocht(await vastgesteldeTeksten(tx, gemeenteId), req.body),
      );
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="teksten-${req.body.taal}.csv"`)
        .send(alsCsv(regels, req.body.taal));
    },
  );
  registreerBesluit(app);
};

function registreerBesluit(app: App): void {
  app.put(
    '/v1/gemeenten/:gemeenteId/teksten',
    {
      config: { handeling: 'tekst.vaststellen' },
      schema: {
        tags: ['Teksten'],
        summary: 'Een tekst nakijken en vaststellen, of in eigen woorden zetten',
        description:
          'Verandert het Nederlands of de vertaling later, dan is de tekst niet meer vastgesteld.',
        params: TekstenParams,
        body: TekstBesluit,
        response: { 200: TekstRegel, ...problemen },
      },
    },
    (req) => req.inBereik((tx) => besluit(req, tx, gemeenteVan(req), req.body)),
  );
}
