import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bezwaar } from './bezwaar-regels.ts';

describe('bezwaartermijn als vraag', () => {
  it('vector 32: bekendgemaakt op 2025-11-14, kaal 2025-12-26, wordt 2025-12-29', () => {
    const antwoord = bezwaar({ bekendmaking: datum('2025-11-14') });
    expect(antwoord).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { begin: '2025-11-15', laatsteDag: '2025-12-29', schorst: false },
    });
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: '29 december 2025',
      grondslag: {
        artikel: 'Algemene wet bestuursrecht art. 6:7 en 6:8',
        zekerheid: 'onbevestigd',
      },
      feiten: [{ waarde: '14 november 2025', bron: 'ingevoerd' }],
      stappen: [
        { uitkomst: '14 november 2025 + 42 dagen = 26 december 2025' },
        { uitkomst: 'verschoven naar 29 december 2025' },
        {
          titel: 'Bezwaar schorst niet',
          grondslag: { artikel: 'Algemene wet bestuursrecht art. 6:16', zekerheid: 'onbevestigd' },
        },
      ],
    });
  });

  it.each([
    ['2025-11-12', '2025-12-24'],
    ['2025-11-13', '2025-12-29'],
    ['2025-11-17', '2025-12-29'],
    ['2025-11-18', '2025-12-30'],
  ])('bekendgemaakt op %s: tot en met %s', (dag, laatsteDag) => {
    expect(bezwaar({ bekendmaking: datum(dag) })).toMatchObject({ waarde: { laatsteDag } });
  });

  it('kent gelijkgestelde dagen en de herkomst van de bekendmaking', () => {
    const antwoord = bezwaar(
      {
        bekendmaking: datum('2026-04-03'),
        extraVrijeDagen: [{ datum: datum('2026-05-15') }, {}],
      },
      { bekendmaking: { bron: 'gemeente', feitId: 'f1' } },
    );
    expect(antwoord).toMatchObject({ waarde: { laatsteDag: '2026-05-18' } });
    expect(antwoord.uitleg().feiten).toMatchObject([{ bron: 'gemeente', feitId: 'f1' }]);
  });

  it('vraagt naar de bekendmaking', () => {
    const antwoord = bezwaar({});
    expect(antwoord).toMatchObject({ uitkomst: 'onbekend', ontbreekt: [{ feit: 'bekendmaking' }] });
    expect(antwoord.uitleg().titel).toBe('Laatste dag om bezwaar te maken');
  });
});
