import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';
import { beleidOp, geldendOp, volgendeIngang } from './beleid-op.ts';
import { PARAMETERS, parameterVan, SLEUTELS } from './parameters.ts';
import { beleidInWoorden, beleidSchema, zelfdeWaarde } from './waarde.ts';

const rij = (sleutel: string, waarde: unknown, dag: string) => ({
  sleutel,
  waarde,
  geldigVanaf: datum(dag),
});
const RIJEN = [
  rij('oproepDagen', 21, '2026-03-01'),
  rij('oproepDagen', 28, '2026-06-01'),
  rij('oproepDagen', null, '2026-09-01'),
  rij('bestaatNiet', 1, '2026-01-01'),
];

describe('beleid op een dag', () => {
  it.each([
    ['2026-02-28', 14],
    ['2026-03-01', 21],
    ['2026-05-31', 21],
    ['2026-06-01', 28],
    ['2026-08-31', 28],
    ['2026-09-01', 14],
  ])('geldt op %s: %i dagen', (dag, waarde) => {
    expect(beleidOp(RIJEN, datum(dag)).oproepDagen).toBe(waarde);
  });

  it('geeft zonder rijen voor elke sleutel de standaard', () => {
    const standaard = Object.fromEntries(SLEUTELS.map((s) => [s, PARAMETERS[s].standaard]));
    expect(beleidOp([], datum('2026-01-01'))).toEqual(standaard);
    expect(standaard).toMatchObject(STANDAARD_BELEID);
  });

  it('zegt welke rij geldt, en laat een onbekende sleutel weg', () => {
    const geldend = geldendOp(RIJEN, datum('2026-10-01'));
    expect([...geldend]).toEqual([['oproepDagen', RIJEN[2]]]);
  });

  it('hangt niet af van de volgorde van de rijen', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(RIJEN, { minLength: 4 }), (rijen) => {
        for (const dag of ['2026-04-01', '2026-06-01', '2026-12-01'])
          expect(beleidOp(rijen, datum(dag))).toEqual(beleidOp(RIJEN, datum(dag)));
      }),
    );
  });

  it.each([
    ['2026-02-28', '2026-03-01'],
    ['2026-03-01', '2026-06-01'],
    ['2026-05-31', '2026-06-01'],
    ['2026-08-31', '2026-09-01'],
    ['2026-09-01', undefined],
  ])('na %s verandert het weer op %s', (dag, volgende) => {
    expect(volgendeIngang(RIJEN, datum(dag))).toBe(volgende);
    expect(volgendeIngang(RIJEN.toReversed(), datum(dag))).toBe(volgende);
  });
});

/** Waarden die een scherm gebruikt en de Stand niet. */
const BIJ_ROUTE_EN_WEEK = [
  'intakeStreefweek',
  'leerrouteRichtlijn',
  'lesurenB1Route',
  'lesurenZroute',
  'lesvrijeWeken',
  'mapCombineren',
  'mapUren',
  'minimumLesurenPerWeek',
  'onderwijsrouteRichtleeftijd',
  'pipConceptStreefweek',
  'pvtUren',
  'zrouteActiviteiten',
];

it('zegt eerlijk wat het programma met een waarde doet', () => {
  const werkend = SLEUTELS.filter((s) => parameterVan(s).werking !== 'afspraak').sort();
  const gebruikt = [
    ...Object.keys(STANDAARD_BELEID),
    'intakeOnderwerpenVerplicht',
    ...BIJ_ROUTE_EN_WEEK,
  ].sort();
  expect(werkend).toEqual(gebruikt);
  const opScherm = SLEUTELS.filter((s) => parameterVan(s).werking === 'scherm')
    .filter((s) => !BIJ_ROUTE_EN_WEEK.includes(s))
    .sort();
  expect(opScherm).toEqual([
    'herinneringBriefDagen',
    'herinneringSmsDagen',
    'oproepDagen',
    'vierOgenBijRisico',
    'vierOgenPip',
  ]);
});

describe('in woorden', () => {
  it.each<[keyof typeof PARAMETERS, unknown, string]>([
    ['pvtUren', 12, '12 uur'],
    ['intakeStreefweek', 3, '3'],
    ['vierOgenPip', true, 'ja'],
    ['vierOgenPip', false, 'nee'],
    ['intakeStart', 'na-koppeling', 'na koppeling'],
    ['waarschuwWekenPip', [4, 2, 1], '4, 2 en 1 weken'],
    ['waarschuwWekenPip', [], 'geen'],
    ['lesurenZroute', undefined, 'niets afgesproken'],
    ['extraVrijeDagen', ['2027-05-07'], '7 mei 2027'],
    ['zrouteActiviteiten', ['taalstage', 'betaald-werk'], 'taalstage en betaald werk'],
    ['lesurenZroute', null, 'niets afgesproken'],
    ['intakeAfspraken', '', 'niets afgesproken'],
    ['intakeAfspraken', 'Samen met een tolk.', 'Samen met een tolk.'],
    ['nieuweTermijnBoete', { aantal: 2, eenheid: 'weken' }, '2 weken'],
    ['nieuweTermijnBoete', { aantal: 1, eenheid: 'maanden' }, '1 maand'],
    ['bioAdvies', { ondertekenaar: '', sjabloon: '' }, 'niets afgesproken'],
    ['bioAdvies', { ondertekenaar: 'teamleider', sjabloon: '' }, 'Wie ondertekent: teamleider'],
    ['verrekenenBijstand', { verrekenen: false, verordening: '' }, 'Verrekenen: nee'],
    ['gezinsmigranten', { cursus: true, tolk: true }, 'een taalcursus en een tolk'],
    ['gezinsmigranten', { cursus: false, tolk: false }, 'niets hiervan'],
    [
      'ontzorgenDuur',
      { maanden: 9, grondLanger: 'vrijwillig' },
      '9 maanden; Langer dan zes maanden op grond van: vrijwillig',
    ],
  ])('%s %j', (sleutel, waarde, woorden) => {
    expect(beleidInWoorden(parameterVan(sleutel).veld, waarde)).toBe(woorden);
  });
});

describe('dezelfde waarde', () => {
  it.each<[unknown, unknown, boolean]>([
    [1, 1, true],
    [1, 2, false],
    [1, '1', false],
    [null, null, true],
    [null, {}, false],
    [[4, 2], [4, 2], true],
    [[4, 2], [2, 4], false],
    [[4], [4, 2], false],
    [[], {}, false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: 1, b: 2 }, { a: 1, b: 3 }, false],
    [[4, 2], [4, 3], false],
    [{}, 'x', false],
    [undefined, null, false],
    [{ a: undefined }, { b: undefined }, false],
  ])('%j en %j: %s', (a, b, zelfde) => {
    expect(zelfdeWaarde(a, b)).toBe(zelfde);
    expect(zelfdeWaarde(b, a)).toBe(zelfde);
  });
});

describe('JSON Schema', () => {
  it('zegt per soort welke vorm wordt aangenomen', () => {
    const schema = (sleutel: keyof typeof PARAMETERS) => beleidSchema(parameterVan(sleutel).veld);
    expect(schema('pvtUren')).toMatchObject({ type: 'integer', maximum: 500 });
    expect(schema('reces')).toEqual({ type: 'string', maxLength: 2000, title: 'Afspraken' });
    expect(schema('extraVrijeDagen')).toMatchObject({
      type: 'array',
      maxItems: 50,
      uniqueItems: true,
      items: { type: 'string', format: 'date' },
    });
    expect(schema('nieuweTermijnBoete')).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['aantal', 'eenheid'],
      properties: { eenheid: { enum: ['dagen', 'weken', 'maanden'] } },
    });
  });
});
