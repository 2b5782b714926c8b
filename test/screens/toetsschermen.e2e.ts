import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

/** A screen with its heading, and something that only comes with the answer of the server. */
const scherm = (naam: string, adres: string, klaar: (page: Page) => Promise<void>): Toestand => ({
  naam,
  async open(page: Page) {
    await page.goto(adres);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await klaar(page);
  },
});

const tekst = (wat: string | RegExp) => (page: Page) =>
  page.getByRole('main').getByText(wat).first().waitFor();
const rij = (page: Page) => page.getByRole('main').getByRole('rowheader').first().waitFor();
const knop = (naam: string) => async (page: Page) => {
  await page.getByRole('button', { name: naam }).first().click();
  await page.getByRole('dialog').waitFor();
};

const TOETS: readonly Toestand[] = [
  scherm('zittingen', '/toetszittingen', tekst('de bibliotheek, zaal 2')),
  scherm('een zitting plannen', '/toetszittingen', knop('Zitting plannen')),
  scherm('nog te plannen', '/toetszittingen?deel=nodig', rij),
  scherm('toetsbegeleiders', '/toetszittingen?deel=begeleiders', tekst('Theo Blom')),
  scherm(
    'een zitting',
    '/toetszittingen/01930000-0000-7007-8000-000000000003',
    tekst('Er is nog niemand uitgenodigd.'),
  ),
];

const TOLKEN: readonly Toestand[] = [
  scherm('tolken', '/tolken', tekst('Selam Kidane')),
  scherm('een tolk toevoegen', '/tolken', knop('Tolk toevoegen')),
  scherm('de week van tolken', '/tolken?deel=week', tekst('Karim Haddad')),
  scherm('nog te boeken', '/tolken?deel=nodig', tekst('Tolk boeken…')),
  scherm('boekingen', '/tolken?deel=inzet', tekst('Er zijn geen boekingen bij deze keuze.')),
  scherm('kosten van tolken', '/tolken?deel=jaar', tekst('Per gemeente in')),
];

keurSchermen(() => o, 'Bram Kuipers', [...TOETS, ...TOLKEN]);
