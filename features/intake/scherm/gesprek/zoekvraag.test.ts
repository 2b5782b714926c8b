import { describe, expect, it } from 'vitest';
import { INTAKE_ONDERDELEN } from '../../../../rules/brede-intake/onderdelen.ts';
import type { IntakeVraag } from '../../intake.schema.ts';
import { VRAGEN } from '../../vragen/vragenlijst.ts';
import { TREFWOORDEN } from './trefwoorden.ts';
import { bijnaGelijk, zoekVragen } from './zoekvraag.ts';

const vragen = VRAGEN.map((v) => ({ ...v, vanToepassing: true, antwoord: null })) as IntakeVraag[];
const namen = new Map<string, string>(INTAKE_ONDERDELEN.map((o) => [o.id, o.naam]));
const zoek = (tekst: string, isOpen = (_: IntakeVraag) => true) =>
  zoekVragen(tekst, vragen, namen, isOpen);
const eerste = (tekst: string) => {
  const [treffer] = zoek(tekst);
  return treffer && [treffer.vraag.id, treffer.antwoord];
};

describe('een paar woorden vinden de vraag', () => {
  it.each([
    ['rijbewijs', 'rijbewijs'],
    ['schulden', 'geld-schulden'],
    ['droom', 'motivatie-doel'],
    ['oppas', 'kinderopvang'],
    ['wifi', 'digitaal-internet'],
    ['diploma gewaardeerd', 'diplomawaardering'],
    ['buren', 'netwerk-mensen'],
    ['fiets', 'vervoer'],
    ['crèche', 'kinderopvang'],
    ['gezinshereniging', 'nareis'],
  ])('%s', (tekst, id) => {
    expect(zoek(tekst)[0]?.vraag.id).toBe(id);
  });

  it.each([
    ['rijbewjs', 'rijbewijs'],
    ['shculden', 'geld-schulden'],
    ['vervor', 'vervoer'],
    ['taalmaatjje', 'maatje'],
  ])('ook met een typefout: %s', (tekst, id) => {
    expect(zoek(tekst)[0]?.vraag.id).toBe(id);
  });

  it('begint na drie letters te vinden, en vindt niets bij onzin', () => {
    expect(zoek('rij').map((t) => t.vraag.id)).toContain('rijbewijs');
    expect(zoek('xqzv')).toEqual([]);
    expect(zoek('de het een')).toEqual([]);
    expect(zoek('   ')).toEqual([]);
  });

  it('zet wat nog open is voor wat al is gezegd', () => {
    const [een, twee] = zoek('kind').map((t) => t.vraag.id);
    expect(zoek('kind', (v) => v.id !== een)[0]?.vraag.id).toBe(twee);
  });

  it('geeft een lijst die op één scherm past', () => {
    expect(zoek('werk taal kind school').length).toBeLessThanOrEqual(7);
  });
});

describe('het antwoord dat er al in staat', () => {
  it.each<[string, string, unknown]>([
    ['rijbewijs nee', 'rijbewijs', 'nee'],
    ['schulden ja', 'geld-schulden', true],
    ['geen schulden', 'geld-schulden', false],
    ['nederlands a2', 'taal-nederlands', 'A2'],
    ['schooljaren 9', 'opleiding-jaren', 9],
    ['werkjaren 12', 'werk-jaren', 12],
    [
      'apparaat smartphone laptop of computer',
      'digitaal-apparaat',
      ['smartphone', 'laptop of computer'],
    ],
    ['doel: Eigen bakkerij in Zwolle', 'motivatie-doel', 'Eigen bakkerij in Zwolle'],
    ['droom Eigen bakkerij', 'motivatie-doel', 'Eigen bakkerij'],
  ])('%s', (tekst, id, antwoord) => {
    expect(eerste(tekst)).toEqual([id, antwoord]);
  });

  it('neemt het langste dat past: ja, Nederlands is meer dan ja', () => {
    expect(eerste('rijbewijs ja nederlands')).toEqual(['rijbewijs', 'ja, Nederlands']);
  });

  it('leest geen getal dat niet kan, en maakt van een los woord geen antwoord', () => {
    expect(eerste('werkjaren 99')).toEqual(['werk-jaren', undefined]);
    expect(eerste('rijbewijs')).toEqual(['rijbewijs', undefined]);
    expect(eerste('droom')).toEqual(['motivatie-doel', undefined]);
  });
});

describe('bijnaGelijk', () => {
  it.each([
    ['werk', 'werk', true],
    ['werk', 'werd', true],
    ['werk', 'wrek', true],
    ['werk', 'wek', true],
    ['werk', 'weerk', true],
    ['werk', 'woord', false],
    ['werk', 'krew', false],
  ])('%s en %s: %s', (a, b, gelijk) => {
    expect(bijnaGelijk(a, b)).toBe(gelijk);
    expect(bijnaGelijk(b, a)).toBe(gelijk);
  });
});

it('kent alleen trefwoorden van vragen die er zijn, en van elke vraag', () => {
  expect(Object.keys(TREFWOORDEN).sort()).toEqual(VRAGEN.map((v) => v.id).sort());
});
