import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type VerlengingInspanningFeiten, verlengingInspanning } from './verlenging-inspanning.ts';

const ASIEL: VerlengingInspanningFeiten = {
  leerroute: 'B',
  doelgroep: 'Asielstatushouder',
  eersteTermijn: true,
  eerderOmInspanningVerlengd: false,
  examenOpNiveauPip: true,
  alleLessenGevolgd: true,
  taalonderdelenBehaald: 2,
  knmBehaald: true,
  pvtAfgerond: true,
  mapAfgerond: true,
  verlengingLeidtTotVoldoen: true,
  laatsteDag: datum('2027-03-15'),
};
const { alleLessenGevolgd: _, ...ZONDER_LESSEN } = ASIEL;
const GEZINS: VerlengingInspanningFeiten = {
  ...ZONDER_LESSEN,
  doelgroep: 'Gezinsmigrant en overige migrant',
  lesuren: 450,
};

const redenen = (f: VerlengingInspanningFeiten) => {
  const antwoord = verlengingInspanning(f);
  return antwoord.uitkomst === 'voldoet-niet' ? antwoord.redenen : [];
};

describe('verlenging-inspanning', () => {
  it('vector 49: twee taalonderdelen en KNM, alle lessen, PVT en MAP: zes maanden', () => {
    const antwoord = verlengingInspanning(ASIEL);
    expect(antwoord.uitkomst).toBe('voldoet');
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Verlenging na veel inzet',
      uitkomst: 'zes maanden erbij: tot en met 15 september 2027',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 4.4' },
      stappen: [
        {
          uitkomst: 'alle lessen',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 4.4 lid 2' },
        },
        { uitkomst: 'ten minste 2 van de 4 taalonderdelen, en KNM' },
        { uitkomst: '15 maart 2027 + 6 maanden = 15 september 2027' },
      ],
    });
    expect(antwoord.uitleg().zouWijzigenAls).toHaveLength(2);
    expect(antwoord.uitleg().feiten).toHaveLength(12);
  });

  it('vector 49: een tweede keer wordt geweigerd', () => {
    expect(redenen({ ...ASIEL, eerderOmInspanningVerlengd: true })).toMatchObject([
      {
        code: 'verlenging-inspanning-eerderOmInspanningVerlengd',
        veld: 'eerderOmInspanningVerlengd',
      },
    ]);
  });

  it.each([
    [449, 'voldoet-niet'],
    [449.5, 'voldoet-niet'],
    [450, 'voldoet'],
    [451, 'voldoet'],
  ])('vector 50: gezinsmigrant met %d uur: %s', (lesuren, uitkomst) => {
    expect(verlengingInspanning({ ...GEZINS, lesuren }).uitkomst).toBe(uitkomst);
  });

  it('noemt de uren bij een gezinsmigrant, en weegt gemiste lessen daar niet', () => {
    expect(redenen({ ...GEZINS, lesuren: 449.5 })).toMatchObject([
      { veld: 'lesuren', tekst: 'Er zijn 449,5 uur les gevolgd; nodig zijn er 450.' },
    ]);
    expect(verlengingInspanning({ ...GEZINS, alleLessenGevolgd: false }).uitkomst).toBe('voldoet');
    expect(verlengingInspanning({ ...ASIEL, lesuren: 10 }).uitkomst).toBe('voldoet');
    expect(verlengingInspanning(GEZINS).uitleg().stappen?.[0]).toMatchObject({
      titel: 'Lessen van een gezins- of overige migrant',
      uitkomst: 'ten minste 450 uur',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 4.4 lid 3' },
    });
  });

  it.each([
    [{ leerroute: 'O' }, 'leerroute', 'alleen in de B1-route'],
    [{ leerroute: 'Z' }, 'leerroute', 'alleen in de B1-route'],
    [{ eersteTermijn: false }, 'eersteTermijn', 'eerste termijn van drie jaar'],
    [{ eerderOmInspanningVerlengd: true }, 'eerderOmInspanningVerlengd', 'één keer'],
    [{ examenOpNiveauPip: false }, 'examenOpNiveauPip', 'niveau van het PIP'],
    [{ alleLessenGevolgd: false }, 'alleLessenGevolgd', 'Niet alle lessen'],
    [
      { taalonderdelenBehaald: 1 },
      'taalonderdelenBehaald',
      '1 taalonderdelen behaald; nodig zijn er 2',
    ],
    [{ knmBehaald: false }, 'knmBehaald', 'KNM is nog niet behaald'],
    [{ pvtAfgerond: false }, 'pvtAfgerond', 'participatieverklaringstraject is nog niet'],
    [{ mapAfgerond: false }, 'mapAfgerond', 'Arbeidsmarkt en Participatie is nog niet'],
    [{ verlengingLeidtTotVoldoen: false }, 'verlengingLeidtTotVoldoen', 'Meer tijd leidt'],
  ] as [VerlengingInspanningFeiten, string, string][])('weigert bij %j', (f, veld, tekst) => {
    const gevonden = redenen({ ...ASIEL, ...f });
    expect(gevonden.map((r) => r.veld)).toEqual([veld]);
    expect(gevonden[0]?.tekst).toContain(tekst);
    expect(gevonden[0]?.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 4.4');
    expect(redenen(f)).toHaveLength(veld === 'alleLessenGevolgd' ? 0 : 1);
  });

  it('geeft alle redenen', () => {
    const f = {
      ...ASIEL,
      leerroute: 'Z',
      taalonderdelenBehaald: 0,
      knmBehaald: false,
      alleLessenGevolgd: false,
    } as const;
    expect(redenen(f).map((r) => r.veld)).toEqual([
      'leerroute',
      'knmBehaald',
      'taalonderdelenBehaald',
      'alleLessenGevolgd',
    ]);
  });

  it.each(Object.keys(ASIEL).filter((n) => n !== 'laatsteDag'))('vraagt naar %s', (naam) => {
    const f = Object.fromEntries(Object.entries(ASIEL).filter(([n]) => n !== naam));
    const antwoord = verlengingInspanning(f);
    expect(antwoord).toMatchObject({ uitkomst: 'onbekend', ontbreekt: [{ feit: naam }] });
  });

  it('vraagt bij een gezinsmigrant naar de uren, en bij het oordeel wat te wegen', () => {
    const { lesuren: __, ...zonder } = GEZINS;
    expect(verlengingInspanning(zonder)).toMatchObject({ ontbreekt: [{ feit: 'lesuren' }] });
    const open = verlengingInspanning({ ...ASIEL, verlengingLeidtTotVoldoen: undefined as never });
    expect(open.uitkomst === 'onbekend' && open.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('zegt ja zonder de laatste dag, dan zonder datum', () => {
    const { laatsteDag: __, ...zonder } = ASIEL;
    const uitleg = verlengingInspanning(zonder).uitleg();
    expect(uitleg.uitkomst).toBe('zes maanden erbij');
    expect(uitleg.stappen).toHaveLength(2);
  });
});
