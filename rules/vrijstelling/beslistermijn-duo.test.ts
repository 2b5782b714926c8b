import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type BeslistermijnFeiten, beslistermijnDuo } from './beslistermijn-duo.ts';

const feiten = (dag: string): BeslistermijnFeiten => ({
  soortAanvraag: 'lening',
  datumAanvraag: datum(dag),
});

describe('beslistermijn-duo', () => {
  it.each([
    ['2026-09-14', '2026-11-09'],
    ['2026-09-18', '2026-11-13'],
    ['2026-09-19', '2026-11-16'],
    ['2026-09-20', '2026-11-16'],
    ['2026-09-21', '2026-11-16'],
    ['2026-03-02', '2026-04-28'],
    ['2024-01-04', '2024-02-29'],
  ])('aanvraag op %s: uiterlijk %s', (dag, laatsteDag) => {
    expect(beslistermijnDuo(feiten(dag))).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { laatsteDag },
    });
  });

  it('rekent met een dag die de regering gelijkstelt', () => {
    const f = { ...feiten('2026-09-14'), extraVrijeDagen: [{}, { datum: datum('2026-11-09') }] };
    expect(beslistermijnDuo(f)).toMatchObject({ waarde: { laatsteDag: '2026-11-10' } });
  });

  it.each([
    ['vrijstelling als aantoonbaar ingeburgerd', 'Regeling inburgering 2021 art. 2.3 lid 2'],
    ['medische ontheffing', 'Besluit inburgering 2021 art. 2.7 lid 5'],
    ['ontheffing om bijzondere omstandigheden', 'Besluit inburgering 2021 art. 2.8 lid 3'],
    ['gedeeltelijke vrijstelling', 'Regeling inburgering 2021 art. 3.14 lid 2'],
    ['lening', 'Besluit inburgering 2021 art. 6.5'],
  ] as const)('%s rust op %s', (soortAanvraag, artikel) => {
    const uitleg = beslistermijnDuo({ ...feiten('2026-03-02'), soortAanvraag }).uitleg();
    expect(uitleg).toMatchObject({ uitkomst: '28 april 2026', grondslag: { artikel } });
    expect(uitleg.stappen).toHaveLength(2);
    expect(uitleg.stappen?.[0]?.uitkomst).toBe('2 maart 2026 + 56 dagen = 27 april 2026');
    expect(uitleg.feiten).toHaveLength(2);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
  });

  it('noemt wat ontbreekt', () => {
    expect(beslistermijnDuo({})).toMatchObject({
      ontbreekt: [{ feit: 'soortAanvraag' }, { feit: 'datumAanvraag' }],
    });
  });
});
