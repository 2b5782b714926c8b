import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../shared/datum.ts';
import type { Periode, WeekFeiten } from './soorten.ts';
import { weekHaalbaar, weekOntbreekt } from './week-haalbaar.ts';

const TERMIJN = { begin: datum('2026-12-01'), laatsteDag: datum('2029-11-30') };
const NIETS = { les: 0, participatie: 0, pvt: 0, map: 0 };

function week(vanaf: string, deel: Partial<Periode> = {}): Periode {
  const leeg = { les: 0, zelfstudie: 0, werk: 0, reizen: 0, zorg: 0, participatie: 0 };
  return { vanaf: datum(vanaf), ...leeg, ...deel };
}

function zaak(deel: Partial<WeekFeiten> = {}): WeekFeiten {
  return {
    leerroute: 'B',
    asielstatushouder: true,
    termijn: TERMIJN,
    vanaf: TERMIJN.begin,
    lesuren: 600,
    pvtUren: 12,
    mapUren: 40,
    gedaan: NIETS,
    lesvrijeWeken: 0,
    perioden: [],
    ...deel,
  };
}

const deel = (f: WeekFeiten, id: 'les' | 'participatie') =>
  weekHaalbaar(f).delen.find((d) => d.id === id);
const codes = (f: WeekFeiten) => weekHaalbaar(f).waarschuwingen.map((w) => w.code);

describe('de uren van een route', () => {
  it('B1: les uit het PIP, en PVT en MAP om mee te doen', () => {
    expect(deel(zaak(), 'les')).toMatchObject({ nodig: 600, teGaan: 600 });
    expect(deel(zaak(), 'participatie')).toMatchObject({ naam: 'PVT en MAP', nodig: 52 });
  });

  it('onderwijsroute: geen MAP', () => {
    expect(deel(zaak({ leerroute: 'O' }), 'participatie')).toMatchObject({
      naam: 'PVT',
      nodig: 12,
    });
  });

  it('Z-route: 800 uur les, en 800 uur meedoen waar PVT en MAP bij horen', () => {
    const z = zaak({ leerroute: 'Z', lesuren: 400 });
    expect(deel(z, 'les')).toMatchObject({ nodig: 800 });
    expect(deel(z, 'participatie')).toMatchObject({ naam: 'Participatie', nodig: 800 });
    const gedaan = { les: 100, participatie: 48, pvt: 12, map: 40 };
    expect(deel({ ...z, gedaan }, 'participatie')).toMatchObject({ gedaan: 100, teGaan: 700 });
    expect(weekHaalbaar(z).combinaties.map((c) => c.code)).toEqual(['map-pvt-in-participatie']);
  });

  it('Z-route van een gezinsmigrant: geen 800 uur meedoen', () => {
    const z = zaak({ leerroute: 'Z', asielstatushouder: false });
    expect(deel(z, 'participatie')).toMatchObject({ naam: 'PVT en MAP', nodig: 52 });
  });

  it('zonder aantal uren is de les niet te berekenen, en dat staat er', () => {
    const { lesuren: _, ...rest } = zaak({
      perioden: [week('2026-12-01', { les: 9, participatie: 2 })],
    });
    expect(weekOntbreekt(rest).map((o) => o.feit)).toEqual(['lesuren']);
    expect(weekHaalbaar(rest).delen.map((d) => d.id)).toEqual(['participatie']);
    expect(weekHaalbaar(rest).past).toBe('onbekend');
    expect(weekOntbreekt(zaak())).toEqual([]);
  });
});

describe('of het op tijd klaar is', () => {
  // Zeven uur in de week zonder vakantie is één uur per dag: 60 uur is klaar op de zestigste dag.
  const zestig = (laatsteDag: string, vanaf = '2026-12-01') =>
    zaak({
      lesuren: 60,
      gedaan: { ...NIETS, pvt: 12, map: 40 },
      termijn: { begin: TERMIJN.begin, laatsteDag: datum(laatsteDag) },
      perioden: [week(vanaf, { les: 7 })],
    });

  it.each([
    ['2027-01-28', false, 1],
    ['2027-01-29', true, 0],
    ['2027-01-30', true, 0],
  ])('met %s als laatste dag: %s', (laatsteDag, past, tekort) => {
    expect(deel(zestig(laatsteDag), 'les')).toMatchObject({ past, tekort });
    expect(weekHaalbaar(zestig(laatsteDag)).past).toBe(past);
  });

  it.each([
    ['2026-12-01', true],
    ['2026-12-02', true],
    ['2026-12-03', false],
  ])('de laatste dag om te beginnen is 2 december: op %s %s', (vanaf, past) => {
    const f = zestig('2027-01-30', vanaf);
    expect(deel(f, 'les')).toMatchObject({ laatsteStart: '2026-12-02', past });
  });

  it('noemt wat nodig is per week en wanneer het had moeten beginnen', () => {
    const f = zaak({ lesuren: 1200, perioden: [week('2026-12-01', { les: 2, participatie: 2 })] });
    expect(codes(f)).toEqual(['week-les']);
    const zin = weekHaalbaar(f).waarschuwingen[0]?.tekst;
    expect(zin).toContain('Nodig is 8 uur in de week.');
    expect(zin).toContain('had het uiterlijk op');
  });

  it('weken zonder les maken het langer', () => {
    const les = (lesvrijeWeken: number) =>
      deel(zaak({ lesvrijeWeken, perioden: [week('2026-12-01', { les: 6 })] }), 'les');
    expect(les(0)?.klaarOp).toBe('2028-10-30');
    expect(les(26)?.klaarOp).toBeUndefined();
    expect(les(10)?.klaarOp).toBe('2029-04-15');
  });

  it('een latere periode telt vanaf haar eerste dag', () => {
    const perioden = [week('2026-12-01', { les: 7 }), week('2026-12-11', { les: 14 })];
    const f = zaak({ lesuren: 30, perioden });
    expect(deel(f, 'les')?.klaarOp).toBe('2026-12-20');
  });

  it('is alles al gedaan, dan past het zonder dat er iets gepland is', () => {
    const gedaan = { les: 600, participatie: 0, pvt: 12, map: 40 };
    expect(deel(zaak({ gedaan }), 'les')).toMatchObject({ teGaan: 0, past: true });
    expect(weekHaalbaar(zaak({ gedaan })).past).toBe('onbekend');
  });

  it('na de laatste dag is er geen week meer', () => {
    const f = zaak({
      vanaf: datum('2029-12-01'),
      perioden: [week('2026-12-01', { les: 7, participatie: 2 })],
    });
    expect(deel(f, 'les')?.perWeekNodig).toBeUndefined();
    expect(weekHaalbaar(f).waarschuwingen[0]?.tekst).toContain('De termijn is voorbij.');
  });
});

describe('uren die samengaan', () => {
  const werk = { werk: 16, les: 8 };

  it('werk telt in de Z-route alleen mee als het college dat zegt', () => {
    const met = (werkIsParticipatie: boolean) =>
      zaak({ leerroute: 'Z', perioden: [week('2026-12-01', { ...werk, werkIsParticipatie })] });
    expect(deel(met(false), 'participatie')?.gepland).toBe(0);
    expect(deel(met(true), 'participatie')?.past).toBe(true);
    expect(weekHaalbaar(met(true)).combinaties.map((c) => [c.code, c.telt])).toEqual([
      ['map-pvt-in-participatie', true],
      ['werk-is-participatie', true],
      ['les-op-werk', false],
    ]);
  });

  it('werk vult in een andere route alleen de MAP, niet het PVT', () => {
    const f = zaak({ perioden: [week('2026-12-01', { ...werk, mapInWerk: true })] });
    expect(deel(f, 'participatie')).toMatchObject({ gedaan: 40, teGaan: 12, past: false });
    const o = zaak({
      leerroute: 'O',
      perioden: [week('2026-12-01', { ...werk, mapInWerk: true })],
    });
    expect(deel(o, 'participatie')).toMatchObject({ gedaan: 0, teGaan: 12 });
  });
});

describe('de week zelf', () => {
  it.each([
    [59, []],
    [60, []],
    [61, ['week-zwaar']],
  ])('%i uur geeft %j', (totaal, verwacht) => {
    const f = zaak({
      lesuren: 1,
      perioden: [week('2026-12-01', { les: 20, participatie: 10, zorg: totaal - 30 })],
    });
    expect(codes(f)).toEqual(verwacht);
  });

  it.each([
    [8, ['week-onder-minimum']],
    [9, []],
    [10, []],
  ])('%i uur les bij een minimum van negen geeft %j', (les, verwacht) => {
    const f = zaak({
      lesuren: 600,
      minimumLes: 9,
      perioden: [week('2026-12-01', { les, participatie: 2 })],
    });
    expect(codes(f)).toEqual(verwacht);
  });

  it('zonder ingevulde weken is er geen waarschuwing en geen oordeel', () => {
    expect(weekHaalbaar(zaak())).toMatchObject({ waarschuwingen: [], past: 'onbekend' });
    expect(deel(zaak(), 'les')?.perWeekNodig).toBe(4);
  });
});

describe('altijd', () => {
  const periode = fc.record({
    na: fc.integer({ min: 0, max: 1200 }),
    les: fc.integer({ min: 0, max: 40 }),
  });
  const zaken = fc
    .tuple(
      fc.array(periode, { maxLength: 4 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 3000 }),
    )
    .map(([perioden, lesvrijeWeken, lesuren]) =>
      zaak({
        lesuren,
        lesvrijeWeken,
        perioden: [...new Map(perioden.map((p) => [p.na, p])).values()].map((p) =>
          week(plusDagen(TERMIJN.begin, p.na), { les: p.les }),
        ),
      }),
    );

  it('maakt de volgorde van de perioden niets uit', () => {
    fc.assert(
      fc.property(zaken, (f) => {
        expect(deel({ ...f, perioden: f.perioden.toReversed() }, 'les')).toEqual(deel(f, 'les'));
      }),
    );
  });

  it('past het precies als er een dag is waarop het klaar is, binnen de termijn', () => {
    fc.assert(
      fc.property(zaken, (f) => {
        const les = deel(f, 'les');
        expect(les?.past).toBe(les?.klaarOp !== undefined);
        if (les?.klaarOp) expect(les.klaarOp <= f.termijn.laatsteDag).toBe(true);
        expect((les?.tekort ?? 0) > 0).toBe(!les?.past);
      }),
    );
  });

  it('wordt met meer les nooit later', () => {
    fc.assert(
      fc.property(zaken, (f) => {
        const meer = { ...f, perioden: f.perioden.map((p) => ({ ...p, les: p.les + 1 })) };
        const [a, b] = [deel(f, 'les')?.klaarOp, deel(meer, 'les')?.klaarOp];
        if (a) expect((b ?? '9999') <= a).toBe(true);
      }),
    );
  });
});
