import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, plusMaanden, vanEpochDag } from '../shared/datum.ts';
import {
  type NietVrijstellendFeiten,
  nietVrijstellendOnderwijs,
} from './niet-vrijstellend-onderwijs.ts';

type Rij = NonNullable<NietVrijstellendFeiten['opleidingen']>[number];

const ZAAK: NietVrijstellendFeiten = {
  datumAanvraag: datum('2026-10-01'),
  begindatumInburgeringsplicht: datum('2024-02-01'),
  laatsteDag: datum('2027-03-15'),
};
const af = (opleiding: Rij['opleiding'], begin: string, laatsteDag: string): Rij => ({
  ...(opleiding ? { opleiding } : {}),
  stand: 'afgerond',
  begin: datum(begin),
  laatsteDag: datum(laatsteDag),
});
const bezig = (opleiding: Rij['opleiding']): Rij => ({
  ...(opleiding ? { opleiding } : {}),
  stand: 'volgt nog',
});

function uit(opleidingen: Rij[], f: NietVrijstellendFeiten = {}) {
  const antwoord = nietVrijstellendOnderwijs({ ...ZAAK, ...f, opleidingen });
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}

describe('niet-vrijstellend-onderwijs: afgerond', () => {
  it.each([
    'praktijkonderwijs',
    'VSO arbeidsmarkt',
    'VSO dagbesteding',
    'entreeopleiding',
  ] as const)('%s: de duur van de inschrijving, niet voor het begin van de plicht', (opleiding) => {
    expect(uit([af(opleiding, '2023-09-01', '2024-02-10')])).toEqual({
      dagen: 10,
      laatsteDag: '2027-03-25',
      eind: '2027-03-26',
    });
  });

  it.each([
    ['2024-01-31', 'niet-van-toepassing'],
    ['2024-02-01', { dagen: 1 }],
    ['2024-02-02', { dagen: 2 }],
  ])('afgerond op %s, plicht vanaf 1 februari', (dag, verwacht) => {
    const waarde = uit([af('praktijkonderwijs', '2023-09-01', dag)]);
    if (typeof verwacht === 'string') expect(waarde).toBe(verwacht);
    else expect(waarde).toMatchObject(verwacht);
  });

  it('entreeopleiding ten hoogste twee jaar, praktijkonderwijs niet', () => {
    expect(uit([af('entreeopleiding', '2024-02-01', '2026-01-30')])).toMatchObject({ dagen: 730 });
    expect(uit([af('entreeopleiding', '2024-02-01', '2026-01-31')])).toMatchObject({ dagen: 731 });
    expect(uit([af('entreeopleiding', '2024-02-01', '2026-02-01')])).toMatchObject({
      dagen: 731,
      laatsteDag: '2029-03-15',
    });
    expect(uit([af('praktijkonderwijs', '2024-02-01', '2026-02-01')])).toMatchObject({
      dagen: 732,
    });
  });

  it('aansluitende opleidingen tellen op, losse niet: dan telt de langste reeks', () => {
    const eerst = af('praktijkonderwijs', '2024-03-01', '2024-03-31');
    expect(uit([eerst, af('entreeopleiding', '2024-04-01', '2024-04-30')])).toMatchObject({
      dagen: 61,
    });
    expect(uit([eerst, af('entreeopleiding', '2024-04-02', '2024-04-30')])).toMatchObject({
      dagen: 31,
    });
  });
});

describe('niet-vrijstellend-onderwijs: nog bezig', () => {
  it.each([
    ['praktijkonderwijs', 0, '2029-03-15'],
    ['praktijkonderwijs', 1, '2028-03-15'],
    ['praktijkonderwijs', 2, '2028-03-15'],
    ['entreeopleiding', 0, '2029-03-15'],
  ] as const)(
    '%s na %i eerdere verlengingen: tot en met %s',
    (opleiding, eerdereVerlengingen, laatsteDag) => {
      expect(uit([bezig(opleiding)], { eerdereVerlengingen })).toMatchObject({ laatsteDag });
    },
  );

  it.each([
    ['praktijkonderwijs', 3],
    ['entreeopleiding', 1],
    ['entreeopleiding', 2],
  ] as const)('%s na %i eerdere verlengingen: op', (opleiding, eerdereVerlengingen) => {
    expect(uit([bezig(opleiding)], { eerdereVerlengingen })).toBe('niet-van-toepassing');
    const antwoord = nietVrijstellendOnderwijs({
      ...ZAAK,
      opleidingen: [bezig(opleiding)],
      eerdereVerlengingen,
    });
    expect(antwoord.uitleg().uitkomst).toBe('alle verlengingen zijn gebruikt');
  });

  it('een andere opleiding naast de entreeopleiding kent de grens van twee jaar niet', () => {
    const beide = [bezig('entreeopleiding'), bezig('VSO dagbesteding')];
    expect(uit(beide, { eerdereVerlengingen: 1 })).toMatchObject({ laatsteDag: '2028-03-15' });
  });

  it('wie nog bezig is krijgt de vaste tijd, ook met een afgeronde opleiding', () => {
    const beide = [bezig('praktijkonderwijs'), af('entreeopleiding', '2024-03-01', '2024-03-31')];
    expect(uit(beide, { eerdereVerlengingen: 1 })).toMatchObject({ laatsteDag: '2028-03-15' });
  });
});

describe('niet-vrijstellend-onderwijs: grenzen', () => {
  it.each([
    ['2022-12-31', 'niet-van-toepassing'],
    ['2023-01-01', 'bepaald'],
    ['2023-01-02', 'bepaald'],
  ])('aanvraag op %s: %s', (dag, uitkomst) => {
    const antwoord = nietVrijstellendOnderwijs({
      ...ZAAK,
      datumAanvraag: datum(dag),
      eerdereVerlengingen: 0,
      opleidingen: [bezig('praktijkonderwijs')],
    });
    expect(antwoord.uitkomst).toBe(uitkomst);
  });

  it('zegt het zeker als het kan: geen opleiding, of een oude aanvraag', () => {
    expect(nietVrijstellendOnderwijs({ opleidingen: [] }).uitleg().uitkomst).toBe(
      'er is geen opleiding',
    );
    expect(
      nietVrijstellendOnderwijs({ datumAanvraag: datum('2022-12-31') }).uitleg().uitkomst,
    ).toBe('deze grond bestaat sinds 1 januari 2023');
  });

  it.each([
    [{}, ['datumAanvraag', 'begindatumInburgeringsplicht', 'laatsteDag', 'opleidingen']],
    [{ ...ZAAK, opleidingen: [{}] }, ['opleidingen.opleiding', 'opleidingen.stand']],
    [{ ...ZAAK, opleidingen: [{ ...bezig('entreeopleiding') }] }, ['eerdereVerlengingen']],
    [
      { ...ZAAK, opleidingen: [{ opleiding: 'entreeopleiding', stand: 'afgerond' }] },
      ['opleidingen.begin', 'opleidingen.laatsteDag'],
    ],
    [
      { ...ZAAK, opleidingen: [af('entreeopleiding', '2024-05-02', '2024-05-01')] },
      ['opleidingen.laatsteDag'],
    ],
    [
      { ...ZAAK, opleidingen: [{ opleiding: 'entreeopleiding', stand: 'gestopt' }] },
      ['opleidingen.stand'],
    ],
    [
      { opleidingen: [bezig('entreeopleiding')] },
      ['datumAanvraag', 'begindatumInburgeringsplicht', 'laatsteDag', 'eerdereVerlengingen'],
    ],
  ] as [NietVrijstellendFeiten, string[]][])('%j: vraagt naar %j', (f, velden) => {
    const antwoord = nietVrijstellendOnderwijs(f);
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt.map((o) => o.feit)).toEqual(
      velden,
    );
    expect(antwoord.uitleg().titel).toContain('opleiding');
  });

  it('dezelfde dag begonnen en klaar is een dag', () => {
    expect(uit([af('entreeopleiding', '2024-05-01', '2024-05-01')])).toMatchObject({ dagen: 1 });
  });

  it('legt uit met wet en som', () => {
    const antwoord = nietVrijstellendOnderwijs({
      ...ZAAK,
      opleidingen: [af('praktijkonderwijs', '2024-03-01', '2024-03-31')],
    });
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: 'verlengd tot en met 15 april 2027',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 4.3 lid 2', geldigVanaf: '2023-01-01' },
      stappen: [
        {
          uitkomst: '31 dagen',
          grondslag: { artikel: 'Regeling inburgering 2021 art. 4.2', zekerheid: 'ontwerp' },
        },
        { uitkomst: '15 maart 2027 + 31 dagen = 15 april 2027' },
      ],
    });
    expect(antwoord.uitleg().feiten).toHaveLength(4);
    const nog = nietVrijstellendOnderwijs({
      ...ZAAK,
      eerdereVerlengingen: 1,
      opleidingen: [bezig('VSO arbeidsmarkt')],
    });
    expect(nog.uitleg().stappen?.[0]).toMatchObject({
      titel: 'Nog bezig met de opleiding, verlenging 2',
      uitkomst: '12 maanden',
    });
  });

  it('verkort nooit, gaat bij entree nooit over twee jaar en kijkt niet naar de volgorde', () => {
    const dag = fc.integer({ min: 19_500, max: 21_500 }).map(vanEpochDag);
    const rijen = fc.array(fc.tuple(dag, fc.integer({ min: 0, max: 1200 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(rijen, (lijst) => {
        const entree = lijst.map(([begin, n]) => af('entreeopleiding', begin, plusDagen(begin, n)));
        const waarde = uit(entree);
        expect(uit([...entree].reverse())).toEqual(waarde);
        if (typeof waarde === 'string') return;
        expect(waarde.laatsteDag > '2027-03-15').toBe(true);
        expect(waarde.laatsteDag <= plusMaanden(datum('2027-03-15'), 24)).toBe(true);
      }),
    );
  });
});
