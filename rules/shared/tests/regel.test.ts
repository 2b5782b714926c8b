import { describe, expect, it } from 'vitest';
import { datum } from '../datum.ts';
import { bronnenVan, grondslag } from '../grondslag.ts';
import { aangehaaldeFeiten, maakRegel, onbekend, toon, vereis } from '../regel.ts';
import { inEuro } from '../tekst.ts';
import {
  bedragVeld,
  datumVeld,
  getalVeld,
  groepVeld,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
  oordeelVeld,
} from '../velden.ts';
import { versieOp } from '../versies.ts';

const VELDEN = {
  dag: datumVeld('Dag'),
  bedrag: bedragVeld('Bedrag'),
  uren: getalVeld('Uren', { eenheid: 'uur', gebroken: true }),
  stuks: getalVeld('Stuks'),
  ja: jaNeeVeld('Ja'),
  inspanning: oordeelVeld('Inspanning', ['opkomst', 'inzet']),
  route: keuzeVeld('Route', ['B', 'Z']),
  rijen: lijstVeld('Rijen', {}),
  groep: groepVeld('Groep', {}),
};

describe('feiten in een uitleg', () => {
  it('staan er met naam, waarde in woorden en herkomst', () => {
    const feiten = aangehaaldeFeiten(
      VELDEN,
      {
        dag: datum('2026-03-01'),
        bedrag: 123_450,
        uren: 7.5,
        stuks: 2,
        ja: true,
        inspanning: false,
        route: 'Z',
        rijen: [{}, {}],
        groep: {},
      },
      undefined,
      { dag: { bron: 'DUO SS102', feitId: 'f1' } },
    );
    expect(feiten.map((f) => `${f.naam}: ${f.waarde} (${f.bron})`)).toEqual([
      'Dag: 1 maart 2026 (DUO SS102)',
      'Bedrag: € 1.234,50 (ingevoerd)',
      'Uren: 7,5 uur (ingevoerd)',
      'Stuks: 2 (ingevoerd)',
      'Ja: ja (ingevoerd)',
      'Inspanning: nee (ingevoerd)',
      'Route: Z (ingevoerd)',
      'Rijen: 2 (ingevoerd)',
      'Groep: ingevuld (ingevoerd)',
    ]);
    expect(feiten[0]).toHaveProperty('feitId', 'f1');
    expect(aangehaaldeFeiten(VELDEN, { stuks: 2, ja: true }, ['ja'])).toHaveLength(1);
  });
});

describe('wat ontbreekt', () => {
  it('wordt genoemd, met wat een mens moet wegen', () => {
    expect(vereis(VELDEN, { stuks: 0 }, ['stuks', 'dag', 'inspanning'])).toEqual({
      ontbreekt: [
        { feit: 'dag', tekst: 'Nog niet bekend: Dag.' },
        { feit: 'inspanning', tekst: 'Nog niet bekend: Inspanning.', wegen: ['opkomst', 'inzet'] },
      ],
    });
    expect(vereis(VELDEN, { stuks: 0, ja: false }, ['stuks', 'ja'])).toEqual({
      f: { stuks: 0, ja: false },
    });
  });

  it('staat als stappen in de uitleg', () => {
    const antwoord = onbekend('Titel', [
      { feit: 'a', tekst: 'A.', wegen: ['w'] },
      { feit: 'b', tekst: 'B.' },
    ]);
    expect(toon(antwoord)).toEqual({
      uitkomst: 'onbekend',
      ontbreekt: antwoord.ontbreekt,
      uitleg: {
        titel: 'Titel',
        uitkomst: 'nog niet te bepalen',
        stappen: [{ titel: 'A.', stappen: [{ titel: 'w' }] }, { titel: 'B.' }],
      },
    });
    expect(toon(antwoord, false)).not.toHaveProperty('uitleg');
  });
});

describe('een regel stellen', () => {
  it('geeft fouten in de invoer terug en rekent dan niet', () => {
    let gevraagd = 0;
    const regel = maakRegel({
      id: 'proef',
      titel: 'Proef',
      vraag: 'Proef?',
      beschrijving: '',
      rijen: [],
      artikelen: [],
      versieVolgt: '',
      velden: VELDEN,
      voorbeelden: [],
      vindplaats: { bestand: '', test: '' },
      bepaal(f) {
        gevraagd += 1;
        return { uitkomst: 'bepaald', waarde: f.stuks, uitleg: () => ({ titel: 'Proef' }) };
      },
    });
    expect(regel.beantwoord({ stuks: 'x' })).toHaveProperty('fouten');
    expect(gevraagd).toBe(0);
    expect(regel.beantwoord({ stuks: 3 })).toMatchObject({ antwoord: { waarde: 3 } });
    expect(regel).not.toHaveProperty('bepaal');
  });
});

describe('versies', () => {
  const VERSIES = [
    { vanaf: datum('2023-01-01'), waarde: 1 },
    { vanaf: datum('2025-01-01'), waarde: 2 },
  ];
  it.each([
    ['2022-12-31', undefined],
    ['2023-01-01', 1],
    ['2024-12-31', 1],
    ['2025-01-01', 2],
    ['2025-01-02', 2],
  ])('op %s geldt %s', (dag, waarde) => {
    expect(versieOp(VERSIES, datum(dag))?.waarde).toBe(waarde);
  });

  it('zegt tot welke versie een wet is gelezen, en welke daarna niet', () => {
    const bronnen = bronnenVan([
      grondslag('x', 'wet', 'art. 11'),
      grondslag('x', 'wet', 'art. 12'),
      grondslag('x', 'awb', 'art. 6:7'),
    ]);
    expect(bronnen).toMatchObject([
      { wet: 'Wet inburgering 2021', versie: '2023-01-01', ongelezen: ['2025-10-21'] },
      { wet: 'Algemene wet bestuursrecht', versie: 'niet gelezen', ongelezen: ['2022-01-01'] },
    ]);
  });
});

describe('bedragen', () => {
  it.each([
    [0, '€ 0'],
    [5, '€ 0,05'],
    [25_000, '€ 250'],
    [123_450, '€ 1.234,50'],
    [100_000_000, '€ 1.000.000'],
    [-2550, '-€ 25,50'],
  ])('%i eurocent is %s', (eurocenten, tekst) => {
    expect(inEuro(eurocenten)).toBe(tekst);
  });
});
