import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { vraag } from '../journeys/reis.ts';
import { isOpgeslagen } from '../journeys/stappen.ts';
import { type Opstelling, SMAL, startOpstelling } from '../meedoen.ts';
import { dossier, knop, metWachtendPip } from './keuren/wegen.ts';

const HALVE_MINUUT_MS = 30_000;
const GEDULD_MS = 20_000;

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

async function als(naam: string, opties?: Parameters<Opstelling['alsMedewerker']>[1]) {
  const { page, context } = await o.alsMedewerker(naam, opties);
  onTestFinished(() => context.close());
  return page;
}

test('wie alleen leest komt binnen bij iedereen die hij mag zien', async () => {
  const page = await als('Sanne Mulder');
  await page.getByRole('rowheader').first().waitFor();
  const gekozen = page.getByRole('navigation', { name: 'Wiens mensen' });
  expect(await gekozen.locator('[aria-current]').innerText()).toMatch(/^Team [1-9]/);
});

test('filters wissen haalt ook weg wat er is gezocht', async () => {
  const page = await als('Bram Kuipers');
  const zoek = page.getByRole('searchbox', { name: /Zoek in deze lijst/ });
  await zoek.fill('qwrtpl');
  await page.getByText('Niemand past bij deze keuze.').waitFor();
  await page.getByRole('button', { name: 'Filters wissen' }).click();
  await page.getByRole('rowheader').first().waitFor();
  expect(await zoek.inputValue()).toBe('');
});

test('een dossier dat er niet is geeft de weg terug en geen knop die niet kan helpen', async () => {
  const page = await als('Noor de Wit');
  await page.goto(`/inburgeraars/${crypto.randomUUID()}`);
  const terug = page.getByRole('link', { name: 'Naar Vandaag' });
  await terug.waitFor();
  expect(await page.getByRole('button', { name: 'Probeer opnieuw' }).count()).toBe(0);
  await terug.click();
  await page.getByRole('heading', { level: 1, name: 'Wie heeft mij vandaag nodig?' }).waitFor();
});

test('elke knop waarom van de intake heeft een eigen naam', async () => {
  const page = await als('Noor de Wit');
  await dossier(
    'Mehmet Yıldız',
    '/intake?gebied=leren-en-taal',
    'Wat is de hoogste opleiding',
  )(page);
  const namen = await page.getByRole('button', { name: /waarom/i }).allTextContents();
  expect(namen.length).toBeGreaterThan(10);
  expect(namen.filter((naam, plek) => namen.indexOf(naam) !== plek)).toEqual([]);
});

test('een zin met gevoelige woorden gaat pas weg als men dat toch wil', async () => {
  const page = await als('Bram Kuipers');
  await dossier('Azadeh Hosseini', '/intake?gebied=meedoen', 'Schriftelijk verslag')(page);
  const intake = `/v1/dossiers/${page.url().split('/')[4]}/intake`;
  const bewaard = async () =>
    (await vraag(page, 'GET', intake)).body.vragen.find((v: { id: string }) => v.id === 'verslag')
      .antwoord?.waarde;
  await page.getByLabel('Wat is de uitkomst').fill('Slikt medicijnen.');
  const toch = page.getByRole('button', { name: 'Toch zo opslaan' });
  await toch.waitFor();
  await page.getByText(/^Nog niet opgeslagen:/).waitFor();
  expect(await bewaard()).toBeUndefined();
  await toch.click();
  await isOpgeslagen(page);
  expect(await bewaard()).toBe('Slikt medicijnen.');
});

test('op een telefoon staat de hele taakverdeling in beeld, zonder schuiven', async () => {
  const page = await als('Karin Smit', { viewport: SMAL });
  await page.goto('/beheer/taakverdeling');
  const cellen = page.getByRole('table').getByRole('cell');
  await cellen.first().waitFor();
  const rechts = await cellen.evaluateAll((alle) =>
    alle.map((cel) => cel.getBoundingClientRect().right),
  );
  expect(rechts.length).toBeGreaterThan(30);
  expect(Math.max(...rechts)).toBeLessThanOrEqual(SMAL.width);
});

type Bericht = { id: string; staat: string };

/** Wat de API over dit dossier zegt, naast het scherm om. */
const lees = <T>(page: Page, deel: string) =>
  page.evaluate(async (url) => (await fetch(url)).json(), deel) as Promise<T>;

test('een open dossier ziet het antwoord van DUO, en wat men typt blijft staan', async () => {
  const page = await als('Bram Kuipers');
  await page.clock.install();
  await page.goto(await metWachtendPip(page));
  await page.getByText('Inburgeringstermijn, verwacht').first().waitFor();
  await knop(page, 'Notitie');
  const notitie = page.getByRole('textbox', { name: /^Notitie/ });
  await notitie.fill('Belt morgen terug');
  const api = `/v1/dossiers/${new URL(page.url()).pathname.split('/')[2]}`;
  const uit = async () => (await lees<{ uit: Bericht[] }>(page, `${api}/berichten`)).uit[0];
  const wachtend = await uit();
  expect(wachtend?.staat).toBe('wacht');
  await page.evaluate(
    (url) => fetch(url, { method: 'POST' }),
    `/v1/verzendingen/${wachtend?.id}/_opnieuw`,
  );
  const termijn = async () =>
    (await lees<{ inburgeringstermijn: { staat: string } | null }>(page, api)).inburgeringstermijn
      ?.staat;
  await expect.poll(termijn, { timeout: GEDULD_MS }).toBe('loopt');
  expect(await page.getByText(/^dag \d+ van \d+$/).count()).toBe(0);
  await page.clock.fastForward(HALVE_MINUUT_MS);
  await page.getByText(/^dag \d+ van \d+$/).waitFor();
  await page.getByRole('main').getByText('DUO heeft het PIP geaccepteerd').first().waitFor();
  expect(await notitie.inputValue()).toBe('Belt morgen terug');
  expect(await notitie.evaluate((veld) => veld === document.activeElement)).toBe(true);
});
