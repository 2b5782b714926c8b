import { createServer } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  maakWereld,
  type TestGemeente,
  type TestMedewerker,
  type Wereld,
} from '../../test/world.ts';
import { bouwServer } from '../server.ts';
import type { App } from '../toepassing.ts';
import { demoAanbieder, registreerDemoLogin } from './demo-login.ts';
import { cookieNaam, veiligPad } from './login.routes.ts';

let w: Wereld;
let g: TestGemeente;
let app: App;
let adres: string;

/** Een poort die nu vrij is: het adres moet bekend zijn voordat de server luistert. */
const vrijePoort = () =>
  new Promise<number>((klaar) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => klaar(port));
    });
  });

beforeAll(async () => {
  w = await maakWereld();
  g = await w.gemeente();
  const poort = await vrijePoort();
  adres = `http://localhost:${poort}`;
  const aanbieder = demoAanbieder(adres);
  app = await bouwServer(w.t, {
    logger: pino({ level: 'silent' }),
    adres,
    aanbieder,
    verzoekenPerMinuut: 1_000_000,
  });
  registreerDemoLogin(app, w.t, aanbieder);
  await app.listen({ port: poort, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await w.sluit();
});

/** Een browser: onthoudt cookies en volgt niet vanzelf. */
function browser() {
  const koek = new Map<string, string>();
  return {
    koek,
    async ga(url: string, method = 'GET', headers: Record<string, string> = {}) {
      const antwoord = await fetch(new URL(url, adres), {
        method,
        redirect: 'manual',
        headers: { cookie: [...koek].map(([k, v]) => `${k}=${v}`).join('; '), ...headers },
      });
      for (const regel of antwoord.headers.getSetCookie()) {
        const [naam = '', waarde = ''] = regel.split(';')[0]!.split(/=(.*)/s);
        if (waarde === '' || /expires=Thu, 01 Jan 1970/i.test(regel)) koek.delete(naam);
        else koek.set(naam, waarde);
      }
      return antwoord;
    },
  };
}
type Browser = ReturnType<typeof browser>;
const naar = (antwoord: Response) => antwoord.headers.get('location') ?? '';

/** Tot het adres waarmee de aanbieder terugkomt. */
async function totTerugkeer(b: Browser, wie: string, pad = '/aanmelden'): Promise<string> {
  let antwoord = await b.ga(pad);
  for (let stap = 0; stap < 8; stap += 1) {
    const doel = naar(antwoord);
    if (new URL(doel, adres).pathname === '/aanmelden/terug') return doel;
    antwoord = doel.includes('/aanmelden/kies/')
      ? await b.ga(`${new URL(doel, adres).pathname}/${wie}`, 'POST', {
          'content-type': 'application/x-www-form-urlencoded',
        })
      : await b.ga(doel);
  }
  throw new Error('de aanbieder kwam niet terug');
}
const meldAan = async (b: Browser, m: TestMedewerker, pad?: string) =>
  b.ga(await totTerugkeer(b, m.id, pad));

describe('aanmelden', () => {
  it('gaat met code en PKCE en komt uit op de gevraagde pagina', async () => {
    const m = await w.medewerker(g.organisatieId);
    const b = browser();
    const begin = new URL(naar(await b.ga('/aanmelden')));
    expect(begin.searchParams.get('code_challenge_method')).toBe('S256');
    expect(begin.searchParams.get('response_type')).toBe('code');
    const terug = await meldAan(b, m, '/aanmelden?naar=%2Finburgeraars%3Fbereik%3Dmij');
    expect([terug.status, naar(terug)]).toEqual([302, '/inburgeraars?bereik=mij']);
    const ik = await b.ga('/v1/ik');
    expect([ik.status, (await ik.json()).medewerker.id]).toEqual([200, m.id]);
  });

  it('zet een cookie die scripts niet kunnen lezen en een andere site niet meestuurt', async () => {
    const b = browser();
    const terug = await meldAan(b, await w.medewerker(g.organisatieId));
    const cookie = terug.headers.getSetCookie().find((c) => c.startsWith('meedoen='));
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Domain|Max-Age|Expires/);
    expect([cookieNaam(true), cookieNaam(false)]).toEqual(['__Host-meedoen', 'meedoen']);
  });

  it('geeft bij opnieuw aanmelden een andere sleutel; de oude werkt niet meer', async () => {
    const m = await w.medewerker(g.organisatieId);
    const b = browser();
    await meldAan(b, m);
    const oud = b.koek.get('meedoen')!;
    await meldAan(b, m);
    expect(b.koek.get('meedoen')).not.toBe(oud);
    const vraag = (c: string) => app.inject({ url: '/v1/ik', headers: { cookie: `meedoen=${c}` } });
    expect((await vraag(oud)).statusCode).toBe(401);
    expect((await vraag(b.koek.get('meedoen')!)).statusCode).toBe(200);
  });

  it('begint opnieuw bij wie niet in de lijst staat', async () => {
    const b = browser();
    const keuze = naar(await b.ga(naar(await b.ga('/aanmelden'))));
    for (const wie of ['00000000-0000-4000-8000-000000000000', '__proto__']) {
      const terug = await b.ga(`${new URL(keuze, adres).pathname}/${wie}`, 'POST');
      expect([terug.status, naar(terug)]).toEqual([303, '/aanmelden']);
    }
  });

  it('neemt geen sleutel over die iemand anders klaarzette', async () => {
    const b = browser();
    b.koek.set('meedoen', 'klaargezet');
    await meldAan(b, await w.medewerker(g.organisatieId));
    expect(b.koek.get('meedoen')).not.toBe('klaargezet');
  });

  it('schrijft aan- en afmelden in het logboek', async () => {
    const m = await w.medewerker(g.organisatieId);
    const b = browser();
    await meldAan(b, m);
    const uit = await b.ga('/afmelden', 'POST');
    expect((await uit.json()).naar).toContain(`${adres}/oidc/`);
    expect((await b.ga('/v1/ik')).status).toBe(401);
    const { Client } = (await import('pg')).default;
    const client = new Client({ connectionString: w.ownerUrl });
    await client.connect();
    const { rows } = await client
      .query('select handeling from audit where medewerker_id = $1 order by volgnummer', [m.id])
      .finally(() => client.end());
    expect(rows.map((r) => r.handeling)).toEqual(['aanmelden', 'afmelden']);
  });
});

describe('misbruik van aanmelden', () => {
  it('laat dezelfde terugkeer maar één keer toe', async () => {
    const b = browser();
    const terug = await totTerugkeer(b, (await w.medewerker(g.organisatieId)).id);
    const bewaard = new Map(b.koek);
    expect((await b.ga(terug)).status).toBe(302);
    const dief = browser();
    for (const [k, v] of bewaard) dief.koek.set(k, v);
    const opnieuw = await dief.ga(terug);
    expect([opnieuw.status, naar(opnieuw)]).toEqual([302, '/aanmelden']);
    expect(dief.koek.has('meedoen')).toBe(false);
  });

  it('weigert een terugkeer met een andere state', async () => {
    const b = browser();
    const terug = new URL(await totTerugkeer(b, (await w.medewerker(g.organisatieId)).id), adres);
    terug.searchParams.set('state', 'verzonnen');
    const antwoord = await b.ga(terug.href);
    expect([antwoord.status, (await antwoord.json()).code]).toEqual([401, 'aanmelden-mislukt']);
    expect(b.koek.has('meedoen')).toBe(false);
  });

  it('weigert de terugkeer van een ander: zonder zijn begonnen aanmelding is zij niets waard', async () => {
    const terug = await totTerugkeer(browser(), (await w.medewerker(g.organisatieId)).id);
    const slachtoffer = browser();
    expect(naar(await slachtoffer.ga(terug))).toBe('/aanmelden');
    await slachtoffer.ga('/aanmelden');
    expect((await slachtoffer.ga(terug)).status).toBe(401);
    expect(slachtoffer.koek.has('meedoen')).toBe(false);
  });

  it('weigert een verzonnen code en toont niets van de aanbieder', async () => {
    const b = browser();
    await b.ga('/aanmelden');
    const state = b.koek.get('meedoen_aanmelding');
    const antwoord = await b.ga(`/aanmelden/terug?code=verzonnen&state=${state}&iss=${adres}/oidc`);
    expect(antwoord.status).toBe(401);
    expect(await antwoord.text()).not.toMatch(/invalid_grant|verzonnen|stack/);
  });

  it('laat een begonnen aanmelding na tien minuten vervallen', async () => {
    const b = browser();
    const terug = await totTerugkeer(b, (await w.medewerker(g.organisatieId)).id);
    const oud = new Date(Date.now() - 10 * 60_000 - 1000).toISOString();
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('aanmelding')
        .set({ begonnen_op: oud })
        .where('state', '=', b.koek.get('meedoen_aanmelding')!)
        .execute(),
    );
    expect(naar(await b.ga(terug))).toBe('/aanmelden');
    expect(b.koek.has('meedoen')).toBe(false);
  });

  it.each([
    ['niet meer actief is', { actief: false }, [401, 'aanmelden-mislukt']],
    ['bij Meedoen niet bekend is', { oidc_sub: 'een-ander' }, [403, 'geen-medewerker']],
  ])('laat iemand die %s niet binnen', async (_wat, wijziging, verwacht) => {
    const m = await w.medewerker(g.organisatieId);
    const b = browser();
    const terug = await totTerugkeer(b, m.id);
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('medewerker')
        .set({ ...wijziging, ...('oidc_sub' in wijziging ? { oidc_sub: `x${m.id}` } : {}) })
        .where('id', '=', m.id)
        .execute(),
    );
    const antwoord = await b.ga(terug);
    expect([antwoord.status, (await antwoord.json()).code]).toEqual(verwacht);
    expect(b.koek.has('meedoen')).toBe(false);
  });

  it.each([
    'https://kwaad.example',
    '//kwaad.example',
    '/\\kwaad.example',
    '\\\\kwaad.example',
    '/\t/kwaad.example',
    '/\n/kwaad.example',
    '\t//kwaad.example',
    '/.//kwaad.example',
    '/x/..//kwaad.example',
    '/%2e//kwaad.example',
    'javascript:alert(1)',
    'kwaad.example',
    '/\r\nset-cookie: a=b',
    '',
  ])('stuurt na aanmelden nooit naar een andere site: %j', async (pad) => {
    const veilig = veiligPad(pad);
    const doel = new URL(veilig, adres);
    expect(doel.origin).toBe(adres);
    expect(veilig).toMatch(/^\/(?!\/)[^\s\\]*$/);
    const b = browser();
    const m = await w.medewerker(g.organisatieId);
    const terug = await meldAan(b, m, `/aanmelden?naar=${encodeURIComponent(pad)}`);
    expect([terug.status, new URL(naar(terug), adres).origin]).toEqual([302, adres]);
  });

  it('houdt een gewoon pad heel', () => {
    for (const pad of ['/', '/inburgeraars/nieuw', '/x?a=%2F%2Fb&c=d#e', '/caf%C3%A9'])
      expect(veiligPad(pad)).toBe(pad);
    expect(veiligPad(undefined)).toBe('/');
  });

  it('toont namen op de keuzepagina als tekst, niet als opmaak', async () => {
    const m = await w.medewerker(g.organisatieId);
    await w.db.zonderDossiers((tx) =>
      tx
        .updateTable('medewerker')
        .set({ naam: '<img src=x onerror=alert(1)>' })
        .where('id', '=', m.id)
        .execute(),
    );
    const b = browser();
    let antwoord = await b.ga('/aanmelden');
    while (antwoord.status > 300 && antwoord.status < 400) antwoord = await b.ga(naar(antwoord));
    const html = await antwoord.text();
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
  });
});
