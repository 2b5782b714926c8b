import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PvtFeiten, pvtAfronding, pvtAfrondingRegel } from './pvt-afronding.ts';

const AF: PvtFeiten = {
  uren: 12,
  urenInIntake: 0,
  activiteitOfExcursie: true,
  aanwezigBijOndertekening: true,
  verklaringOndertekend: true,
};

const zonder = (...namen: (keyof PvtFeiten)[]): PvtFeiten =>
  Object.fromEntries(Object.entries(AF).filter(([n]) => !namen.includes(n as keyof PvtFeiten)));

const kern = (f: PvtFeiten) => {
  const a = pvtAfronding(f);
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

describe('pvt-afronding', () => {
  it.each<[string, PvtFeiten, unknown]>([
    ['precies twaalf uur', AF, 'voldoet'],
    ['vector 61: 11,5 uur en getekend', { ...AF, uren: 11.5 }, ['pvt-uren']],
    [
      'vector 61: 12 uur en niet getekend',
      { ...AF, verklaringOndertekend: false },
      ['pvt-verklaringOndertekend'],
    ],
    ['11,99 uur', { ...AF, uren: 11.99 }, ['pvt-uren']],
    ['12,01 uur', { ...AF, uren: 12.01 }, 'voldoet'],
    ['negen uur, de oude norm', { ...AF, uren: 9 }, ['pvt-uren']],
    [
      'niet bij de bijeenkomst',
      { ...AF, aanwezigBijOndertekening: false },
      ['pvt-aanwezigBijOndertekening'],
    ],
    ['geen activiteit', { ...AF, activiteitOfExcursie: false }, ['pvt-activiteitOfExcursie']],
    [
      'niets gedaan: alle redenen',
      {
        uren: 0,
        urenInIntake: 0,
        activiteitOfExcursie: false,
        aanwezigBijOndertekening: false,
        verklaringOndertekend: false,
      },
      [
        'pvt-uren',
        'pvt-activiteitOfExcursie',
        'pvt-aanwezigBijOndertekening',
        'pvt-verklaringOndertekend',
      ],
    ],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each<[string, PvtFeiten, unknown]>([
    [
      'tellen als het PIP het zegt',
      { uren: 8, urenInIntake: 4, intakeUrenTellenMee: true },
      'voldoet',
    ],
    [
      'tellen niet als het PIP het niet zegt',
      { uren: 8, urenInIntake: 4, intakeUrenTellenMee: false },
      ['pvt-uren'],
    ],
    [
      'beslissen, dus moet het PIP bekend zijn',
      { uren: 8, urenInIntake: 4 },
      ['intakeUrenTellenMee'],
    ],
    ['kunnen het niet redden, wat het PIP ook zegt', { uren: 8, urenInIntake: 3.5 }, ['pvt-uren']],
    ['hoeven niet bekend te zijn bij twaalf uur', { uren: 12 }, 'voldoet'],
    [
      'hoeven niet bekend te zijn als ze niet tellen',
      { uren: 11, intakeUrenTellenMee: false },
      ['pvt-uren'],
    ],
    ['ontbreken', { uren: 11, intakeUrenTellenMee: true }, ['urenInIntake']],
    ['tellen en gewone uren ontbreken', { urenInIntake: 3, intakeUrenTellenMee: true }, ['uren']],
    ['zijn er genoeg van', { urenInIntake: 12, intakeUrenTellenMee: true }, 'voldoet'],
    [
      'van 0,1 maken 11,9 vol',
      { uren: 11.9, urenInIntake: 0.1, intakeUrenTellenMee: true },
      'voldoet',
    ],
    [
      'van 3,3 maken 8,7 vol',
      { uren: 8.7, urenInIntake: 3.3, intakeUrenTellenMee: true },
      'voldoet',
    ],
  ])('uren uit de intake: %s', (_, uren, verwacht) =>
    expect(kern({ ...zonder('uren', 'urenInIntake'), ...uren })).toEqual(verwacht),
  );

  it.each(['activiteitOfExcursie', 'aanwezigBijOndertekening', 'verklaringOndertekend'] as const)(
    'vraagt naar %s',
    (feit) => expect(kern(zonder(feit))).toEqual([feit]),
  );

  it('noemt zonder feiten alles wat ontbreekt', () => {
    expect(kern({})).toEqual([
      'uren',
      'urenInIntake',
      'intakeUrenTellenMee',
      'activiteitOfExcursie',
      'aanwezigBijOndertekening',
      'verklaringOndertekend',
    ]);
  });

  it('legt uit met uren, artikel en redenen', () => {
    const a = pvtAfronding({ ...AF, uren: 11.5 });
    expect(a).toMatchObject({
      redenen: [{ tekst: 'Nog ten minste 0,5 uur PVT te volgen.', veld: 'uren' }],
    });
    const uitleg = a.uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 3.1');
    expect(uitleg.stappen?.[0]).toEqual({
      titel: 'Uren die tellen',
      uitkomst: '11,5 uur van ten minste 12 uur',
    });
    expect(uitleg.feiten).toHaveLength(5);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    expect(pvtAfronding(AF).uitleg()).toMatchObject({
      titel: 'Participatieverklaringstraject afgerond',
      uitkomst: 'ja, het PVT is af',
    });
  });

  it.each([
    ['activiteitOfExcursie', 'Er is nog niet deelgenomen aan een activiteit of excursie.'],
    ['aanwezigBijOndertekening', 'De persoon was niet bij de bijeenkomst voor de ondertekening.'],
    ['verklaringOndertekend', 'De participatieverklaring is niet ondertekend.'],
  ] as const)('zegt in gewone woorden waarom: %s', (veld, tekst) => {
    expect(pvtAfronding({ ...AF, [veld]: false })).toMatchObject({ redenen: [{ veld, tekst }] });
  });

  it('is nooit af met minder dan twaalf uur, en meer uren maken het nooit minder af', () => {
    const uren = fc.integer({ min: 0, max: 3000 }).map((n) => n / 100);
    fc.assert(
      fc.property(uren, uren, fc.boolean(), (a, b, telt) => {
        const f = { ...AF, uren: a, urenInIntake: b, intakeUrenTellenMee: telt };
        const som = Math.round((a + (telt ? b : 0)) * 100) / 100;
        expect(kern(f) === 'voldoet').toBe(som >= 12);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    expect(pvtAfrondingRegel.voorbeelden.length).toBe(5);
    for (const { invoer } of pvtAfrondingRegel.voorbeelden) {
      expect(pvtAfrondingRegel.beantwoord(invoer)).toHaveProperty('antwoord');
    }
  });
});
