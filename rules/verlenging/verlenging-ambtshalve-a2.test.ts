import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type VerlengingA2Feiten, verlengingAmbtshalveA2 } from './verlenging-ambtshalve-a2.ts';

const LAAT: VerlengingA2Feiten = {
  examenonderdeel: 'spreken',
  niveau: 'A2',
  uitslagVertraagd: true,
  laatsteDag: datum('2026-10-01'),
};

describe('verlenging-ambtshalve-a2', () => {
  it.each(['spreken', 'schrijven'] as const)(
    '%s op A2, laat nagekeken: zes maanden',
    (examenonderdeel) => {
      const antwoord = verlengingAmbtshalveA2({ ...LAAT, examenonderdeel });
      expect(antwoord).toMatchObject({ waarde: { laatsteDag: '2027-04-01', eind: '2027-04-02' } });
      expect(antwoord.uitleg()).toMatchObject({
        titel: 'Zes maanden erbij door laat nakijken',
        uitkomst: '1 april 2027',
        grondslag: {
          artikel: 'Besluit inburgering 2021 art. 4.5 lid 3',
          zekerheid: 'onbevestigd',
          geldigVanaf: '2026-07-31',
        },
        stappen: [{ uitkomst: '1 oktober 2026 + 6 maanden = 1 april 2027' }],
      });
      expect(antwoord.uitleg().feiten).toHaveLength(4);
    },
  );

  it.each([
    ['2026-07-30', 'onbekend'],
    ['2026-07-31', 'bepaald'],
    ['2026-08-01', 'bepaald'],
  ])('laatste dag %s: %s', (laatsteDag, uitkomst) => {
    const antwoord = verlengingAmbtshalveA2({ ...LAAT, laatsteDag: datum(laatsteDag) });
    expect(antwoord.uitkomst).toBe(uitkomst);
    if (antwoord.uitkomst === 'onbekend') {
      expect(antwoord.ontbreekt).toMatchObject([{ feit: 'laatsteDag' }]);
      expect(antwoord.ontbreekt[0]?.tekst).toContain('31 juli 2026');
    }
  });

  it('klemt op het einde van de maand', () => {
    expect(verlengingAmbtshalveA2({ ...LAAT, laatsteDag: datum('2026-08-31') })).toMatchObject({
      waarde: { laatsteDag: '2027-02-28' },
    });
  });

  it.each([
    [{ examenonderdeel: 'lezen' }, 'alleen bij het examen schrijven of spreken'],
    [{ examenonderdeel: 'KNM' }, 'alleen bij het examen schrijven of spreken'],
    [{ niveau: 'B1' }, 'alleen bij een examen op niveau A2'],
    [{ uitslagVertraagd: false }, 'alleen als de uitslag later dan na acht weken komt'],
  ] as [VerlengingA2Feiten, string][])(
    'geldt niet bij %j, ook als de rest onbekend is',
    (f, zin) => {
      const antwoord = verlengingAmbtshalveA2(f);
      expect(antwoord.uitkomst).toBe('niet-van-toepassing');
      expect(antwoord.uitleg()).toMatchObject({ uitkomst: zin, stappen: [] });
    },
  );

  it('noemt wat ontbreekt', () => {
    expect(verlengingAmbtshalveA2({})).toMatchObject({
      ontbreekt: [
        { feit: 'examenonderdeel' },
        { feit: 'niveau' },
        { feit: 'uitslagVertraagd' },
        { feit: 'laatsteDag' },
      ],
    });
  });
});
