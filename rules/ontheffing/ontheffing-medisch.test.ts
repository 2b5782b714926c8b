import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type MedischFeiten,
  ontheffingMedisch,
  ontheffingMedischRegel,
} from './ontheffing-medisch.ts';

type Onderdeel = NonNullable<NonNullable<MedischFeiten['onderdelen']>[number]['onderdeel']>;

const VOLLEDIG: MedischFeiten = {
  gevraagd: 'volledig',
  adviesAangewezenArts: true,
  blijvendNietInStaat: true,
};
const deel = (...onderdelen: Onderdeel[]): MedischFeiten => ({
  ...VOLLEDIG,
  gevraagd: 'gedeeltelijk',
  onderdelen: onderdelen.map((onderdeel) => ({ onderdeel })),
  niveau: 'B1',
});

const bekijk = (f: MedischFeiten) => {
  const antwoord = ontheffingMedisch(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  return antwoord.uitkomst === 'voldoet' ? 'voldoet' : antwoord.redenen.map((r) => r.code);
};

describe('ontheffing-medisch', () => {
  it.each([
    ['volledig', VOLLEDIG, 'voldoet'],
    ['één taalonderdeel', deel('spreken'), 'voldoet'],
    ['drie taalonderdelen', deel('lezen', 'luisteren', 'schrijven'), 'voldoet'],
    [
      'vier taalonderdelen',
      deel('lezen', 'luisteren', 'schrijven', 'spreken'),
      ['ontheffing-te-veel'],
    ],
    ['hetzelfde onderdeel vaker', deel('lezen', 'lezen', 'lezen', 'lezen'), 'voldoet'],
    ['KNM', deel('KNM'), 'voldoet'],
    ['participatie', deel('participatie in de Z-route'), 'voldoet'],
    ['PVT', deel('PVT'), ['ontheffing-pvt']],
    ['MAP', deel('MAP'), ['ontheffing-map']],
    ['PVT en MAP', deel('MAP', 'PVT'), ['ontheffing-pvt', 'ontheffing-map']],
    ['niets', deel(), ['ontheffing-geen-onderdeel']],
    ['taal en KNM samen', deel('lezen', 'KNM'), ['onderdelen']],
    ['KNM en participatie samen', deel('KNM', 'participatie in de Z-route'), ['onderdelen']],
    ['taal en participatie samen', deel('lezen', 'participatie in de Z-route'), ['onderdelen']],
    ['geen arts', { ...VOLLEDIG, adviesAangewezenArts: false }, ['ontheffing-arts']],
    ['herstel verwacht', { ...VOLLEDIG, blijvendNietInStaat: false }, ['ontheffing-herstel']],
    [
      'alles tegelijk',
      {
        ...deel('lezen', 'luisteren', 'schrijven', 'spreken', 'PVT'),
        adviesAangewezenArts: false,
        blijvendNietInStaat: false,
      },
      ['ontheffing-arts', 'ontheffing-herstel', 'ontheffing-pvt', 'ontheffing-te-veel'],
    ],
  ] as [string, MedischFeiten, unknown][])('%s', (_naam, f, verwacht) => {
    expect(bekijk(f)).toEqual(verwacht);
  });

  it.each([
    ['2022-09-25', ['ontheffing-niveau']],
    ['2022-09-26', ['niveau']],
    ['2026-04-01', ['niveau']],
    ['2026-04-02', 'voldoet'],
  ])('een onderdeel op A2, gevraagd op %s: %j', (dag, verwacht) => {
    const datumAanvraag = datum(dag);
    expect(bekijk({ ...deel('lezen'), niveau: 'A2', datumAanvraag })).toEqual(verwacht);
    expect(bekijk({ ...deel('lezen'), niveau: 'B1', datumAanvraag })).toBe('voldoet');
    expect(bekijk({ ...deel('KNM'), niveau: 'A2', datumAanvraag })).toBe('voldoet');
  });

  it('vraagt alleen wat nodig is', () => {
    expect(bekijk({})).toEqual(['gevraagd', 'adviesAangewezenArts', 'blijvendNietInStaat']);
    expect(bekijk({ ...VOLLEDIG, gevraagd: 'gedeeltelijk' })).toEqual(['onderdelen']);
    const { niveau: _, ...zonder } = deel('lezen');
    expect(bekijk(zonder)).toEqual(['niveau']);
    expect(bekijk({ ...zonder, niveau: 'A2' })).toEqual(['datumAanvraag']);
    const { niveau: __, ...knm } = deel('KNM');
    expect(bekijk(knm)).toBe('voldoet');
    expect(bekijk({ ...deel(), onderdelen: [{}] })).toEqual(['onderdelen.onderdeel']);
    expect(bekijk({ ...VOLLEDIG, onderdelen: [{}, { onderdeel: 'PVT' }] })).toBe('voldoet');
  });

  it('laat zien wat de arts moet wegen', () => {
    const antwoord = ontheffingMedisch({ gevraagd: 'volledig', adviesAangewezenArts: true });
    expect(antwoord).toMatchObject({
      ontbreekt: [{ feit: 'blijvendNietInStaat', wegen: { length: 3 } }],
    });
  });

  it('legt uit met de vijf jaar en de onderdelen', () => {
    const f = { ...deel('spreken', 'lezen'), datumAanvraag: datum('2024-02-29') };
    const uitleg = ontheffingMedisch(f).uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: 'aan de voorwaarden voor gedeeltelijke ontheffing is voldaan',
      grondslag: { artikel: 'Wet inburgering 2021 art. 5' },
      stappen: [
        {
          titel: 'Het moet vijf jaar na de aanvraag nog niet kunnen',
          uitkomst: '28 februari 2029',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.7' },
        },
        { titel: 'Gevraagd', uitkomst: 'lezen' },
        { titel: 'Gevraagd', uitkomst: 'spreken' },
      ],
    });
    expect(uitleg.feiten).toHaveLength(6);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    expect(ontheffingMedisch(VOLLEDIG).uitleg()).toMatchObject({
      uitkomst: 'aan de voorwaarden voor volledige ontheffing is voldaan',
      stappen: [{ uitkomst: 'vijf jaar na de aanvraag' }],
    });
  });

  it('zegt bij elke reden waar zij op rust en welk feit het is', () => {
    const antwoord = ontheffingMedisch({
      ...deel('lezen', 'MAP'),
      niveau: 'A2',
      datumAanvraag: datum('2022-05-01'),
      blijvendNietInStaat: false,
    });
    expect(antwoord).toMatchObject({
      redenen: [
        {
          veld: 'blijvendNietInStaat',
          tekst: expect.stringContaining('vijf jaar'),
          grondslag: { artikel: 'Besluit inburgering 2021 art. 2.7', zekerheid: 'vast' },
        },
        { veld: 'onderdelen', tekst: 'Voor MAP bestaat geen gedeeltelijke ontheffing.' },
        {
          veld: 'niveau',
          grondslag: {
            zekerheid: 'afgeleid',
            link: expect.stringContaining('2022-01-01'),
            toelichting: expect.stringContaining('2022'),
          },
        },
      ],
    });
    const onzeker = ontheffingMedisch({ ...deel('lezen', 'KNM') });
    expect(onzeker).toMatchObject({ ontbreekt: [{ tekst: expect.stringContaining('KNM') }] });
  });

  it('nooit meer dan drie taalonderdelen, nooit PVT of MAP', () => {
    const alle: Onderdeel[] = ['lezen', 'luisteren', 'schrijven', 'spreken', 'KNM', 'PVT', 'MAP'];
    fc.assert(
      fc.property(fc.subarray(alle), (onderdelen) => {
        if (bekijk(deel(...onderdelen)) !== 'voldoet') return;
        expect(onderdelen.length).toBeLessThanOrEqual(3);
        expect(onderdelen).not.toContain('PVT');
        expect(onderdelen).not.toContain('MAP');
      }),
    );
  });

  it('beantwoordt haar voorbeelden', () => {
    const uit = ontheffingMedischRegel.voorbeelden.map(({ invoer }) => {
      const antwoord = ontheffingMedischRegel.beantwoord(invoer);
      return 'antwoord' in antwoord ? antwoord.antwoord.uitkomst : antwoord.fouten;
    });
    expect(uit).toEqual(['voldoet', 'voldoet', 'voldoet-niet', 'onbekend']);
  });
});
