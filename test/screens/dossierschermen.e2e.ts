import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { keurSchermen, type Toestand } from './keuren/keuring.ts';
import { dossier, knop, metVoorstel, venster } from './keuren/wegen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

const MEHMET_INTAKE = dossier(
  'Mehmet Yıldız',
  '/intake?gebied=leren-en-taal',
  'Wat is de hoogste opleiding',
);

async function gebied(page: Page, naam: string) {
  await MEHMET_INTAKE(page);
  await page
    .getByRole('navigation', { name: 'Leefgebieden' })
    .getByRole('link', { name: new RegExp(`^${naam}`) })
    .click();
  await page.getByRole('heading', { level: 2, name: naam }).waitFor();
}

const DOSSIER: readonly Toestand[] = [
  { naam: 'dossier, overzicht', open: dossier('Mehmet Yıldız', '', 'Melding SS139') },
  { naam: 'dossier na het PIP', open: dossier('Rahim Noorzai', '', /^dag \d+ van/) },
  {
    naam: 'waarom deze datum',
    async open(page) {
      await dossier('Mehmet Yıldız', '', 'Melding SS139')(page);
      await page.getByText('PIP uiterlijk').locator('..').getByRole('button').click();
      await venster(page, /Waarom/);
    },
  },
  {
    naam: 'hoe het stond op een eerdere dag',
    async open(page) {
      await dossier('Mehmet Yıldız', '', 'Melding SS139')(page);
      await knop(page, 'Hoe stond het op…');
      await page.getByLabel('Dag', { exact: true }).fill('10-11-2026');
      await page.getByText(/feiten bekend/).waitFor();
    },
  },
  {
    naam: 'samenvoegen',
    async open(page) {
      await dossier('Mehmet Yıldız', '', 'Melding SS139')(page);
      await knop(page, 'Samenvoegen…');
      await page.getByRole('dialog').waitFor();
    },
  },
  { naam: 'documenten', open: dossier('Rahim Noorzai', '/documenten', /Documenten|documenten/) },
  { naam: 'DUO', open: dossier('Yusuf Al-Hamdan', '/duo', 'geweigerd door DUO') },
  {
    naam: 'wat als',
    async open(page) {
      await dossier('Mehmet Yıldız', '/wat-als', 'Wat neemt u aan?')(page);
      await page.getByLabel('Ander feit toevoegen').selectOption({ label: 'PIP' });
      await page.getByLabel('Dagtekening').fill('21-11-2026');
      await page.getByLabel('Leerroute').selectOption('Z');
      await page.getByRole('cell', { name: /21 november 2029/ }).waitFor();
    },
  },
  { naam: 'wie keek mee', open: dossier('Mehmet Yıldız', '/logboek', /Noor de Wit|Bram Kuipers/) },
];

const INTAKE: readonly Toestand[] = [
  { naam: 'intake, leren en taal', open: MEHMET_INTAKE },
  { naam: 'intake, gezin en wonen', open: (page) => gebied(page, 'Gezin en wonen') },
  {
    naam: 'intake, gezondheid open',
    async open(page) {
      await gebied(page, 'Gezondheid');
      await knop(page, 'Gezondheid openen');
      await page.getByText('Hoe gaat het met uw lichaam?').first().waitFor();
    },
  },
  {
    naam: 'afspraak plannen',
    async open(page) {
      await MEHMET_INTAKE(page);
      await knop(page, 'Afspraak plannen…');
      await venster(page, 'Afspraak plannen');
    },
  },
  {
    naam: 'oproep maken, met fouten in het formulier',
    async open(page) {
      await page.goto(`${await metVoorstel(page, 'intake-plannen')}/intake`);
      await knop(page, 'Oproep maken…');
      await venster(page, /Oproep/);
      await knop(page, 'Oproep en brief maken');
      await page.getByRole('dialog').getByRole('alert').first().waitFor();
    },
  },
  {
    naam: 'ontheffing van de leerbaarheidstoets',
    async open(page) {
      await MEHMET_INTAKE(page);
      await knop(page, /^Ontheffing/);
      await venster(page, 'Ontheffing van de leerbaarheidstoets');
    },
  },
];

const PIP: readonly Toestand[] = [
  {
    naam: 'PIP dat wordt opgesteld',
    async open(page) {
      await page.goto(`${await metVoorstel(page, 'pip-opstellen')}/pip`);
      const begin = page.getByRole('button', { name: 'PIP opstellen' });
      const controle = page.getByRole('complementary', { name: 'Controle van het PIP' });
      await begin.or(controle).waitFor();
      if (await begin.isVisible()) await begin.click();
      await controle.waitFor();
    },
  },
  {
    naam: 'nog geen PIP',
    open: dossier('Mehmet Yıldız', '/pip', 'Er is nog geen PIP.'),
  },
  {
    naam: 'PIP ter vaststelling',
    open: dossier('Selam Tesfay', '/pip', 'ligt ter vaststelling'),
  },
  {
    naam: 'PIP vaststellen',
    async open(page) {
      await dossier('Selam Tesfay', '/pip', 'ligt ter vaststelling')(page);
      await knop(page, 'Vaststellen…');
      await venster(page, 'PIP vaststellen');
      await page.getByText('Bekijk de brief als PDF').waitFor();
    },
  },
  {
    naam: 'PIP door DUO geweigerd',
    open: dossier('Yusuf Al-Hamdan', '/pip', 'DUO heeft dit PIP geweigerd.'),
  },
  { naam: 'PIP dat geldt', open: dossier('Rahim Noorzai', '/pip', 'geldt nu') },
];

keurSchermen(() => o, 'Bram Kuipers', [...DOSSIER, ...INTAKE, ...PIP]);
