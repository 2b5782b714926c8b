import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DuoWaarnemer } from '../client.ts';
import { VERWACHTE_VERSIE } from '../versies.ts';
import { MELDINGEN } from './meldingen.ts';
import { BSN, startTegenpartij } from './tegenpartij.ts';
import { RAADPLEGINGEN } from './voorbeelden.ts';

let kant: Awaited<ReturnType<typeof startTegenpartij>>;
let nu = 0;
let gezien: Parameters<DuoWaarnemer>[0][] = [];
beforeEach(async () => {
  nu = 1_000_000;
  gezien = [];
  kant = await startTegenpartij({ nu: () => nu, waarnemer: (w) => gezien.push(w) });
});
afterEach(() => kant.sluit());

const perApi = [...new Map(RAADPLEGINGEN.map((r) => [r.api, r])).values()];

describe('een andere versie', () => {
  test.each(perApi.map((r) => [r.api, r] as const))(
    '%s: minor meldt, major stopt',
    async (api, r) => {
      const [major, minor] = VERWACHTE_VERSIE[api].split('.').map(Number) as [number, number];
      kant.antwoordMet({ status: 200, body: r.ruw, versie: `${major}.${minor + 1}.0` });
      expect(await r.stel(kant.duo)).toMatchObject({
        soort: 'ok',
        versieMelding: expect.stringContaining(api),
      });
      kant.antwoordMet({ status: 200, body: r.ruw, versie: `${major + 1}.0.0` });
      expect(await r.stel(kant.duo)).toMatchObject({
        soort: 'storing',
        reden: expect.stringContaining(api),
        misschienVerwerkt: false,
      });
    },
  );

  test('een andere patch is geen nieuws', async () => {
    kant.antwoordMet({ status: 200, body: {}, versie: '1.2.99' });
    expect(await kant.duo.doelgroep(BSN)).not.toHaveProperty('versieMelding');
  });

  test('ook een 404 van een andere major is geen "niets geregistreerd"', async () => {
    kant.antwoordMet({ status: 404, versie: '2.0.0' });
    expect(await kant.duo.pip(BSN)).toMatchObject({ soort: 'storing', misschienVerwerkt: false });
  });
});

describe('melden na een andere major', () => {
  const wie = { naam: 'Team', email: 'a@b.example', telefoonnummer: '0881234567' };
  beforeEach(async () => {
    kant.antwoordMet({ status: 201, body: { id: 1 }, versie: '2.0.0' });
    expect(await kant.duo.maakContactpersoon(wie)).toMatchObject({
      soort: 'storing',
      misschienVerwerkt: true,
    });
    kant.antwoordMet({ status: 201, body: { id: 2 } });
  });

  test('stopt vijf minuten, zonder te verzenden', async () => {
    nu += 299_999;
    expect(await kant.duo.maakContactpersoon(wie)).toMatchObject({
      soort: 'storing',
      reden: expect.stringContaining('2.0.0'),
      misschienVerwerkt: false,
    });
    expect(kant.ontvangen).toEqual([]);
    nu += 1;
    expect(await kant.duo.maakContactpersoon(wie)).toMatchObject({ soort: 'ok' });
  });

  test("gaat bij andere API's door", async () => {
    kant.antwoordMet({ status: 200 });
    expect(await kant.duo.verwijderPip(BSN)).toMatchObject({ soort: 'ok' });
  });
});

test('een raadpleging met de goede versie geeft het melden weer vrij', async () => {
  kant.antwoordMet({ status: 404, versie: '2.0.0' });
  await kant.duo.pip(BSN);
  kant.antwoordMet({ status: 200 });
  expect(await kant.duo.verwijderPip(BSN)).toMatchObject({ soort: 'storing' });
  kant.antwoordMet({ status: 404 });
  await kant.duo.pip(BSN);
  kant.antwoordMet({ status: 200 });
  expect(await kant.duo.verwijderPip(BSN)).toMatchObject({ soort: 'ok' });
});

describe('wie meekijkt', () => {
  test('ziet elke poging met de uitkomst, en nergens een persoon', async () => {
    for (const v of [...RAADPLEGINGEN.map((r) => r.stel), ...MELDINGEN.map((m) => m.doe)]) {
      kant.antwoordMet({ status: 500 });
      await v(kant.duo);
    }
    kant.antwoordMet({ status: 404 });
    await kant.duo.pip(BSN);
    expect(gezien).toHaveLength(RAADPLEGINGEN.length + MELDINGEN.length + 1);
    expect(new Set(gezien.map((g) => g.api))).toEqual(new Set(Object.keys(VERWACHTE_VERSIE)));
    expect(gezien[0]).toEqual({
      systeem: 'duo',
      api: 'inburgeringsplicht',
      uitkomst: 'storing',
      duurMs: expect.any(Number),
      reden: 'antwoord 500',
    });
    expect(gezien.at(-1)).toMatchObject({ api: 'pip', uitkomst: 'niets' });
    expect(JSON.stringify(gezien)).not.toContain(BSN);
  });

  test('telt niet mee wat niet is verzonden', async () => {
    await kant.duo.pip('123');
    expect(gezien).toEqual([]);
  });
});
