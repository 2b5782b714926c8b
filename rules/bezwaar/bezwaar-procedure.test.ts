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

describe('te vroeg bezwaar (Awb 6:10)', () => {
  it.each([
    ['2026-08-31', true],
    ['2026-09-01', true],
    ['2026-09-02', false],
  ])('bekend op 1 september, ontvangen op %s: te vroeg %s, en altijd op tijd', (op, teVroeg) => {
    const { uitleg, ...uit } = bij({
      ontvangenOp: datum(op),
      bekendgemaaktOp: datum('2026-09-01'),
    });
    expect(uit).toMatchObject({ opTijd: true, teVroeg, beslissenUiterlijk: '2026-11-24' });
    const artikelen = (uitleg.stappen ?? []).map((s) => s.grondslag?.artikel ?? '');
    expect(artikelen.some((a) => a.endsWith('art. 6:10'))).toBe(teVroeg);
  });

  it('zonder dag van bekendmaking blijft het onbesproken', () => {
    expect(bij({ ontvangenOp: datum('2026-08-01') }).teVroeg).toBe(false);
  });
});

describe('beslistermijn (Awb 7:10)', () => {
  const ontvangenOp = datum('2026-09-20');

  it.each([
    [{}, '2026-11-24'],
    [{ commissie: true }, '2027-01-05'],
    [{ verdaagd: true }, '2027-01-05'],
    [{ commissie: true, verdaagd: true }, '2027-02-16'],
  ])('%j: uiterlijk %s', (f, dag) => {
    expect(bij({ ontvangenOp, ...f }).beslissenUiterlijk).toBe(dag);
  });

  it.each([
    // De laatste dag om te beslissen is 24 november.
    ['2026-11-23', false],
    ['2026-11-24', false],
    ['2026-11-25', true],
  ])('te laat ontvangen op %s: de dag blijft, en al voorbij %s', (op, voorbij) => {
    const { uitleg, ...uit } = bij({ ontvangenOp: datum(op) });
    expect(uit).toMatchObject({ opTijd: false, beslissenUiterlijk: '2026-11-24' });
    expect(uitleg.uitkomst?.includes('al voorbij')).toBe(voorbij);
    const stap = uitleg.stappen?.find((s) => s.uitkomst?.startsWith('al voorbij bij ontvangst'));
    expect(stap !== undefined).toBe(voorbij);
  });

  type Aanvulling = [gevraagd: string, hersteltermijn?: string, aangevuld?: string];
  const opgeschort = ([gevraagd, hersteltermijn, aangevuld]: Aanvulling) =>
    bij({
      ontvangenOp,
      aanvullenGevraagdOp: datum(gevraagd),
      ...(hersteltermijn ? { hersteltermijn: datum(hersteltermijn) } : {}),
      ...(aangevuld ? { aangevuldOp: datum(aangevuld) } : {}),
    }).beslissenUiterlijk;

  it.each<[string, Aanvulling, string]>([
    // Zonder opschorting uiterlijk 24 november; de beslistermijn begint op 14 oktober.
    ['geheel vóór de beslistermijn', ['2026-09-07', '2026-09-30', '2026-09-17'], '2026-11-24'],
    ['gevraagd twee dagen vóór het begin', ['2026-10-12', '2026-10-17'], '2026-11-27'],
    ['gevraagd de dag vóór het begin', ['2026-10-13', '2026-10-17'], '2026-11-27'],
    ['gevraagd op de eerste dag', ['2026-10-14', '2026-10-17'], '2026-11-26'],
    ['hersteltermijn eindigt de dag vóór het begin', ['2026-10-01', '2026-10-13'], '2026-11-24'],
    ['hersteltermijn eindigt op de eerste dag', ['2026-10-01', '2026-10-14'], '2026-11-24'],
    ['hersteltermijn eindigt de dag erna', ['2026-10-01', '2026-10-15'], '2026-11-25'],
    ['hersteld de dag na de vraag', ['2026-10-20', '2026-10-23', '2026-10-21'], '2026-11-24'],
    ['hersteld vóór het einde', ['2026-10-20', '2026-10-23', '2026-10-22'], '2026-11-25'],
    ['hersteld op de laatste dag', ['2026-10-20', '2026-10-23', '2026-10-23'], '2026-11-26'],
    ['hersteld na de laatste dag', ['2026-10-20', '2026-10-23', '2026-10-24'], '2026-11-26'],
    ['nooit hersteld', ['2026-10-20', '2026-10-23'], '2026-11-26'],
    ['op zaterdag: door naar maandag', ['2026-10-20', '2026-10-25'], '2026-11-30'],
    ['gevraagd twee dagen vóór het einde', ['2026-11-22', '2026-11-25'], '2026-11-26'],
    ['gevraagd de dag vóór het einde', ['2026-11-23', '2026-11-25'], '2026-11-25'],
    ['gevraagd op de laatste dag', ['2026-11-24', '2026-11-30'], '2026-11-24'],
    ['gevraagd na de laatste dag', ['2026-11-25', '2026-11-30'], '2026-11-24'],
    ['zonder hersteltermijn en hersteld', ['2026-10-20', undefined, '2026-10-23'], '2026-11-26'],
    ['zonder hersteltermijn en nooit hersteld', ['2026-10-20'], '2026-11-24'],
  ])('staat stil: %s', (_naam, aanvulling, dag) => {
    expect(opgeschort(aanvulling)).toBe(dag);
  });

  it('staat ook stil als het binnen de verdaging wordt gevraagd, en zegt hoeveel dagen', () => {
    const { beslissenUiterlijk, uitleg } = bij({
      ontvangenOp,
      verdaagd: true,
      aanvullenGevraagdOp: datum('2026-12-01'),
      hersteltermijn: datum('2026-12-04'),
    });
    expect(beslissenUiterlijk).toBe('2027-01-07');
    expect(JSON.stringify(uitleg.stappen)).toContain('met 2 dagen erbij');
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
        (dag, hersteldagen, commissie, verdaagd) => {
          const laatsteDagBezwaar = plusDagen(datum('2022-01-03'), dag);
          const f = { laatsteDagBezwaar, ontvangenOp: laatsteDagBezwaar };
          const kaal = bij(f).beslissenUiterlijk;
          const hersteltermijn = plusDagen(laatsteDagBezwaar, hersteldagen);
          const aanvulling = { aanvullenGevraagdOp: laatsteDagBezwaar, hersteltermijn };
          const ruim = bij({ ...f, ...aanvulling, commissie, verdaagd }).beslissenUiterlijk;
          expect(ruim >= kaal).toBe(true);
          const dagVanWeek = new Date(`${ruim}T00:00:00Z`).getUTCDay();
          expect([0, 6]).not.toContain(dagVanWeek);
        },
      ),
    );
  });
});
