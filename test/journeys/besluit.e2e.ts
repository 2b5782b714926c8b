import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verzonnenBsns } from '../bsn.ts';
import {
  maakBekend,
  meldt,
  type Nieuweling,
  type Opstelling,
  PEILDATUM,
  SMAL,
  startOpstelling,
  type Venster,
} from '../meedoen.ts';
import { doe, leesStukken, nieuwDossier, rondIntakeAf, stelOp, stelVast, vraag } from './reis.ts';
import { naarTab } from './stappen.ts';

const bsns = verzonnenBsns(999_430_000);
let nummer = 0;

/** Iemand die nog niemand kent, in een gemeente zonder vier ogen. */
function mens(voornamen: string, geslachtsnaam: string): Nieuweling {
  nummer += 1;
  const bsn = bsns.next().value as string;
  const vNummer = `09909930${String(nummer).padStart(2, '0')}`;
  return { bsn, vNummer, voornamen, geslachtsnaam, gemeente: 'Akkerwolde' };
}

let o: Opstelling;
let bram: Venster;

beforeAll(async () => {
  o = await startOpstelling();
  bram = await o.alsMedewerker('Bram Kuipers');
});
afterAll(() => o?.stop());

const SET = ['pip-beschikking', 'pip-eenvoudig', 'pip-beeld'];

/** Een dossier met een afgeronde intake. */
async function metIntake(n: Nieuweling): Promise<string> {
  const id = await nieuwDossier(o, bram.page, n);
  await rondIntakeAf(o, bram.page, { id, bsn: n.bsn });
  return id;
}

describe('wat na een besluit komt', () => {
  test('een PIP dat twee keer wijzigt: drie versies, in woorden vergeleken, dezelfde termijn', async () => {
    const { page } = bram;
    const id = await metIntake(mens('Mariam', 'Azizi'));
    await stelVast(page, await stelOp(page, id, 'B'), '2026-11-19');
    const uren = { intensiteitUrenPerWeek: 9, redenWijziging: 'Minder uren door werk.' };
    await stelVast(page, await stelOp(page, id, 'B', uren), '2026-11-20');
    const gesprekken = {
      ...uren,
      voortgangsgesprekken: { aantal: 10, ritme: 'Elke twee maanden.' },
      redenWijziging: 'Vaker spreken.',
    };
    await stelVast(page, await stelOp(page, id, 'B', gesprekken), PEILDATUM);

    await page.goto(`/inburgeraars/${id}`);
    await naarTab(page, 'Besluiten');
    const kaarten = page.getByRole('region', { name: /^PIP: B1-route/ });
    await kaarten.first().waitFor();
    expect(await kaarten.count()).toBe(3);
    await page.getByText(/^Van .* 20 november 2026 tot en met/).waitFor();
    await kaarten.first().getByRole('button', { name: 'Wat veranderde?' }).click();
    const venster = page.getByRole('dialog', { name: 'Wat veranderde er in versie 3?' });
    await venster.getByText('Wij spreken u nu 10 keer over hoe het gaat.').waitFor();
    expect(await venster.getByText(/uren per week|les per week/i).count()).toBe(0);
    await page.keyboard.press('Escape');

    const stukken = await leesStukken(page, id, SET);
    const beschikking = stukken['pip-beschikking'];
    expect(beschikking).toMatchObject({ ua: true, versie: 3 });
    expect(beschikking?.tekst).toContain('Dit is versie 3 van uw PIP');
    expect(beschikking?.tekst).toContain('Vaker spreken.');
    expect(beschikking?.tekst).toContain('begon op 20 november 2026');
    expect(bram.fouten).toEqual([]);
  });

  test('een bezwaar van ontvangst tot beslissing, op een telefoon', async () => {
    const n = mens('Dawit', 'Kidane');
    const id = await metIntake(n);
    await stelVast(bram.page, await stelOp(bram.page, id, 'B'), '2026-11-19');
    const { page, fouten } = await o.alsMedewerker('Bram Kuipers', { viewport: SMAL });
    await page.goto(`/inburgeraars/${id}/besluiten`);
    await page.getByRole('button', { name: 'Bezwaar', exact: true }).click();
    const nieuw = page.getByRole('dialog', { name: 'Bezwaar vastleggen' });
    await nieuw.getByLabel('Ontvangen op').fill('22-11-2026');
    await nieuw.getByRole('button', { name: 'Leg vast' }).click();
    await nieuw.getByText('Deze dag is nog niet geweest.').waitFor();
    await nieuw.getByLabel('Ontvangen op').fill('20-11-2026');
    await nieuw.getByLabel('Waar gaat het over?').fill('Zij wil de onderwijsroute.');
    await nieuw.getByRole('button', { name: 'Leg vast' }).click();
    await nieuw.waitFor({ state: 'detached' });
    await page.getByText(/Beslissen uiterlijk op/).waitFor();

    await page.getByRole('button', { name: 'Volgende stap…' }).click();
    const stap = page.getByRole('dialog', { name: 'Volgende stap' });
    await stap.getByLabel('Wat is er gebeurd?').selectOption('beslist');
    await stap.getByLabel('Uitkomst').selectOption('ongegrond');
    await stap.getByRole('button', { name: 'Leg vast' }).click();
    await stap.waitFor({ state: 'detached' });
    await page.getByText(/Beroep kan tot en met/).waitFor();

    await page.goto('/besluiten');
    await page.getByLabel('Bezwaar', { exact: true }).selectOption('beslist');
    await page.getByRole('link', { name: /^Dawit Kidane/ }).waitFor();
    const stukken = await leesStukken(bram.page, id, SET);
    expect(stukken['pip-beschikking']?.tekst).toContain('Niet eens met dit besluit?');
    expect(fouten).toEqual([]);
  });

  test('wie verhuisde krijgt een nieuw PIP met dezelfde leerroute, en de termijn loopt door', async () => {
    const { page } = bram;
    const n = mens('Filmon', 'Habte');
    await maakBekend(o, n);
    await meldt(o, n.bsn, 'SS121', {
      pip: {
        gemeentecode: '9903',
        pip: {
          dagtekeningPip: '2026-10-01',
          leerroute: 'B',
          niveau: 'B1',
          geschatteIntensiteitB1Route: 720,
          indicatorMagOpleidingAfmaken: false,
          indicatorAlfabetiseringsonderwijs: 'AA',
        },
        ontvangenOp: '2026-10-01',
      },
      termijn: { startdatum: '2026-10-02', einddatum: '2029-10-02' },
    });
    const zoek = async () =>
      (await vraag(page, 'POST', '/v1/inburgeraars/_zoek', { zoek: n.vNummer })).body.items;
    await expect.poll(async () => (await zoek()).length, { timeout: 20_000 }).toBe(1);
    const [{ dossierId: id }] = await zoek();
    await expect
      .poll(async () => (await vraag(page, 'GET', `/v1/dossiers/${id}`)).body.leerroute, {
        timeout: 20_000,
      })
      .toBe('B');
    await rondIntakeAf(o, page, { id, bsn: n.bsn });
    const anders = await stelOp(page, id, 'Z');
    const { revisie } = await doe(page, 'GET', anders);
    const weigering = await vraag(page, 'POST', `${anders}/_vaststellen`, {
      revisie,
      dagtekening: PEILDATUM,
    });
    expect([weigering.status, weigering.body.conflict]).toEqual([409, undefined]);
    await doe(page, 'PATCH', anders, { revisie, inhoud: { leerroute: 'B', niveau: 'B1' } });
    await stelVast(page, anders);
    const stukken = await leesStukken(page, id, SET);
    expect(stukken['pip-beschikking']?.tekst).toContain('U bent verhuisd');
    expect(stukken['pip-beschikking']?.tekst).toContain('begon op 2 oktober 2026');
    expect(bram.fouten).toEqual([]);
  });
});
