import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type AanbodDuoFeiten, aanbodDuo } from './aanbod-duo.ts';

const B: AanbodDuoFeiten = {
  doelgroep: 'Asielstatushouder',
  leerroute: 'B',
  heeftPip: true,
  dagtekeningHuidigPip: datum('2025-03-10'),
  datumAanbod: datum('2025-04-01'),
  aanbiederOpLijstDuo: true,
};
const O: AanbodDuoFeiten = {
  ...B,
  leerroute: 'O',
  einddatumCursus: datum('2025-05-01'),
  datumAanvangTaalschakeltraject: datum('2025-09-01'),
  startdatumInburgeringstermijn: datum('2025-03-11'),
  einddatumInburgeringstermijn: datum('2028-03-11'),
};

function kort(f: AanbodDuoFeiten) {
  const antwoord = aanbodDuo(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('aanbod-duo', () => {
  it.each([
    ['2025-03-09', ['AANBOD-3']],
    ['2025-03-10', 'voldoet'],
    ['2025-03-11', 'voldoet'],
  ])('aanbod op %s bij een PIP van 10 maart: %j', (dag, verwacht) => {
    expect(kort({ ...B, datumAanbod: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['2025-03-31', ['AANBOD-5', 'AANBOD-6']],
    ['2025-04-01', ['AANBOD-6']],
    ['2025-04-30', ['AANBOD-6']],
    ['2025-05-01', 'voldoet'],
    ['2025-05-02', 'voldoet'],
    ['2028-03-10', 'voldoet'],
    ['2028-03-11', ['AANBOD-7']],
    ['2028-03-12', ['AANBOD-7']],
  ])('taalschakeltraject vanaf %s: %j', (dag, verwacht) => {
    expect(kort({ ...O, datumAanvangTaalschakeltraject: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['2025-08-31', 'voldoet'],
    ['2025-09-01', 'voldoet'],
    ['2025-09-02', ['AANBOD-7']],
  ])('termijn vanaf %s, traject op 1 september: %j', (start, verwacht) => {
    expect(kort({ ...O, startdatumInburgeringstermijn: datum(start) })).toEqual(verwacht);
  });

  const CURSUS: AanbodDuoFeiten = {
    ...B,
    bowKeurmerk: true,
    tstKeurmerk: false,
    startdatumOpleiding: datum('2025-04-14'),
    einddatumOpleiding: datum('2026-04-14'),
    startdatumInburgeringstermijn: datum('2025-03-11'),
    einddatumInburgeringstermijn: datum('2028-03-11'),
  };

  it.each<[string, Partial<AanbodDuoFeiten>, unknown]>([
    ['goed', {}, 'voldoet'],
    ['zonder keurmerk van Blik op Werk', { bowKeurmerk: false }, ['AANBOD-8']],
    ['keurmerk niet bekend', { bowKeurmerk: undefined }, 'voldoet'],
    ['onderwijsroute zonder TST', { leerroute: 'O' }, ['AANBOD-9']],
    [
      'onderwijsroute met TST',
      { leerroute: 'O', tstKeurmerk: true, bowKeurmerk: false },
      'voldoet',
    ],
    ['leerroute niet bekend', { leerroute: undefined, bowKeurmerk: false }, ['? leerroute']],
    [
      'niet op de lijst: dan doet het keurmerk er niet toe',
      { aanbiederOpLijstDuo: false, bowKeurmerk: false },
      ['AANBOD-4'],
    ],
    [
      'begin de dag vóór PIP en aanbod',
      { datumAanbod: datum('2025-03-11'), startdatumOpleiding: datum('2025-03-09') },
      ['AANBOD-10', 'AANBOD-11', 'AANBOD-13'],
    ],
    ['begin de dag vóór het aanbod', { startdatumOpleiding: datum('2025-03-31') }, ['AANBOD-11']],
    ['begin op de dag van het aanbod', { startdatumOpleiding: datum('2025-04-01') }, 'voldoet'],
    ['begin de dag na het aanbod', { startdatumOpleiding: datum('2025-04-02') }, 'voldoet'],
    ['eind op de dag van het begin', { einddatumOpleiding: datum('2025-04-14') }, ['AANBOD-12']],
    ['eind de dag na het begin', { einddatumOpleiding: datum('2025-04-15') }, 'voldoet'],
    [
      'geen begin, eind op de dag van het aanbod',
      { startdatumOpleiding: undefined, einddatumOpleiding: datum('2025-04-01') },
      ['AANBOD-12'],
    ],
    [
      'begin op de laatste dag van de termijn',
      { startdatumOpleiding: datum('2028-03-10'), einddatumOpleiding: datum('2028-03-11') },
      'voldoet',
    ],
    [
      'begin op de dag na de termijn',
      { startdatumOpleiding: datum('2028-03-11'), einddatumOpleiding: undefined },
      ['AANBOD-13'],
    ],
    ['eind met de termijn mee', { einddatumOpleiding: datum('2028-03-11') }, 'voldoet'],
    ['eind een dag na de termijn', { einddatumOpleiding: datum('2028-03-12') }, ['AANBOD-14']],
    [
      'termijn nog niet bekend',
      { startdatumInburgeringstermijn: undefined, einddatumInburgeringstermijn: undefined },
      'voldoet',
    ],
  ])('opleiding: %s', (_, anders, verwacht) => {
    expect(kort({ ...CURSUS, ...anders })).toEqual(verwacht);
  });

  it.each([
    ['2025-04-13', 'voldoet'],
    ['2025-04-14', 'voldoet'],
    ['2025-04-15', ['AANBOD-13']],
  ])('termijn vanaf %s, opleiding op 14 april: %j', (van, verwacht) => {
    expect(kort({ ...CURSUS, startdatumInburgeringstermijn: datum(van) })).toEqual(verwacht);
  });

  it('alleen de onderwijsroute kijkt naar het traject', () => {
    const f = {
      ...O,
      leerroute: 'B',
      datumAanvangTaalschakeltraject: datum('2029-01-01'),
    } as const;
    expect(kort(f)).toBe('voldoet');
  });

  it('noemt alle bezwaren met de dagen erin', () => {
    expect(
      aanbodDuo({
        ...O,
        doelgroep: 'Gezinsmigrant en overige migrant',
        heeftPip: false,
        datumAanbod: datum('2025-03-01'),
        aanbiederOpLijstDuo: false,
        datumAanvangTaalschakeltraject: datum('2025-02-01'),
      }),
    ).toMatchObject({
      redenen: [
        { code: 'AANBOD-1', veld: 'doelgroep' },
        { code: 'AANBOD-2', veld: 'heeftPip' },
        { code: 'AANBOD-3', tekst: expect.stringContaining('10 maart 2025') },
        { code: 'AANBOD-4', veld: 'aanbiederOpLijstDuo' },
        { code: 'AANBOD-5', tekst: expect.stringContaining('1 maart 2025') },
        { code: 'AANBOD-6', tekst: expect.stringContaining('1 mei 2025') },
        { code: 'AANBOD-7' },
      ],
    });
  });

  it('noemt wat ontbreekt', () => {
    expect(kort({})).toEqual([
      '? doelgroep',
      '? leerroute',
      '? heeftPip',
      '? dagtekeningHuidigPip',
      '? datumAanbod',
      '? aanbiederOpLijstDuo',
    ]);
    const zonder = {
      ...O,
      startdatumInburgeringstermijn: undefined,
      einddatumInburgeringstermijn: undefined,
    };
    expect(kort(zonder)).toEqual([
      '? startdatumInburgeringstermijn',
      '? einddatumInburgeringstermijn',
    ]);
    expect(kort({ ...zonder, datumAanvangTaalschakeltraject: undefined })).toBe('voldoet');
    expect(kort({ ...zonder, leerroute: 'B' })).toBe('voldoet');
    expect(kort({ ...O, einddatumCursus: undefined })).toBe('voldoet');
  });

  it('zegt dat een nieuwe levering de vorige vervangt', () => {
    const uitleg = aanbodDuo(B).uitleg();
    expect(uitleg.uitkomst).toBe('geen bezwaren');
    expect(uitleg.grondslag?.zekerheid).toBe('afgeleid');
    expect(uitleg.stappen?.[0]?.titel).toContain('vervangt de vorige');
  });
});
