import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dagenTussen, datum, vanEpochDag } from '../shared/datum.ts';
import {
  type BoeteTermijnenFeiten,
  boeteTermijnen,
  boeteTermijnenRegel,
} from './boete-termijnen.ts';

const PIP: BoeteTermijnenFeiten = {
  artikel: '23',
  datumOvertreding: datum('2025-03-10'),
  dagtekeningRapport: datum('2025-03-24'),
  datumBekendmaking: datum('2025-05-12'),
};

const waarde = (f: object) => {
  const a = boeteTermijnen({ ...PIP, ...f });
  return a.uitkomst === 'bepaald' ? a.waarde : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-termijnen', () => {
  it('rekent alle drie de termijnen', () => {
    expect(waarde({})).toEqual({
      zwareWeg: true,
      laatsteDagBevoegd: '2030-03-10',
      laatsteDagBeslissen: '2025-06-23',
      laatsteDagBetalen: '2025-06-23',
    });
  });

  it.each([
    ['22', false, '2028-03-10'],
    ['23', true, '2030-03-10'],
    ['24', false, '2028-03-10'],
    ['25', true, '2030-03-10'],
  ])('artikel %s: zware weg %s, tot en met %s', (artikel, zwareWeg, laatsteDagBevoegd) => {
    expect(waarde({ artikel })).toMatchObject({ zwareWeg, laatsteDagBevoegd });
  });

  it.each([
    ['22', '2024-02-28', '2027-02-28'],
    ['22', '2024-02-29', '2027-02-28'],
    ['22', '2024-03-01', '2027-03-01'],
    ['23', '2023-02-28', '2028-02-28'],
  ])('artikel %s, overtreding op %s: tot en met %s', (artikel, dag, laatste) => {
    expect(waarde({ artikel, datumOvertreding: datum(dag) })).toMatchObject({
      laatsteDagBevoegd: laatste,
    });
  });

  it.each([
    // de zaak van 4 oktober 2023 bij de Raad van State
    ['2020-02-03', '2020-05-04'],
    ['2025-01-24', '2025-04-25'],
    // dertien weken schuiven niet door: zaterdag en Tweede Paasdag blijven staan
    ['2025-01-25', '2025-04-26'],
    ['2025-01-20', '2025-04-21'],
  ])('een rapport van %s vraagt een besluit tot en met %s', (rapport, laatste) => {
    expect(waarde({ dagtekeningRapport: datum(rapport) })).toMatchObject({
      laatsteDagBeslissen: laatste,
    });
  });

  it.each([
    ['2025-03-07', '2025-04-18', '2025-04-22'],
    ['2025-03-10', '2025-04-21', '2025-04-22'],
    ['2025-03-11', '2025-04-22', '2025-04-22'],
  ])('bekendgemaakt op %s, kaal %s, betalen tot en met %s', (dag, _, laatste) => {
    expect(waarde({ datumBekendmaking: datum(dag) })).toMatchObject({ laatsteDagBetalen: laatste });
  });

  it('laat weg wat nog niet speelt', () => {
    expect(waarde({ dagtekeningRapport: undefined, datumBekendmaking: undefined })).toEqual({
      zwareWeg: true,
      laatsteDagBevoegd: '2030-03-10',
    });
  });

  it.each([
    ['2021-12-31', 'niet-van-toepassing'],
    ['2022-01-01', 'bepaald'],
    ['2022-01-02', 'bepaald'],
  ])('overtreding op %s: %s', (dag, uitkomst) => {
    const a = boeteTermijnen({ ...PIP, datumOvertreding: datum(dag) });
    expect(a.uitkomst).toBe(uitkomst);
    if (uitkomst !== 'bepaald') {
      expect(a.uitleg().uitkomst).toBe('deze wet gold toen nog niet');
      expect(a.uitleg().feiten).toHaveLength(4);
    }
  });

  it('vraagt naar het artikel en de dag', () => {
    expect(boeteTermijnen({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'artikel' }, { feit: 'datumOvertreding' }],
    });
    expect(boeteTermijnen({}).uitleg().titel).toBe('Termijnen bij een boete');
  });

  it('legt uit, met wat niet is nagelezen', () => {
    const uitleg = boeteTermijnen({ ...PIP, datumBekendmaking: datum('2025-03-10') }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Termijnen bij een boete',
      uitkomst: 'opleggen kan tot en met 10 maart 2030',
      feiten: { length: 4 },
      zouWijzigenAls: zinnen(2),
    });
    expect(
      uitleg.stappen?.map((s) => [s.titel, s.uitkomst, s.grondslag?.artikel.slice(27)]),
    ).toEqual([
      [
        'De wet laat meer dan € 340 toe: de bevoegdheid vervalt na 5 jaar',
        'tot en met 10 maart 2030',
        'art. 5:45 en 5:53',
      ],
      ['Beslissen, dertien weken na het rapport', 'tot en met 23 juni 2025', 'art. 5:51'],
      ['Betalen, zes weken na de bekendmaking', 'tot en met 22 april 2025', 'art. 4:87'],
    ]);
    for (const s of uitleg.stappen ?? []) {
      expect(s.grondslag?.zekerheid).toBe('onbevestigd');
      expect(s.grondslag?.toelichting).toContain('niet nagelezen');
    }
    expect(uitleg.stappen?.[1]?.stappen).toEqual([]);
    expect(uitleg.stappen?.[2]?.stappen).toHaveLength(1);
    const licht = boeteTermijnen({ artikel: '22', datumOvertreding: datum('2025-03-10') });
    expect(licht.uitleg().stappen?.map((s) => s.titel)).toEqual([
      'De wet laat ten hoogste € 340 toe: de bevoegdheid vervalt na 3 jaar',
    ]);
  });

  it('een latere dag geeft nooit een vroegere termijn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 24_000 }), (n) => {
        const op = (dag: number) => {
          const d = vanEpochDag(dag);
          const a = boeteTermijnen({
            artikel: '22',
            datumOvertreding: d,
            dagtekeningRapport: d,
            datumBekendmaking: d,
          });
          if (a.uitkomst !== 'bepaald') throw new Error(a.uitkomst);
          return { d, ...a.waarde };
        };
        const [een, twee] = [op(n), op(n + 1)];
        expect(twee.laatsteDagBevoegd >= een.laatsteDagBevoegd).toBe(true);
        expect((twee.laatsteDagBetalen ?? '') >= (een.laatsteDagBetalen ?? 'x')).toBe(true);
        expect(een.laatsteDagBeslissen && dagenTussen(een.d, een.laatsteDagBeslissen)).toBe(91);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteTermijnenRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteTermijnenRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'onbekend']);
  });
});
