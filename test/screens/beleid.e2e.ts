import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';
import { knop, venster } from './keuren/wegen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

async function beleid(page: Page, zoek = '') {
  await page.goto(`/beheer/beleid?zoek=${zoek}`);
  await page.getByRole('rowheader').first().waitFor();
}
const uren = (page: Page) => page.getByRole('textbox', { name: 'Aantal (uur)' });
async function pvt(page: Page) {
  await beleid(page, 'N8');
  await knop(page, 'Wijzig: Uren van het participatieverklaringstraject');
  await venster(page, 'Uren van het participatieverklaringstraject');
}
async function verschillen(page: Page, naam: string) {
  await page.goto('/beheer/beleid?deel=verschillen');
  await page.getByText(naam).first().waitFor();
}

const BELEID: readonly Toestand[] = [
  { naam: 'lokaal beleid', open: (page) => beleid(page) },
  {
    naam: 'lokaal beleid zonder uitkomst',
    async open(page) {
      await page.goto('/beheer/beleid?zoek=zzzzzz');
      await page.getByText('Niets gevonden').waitFor();
    },
  },
  {
    naam: 'lokaal beleid dat niet mag worden gezien',
    async open(page) {
      await page.goto('/beheer/beleid?gemeente=01930000-0000-7000-8000-000000009999');
      await page.getByText('Dit is er niet, of u mag het niet zien.').waitFor();
    },
  },
  {
    naam: 'een waarde die de wet niet toelaat',
    async open(page) {
      await pvt(page);
      await uren(page).fill('11');
      await page.getByText('Dit mag niet.').waitFor();
    },
  },
  {
    naam: 'het gevolg voor lopende dossiers',
    async open(page) {
      await beleid(page, 'N2');
      await knop(page, /^Wijzig: Waarschuwen voor het einde/);
      await page.getByRole('textbox', { name: /Weken voor/ }).fill('9, 1');
      await knop(page, 'Bekijk het gevolg');
      await page.getByText(/dossiers van de \d+ veranderen/).waitFor();
    },
  },
  {
    naam: 'een waarde die uit delen bestaat',
    async open(page) {
      await beleid(page, 'N13');
      await knop(page, 'Wijzig: Duur van het ontzorgen');
      await venster(page, 'Duur van het ontzorgen');
    },
  },
  {
    naam: 'verschillen van één gemeente',
    open: (page) => verschillen(page, 'Er valt niets te vergelijken'),
  },
];

keurSchermen(() => o, 'Karin Smit', BELEID);
keurSchermen(() => o, 'Joke Verhoeven', [
  {
    naam: 'verschillen tussen gemeenten',
    open: (page) => verschillen(page, 'Vier ogen bij het PIP'),
  },
]);

test('een waarde wijzigen met het toetsenbord: eerst het gevolg, dan vaststellen', async () => {
  const { page, fouten } = await o.alsMedewerker('Mieke Jansen');
  await page.goto('/beheer/beleid?zoek=N8');
  const wijzig = page.getByRole('button', { name: /^Wijzig: Uren van/ });
  await wijzig.focus();
  await page.keyboard.press('Enter');
  await venster(page, /^Uren van/);
  await uren(page).fill('11');
  const artikel = page
    .getByRole('dialog')
    .getByRole('link', { name: /^Besluit inburgering 2021 art. 3.1/ });
  await expect.poll(() => artikel.count()).toBe(2);
  await uren(page).fill('20');
  await page
    .getByRole('textbox', { name: 'Waarom verandert dit?' })
    .fill('Besluit van 1 november.');
  await page.getByRole('button', { name: 'Bekijk het gevolg' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Geen enkel lopend dossier verandert hierdoor.').waitFor();
  await page.getByRole('button', { name: 'Vaststellen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const rij = page.getByRole('row').filter({ has: wijzig });
  await expect.poll(() => rij.innerText()).toMatch(/20 uur[\s\S]*eigen waarde[\s\S]*Mieke Jansen/);
  await wijzig.click();
  await page.getByText('Besluit van 1 november.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(fouten).toEqual([]);
});
