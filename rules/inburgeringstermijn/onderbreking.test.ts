import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { type OnderbrekingFeiten, onderbreking } from './onderbreking.ts';

type Rij = NonNullable<OnderbrekingFeiten['onderbrekingen']>[number];
const LAATSTE = { laatsteDag: datum('2027-03-15') };
const weg = (begin: string, hervat?: string, reden: Rij['reden'] = 'geen ingezetene'): Rij => ({
  ...(reden ? { reden } : {}),
  begin: datum(begin),
  ...(hervat ? { hervat: datum(hervat) } : {}),
});

function uit(onderbrekingen: Rij[], f: OnderbrekingFeiten = LAATSTE) {
  const antwoord = onderbreking({ ...f, onderbrekingen });
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}

describe('onderbreking', () => {
  it.each([
    ['2026-04-30', { plichtGeeindigd: false, dagen: 364, laatsteDag: '2028-03-13' }],
    ['2026-05-01', { plichtGeeindigd: false, dagen: 365, laatsteDag: '2028-03-14' }],
    ['2026-05-02', { plichtGeeindigd: true, geeindigdOp: '2025-05-01' }],
  ])('weg vanaf 2025-05-01, terug op %s', (hervat, verwacht) => {
    expect(uit([weg('2025-05-01', hervat)])).toEqual(verwacht);
  });

  it.each([
    ['2025-02-27', true],
    ['2025-02-28', true],
    ['2025-03-01', false],
  ])('weg vanaf de schrikkeldag, terug op %s: plicht loopt door %s', (hervat, door) => {
    expect(uit([weg('2024-02-29', hervat)])).toMatchObject({ plichtGeeindigd: !door });
  });

  it.each([
    'geen ingezetene',
    'tijdelijk verblijfsdoel',
    'werk als geestelijk bedienaar onderbroken',
  ] as const)('%s telt als onderbreking', (reden) => {
    expect(uit([weg('2025-05-01', '2025-05-11', reden)])).toMatchObject({ dagen: 10 });
  });

  it('aansluitend procedureel verblijf is geen onderbreking', () => {
    expect(uit([weg('2025-05-01', '2029-05-11', 'aansluitend procedureel verblijf')])).toBe(
      'niet-van-toepassing',
    );
    expect(onderbreking({ onderbrekingen: [] }).uitleg().uitkomst).toBe('er is geen onderbreking');
  });

  it('aansluitende onderbrekingen zijn er één, losse tellen op', () => {
    const half = weg('2025-01-01', '2025-09-01');
    expect(uit([weg('2025-09-01', '2026-03-01', 'tijdelijk verblijfsdoel'), half])).toEqual({
      plichtGeeindigd: true,
      geeindigdOp: '2025-01-01',
    });
    expect(uit([weg('2025-09-02', '2026-03-01', 'tijdelijk verblijfsdoel'), half])).toMatchObject({
      plichtGeeindigd: false,
      dagen: 243 + 180,
    });
  });

  it.each([
    ['2026-04-30', 'onbekend'],
    ['2026-05-01', { plichtGeeindigd: true }],
    ['2026-05-02', { plichtGeeindigd: true }],
  ])('nog niet terug, bekeken op %s', (peildatum, verwacht) => {
    const waarde = uit([weg('2025-05-01')], { ...LAATSTE, peildatum: datum(peildatum) });
    if (typeof verwacht === 'string') expect(waarde).toBe(verwacht);
    else expect(waarde).toMatchObject(verwacht);
  });

  it('weet zonder laatste dag al dat de plicht eindigde', () => {
    expect(uit([weg('2025-05-01', '2026-05-02')], {})).toMatchObject({ plichtGeeindigd: true });
  });

  it.each([
    [{}, ['onderbrekingen']],
    [
      { onderbrekingen: [{}] },
      ['onderbrekingen.reden', 'onderbrekingen.begin', 'onderbrekingen.hervat', 'laatsteDag'],
    ],
    [{ ...LAATSTE, onderbrekingen: [weg('2025-05-01')] }, ['onderbrekingen.hervat']],
    [{ ...LAATSTE, onderbrekingen: [weg('2025-05-01', '2025-05-01')] }, ['onderbrekingen.hervat']],
    [
      { ...LAATSTE, onderbrekingen: [{ begin: datum('2025-05-01'), hervat: datum('2027-05-01') }] },
      ['onderbrekingen.reden'],
    ],
    [
      {
        ...LAATSTE,
        onderbrekingen: [
          { begin: datum('2025-05-01'), hervat: datum('2027-05-01') },
          weg('2024-05-01', '2024-06-01'),
        ],
      },
      ['onderbrekingen.reden'],
    ],
    [
      { ...LAATSTE, onderbrekingen: [weg('2025-05-01'), weg('2024-05-01', '2024-06-01')] },
      ['onderbrekingen.hervat'],
    ],
    [{ onderbrekingen: [weg('2025-05-01', '2025-06-01')] }, ['laatsteDag']],
  ] as [OnderbrekingFeiten, string[]][])('%j: vraagt naar %j', (f, velden) => {
    const antwoord = onderbreking(f);
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt.map((o) => o.feit)).toEqual(
      velden,
    );
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Onderbreking van de inburgeringsplicht',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 2.1' },
    });
  });

  it('legt uit waarom de termijn langer wordt', () => {
    const uitleg = onderbreking({
      ...LAATSTE,
      onderbrekingen: [weg('2025-05-01', '2025-06-01')],
    }).uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: 'de plicht loopt door, tot en met 15 april 2027',
      feiten: [{ waarde: '1' }, { waarde: '15 maart 2027' }],
      stappen: [
        { titel: 'Onderbroken vanaf 1 mei 2025, weer vanaf 1 juni 2025', uitkomst: '31 dagen' },
        {
          uitkomst: '15 maart 2027 + 31 dagen = 15 april 2027',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 4.2', zekerheid: 'afgeleid' },
        },
      ],
    });
  });

  it('legt uit waarom de plicht eindigde', () => {
    const uitleg = onderbreking({ onderbrekingen: [weg('2025-05-01', '2026-05-02')] }).uitleg();
    expect(uitleg.uitkomst).toBe('de plicht eindigde op 1 mei 2025');
    expect(uitleg.stappen?.[0]?.uitkomst).toBe('zij duurde langer dan tot 1 mei 2026');
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
  });

  it('verkort nooit, en de volgorde telt niet', () => {
    const dag = fc.integer({ min: 19_500, max: 21_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(dag, fc.integer({ min: 1, max: 500 })), { minLength: 1, maxLength: 4 }),
        (lijst) => {
          const rijen = lijst.map(([begin, n]) => weg(begin, plusDagen(begin, n)));
          const waarde = uit(rijen);
          expect(uit([...rijen].reverse())).toEqual(waarde);
          if (typeof waarde === 'string' || waarde.plichtGeeindigd) return;
          expect(waarde.laatsteDag).toBe(plusDagen(LAATSTE.laatsteDag, waarde.dagen));
          expect(waarde.dagen).toBeGreaterThan(0);
        },
      ),
    );
  });
});
