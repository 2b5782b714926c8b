import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import type { Feit, FeitInhoud } from '../feiten.ts';
import { kiesGeldend } from '../geldend.ts';
import { lees } from '../lezing.ts';
import { feit } from '../proefdossier.ts';
import { STANDAARD_BELEID } from '../stand.ts';

function intake(feiten: Feit[], dag = '2026-12-01') {
  const klok = klokOp(datum(dag));
  return lees(kiesGeldend(feiten, klok), klok, STANDAARD_BELEID).intake;
}

type Uitkomst = FeitInhoud['afspraak-uitkomst']['uitkomst'];
type Soort = FeitInhoud['afspraak']['soort'];

const afspraak = (
  id: string,
  dag: string,
  { soort = 'intakegesprek', oproepId }: { soort?: Soort; oproepId?: string } = {},
) =>
  feit(
    'afspraak',
    {
      afspraakId: id,
      soort,
      datum: datum(dag),
      tijd: '10:00',
      plaats: 'stadhuis',
      duurMinuten: 60,
      ...(oproepId ? { oproepId } : {}),
    },
    '2026-09-01',
  );
const afloop = (afspraakId: string, uitkomst: Uitkomst, dag = '2026-09-02') =>
  feit('afspraak-uitkomst', { afspraakId, uitkomst }, dag);
const oproep = (
  n: number,
  dag: string,
  uiterlijk: string,
  voor: FeitInhoud['oproep']['voor'] = 'brede-intake',
) =>
  feit('oproep', { oproepId: `o${n}`, voor, uiterlijk: datum(uiterlijk), herhaling: n > 1 }, dag);
const antwoord = (
  onderdeel: string,
  waarde: FeitInhoud['intake-antwoord']['waarde'],
  dag = '2026-10-01',
  vraag = 'vraag',
) => feit('intake-antwoord', { onderdeel, vraag, waarde }, dag);

describe('de antwoorden', () => {
  it.each<[FeitInhoud['intake-antwoord']['waarde'], boolean]>([
    ['mbo', true],
    ['', false],
    ['   ', false],
    [0, true],
    [false, true],
    [[], false],
    [['werk'], true],
  ])('%j is een antwoord: %s', (waarde, telt) => {
    expect([...intake([antwoord('opleiding', waarde)]).beantwoord]).toEqual(
      telt ? ['opleiding'] : [],
    );
  });

  it('van elke vraag telt het laatste antwoord', () => {
    const gewist = [antwoord('opleiding', 'mbo'), antwoord('opleiding', '', '2026-10-02')];
    expect(intake(gewist).beantwoord.size).toBe(0);
    const andere = [...gewist, antwoord('opleiding', 'ja', '2026-09-30', 'anders')];
    expect(intake(andere).beantwoord.size).toBe(1);
    const anderOnderdeel = [antwoord('opleiding', 'mbo'), antwoord('werk', '', '2026-10-02')];
    expect([...intake(anderOnderdeel).beantwoord]).toEqual(['opleiding']);
  });

  it('gezondheid en het gesprek alleen tellen pas als het ja is', () => {
    const met = (ja: boolean) =>
      intake([
        feit('gezondheid-besproken', { besproken: ja }, '2026-10-01'),
        feit('privegesprek', { aangeboden: ja }, '2026-10-01'),
      ]);
    expect(met(true)).toMatchObject({ gezondheidBesproken: true, privegesprekAangeboden: true });
    for (const nee of [met(false), intake([])]) {
      expect(nee).toMatchObject({ gezondheidBesproken: false, privegesprekAangeboden: false });
    }
  });
});

describe('een kind voor vve', () => {
  const gezin = (relatie: FeitInhoud['gezin']['relatie'], dag = '2026-09-01', id = 'd1') =>
    feit('gezin', { anderDossierId: id, relatie }, dag);
  const jong = (waarde: boolean | string) => antwoord('vve', waarde, '2026-10-01', 'jong-kind');

  it.each<[string, Feit[], boolean]>([
    ['geen gezin', [], false],
    ['een kind', [gezin('kind')], true],
    ['een partner', [gezin('partner')], false],
    ['een partner en een kind', [gezin('partner'), gezin('kind', '2026-09-01', 'd2')], true],
    ['een kind en een partner', [gezin('kind'), gezin('partner', '2026-09-02', 'd2')], true],
    ['verbeterd naar broer of zus', [gezin('kind'), gezin('broer-of-zus', '2026-09-02')], false],
    ['een kind, maar geen jong kind', [gezin('kind'), jong(false)], false],
    ['een jong kind volgens de intake', [jong(true)], true],
    ['een antwoord dat niets zegt', [gezin('kind'), jong('weet niet')], true],
    ['een ander antwoord', [gezin('kind'), antwoord('vve', false)], true],
  ])('%s: %3$s', (_, feiten, verwacht) => {
    expect(intake(feiten).kindVoorVve).toBe(verwacht);
  });
});

describe('de afspraken', () => {
  it('staan op datum, per soort, met hun laatste uitkomst', () => {
    const i = intake([
      afspraak('c', '2026-10-12'),
      afspraak('a', '2026-10-08'),
      afspraak('b', '2026-10-10'),
      afspraak('t', '2026-10-09', { soort: 'leerbaarheidstoets' }),
      afspraak('o', '2026-10-09', { soort: 'overig' }),
      afloop('a', 'afgezegd', '2026-10-01'),
      afloop('a', 'verschenen', '2026-10-09'),
      afloop('onbekend', 'niet-verschenen', '2026-10-10'),
    ]);
    expect(i.gesprekken.map((a) => [a.feit.inhoud.afspraakId, a.datum, a.uitkomst])).toEqual([
      ['a', '2026-10-08', 'verschenen'],
      ['b', '2026-10-10', undefined],
      ['c', '2026-10-12', undefined],
    ]);
    expect(i.toetsAfspraken.map((a) => a.feit.inhoud.afspraakId)).toEqual(['t']);
  });

  it('een verzette afspraak is dezelfde afspraak', () => {
    const verzet = { ...afspraak('a', '2026-10-15'), geldigOp: datum('2026-09-20') } as Feit;
    expect(intake([afspraak('a', '2026-10-08'), verzet]).gesprekken.map((a) => a.datum)).toEqual([
      '2026-10-15',
    ]);
  });
});

describe('hoe een oproep afliep', () => {
  const een = oproep(1, '2026-09-14', '2026-09-28');
  const uitkomst = (feiten: Feit[], dag = '2026-09-20') =>
    intake([een, ...feiten], dag).oproepen.map((o) => o.uitkomst);

  it('een oproep voor de toets telt niet mee', () => {
    expect(intake([oproep(1, '2026-09-14', '2026-09-28', 'leerbaarheidstoets')]).oproepen).toEqual(
      [],
    );
  });

  it.each([
    ['2026-09-27', 'wacht'],
    ['2026-09-28', 'wacht'],
    ['2026-09-29', 'niet-verschenen'],
  ])('zonder afspraak op %s: %s', (dag, verwacht) => {
    expect(uitkomst([], dag)).toEqual([verwacht]);
  });

  it.each([
    ['2026-09-13', 'niet-verschenen'],
    ['2026-09-14', 'wacht'],
    ['2026-09-28', 'wacht'],
    ['2026-09-29', 'niet-verschenen'],
  ])('een afspraak zonder oproep-id op %s: %s', (dag, verwacht) => {
    expect(uitkomst([afspraak('a', dag)], '2026-10-01')).toEqual([verwacht]);
  });

  it.each<[Uitkomst, string]>([
    ['verschenen', 'verschenen'],
    ['niet-verschenen', 'niet-verschenen'],
    ['afgezegd', 'afgezegd'],
  ])('een eigen afspraak: %s', (u, verwacht) => {
    for (const eigen of [{ oproepId: 'o1' }, {}]) {
      const feiten = [afspraak('a', '2026-09-20', eigen), afloop('a', u, '2026-09-20')];
      expect(uitkomst(feiten, '2026-09-21')).toEqual([verwacht]);
    }
  });

  it('een afspraak bij een andere oproep telt niet, ook niet binnen de termijn', () => {
    const andere = [
      afspraak('a', '2026-09-20', { oproepId: 'o9' }),
      afloop('a', 'afgezegd', '2026-09-20'),
    ];
    expect(uitkomst(andere, '2026-09-21')).toEqual(['wacht']);
  });

  it('een eigen afspraak telt ook buiten de termijn', () => {
    expect(uitkomst([afspraak('a', '2026-10-05', { oproepId: 'o1' })], '2026-10-06')).toEqual([
      'wacht',
    ]);
  });

  it('van meer afspraken: verschenen gaat voor, dan wat nog loopt, dan de laatste', () => {
    const drie = (a: Uitkomst | undefined, b: Uitkomst | undefined) =>
      uitkomst(
        [
          afspraak('a', '2026-09-16'),
          afspraak('b', '2026-09-18'),
          ...(a ? [afloop('a', a, '2026-09-16')] : []),
          ...(b ? [afloop('b', b, '2026-09-18')] : []),
        ],
        '2026-10-20',
      )[0];
    expect(drie('verschenen', 'niet-verschenen')).toBe('verschenen');
    expect(drie('verschenen', undefined)).toBe('verschenen');
    expect(drie('niet-verschenen', undefined)).toBe('wacht');
    expect(drie(undefined, 'niet-verschenen')).toBe('wacht');
    expect(drie('niet-verschenen', 'afgezegd')).toBe('afgezegd');
    expect(drie('afgezegd', 'niet-verschenen')).toBe('niet-verschenen');
  });

  it.each<[string, Uitkomst, string]>([
    ['2026-09-13', 'verschenen', 'niet-verschenen'],
    ['2026-09-14', 'verschenen', 'verschenen'],
    ['2026-10-12', 'verschenen', 'verschenen'],
    ['2026-10-12', 'afgezegd', 'niet-verschenen'],
  ])('een gesprek bij een andere oproep op %s (%s): %s', (dag, u, verwacht) => {
    const feiten = [afspraak('a', dag, { oproepId: 'o2' }), afloop('a', u, '2026-10-12')];
    expect(uitkomst(feiten, '2026-10-20')).toEqual([verwacht]);
  });

  it('een oproep die opnieuw is vastgelegd telt één keer', () => {
    expect(uitkomst([oproep(1, '2026-09-15', '2026-10-05')], '2026-10-05')).toEqual(['wacht']);
    expect(uitkomst([oproep(2, '2026-09-29', '2026-10-05')], '2026-09-30')).toEqual([
      'niet-verschenen',
      'wacht',
    ]);
  });
});
