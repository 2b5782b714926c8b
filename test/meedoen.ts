import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { vulOefenregio } from '../features/demo/demo.jobs.ts';
import { GEMEENTEN } from '../features/demo/regio.ts';
import { leesConfig } from '../server/config.ts';
import { maakLogboek } from '../server/logboek.ts';
import { startMeedoen } from '../server/start.ts';
import { launchBrowser } from './chromium.ts';
import { cloneDatabase } from './database.ts';

const GEDULD_MS = 15_000;

export const PEILDATUM = '2026-11-21';
export const BREED = { width: 1440, height: 900 };
export const SMAL = { width: 390, height: 844 };

/** Het hele programma met de oefenregio, en een browser die ernaar kijkt. */
export type Opstelling = {
  adres: string;
  duoUrl: string;
  brpUrl: string;
  /** Een venster waarin deze medewerker is aangemeld, op het eerste scherm. */
  alsMedewerker(naam: string, opties?: BrowserContextOptions): Promise<Venster>;
  /** Een venster zonder aanmelding. */
  venster(opties?: BrowserContextOptions): Promise<Venster>;
  stop(): Promise<void>;
};

export type Venster = {
  page: Page;
  context: BrowserContext;
  /** Wat de browser zelf fout vond: een fout in een script of een geschonden CSP. */
  fouten: string[];
};

async function vrijePoort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar));
  const { port } = server.address() as { port: number };
  await new Promise((klaar) => server.close(klaar));
  return port;
}

/** Start Meedoen in dit proces, op een eigen database en poort. Eén keer per bestand, in beforeAll. */
export async function startOpstelling(): Promise<Opstelling> {
  const [database, poort] = await Promise.all([cloneDatabase(), vrijePoort()]);
  const map = mkdtempSync(path.join(os.tmpdir(), 'meedoen-scherm-'));
  const config = leesConfig({
    PORT: String(poort),
    METRICS_PORT: '0',
    MEEDOEN_DATA: map,
    MEEDOEN_PEILDATUM: PEILDATUM,
    DATABASE_URL: database.ownerUrl,
  });
  const [meedoen, browser] = await Promise.all([
    startMeedoen(config, maakLogboek('error'), vulOefenregio),
    launchBrowser(),
  ]);
  const { adres, nabootsingen } = meedoen;
  if (!nabootsingen) throw new Error('de oefenomgeving start zonder nabootsingen');
  const venster = (opties?: BrowserContextOptions) => openVenster(browser, adres, opties);
  return {
    adres,
    ...nabootsingen,
    venster,
    async alsMedewerker(naam, opties) {
      const open = await venster(opties);
      await meldAan(open.page, naam);
      return open;
    },
    async stop() {
      await browser.close();
      await meedoen.stop();
      await database.drop();
      rmSync(map, { recursive: true, force: true });
    },
  };
}

async function openVenster(
  browser: Browser,
  adres: string,
  opties: BrowserContextOptions = {},
): Promise<Venster> {
  const context = await browser.newContext({
    baseURL: adres,
    locale: 'nl-NL',
    viewport: BREED,
    reducedMotion: 'reduce',
    ...opties,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(GEDULD_MS);
  const fouten: string[] = [];
  page.on('pageerror', (fout) => fouten.push(fout.message));
  page.on('console', (regel) => {
    // Een geweigerd verzoek is geen fout van het scherm: dat toont het.
    const geweigerd = regel.text().startsWith('Failed to load resource');
    if (regel.type() === 'error' && !geweigerd) fouten.push(regel.text());
  });
  return { page, context, fouten };
}

/** Langs de echte aanmelding: naar het eerste scherm, een persoon kiezen, terug. */
async function meldAan(page: Page, naam: string, naar = '/'): Promise<void> {
  await page.goto(`/aanmelden?naar=${encodeURIComponent(naar)}`);
  await page.getByRole('button', { name: naam }).click();
  await page.getByRole('main').waitFor();
}

async function stuur(url: string, inhoud: unknown, methode = 'POST'): Promise<void> {
  const antwoord = await fetch(url, {
    method: methode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(inhoud),
  });
  if (!antwoord.ok) throw new Error(`${url}: ${antwoord.status} ${await antwoord.text()}`);
}

export type Nieuweling = {
  bsn: string;
  vNummer: string;
  voornamen: string;
  geslachtsnaam: string;
  /** Naam van een gemeente van de oefenregio. */
  gemeente: string;
};

/** Maakt iemand bekend bij DUO en de BRP, als asielstatushouder die net in de gemeente woont. */
export async function maakBekend(o: Opstelling, n: Nieuweling): Promise<void> {
  const gemeente = GEMEENTEN.find((g) => g.naam === n.gemeente);
  if (!gemeente) throw new Error(`gemeente ontbreekt: ${n.gemeente}`);
  const { code, naam } = gemeente;
  await stuur(`${o.duoUrl}/simulator/personen`, [
    {
      bsn: n.bsn,
      vNummer: n.vNummer,
      gemeentecode: code,
      vestigingsdatum: '2026-11-09',
      doelgroep: {
        indeling: 'Asielstatushouder',
        gedetailleerdeDoelgroep: 'Asielstatushouder',
        begindatum: '2026-09-01',
      },
      plicht: {
        indicatorInburgeringsplicht: true,
        begindatum: '2026-09-01',
        datumKennisgevingInburgeringsplicht: '2026-11-16',
      },
    },
  ]);
  await stuur(`${o.brpUrl}/simulator/personen`, [
    {
      burgerservicenummer: n.bsn,
      naam: {
        voornamen: n.voornamen,
        geslachtsnaam: n.geslachtsnaam,
        volledigeNaam: `${n.voornamen} ${n.geslachtsnaam}`,
      },
      geslacht: { code: 'V', omschrijving: 'vrouw' },
      geboorte: { datum: { type: 'Datum', datum: '1994-03-08' } },
      adressering: {
        adresregel1: 'Lindelaan 12',
        adresregel2: `${n.gemeente === 'Akkerwolde' ? 9910 : 9920} BA ${naam.toUpperCase()}`,
      },
      gemeenteVanInschrijving: { code, omschrijving: naam },
      datumInschrijvingInGemeente: { type: 'Datum', datum: '2026-11-09' },
      immigratie: { datumVestigingInNederland: { type: 'Datum', datum: '2026-11-09' } },
    },
  ]);
}

/** Laat DUO een gebeurtenis melden, zoals zij dat zelf doet: bij de openbare kant van Meedoen. */
export function meldt(
  o: Opstelling,
  bsn: string,
  gebeurtenisId: string,
  wijziging?: Record<string, unknown>,
): Promise<void> {
  return stuur(`${o.duoUrl}/simulator/gebeurtenissen`, {
    bsn,
    gebeurtenisId,
    ...(wijziging ? { wijziging } : {}),
  });
}

/** Zet hoe de nagebootste DUO zich gedraagt. */
export const zetGedrag = (o: Opstelling, gedrag: Record<string, unknown>) =>
  stuur(`${o.duoUrl}/simulator/gedrag`, gedrag, 'PUT');
