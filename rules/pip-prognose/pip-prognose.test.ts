import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../shared/datum.ts';
import { pipPrognose } from './pip-prognose.ts';
import { type PrognoseFeiten, REDENEN } from './soorten.ts';

/** De tien weken eindigen op 30 november; intake hoort klaar op 12 oktober, concept op 9 november. */
function zaak(deel: Partial<PrognoseFeiten> = {}): PrognoseFeiten {
  return {
    vandaag: datum('2026-10-01'),
    laatsteDag: datum('2026-11-30'),
    intakeWeek: 3,
    conceptWeek: 7,
    wekenVoorEinde: 1,
    intakeAfgerond: false,
    gesprekGevoerd: false,
    uitkomstOntbreekt: false,
    tolkNodig: false,
    tolkGeregeld: false,
    toets: 'uitslag',
    wachtOp: [],
    inOpvang: false,
    doelgroepOnbekend: false,
    concept: 'geen',
    ...deel,
  };
}
const op = (dag: string, deel: Partial<PrognoseFeiten> = {}) =>
  pipPrognose(zaak({ vandaag: datum(dag), ...deel }));
const codes = (f: Partial<PrognoseFeiten>) => pipPrognose(zaak(f)).redenen.map((r) => r.code);
const AF = { intakeAfgerond: true };

describe('het eigen doel per stap', () => {
  it.each([
    ['2026-10-11', {}, 'intake', 'op-schema', 0],
    ['2026-10-12', {}, 'intake', 'op-schema', 0],
    ['2026-10-13', {}, 'intake', 'dreigt', 1],
    ['2026-11-09', AF, 'concept', 'op-schema', 0],
    ['2026-11-10', AF, 'concept', 'dreigt', 1],
    ['2026-11-23', { ...AF, concept: 'bezig' as const }, 'afmaken', 'op-schema', 0],
    ['2026-11-24', { ...AF, concept: 'bezig' as const }, 'afmaken', 'dreigt', 1],
    ['2026-11-30', { ...AF, concept: 'ter-vaststelling' as const }, 'vaststellen', 'op-schema', 0],
    ['2026-12-01', { ...AF, concept: 'ter-vaststelling' as const }, 'vaststellen', 'te-laat', 1],
  ])('op %s met %j: %s is %s', (dag, deel, stap, oordeel, achter) => {
    expect(op(dag, deel)).toMatchObject({ stap, oordeel, achter });
  });

  it('volgt andere doelen van de gemeente', () => {
    expect(op('2026-10-20', { intakeWeek: 4 })).toMatchObject({ doelOp: '2026-10-19', achter: 1 });
    expect(op('2026-11-20', { ...AF, conceptWeek: 10 })).toMatchObject({
      doelOp: '2026-11-30',
      achter: 0,
    });
  });

  it('een gesprek dat al is gepland telt op zijn eigen dag', () => {
    expect(op('2026-10-01', { gesprekOp: datum('2026-10-22') })).toMatchObject({
      oordeel: 'dreigt',
      achter: 10,
      verwachtOp: '2026-12-10',
    });
    expect(op('2026-10-20', { gesprekOp: datum('2026-10-10') })).toMatchObject({ achter: 8 });
  });
});

describe('de redenen', () => {
  const gepland = { gesprekOp: datum('2026-10-10') };

  it.each<[Partial<PrognoseFeiten>, string[]]>([
    [{}, ['intake-niet-gepland']],
    [gepland, []],
    [{ gesprekOp: datum('2026-10-13') }, ['intake-te-laat-gepland']],
    [{ ...gepland, tolkNodig: true }, ['geen-tolk']],
    [{ ...gepland, tolkNodig: true, tolkGeregeld: true }, []],
    [{ uitkomstOntbreekt: true }, ['uitkomst-ontbreekt']],
    [{ gesprekGevoerd: true, laatsteUitkomst: 'verschenen' }, ['intake-niet-afgerond']],
    [{ laatsteUitkomst: 'niet-verschenen' }, ['niet-verschenen', 'intake-niet-gepland']],
    [{ ...gepland, laatsteUitkomst: 'afgezegd' }, ['afgezegd']],
    [{ ...gepland, toets: 'niet-gepland' }, ['toets-niet-gepland']],
    [{ ...gepland, toets: 'wacht-op-duo' }, ['toets-uitslag']],
    [{ ...gepland, toets: 'gepland' }, []],
    [{ ...gepland, toets: 'ontheffing' }, []],
    [{ ...gepland, inOpvang: true }, ['nog-in-opvang']],
    [{ ...gepland, doelgroepOnbekend: true }, ['doelgroep-onbekend']],
    [AF, ['concept-niet-begonnen']],
    [{ ...AF, concept: 'bezig' }, ['concept-niet-af']],
    [{ ...AF, concept: 'ter-vaststelling' }, ['ligt-ter-vaststelling']],
    [{ ...AF, wachtOp: ['IDW'] }, ['concept-niet-begonnen', 'derde-informatie']],
  ])('%j geeft %j', (deel, verwacht) => {
    expect(codes(deel)).toEqual(verwacht);
  });

  it('scheiden eigen invloed en die van anderen', () => {
    const { redenen } = op('2026-10-01', {
      toets: 'wacht-op-duo',
      wachtOp: ['IDW', 'de huisarts'],
    });
    expect(redenen.map((r) => r.invloed)).toEqual(['eigen', 'anderen', 'anderen']);
    expect(redenen.at(-1)?.tekst).toContain('IDW en de huisarts');
  });
});

describe('altijd', () => {
  const zaken = fc.record({
    dag: fc.integer({ min: -80, max: 40 }),
    concept: fc.constantFrom('geen' as const, 'bezig' as const, 'ter-vaststelling' as const),
    intakeAfgerond: fc.boolean(),
    gesprek: fc.option(fc.integer({ min: -30, max: 30 }), { nil: undefined }),
  });
  const maak = (z: {
    dag: number;
    concept: PrognoseFeiten['concept'];
    intakeAfgerond: boolean;
    gesprek: number | undefined;
  }) =>
    zaak({
      vandaag: plusDagen(datum('2026-11-30'), z.dag),
      concept: z.concept,
      intakeAfgerond: z.intakeAfgerond,
      ...(z.gesprek === undefined ? {} : { gesprekOp: plusDagen(datum('2026-11-30'), z.gesprek) }),
    });

  it('is een dag later nooit beter, en een verwachting nooit vóór de laatste dag', () => {
    fc.assert(
      fc.property(zaken, (z) => {
        const nu = pipPrognose(maak(z));
        const morgen = pipPrognose(maak({ ...z, dag: z.dag + 1 }));
        expect(morgen.achter).toBeGreaterThanOrEqual(nu.achter);
        expect(nu.verwachtOp >= datum('2026-11-30')).toBe(true);
        expect(nu.oordeel === 'op-schema').toBe(nu.achter === 0 && z.dag <= 0);
      }),
    );
  });

  it('heeft elke reden een naam en een kant', () => {
    for (const { naam, invloed } of Object.values(REDENEN)) {
      expect(naam).not.toBe('');
      expect(['eigen', 'anderen']).toContain(invloed);
    }
  });
});
