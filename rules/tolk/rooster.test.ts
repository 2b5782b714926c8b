import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type Bezet,
  botst,
  pastInRooster,
  type Rooster,
  reistijdTussen,
  urenOp,
} from './rooster.ts';
import { minuutVan } from './tijd.ts';

const WEEK = [
  { dag: 1, van: '09:00', tot: '12:00' },
  { dag: 1, van: '12:00', tot: '17:00' },
  { dag: 3, van: '13:00', tot: '17:00' },
];
const MAANDAG = datum('2026-11-23');
const gewoon: Rooster = { week: WEEK, uitzonderingen: [] };
const weg = (van: string, tot: string): Rooster => ({
  week: WEEK,
  uitzonderingen: [{ van: datum(van), tot: datum(tot), beschikbaar: false }],
});

describe('de uren van een dag', () => {
  it('zijn half open en sluiten op elkaar aan', () => {
    expect(urenOp(gewoon, MAANDAG)).toEqual([{ van: 540, tot: 1020 }]);
    expect(pastInRooster(gewoon, MAANDAG, '11:30', 60)).toBe(true);
    expect(pastInRooster(gewoon, MAANDAG, '09:00', 480)).toBe(true);
    expect(pastInRooster(gewoon, MAANDAG, '09:00', 481)).toBe(false);
    expect(pastInRooster(gewoon, MAANDAG, '08:59', 30)).toBe(false);
    expect(pastInRooster(gewoon, datum('2026-11-24'), '10:00', 30)).toBe(false);
  });

  it.each([
    ['de dag ervoor', '2026-11-16', true],
    ['de eerste dag', '2026-11-23', false],
    ['de laatste dag', '2026-11-30', false],
    ['de dag erna', '2026-12-07', true],
  ])('vervallen als de tolk er niet is: %s', (_wat, dag, kan) => {
    expect(pastInRooster(weg('2026-11-23', '2026-12-01'), datum(dag), '10:00', 60)).toBe(kan);
  });

  it('die extra zijn opgegeven gaan voor de afwezigheid en tellen bij de gewone week', () => {
    const extra = { van: MAANDAG, tot: datum('2026-11-24'), beschikbaar: true } as const;
    const rooster = {
      week: WEEK,
      uitzonderingen: [
        ...weg('2026-11-23', '2026-12-01').uitzonderingen,
        { ...extra, uren: { van: '19:00', tot: '21:00' } },
      ],
    };
    expect(urenOp(rooster, MAANDAG)).toEqual([{ van: 1140, tot: 1260 }]);
    expect(urenOp({ week: [], uitzonderingen: [extra] }, MAANDAG)).toEqual([{ van: 0, tot: 1440 }]);
  });
});

const inzet = (dag: string, tijd: string, duur: number, meer: Partial<Bezet> = {}): Bezet => {
  const van = minuutVan(datum(dag), tijd);
  return { van, tot: van + duur, vorm: 'telefoon', reisMinuten: 45, ...meer };
};
const ter = (plaats: string): Partial<Bezet> => ({ vorm: 'aanwezig', plaats });

describe('twee inzetten', () => {
  it('mogen op afstand precies op elkaar volgen', () => {
    const een = inzet('2026-11-23', '10:00', 60);
    expect(botst(een, inzet('2026-11-23', '11:00', 60))).toBe(false);
    expect(botst(een, inzet('2026-11-23', '10:59', 60))).toBe(true);
    expect(botst(een, inzet('2026-11-23', '09:00', 60))).toBe(false);
    expect(botst(een, inzet('2026-11-23', '09:00', 61))).toBe(true);
  });

  it('hebben reistijd nodig als de plaats verschilt, en niet op dezelfde plaats', () => {
    const hier = inzet('2026-11-23', '10:00', 60, ter('het stadhuis'));
    expect(botst(hier, inzet('2026-11-23', '11:44', 30, ter('het azc')))).toBe(true);
    expect(botst(hier, inzet('2026-11-23', '11:45', 30, ter('het azc')))).toBe(false);
    expect(botst(hier, inzet('2026-11-23', '11:00', 30, ter(' Het Stadhuis ')))).toBe(false);
    expect(botst(hier, inzet('2026-11-23', '11:00', 30))).toBe(true);
  });

  it('reizen ook als niet bekend is waar de andere is', () => {
    const hier = inzet('2026-11-23', '10:00', 60, ter('het stadhuis'));
    const elders = inzet('2026-11-23', '11:00', 60, { vorm: 'aanwezig', reisMinuten: 20 });
    expect(reistijdTussen(hier, elders)).toBe(45);
  });

  it('botsen in de nacht dat de klok vooruitgaat volgens de echte tijd', () => {
    const een = inzet('2026-03-29', '01:30', 60);
    expect(botst(een, inzet('2026-03-29', '03:00', 30))).toBe(true);
    expect(botst(een, inzet('2026-03-29', '03:30', 30))).toBe(false);
  });

  const willekeurig = fc.record({
    van: fc.integer({ min: 0, max: 2000 }),
    duur: fc.integer({ min: 1, max: 300 }),
    vorm: fc.constantFrom('aanwezig' as const, 'telefoon' as const, 'video' as const),
    reisMinuten: fc.integer({ min: 0, max: 120 }),
    plaats: fc.constantFrom('a', 'b'),
  });
  const alsInzet = ({ duur, ...b }: { van: number; duur: number } & Omit<Bezet, 'tot'>): Bezet => ({
    ...b,
    tot: b.van + duur,
  });

  it('botsen allebei of geen van beide, en altijd als zij elkaar overlappen', () => {
    fc.assert(
      fc.property(willekeurig, willekeurig, (x, y) => {
        const [a, b] = [alsInzet(x), alsInzet(y)];
        expect(botst(a, b)).toBe(botst(b, a));
        if (a.van < b.tot && b.van < a.tot) expect(botst(a, b)).toBe(true);
      }),
    );
  });
});
