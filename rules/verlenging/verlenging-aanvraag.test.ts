import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import {
  eersteAanvraagdag,
  type VerlengingAanvraagFeiten,
  verlengingAanvraag,
  verlengingBeslistermijn,
} from './verlenging-aanvraag.ts';

const AANVRAAG: VerlengingAanvraagFeiten = { laatsteDag: datum('2027-03-15'), wijze: 'aanvraag' };
const dag = fc.integer({ min: 19_000, max: 25_000 }).map(vanEpochDag);

describe('verlenging-aanvraag', () => {
  it('vector 48: zeven maanden voor het einde is te vroeg, het kan vanaf 2026-09-15', () => {
    const antwoord = verlengingAanvraag({ ...AANVRAAG, datum: datum('2026-08-15') });
    expect(antwoord).toMatchObject({
      uitkomst: 'voldoet-niet',
      redenen: [
        {
          code: 'verlenging-te-vroeg',
          veld: 'datum',
          tekst: 'Te vroeg: verlengen kan vanaf 15 september 2026.',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 4.5' },
        },
      ],
    });
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Verlenging op deze dag',
      uitkomst: 'te vroeg, kan vanaf 15 september 2026',
      stappen: [{ uitkomst: '15 maart 2027 - 6 maanden = 15 september 2026' }],
    });
  });

  it.each(['aanvraag', 'ambtshalve voor één persoon'] as const)(
    '%s: de dag ervoor, de dag, de dag erna',
    (wijze) => {
      const uitkomsten = ['2026-09-14', '2026-09-15', '2026-09-16'].map(
        (d) => verlengingAanvraag({ ...AANVRAAG, wijze, datum: datum(d) }).uitkomst,
      );
      expect(uitkomsten).toEqual(['voldoet-niet', 'voldoet', 'voldoet']);
    },
  );

  it.each([
    ['2027-08-31', '2027-02-28'],
    ['2028-08-31', '2028-02-29'],
    ['2027-03-01', '2026-09-01'],
  ])('laatste dag %s: vanaf %s', (laatsteDag, vroegst) => {
    expect(eersteAanvraagdag(datum(laatsteDag))).toBe(vroegst);
  });

  it('voor een groep kan het altijd, ook zonder andere feiten', () => {
    const antwoord = verlengingAanvraag({ wijze: 'ambtshalve voor een groep' });
    expect(antwoord.uitkomst).toBe('voldoet');
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Verlenging op deze dag',
      uitkomst: 'kan: voor een groep is er geen vroegste dag',
      feiten: [{ waarde: 'ambtshalve voor een groep' }],
    });
  });

  it('na de laatste dag is het niet geregeld, en dat staat erbij', () => {
    const op = (d: string) => verlengingAanvraag({ ...AANVRAAG, datum: datum(d) }).uitleg();
    expect(op('2027-03-15')).toMatchObject({ uitkomst: 'kan', grondslag: { zekerheid: 'vast' } });
    expect(op('2027-03-15').stappen).toHaveLength(1);
    expect(op('2027-03-16').grondslag?.zekerheid).toBe('ontwerp');
    expect(op('2027-03-16').stappen?.[1]?.titel).toBe('De termijn is al voorbij');
  });

  it('noemt wat ontbreekt', () => {
    expect(verlengingAanvraag({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'laatsteDag' }, { feit: 'wijze' }, { feit: 'datum' }],
    });
  });

  it('een latere laatste dag geeft nooit een vroegere eerste aanvraagdag', () => {
    fc.assert(
      fc.property(dag, (d) => {
        expect(eersteAanvraagdag(plusDagen(d, 1)) >= eersteAanvraagdag(d)).toBe(true);
      }),
    );
  });
});

describe('verlenging-beslistermijn', () => {
  it.each([
    ['2026-09-15', '2026-11-10', 'acht weken'],
    ['2026-03-02', '2026-04-28', 'Koningsdag op maandag'],
    ['2026-03-01', '2026-04-28', 'zondag en Koningsdag'],
    ['2026-03-03', '2026-04-28', 'de dag erna'],
  ])('ontvangen op %s: uiterlijk %s (%s)', (dagAanvraag, laatsteDag) => {
    expect(verlengingBeslistermijn({ datumAanvraag: datum(dagAanvraag) })).toMatchObject({
      waarde: { laatsteDag },
    });
  });

  it('telt een gelijkgestelde dag mee en legt uit', () => {
    const antwoord = verlengingBeslistermijn({
      datumAanvraag: datum('2026-03-20'),
      extraVrijeDagen: [{ datum: datum('2026-05-15') }, {}],
    });
    expect(antwoord).toMatchObject({ waarde: { laatsteDag: '2026-05-18' } });
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Laatste dag waarop DUO over de verlenging beslist',
      uitkomst: '18 mei 2026',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 4.5 lid 1' },
      stappen: [
        { uitkomst: '20 maart 2026 + 56 dagen = 15 mei 2026' },
        { uitkomst: 'verschoven naar 18 mei 2026' },
      ],
    });
  });

  it('vraagt naar de aanvraag', () => {
    expect(verlengingBeslistermijn({})).toMatchObject({ ontbreekt: [{ feit: 'datumAanvraag' }] });
  });

  it('eindigt nooit eerder als de aanvraag later is', () => {
    fc.assert(
      fc.property(dag, (d) => {
        const [een, twee] = [d, plusDagen(d, 1)].map((datumAanvraag) => {
          const antwoord = verlengingBeslistermijn({ datumAanvraag });
          return antwoord.uitkomst === 'bepaald' ? antwoord.waarde.laatsteDag : '';
        });
        expect((twee ?? '') >= (een ?? '')).toBe(true);
      }),
    );
  });
});
