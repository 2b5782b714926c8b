import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type LeerbaarheidstoetsFeiten,
  leerbaarheidstoets,
  leerbaarheidstoetsOntheffing,
  leesScore,
  type ToetsOntheffingFeiten,
} from './leerbaarheidstoets.ts';

describe('leerbaarheidstoets', () => {
  it.each(['B1-route haalbaar', 'B1-route niet haalbaar', 'Onbekend'] as const)(
    '%s is een advies: zij beslist niet',
    (uitslag) => {
      const antwoord = leerbaarheidstoets({ uitslag });
      expect(antwoord).toMatchObject({ uitkomst: 'bepaald', waarde: { uitslag, beslist: false } });
      expect(antwoord).not.toHaveProperty('waarde.verschil');
      expect(antwoord.uitleg()).toMatchObject({
        titel: 'Leerbaarheidstoets',
        uitkomst: uitslag,
        grondslag: { artikel: 'Wet inburgering 2021 art. 14 lid 3 en 5' },
        feiten: [{ waarde: uitslag }],
        stappen: [{ uitkomst: 'het college bepaalt de leerroute' }],
      });
      expect(antwoord.uitleg().stappen).toHaveLength(1);
      expect(antwoord.uitleg().zouWijzigenAls).toHaveLength(1);
    },
  );

  it.each([
    ['B1-route haalbaar', 6250, 1250, '12,50', true],
    ['B1-route haalbaar', 5000, 0, '0,00', true],
    ['B1-route haalbaar', 4999, -1, '-0,01', false],
    ['B1-route niet haalbaar', 4999, -1, '-0,01', true],
    ['B1-route niet haalbaar', 5000, 0, '0,00', false],
    ['Onbekend', 4000, -1000, '-10,00', true],
    ['Onbekend', 6000, 1000, '10,00', true],
  ] as const)(
    '%s met %i van de 5000 honderdsten',
    (uitslag, behaaldeScore, verschil, tekst, past) => {
      const antwoord = leerbaarheidstoets({ uitslag, behaaldeScore, benodigdeScore: 5000 });
      expect(antwoord).toMatchObject({ waarde: { uitslag, verschil, beslist: false } });
      const stappen = antwoord.uitleg().stappen ?? [];
      expect(stappen[1]?.uitkomst).toBe(tekst);
      expect(stappen.map((s) => s.uitkomst).includes('vraag DUO welke klopt')).toBe(!past);
    },
  );

  it.each([{ behaaldeScore: 1 }, { benodigdeScore: 1 }])(
    'met één score is er geen verschil: %j',
    (score) => {
      const antwoord = leerbaarheidstoets({ uitslag: 'Onbekend', ...score });
      expect(antwoord).not.toHaveProperty('waarde.verschil');
    },
  );

  it('is met een ontheffing niet nodig, ook zonder uitslag', () => {
    const antwoord = leerbaarheidstoets({ ontheffing: true });
    expect(antwoord.uitkomst).toBe('niet-van-toepassing');
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: 'niet nodig: er is ontheffing van de toets, de intake gaat door',
      stappen: [],
    });
  });

  it('vraagt naar de uitslag', () => {
    const f: LeerbaarheidstoetsFeiten = { ontheffing: false, datumAfname: datum('2025-01-01') };
    expect(leerbaarheidstoets(f)).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'uitslag' }],
    });
  });

  it.each([
    ['62,50', 6250],
    ['8,05', 805],
    ['100,00', 10_000],
    ['999,99', 99_999],
    ['0,00', 0],
    ['1000,00', undefined],
    ['62.50', undefined],
    ['62,5', undefined],
    ['62,500', undefined],
    [' 62,50', undefined],
    ['62,50 ', undefined],
    [',50', undefined],
    ['', undefined],
  ])('leest de score %j als %j', (tekst, honderdsten) => {
    expect(leesScore(tekst)).toBe(honderdsten);
  });
});

describe('leerbaarheidstoets-ontheffing', () => {
  it.each([
    ['vector 67: blind', { visueleBeperking: true }, 'ja, door de visuele beperking'],
    [
      'visueel en auditief',
      { visueleBeperking: true, auditieveBeperking: true, kanToetsNietMaken: true },
      'ja, door de visuele beperking',
    ],
    [
      'doof, kan de toets niet maken',
      { auditieveBeperking: true, kanToetsNietMaken: true },
      'ja, door de auditieve beperking',
    ],
  ] as [string, ToetsOntheffingFeiten, string][])('%s', (_naam, f, zin) => {
    const antwoord = leerbaarheidstoetsOntheffing(f);
    expect(antwoord.uitkomst).toBe('voldoet');
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Ontheffing van de leerbaarheidstoets',
      uitkomst: zin,
      grondslag: { artikel: 'Wet inburgering 2021 art. 14 lid 6' },
      stappen: [
        { uitkomst: 'de brede intake gaat door' },
        { uitkomst: 'het college; over andere ontheffingen beslist DUO' },
      ],
    });
    expect(antwoord.uitleg().feiten).toHaveLength(Object.keys(f).length);
    expect(antwoord.uitleg().zouWijzigenAls).toHaveLength(1);
  });

  it.each([
    [
      { visueleBeperking: false, auditieveBeperking: false },
      ['visueleBeperking', 'auditieveBeperking'],
    ],
    [
      { visueleBeperking: false, kanToetsNietMaken: false },
      ['visueleBeperking', 'auditieveBeperking'],
    ],
    [
      { visueleBeperking: false, auditieveBeperking: true, kanToetsNietMaken: false },
      ['visueleBeperking', 'kanToetsNietMaken'],
    ],
  ] as [ToetsOntheffingFeiten, string[]][])('weigert %j om %j', (f, velden) => {
    const antwoord = leerbaarheidstoetsOntheffing(f);
    const redenen = antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [];
    expect(redenen.map((r) => r.veld)).toEqual(velden);
    expect(
      redenen.every(
        (r) => r.tekst.endsWith('.') && r.code.startsWith('leerbaarheidstoets-ontheffing-'),
      ),
    ).toBe(true);
    expect(new Set(redenen.map((r) => r.code)).size).toBe(2);
    expect(antwoord.uitleg().uitkomst).toBe('nee');
  });

  it.each([
    [{}, ['visueleBeperking', 'auditieveBeperking', 'kanToetsNietMaken']],
    [{ visueleBeperking: false }, ['auditieveBeperking', 'kanToetsNietMaken']],
    [{ visueleBeperking: false, auditieveBeperking: true }, ['kanToetsNietMaken']],
    [{ visueleBeperking: false, kanToetsNietMaken: true }, ['auditieveBeperking']],
    [{ auditieveBeperking: false }, ['visueleBeperking']],
    [{ kanToetsNietMaken: false }, ['visueleBeperking']],
  ] as [ToetsOntheffingFeiten, string[]][])('%j: vraagt naar %j', (f, velden) => {
    const antwoord = leerbaarheidstoetsOntheffing(f);
    const ontbreekt = antwoord.uitkomst === 'onbekend' ? antwoord.ontbreekt : [];
    expect(ontbreekt.map((o) => o.feit)).toEqual(velden);
    const oordeel = ontbreekt.find((o) => o.feit === 'kanToetsNietMaken');
    if (oordeel) expect(oordeel.wegen).toHaveLength(3);
  });

  it.each([
    ['2022-12-31', '/2022-01-01', 'onbevestigd'],
    ['2023-01-01', '/2023-01-01', 'vast'],
    ['2025-10-20', '/2023-01-01', 'vast'],
    ['2025-10-21', '/2025-10-21', 'onbevestigd'],
  ])('een besluit op %s rust op de tekst %s (%s)', (dag, versie, zekerheid) => {
    const { grondslag } = leerbaarheidstoetsOntheffing({
      visueleBeperking: true,
      datumBesluit: datum(dag),
    }).uitleg();
    expect(grondslag?.link.endsWith(versie)).toBe(true);
    expect(grondslag?.zekerheid).toBe(zekerheid);
  });

  it('zegt bij een besluit in 2022 dat de ontheffing later in de wet kwam', () => {
    const op = (dag?: string) =>
      leerbaarheidstoetsOntheffing({
        visueleBeperking: true,
        ...(dag ? { datumBesluit: datum(dag) } : {}),
      }).uitleg().grondslag?.toelichting;
    expect(op('2022-12-31')).toContain('werd in 2022 al toegepast');
    expect(op('2023-01-01')).toBeUndefined();
    expect(op()).toContain('In 2022 al toegepast');
  });
});
