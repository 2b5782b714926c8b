import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verzonnenBsns } from '../bsn.ts';
import { type Nieuweling, type Opstelling, startOpstelling, type Venster } from '../meedoen.ts';
import {
  ANTWOORDEN,
  beantwoord,
  doe,
  leesStukken,
  nieuwDossier,
  rondIntakeAf,
  stelOp,
  stelVast,
} from './reis.ts';
import { isOpgeslagen } from './stappen.ts';

const bsns = verzonnenBsns(999_450_000);
let nummer = 0;

/** Iemand die nog niemand kent, in een gemeente zonder vier ogen. */
function mens(voornamen: string, geslachtsnaam: string): Nieuweling {
  nummer += 1;
  const vNummer = `09909950${String(nummer).padStart(2, '0')}`;
  const bsn = bsns.next().value as string;
  return { bsn, vNummer, voornamen, geslachtsnaam, gemeente: 'Akkerwolde' };
}

const SET = ['pip-beschikking', 'pip-eenvoudig', 'pip-beeld'];
let o: Opstelling;
let bram: Venster;

beforeAll(async () => {
  o = await startOpstelling();
  bram = await o.alsMedewerker('Bram Kuipers');
});
afterAll(() => o?.stop());

describe('mensen en hun plan', () => {
  test('een intake in twee gesprekken, met een verbinding die daartussen wegvalt', async () => {
    const { page, context } = bram;
    const n = mens('Rojda', 'Demirkan');
    const id = await nieuwDossier(o, page, n);
    await page.goto(`/inburgeraars/${id}/intake`);
    await page.getByRole('button', { name: 'Gesprek beginnen…' }).click();
    const begin = page.getByRole('dialog');
    await begin.getByText('aan de telefoon').first().click();
    await begin.getByRole('button', { name: /^Begin/ }).click();
    await begin.waitFor({ state: 'detached' });
    const veld = page.getByLabel('Wat vertelt de persoon?');
    await veld.fill('rijbewijs nee');
    await veld.press('Enter');
    await isOpgeslagen(page);

    await context.setOffline(true);
    await veld.fill('kind nee');
    await veld.press('Enter');
    await page.getByText(/1 antwoord wacht op verbinding/).waitFor();
    await page.getByText(/Versleuteld bewaard op dit apparaat tot/).waitFor();
    await context.setOffline(false);
    await isOpgeslagen(page);
    const { vragen } = await doe(page, 'GET', `/v1/dossiers/${id}/intake`);
    const antwoord = (naam: string) => vragen.find((v: { id: string }) => v.id === naam).antwoord;
    expect([antwoord('rijbewijs').waarde, antwoord('jong-kind').waarde]).toEqual(['nee', false]);

    // Het tweede gesprek vraagt alleen wat nog open is.
    await rondIntakeAf(o, page, { id, bsn: n.bsn });
    await stelVast(page, await stelOp(page, id, 'B'));
    const stukken = await leesStukken(page, id, SET);
    expect(stukken['pip-beschikking']?.ua).toBe(true);
    expect(stukken['pip-eenvoudig']?.tekst).toContain('B1-route');
    expect(bram.fouten).toEqual([]);
  });

  test('een gezin van drie: samen een afspraak, ieder een eigen plan, en het kind in het PIP', async () => {
    const { page } = bram;
    const [moeder, vader] = [mens('Selma', 'Hadzic'), mens('Emir', 'Hadzic')];
    const moederId = await nieuwDossier(o, page, moeder);
    const vaderId = await nieuwDossier(o, page, vader);
    await doe(page, 'POST', `/v1/dossiers/${moederId}/gezinsbanden`, {
      anderDossierId: vaderId,
      relatie: 'partner',
    });
    await page.goto(`/inburgeraars/${moederId}/gezin`);
    await page.getByRole('button', { name: 'Gezinslid' }).click();
    const lid = page.getByRole('dialog');
    await lid.getByLabel('Voornaam').fill('Amar');
    await lid.getByLabel('Geboortejaar').fill('2023');
    await lid.getByLabel('Geboortemaand').selectOption({ index: 11 });
    await lid.getByRole('button', { name: /^(Leg vast|Bewaar|Voeg)/ }).click();
    await lid.waitFor({ state: 'detached' });
    await page.getByText('leeftijd van de voorschool').waitFor();

    await page.getByRole('button', { name: 'Afspraak', exact: true }).click();
    const samen = page.getByRole('dialog', { name: 'Samen afspreken' });
    await samen.getByText('Ieder mag ook alleen met u praten.').waitFor();
    await samen.getByLabel('Dag').fill('24-11-2026');
    await samen.getByLabel('Tijd').fill('10:00');
    await samen.getByRole('button', { name: 'Plan de afspraak' }).click();
    await samen.waitFor({ state: 'detached' });
    for (const id of [moederId, vaderId]) {
      const { afspraken } = await doe(page, 'GET', `/v1/dossiers/${id}/intake`);
      expect(afspraken).toMatchObject([{ datum: '2026-11-24', tijd: '10:00' }]);
    }

    const vve = { 'jong-kind': true, 'vve-gebruik': 'Het kind is aangemeld voor de voorschool.' };
    await rondIntakeAf(o, page, { id: moederId, bsn: moeder.bsn }, { antwoorden: vve });
    const pip = await stelOp(page, moederId, 'B', {
      vve: 'Amar gaat vier ochtenden naar de voorschool.',
    });
    await stelVast(page, pip);
    await rondIntakeAf(o, page, { id: vaderId, bsn: vader.bsn }, { antwoorden: vve });
    await stelVast(
      page,
      await stelOp(page, vaderId, 'Z', {
        vve: 'Zie het plan van zijn partner.',
        afwijking: 'Hij zorgt overdag voor het kind; de B1-route past niet in zijn week.',
      }),
    );
    const haar = await leesStukken(page, moederId, SET);
    expect(haar['pip-beschikking']?.tekst).toContain(
      'Amar gaat vier ochtenden naar de voorschool.',
    );
    const zijn = await leesStukken(page, vaderId, SET);
    expect(zijn['pip-beschikking']?.tekst).toContain('zelfredzaamheidsroute');
    expect(bram.fouten).toEqual([]);
  });

  test('wie niet leest, in het azc, met tolk: zelf antwoorden en een plan in beelden en in haar taal', async () => {
    const { page } = bram;
    const n = mens('Freweini', 'Gebremedhin');
    const id = await nieuwDossier(o, page, n);
    const taal = { gesprekstaal: 'Tigrinya', tolkNodig: true, schrift: 'geen' };
    await rondIntakeAf(
      o,
      page,
      { id, bsn: n.bsn },
      {
        taal,
        antwoorden: {
          'opleiding-hoogste': 'geen onderwijs',
          'taal-schrift': 'nee',
          wonen: 'azc of andere opvang',
        },
      },
    );
    await page.goto(`/inburgeraars/${id}/intake/meting`);
    await page.getByRole('button', { name: 'Geef het toestel' }).click();
    const start = page.getByRole('dialog', { name: 'Geef het toestel' });
    await start.getByLabel('Code om straks terug te gaan').fill('4711');
    await start.getByRole('button', { name: 'Begin de vragen' }).click();
    await page.locator('[lang="ti"]').first().waitFor();
    expect(await page.getByText(n.geslachtsnaam).count()).toBe(0);
    await page.goto(`/inburgeraars/${id}/pip`);

    await stelVast(page, await stelOp(page, id, 'Z', { alfabetisering: 'A' }));
    const stukken = await leesStukken(page, id, [...SET, 'pip-vertaling']);
    expect(stukken['pip-vertaling']).toMatchObject({ taal: 'ti', ua: true });
    expect(stukken['pip-vertaling']?.tekst).toMatch(/\p{Script=Ethiopic}{3}/u);
    expect(stukken['pip-beschikking']?.tekst).toContain('U leert eerst lezen en schrijven.');
    expect(bram.fouten).toEqual([]);
  });

  test('hoog opgeleid met de wens voor de onderwijsroute en geen plaats: afgewogen, besloten en te printen', async () => {
    const { page } = bram;
    const n = mens('Nadine', 'Khoury-Aziz');
    const id = await nieuwDossier(o, page, n);
    const wens = { 'opleiding-hoogste': 'hbo of universiteit' };
    await rondIntakeAf(o, page, { id, bsn: n.bsn }, { antwoorden: wens });
    await doe(page, 'POST', `/v1/dossiers/${id}/leerroutes/_standpunt`, {
      woorden: 'أريد الدراسة',
      taal: 'ar',
      nederlands: 'Ik wil studeren.',
      wens: 'O',
      gezien: null,
    });
    await page.goto(`/inburgeraars/${id}/pip/route`);
    await page.getByText('Ik wil studeren.').first().waitFor();
    const pad = await stelOp(page, id, 'B');
    const { revisie } = await doe(page, 'GET', pad);
    const afwijking = 'Er is tot september geen plaats; de B1-route kan nu beginnen.';
    await doe(page, 'PATCH', pad, { revisie, inhoud: { afwijking } });
    await stelVast(page, pad);
    const stukken = await leesStukken(page, id, SET);
    expect(stukken['pip-beschikking']?.tekst).toContain('deze route volgt u niet');
    expect(bram.fouten).toEqual([]);
  });

  test('een ontheffing van de toets: een andere weg, en toch een afgeronde intake', async () => {
    const { page } = bram;
    const n = mens('Tesfalem', 'Weldegiorgis');
    const id = await nieuwDossier(o, page, n);
    await page.goto(`/inburgeraars/${id}/intake`);
    await page.getByRole('button', { name: /^Ontheffing/ }).click();
    const venster = page.getByRole('dialog', { name: 'Ontheffing van de leerbaarheidstoets' });
    await venster.getByText('een beperking van het zien').click();
    await venster.getByLabel('Uitleg').fill('Kan het scherm van de toets niet lezen.');
    await venster.getByRole('button', { name: 'Ontheffing vastleggen' }).click();
    await venster.waitFor({ state: 'detached' });
    await rondIntakeAf(o, page, { id, bsn: n.bsn }, { zonderToets: true });
    await beantwoord(page, id, { 'werk-jaren': 4 });
    expect(Object.keys(ANTWOORDEN)).not.toContain('werk-jaren');
    await stelVast(page, await stelOp(page, id, 'B'));
    const stukken = await leesStukken(page, id, SET);
    expect(stukken['pip-beeld']?.bladzijden).toBeGreaterThan(0);
    expect(bram.fouten).toEqual([]);
  });
});
