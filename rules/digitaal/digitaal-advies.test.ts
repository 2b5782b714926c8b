import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import type { Feit } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { digitaalAdvies } from './digitaal-advies.ts';

const VANDAAG = datum('2026-11-21');
type Antwoorden = Record<string, string | boolean | string[]>;

function advies(antwoorden: Antwoorden) {
  const feiten = Object.entries(antwoorden).map(
    ([vraag, waarde]): Feit => ({
      id: vraag,
      soort: 'intake-antwoord',
      inhoud: { onderdeel: 'digitale-vaardigheden', vraag, waarde },
      geldigOp: VANDAAG,
      vastgelegdOp: `${VANDAAG}T10:00:00Z`,
      bron: 'medewerker',
    }),
  );
  return digitaalAdvies(kiesGeldend(feiten, klokOp(VANDAAG)));
}

const VAARDIG: Antwoorden = {
  'digitaal-apparaat': ['smartphone', 'laptop of computer'],
  'digitaal-internet': true,
  'digitaal-kunnen': 'zelfstandig',
  'digitaal-post': 'digitaal',
  'taal-schrift': 'ja, in ons schrift',
};

describe('het advies over brieven', () => {
  it.each<[string, Antwoorden, string]>([
    ['niets bekend', {}, 'papier'],
    ['vaardig en zij vraagt erom', VAARDIG, 'digitaal'],
    ['zij vraagt om papier', { ...VAARDIG, 'digitaal-post': 'op papier' }, 'papier'],
    [
      'zij vraagt om allebei',
      { ...VAARDIG, 'digitaal-post': 'op papier en digitaal' },
      'papier-en-digitaal',
    ],
    ['met hulp', { ...VAARDIG, 'digitaal-kunnen': 'met hulp' }, 'papier-en-digitaal'],
    ['kan het nog niet', { ...VAARDIG, 'digitaal-kunnen': 'nog niet' }, 'papier'],
    ['geen apparaat', { ...VAARDIG, 'digitaal-apparaat': ['geen'] }, 'papier'],
    ['geen internet', { ...VAARDIG, 'digitaal-internet': false }, 'papier'],
    ['leest niet', { ...VAARDIG, 'taal-schrift': 'nee' }, 'papier'],
    [
      'leest een ander schrift',
      { ...VAARDIG, 'taal-schrift': 'ja, alleen in een ander schrift' },
      'digitaal',
    ],
    ['leeggemaakt', { ...VAARDIG, 'digitaal-post': '' }, 'papier'],
  ])('%s', (_, antwoorden, kanaal) => {
    const { keuze, waarom } = advies(antwoorden).brieven;
    expect(keuze).toBe(kanaal);
    expect(waarom.length).toBeGreaterThan(0);
  });
});

describe('het advies over de les', () => {
  it.each<[string, Antwoorden, string]>([
    ['niets bekend', {}, 'in-de-klas'],
    ['vaardig met computer', VAARDIG, 'ook-online'],
    [
      'alleen een telefoon',
      { ...VAARDIG, 'digitaal-apparaat': ['smartphone'] },
      'klas-met-oefenen-thuis',
    ],
    ['met hulp', { ...VAARDIG, 'digitaal-kunnen': 'met hulp' }, 'klas-met-oefenen-thuis'],
    ['geen internet', { ...VAARDIG, 'digitaal-internet': false }, 'in-de-klas'],
    ['geen apparaat', { ...VAARDIG, 'digitaal-apparaat': ['geen'] }, 'in-de-klas'],
  ])('%s', (_, antwoorden, vorm) => {
    expect(advies(antwoorden).les.keuze).toBe(vorm);
  });
});

it('noemt wat nog niet is gevraagd, en de feiten waarop het rust', () => {
  expect(advies({}).ontbreekt).toHaveLength(4);
  const { ontbreekt, feitIds, heeftTelefoon } = advies(VAARDIG);
  expect([ontbreekt, heeftTelefoon]).toEqual([[], true]);
  expect(feitIds.sort()).toEqual(Object.keys(VAARDIG).sort());
  expect(advies({ 'digitaal-apparaat': [] }).ontbreekt).toContain('digitaal-apparaat');
});
