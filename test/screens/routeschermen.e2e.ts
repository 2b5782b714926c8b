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

const SCHERMEN: readonly Toestand[] = [
  {
    naam: 'leerroutes',
    open: dossier('Amina Warsame', '/pip/route', 'Welke leerroute past, en waarom?'),
  },
  { naam: 'week', open: dossier('Amina Warsame', '/pip/week', 'Past de week bij de route?') },
  {
    naam: 'wisselen of afschalen',
    open: dossier('Rahim Noorzai', '/pip/wissel?naar=A2', '2. Mag het?'),
  },
  {
    naam: 'PIP op tijd',
    async open(page: Page) {
      await page.goto('/prognose');
      await page.getByRole('heading', { level: 1, name: 'PIP op tijd' }).waitFor();
    },
  },
];

keurSchermen(() => o, 'Bram Kuipers', SCHERMEN);
