import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';
import { dossier } from './keuren/wegen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

const brieven = dossier('Hanna Gebre', '/pip/brieven', /^Brieven bij het PIP, versie/);

const SCHERMEN: readonly Toestand[] = [
  {
    naam: 'brieven',
    async open(page: Page) {
      await brieven(page);
      await page.getByText('Uw route', { exact: true }).waitFor();
    },
  },
  {
    naam: 'brieven in het Arabisch',
    async open(page: Page) {
      await brieven(page);
      await page.getByLabel('Taal', { exact: true }).selectOption('ar');
      await page.getByRole('heading', { name: 'مسارك' }).waitFor();
    },
  },
  {
    naam: 'navragen',
    async open(page: Page) {
      await brieven(page);
      await page.getByRole('button', { name: /avragen/ }).click();
      await page.getByRole('dialog').getByText('Vraag 3', { exact: true }).waitFor();
    },
  },
];

keurSchermen(() => o, 'Noor de Wit', SCHERMEN);

const teksten = async (page: Page) => {
  await page.goto('/beheer/teksten?taal=ar');
  await page.getByRole('table', { name: 'Teksten in het Arabisch' }).waitFor();
};

keurSchermen(() => o, 'Karin Smit', [
  { naam: 'teksten', open: teksten },
  {
    naam: 'een tekst nakijken',
    async open(page: Page) {
      await teksten(page);
      await page
        .getByRole('button', { name: /^Nakijken/ })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
]);
