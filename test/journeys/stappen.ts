import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { meldt, type Nieuweling, type Opstelling } from '../meedoen.ts';

const volledig = (n: Nieuweling) => `${n.voornamen} ${n.geslachtsnaam}`;

/** Kiest in een groep keuzerondjes; het rondje zelf is getekend, men klikt op het woord. */
async function kies(page: Page | Locator, groep: string, optie: string) {
  const lijst = page.getByRole('radiogroup', { name: groep });
  await lijst.getByText(optie, { exact: true }).click();
  expect(await lijst.getByRole('radio', { name: optie, exact: true }).isChecked()).toBe(true);
}

/** Vinkt een vakje aan; ook dit is getekend. */
async function vinkAan(page: Page, naam: string) {
  await page.getByText(naam, { exact: true }).click();
  expect(await page.getByRole('checkbox', { name: naam }).isChecked()).toBe(true);
}

/** Zoekt in de werkvoorraad bij 'Niet toegewezen', neemt over en opent het dossier. */
export async function neemOver(page: Page, n: Nieuweling, smal: boolean) {
  await page.getByRole('link', { name: /^Niet toegewezen/ }).click();
  await page.getByRole('searchbox', { name: /Zoek in deze lijst/ }).fill(n.geslachtsnaam);
  const rij = page.getByRole('row', { name: new RegExp(volledig(n)) });
  await rij.waitFor();
  if (smal) {
    await rij.getByRole('button', { name: /^Samenvatting/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Toewijzen…' }).click();
  } else {
    await rij.getByRole('checkbox', { name: `Kies ${volledig(n)}` }).check();
    await page.getByRole('status').getByRole('button', { name: 'Toewijzen…' }).click();
  }
  const venster = page.getByRole('dialog', { name: `${volledig(n)} toewijzen` });
  await venster.getByText(/\(uzelf\)/).waitFor();
  await venster.getByRole('button', { name: 'Toewijzen', exact: true }).click();
  await venster.waitFor({ state: 'detached' });
  await rij.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Mijn mensen/ }).click();
  await page
    .getByRole('rowheader', { name: volledig(n) })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1, name: volledig(n) }).waitFor();
}

/** Kijkt steeds opnieuw tot het er staat: wat later bij DUO gebeurt, ziet wie het scherm ververst. */
export async function ververstTot(page: Page, kop: Locator, wat: Locator) {
  await expect
    .poll(
      async () => {
        await page.reload();
        await kop.waitFor();
        return wat.count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0);
}

/** Vraagt waarom de PIP-datum is wat zij is. @returns de tekst van de uitleg. */
export async function vraagWaarom(page: Page): Promise<{ tekst: string; artikel: string }> {
  const knop = page
    .getByText('PIP uiterlijk')
    .locator('..')
    .getByRole('button', { name: /waarom/ });
  await knop.click();
  const uitleg = page.getByRole('dialog', { name: 'Waarom is dit de laatste dag?' });
  await uitleg.waitFor();
  const artikel = uitleg.getByRole('link', { name: /art\. 5\.3/ }).first();
  const link = (await artikel.getAttribute('href')) ?? '';
  const antwoord = { tekst: await uitleg.innerText(), artikel: link };
  await page.keyboard.press('Escape');
  await uitleg.waitFor({ state: 'hidden' });
  return antwoord;
}

/** Opent een tabblad van het dossier. */
export async function naarTab(page: Page, naam: string) {
  await page
    .getByRole('navigation', { name: 'Delen van het dossier' })
    .getByRole('link', { name: naam })
    .click();
}

const opslag = (page: Page) => page.getByRole('status').filter({ hasText: /pgeslagen|opslaan/ });

/** Alles wat is ingevuld staat op de server, en het scherm zegt dat. */
export async function isOpgeslagen(page: Page) {
  await expect
    .poll(() => opslag(page).first().innerText(), { timeout: 15_000 })
    .toMatch(/^Opgeslagen \d\d:\d\d/);
}

/** Plant het intakegesprek vandaag en legt vast dat de persoon er was. */
export async function voerGesprek(page: Page, dag: string) {
  await page.getByRole('button', { name: 'Afspraak plannen…' }).click();
  const plan = page.getByRole('dialog', { name: 'Afspraak plannen' });
  await plan.getByLabel('Datum').fill(dag);
  await plan.getByLabel('Tijd').fill('9.30');
  await plan.getByRole('button', { name: 'Plannen' }).click();
  await plan.waitFor({ state: 'detached' });
  await page
    .getByText(/om 09:30$/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Was de persoon er?' }).click();
  const uitkomst = page.getByRole('dialog', { name: 'Was de persoon er?' });
  await kies(uitkomst, 'Uitkomst', 'verschenen');
  await uitkomst.getByRole('button', { name: 'Vastleggen' }).click();
  await uitkomst.waitFor({ state: 'detached' });
}

async function naarGebied(page: Page, naam: string) {
  await page.getByRole('link', { name: 'Per leefgebied' }).click();
  await page
    .getByRole('navigation', { name: 'Leefgebieden' })
    .getByRole('link', { name: new RegExp(`^${naam}`) })
    .click();
  await page.getByRole('heading', { level: 2, name: naam }).waitFor();
}

/** Vult van elk verplicht onderdeel één vraag in; elk antwoord wordt vanzelf bewaard. */
export async function vulIntake(page: Page) {
  await naarGebied(page, 'Leren en taal');
  await page.getByLabel('Wat is de hoogste opleiding').selectOption('voortgezet onderwijs');
  await kies(page, 'Hoeveel Nederlands spreekt', 'A1');
  await kies(page, 'Kunt u lezen en schrijven?', 'ja, in ons schrift');
  await isOpgeslagen(page);
  await naarGebied(page, 'Werk');
  await page.getByLabel('Welk werk hebt u gedaan').fill('Vier jaar verkoopster in een bakkerij.');
  await page.getByLabel('Hoeveel uur in de week kunt u werken').fill('16');
  await naarGebied(page, 'Gezin en wonen');
  await kies(page, 'Hebt u een kind van 0 tot en met 5 jaar?', 'nee');
  await naarGebied(page, 'Gezondheid');
  await vinkAan(page, 'Gezondheid is besproken');
  await vinkAan(page, 'geen gevolgen');
  await naarGebied(page, 'Zelfredzaamheid');
  await kies(page, 'Komt u rond met uw geld?', 'ja');
  await naarGebied(page, 'Meedoen');
  await kies(page, 'Kent u mensen in de buurt?', 'een paar');
  await page.getByLabel('Wat is de uitkomst').fill('Wil naar het mbo; B1 lijkt haalbaar.');
  await kies(page, 'Is een gesprek alleen aangeboden?', 'ja');
  await kies(page, 'Wil de persoon dat?', 'nee');
  await page.getByLabel('Gesprekstaal').fill('Koerdisch');
  await kies(page, 'Is er een tolk nodig?', 'ja');
  await isOpgeslagen(page);
}

/** DUO meldt de uitslag van de leerbaarheidstoets (SS131). */
export function meldToets(o: Opstelling, bsn: string, dag: string) {
  const uitslag = {
    resultaat: 'B1-route haalbaar',
    behaaldeScore: '61,50',
    benodigdeScore: '55,00',
  };
  return meldt(o, bsn, 'SS131', { lbt: { resultaten: [{ ...uitslag, datumAfname: dag }] } });
}

const ROUTES = ['B1-route', 'Onderwijsroute', 'Z-route'];

/** Motiveert de drie leerroutes; `onderzocht` noemt welke zijn onderzocht. */
export async function weegRoutes(page: Page, onderzocht: readonly string[]) {
  await page.getByRole('radio', { name: 'B1-route' }).check();
  for (const route of ROUTES) {
    await page.getByLabel(`Wat pleit voor de ${route}?`).fill(`Past bij wat zij wil: ${route}.`);
    await page.getByLabel(`Wat pleit tegen de ${route}?`).fill('Kost meer tijd dan zij heeft.');
    const vak = page.getByRole('checkbox', { name: `${route} is onderzocht` });
    await vak.setChecked(onderzocht.includes(route));
  }
}

/** Vult de rest van het plan in. */
export async function vulPip(page: Page) {
  await page
    .getByLabel('Waarom deze leerroute?')
    .fill('De toets en het gesprek laten zien dat B1 haalbaar is binnen drie jaar.');
  await kies(page, 'Niveau', 'B1');
  await page.getByLabel('Uren van de leerroute, in totaal').fill('600');
  await page.getByLabel('Uren per week').fill('9');
  const invulling = page.getByLabel('Hoe wordt dat ingevuld?');
  await page.getByLabel('Uren PVT').fill('12');
  await invulling.nth(0).fill('Vier ochtenden met excursie.');
  await page.getByLabel('Uren praktijk').fill('40');
  await invulling.nth(1).fill('Stage bij een bakkerij.');
  await page.getByLabel('Welke ondersteuning en begeleiding').fill('Een vaste klantmanager.');
  await page.getByLabel('Aantal voortgangsgesprekken').fill('4');
  await page.getByLabel('Hoe vaak').fill('Elk kwartaal.');
  await isOpgeslagen(page);
}
