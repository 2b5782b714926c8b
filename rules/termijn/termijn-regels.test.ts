import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { type TermijnenwetFeiten, termijnenwet, termijnenwetRegel } from './termijn-regels.ts';

const EENHEDEN = ['dag', 'week', 'maand', 'jaar'] as const;

function einde(
  na: string,
  aantal: number,
  eenheid: (typeof EENHEDEN)[number],
  extra: string[] = [],
) {
  const antwoord = termijnenwet({
    na: datum(na),
    aantal,
    eenheid,
    extraVrijeDagen: extra.map((d) => ({ datum: datum(d) })),
  });
  if (antwoord.uitkomst !== 'bepaald') throw new Error(antwoord.uitkomst);
  return antwoord;
}

describe('termijnenwet', () => {
  it.each([
    ['2025-12-12', 2, 'week', '2025-12-29', true, 'Tweede Kerstdag en weekend'],
    ['2025-12-10', 2, 'week', '2025-12-24', false, 'de dag voor Kerst'],
    ['2025-12-15', 2, 'week', '2025-12-29', false, 'de maandag erna'],
    ['2024-12-31', 2, 'maand', '2025-02-28', false, 'vector 69: nieuwe termijn na een boete'],
    ['2025-02-15', 10, 'week', '2025-04-28', true, 'tien weken eindigen op Koningsdag'],
    ['2026-08-29', 12, 'week', '2026-11-23', true, 'twaalf weken nog wel'],
    ['2026-08-22', 13, 'week', '2026-11-21', false, 'dertien weken niet'],
    ['2026-08-24', 90, 'dag', '2026-11-23', true, '90 dagen nog wel'],
    ['2026-08-22', 91, 'dag', '2026-11-21', false, '91 dagen niet'],
    ['2026-08-22', 3, 'maand', '2026-11-23', true, 'drie maanden nog wel'],
    ['2026-07-22', 4, 'maand', '2026-11-22', false, 'vier maanden niet'],
    ['2024-03-16', 3, 'jaar', '2027-03-16', false, 'jaren niet'],
  ] as [string, number, (typeof EENHEDEN)[number], string, boolean, string][])(
    'na %s, %i %s: %s, verschuift %s (%s)',
    (na, aantal, eenheid, laatsteDag, verschuift) => {
      expect(einde(na, aantal, eenheid).waarde).toMatchObject({ laatsteDag, verschuift });
    },
  );

  it('een gelijkgestelde dag schuift mee door, een rij zonder dag niet', () => {
    expect(einde('2026-03-06', 10, 'week', ['2026-05-15']).waarde).toEqual({
      verschuift: true,
      laatsteDag: '2026-05-18',
      laatsteDagZonderVerschuiving: '2026-05-15',
    });
    const leeg = termijnenwet({
      na: datum('2026-03-06'),
      aantal: 10,
      eenheid: 'week',
      extraVrijeDagen: [{}],
    });
    expect(leeg).toMatchObject({ waarde: { laatsteDag: '2026-05-15' } });
  });

  it.each([
    [{ eenheid: 'uur' }, 'een termijn in uren verschuift niet'],
    [{ teruggerekend: true }, 'een termijn die wordt teruggerekend verschuift niet'],
  ] as [TermijnenwetFeiten, string][])('geldt niet voor %j', (f, zin) => {
    const antwoord = termijnenwet(f);
    expect(antwoord.uitkomst).toBe('niet-van-toepassing');
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Laatste dag van de termijn',
      uitkomst: zin,
      grondslag: { artikel: 'Algemene termijnenwet art. 4' },
    });
  });

  it('noemt wat ontbreekt', () => {
    expect(termijnenwet({ teruggerekend: false })).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'na' }, { feit: 'aantal' }, { feit: 'eenheid' }],
    });
  });

  it('legt de som en de verschuiving uit', () => {
    const uitleg = einde('2024-01-22', 10, 'week').uitleg();
    expect(uitleg.uitkomst).toBe('2 april 2024');
    expect(uitleg.grondslag).toMatchObject({
      artikel: 'Algemene termijnenwet art. 1',
      geldigVanaf: '2010-10-10',
    });
    expect(uitleg.feiten?.map((x) => x.waarde)).toEqual(['22 januari 2024', '10', 'week', '0']);
    expect(uitleg.stappen?.map((s) => s.uitkomst)).toEqual([
      '22 januari 2024 + 10 weken = 1 april 2024',
      'verschuift als zij op een vrije dag eindigt',
      'verschoven naar 2 april 2024',
    ]);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
  });

  it.each([
    [1, 'dag', '22 januari 2024 + 1 dag = 23 januari 2024'],
    [2, 'dag', '22 januari 2024 + 2 dagen = 24 januari 2024'],
    [6, 'maand', '22 januari 2024 + 6 maanden = 22 juli 2024'],
    [2, 'jaar', '22 januari 2024 + 2 jaar = 22 januari 2026'],
  ] as const)('schrijft %i %s uit', (aantal, eenheid, som) => {
    expect(einde('2024-01-22', aantal, eenheid).uitleg().stappen?.[0]?.uitkomst).toBe(som);
  });

  it('zegt bij een lange termijn dat zij niet verschuift', () => {
    const uitleg = einde('2026-05-22', 6, 'maand').uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Algemene termijnenwet art. 4');
    expect(uitleg.stappen?.map((s) => s.uitkomst)).toContain('verschuift niet');
    expect(uitleg.stappen).toHaveLength(2);
  });

  it('eindigt nooit eerder als zij later begint, en nooit voor de kale dag', () => {
    const dag = fc.integer({ min: 18_993, max: 24_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(
        dag,
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(...EENHEDEN),
        (na, n, eenheid) => {
          const een = einde(na, n, eenheid).waarde;
          const twee = einde(plusDagen(na, 1), n, eenheid).waarde;
          expect(twee.laatsteDag >= een.laatsteDag).toBe(true);
          expect(een.laatsteDag >= een.laatsteDagZonderVerschuiving).toBe(true);
        },
      ),
    );
  });

  it('voert de rijen van het rekenen met dagen uit', () => {
    expect(termijnenwetRegel.rijen).toEqual(['T1', 'T2', 'T3', 'T4', 'T5']);
    expect(termijnenwetRegel.artikelen.map((a) => a.zekerheid)).toEqual([
      'vast',
      'onbevestigd',
      'vast',
      'vast',
    ]);
  });
});
