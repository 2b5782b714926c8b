import { expect, test } from 'vitest';
import { jsonSchema } from '../../../rules/shared/invoer.ts';
import {
  bedragVeld,
  datumVeld,
  getalVeld,
  groepVeld,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../../../rules/shared/velden.ts';
import { leesFragment, maakFragment } from './deellink.ts';
import {
  leesGetypt,
  naamVan,
  naarConcept,
  naarFeiten,
  telFeiten,
  type VeldSchema,
} from './feiten.ts';
import { waardenVan } from './waarden.ts';

const SCHEMA = jsonSchema({
  begin: datumVeld('Begin'),
  plichtig: jaNeeVeld('Plichtig'),
  route: keuzeVeld('Route', ['B', 'Z']),
  bedrag: bedragVeld('Bedrag'),
  uren: getalVeld('Uren', { eenheid: 'uur', gebroken: true }),
  lessen: lijstVeld('Lessen', { op: datumVeld('Dag'), uren: getalVeld('Uren') }),
  partner: groepVeld('Partner', { inkomen: bedragVeld('Inkomen') }),
}) as VeldSchema;

const FEITEN = {
  begin: '2026-11-21',
  plichtig: false,
  route: 'Z',
  bedrag: 125050,
  uren: 12.5,
  lessen: [{ op: '2026-11-20', uren: 3 }, {}],
  partner: { inkomen: 7 },
};

test('feiten komen heel door het formulier', () => {
  const concept = naarConcept(SCHEMA, FEITEN);
  expect(concept).toMatchObject({ bedrag: '1250,50', uren: '12,5', partner: { inkomen: '0,07' } });
  expect(naarFeiten(SCHEMA, concept)).toEqual({ feiten: FEITEN, fouten: {} });
});

test('geen rijen is een feit, een lege groep niet', () => {
  const { feiten } = naarFeiten(SCHEMA, { lessen: [], partner: { inkomen: '' }, begin: '' });
  expect(feiten).toEqual({ lessen: [] });
});

test('wat niet te lezen is staat bij zijn pad, en de rest blijft', () => {
  const concept = { bedrag: 'veel', lessen: [{}, { uren: 'drie' }], plichtig: true };
  const { feiten, fouten } = naarFeiten(SCHEMA, concept);
  expect(Object.keys(fouten)).toEqual(['bedrag', 'lessen[1].uren']);
  expect(feiten).toEqual({ lessen: [{}, {}], plichtig: true });
});

test.each([
  ['bedrag', 'Bedrag'],
  ['lessen[1].uren', 'Lessen, rij 2, Uren'],
  ['partner.inkomen', 'Partner, Inkomen'],
  ['vreemd', 'vreemd'],
])('het veld op %s heet %s', (pad, naam) => {
  expect(naamVan(SCHEMA, pad)).toBe(naam);
});

test('wat de regel niet kent of niet past valt weg, en dat is te tellen', () => {
  const vreemd = { route: 'B', plichtig: 'ja', onbekend: 1, begin: null, lessen: 'geen' };
  const over = naarFeiten(SCHEMA, naarConcept(SCHEMA, vreemd)).feiten;
  expect(over).toEqual({ route: 'B' });
  expect([telFeiten(vreemd), telFeiten(over)]).toEqual([4, 1]);
});

test.each([
  ['1.250,50', 125050],
  ['1250.5', 125050],
  ['€ 12', 1200],
  ['12,-', 1200],
  ['1.600', 160000],
  ['0,07', 7],
  ['12,345', undefined],
  ['1,2,3', undefined],
  ['tien', undefined],
])('bedrag %s', (getypt, waarde) => {
  const { bedrag } = SCHEMA.properties!;
  const gelezen = leesGetypt(bedrag!, getypt);
  expect(gelezen.waarde).toBe(waarde);
  expect(gelezen.fout === undefined).toBe(waarde !== undefined);
});

test.each([
  ['1.600', 1600],
  [' 40 ', 40],
  ['-3', -3],
  ['12,5', 12.5],
  ['12.5', 12.5],
  ['12u', undefined],
])('getal %s', (getypt, waarde) => {
  const { uren } = SCHEMA.properties!;
  expect(leesGetypt(uren!, getypt).waarde).toBe(waarde);
});

test('een link houdt elk teken van de feiten', () => {
  const feiten = { naam: 'é#&=%20 "x"', lijst: [{ a: true }], niets: {} };
  expect(leesFragment(maakFragment(feiten))).toEqual(feiten);
});

test.each(['', '#inhoud', '#feiten=', '#feiten=%', '#feiten=[1]', '#feiten=null', '#feiten={'])(
  'achter het hekje staan geen feiten: %s',
  (fragment) => {
    expect(leesFragment(fragment)).toBeUndefined();
  },
);

test('waarden krijgen hun naam, eenheid en munt, in de volgorde van de regel', () => {
  const plat = (tekst: string) => tekst.replaceAll(/\s/g, ' ');
  const waarden = waardenVan(SCHEMA, { ...FEITEN, begin: null, vreemd: 1 });
  expect(
    waarden.map((w) => [w.naam, w.soort === 'rijen' ? w.rijen.length : plat(w.tekst)]),
  ).toEqual([
    ['Plichtig', 'nee'],
    ['Route', 'Z'],
    ['Bedrag', '€ 1.250,50'],
    ['Uren', '12,5 uur'],
    ['Lessen', 2],
    ['Partner', 1],
  ]);
});
