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

const plan = dossier('Hanna Gebre', '/plan', 'Het levende plan');

/** The plan with the dialog of one button open. */
const met = (naam: string, knop: string | RegExp): Toestand => ({
  naam,
  async open(page: Page) {
    await plan(page);
    await page.getByRole('button', { name: knop }).first().click();
    await page.getByRole('dialog').waitFor();
  },
});

const SCHERMEN: readonly Toestand[] = [
  { naam: 'plan', open: plan },
  met('nieuw doel', /^Doel$/),
  met('nieuwe afspraak', /^Afspraak$/),
  met('overdracht', 'Draag over'),
  met('delen met een partner', /^Deel gegevens met Yonas/),
  met('een link voor een partner', /^Vraag om antwoord van Buurthuis/),
  {
    naam: 'pagina van een partner',
    async open(page: Page) {
      await page.goto(`/partner#${'A'.repeat(43)}`);
      await page.getByLabel('Code').waitFor();
    },
  },
];

keurSchermen(() => o, 'Noor de Wit', SCHERMEN);
