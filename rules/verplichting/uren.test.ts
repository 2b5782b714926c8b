import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { feit } from '../stand/proefdossier.ts';
import { taaluren, type UrenSoort, urenVan } from './uren.ts';

const A = '0000000001';
const B = '0000000002';

type Meer = Partial<FeitInhoud['uren']>;

const uren = (totaal: number, dag: string, meer: Meer = {}) =>
  feit('uren', { soort: 'taal-en-knm', totaal, bekendTot: datum(dag), ...meer }, dag);
const bij = (instellingsnummer: string, totaal: number, dag: string) =>
  uren(totaal, dag, { instellingsnummer });

const lees = (feiten: Feit[]) => ({ g: kiesGeldend(feiten, klokOp(datum('2028-01-01'))) });
const totaal = (...feiten: Feit[]) => urenVan(lees(feiten), 'taal-en-knm').totaal;

describe('uren van taal en KNM', () => {
  it.each<[string, Feit[], number]>([
    ['niets', [], 0],
    ['het laatste totaal, geen som', [uren(100, '2027-01-01'), uren(250, '2027-06-01')], 250],
    ['twee instellingen samen', [bij(A, 200, '2027-03-01'), bij(B, 90, '2027-06-01')], 290],
    ['per instelling het laatste', [bij(A, 200, '2027-03-01'), bij(A, 260, '2027-06-01')], 260],
    [
      'samen bevat de instellingen al: even nieuw',
      [bij(A, 200, '2027-06-01'), bij(B, 90, '2027-06-01'), uren(290, '2027-06-01')],
      290,
    ],
    [
      'samen is nieuwer en lager: een verbetering',
      [bij(A, 200, '2027-03-01'), uren(180, '2027-06-01')],
      180,
    ],
    [
      'één instelling een dag nieuwer en meer dan samen',
      [uren(300, '2027-06-01'), bij(A, 350, '2027-06-02')],
      350,
    ],
    [
      'één instelling nieuwer; de andere zit alleen in samen',
      [uren(300, '2027-06-01'), bij(A, 250, '2027-06-02')],
      300,
    ],
    [
      'uren uit de brede intake tellen hier niet',
      [uren(40, '2026-10-01', { inBredeIntake: true }), bij(A, 60, '2027-03-01')],
      60,
    ],
    [
      'ook niet als zij later zijn vastgelegd',
      [uren(60, '2027-03-01'), uren(40, '2027-06-01', { inBredeIntake: true })],
      60,
    ],
  ])('%s', (_, feiten, verwacht) => expect(totaal(...feiten)).toBe(verwacht));

  it('haalt aan wat telt, en niets anders', () => {
    const namen = (...feiten: Feit[]) =>
      urenVan(lees(feiten), 'taal-en-knm')
        .feiten()
        .map((f) => [f.naam, f.waarde]);
    expect(namen(bij(A, 200, '2027-03-01'), bij(B, 90, '2027-03-01'))).toEqual([
      [`Uren taal en KNM bij instelling ${A}`, '200 uur'],
      [`Uren taal en KNM bij instelling ${B}`, '90 uur'],
    ]);
    expect(namen(bij(A, 200, '2027-03-01'), uren(290, '2027-03-01'))).toEqual([
      ['Uren taal en KNM', '290 uur'],
    ]);
  });

  it('houdt de brede intake apart', () => {
    const feiten = [uren(40, '2026-10-01', { inBredeIntake: true }), uren(60, '2027-03-01')];
    const t = taaluren(lees(feiten).g);
    expect(t.intake?.inhoud.totaal).toBe(40);
    expect(t.samen?.inhoud.totaal).toBe(60);
  });

  it('telt nooit meer dan de instellingen en het totaal samen zeggen', () => {
    const dag = fc.integer({ min: 1, max: 28 }).map((d) => `2027-03-${String(d).padStart(2, '0')}`);
    const een = fc.tuple(fc.constantFrom(A, B, undefined), fc.nat(800), dag);
    fc.assert(
      fc.property(fc.array(een, { maxLength: 8 }), (rijen) => {
        const feiten = rijen.map(([nr, n, d]) => uren(n, d, nr ? { instellingsnummer: nr } : {}));
        const t = taaluren(lees(feiten).g);
        const som = t.perInstelling.reduce((n, f) => n + f.inhoud.totaal, 0);
        expect(t.totaal).toBeLessThanOrEqual(Math.max(som, t.samen?.inhoud.totaal ?? 0));
        expect(t.totaal).toBeGreaterThanOrEqual(Math.min(som, t.samen?.inhoud.totaal ?? som));
      }),
    );
  });
});

describe('andere uren', () => {
  it.each<UrenSoort>(['participatie', 'pvt', 'map-praktijk'])('%s: het laatste totaal', (soort) => {
    const feiten = [
      uren(10, '2027-01-01', { soort }),
      uren(30, '2027-06-01', { soort }),
      uren(700, '2027-07-01'),
    ];
    expect(urenVan(lees(feiten), soort)).toMatchObject({ totaal: 30, bekend: true });
    expect(urenVan(lees([]), soort)).toMatchObject({ totaal: 0, bekend: false });
  });
});
