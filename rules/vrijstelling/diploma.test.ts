import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type DiplomaFeiten, vrijstellingDiploma } from './diploma.ts';

type Diploma = NonNullable<DiplomaFeiten['diplomas']>[number];

const bekijk = (diplomas: Diploma[], peildatum?: string) => {
  const antwoord = vrijstellingDiploma({
    diplomas,
    ...(peildatum ? { peildatum: datum(peildatum) } : {}),
  });
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  return antwoord.uitkomst === 'voldoet' ? 'voldoet' : antwoord.redenen.map((r) => r.code);
};

describe('vrijstelling-diploma', () => {
  it.each([
    ['inburgeringsdiploma oude wet', 'opB1'],
    ['wo', 'inNederlands'],
    ['hbo', 'inNederlands'],
    ['vwo', 'inNederlands'],
    ['havo', 'inNederlands'],
    ['mbo niveau 2 of hoger', 'inNederlands'],
  ] as const)('%s telt alleen met %s', (soort, eis) => {
    expect(bekijk([{ soort, [eis]: true }])).toBe('voldoet');
    expect(bekijk([{ soort, [eis]: false }])).toEqual([`diploma-${eis}`]);
    expect(bekijk([{ soort }])).toEqual([`diplomas.${eis}`]);
  });

  it.each([
    ['Aruba, Curaçao of Sint Maarten', 'inNederlands', 'voldoendeNederlands'],
    ['Suriname', 'inNederlands', 'voldoendeNederlands'],
    ['België', 'inNederlands', 'voldoendeNederlands'],
    ['internationale of Europese school', 'voldoendeNederlands', 'opB1'],
  ] as const)('%s telt alleen met %s en %s', (soort, een, twee) => {
    expect(bekijk([{ soort, [een]: true, [twee]: true }])).toBe('voldoet');
    expect(bekijk([{ soort, [een]: true }])).toEqual([`diplomas.${twee}`]);
    expect(bekijk([{ soort, [twee]: true }])).toEqual([`diplomas.${een}`]);
    expect(bekijk([{ soort, [een]: true, [twee]: false }])).toEqual([`diploma-${twee}`]);
    expect(bekijk([{ soort, [een]: false }])).toEqual([`diploma-${een}`]);
    expect(bekijk([{ soort, [een]: false, [twee]: false }])).toEqual([
      `diploma-${een}`,
      `diploma-${twee}`,
    ]);
  });

  it.each(['inburgeringsdiploma', 'Bonaire, Sint Eustatius of Saba'] as const)(
    '%s telt zonder meer',
    (soort) => {
      expect(bekijk([{ soort }])).toBe('voldoet');
    },
  );

  it.each([
    ['2022-12-31', ['diplomas.soort']],
    ['2023-01-01', 'voldoet'],
    ['2023-01-02', 'voldoet'],
  ])('vmbo op %s: %j', (dag, verwacht) => {
    expect(bekijk([{ soort: 'vmbo', inNederlands: true }], dag)).toEqual(verwacht);
  });

  it('vmbo zonder dag, zonder taal, of niet in het Nederlands', () => {
    expect(bekijk([{ soort: 'vmbo', inNederlands: true }])).toEqual(['peildatum']);
    expect(bekijk([{ soort: 'vmbo' }])).toEqual(['diplomas.inNederlands', 'peildatum']);
    expect(bekijk([{ soort: 'vmbo' }], '2024-01-01')).toEqual(['diplomas.inNederlands']);
    expect(bekijk([{ soort: 'vmbo', inNederlands: false }])).toEqual(['diploma-inNederlands']);
  });

  it('één diploma is genoeg, ook als van een ander iets ontbreekt', () => {
    expect(bekijk([{}, { soort: 'ander' }, { soort: 'inburgeringsdiploma' }])).toBe('voldoet');
  });

  it('noemt alle redenen', () => {
    expect(bekijk([])).toEqual(['diploma-geen']);
    expect(bekijk([{ soort: 'ander' }])).toEqual(['diploma-ander']);
    expect(
      bekijk([
        { soort: 'ander' },
        { soort: 'België', voldoendeNederlands: false },
        { soort: 'hbo', inNederlands: false },
        { soort: 'wo', inNederlands: false },
        { soort: 'inburgeringsdiploma oude wet', opB1: false },
      ]),
    ).toEqual([
      'diploma-inNederlands',
      'diploma-inNederlands',
      'diploma-voldoendeNederlands',
      'diploma-opB1',
      'diploma-ander',
    ]);
  });

  it('vraagt wat ontbreekt', () => {
    expect(vrijstellingDiploma({})).toMatchObject({ ontbreekt: [{ feit: 'diplomas' }] });
    expect(bekijk([{}])).toEqual(['diplomas.soort']);
    expect(bekijk([{}, { soort: 'ander' }])).toEqual(['diplomas.soort']);
  });

  it('legt uit welk diploma vrijstelt of waarom niet', () => {
    const goed = vrijstellingDiploma({
      diplomas: [{ soort: 'vmbo', inNederlands: true }, { soort: 'inburgeringsdiploma' }],
      peildatum: datum('2024-01-01'),
    }).uitleg();
    expect(goed).toMatchObject({
      uitkomst: 'vrijgesteld door een diploma',
      grondslag: { artikel: 'Wet inburgering 2021 art. 4 lid 1 onder b' },
      zouWijzigenAls: [expect.any(String)],
    });
    expect(goed.feiten).toHaveLength(2);
    expect(goed.stappen).toMatchObject([
      {
        titel: 'Diploma: inburgeringsdiploma',
        uitkomst: 'stelt vrij',
        grondslag: { geldigVanaf: '2022-01-01', zekerheid: 'afgeleid' },
      },
      { titel: 'Diploma: vmbo', grondslag: { geldigVanaf: '2023-01-01', zekerheid: 'vast' } },
    ]);
    const niet = vrijstellingDiploma({ diplomas: [{ soort: 'hbo', inNederlands: false }] });
    expect(niet).toMatchObject({
      redenen: [
        {
          tekst: 'Het diploma (hbo) stelt vrij, alleen als het onderwijs in het Nederlands was.',
          veld: 'diplomas',
          grondslag: { artikel: 'Regeling inburgering 2021 art. 2.1' },
        },
      ],
    });
    const vroeg = vrijstellingDiploma({
      diplomas: [{ soort: 'vmbo', inNederlands: true }],
      peildatum: datum('2022-06-01'),
    });
    expect(vroeg).toMatchObject({ ontbreekt: [{ tekst: expect.stringContaining('vóór 2023') }] });
  });
});
