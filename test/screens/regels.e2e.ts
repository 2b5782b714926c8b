import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keur, keurSchermen, type Toestand } from './keuren/keuring.ts';
import { knop, metWachtendPip, venster } from './keuren/wegen.ts';

const REGEL = '/regels/ontzorgen';
const VOORBEELD = 'Bijstand vanaf 1 september 2025';
const LAATSTE_DAG = 'za 28 februari 2026';
const BEGIN = 'Dag waarop het recht op bijstand ontstaat';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

async function bezoeker(opties?: BrowserContextOptions) {
  const open = await o.venster(opties);
  onTestFinished(() => open.context.close());
  return open;
}

const antwoord = (page: Page) => page.getByRole('region', { name: 'Antwoord' });

async function lijst(page: Page) {
  await page.goto('/regels');
  await page.getByRole('link', { name: 'Zes maanden ontzorgen' }).waitFor();
}

async function regel(page: Page) {
  await page.goto(REGEL);
  await page.getByRole('heading', { level: 1, name: 'Zes maanden ontzorgen' }).waitFor();
}

async function voorbeeld(page: Page, naam = VOORBEELD) {
  await regel(page);
  await knop(page, naam);
  await antwoord(page).getByText('Waarom?').waitFor();
}

const probleem = (status: number, title: string, detail: string) => (route: Route) =>
  route.fulfill({
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ title, status, detail }),
  });

const TOESTANDEN: readonly Toestand[] = [
  { naam: 'alle regels', open: lijst },
  {
    naam: 'geen regel gevonden',
    async open(page) {
      await page.goto('/regels?zoek=zzzzzz');
      await page.getByText('Geen regel past hierbij.').waitFor();
    },
  },
  { naam: 'regel zonder vraag', open: regel },
  { naam: 'regel met antwoord', open: (page) => voorbeeld(page) },
  { naam: 'regel waaraan feiten ontbreken', open: (page) => voorbeeld(page, 'Nog niets bekend') },
  {
    naam: 'regel delen',
    async open(page) {
      await voorbeeld(page);
      await knop(page, 'Deel deze vraag');
      await venster(page, 'Deel deze vraag');
    },
  },
  {
    naam: 'regel die er niet is',
    async open(page) {
      await page.goto('/regels/bestaat-niet');
      await page.getByText('Geen regel heeft deze naam.').waitFor();
    },
  },
];

const GESTOORD: readonly Toestand[] = [
  {
    naam: 'te vaak gevraagd',
    async open(page) {
      await regel(page);
      await page.route('**/v1/regels/ontzorgen', probleem(429, 'Te vaak', 'Wacht een minuut.'));
      await knop(page, 'Geef het antwoord');
      await antwoord(page).getByText('Wacht een minuut.').waitFor();
      await page.unroute('**/v1/regels/ontzorgen');
    },
  },
  {
    naam: 'lijst die niet laadt',
    async open(page) {
      await page.route('**/v1/regels', probleem(500, 'Storing', 'Later.'));
      await page.goto('/regels');
      await page.getByRole('button', { name: 'Probeer opnieuw' }).waitFor();
      await page.unroute('**/v1/regels');
    },
  },
];

describe('de regels voor wie niet is aangemeld', () => {
  test.each([...TOESTANDEN, ...GESTOORD])('$naam', async (toestand) => {
    const { page, fouten } = await bezoeker();
    expect(await keur(page, toestand)).toEqual([]);
    expect(fouten).toEqual([]);
  });
});

keurSchermen(() => o, 'Bram Kuipers', TOESTANDEN.slice(0, 4));

test('zonder aanmelding blijft men op de regels, en elders moet men zich aanmelden', async () => {
  const { page } = await bezoeker();
  await voorbeeld(page);
  const aanmelden = page.getByRole('link', { name: 'Aanmelden' });
  expect(await aanmelden.getAttribute('href')).toBe(`/aanmelden?naar=${encodeURIComponent(REGEL)}`);
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: 'Regels' }).waitFor();
  await page.goto('/regels/te/ver');
  await page.getByRole('link', { name: 'Naar Vandaag' }).click();
  await page.getByRole('heading', { level: 1, name: 'Wie bent u vandaag?' }).waitFor();
});

test('wie is aangemeld vindt de regels in het menu', async () => {
  const { page, context } = await o.alsMedewerker('Karin Smit');
  onTestFinished(() => context.close());
  await page.waitForURL('**/beheer/taakverdeling');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByText('Regels').click();
  await page.getByRole('link', { name: 'Zes maanden ontzorgen' }).waitFor();
  expect(await page.getByRole('link', { name: 'Aanmelden' }).count()).toBe(0);
});

test('zoeken let niet op accenten en staat in het adres', async () => {
  const { page } = await bezoeker();
  await lijst(page);
  const zoekveld = page.getByRole('searchbox', { name: 'Zoek een regel op woord of artikel' });
  await zoekveld.pressSequentially('ONTZÓRGEN 56a');
  await page.waitForURL('**/regels?zoek=*');
  expect(await page.getByRole('status').first().innerText()).toMatch(/^1 van \d+ regels?$/);
  await page.getByRole('link', { name: 'Zes maanden ontzorgen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zes maanden ontzorgen' }).waitFor();
  await page.goBack();
  await expect.poll(() => zoekveld.inputValue()).toBe('ONTZÓRGEN 56a');
});

test('invullen met het toetsenbord geeft het antwoord, en een wijziging geeft een ander', async () => {
  const { page } = await bezoeker();
  await regel(page);
  const groep = (naam: RegExp) => page.getByRole('radiogroup', { name: naam });
  await groep(/^Inburgeringsplichtig/)
    .getByText('ja', { exact: true })
    .click();
  await groep(/^Verblijf op een asielvergunning/)
    .getByText('ja', { exact: true })
    .click();
  const begin = page.getByRole('textbox', { name: BEGIN });
  await begin.fill('01-09-2025');
  expect(await antwoord(page).getByText('Vul in wat u weet').count()).toBe(1);
  await begin.press('Enter');
  await antwoord(page).getByText(LAATSTE_DAG).waitFor();
  await begin.fill('02-09-2025');
  await antwoord(page).getByText('zo 1 maart 2026').waitFor();
});

test('rijen, bedragen en groepen gaan heen zoals de regel ze beschrijft', async () => {
  const { page } = await bezoeker();
  const getal = { type: 'integer', minimum: 0, maximum: 24, title: 'Maanden' };
  const bedrag = { type: 'integer', 'x-eenheid': 'eurocent', title: 'Inkomen' };
  const extra = {
    verlengingen: {
      type: 'array',
      title: 'Verlengingen',
      items: { type: 'object', properties: { maanden: getal } },
    },
    partner: { type: 'object', title: 'Partner', properties: { inkomen: bedrag } },
  };
  const gestuurd: unknown[] = [];
  await page.route('**/v1/regels/ontzorgen', async (route) => {
    if (route.request().method() === 'POST') {
      gestuurd.push(route.request().postDataJSON());
      return route.continue({ postData: '{}' });
    }
    const response = await route.fetch();
    const json = await response.json();
    Object.assign(json.invoer.properties, extra);
    return route.fulfill({ response, json });
  });
  await regel(page);
  const toevoegen = page.getByRole('button', { name: 'Rij toevoegen aan Verlengingen' });
  await toevoegen.click();
  await page.keyboard.type('3');
  await toevoegen.click();
  await page.keyboard.type('6');
  await page.getByRole('button', { name: 'Rij 1 weghalen' }).click();
  expect(await toevoegen.evaluate((knop) => knop === document.activeElement)).toBe(true);
  await page.getByRole('textbox', { name: 'Inkomen' }).fill('1.250,50');
  await knop(page, 'Geef het antwoord');
  await antwoord(page).getByText('Nog niet te zeggen').waitFor();
  expect(gestuurd).toEqual([{ verlengingen: [{ maanden: 6 }], partner: { inkomen: 125050 } }]);
  await page.getByRole('textbox', { name: 'Maanden' }).fill('zes');
  const fout = antwoord(page).getByRole('button', { name: 'Verlengingen, rij 1, Maanden' });
  await fout.click();
  await page.getByText("'zes' is geen getal.").first().waitFor();
  await page.getByRole('button', { name: 'Rij 1 weghalen' }).click();
  await page.getByText('Er zijn er geen').click();
  await expect
    .poll(() => gestuurd.at(-1))
    .toEqual({ verlengingen: [], partner: { inkomen: 125050 } });
});

test('wat ontbreekt brengt naar het veld', async () => {
  const { page } = await bezoeker();
  await regel(page);
  await knop(page, 'Geef het antwoord');
  await antwoord(page).getByText('Nog niet te zeggen').waitFor();
  await antwoord(page)
    .getByRole('button', { name: new RegExp(BEGIN) })
    .click();
  const begin = page.getByRole('textbox', { name: BEGIN });
  expect(await begin.evaluate((veld) => veld === document.activeElement)).toBe(true);
});

test('een fout van de server staat bij het veld en in het antwoord', async () => {
  const { page } = await bezoeker();
  await regel(page);
  await page.route('**/v1/regels/ontzorgen', (route) =>
    route.continue({ postData: JSON.stringify({ begindatumBijstand: '2025-02-30' }) }),
  );
  await knop(page, 'Geef het antwoord');
  await antwoord(page).getByText('Verbeter eerst wat niet klopt.').waitFor();
  const veld = page.getByRole('textbox', { name: BEGIN });
  const beschrijving = await veld.getAttribute('aria-describedby');
  const teksten = await Promise.all(
    (beschrijving ?? '').split(' ').map((id) => page.locator(`[id="${id}"]`).innerText()),
  );
  expect(teksten.join(' ')).toContain('moet een bestaande datum zijn');
});

test('een gedeelde link vult en vraagt, zonder feiten in een verzoek of in het adres', async () => {
  const rechten = ['clipboard-read', 'clipboard-write'];
  const { page } = await bezoeker({ permissions: rechten });
  await voorbeeld(page);
  await knop(page, 'Deel deze vraag');
  await venster(page, 'Deel deze vraag');
  await page.getByText('Deel geen feiten van iemand die te herkennen is.').waitFor();
  await knop(page, 'Kopieer de link');
  await page.getByText('De link is gekopieerd.').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#feiten=');

  const ander = await bezoeker();
  const adressen: string[] = [];
  ander.page.on('request', (verzoek) => adressen.push(verzoek.url()));
  await ander.page.goto(link);
  await antwoord(ander.page).getByText(LAATSTE_DAG).waitFor();
  expect(await ander.page.getByRole('textbox', { name: BEGIN }).inputValue()).toBe('01-09-2025');
  expect(new URL(ander.page.url())).toMatchObject({ pathname: REGEL, hash: '', search: '' });
  expect(adressen.filter((adres) => /feiten|2025-09-01/.test(adres.split('#')[0] ?? ''))).toEqual(
    [],
  );
});

test('een link met een vreemd feit zegt dat niet alles is overgenomen', async () => {
  const { page } = await bezoeker();
  const feiten = { begindatumBijstand: '2025-09-01', leeftijd: 40 };
  await page.goto(`${REGEL}#feiten=${encodeURIComponent(JSON.stringify(feiten))}`);
  await page.getByText('Niet alles uit de link is overgenomen.').waitFor();
  await antwoord(page).getByText('Nog niet te zeggen').waitFor();
});

test('de uitleg in een dossier wijst naar de regel, en de regel niet naar zichzelf', async () => {
  const { page, context } = await o.alsMedewerker('Bram Kuipers');
  onTestFinished(() => context.close());
  await page.goto(await metWachtendPip(page));
  await page.getByText('Inburgeringstermijn, verwacht').first().waitFor();
  await page.getByRole('button', { name: /tot en met \d+ november 2029/ }).click();
  await page.getByRole('link', { name: 'lees de regel Inburgeringstermijn' }).click();
  await page.getByRole('heading', { level: 1, name: 'Inburgeringstermijn' }).waitFor();
  await page
    .getByRole('list', { name: /voorbeeld/ })
    .getByRole('button')
    .first()
    .click();
  await antwoord(page).getByText('Waarom?').waitFor();
  expect(await antwoord(page).locator('a[href="/regels/inburgeringstermijn"]').count()).toBe(0);
});
