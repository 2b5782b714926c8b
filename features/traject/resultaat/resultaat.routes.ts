import type { FastifyRequest } from 'fastify';
import { verwijtbaarheidMelding } from '../../../rules/melding/verwijtbaarheid-melding.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import { mag } from '../../../server/auth/rechten.ts';
import type { Tx } from '../../../server/db/db.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { eenmalig } from '../../../server/http/idempotentie.ts';
import { geweigerd, Probleem, problemen } from '../../../server/http/probleem.ts';
import type { App, Routes, Toepassing } from '../../../server/toepassing.ts';
import { DossierParams } from '../../shared/dossier.schema.ts';
import { ResultaatVraag, VastgelegdAntwoord, ZrouteVraag } from '../traject.schema.ts';
import { keurGezien, keurMelding, legVastEnMeld, neemZaak, type Zaak } from '../zaak.routes.ts';
import { huidigeDatum, huidigOordeel, idsVan, type Onderdeel } from './resultaat.beeld.ts';
import { datumFeiten, oordeelFeiten } from './resultaat.feiten.ts';

const VELDEN = {
  datumResultaat: 'op',
  datumInMelding: 'op',
  verwijtbaar: 'verwijtbaar',
};
const DUO_NAAM = { pvt: 'PVT', map: 'MAP', zroute: 'Z-route' } as const;
const DUO_VELD = {
  pvt: 'datumOndertekeningPvt',
  map: 'datumEindgesprekMap',
  zroute: 'datumAfrondingZroute',
} as const;

/** Laat DUO's controles los op een melding van PVT, MAP of Z-route. */
function keurResultaat(
  { l, door }: Zaak,
  onderdeel: Onderdeel,
  op: string | null,
  verwijtbaar: 'Ja' | 'Nee' | null,
): void {
  const termijn = l.g.laatste('inburgeringstermijn')?.inhoud;
  const zroute = huidigeDatum(l, 'zroute')?.inhoud.op;
  const eerder = huidigeDatum(l, onderdeel);
  const oordeel = verwijtbaarheidMelding({
    onderdeel: DUO_NAAM[onderdeel],
    datumInMelding: op !== null,
    ...(op === null ? {} : { datumResultaat: op as Datum }),
    verwijtbaar: verwijtbaar ?? 'weggelaten',
    startdatum: termijn?.start,
    einddatum: termijn?.eind,
    datumMelding: door.vandaag,
    huidigPipVanGemeente: Boolean(l.pip),
    eerderGemeldDoor: !eerder
      ? 'niemand'
      : eerder.bron === 'duo'
        ? 'een andere gemeente'
        : 'deze gemeente',
    plichtVoldaanViaZroute: l.leerroute === 'Z' && Boolean(l.toestand.voldaan),
    zrouteAfgerondBijDuo: zroute !== undefined,
    datumAfrondingZroute: zroute,
  });
  keurMelding('DUO neemt dit zo niet aan.', oordeel, VELDEN);
}

const onjuist = (name: string, code: string, reason: string) =>
  new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
    invalidParams: [{ name, code, reason }],
  });

/** Een oordeel is van de gemeente, van een mens met een naam, en met redenen. */
function keurOordeel(
  req: FastifyRequest,
  vraag: ResultaatVraag,
  gemeenteId: string,
  huidig: object | undefined,
): void {
  if (vraag.verwijtbaar === null && !huidig) return;
  if (!mag(req.gebruiker, 'verwijtbaarheid.beoordelen', gemeenteId)) {
    throw new Probleem(403, 'geen-recht', 'Het oordeel over verwijtbaarheid geeft de gemeente.');
  }
  if (vraag.verwijtbaar === null) return;
  if ((vraag.motivering ?? '').length >= 10) return;
  throw onjuist('motivering', 'ontbreekt', 'Schrijf in een of meer zinnen waarom u dit vindt.');
}

/** Wie iets weghaalt dat er stond, zegt waarom. */
function keurReden(weg: boolean, reden: string | null): void {
  if (!weg || (reden ?? '') !== '') return;
  throw onjuist('reden', 'ontbreekt', 'Schrijf waarom dit vervalt.');
}

const nietsGewijzigd = () =>
  geweigerd('Er is niets gewijzigd.', [
    { code: 'niets-gewijzigd', tekst: 'Dit stond er al precies zo.' },
  ]);

type Werk = { req: FastifyRequest; tx: Tx; t: Toepassing; dossierId: string };

async function legResultaatVast(w: Werk, onderdeel: 'pvt' | 'map', vraag: ResultaatVraag) {
  const zaak = await neemZaak(w.req, w.tx, w.t, w.dossierId);
  const { l, door, feiten } = zaak;
  const huidig = { datum: huidigeDatum(l, onderdeel), oordeel: huidigOordeel(l, onderdeel) };
  keurGezien(huidig.datum, vraag.vorigeDatum, 'de dag');
  keurOordeel(w.req, vraag, zaak.d.gemeenteId, huidig.oordeel);
  keurGezien(huidig.oordeel, vraag.vorigOordeel, 'het oordeel over verwijtbaarheid');
  keurReden(huidig.datum !== undefined && vraag.op === null, vraag.reden);
  keurResultaat(zaak, onderdeel, vraag.op, vraag.verwijtbaar);
  const nieuw = [
    ...datumFeiten(onderdeel, huidig, vraag, door.vandaag),
    ...oordeelFeiten(onderdeel, huidig, vraag, door.vandaag),
  ] as NieuwFeit[];
  const [eerste, ...rest] = nieuw;
  if (!eerste) throw nietsGewijzigd();
  const inhoud = {
    ...(vraag.op === null ? {} : { [DUO_VELD[onderdeel]]: vraag.op }),
    ...(vraag.verwijtbaar === null ? {} : { verwijtbaar: vraag.verwijtbaar }),
  };
  return legVastEnMeld(w.req, w.tx, zaak, [eerste, ...rest], { soort: onderdeel, inhoud }, [
    ...idsVan(feiten, onderdeel),
  ]);
}

/**
 * DUO kent voor de Z-route zelf geen volgorde, maar neemt daarna geen latere dag van PVT of MAP aan en laat er
 * geen meer intrekken. Daarom gaan die twee voor.
 */
function keurVolgorde({ l }: Zaak, { op, zonderRest }: ZrouteVraag): void {
  if (op === null) return;
  const later = (['pvt', 'map'] as const).flatMap((o) => {
    const dag = huidigeDatum(l, o)?.inhoud.op;
    if (!dag || dag <= op) return [];
    const tekst = `De dag van ${o === 'pvt' ? 'het PVT' : 'de MAP'} (${inWoorden(dag)}) ligt na deze dag.`;
    return [{ code: `na-${o}`, tekst, veld: 'op' }];
  });
  if (later.length > 0) throw geweigerd('De Z-route kan zo niet worden afgerond.', later);
  const mist = (['pvt', 'map'] as const).filter((o) => !huidigeDatum(l, o));
  if (mist.length === 0 || zonderRest) return;
  throw geweigerd(
    'Leg eerst PVT en MAP vast.',
    mist.map((o) => ({
      code: `zonder-${o}`,
      tekst: `${o === 'pvt' ? 'Het PVT' : 'De MAP'} heeft nog geen dag. Na de afronding neemt DUO alleen een dag aan die niet later is.`,
      veld: 'zonderRest',
    })),
  );
}

async function legZrouteVast(w: Werk, vraag: ZrouteVraag) {
  const zaak = await neemZaak(w.req, w.tx, w.t, w.dossierId);
  const { l, door, feiten } = zaak;
  const datum = huidigeDatum(l, 'zroute');
  keurGezien(datum, vraag.vorigeDatum, 'de dag van afronding');
  if (l.leerroute !== 'Z') {
    const tekst = 'Alleen wie de Z-route volgt, rondt die af met een eindgesprek.';
    throw geweigerd('Dit hoort niet bij de leerroute.', [{ code: 'geen-zroute', tekst }]);
  }
  keurReden(datum !== undefined && vraag.op === null, vraag.reden);
  keurResultaat(zaak, 'zroute', vraag.op, null);
  keurVolgorde(zaak, vraag);
  const [feit] = datumFeiten('zroute', { datum }, vraag, door.vandaag) as NieuwFeit[];
  if (!feit) throw nietsGewijzigd();
  const inhoud = vraag.op === null ? {} : { [DUO_VELD.zroute]: vraag.op };
  const bericht = { soort: 'zroute', inhoud } as const;
  return legVastEnMeld(w.req, w.tx, zaak, [feit], bericht, [...idsVan(feiten, 'zroute')]);
}

const kort = ({ feitId, verzendingId }: { feitId: string; verzendingId: string | null }) => ({
  feitId,
  verzendingId,
});

function registreerPvtOfMap(app: App, t: Toepassing, onderdeel: 'pvt' | 'map'): void {
  const wat = onderdeel === 'pvt' ? 'De ondertekening van het PVT' : 'Het eindgesprek van de MAP';
  app.post(
    `/v1/dossiers/:dossierId/traject/${onderdeel}`,
    {
      config: { handeling: `${onderdeel}.bewerken` },
      schema: {
        tags: ['Traject'],
        summary: `${wat} vastleggen, wijzigen of intrekken, zo nodig met een oordeel over verwijtbaarheid`,
        params: DossierParams,
        body: ResultaatVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { dossierId } = req.params;
          return kort(await legResultaatVast({ req, tx, t, dossierId }, onderdeel, req.body));
        }),
      ),
  );
}

/** PVT, MAP en Z-route. */
export const registreerResultaten: Routes = (app, t) => {
  registreerPvtOfMap(app, t, 'pvt');
  registreerPvtOfMap(app, t, 'map');
  app.post(
    '/v1/dossiers/:dossierId/traject/zroute',
    {
      config: { handeling: 'zroute.afronden' },
      schema: {
        tags: ['Traject'],
        summary: 'De afronding van de Z-route vastleggen, wijzigen of intrekken',
        params: DossierParams,
        body: ZrouteVraag,
        response: { 200: VastgelegdAntwoord, ...problemen },
      },
    },
    (req) =>
      req.inBereik((tx) =>
        eenmalig(req, tx, async () => {
          const { dossierId } = req.params;
          return kort(await legZrouteVast({ req, tx, t, dossierId }, req.body));
        }),
      ),
  );
};
