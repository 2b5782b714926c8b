import { describe, expect, it } from 'vitest';
import {
  type ToegangFeiten,
  toegangLeerroute,
  toegangLeerrouteRegel,
} from './toegang-leerroute.ts';

const O: ToegangFeiten = {
  leerroute: 'O',
  wensGehoord: true,
  wilBeroepsOfHogerOnderwijs: true,
  groteKansOpDiploma: true,
};
const B: ToegangFeiten = {
  leerroute: 'B',
  wensGehoord: true,
  examenOfTrajectHaalbaar: true,
  wilBeroepsOfHogerOnderwijs: false,
};
const Z: ToegangFeiten = { leerroute: 'Z', wensGehoord: true, examenOfTrajectHaalbaar: false };

function kort(f: ToegangFeiten) {
  const antwoord = toegangLeerroute(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('toegang-leerroute (Wi2021 art. 7, 8, 9 en 15)', () => {
  it.each([
    ['onderwijsroute', O],
    ['B1-route', B],
    ['Z-route', Z],
  ])('%s mag als de eisen zijn vervuld', (naam, f) => {
    expect(kort(f)).toBe('voldoet');
    expect(toegangLeerroute(f).uitleg().uitkomst).toBe(`het college mag de ${naam} vaststellen`);
  });

  it.each([
    ['wens', { wilBeroepsOfHogerOnderwijs: false }, ['toegang-wilBeroepsOfHogerOnderwijs']],
    ['kans', { groteKansOpDiploma: false }, ['toegang-groteKansOpDiploma']],
    ['haalbaar', { examenOfTrajectHaalbaar: false }, ['toegang-traject-niet-haalbaar']],
    [
      'alles',
      {
        wensGehoord: false,
        wilBeroepsOfHogerOnderwijs: false,
        groteKansOpDiploma: false,
        examenOfTrajectHaalbaar: false,
      },
      [
        'toegang-wens',
        'toegang-wilBeroepsOfHogerOnderwijs',
        'toegang-groteKansOpDiploma',
        'toegang-traject-niet-haalbaar',
      ],
    ],
  ])('onderwijsroute niet zonder %s', (_, anders, codes) => {
    expect(kort({ ...O, ...anders })).toEqual(codes);
  });

  it('onderwijsroute: een traject dat haalbaar is verandert niets', () => {
    expect(kort({ ...O, examenOfTrajectHaalbaar: true })).toBe('voldoet');
  });

  it('Z-route niet als examen of traject haalbaar is (art. 9)', () => {
    expect(kort({ ...Z, examenOfTrajectHaalbaar: true })).toEqual([
      'toegang-examenOfTrajectHaalbaar',
    ]);
    expect(kort({ ...Z, wilBeroepsOfHogerOnderwijs: true, groteKansOpDiploma: true })).toBe(
      'voldoet',
    );
  });

  it('B1-route niet als het examen niet haalbaar is', () => {
    expect(kort({ ...B, examenOfTrajectHaalbaar: false })).toEqual([
      'toegang-examenOfTrajectHaalbaar',
    ]);
  });

  it.each([
    [
      { wilBeroepsOfHogerOnderwijs: true, groteKansOpDiploma: true },
      ['toegang-onderwijsroute-gaat-voor'],
    ],
    [{ wilBeroepsOfHogerOnderwijs: true, groteKansOpDiploma: false }, 'voldoet'],
    [{ wilBeroepsOfHogerOnderwijs: undefined, groteKansOpDiploma: false }, 'voldoet'],
    [{ wilBeroepsOfHogerOnderwijs: true }, ['? groteKansOpDiploma']],
    [
      { wilBeroepsOfHogerOnderwijs: undefined },
      ['? wilBeroepsOfHogerOnderwijs', '? groteKansOpDiploma'],
    ],
    [
      { wilBeroepsOfHogerOnderwijs: undefined, groteKansOpDiploma: true },
      ['? wilBeroepsOfHogerOnderwijs'],
    ],
  ])('B1-route onderzoekt eerst de onderwijsroute: %j', (anders, verwacht) => {
    expect(kort({ ...B, ...anders })).toEqual(verwacht);
  });

  it('noemt wat ontbreekt, met wat een mens weegt', () => {
    expect(kort({})).toEqual(['? leerroute', '? wensGehoord']);
    expect(kort({ leerroute: 'O', wensGehoord: true })).toEqual([
      '? wilBeroepsOfHogerOnderwijs',
      '? groteKansOpDiploma',
    ]);
    const antwoord = toegangLeerroute({ leerroute: 'Z', wensGehoord: true });
    expect(antwoord).toMatchObject({ ontbreekt: [{ feit: 'examenOfTrajectHaalbaar' }] });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(4);
    const kans = toegangLeerroute({ ...O, groteKansOpDiploma: undefined });
    expect(kans.uitkomst === 'onbekend' && kans.ontbreekt[0]?.wegen).toHaveLength(4);
  });

  it('een zekere reden gaat voor, met wat nog niet bekend is erbij', () => {
    const uitleg = toegangLeerroute({ leerroute: 'O', wensGehoord: false }).uitleg();
    expect(uitleg.uitkomst).toBe('nee, om één reden');
    expect(uitleg.stappen?.map((s) => s.titel).join()).toContain('Nog niet bekend');
  });

  it('leeftijd is geen feit: de regel kent geen veld ervoor en weigert haar', () => {
    expect(Object.keys(toegangLeerrouteRegel.velden).join().toLowerCase()).not.toMatch(
      /leeftijd|geboorte/,
    );
    expect(toegangLeerrouteRegel.beantwoord({ ...O, leeftijd: 45 })).toMatchObject({
      fouten: [{ veld: 'leeftijd' }],
    });
  });

  it('legt uit wie de cursus regelt, wat de toets zegt en wat B1 vraagt', () => {
    const stappen = (f: ToegangFeiten) => toegangLeerroute(f).uitleg().stappen ?? [];
    const b = stappen({
      ...B,
      doelgroep: 'Gezinsmigrant en overige migrant',
      leerbaarheidstoets: 'B1-route haalbaar',
    });
    expect(b.map((s) => s.grondslag?.artikel)).toEqual([
      'Wet inburgering 2021 art. 15, 16 en 19',
      'Wet inburgering 2021 art. 14 lid 5',
      'Wet inburgering 2021 art. 7',
    ]);
    expect(b[0]?.uitkomst).toContain('de persoon koopt de cursus');
    expect(b[1]?.uitkomst).toBe('B1-route haalbaar; het college beslist');
    expect(stappen({ ...O, doelgroep: 'Asielstatushouder' })[0]?.uitkomst).toContain('zelf aan');
    expect(stappen(Z)).toEqual([]);
  });

  it('wijst elke reden naar haar artikel', () => {
    const antwoord = toegangLeerroute({
      ...O,
      wensGehoord: false,
      groteKansOpDiploma: false,
      examenOfTrajectHaalbaar: false,
    });
    if (antwoord.uitkomst !== 'voldoet-niet') throw new Error(antwoord.uitkomst);
    expect(antwoord.redenen.map((r) => r.grondslag?.artikel)).toEqual([
      'Algemene wet bestuursrecht art. 3:2',
      'Wet inburgering 2021 art. 8 lid 1',
      'Wet inburgering 2021 art. 9 lid 1',
    ]);
    expect(antwoord.redenen.every((r) => r.veld && r.tekst.endsWith('.'))).toBe(true);
  });
});
