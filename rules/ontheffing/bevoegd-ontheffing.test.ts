import { describe, expect, it } from 'vitest';
import {
  type BevoegdFeiten,
  bevoegdOntheffing,
  bevoegdOntheffingRegel,
} from './bevoegd-ontheffing.ts';

const wie = (besluit: NonNullable<BevoegdFeiten['besluit']>) => {
  const antwoord = bevoegdOntheffing({ besluit });
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
};

describe('bevoegd-ontheffing', () => {
  it('vector 67: over de leerbaarheidstoets van een blinde beslist het college; de intake gaat door', () => {
    const besluit = 'ontheffing van de leerbaarheidstoets';
    expect(wie(besluit)).toEqual({ beslist: 'college', collegeAdviseert: false });
    expect(bevoegdOntheffing({ besluit }).uitleg()).toEqual({
      titel: 'Wie beslist over vrijstelling en ontheffing',
      uitkomst: 'het college beslist',
      grondslag: expect.objectContaining({ artikel: 'Wet inburgering 2021 art. 14 lid 6' }),
      feiten: [{ naam: 'Waarover wordt beslist', waarde: besluit, bron: 'ingevoerd' }],
      stappen: [{ titel: 'Alleen de toets vervalt; de brede intake gaat door' }],
      zouWijzigenAls: ['het om een ander besluit gaat'],
    });
  });

  it.each([
    ['vrijstelling', 'Wet inburgering 2021 art. 4 lid 1'],
    ['gedeeltelijke vrijstelling van het examen', 'Regeling inburgering 2021 art. 3.14'],
    ['medische ontheffing', 'Wet inburgering 2021 art. 5 lid 1'],
    ['aangepast examen', 'Besluit inburgering 2021 art. 3.9'],
  ] as const)('over %s beslist DUO zonder advies van het college', (besluit, artikel) => {
    expect(wie(besluit)).toEqual({ beslist: 'DUO', collegeAdviseert: false });
    const uitleg = bevoegdOntheffing({ besluit }).uitleg();
    expect(uitleg.uitkomst).toBe('DUO beslist, namens de Minister');
    expect(uitleg.grondslag?.artikel).toBe(artikel);
    expect(uitleg.stappen).toEqual([]);
  });

  it('bij bijzondere omstandigheden beslist DUO en adviseert het college', () => {
    const besluit = 'ontheffing om bijzondere omstandigheden';
    expect(wie(besluit)).toEqual({ beslist: 'DUO', collegeAdviseert: true });
    expect(bevoegdOntheffing({ besluit }).uitleg()).toMatchObject({
      grondslag: { artikel: 'Wet inburgering 2021 art. 5 lid 2' },
      stappen: [
        {
          titel: 'Het college geeft hierover advies',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.8 lid 2 en 4' },
        },
      ],
    });
  });

  it('vraagt om welk besluit het gaat', () => {
    expect(bevoegdOntheffing({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'besluit' }],
    });
  });

  it('beantwoordt haar eigen voorbeelden', () => {
    const uitkomsten = bevoegdOntheffingRegel.voorbeelden.map(({ invoer }) => {
      const uit = bevoegdOntheffingRegel.beantwoord(invoer);
      return 'antwoord' in uit && uit.antwoord.uitkomst;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'bepaald', 'onbekend']);
  });
});
