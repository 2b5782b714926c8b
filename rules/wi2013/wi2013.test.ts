import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type ElipFeiten, elip } from './elip.ts';
import { type VerzachtingFeiten, wi2013Verzachting } from './wi2013-verzachting.ts';

const codes = (f: ElipFeiten) => {
  const antwoord = elip(f);
  return antwoord.uitkomst === 'voldoet-niet'
    ? antwoord.redenen.map((r) => r.code)
    : antwoord.uitkomst;
};

describe('elip', () => {
  const met = (percentageGeleend: number, peildatum: string): ElipFeiten => ({
    inburgeringsplichtigOudeWet: true,
    percentageGeleend,
    einddatumTermijn: datum('2027-03-16'),
    peildatum: datum(peildatum),
  });

  it.each([
    [75, '2026-03-15', ['elip-jaar']],
    [75, '2026-03-16', 'voldoet'],
    [75, '2027-03-15', 'voldoet'],
    [75, '2027-03-16', ['elip-jaar']],
    [74.9, '2026-06-01', ['elip-lening']],
    [94.9, '2025-01-01', ['elip-jaar']],
    [95, '2025-01-01', 'voldoet'],
  ] as const)('%d procent op %s: %j', (deel, dag, verwacht) => {
    expect(codes(met(deel, dag))).toEqual(verwacht);
  });

  it('vraagt de dagen alleen als zij ertoe doen', () => {
    const zonder = (percentageGeleend: number) => ({
      inburgeringsplichtigOudeWet: true,
      percentageGeleend,
    });
    expect(codes(zonder(95))).toBe('voldoet');
    expect(codes(zonder(74))).toEqual(['elip-lening']);
    expect(elip(zonder(74)).uitleg().stappen).toHaveLength(1);
    const { percentageGeleend: _, ...zonderDeel } = met(75, '2026-03-15');
    expect(elip(zonderDeel)).toMatchObject({ ontbreekt: [{ feit: 'percentageGeleend' }] });
    expect(elip(zonder(75))).toMatchObject({
      ontbreekt: [{ feit: 'einddatumTermijn' }, { feit: 'peildatum' }],
    });
    expect(elip({})).toMatchObject({
      ontbreekt: [{ feit: 'inburgeringsplichtigOudeWet' }, { feit: 'percentageGeleend' }],
    });
  });

  it('geldt niet voor de nieuwe wet, en noemt alle redenen', () => {
    const f = { inburgeringsplichtigOudeWet: false, percentageGeleend: 10 };
    expect(codes(f)).toEqual(['elip-wet', 'elip-lening']);
    expect(elip(f)).toMatchObject({
      redenen: [{ veld: 'inburgeringsplichtigOudeWet' }, { veld: 'percentageGeleend' }],
    });
  });

  it('legt uit wanneer het laatste jaar begint', () => {
    const uitleg = elip(met(80, '2026-06-01')).uitleg();
    expect(uitleg.stappen).toEqual([
      { titel: 'Het laatste jaar begint op', uitkomst: '16 maart 2026' },
    ]);
    expect(
      elip({ inburgeringsplichtigOudeWet: true, percentageGeleend: 95 }).uitleg().stappen,
    ).toEqual([]);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
  });
});

describe('wi2013-verzachting', () => {
  const GENOEG: VerzachtingFeiten = {
    inburgeringsplichtigOudeWet: true,
    examenpogingen: 3,
    urenCursus: 400,
    urenPraktijkonderwijs: 200,
    moduleMapAfgerond: true,
  };

  it.each([
    [3, 200, true, true],
    [2, 200, false, true],
    [3, 199, true, false],
    [4, 201, true, true],
  ])('%i pogingen en %i uur praktijkonderwijs', (pogingen, uren, genoegPogingen, genoegUren) => {
    const antwoord = wi2013Verzachting({
      ...GENOEG,
      examenpogingen: pogingen,
      urenPraktijkonderwijs: uren,
    });
    expect(antwoord).toMatchObject({
      waarde: { genoegPogingen, genoegUren, meegeteldeUren: 400 + uren, vrijVanOna: true },
    });
    const genoeg = genoegPogingen && genoegUren;
    expect(antwoord.uitleg().uitkomst?.startsWith('genoeg')).toBe(genoeg);
    expect(antwoord.uitleg().stappen?.map((s) => s.uitkomst)).toEqual([
      `${pogingen} van 3`,
      `${400 + uren} van 600`,
      'hoeft niet meer',
    ]);
  });

  it('zonder MAP moet ONA nog', () => {
    const antwoord = wi2013Verzachting({ ...GENOEG, moduleMapAfgerond: false });
    expect(antwoord).toMatchObject({ waarde: { vrijVanOna: false } });
    expect(antwoord.uitleg().stappen?.at(-1)?.uitkomst).toBe('moet nog');
    expect(antwoord.uitleg().zouWijzigenAls).toHaveLength(2);
  });

  it('geldt alleen onder de oude wet, en noemt wat ontbreekt', () => {
    const nieuw = wi2013Verzachting({ inburgeringsplichtigOudeWet: false });
    expect(nieuw.uitkomst).toBe('niet-van-toepassing');
    expect(nieuw.uitleg()).toMatchObject({
      uitkomst: 'alleen voor wie onder de oude wet valt',
      stappen: [],
    });
    expect(wi2013Verzachting({})).toMatchObject({
      ontbreekt: Object.keys(GENOEG).map((feit) => ({ feit })),
    });
  });
});
