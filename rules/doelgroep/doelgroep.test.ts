import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import { type AanbodFeiten, aanbod } from './aanbod.ts';
import { bepaalDoelgroep } from './doelgroep.ts';

const duo = (indeling: string, gedetailleerd?: string) => ({
  waarde: { indeling, ...(gedetailleerd ? { gedetailleerd } : {}) },
  bron: 'DUO',
});

describe('doelgroep (Wi2021 art. 13 lid 1)', () => {
  it.each([
    ['Asielstatushouder', undefined, 'asielstatushouder', false],
    ['Asielstatushouder', 'Gezinshereniger met Asielstatushouder', 'asielstatushouder', true],
    ['Gezinsmigrant en overige migrant', 'Gezinsvormer', 'gezins-en-overige-migrant', false],
    [
      'Gezinsmigrant en overige migrant',
      'Geestelijk bedienaar',
      'gezins-en-overige-migrant',
      false,
    ],
    [
      'Gezinsmigrant en overige migrant',
      'Gezinsvormer met Asielstatushouder',
      'asielstatushouder',
      true,
    ],
    ['iets nieuws', undefined, 'onbekend', false],
  ])('%s / %s: %s', (indeling, detail, waarde, gezinslid) => {
    expect(bepaalDoelgroep(duo(indeling, detail))).toMatchObject({
      waarde,
      gezinslidVanAsielstatushouder: gezinslid,
    });
  });

  it('is onbekend zonder bericht van DUO', () => {
    const antwoord = bepaalDoelgroep(undefined);
    expect(antwoord).toMatchObject({ waarde: 'onbekend', gezinslidVanAsielstatushouder: false });
    expect(antwoord.uitleg().zouWijzigenAls).toEqual(['DUO de doelgroep meldt']);
  });

  it('haalt een gelijke gedetailleerde doelgroep niet nog eens aan', () => {
    const feiten = bepaalDoelgroep(duo('Asielstatushouder', 'Asielstatushouder')).uitleg().feiten;
    expect(feiten).toMatchObject([{ waarde: 'Asielstatushouder' }]);
  });
});

const basis: AanbodFeiten = {
  doelgroep: 'asielstatushouder',
  gezinslidVanAsielstatushouder: false,
  begeleidingGezinsmigranten: false,
};

function recht(f: Partial<AanbodFeiten>, dag = '2025-10-01') {
  const lijst = aanbod({ ...basis, ...f }, klokOp(datum(dag)));
  return Object.fromEntries(lijst.map((a) => [a.id, a.recht]));
}

const bijstand = { waarde: { vanaf: datum('2025-09-01') }, bron: 'medewerker' };
const vergunning = { waarde: true, bron: 'DUO' };

describe('aanbod per doelgroep', () => {
  it('asielstatushouder', () => {
    expect(recht({ asielvergunningBepaaldeTijd: vergunning, bijstand })).toEqual({
      'brede-intake': 'ja',
      pip: 'ja',
      leerroute: 'ja',
      pvt: 'ja',
      'module-map': 'ja',
      participatie: 'ja',
      'maatschappelijke-begeleiding': 'ja',
      ontzorgen: 'ja',
    });
  });

  it('gezins- en overige migrant', () => {
    const f = { doelgroep: 'gezins-en-overige-migrant' } as const;
    expect(recht(f)).toMatchObject({
      leerroute: 'alleen-advies',
      'module-map': 'ja',
      participatie: 'bij-bijstand',
      'maatschappelijke-begeleiding': 'lokale-keuze',
      ontzorgen: 'nee',
    });
    expect(recht({ ...f, bijstand })).toMatchObject({ participatie: 'ja', ontzorgen: 'nee' });
    expect(recht({ ...f, begeleidingGezinsmigranten: true })).toMatchObject({
      'maatschappelijke-begeleiding': 'ja',
    });
  });

  it('wat op ongelezen of lokale grond rust, zegt dat', () => {
    const lijst = aanbod(basis, klokOp(datum('2026-10-01')));
    const zekerheid = (id: string) => lijst.find((a) => a.id === id)?.uitleg().grondslag?.zekerheid;
    expect(['brede-intake', 'participatie', 'ontzorgen', 'leerroute'].map(zekerheid)).toEqual([
      'onbevestigd',
      'afgeleid',
      'onbevestigd',
      'vast',
    ]);
  });

  it('gezinslid met reguliere vergunning: begeleiding en route, geen ontzorgen', () => {
    expect(recht({ gezinslidVanAsielstatushouder: true, bijstand })).toMatchObject({
      leerroute: 'ja',
      'maatschappelijke-begeleiding': 'ja',
      ontzorgen: 'nee',
    });
  });

  it('onbekende doelgroep: geen aanname', () => {
    expect(recht({ doelgroep: 'onbekend' })).toMatchObject({
      'brede-intake': 'ja',
      leerroute: 'onbekend',
      participatie: 'onbekend',
      'maatschappelijke-begeleiding': 'onbekend',
      ontzorgen: 'onbekend',
    });
    const f = { asielvergunningBepaaldeTijd: vergunning, bijstand };
    expect(recht({ ...f, doelgroep: 'onbekend' }).ontzorgen).toBe('onbekend');
  });

  it('geen MAP in de onderwijsroute', () => {
    expect(recht({ leerroute: 'O' })['module-map']).toBe('nee');
    expect(recht({ leerroute: 'Z' })['module-map']).toBe('ja');
  });
});

describe('ontzorgen (Participatiewet art. 56a)', () => {
  const f = { asielvergunningBepaaldeTijd: vergunning, bijstand };

  it.each([
    ['2025-09-01', 'ja'],
    ['2026-02-27', 'ja'],
    ['2026-02-28', 'ja'],
    ['2026-03-01', 'nee'],
  ])('zes maanden vanaf 1 september 2025, op %s: %s', (dag, verwacht) => {
    expect(recht(f, dag).ontzorgen).toBe(verwacht);
  });

  it.each([
    ['2025-08-31', '2026-02-28', '2026-03-01'],
    ['2025-08-30', '2026-02-28', '2026-03-01'],
    ['2025-03-01', '2025-08-31', '2025-09-01'],
  ])('bijstand vanaf %s: nog op %s, niet meer op %s', (vanaf, laatsteDag, erna) => {
    const met = { ...f, bijstand: { waarde: { vanaf: datum(vanaf) }, bron: 'x' } };
    expect(recht(met, laatsteDag).ontzorgen).toBe('ja');
    expect(recht(met, erna).ontzorgen).toBe('nee');
  });

  it('eindigt met de bijstand, na vier maanden', () => {
    const kort = { waarde: { vanaf: datum('2025-09-01'), tot: datum('2026-01-01') }, bron: 'x' };
    expect(recht({ ...f, bijstand: kort }, '2025-12-31').ontzorgen).toBe('ja');
    expect(recht({ ...f, bijstand: kort }, '2026-01-01').ontzorgen).toBe('nee');
  });

  const uitleg = (met: Partial<AanbodFeiten>, dag: string) =>
    aanbod({ ...basis, ...f, ...met }, klokOp(datum(dag)))
      .find((a) => a.id === 'ontzorgen')
      ?.uitleg();

  it.each([
    ['2025-08-31', '1 september 2025 tot en met 28 februari 2026'],
    ['2026-02-28', '1 september 2025 tot en met 28 februari 2026'],
    ['2026-03-01', 'voorbij: liep van 1 september 2025 tot en met 28 februari 2026'],
  ])('legt op %s uit volgens de regel: %s', (dag, uitkomst) => {
    expect(uitleg({}, dag)).toMatchObject({
      titel: 'Financieel ontzorgen',
      uitkomst,
      grondslag: { regel: 'ontzorgen', artikel: 'Participatiewet art. 56a' },
    });
  });

  it('haalt de feiten aan met hun bron en hun eigen waarde', () => {
    const met = {
      asielvergunningBepaaldeTijd: { waarde: true, bron: 'IND', feitId: 'f1' },
      bijstand: {
        waarde: { vanaf: datum('2025-09-01'), tot: datum('2026-01-01') },
        bron: 'Noor',
        feitId: 'f2',
      },
    };
    expect(uitleg(met, '2025-10-01')?.feiten?.map((a) => [a.waarde, a.bron, a.feitId])).toEqual([
      ['ja', 'uitgangspunt', undefined],
      ['ja', 'IND', 'f1'],
      ['1 september 2025', 'Noor', 'f2'],
      ['1 januari 2026', 'Noor', 'f2'],
    ]);
  });

  it('is er niet zonder dag met bijstand', () => {
    const leeg = { waarde: { vanaf: datum('2025-09-01'), tot: datum('2025-09-01') }, bron: 'x' };
    expect(recht({ ...f, bijstand: leeg }, '2025-08-01').ontzorgen).toBe('nee');
    expect(uitleg({ bijstand: leeg }, '2025-08-01')).toMatchObject({
      titel: 'Financieel ontzorgen',
      uitkomst: 'er is geen dag met recht op bijstand',
    });
  });

  it('zonder bijstand of vergunning', () => {
    expect(recht({ asielvergunningBepaaldeTijd: vergunning }).ontzorgen).toBe('bij-bijstand');
    expect(recht({ bijstand }).ontzorgen).toBe('onbekend');
    expect(
      recht({ bijstand, asielvergunningBepaaldeTijd: { waarde: false, bron: 'DUO' } }).ontzorgen,
    ).toBe('nee');
  });
});
