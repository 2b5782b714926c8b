import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BREED,
  maakBekend,
  meldt,
  type Nieuweling,
  type Opstelling,
  PEILDATUM,
  SMAL,
  startOpstelling,
  type Venster,
  zetGedrag,
} from '../meedoen.ts';
import {
  isOpgeslagen,
  meldToets,
  naarTab,
  neemOver,
  ververstTot,
  voerGesprek,
  vraagWaarom,
  vulIntake,
  vulPip,
  weegRoutes,
} from './stappen.ts';

const ROJIN: Nieuweling = {
  bsn: '999410003',
  vNummer: '0990991001',
  voornamen: 'Rojin',
  geslachtsnaam: 'Derwish',
  gemeente: 'Akkerwolde',
};
const SENAIT: Nieuweling = {
  bsn: '999410015',
  vNummer: '0990991002',
  voornamen: 'Senait',
  geslachtsnaam: 'Tekle',
  gemeente: 'Berkenrade',
};
const WEIGERING = 'De dagtekening van het PIP ligt voor de vestigingsdatum van de persoon.';

let o: Opstelling;

/** Van melding tot en met een afgeronde intake. */
async function vanMeldingTotIntake(page: Page, n: Nieuweling, smal: boolean): Promise<void> {
  await maakBekend(o, n);
  await meldt(o, n.bsn, 'SS101');
  await meldt(o, n.bsn, 'SS139');
  await neemOver(page, n, smal);
  const waarom = await vraagWaarom(page);
  expect(waarom.tekst).toContain('16 november 2026 + 70 dagen = 25 januari 2027');
  expect(waarom.tekst).toContain('Dit zou wijzigen als');
  expect(waarom.artikel).toMatch(/^https:\/\/wetten\.overheid\.nl\/BWBR0045555/);
  await naarTab(page, 'Intake');
  await voerGesprek(page, '21-11-2026');
  await vulIntake(page);
  const afronden = page.getByRole('button', { name: 'Intake afronden' });
  expect(await afronden.isDisabled()).toBe(true);
  await page.getByText('Er is nog geen uitslag van de leerbaarheidstoets').waitFor();
  await meldToets(o, n.bsn, PEILDATUM);
  const toets = page.getByRole('heading', { name: 'Leerbaarheidstoets', level: 2 });
  await ververstTot(page, toets, page.getByText('61,50 van 55,00'));
  await afronden.click();
  await page.getByRole('heading', { name: 'Afgerond' }).waitFor();
}

/** Een PIP dat eerst wordt geweigerd met redenen, en daarna klaar is om vast te stellen. */
async function maakPip(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Naar het PIP' }).click();
  await page.getByRole('button', { name: 'PIP opstellen' }).click();
  await weegRoutes(page, ['B1-route', 'Z-route']);
  await vulPip(page);
  const controle = page.getByRole('complementary', { name: 'Controle van het PIP' });
  const punt = controle.getByRole('button', { name: /[Oo]nderwijsroute/ });
  await punt.waitFor();
  await page.getByText(/^(Vaststellen|Voorleggen) kan nog niet\./).waitFor();
  await punt.click();
  await weegRoutes(page, ['B1-route', 'Onderwijsroute', 'Z-route']);
  await isOpgeslagen(page);
  await controle.getByRole('heading', { name: 'Alles wat nodig is staat er' }).waitFor();
}

async function stelVast(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vaststellen…' }).click();
  const venster = page.getByRole('dialog', { name: 'PIP vaststellen' });
  await venster.getByText(/loopt naar verwachting van 22 november 2026/).waitFor();
  await venster.getByRole('button', { name: 'Vaststellen', exact: true }).click();
  await venster.waitFor({ state: 'detached' });
}

/** De beschikking is een toegankelijke PDF. */
async function leesBeschikking(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: /^Beschikking \(PDF\)/ });
  const antwoord = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(antwoord.headers()['content-type']).toBe('application/pdf');
  const pdf = (await antwoord.body()).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toMatch(/pdfuaid:part(="1"|>1<)/);
}

/** DUO's termijn vervangt de verwachting; de dag erna loopt de eerste dag. */
async function ziTermijn(page: Page, beheer: Venster): Promise<void> {
  await page.getByText('DUO heeft dit PIP.').waitFor();
  const termijn = page.getByText(/^Inburgeringstermijn 22 november 2026 tot en met/);
  await ververstTot(page, page.getByText('DUO heeft dit PIP.'), termijn);
  await beheer.page.goto('/beheer/tijdmachine');
  await beheer.page.getByLabel('Ga naar').fill('22-11-2026');
  await beheer.page.getByRole('button', { name: 'Verzet de datum' }).click();
  await beheer.page.getByText(/dossiers zijn opnieuw bepaald/).waitFor();
  await page.reload();
  await page.getByText(/^dag 1 van 1\d{3}$/).waitFor();
}

/** DUO weigert: haar woorden staan bij het PIP en op de lijst; na herstel bij DUO gaat het opnieuw. */
async function herstelWeigering(page: Page, n: Nieuweling): Promise<void> {
  await page.reload();
  await page.getByText('DUO heeft dit PIP geweigerd.').waitFor();
  await page.getByText(`„${WEIGERING}”`).waitFor();
  await page.goto('/');
  await page.getByRole('searchbox', { name: /Zoek in deze lijst/ }).fill(n.geslachtsnaam);
  const rij = page.getByRole('row', { name: new RegExp(n.geslachtsnaam) });
  await rij.getByText(WEIGERING).waitFor();
  await rij.getByRole('link', { name: new RegExp(n.geslachtsnaam) }).click();
  await naarTab(page, 'PIP');
  await zetGedrag(o, { weigerMet: null });
  await page.getByRole('button', { name: 'Opnieuw versturen' }).click();
}

describe.each([
  { naam: 'op een breed scherm, klantmanager met mandaat', viewport: BREED, n: ROJIN },
  { naam: 'op een telefoon, met vier ogen en een weigering', viewport: SMAL, n: SENAIT },
])('van melding tot inburgeringstermijn $naam', ({ viewport, n }) => {
  const smal = viewport === SMAL;
  beforeAll(async () => {
    o = await startOpstelling();
  });
  afterAll(() => o?.stop());

  test('de hele weg', async () => {
    const opties = { viewport };
    const eerste = await o.alsMedewerker(smal ? 'Noor de Wit' : 'Bram Kuipers', opties);
    const beheer = await o.alsMedewerker('Karin Smit', opties);
    await vanMeldingTotIntake(eerste.page, n, smal);
    await maakPip(eerste.page);
    let besluit = eerste;
    if (smal) {
      await eerste.page.getByRole('button', { name: 'Ter vaststelling voorleggen' }).click();
      await eerste.page.getByText('Wacht op vaststelling.').waitFor();
      expect(await eerste.page.getByRole('button', { name: 'Vaststellen…' }).count()).toBe(0);
      besluit = await o.alsMedewerker('Bram Kuipers', opties);
      await besluit.page.goto(eerste.page.url());
      await zetGedrag(o, { weigerMet: WEIGERING });
    }
    await stelVast(besluit.page);
    await leesBeschikking(besluit.page);
    if (smal) await herstelWeigering(eerste.page, n);
    await ziTermijn(eerste.page, beheer);
    expect([...eerste.fouten, ...besluit.fouten, ...beheer.fouten]).toEqual([]);
  });
});
