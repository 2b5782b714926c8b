import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

/** Wat nu de aandacht heeft, in woorden. */
const aandacht = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');

/** De naam van de persoon waar de lijst nu op staat. */
const actief = (page: Page) =>
  page.locator('tr[aria-current="true"]').getByRole('rowheader').innerText();

async function werkvoorraad(naam: string) {
  const venster = await o.alsMedewerker(naam);
  await venster.page.getByRole('rowheader').first().waitFor();
  return venster;
}

test('de lijst met J, K, Enter, T en U', async () => {
  const { page, fouten } = await werkvoorraad('Noor de Wit');
  const namen = await page.getByRole('rowheader').getByRole('link').allInnerTexts();
  await page.keyboard.press('j');
  await expect.poll(() => actief(page)).toContain(namen[1]?.split('\n')[0]);
  await page.keyboard.press('k');
  await expect.poll(() => actief(page)).toContain(namen[0]?.split('\n')[0]);
  const naam = namen[0]?.split('\n')[0] ?? '';

  await page.keyboard.press('t');
  const toewijzen = page.getByRole('dialog', { name: `${naam} toewijzen` });
  await toewijzen.waitFor();
  await houdtAandacht(page);
  await page.keyboard.press('Escape');
  await toewijzen.waitFor({ state: 'detached' });

  await page.keyboard.press('u');
  const uitstellen = page.getByRole('dialog', { name: /uitstellen$/ });
  await uitstellen.waitFor();
  await houdtAandacht(page);
  await page.keyboard.press('Escape');
  await uitstellen.waitFor({ state: 'detached' });

  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: naam }).waitFor();
  expect(fouten).toEqual([]);
});

/** Tab blijft in het venster, hoe vaak men ook drukt. */
async function houdtAandacht(page: Page): Promise<void> {
  for (let stap = 0; stap < 25; stap += 1) {
    await page.keyboard.press('Tab');
    const buiten = await page.evaluate(() => {
      const el = document.activeElement;
      return el !== document.body && !el?.closest('dialog');
    });
    expect(buiten).toBe(false);
  }
}

test('een venster geeft de aandacht terug aan de knop die het opende', async () => {
  const { page, fouten } = await werkvoorraad('Noor de Wit');
  await page.keyboard.press('j');
  const knop = page.getByRole('button', { name: 'Uitstellen…' });
  await knop.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: /uitstellen$/ }).waitFor();
  await houdtAandacht(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => aandacht(page)).toBe('Uitstellen…');
  expect(fouten).toEqual([]);
});

test('Ctrl-K vindt een persoon en opent het dossier; Esc sluit', async () => {
  const { page, fouten } = await werkvoorraad('Noor de Wit');
  await page.keyboard.press('Control+k');
  const veld = page.getByRole('combobox', { name: /Zoek een inburgeraar/ });
  await veld.waitFor();
  await page.keyboard.press('Escape');
  await veld.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('mehmet yildiz');
  await page.getByRole('option', { name: /Mehmet Yıldız/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mehmet Yıldız' }).waitFor();
  expect(page.url()).not.toMatch(/y[iı]ld[iı]z/i);
  expect(fouten).toEqual([]);
});

test('de sprong naar de inhoud slaat het menu over', async () => {
  const { page, fouten } = await werkvoorraad('Noor de Wit');
  await page.reload();
  await page.getByRole('rowheader').first().waitFor();
  const sprong = page.getByRole('link', { name: 'Naar de inhoud' });
  await sprong.focus();
  await expect.poll(async () => (await sprong.boundingBox())?.y ?? -1).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('#inhoud')))).toBe(true);
  expect(fouten).toEqual([]);
});

test('een verlopen sessie laat staan wat is getypt en bewaart het na opnieuw aanmelden', async () => {
  const { page, context } = await werkvoorraad('Noor de Wit');
  await page.getByRole('button', { name: /^Zoek op naam/ }).click();
  await page.keyboard.type('Mehmet Yıldız');
  await page.getByRole('option', { name: /Mehmet Yıldız/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mehmet Yıldız' }).waitFor();
  await page
    .getByRole('navigation', { name: 'Delen van het dossier' })
    .getByRole('link', { name: 'Intake' })
    .click();
  await page.getByRole('link', { name: 'Per leefgebied' }).click();
  const veld = page.getByLabel('In welk land en in welke richting');
  await veld.waitFor();
  await context.clearCookies({ name: 'meedoen' });
  await veld.fill('Turkije, elektrotechniek');
  const melding = page.getByRole('dialog', { name: 'U bent niet meer aangemeld' });
  await melding.waitFor();
  expect(await veld.inputValue()).toBe('Turkije, elektrotechniek');
  const [nieuw] = await Promise.all([
    page.waitForEvent('popup'),
    melding.getByRole('button', { name: 'Opnieuw aanmelden' }).click(),
  ]);
  const noor = nieuw.getByRole('button', { name: 'Noor de Wit' });
  // De aanbieder kent haar nog of vraagt haar opnieuw te kiezen; beide eindigen met een gesloten venster.
  const dicht = nieuw.waitForEvent('close');
  await Promise.race([dicht, noor.click().catch(() => undefined)]);
  await dicht;
  await melding.waitFor({ state: 'detached' });
  await expect
    .poll(() => page.getByRole('status').filter({ hasText: 'Opgeslagen' }).count(), {
      timeout: 15_000,
    })
    .toBeGreaterThan(0);
  await page.reload();
  await expect.poll(() => veld.inputValue(), { timeout: 15_000 }).toBe('Turkije, elektrotechniek');
});

test('het dossier van een andere gemeente is er voor deze medewerker niet', async () => {
  const ilse = await o.alsMedewerker('Ilse de Groot');
  const persoon = ilse.page.getByRole('rowheader').first().getByRole('link');
  const [naam = ''] = (await persoon.innerText()).split('\n');
  await persoon.click();
  await ilse.page.getByRole('heading', { level: 1, name: naam }).waitFor();
  const { page, fouten } = await o.alsMedewerker('Noor de Wit');
  for (const deel of ['', '/intake', '/pip', '/documenten', '/duo', '/logboek']) {
    await page.goto(new URL(ilse.page.url()).pathname + deel);
    await page.getByText('Dit is er niet, of u mag het niet zien.').first().waitFor();
    expect(await page.locator('body').innerText()).not.toContain(naam);
  }
  expect(fouten).toEqual([]);
});
