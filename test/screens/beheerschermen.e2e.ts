import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

const scherm = (naam: string, pad: string, kop: string, dan?: (page: Page) => Promise<void>) => ({
  naam,
  async open(page: Page) {
    await page.goto(pad);
    await page.getByRole('heading', { level: 1, name: kop }).waitFor();
    await dan?.(page);
  },
});

const SCHERMEN: readonly Toestand[] = [
  scherm('vragen van de intake', '/beheer/vragenbank', 'Vragen van de intake', (page) =>
    page.getByRole('heading', { name: 'Leren en taal' }).waitFor(),
  ),
  scherm('nieuwe vraag', '/beheer/vragenbank?vraag=nieuw', 'Vragen van de intake', async (page) => {
    await page.getByLabel('De vraag').fill('Hoe is uw gezondheid?');
    await page.getByText('Dit kan zo niet.').waitFor();
  }),
  scherm('brieven', '/beheer/sjablonen', 'Brieven', async (page) => {
    await page
      .getByRole('textbox', { name: /^Contact/ })
      .fill('Indien u verhinderd bent, belt u {klantmanger}.');
    await page.getByText('bestaat in deze brief niet').first().waitFor();
  }),
  scherm('huisstijl', '/beheer/huisstijl', 'Huisstijl', (page) =>
    page.getByLabel('Postcode').waitFor(),
  ),
  scherm('wie tekent', '/beheer/mandaten', 'Wie tekent', async (page) => {
    await page.getByRole('button', { name: 'Mandaat geven' }).click();
    await page.getByRole('dialog').waitFor();
  }),
];

keurSchermen(() => o, 'Karin Smit', SCHERMEN);
