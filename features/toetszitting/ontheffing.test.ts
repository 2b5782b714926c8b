import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { voorToets } from '../../test/begeleiding/tolken.ts';
import { maakWereld, type Wereld } from '../../test/world.ts';

let w: Wereld;
beforeAll(async () => {
  w = await maakWereld();
});
afterAll(() => w.sluit());

async function opzet() {
  const g = await w.gemeente();
  const m = await w.medewerker(g.organisatieId);
  const dossierId = await w.dossier(g.id, voorToets('Almaz'));
  const geef = (extra: object) =>
    m.vraag('PUT', `/v1/dossiers/${dossierId}/leerbaarheidstoets/ontheffing`, {
      grond: 'visueel',
      toelichting: 'De tekst op het scherm is niet te lezen.',
      vervangt: null,
      ...extra,
    });
  return { m, geef };
}

describe('ontheffing van de toets', () => {
  it('bewaart hoe leerbaarheid dan wordt beoordeeld, eerst de weg en later de uitkomst', async () => {
    const { geef } = await opzet();
    const weg = { manier: 'proefles', wie: 'docent van TaalThuis' };
    const eerst = await geef({ alternatief: weg });
    expect(eerst.body.ontheffing.alternatief).toEqual(weg);
    const af = { ...weg, op: '2026-11-20', uitkomst: 'Leert snel uit gesproken taal.' };
    const later = await geef({ alternatief: af, vervangt: eerst.body.ontheffing.feitId });
    expect(later.body.ontheffing.alternatief).toEqual(af);
  });

  it.each([
    ['een manier die niet bestaat', { manier: 'gok', wie: 'wie' }, 'alternatief.manier'],
    ['niemand die het doet', { manier: 'gesprek', wie: '' }, 'alternatief.wie'],
    [
      'een dag zonder uitkomst',
      { manier: 'gesprek', wie: 'docent', op: '2026-11-20' },
      'alternatief.op',
    ],
  ])('weigert %s', async (_wat, alternatief, veld) => {
    const { geef } = await opzet();
    const { status, body } = await geef({ alternatief });
    expect([status, body.invalidParams[0].name]).toEqual([400, veld]);
  });

  it('haalt iemand uit de lijst van wie de toets nog moet doen', async () => {
    const { m, geef } = await opzet();
    const aantal = async () =>
      (await m.vraag('POST', '/v1/toetszittingen/_kandidaten', {})).body.totaal;
    expect(await aantal()).toBe(1);
    await geef({});
    expect(await aantal()).toBe(0);
  });
});
