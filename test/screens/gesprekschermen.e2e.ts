import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';
import { dossier, knop, venster } from './keuren/wegen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

const GESPREK = dossier('Dawit Berhane', '/intake', 'Wat vertelt de persoon?');

async function neemMee(page: Page) {
  await GESPREK(page);
  await knop(page, 'Meenemen…');
  await page.getByLabel('Code om het te openen').fill('drie rode fietsen');
  await page.getByLabel('De code nog een keer').fill('drie rode fietsen');
}

const SCHERMEN: readonly Toestand[] = [
  { naam: 'intake in gesprek', open: GESPREK },
  {
    naam: 'intake, zoeken met een paar woorden',
    async open(page) {
      await GESPREK(page);
      await page.getByLabel('Wat vertelt de persoon?').fill('rijbewijs nee');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    naam: 'intake, eerdere antwoorden bevestigen',
    open: dossier('Azadeh Hosseini', '/intake', 'COA gaf door'),
  },
  {
    naam: 'intake per gesprek',
    open: dossier('Dawit Berhane', '/intake?weergave=gesprekken', 'Wat er per gesprek is'),
  },
  {
    naam: 'gesprek beginnen',
    async open(page) {
      await GESPREK(page);
      await knop(page, 'Gesprek beginnen…');
      await venster(page, 'Gesprek beginnen');
    },
  },
  {
    naam: 'intake, gevoelige woorden wachten',
    async open(page) {
      await dossier('Azadeh Hosseini', '/intake?gebied=meedoen', 'Schriftelijk verslag')(page);
      await page.getByLabel('Wat is de uitkomst').fill('Heeft PTSS en slikt medicijnen.');
      await page.getByRole('button', { name: 'Toch zo opslaan' }).waitFor();
      // Onder de balk die meeschuift ligt anders een half bedekte knop.
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  { naam: 'meenemen', open: neemMee },
  {
    naam: 'onderweg, verkeerde code',
    async open(page) {
      await neemMee(page);
      await knop(page, 'Meenemen voor 24 uur');
      await page.getByText(/^Meegenomen tot/).waitFor();
      await page.goto('/onderweg');
      await page.getByLabel('Uw code').fill('onjuist');
      await page.keyboard.press('Enter');
      await page.getByText('Dit is niet de code.').waitFor();
    },
  },
];

keurSchermen(() => o, 'Bram Kuipers', SCHERMEN);
