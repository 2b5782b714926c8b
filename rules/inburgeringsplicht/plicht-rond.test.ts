import { describe, expect, it } from 'vitest';
import { type EindeFeiten, eindePlicht } from './einde-plicht.ts';
import { gemeenteBevoegd } from './gemeente-bevoegd.ts';

describe('einde-plicht', () => {
  it.each([
    ['Volledige ontheffing', 'beëindigd', false],
    ['Volledige vrijstelling', 'beëindigd', false],
    ['Inburgeringsplicht voldaan', 'beëindigd', true],
    ['Verblijfsdoel gewijzigd', 'beëindigd', false],
    ['Vertrek uit Nederland langer dan een jaar', 'beëindigd', false],
    ['Overlijden', 'beëindigd', false],
    ['Tijdelijke vrijstelling', 'rust', false],
  ] as const)('%s: %s, voldaan %s', (redenGeenInburgeringsplicht, gevolg, voldaan) => {
    const antwoord = eindePlicht({ redenGeenInburgeringsplicht });
    expect(antwoord).toMatchObject({ uitkomst: 'bepaald', waarde: { gevolg, voldaan } });
    const zin = gevolg === 'rust' ? 'de plicht rust' : 'de plicht is geëindigd';
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: zin,
      feiten: [{ waarde: redenGeenInburgeringsplicht }],
      zouWijzigenAls: [expect.any(String)],
    });
  });

  it.each([{}, { redenGeenInburgeringsplicht: 'Overig' }] as EindeFeiten[])(
    '%j is onbekend',
    (f) => {
      const tekst = f.redenGeenInburgeringsplicht
        ? 'DUO noemt geen reden; vraag na of de plicht is geëindigd of rust.'
        : 'Nog niet bekend: Reden volgens DUO.';
      const antwoord = eindePlicht(f);
      expect(antwoord).toMatchObject({
        ontbreekt: [{ feit: 'redenGeenInburgeringsplicht', tekst }],
      });
      expect(antwoord.uitleg().grondslag?.artikel).toBe('Wet inburgering 2021 art. 4 en 5');
    },
  );
});

describe('gemeente-bevoegd', () => {
  it.each([
    [false, undefined, 'gemeente van woonplaats'],
    [false, false, 'gemeente van woonplaats'],
    [true, true, 'gemeente van huisvesting'],
  ])('asiel %s, gehuisvest %s: %s', (asiel, gehuisvest, college) => {
    const antwoord = gemeenteBevoegd({
      asielvergunningBepaaldeTijd: asiel,
      ...(gehuisvest === undefined ? {} : { gehuisvest }),
    });
    expect(antwoord).toMatchObject({ waarde: { college } });
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: `het college van de ${college}`,
      zouWijzigenAls: [expect.any(String)],
    });
  });

  it('is er nog geen in het azc, en is onbekend zonder de feiten', () => {
    const azc = gemeenteBevoegd({ asielvergunningBepaaldeTijd: true, gehuisvest: false });
    expect(azc.uitkomst).toBe('niet-van-toepassing');
    expect(azc.uitleg()).toMatchObject({
      titel: 'Welk college bevoegd is',
      uitkomst: 'nog geen: de persoon is nog niet in een gemeente gehuisvest',
      grondslag: { artikel: 'Wet inburgering 2021 art. 1' },
      feiten: { length: 2 },
    });
    expect(gemeenteBevoegd({})).toMatchObject({
      ontbreekt: [{ feit: 'asielvergunningBepaaldeTijd' }],
    });
    expect(gemeenteBevoegd({ asielvergunningBepaaldeTijd: true })).toMatchObject({
      ontbreekt: [{ feit: 'gehuisvest' }],
    });
  });
});
