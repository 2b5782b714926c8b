import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMENONDERDELEN, NIVEAUS } from '../leerroute/velden.ts';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import {
  aangenomen,
  feit,
  pipMet,
  plichtigeAsielstatushouder,
  vastgesteld,
} from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';
import {
  type ExamenOnderdelenFeiten,
  examenOnderdelen,
  examenOnderdelenRegel,
} from './examen-onderdelen.ts';
import { EXAMENNIVEAUS } from './pogingen.ts';

const B1: ExamenOnderdelenFeiten = { leerroute: 'B', niveau: 'B1', uitslagen: [] };

function waarde(f: ExamenOnderdelenFeiten) {
  const antwoord = examenOnderdelen(f);
  if (antwoord.uitkomst !== 'bepaald') throw new Error(antwoord.uitkomst);
  return antwoord.waarde;
}

const open = (f: ExamenOnderdelenFeiten): string[] =>
  waarde(f)
    .onderdelen.filter((o) => !o.behaald && !o.vrijgesteld)
    .map((o) => o.onderdeel);

describe('examen-onderdelen', () => {
  it('noemt vijf onderdelen, de taal op het niveau van het PIP en KNM zonder niveau', () => {
    const nog = { behaald: false, vrijgesteld: false };
    expect(waarde({ ...B1, niveau: 'A2' })).toEqual({
      onderdelen: [
        { onderdeel: 'lezen', niveau: 'A2', ...nog },
        { onderdeel: 'luisteren', niveau: 'A2', ...nog },
        { onderdeel: 'schrijven', niveau: 'A2', ...nog },
        { onderdeel: 'spreken', niveau: 'A2', ...nog },
        { onderdeel: 'KNM', ...nog },
      ],
      klaar: 0,
      moet: 5,
    });
  });

  it.each([
    ['A2', 'A2', true],
    ['A2', 'B1', true],
    ['A2', 'B2', true],
    ['B1', 'A2', false],
    ['B1', 'B1', true],
    ['B1', 'B2', true],
    ['B1', undefined, true],
  ] as const)('PIP op %s, geslaagd op %s: telt %s', (niveau, gehaaldOp, telt) => {
    const uitslag = { onderdeel: 'lezen', resultaat: 'Geslaagd' } as const;
    const uitslagen = [gehaaldOp ? { ...uitslag, niveau: gehaaldOp } : uitslag];
    expect(!open({ ...B1, niveau, uitslagen }).includes('lezen')).toBe(telt);
  });

  it.each(['Gezakt', 'Geen'] as const)('%s is niet behaald', (resultaat) => {
    const uitslagen = [{ onderdeel: 'KNM', resultaat } as const];
    expect(open({ ...B1, uitslagen })).toEqual([...EXAMENONDERDELEN]);
  });

  it('na zakken telt een latere of eerdere keer geslaagd', () => {
    const uitslagen = [
      { onderdeel: 'KNM', resultaat: 'Geslaagd', niveau: 'A2' },
      { onderdeel: 'KNM', resultaat: 'Gezakt' },
    ] as const;
    expect(open({ ...B1, uitslagen: [...uitslagen] })).not.toContain('KNM');
    expect(open({ ...B1, uitslagen: [...uitslagen].reverse() })).not.toContain('KNM');
  });

  it('een vrijgesteld onderdeel hoeft niet meer', () => {
    const f: ExamenOnderdelenFeiten = {
      ...B1,
      uitslagen: [{ onderdeel: 'lezen', resultaat: 'Geslaagd' }],
      vrijgesteldeOnderdelen: [{ onderdeel: 'schrijven' }],
    };
    expect(open(f)).toEqual(['luisteren', 'spreken', 'KNM']);
    expect(waarde(f)).toMatchObject({ klaar: 2, moet: 5 });
    const uitleg = examenOnderdelen(f).uitleg();
    expect(uitleg.uitkomst).toBe('nog te halen: luisteren op B1, spreken op B1 en KNM');
    expect(uitleg.stappen?.map((s) => s.uitkomst)).toEqual([
      'behaald',
      'nog te halen',
      'hoeft niet: vrijstelling of ontheffing',
      'nog te halen',
      'nog te halen',
      undefined,
    ]);
    expect(uitleg.stappen?.[0]).toMatchObject({
      titel: 'lezen op B1',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 3.3, 3.4 en 3.5' },
    });
    expect(uitleg.stappen?.at(-1)?.titel).toContain('Behaald blijft behaald');
    expect(uitleg.grondslag?.artikel).toBe('Wet inburgering 2021 art. 7');
    expect(uitleg.feiten).toHaveLength(4);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
  });

  it('zegt wanneer alles klaar is', () => {
    const uitslagen = EXAMENONDERDELEN.map(
      (onderdeel) => ({ onderdeel, resultaat: 'Geslaagd' }) as const,
    );
    expect(waarde({ ...B1, uitslagen })).toMatchObject({ klaar: 5, moet: 5 });
    const uitleg = examenOnderdelen({ ...B1, uitslagen }).uitleg();
    expect(uitleg.uitkomst).toBe('alle onderdelen zijn klaar');
  });

  it.each([
    ['O', 'de onderwijsroute heeft een eigen diploma', 'Wet inburgering 2021 art. 8 lid 4'],
    ['Z', 'in de Z-route is geen examen verplicht', 'Besluit inburgering 2021 art. 3.14 lid 7'],
  ] as const)('geldt niet in route %s: %s', (leerroute, zin, artikel) => {
    const antwoord = examenOnderdelen({ leerroute });
    expect(antwoord.uitkomst).toBe('niet-van-toepassing');
    const uitleg = antwoord.uitleg();
    expect(uitleg.titel).toBe('Onderdelen van het examen');
    expect(uitleg.uitkomst).toContain(zin);
    expect(uitleg.grondslag?.artikel).toBe(artikel);
    expect(uitleg.feiten).toHaveLength(1);
  });

  it.each<[ExamenOnderdelenFeiten, string[]]>([
    [{}, ['leerroute']],
    [{ leerroute: 'B' }, ['niveau', 'uitslagen']],
    [{ leerroute: 'B', niveau: 'A2' }, ['uitslagen']],
    [{ leerroute: 'B', uitslagen: [] }, ['niveau']],
    [{ ...B1, uitslagen: [{ onderdeel: 'lezen' }] }, ['uitslagen']],
    [{ ...B1, uitslagen: [{ resultaat: 'Gezakt' }] }, ['uitslagen']],
    [{ ...B1, vrijgesteldeOnderdelen: [{}] }, ['vrijgesteldeOnderdelen']],
  ])('van %j ontbreekt %j', (f, feiten) => {
    const antwoord = examenOnderdelen(f);
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt.map((o) => o.feit)).toEqual(
      feiten,
    );
    if (antwoord.uitkomst === 'onbekend') expect(antwoord.ontbreekt[0]?.tekst).toMatch(/\w{5}/);
  });

  it('zegt wat er van een uitslag ontbreekt', () => {
    expect(examenOnderdelen({ ...B1, uitslagen: [{}] })).toMatchObject({
      ontbreekt: [{ tekst: 'Nog niet bekend: onderdeel en resultaat van elke uitslag.' }],
    });
  });
});

describe('gelijk aan wat het dossier laat zien', () => {
  const CODE = {
    lezen: 'LE',
    luisteren: 'LU',
    schrijven: 'SC',
    spreken: 'SP',
    KNM: 'KNM',
  } as const;
  const uitslag = fc.record(
    {
      onderdeel: fc.constantFrom(...EXAMENONDERDELEN),
      resultaat: fc.constantFrom('Geslaagd' as const, 'Gezakt' as const, 'Geen' as const),
      niveau: fc.constantFrom(...EXAMENNIVEAUS),
    },
    { requiredKeys: ['onderdeel', 'resultaat'] },
  );

  it.each(NIVEAUS)('bij elk rijtje uitslagen op niveau %s', (niveau) => {
    fc.assert(
      fc.property(fc.array(uitslag, { maxLength: 8 }), (uitslagen) => {
        const pip = vastgesteld('2026-11-02', 'B');
        const metNiveau = {
          ...pip,
          inhoud: { ...pip.inhoud, inhoud: { ...pipMet('B'), niveau } },
        } as typeof pip;
        const dossier = [
          ...plichtigeAsielstatushouder(),
          metNiveau,
          aangenomen('2026-11-03'),
          ...uitslagen.map(({ onderdeel, ...rest }) =>
            feit(
              'examen',
              { ...rest, onderdeel: CODE[onderdeel], op: datum('2027-01-01') },
              '2027-01-01',
            ),
          ),
        ];
        const stand = bepaalStand(dossier, STANDAARD_BELEID, datum('2028-01-10'));
        const examens = stand.verplichtingen.find((v) => v.id === 'examens');
        const codes = examens?.ontbreekt.map((r) => r.code.replace('examen-', '')).sort();
        const verwacht = open({ leerroute: 'B', niveau, uitslagen });
        expect(codes).toEqual(verwacht.map((o) => CODE[o as keyof typeof CODE]).sort());
      }),
      { numRuns: 40 },
    );
  });
});

it('beantwoordt haar eigen voorbeelden', () => {
  const uitkomsten = examenOnderdelenRegel.voorbeelden.map(({ invoer }) => {
    const uit = examenOnderdelenRegel.beantwoord(invoer);
    return 'antwoord' in uit && uit.antwoord.uitkomst;
  });
  expect(uitkomsten).toEqual([
    'bepaald',
    'bepaald',
    'niet-van-toepassing',
    'niet-van-toepassing',
    'onbekend',
  ]);
});
