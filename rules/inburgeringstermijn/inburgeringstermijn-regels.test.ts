import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { inburgeringstermijnUitFeiten, type TermijnFeiten } from './inburgeringstermijn-regels.ts';

const pips = (...dagen: string[]) => dagen.map((d) => ({ dagtekening: datum(d) }));

function termijn(f: TermijnFeiten) {
  const antwoord = inburgeringstermijnUitFeiten(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}

describe('inburgeringstermijn uit feiten', () => {
  it.each([
    ['vector 33', '2024-03-15', '2024-03-16', '2027-03-15', '2027-03-16'],
    ['vector 34', '2023-12-31', '2024-01-01', '2026-12-31', '2027-01-01'],
    ['de dag voor de schrikkeldag', '2024-02-28', '2024-02-29', '2027-02-28', '2027-03-01'],
    ['vector 36', '2024-02-29', '2024-03-01', '2027-02-28', '2027-03-01'],
    ['de dag na de schrikkeldag', '2024-03-01', '2024-03-02', '2027-03-01', '2027-03-02'],
    ['vector 38', '2025-02-27', '2025-02-28', '2028-02-27', '2028-02-28'],
  ])('%s: PIP %s geeft %s tot en met %s', (_naam, pip, begin, laatsteDag, eind) => {
    expect(termijn({ pips: pips(pip) })).toEqual({ begin, laatsteDag, eind, van: 'prognose' });
  });

  it('vector 40: ingetrokken en opnieuw vastgesteld, het eerste PIP telt', () => {
    const f = { pips: pips('2025-01-20', '2024-03-15') };
    expect(termijn(f)).toEqual(termijn({ pips: pips('2024-03-15') }));
    const uitleg = inburgeringstermijnUitFeiten(f).uitleg();
    expect(uitleg.stappen).toMatchObject([
      {
        uitkomst: 'begin blijft 16 maart 2024',
        grondslag: { artikel: 'Wet inburgering 2021 art. 11 lid 3' },
      },
      { uitkomst: '16 maart 2024' },
      { uitkomst: 'tot en met 15 maart 2027' },
    ]);
    expect(uitleg.uitkomst).toBe('15 maart 2027');
  });

  it('zegt niets over een later PIP als er maar één is', () => {
    const uitleg = inburgeringstermijnUitFeiten({
      pips: pips('2024-03-15', '2024-03-15'),
    }).uitleg();
    expect(uitleg.stappen).toHaveLength(2);
  });

  it('vector 96: DUO meldt een einde dat niet meetelt, en gaat voor', () => {
    const f = {
      pips: pips('2024-03-20'),
      startdatum: datum('2024-03-16'),
      einddatum: datum('2027-03-16'),
    };
    expect(termijn(f)).toEqual({
      begin: '2024-03-16',
      laatsteDag: '2027-03-15',
      eind: '2027-03-16',
      van: 'duo',
    });
    const antwoord = inburgeringstermijnUitFeiten(f, { startdatum: { bron: 'DUO SS102' } });
    expect(antwoord.uitleg()).toMatchObject({
      grondslag: { artikel: 'Besluit inburgering 2021 art. 9.3' },
      feiten: [{ bron: 'DUO SS102' }, { bron: 'DUO SS102' }],
    });
    expect(inburgeringstermijnUitFeiten(f).uitleg().feiten?.[0]?.bron).toBe('ingevoerd');
  });

  it('haalt aan waar het PIP vandaan komt', () => {
    const antwoord = inburgeringstermijnUitFeiten(
      { pips: pips('2024-03-15') },
      { pips: { bron: 'Noor' } },
    );
    expect(antwoord.uitleg().feiten?.[0]).toMatchObject({ waarde: '15 maart 2024', bron: 'Noor' });
  });

  it.each([
    ['einde op het begin', '2024-03-16', 'onbekend'],
    ['einde een dag later', '2024-03-17', { laatsteDag: '2024-03-16' }],
  ])('%s', (_naam, eind, verwacht) => {
    const uit = termijn({ startdatum: datum('2024-03-16'), einddatum: datum(eind) });
    if (typeof verwacht === 'string') expect(uit).toBe(verwacht);
    else expect(uit).toMatchObject(verwacht);
  });

  it.each([
    [{}, 'pips'],
    [{ pips: [{}, ...pips('2024-03-15')] }, 'pips.dagtekening'],
    [{ startdatum: datum('2024-03-16'), pips: pips('2024-03-15') }, 'einddatum'],
    [{ einddatum: datum('2024-03-16'), pips: pips('2024-03-15') }, 'startdatum'],
    [{ startdatum: datum('2024-03-16'), einddatum: datum('2024-03-15') }, 'einddatum'],
  ] as [TermijnFeiten, string][])('%j: vraagt naar %s', (f, feit) => {
    const antwoord = inburgeringstermijnUitFeiten(f);
    expect(antwoord).toMatchObject({ uitkomst: 'onbekend', ontbreekt: [{ feit }] });
    expect(antwoord.uitleg().titel).toBe('Inburgeringstermijn');
  });

  it('begint niet zonder PIP', () => {
    expect(termijn({ pips: [] })).toBe('niet-van-toepassing');
  });

  it('eindigt nooit eerder bij een later eerste PIP, en de volgorde telt niet', () => {
    const dag = fc.integer({ min: 19_000, max: 25_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(dag, dag, (a, b) => {
        const [vroeg, laat] = a < b ? [a, b] : [b, a];
        const een = termijn({ pips: pips(vroeg) });
        const twee = termijn({ pips: pips(laat) });
        if (typeof een === 'string' || typeof twee === 'string') throw new Error('geen termijn');
        expect(een.laatsteDag <= twee.laatsteDag).toBe(true);
        expect(termijn({ pips: pips(a, b) })).toEqual(termijn({ pips: pips(b, a) }));
      }),
    );
  });
});
