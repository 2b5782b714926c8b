import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Datum, datum, plusDagen } from '../shared/datum.ts';
import { type BezwaarProcedureFeiten, bezwaarProcedure } from './bezwaar-procedure.ts';

const LAATSTE = datum('2026-10-13');
const bij = (f: BezwaarProcedureFeiten, vrij: Datum[] = []) => {
  const antwoord = bezwaarProcedure({ laatsteDagBezwaar: LAATSTE, ...f }, vrij);
  if (antwoord.uitkomst !== 'bepaald') throw new Error('niet bepaald');
  return { ...antwoord.waarde, uitleg: antwoord.uitleg() };
};

describe('bezwaar op tijd (Awb 6:9)', () => {
  it.each([
    ['2026-10-12', undefined, true],
    ['2026-10-13', undefined, true],
    ['2026-10-14', undefined, false],
    // Gepost op de laatste dag, de dag erna, en te laat bezorgd.
    ['2026-10-20', '2026-10-13', true],
    ['2026-10-20', '2026-10-14', false],
    ['2026-10-21', '2026-10-13', false],
  ])('ontvangen op %s, gepost %s: %s', (ontvangen, gepost, opTijd) => {
    const f = { ontvangenOp: datum(ontvangen), ...(gepost ? { gepostOp: datum(gepost) } : {}) };
    expect(bij(f).opTijd).toBe(opTijd);
  });

  it('zegt bij te laat dat eerst naar de reden wordt gevraagd', () => {
    const { uitleg } = bij({ ontvangenOp: datum('2026-10-14') });
    expect(uitleg.stappen?.[0]).toMatchObject({
      uitkomst: 'te laat',
      grondslag: { zekerheid: 'onbevestigd' },
    });
    expect(uitleg.stappen?.[0]?.titel).toContain('6:11');
  });
});

describe('beslistermijn (Awb 7:10)', () => {
  const ontvangenOp = datum('2026-09-20');

  it.each([
    [{}, '2026-11-24'],
    [{ commissie: true }, '2027-01-05'],
    [{ verdaagd: true }, '2027-01-05'],
    [{ commissie: true, verdaagd: true }, '2027-02-16'],
    [{ opgeschortDagen: 1 }, '2026-11-25'],
    // Op zaterdag: door naar maandag.
    [{ opgeschortDagen: 4 }, '2026-11-30'],
  ])('%j: uiterlijk %s', (f, dag) => {
    expect(bij({ ontvangenOp, ...f }).beslissenUiterlijk).toBe(dag);
  });

  it('telt vanaf het einde van de bezwaartermijn, niet vanaf ontvangst', () => {
    const dagen = ['2026-09-03', '2026-10-13'].map(
      (d) => bij({ ontvangenOp: datum(d) }).beslissenUiterlijk,
    );
    expect(new Set(dagen).size).toBe(1);
  });

  it('schuift ook door voor een gelijkgestelde dag', () => {
    expect(bij({ ontvangenOp }, [datum('2026-11-24')]).beslissenUiterlijk).toBe('2026-11-25');
  });

  it('geeft na de beslissing zes weken voor beroep', () => {
    const { beroepTotEnMet, uitleg } = bij({ ontvangenOp, beslissingBekend: datum('2026-11-10') });
    expect(beroepTotEnMet).toBe('2026-12-22');
    expect(uitleg.stappen?.at(-1)?.uitkomst).toBe('tot en met 22 december 2026');
    expect(bij({ ontvangenOp }).beroepTotEnMet).toBeUndefined();
  });

  it('vraagt wat ontbreekt', () => {
    expect(bezwaarProcedure({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'laatsteDagBezwaar' }, { feit: 'ontvangenOp' }],
    });
  });

  it('eindigt nooit eerder door een commissie, verdagen of opschorten, en nooit in een weekend', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        fc.boolean(),
        (dag, opgeschortDagen, commissie, verdaagd) => {
          const laatsteDagBezwaar = plusDagen(datum('2022-01-03'), dag);
          const f = { laatsteDagBezwaar, ontvangenOp: laatsteDagBezwaar };
          const kaal = bij(f).beslissenUiterlijk;
          const ruim = bij({ ...f, opgeschortDagen, commissie, verdaagd }).beslissenUiterlijk;
          expect(ruim >= kaal).toBe(true);
          const dagVanWeek = new Date(`${ruim}T00:00:00Z`).getUTCDay();
          expect([0, 6]).not.toContain(dagVanWeek);
        },
      ),
    );
  });
});
