import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TAAKLIJST, type Taak } from '../../rules/taakverdeling/taken.ts';
import { HANDELINGEN, type Rol } from '../../server/auth/rechten.ts';
import { nieuwId } from '../../server/id.ts';
import { startNabootsers } from '../duo-brp.ts';
import { maakWereld, type TestMedewerker, type Wereld } from '../world.ts';
import { maakRijk, type Rijk, vingerafdruk } from './rijk.ts';
import { naamVan, type Route, verzamelRoutes, vulPad } from './routes.ts';
import { voorbeeld } from './voorbeeld.ts';

const VANDAAG = '2026-11-21';
const ROLLEN: readonly Rol[] = ['klantmanager', 'regisseur', 'beleid', 'beheer', 'lezer'];
const IEDEREEN = [
  ...ROLLEN.map((r) => `*:${r}`),
  'mandaat-pip:klantmanager',
  'gezondheid:klantmanager',
];
/** Een route kan daarna nog om eigen redenen weigeren; dit is de poort. */
const GEEN_RECHT = 'Uw rol of de taak van uw organisatie laat dit niet toe.';
/** Wat zonder aanmelding kan. Een nieuwe openbare route hoort hier met opzet bij te komen. */
const OPENBAAR = [
  'GET /aanmelden',
  'GET /aanmelden/terug',
  'GET /agenda/:sleutel.ics',
  'GET /gereed',
  'GET /gezond',
  'GET /v1/openapi.json',
  'GET /v1/regels',
  'GET /v1/regels/:regel',
  'POST /afmelden',
  'POST /duo/v1/notificaties',
  'POST /notify/v1/afloop',
  'POST /v1/partner/_antwoord',
  'POST /v1/partner/_bekijk',
  'POST /v1/partner/_wissel',
  'POST /v1/regels/:regel',
];

const { routes, luister } = verzamelRoutes();
let w: Wereld;
let nabootsers: Awaited<ReturnType<typeof startNabootsers>>;
let a: Rijk;
let b: Rijk;
let besloten: Route[];

beforeAll(async () => {
  nabootsers = await startNabootsers();
  const { nabootsingen } = nabootsers;
  w = await maakWereld({ vandaag: VANDAAG, vooraf: luister, nabootsingen });
  a = await maakRijk(w, 'Zzgeheim', 0);
  b = await maakRijk(w, 'Yyeigen', 1);
  besloten = routes.filter((r) => !r.config.openbaar);
});
afterAll(async () => {
  await w.sluit();
  await nabootsers.sluit();
});

/** Vraagt `route` met de ids van `pad` in het adres en die van `inhoud` in het bericht. */
function roep(wie: TestMedewerker, route: Route, pad: Rijk, inhoud: Rijk = pad) {
  const url = vulPad(route.url, pad.ids, 'onbekend');
  const query = route.querystring && voorbeeld(route.querystring, inhoud.ids, VANDAAG);
  const zoek = query ? `?${new URLSearchParams(query as Record<string, string>)}` : '';
  const body = route.body && voorbeeld(route.body, inhoud.ids, VANDAAG);
  return wie.vraag(route.method, url + zoek, body);
}

const verraad = (antwoord: { body: unknown; headers: unknown }, merken: string[]) => {
  const tekst = JSON.stringify([antwoord.body, antwoord.headers]);
  return merken.filter((m) => tekst.includes(m));
};

describe('elke route', () => {
  it('is gevonden, en staat in het OpenAPI-document als zij niet verborgen is', () => {
    const { paths = {} } = w.app.swagger() as { paths?: Record<string, object> };
    const inDocument = Object.entries(paths).flatMap(([pad, deel]) =>
      Object.keys(deel).map((m) => `${m.toUpperCase()} ${pad}`),
    );
    const zelf = routes.filter((r) => !r.hidden).map((r) => naamVan(r).replace(/:(\w+)/g, '{$1}'));
    const zonderVersie = (n: string) => n.replace(/ (\/v1)?\//, ' /');
    expect(inDocument.map(zonderVersie).sort()).toEqual(zelf.map(zonderVersie).sort());
    expect(besloten.length).toBeGreaterThan(50);
  });

  it('is alleen openbaar als dat hier staat', () => {
    const openbaar = routes.filter((r) => r.config.openbaar).map(naamVan);
    expect(openbaar.sort()).toEqual(OPENBAAR);
  });

  it('heeft een voorbeeld dat het schema goedkeurt', () => {
    const zonder = besloten.filter(
      (r) => r.body && voorbeeld(r.body, a.ids, VANDAAG) === undefined,
    );
    expect(zonder.map(naamVan)).toEqual([]);
  });

  it('antwoordt zonder of met een verzonnen sessie met 401 en verder niets', async () => {
    const vreemde = { ...(await w.medewerker(a.g.organisatieId)) };
    for (const cookie of ['', 'meedoen=', 'meedoen=verzonnen', `meedoen=${nieuwId()}`])
      for (const route of besloten) {
        const antwoord = await w.app.inject({
          method: route.method,
          url: vulPad(route.url, a.ids, 'onbekend'),
          headers: { cookie },
          payload: route.body ? { iets: 'x' } : undefined,
        });
        expect([naamVan(route), cookie, antwoord.statusCode]).toEqual([
          naamVan(route),
          cookie,
          401,
        ]);
        expect(verraad(antwoord, [...a.merken, vreemde.id])).toEqual([]);
        expect(antwoord.json()).toMatchObject({ status: 401, code: 'niet-aangemeld' });
      }
  });
});

type Regel = { taken: readonly Taak[]; rollen: readonly Rol[]; bijzonder?: string };

/** Elke rol op elke taak van de regel en op één andere, met en zonder het bijzondere recht. */
function gevallen({ taken, rollen, bijzonder }: Regel): { rollen: string[]; hoort: boolean }[] {
  const vreemd = TAAKLIJST.find((t) => !taken.includes(t)) as Taak;
  return [...taken, vreemd].flatMap((taak) =>
    ROLLEN.flatMap((rol) => {
      const hoort = taken.includes(taak) && rollen.includes(rol);
      const zonder = { rollen: [`${taak}:${rol}`], hoort: hoort && !bijzonder };
      return bijzonder
        ? [zonder, { rollen: [`${taak}:${rol}`, `${bijzonder}:${rol}`], hoort }]
        : [zonder];
    }),
  );
}

describe('rol en taak', () => {
  const bekend = new Map<string, Promise<TestMedewerker>>();
  const iemand = (rollen: string[]) => {
    const sleutel = rollen.join();
    const gevonden = bekend.get(sleutel) ?? w.medewerker(b.g.organisatieId, rollen);
    bekend.set(sleutel, gevonden);
    return gevonden;
  };

  it.each(Object.keys(HANDELINGEN) as (keyof typeof HANDELINGEN)[])(
    '%s mag precies zoals de tabel zegt, op elke route',
    async (handeling) => {
      const mis: string[] = [];
      for (const route of besloten.filter((r) => r.config.handeling === handeling))
        for (const { rollen, hoort } of gevallen(HANDELINGEN[handeling])) {
          const { status, body } = await roep(await iemand(rollen), route, b);
          const geenRecht = status === 403 && body.detail === GEEN_RECHT;
          const goed = hoort ? !geenRecht && status < 500 && status !== 401 : geenRecht;
          if (!goed) mis.push(`${naamVan(route)} als ${rollen}: ${status}, hoort ${hoort}`);
        }
      expect(mis).toEqual([]);
    },
    120_000,
  );

  it('laat op routes zonder handeling iedereen toe die is aangemeld, zonder gegevens van een ander', async () => {
    for (const route of besloten.filter((r) => r.config.aangemeld))
      for (const rol of ROLLEN) {
        const antwoord = await roep(await iemand([`beheer:${rol}`]), route, b);
        const goed = antwoord.status < 500 && antwoord.status !== 401;
        expect([naamVan(route), antwoord.status, goed]).toEqual([
          naamVan(route),
          antwoord.status,
          true,
        ]);
        expect([naamVan(route), verraad(antwoord, a.merken)]).toEqual([naamVan(route), []]);
      }
  });

  it('heeft voor elke route een handeling of alleen een aanmelding nodig, niet beide', () => {
    const dubbel = besloten.filter((r) => r.config.handeling && r.config.aangemeld);
    expect(dubbel.map(naamVan)).toEqual([]);
  });
});

const verzin = (rijk: Rijk) =>
  Object.fromEntries(Object.keys(rijk.ids).map((naam) => [naam, nieuwId()]));
const kern = ({ status, body }: { status: number; body: object }) => ({
  status,
  body: { ...body, instance: '' },
});

describe('een andere gemeente', () => {
  let buiten: TestMedewerker;
  let voor: Record<string, string>;

  beforeAll(async () => {
    // Een eigen gemeente, want de vorige proeven veranderden die van hierboven.
    b = await maakRijk(w, 'Xxeigen', 1);
    buiten = await w.medewerker(b.g.organisatieId, IEDEREEN);
    voor = await vingerafdruk(w, a.g.id);
  });
  it('had met eigen ids wel antwoord gekregen: de voorbeelden zijn goed genoeg', async () => {
    const eigen = await maakRijk(w, 'Wweigen', 0);
    const medewerker = await w.medewerker(eigen.g.organisatieId, IEDEREEN);
    const uitkomsten: string[] = [];
    for (const route of besloten) {
      const { status } = await roep(medewerker, route, eigen);
      uitkomsten.push(`${Math.floor(status / 100)} ${naamVan(route)} ${status}`);
    }
    const gelukt = uitkomsten.filter((u) => u.startsWith('2'));
    expect(gelukt.length / uitkomsten.length, uitkomsten.sort().join('\n')).toBeGreaterThan(0.6);
  });

  /** Wat iemand zelf instuurt mag terugkomen; iets nieuws niet. */
  const nieuws = (route: Route, antwoord: Parameters<typeof verraad>[0]) => {
    const gestuurd = JSON.stringify(route.body && voorbeeld(route.body, a.ids, VANDAAG)) ?? '';
    return verraad(antwoord, a.merken).filter((merk) => !gestuurd.includes(merk));
  };
  const onveranderd = async () => expect(await vingerafdruk(w, a.g.id)).toEqual(voor);

  it('krijgt met een id in het adres nooit iets te zien en wijzigt niets', async () => {
    for (const route of besloten) {
      const antwoord = await roep(buiten, route, a);
      // Wat alleen een aanmelding vraagt, gaat over de aangemelde zelf.
      const metId = /:\w+Id\b/.test(route.url) && !route.config.aangemeld;
      // Een keuze in het adres die niet bestaat, wordt geweigerd voordat er naar het id wordt gekeken.
      const metKeuze = /:(?!\w+Id\b)\w+/.test(route.url);
      const nooit = metKeuze ? [400, 403, 404] : [403, 404];
      const hoort = metId ? nooit : [200, 201, 204, 400, 403, 404, 409];
      expect([naamVan(route), hoort.includes(antwoord.status), antwoord.status]).toEqual([
        naamVan(route),
        true,
        antwoord.status,
      ]);
      expect([naamVan(route), nieuws(route, antwoord)]).toEqual([naamVan(route), []]);
    }
    await onveranderd();
  });

  it('krijgt voor een bestaand id hetzelfde antwoord als voor een verzonnen id', async () => {
    const verzonnen = { ...a, ids: verzin(a) };
    const metId = besloten.filter((r) => /:\w+Id\b/.test(r.url) && !r.config.aangemeld);
    for (const route of metId) {
      const echt = await roep(buiten, route, a, verzonnen);
      const nep = await roep(buiten, route, verzonnen);
      expect([naamVan(route), kern(echt)]).toEqual([naamVan(route), kern(nep)]);
    }
  });

  it('krijgt met het id van een ander in het bericht of achter het eigen dossier niets', async () => {
    // De taakverdeling als laatste: wie een taak aan een ander geeft, ziet daarna terecht diens medewerkers.
    const verdeelt = (r: Route) => r.url.includes('taakverdeling');
    for (const route of [...besloten.filter((r) => !verdeelt(r)), ...besloten.filter(verdeelt)]) {
      const antwoord = await roep(buiten, route, b, a);
      expect([naamVan(route), antwoord.status, antwoord.status < 500]).toEqual([
        naamVan(route),
        antwoord.status,
        true,
      ]);
      expect([naamVan(route), nieuws(route, antwoord)]).toEqual([naamVan(route), []]);
      if ((route.url.match(/:\w+Id\b/g) ?? []).length < 2) continue;
      // Het dossier is eigen, wat erin wordt aangewezen niet: net zo onbekend als een verzonnen id.
      const achter = (ids: Record<string, string>) => {
        const { dossierId } = b.ids as { dossierId: string };
        return vulPad(route.url, ids, 'onbekend').replace(
          /dossiers\/[^/]+/,
          `dossiers/${dossierId}`,
        );
      };
      const body = route.body && voorbeeld(route.body, b.ids, VANDAAG);
      const echt = await buiten.vraag(route.method, achter(a.ids), body);
      const nep = await buiten.vraag(route.method, achter(verzin(a)), body);
      expect([naamVan(route), kern(echt)]).toEqual([naamVan(route), kern(nep)]);
      expect([naamVan(route), echt.status]).toEqual([
        naamVan(route),
        expect.toBeOneOf([403, 404, 409]),
      ]);
      expect([naamVan(route), verraad(echt, a.merken)]).toEqual([naamVan(route), []]);
    }
    await onveranderd();
  });
});
