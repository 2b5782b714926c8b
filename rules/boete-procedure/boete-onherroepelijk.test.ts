import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type BoeteOnherroepelijkFeiten,
  boeteOnherroepelijk,
  boeteOnherroepelijkRegel,
} from './boete-onherroepelijk.ts';

const GEEN_BEZWAAR: BoeteOnherroepelijkFeiten = {
  peildatum: datum('2025-09-01'),
  bezwaarGemaakt: false,
  laatsteDagBezwaar: datum('2025-06-23'),
};
const NA_BEZWAAR = {
  bezwaarGemaakt: true,
  bezwaarBeslist: true,
  beroepIngesteld: false,
  laatsteDagBeroep: datum('2025-08-25'),
};
const NA_BEROEP = {
  ...NA_BEZWAAR,
  beroepIngesteld: true,
  beroepBeslist: true,
  hogerBeroepIngesteld: false,
  laatsteDagHogerBeroep: datum('2025-08-29'),
};
const NA_ALLES = { ...NA_BEROEP, hogerBeroepIngesteld: true, hogerBeroepBeslist: true };

const kern = (f: object) => {
  const a = boeteOnherroepelijk({ ...GEEN_BEZWAAR, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.tekst);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-onherroepelijk', () => {
  it.each([
    ['na de bezwaartermijn', {}],
    ['na de beroepstermijn', NA_BEZWAAR],
    ['na de termijn voor hoger beroep', NA_BEROEP],
    ['na de uitspraak in hoger beroep', NA_ALLES],
  ])('voldoet %s', (_, f) => expect(kern(f)).toBe('voldoet'));

  it.each<[string, object, string]>([
    [
      'vector 74: nog in bezwaar',
      { bezwaarGemaakt: true, bezwaarBeslist: false },
      'Over het bezwaar is nog niet beslist.',
    ],
    [
      'nog in beroep',
      { ...NA_BEROEP, beroepBeslist: false },
      'Over het beroep is nog niet beslist.',
    ],
    [
      'nog in hoger beroep',
      { ...NA_ALLES, hogerBeroepBeslist: false },
      'Over het hoger beroep is nog niet beslist.',
    ],
    [
      'zeker, ook zonder peildatum',
      { bezwaarGemaakt: true, bezwaarBeslist: false, peildatum: undefined },
      'Over het bezwaar is nog niet beslist.',
    ],
  ])('niet: %s', (_, f, tekst) => expect(kern(f)).toEqual([tekst]));

  const VOORBIJ: [string, object, string, string][] = [
    ['bezwaar', {}, '2025-06-23', '23 juni 2025'],
    ['beroep', NA_BEZWAAR, '2025-08-25', '25 augustus 2025'],
    ['hoger beroep', NA_BEROEP, '2025-08-29', '29 augustus 2025'],
  ];
  it.each(VOORBIJ)('de laatste dag voor %s hoort nog bij de termijn', (woord, f, laatste, zin) => {
    const open = [`Er kan nog ${woord} komen, tot en met ${zin}.`];
    const dag = Number(laatste.slice(8));
    const op = (d: number) =>
      kern({ ...f, peildatum: datum(`${laatste.slice(0, 8)}${String(d).padStart(2, '0')}`) });
    expect([op(dag - 1), op(dag), op(dag + 1)]).toEqual([open, open, 'voldoet']);
  });

  it.each<[object, string[]]>([
    [{ peildatum: undefined }, ['peildatum']],
    [{ bezwaarGemaakt: undefined }, ['bezwaarGemaakt']],
    [{ laatsteDagBezwaar: undefined }, ['laatsteDagBezwaar']],
    [{ bezwaarGemaakt: true }, ['bezwaarBeslist']],
    [{ bezwaarGemaakt: true, bezwaarBeslist: true }, ['beroepIngesteld']],
    [{ ...NA_BEZWAAR, laatsteDagBeroep: undefined }, ['laatsteDagBeroep']],
    [{ ...NA_BEROEP, beroepBeslist: undefined }, ['beroepBeslist']],
    [{ ...NA_BEROEP, hogerBeroepIngesteld: undefined }, ['hogerBeroepIngesteld']],
    [{ ...NA_BEROEP, laatsteDagHogerBeroep: undefined }, ['laatsteDagHogerBeroep']],
    [{ ...NA_ALLES, hogerBeroepBeslist: undefined }, ['hogerBeroepBeslist']],
    [{ ...NA_ALLES, peildatum: undefined }, ['peildatum']],
    [{ peildatum: undefined, bezwaarGemaakt: undefined }, ['peildatum', 'bezwaarGemaakt']],
  ])('vraagt wat ontbreekt: geval %#', (f, namen) => expect(kern(f)).toEqual(namen));

  it('legt uit, met het veld in de reden', () => {
    expect(boeteOnherroepelijk(GEEN_BEZWAAR).uitleg()).toMatchObject({
      titel: 'Onherroepelijk',
      uitkomst: 'de boete is onherroepelijk',
      grondslag: {
        artikel: 'Besluit inburgering 2021 art. 7.1 lid 3',
        zekerheid: 'afgeleid',
        toelichting: expect.stringContaining('hoger beroep'),
      },
      stappen: [
        {
          titel: 'Bezwaar en beroep: elk zes weken',
          grondslag: { artikel: 'Algemene wet bestuursrecht art. 6:7 en 6:8' },
        },
      ],
      feiten: { length: 3 },
      zouWijzigenAls: zinnen(2),
    });
    const open = { ...GEEN_BEZWAAR, peildatum: datum('2025-06-23') };
    expect(boeteOnherroepelijk(open)).toMatchObject({
      redenen: [{ code: 'boete-onherroepelijk-open', veld: 'laatsteDagBezwaar' }],
    });
    expect(boeteOnherroepelijk({ bezwaarGemaakt: true, bezwaarBeslist: false })).toMatchObject({
      redenen: [{ code: 'boete-onherroepelijk-loopt', veld: 'bezwaarBeslist' }],
    });
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteOnherroepelijkRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteOnherroepelijkRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'voldoet-niet', 'onbekend']);
  });
});
