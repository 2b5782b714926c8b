import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Opstelling, startOpstelling } from '../meedoen.ts';
import { dossier } from '../screens/keuren/wegen.ts';
import { isOpgeslagen } from './stappen.ts';

/** A few rounds in the normal run; `npm run test:verbinding` does two hundred. */
const RONDES = Number(process.env.MEEDOEN_RONDES ?? 6);
/** Makes the same run again; a new one each time when not given. */
const ZAAD = Number(process.env.MEEDOEN_ZAAD ?? Date.now() % 1_000_000);
const STAPPEN_PER_RONDE = 4;
const RONDE_MS = 6_000;

const VELDEN = {
  'werk-herkomst': 'Welk werk hebt u gedaan in uw land van herkomst?',
  'werk-wens': 'Welk werk zou u in Nederland willen doen?',
  'praktisch-kunnen': 'Wat kunt u goed in de praktijk?',
} as const;
type Veld = keyof typeof VELDEN;
const NAMEN = Object.keys(VELDEN) as Veld[];

let o: Opstelling;

beforeAll(async () => {
  o = await startOpstelling();
});
afterAll(() => o?.stop());

async function als(naam: string) {
  const open = await o.alsMedewerker(naam);
  onTestFinished(() => open.context.close());
  // Who is warned that something is not kept yet, stays.
  open.page.on('dialog', (venster) => void venster.dismiss());
  return open;
}

/** Numbers that come back with the same seed (mulberry32). */
function maakToeval(zaad: number) {
  let s = zaad;
  const trek = () => {
    s = (s + 0x6d2b79f5) | 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { kies: <T>(lijst: readonly T[]): T => lijst[Math.floor(trek() * lijst.length)] as T };
}

const intakeVan = (page: Page) => `/v1/dossiers/${page.url().split('/')[4]}/intake`;

/** Another window writes upon what is there now, as its screen would. */
const schrijf = (page: Page, intake: string, vraag: Veld, waarde: string) =>
  page.evaluate(
    async ([url, id, tekst]) => {
      const { vragen } = await (await fetch(url)).json();
      const nu = vragen.find((v: { id: string }) => v.id === id);
      const antwoord = await fetch(`${url}/antwoorden/${id}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ waarde: tekst, vervangt: nu.antwoord?.feitId ?? null }),
      });
      return antwoord.status;
    },
    [intake, vraag, waarde] as const,
  );

/** Everything ever recorded, as the time line tells it: also what was replaced. */
const tijdlijn = (page: Page, intake: string) =>
  page.evaluate(
    async (url) => {
      const alles: string[] = [];
      for (let n = 1; ; n += 1) {
        const blad = await (await fetch(`${url}?page=${n}&pageSize=100`)).json();
        alles.push(JSON.stringify(blad.items));
        if (n * 100 >= blad.totaal) return alles.join('\n');
      }
    },
    intake.replace(/intake$/, 'tijdlijn'),
  );

const balk = (page: Page) => page.locator('.intake-verbinding');
const bewaard = (page: Page) => page.locator('.intake-verbinding[data-bewaard="true"]').waitFor();

/** One person at a tablet whose connection comes and goes, and two others who write the same. */
class Speler {
  readonly mijn = new Map<Veld, string>();
  #nummer = 0;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly anderen: readonly Page[];
  readonly toeval: ReturnType<typeof maakToeval>;
  readonly intake: string;

  constructor(page: Page, anderen: readonly Page[], toeval: ReturnType<typeof maakToeval>) {
    this.page = page;
    this.context = page.context();
    this.anderen = anderen;
    this.toeval = toeval;
    this.intake = intakeVan(page);
  }

  async typ() {
    const veld = this.toeval.kies(NAMEN);
    this.#nummer += 1;
    const waarde = `mijn antwoord ${this.#nummer} einde`;
    await this.page.getByLabel(VELDEN[veld]).fill(waarde);
    this.mijn.set(veld, waarde);
  }

  async ander() {
    this.#nummer += 1;
    const waarde = `van een ander ${this.#nummer} einde`;
    const page = this.toeval.kies(this.anderen);
    expect([200, 409]).toContain(await schrijf(page, this.intake, this.toeval.kies(NAMEN), waarde));
  }

  weg = () => this.context.setOffline(true);
  terug = () => this.context.setOffline(false);

  /** The server gets the next answer, the tablet never hears that it did. */
  async antwoordKwijt() {
    await this.page.route(
      '**/antwoorden/**',
      async (route) => {
        await route.fetch().catch(() => undefined);
        await route.abort().catch(() => undefined);
      },
      { times: 1 },
    );
  }

  async herlaad() {
    await bewaard(this.page);
    await this.context.setOffline(false);
    await this.page.reload();
    await this.page.getByLabel(VELDEN['werk-wens']).waitFor();
  }

  /** Chooses in the conflict screen, one by one. */
  async kies() {
    const knop = this.page.getByRole('button', { name: 'Kies wat blijft' });
    if (!(await knop.isVisible())) return;
    await knop.click();
    const venster = this.page.getByRole('dialog', { name: 'Wat blijft er staan?' });
    const eerste = venster.locator('.botsing').first();
    const veld = await this.#veldVan(eerste);
    const wie = this.toeval.kies(['mijn', 'hun'] as const);
    const namen = { mijn: /^Houd wat ik schreef/, hun: /^Neem dit over/ };
    await eerste.getByRole('button', { name: namen[wie] }).click();
    if (wie === 'hun') this.mijn.delete(veld);
    await venster.getByRole('button', { name: /^(Klaar|Later kiezen)$/ }).click();
  }

  async #veldVan(blok: ReturnType<Page['locator']>): Promise<Veld> {
    const kop = await blok.getByRole('heading').innerText();
    const veld = NAMEN.find((v) => VELDEN[v] === kop);
    if (!veld) throw new Error(`geen veld: ${kop}`);
    // What the screen calls mine is what I typed last.
    expect(await blok.innerText()).toContain(this.mijn.get(veld));
    return veld;
  }

  /** Everything that waits is sent or chosen. */
  async allesWeg() {
    await this.page.unrouteAll({ behavior: 'wait' });
    await this.terug();
    await bewaard(this.page);
    for (;;) {
      const probeer = this.page.getByRole('button', { name: 'Probeer nu' });
      // It also tries by itself: then the button is gone before it is reached, and what follows holds all the same.
      if (await probeer.isVisible()) await probeer.click({ timeout: 2_000 }).catch(() => undefined);
      await expect
        .poll(() => balk(this.page).innerText(), { timeout: 20_000 })
        .toMatch(/^(Opgeslagen|Wordt vanzelf)|gewijzigd/);
      if (!(await balk(this.page).innerText()).includes('gewijzigd')) return;
      await this.kies();
    }
  }
}

test(
  `geen invoer gaat verloren: ${RONDES} rondes, zaad ${ZAAD}`,
  async () => {
    const toeval = maakToeval(ZAAD);
    const [bram, noor, elders] = [
      await als('Bram Kuipers'),
      await als('Noor de Wit'),
      await als('Bram Kuipers'),
    ];
    await dossier('Mehmet Aydın', '/intake?gebied=werk', VELDEN['werk-wens'])(bram.page);
    const speler = new Speler(bram.page, [noor.page, elders.page], toeval);
    const doen = ['typ', 'typ', 'typ', 'ander', 'weg', 'terug', 'herlaad', 'antwoordKwijt', 'kies'];
    for (let ronde = 1; ronde <= RONDES; ronde += 1) {
      const gedaan: string[] = [];
      for (let stap = 0; stap < STAPPEN_PER_RONDE; stap += 1) {
        const wat = toeval.kies(doen) as 'typ';
        gedaan.push(wat);
        await speler[wat]();
      }
      await speler.allesWeg();
      const verhaal = await tijdlijn(bram.page, speler.intake);
      for (const [veld, waarde] of speler.mijn)
        expect([ronde, gedaan, veld, verhaal.includes(waarde) ? waarde : 'kwijt']).toEqual([
          ronde,
          gedaan,
          veld,
          waarde,
        ]);
    }
    expect(bram.fouten).toEqual([]);
  },
  60_000 + RONDES * RONDE_MS,
);

const zeg = async (page: Page, tekst: string) => {
  await page.getByLabel('Wat vertelt de persoon?').fill(tekst);
  await page.keyboard.press('Enter');
};

/** All that the browser keeps, as text: names and answers may not be in it. */
const watErStaat = (page: Page) =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((klaar) => {
      const vraag = indexedDB.open('meedoen-onderweg');
      vraag.onsuccess = () => klaar(vraag.result);
    });
    const rijen = await Promise.all(
      [...db.objectStoreNames].map(
        (naam) =>
          new Promise<unknown[]>((klaar) => {
            const vraag = db.transaction(naam).objectStore(naam).getAll();
            vraag.onsuccess = () => klaar(vraag.result);
          }),
      ),
    );
    db.close();
    const lees = (_sleutel: string, w: unknown) =>
      w instanceof ArrayBuffer || w instanceof Uint8Array ? new TextDecoder('latin1').decode(w) : w;
    return { tekst: JSON.stringify(rijen, lees), aantal: rijen.flat().length };
  });

test('een intake in twee gesprekken, het tweede in een azc zonder verbinding', async () => {
  const { page, context } = await als('Bram Kuipers');
  await dossier('Dawit Berhane', '/intake', 'Wat vertelt de persoon?')(page);
  const naam = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Gesprek beginnen…' }).click();
  await page.getByText('partner', { exact: true }).click();
  await page.getByRole('button', { name: 'Beginnen', exact: true }).click();
  await page
    .getByText(/met partner/)
    .first()
    .waitFor();
  await zeg(page, 'rijbewijs nee');
  await isOpgeslagen(page);

  await page.getByRole('button', { name: 'Meenemen…' }).click();
  await page.getByLabel('Code om het te openen').fill('drie rode fietsen');
  await page.getByLabel('De code nog een keer').fill('drie rode fietsen');
  await page.getByRole('button', { name: 'Meenemen voor 24 uur' }).click();
  await page.getByText(/^Meegenomen tot/).waitFor();
  await context.setOffline(true);
  const open = async (code: string) => {
    await page.getByLabel('Uw code').fill(code);
    await page.keyboard.press('Enter');
  };
  await page.goto('/onderweg');
  await open('drie rode fietsem');
  await page.getByText('Dit is niet de code. Nog 4 keer').waitFor();
  await open('drie rode fietsen');
  await page.getByRole('heading', { level: 1, name: naam }).waitFor();
  await zeg(page, 'vrije tijd: Tekent vogels in het park.');
  await page.getByText(/1 antwoord wacht op verbinding/).waitFor();
  await bewaard(page);
  const { tekst, aantal } = await watErStaat(page);
  expect(aantal).toBe(2);
  expect(tekst).not.toMatch(/Dawit|Berhane|vogels|vrije-tijd/);

  await page.reload();
  await open('drie rode fietsen');
  await page.getByText(/1 antwoord wacht op verbinding/).waitFor();
  await context.setOffline(false);
  await page.goto('/');
  await page.getByText('1 antwoord is nog niet verstuurd.').waitFor();
  await page.getByRole('link', { name: 'Open de intake om ze te versturen' }).click();
  await isOpgeslagen(page);
  await page.getByRole('link', { name: 'Per gesprek' }).click();
  await page.locator('summary').filter({ hasText: 'met partner' }).first().click();
  await page.getByText('Tekent vogels in het park.').first().waitFor();
});

test('een ander op hetzelfde apparaat leest niets, en uitloggen wist alles', async () => {
  const { page, context } = await als('Bram Kuipers');
  await dossier('Mehmet Aydın', '/intake?gebied=werk', VELDEN['werk-wens'])(page);
  await context.setOffline(true);
  await page.getByLabel(VELDEN['werk-wens']).fill('Wil kapper worden.');
  await page.getByText(/1 antwoord wacht op verbinding/).waitFor();
  await page.route('**/intake/antwoorden/**', (route) => route.abort());
  await context.setOffline(false);
  await page.goto('/');
  await page.getByText('1 antwoord is nog niet verstuurd.').waitFor();

  // Somebody else logs in without the first having logged out.
  await context.clearCookies();
  await page.goto('/aanmelden');
  await page.getByRole('button', { name: 'Noor de Wit' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await page.getByText('nog niet verstuurd').count()).toBe(0);
  await dossier('Mehmet Aydın', '/intake?gebied=werk', VELDEN['werk-wens'])(page);
  expect(await page.getByLabel(VELDEN['werk-wens']).inputValue()).not.toContain('kapper');
  expect((await watErStaat(page)).aantal).toBe(1);

  await context.clearCookies();
  await page.goto('/aanmelden');
  await page.getByRole('button', { name: 'Bram Kuipers' }).click();
  await page.getByText('1 antwoord is nog niet verstuurd.').waitFor();
  page.removeAllListeners('dialog');
  page.on('dialog', (venster) => void venster.accept());
  await page.getByRole('button', { name: /menu van Bram Kuipers/ }).click();
  await page.getByText('Uitloggen').click();
  await page.waitForURL(/aanmelden|afmelden|session/);
  await page.goto('/aanmelden');
  expect((await watErStaat(page)).aantal).toBe(0);
});
