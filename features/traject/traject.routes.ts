import type { FastifyRequest } from 'fastify';
import { type Datum, dagenTussen, plusDagen, plusMaanden } from '../../rules/shared/datum.ts';
import { klokOp } from '../../rules/shared/klok.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../rules/stand/geldend.ts';
import { type Lezing, lees } from '../../rules/stand/lezing.ts';
import { toonStand } from '../../rules/stand/stand.ts';
import { type Handeling, mag } from '../../server/auth/rechten.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import { type GevondenDossier, vindDossier } from '../../server/dossier/vind.ts';
import { problemen } from '../../server/http/probleem.ts';
import type { Routes } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { verzendingenVan } from '../verzending/verzending.read.ts';
import { aanbodBeeld } from './aanbod/aanbod.beeld.ts';
import { registreerAanbod } from './aanbod/aanbod.routes.ts';
import { examenBeeld } from './examen.beeld.ts';
import { registreerGesprekken } from './gesprek.routes.ts';
import { type Onderdeel, resultatenBeeld } from './resultaat/resultaat.beeld.ts';
import { registreerResultaten } from './resultaat/resultaat.routes.ts';
import { leesInstellingenMet, lijstBekend } from './traject.read.ts';
import { type Gesprek, type Traject, TrajectAntwoord, type UrenKind } from './traject.schema.ts';
import { urenBeeld } from './uren/uren.beeld.ts';
import { magUren, registreerUren } from './uren/uren.routes.ts';

/** Vanaf zoveel maanden voor de einddatum vraagt DUO naar verwijtbaarheid zonder resultaat. */
const OORDEEL_MAANDEN = 2;

const BIJ_LES = new Set(['zroute-taal', 'zroute-participatie', 'examens', 'onderwijsroute']);
const BIJ_ALLES = new Set(['zroute-eindgesprek', 'voortgangsgesprekken']);

type Deel = { les: boolean; pvt: boolean; map: boolean; inzien: boolean };

/** Welke delen deze gebruiker ziet: een school de lessen, wie PVT of MAP geeft zijn eigen onderdeel. */
function deelVan(req: FastifyRequest, gemeenteId: string): Deel {
  const kan = (h: Handeling) => mag(req.gebruiker, h, gemeenteId);
  return {
    les: kan('les.lezen'),
    pvt: kan('pvt.lezen'),
    map: kan('map.lezen'),
    inzien: kan('dossier.inzien'),
  };
}

function zietVerplichting({ les, pvt, map, inzien }: Deel, id: string): boolean {
  if (id === 'pvt') return pvt;
  if (id === 'module-map') return map;
  return (les && BIJ_LES.has(id)) || (inzien && BIJ_ALLES.has(id));
}

const zietOnderdeel =
  ({ pvt, map, inzien }: Deel) =>
  (onderdeel: Onderdeel): boolean =>
    ({ pvt, map, zroute: inzien })[onderdeel];

const ziet =
  ({ les, pvt, map }: Deel) =>
  (kind: UrenKind): boolean => {
    if (kind === 'pvt') return pvt;
    return kind === 'map-praktijk' ? map : les;
  };

function termijnVan(l: Lezing, vandaag: Datum): Traject['termijn'] {
  const termijn = l.g.laatste('inburgeringstermijn')?.inhoud;
  if (!termijn) return null;
  const { start, eind } = termijn;
  const loopt = start <= vandaag && vandaag < eind;
  return {
    begin: start,
    laatsteDag: plusDagen(eind, -1),
    dag: loopt ? dagenTussen(start, vandaag) + 1 : null,
    aantalDagen: dagenTussen(start, eind),
    dagenOver: dagenTussen(vandaag, eind) - 1,
    oordeelVanaf: plusMaanden(eind, -OORDEEL_MAANDEN),
  };
}

function verplichtingenVan(feiten: Feit[], l: Lezing, vandaag: Datum, deel: Deel) {
  const { verplichtingen } = toonStand(bepaalStand(feiten, l.beleid, vandaag));
  return verplichtingen.flatMap(({ staat, ...v }) => {
    if (staat === 'niet-van-toepassing' || !zietVerplichting(deel, v.id)) return [];
    const { uitleg, ...rest } = v;
    const ontbreekt = v.ontbreekt.map(({ code, tekst }) => ({ code, tekst }));
    // De uitleg haalt ook feiten aan die niet bij elk deel horen.
    return [{ ...rest, staat, ontbreekt, ...(deel.inzien ? { uitleg } : {}) }];
  });
}

const gesprekkenVan = (l: Lezing): Gesprek[] =>
  l.g
    .alle('voortgangsgesprek')
    .map((f) => ({
      feitId: f.id,
      op: f.inhoud.op,
      onderwerp: f.inhoud.onderwerp ?? null,
      afspraken: f.inhoud.afspraken ?? null,
      door: f.door ?? null,
    }))
    .reverse();

const nummersIn = (feiten: readonly Feit[]): string[] => [
  ...new Set(
    feiten.flatMap((f) =>
      f.soort === 'aanbod' || f.soort === 'uren' ? (f.inhoud.instellingsnummer ?? []) : [],
    ),
  ),
];

async function bouwTraject(
  tx: Tx,
  req: FastifyRequest,
  d: GevondenDossier,
  vandaag: Datum,
): Promise<Traject> {
  const feiten = await leesFeiten(tx, d);
  const klok = klokOp(vandaag);
  const l = lees(kiesGeldend(feiten, klok), klok, await leesBeleid(tx, d.gemeenteId, vandaag));
  const deel = deelVan(req, d.gemeenteId);
  const [verzendingen, instellingen, lijst] = await Promise.all([
    verzendingenVan(tx, d),
    leesInstellingenMet(tx, nummersIn(feiten)),
    lijstBekend(tx),
  ]);
  const kan = (h: Handeling) => mag(req.gebruiker, h, d.gemeenteId);
  const bron = { feiten, g: l.g, l, verzendingen, instellingen, lijst, leerroute: l.leerroute };
  return {
    vandaag,
    leerroute: l.leerroute ?? null,
    asielstatushouder: l.doelgroep.waarde === 'asielstatushouder',
    heeftPip: Boolean(l.pip ?? l.vorigePip),
    termijn: termijnVan(l, vandaag),
    deel: { les: deel.les, alles: deel.inzien },
    mag: {
      aanbod: kan('aanbod.bewerken'),
      oordeel: kan('verwijtbaarheid.beoordelen'),
      gesprek: kan('gesprek.vastleggen'),
      herhalen: kan('verzending.herhalen'),
    },
    verplichtingen: verplichtingenVan(feiten, l, vandaag, deel),
    aanbod: deel.les ? aanbodBeeld(bron) : [],
    uren: urenBeeld({
      ...bron,
      ziet: ziet(deel),
      legtVast: (kind) => magUren(req, kind, d.gemeenteId),
    }),
    resultaten: resultatenBeeld({
      ...bron,
      ziet: zietOnderdeel(deel),
      zietOordeel: deel.inzien,
      legtVast: (o) => kan(o === 'zroute' ? 'zroute.afronden' : `${o}.bewerken`),
    }),
    gesprekken: deel.inzien ? gesprekkenVan(l) : [],
    examens: deel.les ? examenBeeld(l) : [],
  };
}

/** Het traject van één dossier: aanbod, uren, resultaten, gesprekken en examens. */
export const registreerTraject: Routes = (app, t) => {
  app.get(
    '/v1/dossiers/:dossierId/traject',
    {
      config: { handeling: 'traject.lezen' },
      schema: {
        tags: ['Traject'],
        summary: 'Aanbod, uren, resultaten, gesprekken en examens, met wat DUO ervan weet',
        params: DossierParams,
        response: { 200: TrajectAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const d = await vindDossier(tx, req.params.dossierId);
        const { gemeenteId, dossierId } = d;
        await req.spoor(tx, { handeling: 'lezen', objectSoort: 'traject', dossierId, gemeenteId });
        return bouwTraject(tx, req, d, t.klok.vandaag());
      }),
  );
  registreerAanbod(app, t);
  registreerUren(app, t);
  registreerResultaten(app, t);
  registreerGesprekken(app, t);
};
