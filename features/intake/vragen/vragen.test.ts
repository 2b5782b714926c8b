import { describe, expect, it } from 'vitest';
import { INTAKE_ONDERDELEN, LEEFGEBIEDEN } from '../../../rules/brede-intake/onderdelen.ts';
import {
  inWoorden,
  isVanToepassing,
  keurWaarde,
  type Vraag,
  type Waarde,
} from '../../shared/vraag.schema.ts';
import { antwoordInWoorden } from '../antwoord.read.ts';
import { GEZONDHEIDSVRAGEN, VRAGEN, vindVraag, vragenVan } from './vragenlijst.ts';

const alle = [...VRAGEN, ...GEZONDHEIDSVRAGEN];
const vraag = (id: string) => vindVraag(id) as Vraag;

describe('de vragenlijst', () => {
  it('heeft voor elk onderdeel dat met antwoorden wordt vervuld minstens één vraag', () => {
    for (const o of INTAKE_ONDERDELEN) {
      if (o.vorm === 'antwoord' || o.vorm === 'gezondheid') {
        expect(vragenVan(o.id).length, o.id).toBeGreaterThan(0);
      }
    }
  });

  it('geeft elk antwoord een korte naam voor de tijdlijn', () => {
    for (const v of VRAGEN) {
      const regel = antwoordInWoorden(v.id, 'x');
      expect(regel, v.id).toMatch(/^.{4,45}: x$/);
      expect(regel, v.id).not.toContain(v.vraag.slice(0, -1));
    }
    expect(antwoordInWoorden('bestaat-niet', 'x')).toBeUndefined();
  });

  it('heeft 35 tot 50 vragen, minstens drie per leefgebied', () => {
    expect(alle.length).toBeGreaterThanOrEqual(35);
    expect(alle.length).toBeLessThanOrEqual(50);
    for (const gebied of Object.keys(LEEFGEBIEDEN)) {
      expect(alle.filter((v) => v.leefgebied === gebied).length, gebied).toBeGreaterThanOrEqual(3);
    }
  });

  it('heeft unieke ids en bij elke vraag een reden, een vraagteken en, bij een keuze, opties', () => {
    expect(new Set(alle.map((v) => v.id)).size).toBe(alle.length);
    for (const v of alle) {
      expect(v.waarom, v.id).not.toBe('');
      expect(v.vraag.endsWith('?'), v.id).toBe(true);
      const keuze = v.type === 'keuze' || v.type === 'meerkeuze';
      expect(Boolean(v.opties?.length), v.id).toBe(keuze);
      expect(Boolean(v.bereik), v.id).toBe(v.type === 'getal');
    }
  });

  it('verwijst met alleenAls alleen naar bestaande vragen en mogelijke antwoorden', () => {
    for (const v of alle.filter((x) => x.alleenAls)) {
      const bron = vindVraag(v.alleenAls?.vraag ?? '');
      expect(bron, v.id).toBeDefined();
      for (const w of v.alleenAls?.is ?? []) expect(keurWaarde(bron!, w)).toEqual({ waarde: w });
    }
  });

  it('houdt gezondheid buiten de gewone vragen', () => {
    expect(VRAGEN.some((v) => v.onderdeel === 'gezondheid')).toBe(false);
    expect(GEZONDHEIDSVRAGEN.every((v) => v.onderdeel === 'gezondheid')).toBe(true);
  });
});

describe('keurWaarde', () => {
  it.each<[string, Waarde, Waarde | null]>([
    ['motivatie-doel', '  Bakker worden.\nEen eigen zaak. ', 'Bakker worden.\nEen eigen zaak.'],
    ['motivatie-doel', '   ', null],
    ['opleiding-jaren', 0, 0],
    ['opleiding-jaren', 40, 40],
    ['jong-kind', false, false],
    ['rijbewijs', 'nee', 'nee'],
    ['gezin-samen', ['met kinderen', 'met partner'], ['met partner', 'met kinderen']],
    ['gezin-samen', [], null],
  ])('neemt bij %s %j aan', (id, invoer, uit) => {
    expect(keurWaarde(vraag(id), invoer)).toEqual({ waarde: uit });
  });

  it.each<[string, unknown]>([
    ['motivatie-doel', 12],
    ['motivatie-doel', 'x'.repeat(4001)],
    ['motivatie-doel', 'links‮rechts'],
    ['opleiding-richting', 'twee\nregels'],
    ['opleiding-jaren', 41],
    ['opleiding-jaren', -1],
    ['opleiding-jaren', 1.5],
    ['opleiding-jaren', '12'],
    ['jong-kind', 'ja'],
    ['rijbewijs', 'vliegbrevet'],
    ['gezin-samen', 'met partner'],
    ['gezin-samen', ['met een draak']],
  ])('weigert bij %s %j', (id, invoer) => {
    expect(keurWaarde(vraag(id), invoer)).toHaveProperty('fout');
  });

  it('keurt een datum', () => {
    const datum: Vraag = { ...vraag('rijbewijs'), type: 'datum' };
    expect(keurWaarde(datum, '2026-02-28')).toEqual({ waarde: '2026-02-28' });
    expect(keurWaarde(datum, '2026-02-29')).toHaveProperty('fout');
  });
});

describe('isVanToepassing', () => {
  it('stelt de vragen over de voorschool alleen bij een jong kind', () => {
    const vve = vraag('vve-afspraken');
    expect(isVanToepassing(vve, () => true)).toBe(true);
    expect(isVanToepassing(vve, () => false)).toBe(false);
    expect(isVanToepassing(vve, () => undefined)).toBe(false);
    expect(isVanToepassing(vraag('rijbewijs'), () => undefined)).toBe(true);
  });
});

describe('inWoorden', () => {
  it('zegt wat er is geantwoord', () => {
    expect([true, false, 12, ['a', 'b'], '', null].map((w) => inWoorden(w))).toEqual([
      'ja',
      'nee',
      '12',
      'a, b',
      'geen antwoord',
      'geen antwoord',
    ]);
  });
});
