import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { achtJaarOnderwijs, type OnderwijsFeiten } from './acht-jaar-onderwijs.ts';
import { jarenVol } from './jaren.ts';

type Rij = [begin?: string, eind?: string];
const feiten = (rijen: Rij[], peildatum?: string): OnderwijsFeiten => ({
  onderwijsperioden: rijen.map(([begin, eind]) => ({
    ...(begin ? { begin: datum(begin) } : {}),
    ...(eind ? { eind: datum(eind) } : {}),
  })),
  ...(peildatum ? { peildatum: datum(peildatum) } : {}),
});

const uitkomst = (f: OnderwijsFeiten) => {
  const antwoord = achtJaarOnderwijs(f);
  return antwoord.uitkomst === 'onbekend'
    ? antwoord.ontbreekt.map((o) => o.feit)
    : antwoord.uitkomst;
};

describe('acht-jaar-onderwijs', () => {
  it.each([
    ['vector 11: acht jaar en nul maanden', [['2012-08-01', '2020-08-01']], 'voldoet'],
    ['vector 11: zeven jaar en elf maanden', [['2012-08-01', '2020-07-01']], 'voldoet-niet'],
    ['een dag te kort', [['2012-08-01', '2020-07-31']], 'voldoet-niet'],
    ['een dag erover', [['2012-08-01', '2020-08-02']], 'voldoet'],
    ['vanaf een schrikkeldag', [['2012-02-29', '2020-02-29']], 'voldoet'],
    ['een dag voor de schrikkeldag', [['2012-02-29', '2020-02-28']], 'voldoet-niet'],
    ['over de eeuw zonder schrikkeldag', [['2096-03-01', '2104-03-01']], 'voldoet'],
    [
      'twee helften van vier jaar',
      [
        ['2016-08-01', '2020-08-01'],
        ['2010-08-01', '2014-08-01'],
      ],
      'voldoet',
    ],
    [
      'overlap telt één keer',
      [
        ['2012-08-01', '2018-08-01'],
        ['2014-08-01', '2019-08-01'],
      ],
      'voldoet-niet',
    ],
    ['niets', [], 'voldoet-niet'],
    ['een begin ontbreekt', [[undefined, '2020-08-01']], ['onderwijsperioden']],
    ['omgekeerd', [['2020-08-01', '2012-08-01']], ['onderwijsperioden']],
    ['begin en eind gelijk', [['2020-08-01', '2020-08-01']], ['onderwijsperioden']],
    ['nog bezig, zonder peildatum', [['2012-08-01']], ['peildatum']],
    ['leeg', [[]], ['onderwijsperioden']],
    [
      'genoeg, ook al ontbreekt er iets',
      [
        ['2012-08-01', '2020-08-01'],
        [undefined, '2022-08-01'],
      ],
      'voldoet',
    ],
  ] as [string, Rij[], unknown][])('%s', (_naam, rijen, verwacht) => {
    expect(uitkomst(feiten(rijen))).toEqual(verwacht);
  });

  it.each([
    ['2020-07-30', 'voldoet-niet'],
    ['2020-07-31', 'voldoet'],
    ['2020-08-01', 'voldoet'],
  ])('wie nog leerplichtig is op %s: %s', (dag, verwacht) => {
    expect(uitkomst(feiten([['2012-08-01']], dag))).toBe(verwacht);
    expect(uitkomst(feiten([['2012-08-01', '2030-01-01']], dag))).toBe(verwacht);
  });

  it('vraagt de perioden als zij er niet zijn', () => {
    expect(uitkomst({})).toEqual(['onderwijsperioden']);
  });

  it('met een peildatum ontbreekt alleen nog wat van een periode niet klopt', () => {
    expect(uitkomst(feiten([[undefined, '2020-08-01']], '2024-01-01'))).toEqual([
      'onderwijsperioden',
    ]);
  });

  it('legt de som uit', () => {
    const antwoord = achtJaarOnderwijs(feiten([['2012-08-01', '2020-07-01']]));
    expect(antwoord).toMatchObject({
      redenen: [
        {
          code: 'acht-jaar-te-kort',
          tekst: 'Minder dan acht jaar: 2891 dagen.',
          veld: 'onderwijsperioden',
        },
      ],
    });
    const uitleg = antwoord.uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Wet inburgering 2021 art. 4 lid 1 onder a');
    expect(uitleg.stappen?.slice(0, 2)).toMatchObject([
      { titel: '1 augustus 2012 tot en met 30 juni 2020', uitkomst: '2891 dagen' },
      {
        titel: 'Samen, tegen acht jaar',
        uitkomst: '2891 van 2922 dagen',
        grondslag: { zekerheid: 'afgeleid', toelichting: expect.stringContaining('dagen') },
      },
    ]);
    expect(uitleg.feiten).toHaveLength(1);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
    const goed = achtJaarOnderwijs(feiten([['2012-08-01', '2020-08-01']])).uitleg();
    expect(goed.uitkomst).toBe('ten minste acht jaar leer- of kwalificatieplichtig');
  });

  it('een periode erbij maakt het nooit minder', () => {
    const rij = fc
      .tuple(fc.integer({ min: 12_000, max: 20_000 }), fc.integer({ min: 1, max: 2500 }))
      .map(([begin, duur]) => ({ begin: vanEpochDag(begin), eind: vanEpochDag(begin + duur) }));
    fc.assert(
      fc.property(fc.array(rij, { maxLength: 5 }), rij, (rijen, erbij) => {
        const eerst = achtJaarOnderwijs({ onderwijsperioden: rijen }).uitkomst;
        const daarna = achtJaarOnderwijs({ onderwijsperioden: [...rijen, erbij] }).uitkomst;
        expect(eerst === 'voldoet' && daarna !== 'voldoet').toBe(false);
      }),
    );
  });
});

describe('jaren uit perioden', () => {
  it('zonder perioden is er niets', () => {
    expect(jarenVol([], 5)).toEqual({ dagen: 0, nodig: 1827, genoeg: false });
    expect(jarenVol([], 8)).toEqual({ dagen: 0, nodig: 2922, genoeg: false });
  });
});
