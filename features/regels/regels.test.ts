import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakWereld, type Wereld } from '../../test/world.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
afterAll(() => w.sluit());

async function vraag(method: 'GET' | 'POST', url: string, payload?: string | object) {
  const antwoord = await w.app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload, headers: { 'content-type': 'application/json' } }),
  });
  return { status: antwoord.statusCode, body: antwoord.json(), headers: antwoord.headers };
}

const ZAAK = {
  inburgeringsplichtig: true,
  asielvergunningBepaaldeTijd: true,
  begindatumBijstand: '2025-09-01',
};

describe('regels voor iedereen, zonder aanmelden', () => {
  it('noemt alle regels met hun artikelen', async () => {
    const { status, body, headers } = await vraag('GET', '/v1/regels');
    expect(status).toBe(200);
    expect(headers['cache-control']).toContain('public');
    expect(body.regels.find((r: { id: string }) => r.id === 'ontzorgen')).toMatchObject({
      groep: 'Begeleiding en ontzorgen',
      titel: 'Zes maanden ontzorgen',
      artikelen: [{ artikel: 'Participatiewet art. 56a' }],
    });
  });

  it('beschrijft een regel met schema’s, gelezen bronnen en voorbeelden', async () => {
    const { status, body } = await vraag('GET', '/v1/regels/ontzorgen');
    expect(status).toBe(200);
    expect(body.invoer).toMatchObject({
      additionalProperties: false,
      properties: { begindatumBijstand: { type: 'string', format: 'date' } },
    });
    expect(body.uitvoer.properties.waarde.properties).toHaveProperty('laatsteDag');
    expect(body.gelezen[0]).toMatchObject({ wet: 'Participatiewet', versie: '2025-07-01' });
    expect(body.voorbeelden[0].antwoord.waarde.laatsteDag).toBe('2026-02-28');
  });

  it('past een regel toe, met de uitleg erbij', async () => {
    const { status, body } = await vraag('POST', '/v1/regels/ontzorgen', ZAAK);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { laatsteDag: '2026-02-28' },
      uitleg: { uitkomst: '1 september 2025 tot en met 28 februari 2026' },
    });
  });

  it('zegt wat ontbreekt in plaats van te gokken', async () => {
    const { body } = await vraag('POST', '/v1/regels/ontzorgen', {});
    expect(body.uitkomst).toBe('onbekend');
    expect(body.ontbreekt).toHaveLength(3);
  });

  it.each([
    ['onbekend veld', { ...ZAAK, extra: 1 }, 'extra'],
    ['onmogelijke datum', { ...ZAAK, begindatumBijstand: '2025-02-30' }, 'begindatumBijstand'],
    ['verkeerd soort', { ...ZAAK, inburgeringsplichtig: 'ja' }, 'inburgeringsplichtig'],
  ])('weigert %s en noemt het veld', async (_naam, zaak, veld) => {
    const { status, body } = await vraag('POST', '/v1/regels/ontzorgen', zaak);
    expect(status).toBe(400);
    expect(body.invalidParams.map((p: { name: string }) => p.name)).toEqual([veld]);
  });

  it('herhaalt geen nummer dat als naam van een veld is gestuurd', async () => {
    const { body } = await vraag('POST', '/v1/regels/ontzorgen', { '999990019': 1 });
    expect(JSON.stringify(body)).not.toContain('999990019');
  });

  it('weigert kapotte JSON en een regel die er niet is', async () => {
    expect((await vraag('POST', '/v1/regels/ontzorgen', '{')).status).toBe(400);
    expect((await vraag('GET', '/v1/regels/bestaat-niet')).status).toBe(404);
    expect((await vraag('POST', '/v1/regels/bestaat-niet', {})).status).toBe(404);
  });
});
