import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';
import { dossier, knop, venster } from './keuren/wegen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

const HANNA = 'Hanna Gebre';
const CODE = '4821';
const meting = dossier(HANNA, '/intake/meting', 'In eigen cijfers');
const gezin = dossier(HANNA, '/gezin', 'Wie hoort bij het gezin');

/** Leaving the page asks whether the answers may go; a test that opens another page says yes. */
const mag = new WeakSet<Page>();
function vertrekMag(page: Page): void {
  if (mag.has(page)) return;
  mag.add(page);
  page.on('dialog', (dialoog) => void dialoog.accept());
}

async function geefToestel(page: Page, taal: string): Promise<void> {
  vertrekMag(page);
  await meting(page);
  await knop(page, 'Geef het toestel');
  await page.getByLabel('Taal van de vragen').selectOption(taal);
  await page.getByLabel('Code om straks terug te gaan').fill(CODE);
  await knop(page, 'Begin de vragen');
  await page.locator('.vragen-knop--groot').waitFor();
}

/** One of the questions, in a language. */
const vraag = (naam: string, taal: string): Toestand => ({
  naam,
  async open(page) {
    await geefToestel(page, taal);
    await page.locator('.vragen-knop--groot').click();
    await page.getByRole('radio', { name: '7' }).check();
  },
});

const SCHERMEN: readonly Toestand[] = [
  { naam: 'hoe gaat het', open: meting },
  { naam: 'gezin', open: gezin },
  {
    naam: 'gezinslid vastleggen',
    async open(page) {
      await gezin(page);
      await knop(page, 'Gezinslid');
      await venster(page, 'Gezinslid zonder dossier');
    },
  },
  {
    naam: 'volgende stap van de opvang',
    async open(page) {
      await gezin(page);
      await knop(page, /^Volgende stap/);
      await venster(page, 'Kinderopvang: volgende stap');
    },
  },
  {
    naam: 'samen afspreken',
    async open(page) {
      await gezin(page);
      await knop(page, 'Afspraak');
      await venster(page, 'Samen afspreken');
    },
  },
  {
    naam: 'wachten op kinderopvang',
    async open(page) {
      await page.goto('/kinderopvang');
      await page.getByRole('cell', { name: /op de wachtlijst/ }).waitFor();
    },
  },
  vraag('een vraag in het Arabisch', 'ar'),
  vraag('een vraag in het Tigrinya', 'ti'),
];

keurSchermen(() => o, 'Noor de Wit', SCHERMEN);

test('de persoon antwoordt zelf; terug kan alleen met de code, en dan staan haar cijfers er', async () => {
  const { page, context } = await o.alsMedewerker('Noor de Wit');
  await geefToestel(page, 'so');
  const hier = page.url();
  expect(await page.getByText(HANNA).count()).toBe(0);
  await page.goBack().catch(() => null);
  await page.waitForURL(hier);
  expect(await page.getByText(HANNA).count()).toBe(0);
  await page.locator('.vragen-knop--groot').click();
  await page.getByRole('radio', { name: '9' }).check();
  await page.getByRole('button', { name: 'Sii wad' }).click();
  for (let overslaan = 1; overslaan < 12; overslaan += 1) {
    await page.getByRole('button', { name: 'Ka bood' }).click();
  }
  await page.getByRole('button', { name: 'Kaydi' }).click();
  await page.getByRole('heading', { name: /Mahadsanid/ }).waitFor();
  await page.getByRole('row', { name: 'Jirka 5 9' }).waitFor();
  await knop(page, 'Voor de begeleider');
  await page.getByLabel('Code van de begeleider').fill('0000');
  await knop(page, 'Terug naar het dossier');
  await page.getByText('Dit is niet de code die u koos.').waitFor();
  expect(page.url()).toBe(hier);
  await page.getByLabel('Code van de begeleider').fill(CODE);
  await knop(page, 'Terug naar het dossier');
  const rij = page.getByRole('row', { name: /^Lichaamsfuncties/ });
  await rij.getByRole('cell', { name: '9 op één vraag' }).waitFor();
  await page.getByText('Meedoen: eerst een 2,5, nu overgeslagen').waitFor();
  await context.close();
});
