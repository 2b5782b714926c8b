import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keur, keurSchermen, type Toestand } from './keuren/keuring.ts';
import { dossier, knop, venster } from './keuren/wegen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

async function werkvoorraad(page: Page) {
  await page.goto('/');
  await page.getByRole('rowheader').first().waitFor();
}

const WERKVOORRAAD: readonly Toestand[] = [
  { naam: 'werkvoorraad', open: werkvoorraad },
  {
    naam: 'werkvoorraad met alle filters',
    async open(page) {
      await page.goto('/?bereik=team&termijn=later&doelgroep=asielstatushouder');
      await page.getByRole('rowheader').first().waitFor();
      await knop(page, 'Meer filters');
    },
  },
  {
    naam: 'werkvoorraad zonder uitkomst',
    async open(page) {
      await werkvoorraad(page);
      await page.getByRole('searchbox', { name: /Zoek in deze lijst/ }).fill('qwrtpl');
      await page.getByText('Niemand past bij deze keuze.').waitFor();
    },
  },
  {
    naam: 'werkvoorraad die niet laadt',
    async open(page) {
      await page.route('**/v1/werkvoorraad/_zoek', (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ title: 'Even niet bereikbaar', status: 503, detail: 'Later.' }),
        }),
      );
      await page.goto('/');
      await page.getByRole('button', { name: 'Probeer opnieuw' }).waitFor({ timeout: 30_000 });
      await page.unroute('**/v1/werkvoorraad/_zoek');
    },
  },
  {
    naam: 'opdrachten en zoeken (Ctrl-K)',
    async open(page) {
      await werkvoorraad(page);
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /Zoek een inburgeraar/ }).fill('ha');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
    },
  },
  {
    naam: 'toewijzen',
    async open(page) {
      await werkvoorraad(page);
      await page.getByRole('rowheader').first().waitFor();
      await page.keyboard.press('t');
      await venster(page, /toewijzen$/);
      await page.getByText(/\(uzelf\)/).waitFor();
    },
  },
  {
    naam: 'uitstellen',
    async open(page) {
      await werkvoorraad(page);
      await page.keyboard.press('u');
      await venster(page, /uitstellen$/);
    },
  },
  {
    naam: 'opgeslagen lijsten',
    async open(page) {
      await werkvoorraad(page);
      await knop(page, 'Opgeslagen lijsten');
    },
  },
];

const REST: readonly Toestand[] = [
  {
    naam: 'inburgeraars',
    async open(page) {
      await page.goto('/inburgeraars');
      await page.getByRole('rowheader').first().waitFor();
    },
  },
  {
    naam: 'nieuw dossier',
    async open(page) {
      await page.goto('/inburgeraars/nieuw');
      await page.getByRole('button').last().waitFor();
    },
  },
  { naam: 'vervanging', open: (page) => page.goto('/vervanging') },
  {
    naam: 'postvak',
    async open(page) {
      await page.goto('/postvak');
      await page.getByRole('rowheader').first().waitFor();
    },
  },
  {
    naam: 'postvak zonder meldingen',
    async open(page) {
      await page.goto('/postvak?gebeurtenis=SS120');
      await page.getByText('Geen meldingen met deze keuze.').waitFor();
    },
  },
  {
    naam: 'verzendingen',
    async open(page) {
      await page.goto('/verzendingen');
      await page
        .getByRole('main')
        .getByText(/Yusuf|geweigerd/)
        .first()
        .waitFor();
    },
  },
  { naam: 'adres dat nergens heen leidt', open: (page) => page.goto('/bestaat-niet') },
  {
    naam: 'dossier dat er niet is',
    async open(page) {
      await page.goto('/inburgeraars/01930000-0000-7000-8000-000000009999');
      await page.getByText('Dit is er niet, of u mag het niet zien.').waitFor();
    },
  },
];

const BEHEER: readonly Toestand[] = [
  { naam: 'werkvoorraad voor wie er geen heeft', open: (page) => page.goto('/') },
  {
    naam: 'taakverdeling',
    async open(page) {
      await page.goto('/beheer/taakverdeling');
      await page.getByRole('button', { name: 'Verdeling wijzigen' }).waitFor();
    },
  },
  {
    naam: 'taakverdeling wijzigen',
    async open(page) {
      await page.goto('/beheer/taakverdeling');
      await knop(page, 'Verdeling wijzigen');
      await page.getByRole('combobox').nth(2).waitFor();
    },
  },
  {
    naam: 'tijdmachine',
    async open(page) {
      await page.goto('/beheer/tijdmachine');
      await page.getByLabel('Ga naar').waitFor();
    },
  },
  {
    naam: 'nabootsing met iemand gekozen',
    async open(page) {
      await page.goto('/beheer/nabootsing?zoek=Amina');
      await page.getByRole('link', { name: /Amina Warsame/ }).click();
      await page.getByRole('heading', { name: 'Wat DUO weet' }).waitFor();
    },
  },
];

const TAALSCHOOL: readonly Toestand[] = [
  {
    naam: 'inburgeraars van een taalschool',
    async open(page) {
      await page.goto('/inburgeraars');
      await page.getByRole('rowheader').first().waitFor();
    },
  },
  {
    naam: 'dossier waarvan alleen het hoofd te zien is',
    open: dossier('Amina Warsame', '', 'Z-route'),
  },
];

keurSchermen(() => o, 'Bram Kuipers', [...WERKVOORRAAD, ...REST]);
keurSchermen(() => o, 'Karin Smit', BEHEER);
keurSchermen(() => o, 'Lotte Bakker', TAALSCHOOL);

test('de aanmeldpagina', async () => {
  const { page, fouten } = await o.venster();
  const open = async () => {
    await page.goto('/aanmelden');
    await page.getByRole('heading', { level: 1, name: 'Wie bent u vandaag?' }).waitFor();
  };
  expect(await keur(page, { naam: 'aanmelden', open })).toEqual([]);
  expect(fouten).toEqual([]);
});
