import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { dossier } from '../screens/keuren/wegen.ts';
import { Hand, type Telling } from './hand.ts';
import { isOpgeslagen } from './stappen.ts';

let o: Opstelling;
const gemeten: [taak: string, telling: Telling][] = [];

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(async () => {
  await o?.stop();
  const regels = gemeten.map(
    ([taak, t]) => `| ${taak} | ${t.toetsen} | ${t.klikken} | ${t.seconden} |`,
  );
  const kop = ['| Taak | toetsen | klikken | seconden |', '|---|--:|--:|--:|'];
  process.stdout.write(`${[...kop, ...regels].join('\n')}\n`);
});

const knop = (page: Page, naam: string | RegExp) =>
  page.getByRole('button', { name: naam }).first();

type Taak = {
  taak: string;
  wie: string;
  /** Waar de taak begint; dit telt niet mee. */
  vooraf: (page: Page) => Promise<unknown>;
  doe: (h: Hand) => Promise<void>;
  /** Hoogstens; wie hierboven komt heeft het werk zwaarder gemaakt. */
  grens: Telling;
};

const vandaag = (page: Page) => page.getByRole('rowheader').first().waitFor();

/** Kiest met Tab het eerste antwoord dat bevestigd kan worden en bevestigt er `aantal`. */
async function bevestig(h: Hand, aantal: number) {
  await h.klik(h.page.getByRole('button', { name: /^Klopt/ }).first());
  await h.druk('Enter', aantal - 1);
  await h.page.getByText(/COA gaf door/).waitFor({ state: 'detached' });
  await isOpgeslagen(h.page);
}

const kies = (h: Hand, waar: Page | Locator, vraag: string, keuze: string) =>
  h.klik(waar.getByRole('radiogroup', { name: vraag }).getByText(keuze, { exact: true }));

/** Zoekt met een paar woorden de vraag en legt het antwoord vast. */
async function zeg(h: Hand, woorden: string) {
  await h.typ(woorden);
  await h.page.getByRole('option').first().waitFor();
  await h.druk('Enter');
}

async function rondProfielAf(h: Hand) {
  const { page } = h;
  await bevestig(h, 10);
  await h.klik(page.getByLabel('Wat vertelt de persoon?'));
  await zeg(h, 'rondkomen net');
  await h.klik(page.getByRole('link', { name: /uitkomst van de intake/ }));
  await h.vul(
    page.getByLabel('Wat is de uitkomst'),
    'Wil weer naaister worden. Leert goed en kan drie dagdelen per week naar les.',
  );
  await kies(h, page, 'Is een gesprek alleen aangeboden?', 'ja');
  await h.klik(page.getByRole('link', { name: /Leg vast dat gezondheid is besproken/ }));
  await h.klik(page.getByText('Gezondheid is besproken', { exact: true }));
  await isOpgeslagen(page);
  await page.getByText('9 van 10').first().waitFor();
}

const INTAKE: readonly Taak[] = [
  {
    taak: 'De volgende persoon openen',
    wie: 'Noor de Wit',
    vooraf: vandaag,
    async doe(h) {
      await h.druk('j');
      await h.druk('Enter');
      await h.page.getByRole('navigation', { name: 'Delen van het dossier' }).waitFor();
    },
    grens: { toetsen: 2, klikken: 0, seconden: 5 },
  },
  {
    taak: 'Iemand op naam vinden',
    wie: 'Noor de Wit',
    vooraf: vandaag,
    async doe(h) {
      await h.druk('Control+k');
      await h.typ('yild');
      await h.page.getByRole('option', { name: /Mehmet Yıldız/ }).waitFor();
      await h.druk('Enter');
      await h.page.getByRole('heading', { level: 1, name: /Yıldız/ }).waitFor();
    },
    grens: { toetsen: 8, klikken: 0, seconden: 8 },
  },
  {
    taak: 'Tien antwoorden van COA bevestigen, elk met één toets',
    wie: 'Bram Kuipers',
    vooraf: dossier('Hassan Jama', '/intake', 'COA gaf door'),
    doe: (h) => bevestig(h, 10),
    grens: { toetsen: 10, klikken: 1, seconden: 10 },
  },
  {
    taak: 'Een intake met een klantprofiel van COA rond, op de toets na',
    wie: 'Bram Kuipers',
    vooraf: dossier('Azadeh Hosseini', '/intake', 'COA gaf door'),
    doe: rondProfielAf,
    grens: { toetsen: 120, klikken: 10, seconden: 90 },
  },
];

/** Wat voor en tegen een route pleit: het eerste dat het dossier aandraagt, en een eigen zin. */
async function weeg(h: Hand, route: string, kant: 'voor' | 'tegen', zin: string) {
  await h.vul(h.page.getByLabel(`Wat pleit ${kant} de ${route}?`), zin);
  await h.druk('Alt+1');
  await h.klik(h.page.getByRole('checkbox', { name: `${route} is onderzocht` }));
}

async function stelPipOp(h: Hand) {
  const { page } = h;
  await h.klik(knop(page, 'PIP opstellen'));
  await h.klik(page.getByRole('radio', { name: 'Onderwijsroute' }));
  await weeg(h, 'Onderwijsroute', 'voor', 'Past bij de toets en bij een opleiding voor dit vak. ');
  await weeg(h, 'B1-route', 'tegen', 'Duurt langer dan nodig is voor de opleiding. ');
  await weeg(h, 'Z-route', 'tegen', 'Kan meer dan deze route vraagt. ');
  await h.vul(
    page.getByLabel('Waarom deze leerroute?'),
    'U leert snel en wilt weer boekhouder worden. Daarvoor is een opleiding nodig, en die kunt u aan.',
  );
  await h.vul(page.getByLabel('Uren van de leerroute, in totaal'), '1500');
  await h.vul(page.getByLabel('Uren per week'), '12');
  await isOpgeslagen(page);
  await page.getByRole('heading', { name: 'Alles wat nodig is staat er' }).waitFor();
}

async function planGesprek(h: Hand) {
  const { page } = h;
  await h.klik(knop(page, 'Afspraak plannen…'));
  const venster = page.getByRole('dialog', { name: 'Afspraak plannen' });
  await h.vul(venster.getByLabel('Datum'), '26-11-2026');
  await h.druk('Tab');
  await h.typ('9.30');
  await h.klik(venster.getByRole('button', { name: 'Plannen' }));
  await venster.waitFor({ state: 'detached' });
  await page
    .getByText(/26 november 2026 om 09:30$/)
    .first()
    .waitFor();
}

async function legGemistVast(h: Hand) {
  const { page } = h;
  await h.klik(knop(page, 'Was de persoon er?'));
  const venster = page.getByRole('dialog', { name: 'Was de persoon er?' });
  await kies(h, venster, 'Uitkomst', 'niet verschenen');
  await h.vul(venster.getByLabel('Waarom was de persoon er niet?'), 'De bus reed niet.');
  await h.klik(venster.getByRole('button', { name: 'Vastleggen' }));
  await venster.waitFor({ state: 'detached' });
}

async function vraagNa(h: Hand) {
  const { page } = h;
  await h.klik(knop(page, 'Navragen…'));
  const venster = page.getByRole('dialog', { name: 'Is het duidelijk?' });
  await venster.getByText('Vraag 3', { exact: true }).waitFor();
  for (const nr of [0, 1, 2]) await h.klik(venster.getByText('Begrepen', { exact: true }).nth(nr));
  await h.klik(venster.getByRole('button', { name: 'Vastleggen' }));
  await venster.waitFor({ state: 'detached' });
}

async function legBezwaarVast(h: Hand) {
  const { page } = h;
  await h.klik(page.getByRole('button', { name: 'Bezwaar', exact: true }).first());
  const venster = page.getByRole('dialog', { name: 'Bezwaar vastleggen' });
  await h.vul(venster.getByLabel('Ontvangen op'), '20-11-2026');
  await h.vul(venster.getByLabel('Waar gaat het over?'), 'Wil de onderwijsroute.');
  await h.klik(venster.getByRole('button', { name: 'Leg vast' }));
  await venster.waitFor({ state: 'detached' });
}

async function stelVast(h: Hand) {
  await h.klik(knop(h.page, 'Vaststellen…'));
  const venster = h.page.getByRole('dialog', { name: 'PIP vaststellen' });
  await h.klik(venster.getByRole('button', { name: 'Vaststellen', exact: true }));
  await venster.waitFor({ state: 'detached' });
  await h.page.getByRole('link', { name: /^Beschikking \(PDF\)/ }).waitFor();
}

const VERDER: readonly Taak[] = [
  {
    taak: 'Een gesprek plannen, met tolk',
    wie: 'Noor de Wit',
    vooraf: dossier('Minh Pham', '/intake', 'Afspraken en oproepen'),
    doe: planGesprek,
    grens: { toetsen: 20, klikken: 3, seconden: 25 },
  },
  {
    taak: 'Vastleggen dat iemand niet kwam, met de reden',
    wie: 'Noor de Wit',
    vooraf: dossier('Orlando Amatali', '/intake', 'Afspraken en oproepen'),
    doe: legGemistVast,
    grens: { toetsen: 20, klikken: 4, seconden: 25 },
  },
  {
    taak: 'Een PIP opstellen na een afgeronde intake',
    wie: 'Noor de Wit',
    vooraf: dossier('Laila Noorzai', '/pip', 'PIP opstellen'),
    doe: stelPipOp,
    grens: { toetsen: 260, klikken: 13, seconden: 150 },
  },
  {
    taak: 'Een PIP vaststellen dat een collega voorlegde',
    wie: 'Bram Kuipers',
    vooraf: dossier('Fadumo Mohamud', '/pip', 'Alles wat nodig is staat er'),
    doe: stelVast,
    grens: { toetsen: 0, klikken: 2, seconden: 8 },
  },
  {
    taak: 'Navragen of het PIP duidelijk is',
    wie: 'Noor de Wit',
    vooraf: dossier('Hanna Gebre', '/pip/brieven', 'Nog niet nagevraagd.'),
    doe: vraagNa,
    grens: { toetsen: 0, klikken: 5, seconden: 15 },
  },
  {
    taak: 'Een bezwaar vastleggen',
    wie: 'Bram Kuipers',
    vooraf: dossier('Zahra Safi', '/besluiten', /Bezwaar/),
    doe: legBezwaarVast,
    grens: { toetsen: 35, klikken: 4, seconden: 25 },
  },
];

describe.each([...INTAKE, ...VERDER])('$taak', ({ taak, wie, vooraf, doe, grens }) => {
  test('kost niet meer dan nodig', async () => {
    const { page, context } = await o.alsMedewerker(wie);
    onTestFinished(() => context.close());
    await vooraf(page);
    const hand = new Hand(page);
    await doe(hand);
    const telling = hand.telling();
    gemeten.push([taak, telling]);
    expect(telling.toetsen).toBeLessThanOrEqual(grens.toetsen);
    expect(telling.klikken).toBeLessThanOrEqual(grens.klikken);
    expect(telling.seconden).toBeLessThanOrEqual(grens.seconden);
  });
});
