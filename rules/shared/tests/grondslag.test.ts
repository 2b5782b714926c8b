import { describe, expect, it } from 'vitest';
import { datum } from '../datum.ts';
import { grondslag } from '../grondslag.ts';

const op = (dag: string) => ({ op: datum(dag) });

describe('grondslag', () => {
  it.each([
    ['2022-12-31', '2022-09-26'],
    ['2023-01-01', '2023-01-01'],
    ['2026-04-01', '2024-06-12'],
    ['2026-04-02', '2026-04-02'],
    ['2021-01-01', '2022-01-01'],
  ])('op %s verwijst het Besluit naar de versie van %s', (dag, versie) => {
    const { link } = grondslag('pip-termijn', 'besluit', 'art. 5.3 lid 1', op(dag));
    expect(link).toBe(`https://wetten.overheid.nl/BWBR0045555/${versie}`);
  });

  it.each([
    ['art. 14 lid 3 en 6', '2025-10-20', 'vast'],
    ['art. 14 lid 3 en 6', '2025-10-21', 'onbevestigd'],
    ['art. 14 en 22', '2025-10-22', 'onbevestigd'],
    ['art. 11 lid 3', '2025-10-21', 'vast'],
    ['art. 15 lid 4', '2025-10-21', 'vast'],
    ['art. 13, 15 en 16', '2025-10-21', 'vast'],
    ['art. 13, 14 en 16', '2025-10-21', 'onbevestigd'],
    // Een lid met het nummer van een ongelezen artikel is dat artikel niet.
    ['art. 5 lid 14', '2025-10-21', 'vast'],
    ['art. 5 lid 14 en 22', '2025-10-21', 'vast'],
    ['art. 5 lid 3 tot 14', '2025-10-21', 'vast'],
    ['art. 5 lid 14–22', '2025-10-21', 'vast'],
    ['art. 5 lid 3-14', '2025-10-21', 'vast'],
    ['art. 5 lid 3 en art. 14 lid 1', '2025-10-21', 'onbevestigd'],
  ])('Wi2021 %s op %s: %s', (artikel, dag, zekerheid) => {
    expect(grondslag('x', 'wet', artikel, op(dag)).zekerheid).toBe(zekerheid);
  });

  it('draagt de dagen waartussen een versie geldt', () => {
    const keuze = { geldigVanaf: datum('2023-01-01'), geldigTot: datum('2026-01-01') };
    expect(grondslag('x', 'besluit', 'art. 3.1', keuze)).toMatchObject(keuze);
    expect(grondslag('x', 'besluit', 'art. 3.1')).toMatchObject({ geldigVanaf: '2022-01-01' });
    expect(grondslag('x', 'besluit', 'art. 3.1')).not.toHaveProperty('geldigTot');
  });

  it('wat niet is nagelezen zegt dat erbij, ook naast een eigen zekerheid', () => {
    const g = grondslag('x', 'wet', 'art. 14', { zekerheid: 'ontwerp' });
    expect(g).toMatchObject({
      zekerheid: 'ontwerp',
      toelichting: expect.stringContaining('niet nagelezen'),
    });
  });
});
