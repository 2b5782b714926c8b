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

/** Een scherm op een eigen adres, met zijn kop. */
const scherm = (naam: string, adres: string, kop: string | RegExp): Toestand => ({
  naam,
  async open(page: Page) {
    await page.goto(adres);
    await page.getByRole('heading', { level: 1, name: kop }).waitFor();
  },
});

const KETEN: readonly Toestand[] = [
  scherm('afstemming', '/afstemming', 'Afstemming met DUO'),
  scherm('verhuizingen', '/verhuizingen', /Verhuizing/),
  scherm('instellingen', '/instellingen', /Instellingen/),
  scherm('contactpersonen', '/verzendingen/contactpersonen', /Contactpersonen/),
  scherm('overdracht van COA', '/coa', /COA/),
  scherm('zelf invoeren bij DUO', '/portaal', 'Zelf invoeren bij DUO'),
  { naam: 'traject', open: dossier('Amina Warsame', '/traject', 'Gevolgde uren') },
  { naam: 'wat DUO weet', open: dossier('Amina Warsame', '/duo', /DUO/) },
];

const BEHEER: readonly Toestand[] = [scherm('koppelingen', '/beheer/koppelingen', 'Koppelingen')];

keurSchermen(() => o, 'Bram Kuipers', KETEN);
keurSchermen(() => o, 'Karin Smit', BEHEER);
