import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AfschalenFeiten, magAfschalen } from './afschalen.ts';

const les = (uren: number | undefined, anders = {}) => ({
  soort: 'NT2' as const,
  instelling: 'keurmerk' as const,
  ...(uren === undefined ? {} : { uren }),
  ...anders,
});
const GOED: AfschalenFeiten = {
  leerroute: 'B',
  eerderPip: true,
  inburgeringstermijnLoopt: true,
  cursusuren: [les(600)],
  voldoendeIngespannen: true,
  b1NietHaalbaar: true,
};

function kort(f: AfschalenFeiten) {
  const antwoord = magAfschalen(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}
const met = (...cursusuren: NonNullable<AfschalenFeiten['cursusuren']>) =>
  kort({ ...GOED, cursusuren });

describe('afschalen (Wi2021 art. 17 lid 3, Besluit art. 5.5)', () => {
  it.each([
    [599, ['afschalen-uren']],
    [599.99, ['afschalen-uren']],
    [600, 'voldoet'],
    [601, 'voldoet'],
  ])('vector 52: %d uur NT2', (uren, verwacht) => {
    expect(met(les(uren))).toEqual(verwacht);
  });

  it('vector 52: 600 uur zonder oordeel over de inzet is nog niet te bepalen', () => {
    const antwoord = magAfschalen({ ...GOED, voldoendeIngespannen: undefined });
    expect(antwoord).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'voldoendeIngespannen', wegen: expect.any(Array) }],
    });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(4);
    const b1 = magAfschalen({ ...GOED, b1NietHaalbaar: undefined });
    expect(b1.uitkomst === 'onbekend' && b1.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('vector 54: niet in het eerste PIP', () => {
    expect(kort({ ...GOED, eerderPip: false })).toEqual(['afschalen-eerste-pip']);
  });

  it('alfabetisering en een instelling met diploma-erkenning tellen mee', () => {
    expect(
      met(les(400, { soort: 'alfabetisering' }), les(200, { instelling: 'diploma-erkenning' })),
    ).toBe('voldoet');
  });

  it('KNM telt niet, en een andere instelling ook niet', () => {
    expect(met(les(599), les(500, { soort: 'KNM' }))).toEqual(['afschalen-uren']);
    expect(met(les(599), les(500, { instelling: 'anders' }))).toEqual(['afschalen-uren']);
    expect(met(les(599), { soort: 'KNM', uren: 500 })).toEqual(['afschalen-uren']);
  });

  it.each([
    [true, 'voldoet'],
    [false, ['afschalen-uren']],
    [undefined, ['? cursusuren']],
  ])(
    'uren in de brede intake tellen als het college dat besluit: %s',
    (collegeTeltMee, verwacht) => {
      const intake = {
        soort: 'NT2 in de brede intake',
        ...(collegeTeltMee === undefined ? {} : { collegeTeltMee }),
      };
      expect(met(les(580), les(20, intake))).toEqual(verwacht);
    },
  );

  it('een besluit van het college doet niets bij gewone lessen', () => {
    expect(met(les(600, { collegeTeltMee: false }))).toBe('voldoet');
  });

  it('ontbreekt van een rij iets dat beslist, dan is het onbekend', () => {
    expect(met(les(undefined))).toEqual(['? cursusuren']);
    expect(met({ uren: 600, instelling: 'keurmerk' })).toEqual(['? cursusuren']);
    expect(met({ uren: 600, soort: 'NT2' })).toEqual(['? cursusuren']);
    expect(met(les(600), les(undefined))).toBe('voldoet');
    expect(met(les(100), { soort: 'NT2', uren: 499 })).toEqual(['afschalen-uren']);
    expect(met(les(599), les(0))).toEqual(['afschalen-uren']);
    expect(met()).toEqual(['afschalen-uren']);
  });

  it('noemt alle redenen', () => {
    expect(
      kort({
        leerroute: 'Z',
        eerderPip: false,
        inburgeringstermijnLoopt: false,
        cursusuren: [],
        voldoendeIngespannen: false,
        b1NietHaalbaar: false,
      }),
    ).toEqual([
      'afschalen-route',
      'afschalen-eerste-pip',
      'afschalen-termijn',
      'afschalen-uren',
      'afschalen-inzet',
      'afschalen-haalbaar',
    ]);
    expect(kort({ leerroute: 'O' })).toEqual(['afschalen-route']);
  });

  it('noemt elk feit dat ontbreekt', () => {
    expect(kort({})).toEqual([
      '? leerroute',
      '? eerderPip',
      '? inburgeringstermijnLoopt',
      '? cursusuren',
      '? voldoendeIngespannen',
      '? b1NietHaalbaar',
    ]);
  });

  it.each([
    [undefined, 'alle vier de taalonderdelen'],
    [[], 'alle vier de taalonderdelen'],
    [[{ onderdeel: 'schrijven' }], 'schrijven'],
    [[{ onderdeel: 'spreken' }, { onderdeel: 'lezen' }, {}], 'lezen en spreken'],
  ] as const)('geheel of per onderdeel: %j', (onderdelen, zin) => {
    const uitleg = magAfschalen({
      ...GOED,
      onderdelen: onderdelen?.map((o) => ({ ...o })),
    }).uitleg();
    expect(uitleg.uitkomst).toBe(`afschalen mag, voor ${zin}`);
    expect(uitleg.stappen?.[1]).toMatchObject({
      uitkomst: zin,
      grondslag: { artikel: 'Wet inburgering 2021 art. 17 lid 3' },
    });
  });

  it('legt de som uit per soort les', () => {
    const cursusuren = [
      les(500.5),
      les(99.5, { soort: 'alfabetisering' }),
      les(40, { soort: 'KNM' }),
    ];
    const uitleg = magAfschalen({ ...GOED, cursusuren }).uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 5.5');
    expect(uitleg.stappen?.[0]).toMatchObject({
      titel: 'Cursusuren NT2 van de 600',
      uitkomst: '600 uur',
      stappen: [
        { titel: 'NT2', uitkomst: '500,5 uur telt mee' },
        { titel: 'alfabetisering', uitkomst: '99,5 uur telt mee' },
        { titel: 'KNM', uitkomst: '0 uur telt mee' },
      ],
    });
    const weinig = magAfschalen({ ...GOED, cursusuren: [les(12.5)] });
    expect(weinig).toMatchObject({
      redenen: [{ tekst: 'Er telt 12,5 uur NT2 mee; nodig is 600 uur.' }],
    });
  });

  it('meer uren maken nooit van ja nee, en de volgorde doet er niet toe', () => {
    const uren = fc.array(
      fc.integer({ min: 0, max: 40_000 }).map((n) => n / 100),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(uren, fc.nat(5000), (lijst, extra) => {
        const voor = met(...lijst.map((n) => les(n)));
        expect(met(...lijst.toReversed().map((n) => les(n)))).toEqual(voor);
        if (voor === 'voldoet')
          expect(met(...lijst.map((n) => les(n)), les(extra))).toBe('voldoet');
      }),
    );
  });
});
