import { describe, expect, it } from 'vitest';
import { jsonSchema, leesInvoer } from '../invoer.ts';
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

const VELDEN = {
  dag: datumVeld('Dag', 'Een dag.'),
  uren: getalVeld('Uren', { max: 40, eenheid: 'uur' }),
  score: getalVeld('Score', { min: 1, gebroken: true }),
  boete: bedragVeld('Boete'),
  gehuwd: jaNeeVeld('Gehuwd'),
  inspanning: oordeelVeld('Voldoende inspanning', ['opkomst']),
  route: keuzeVeld('Route', ['B', 'O', 'Z']),
  perioden: lijstVeld('Perioden', { van: datumVeld('Van') }),
  kind: groepVeld('Kind', { geboren: datumVeld('Geboren') }),
};

const fouten = (ruw: unknown) => {
  const uit = leesInvoer(VELDEN, ruw);
  return 'fouten' in uit ? uit.fouten.map((f) => `${f.veld} ${f.tekst}`) : [];
};

describe('feiten van buiten lezen', () => {
  it('neemt aan wat past, en laat weg wat null is', () => {
    const zaak = {
      dag: '2026-02-28',
      uren: 40,
      score: 1.5,
      boete: 0,
      gehuwd: false,
      route: 'Z',
      perioden: [{ van: '2024-02-29' }, {}],
      kind: { geboren: null },
      inspanning: null,
    };
    const { inspanning: _, ...verwacht } = { ...zaak, kind: {} };
    expect(leesInvoer(VELDEN, zaak)).toEqual({ invoer: verwacht });
    expect(leesInvoer(VELDEN, {})).toEqual({ invoer: {} });
  });

  it.each([
    [{ dag: '2025-02-29' }, 'dag moet een bestaande datum zijn, als jjjj-mm-dd'],
    [{ uren: 41 }, 'uren moet een heel getal zijn van 0 tot en met 40'],
    [{ uren: -1 }, 'uren moet een heel getal zijn van 0 tot en met 40'],
    [{ uren: 1.5 }, 'uren moet een heel getal zijn van 0 tot en met 40'],
    [{ uren: '3' }, 'uren moet een heel getal zijn van 0 tot en met 40'],
    [{ score: 0.5 }, 'score moet een getal zijn van 1 tot en met 9999'],
    [{ boete: -1 }, 'boete moet een heel aantal eurocenten zijn'],
    [{ boete: 0.5 }, 'boete moet een heel aantal eurocenten zijn'],
    [{ gehuwd: 'ja' }, 'gehuwd moet true of false zijn'],
    [{ route: 'X' }, 'route moet een van deze zijn: B, O, Z'],
    [{ perioden: {} }, 'perioden moet een lijst zijn'],
    [
      { perioden: [{}, { van: 1 }] },
      'perioden[1].van moet een bestaande datum zijn, als jjjj-mm-dd',
    ],
    [{ perioden: [{ tot: 1 }] }, 'perioden[0].tot is een onbekend veld'],
    [{ perioden: Array(501).fill({}) }, 'perioden heeft meer dan 500 rijen'],
    [{ kind: 3 }, 'kind moet een object met feiten zijn'],
    [{ onzin: 1 }, 'onzin is een onbekend veld'],
    [[], '(invoer) moet een object met feiten zijn'],
    [null, '(invoer) moet een object met feiten zijn'],
    ['tekst', '(invoer) moet een object met feiten zijn'],
  ])('weigert %j', (zaak, verwacht) => {
    expect(fouten(zaak)).toEqual([verwacht]);
  });

  it('neemt 500 rijen nog aan, en noemt alle fouten', () => {
    expect(fouten({ perioden: Array(500).fill({}) })).toEqual([]);
    expect(fouten({ uren: 41, route: 'X', onzin: 1 })).toHaveLength(3);
  });
});

describe('JSON Schema van de velden', () => {
  it('zegt hetzelfde als het lezen', () => {
    expect(jsonSchema(VELDEN)).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        dag: { type: 'string', format: 'date', title: 'Dag', description: 'Een dag.' },
        uren: { type: 'integer', minimum: 0, maximum: 40, 'x-eenheid': 'uur', title: 'Uren' },
        score: { type: 'number', minimum: 1, maximum: 9999, title: 'Score' },
        boete: {
          type: 'integer',
          minimum: 0,
          maximum: 100_000_000_000_00,
          'x-eenheid': 'eurocent',
          title: 'Boete',
        },
        gehuwd: { type: 'boolean', title: 'Gehuwd' },
        inspanning: { type: 'boolean', title: 'Voldoende inspanning', 'x-wegen': ['opkomst'] },
        route: { type: 'string', enum: ['B', 'O', 'Z'], title: 'Route' },
        perioden: {
          type: 'array',
          maxItems: 500,
          title: 'Perioden',
          items: {
            type: 'object',
            additionalProperties: false,
            properties: { van: { type: 'string', format: 'date', title: 'Van' } },
          },
        },
        kind: {
          type: 'object',
          additionalProperties: false,
          title: 'Kind',
          properties: { geboren: { type: 'string', format: 'date', title: 'Geboren' } },
        },
      },
    });
  });
});
