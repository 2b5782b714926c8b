import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type NieuweTermijnFeiten, nieuweTermijn, nieuweTermijnRegel } from './nieuwe-termijn.ts';

const B: NieuweTermijnFeiten = {
  leerroute: 'B',
  laatsteDagTermijn: datum('2025-06-30'),
  pvtAfgerond: true,
  mapAfgerond: true,
  leerrouteBehaald: false,
  behaaldeOnderdelen: 1,
};
const Z = {
  leerroute: 'Z',
  doelgroep: 'Asielstatushouder',
  cursusuren: 700,
  participatieuren: 250,
  behaaldeOnderdelen: undefined,
};
const Z_GEZIN = { ...Z, doelgroep: 'Gezinsmigrant en overige migrant', participatieuren: 800 };

const vraag = (f: object) => nieuweTermijn({ ...B, ...f } as NieuweTermijnFeiten);
const kern = (f: object) => {
  const a = vraag(f);
  if (a.uitkomst === 'bepaald') return a.waarde.maanden;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitleg().uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('nieuwe-termijn', () => {
  it.each([
    ['vector 80: B1-route, één onderdeel', { behaaldeOnderdelen: 1 }, 18],
    ['vector 82: Z asiel, samen 950 uur', Z, 12],
    ['vector 84: de MAP ontbreekt', { leerrouteBehaald: true, mapAfgerond: false }, 6],
    [
      'vector 84: PVT en MAP ontbreken',
      { leerrouteBehaald: true, mapAfgerond: false, pvtAfgerond: false },
      12,
    ],
    ['het PVT ontbreekt', { leerrouteBehaald: true, pvtAfgerond: false }, 6],
    [
      'onderwijsroute zonder PVT en MAP',
      { leerroute: 'O', leerrouteBehaald: true, pvtAfgerond: false, mapAfgerond: undefined },
      6,
    ],
  ])('%s', (_, f, maanden) => expect(kern(f)).toBe(maanden));

  it.each([
    [0, 24],
    [1, 18],
    [2, 12],
    [3, 6],
    [4, 6],
  ])('%i behaalde onderdelen: %i maanden', (behaaldeOnderdelen, maanden) => {
    expect(kern({ behaaldeOnderdelen })).toBe(maanden);
    expect(kern({ behaaldeOnderdelen, leerroute: 'O' })).toBe(maanden);
  });

  it.each([
    [0, 24],
    [400, 24],
    [400.5, 18],
    [401, 18],
    [800, 18],
    [801, 12],
    [1200, 12],
    [1201, 6],
    [1599, 6],
    [1600, 6],
    [1700, 6],
  ])('Z asiel, samen %s uur: %i maanden', (uren, maanden) => {
    expect(kern({ ...Z, cursusuren: uren, participatieuren: 0 })).toBe(maanden);
    expect(kern({ ...Z, cursusuren: 0, participatieuren: uren })).toBe(maanden);
  });

  it.each([
    [0, 24],
    [200, 24],
    [201, 18],
    [400, 18],
    [401, 12],
    [600, 12],
    [601, 6],
    [799, 6],
    [800, 6],
  ])('Z gezin, %i cursusuren: %i maanden', (cursusuren, maanden) => {
    expect(kern({ ...Z_GEZIN, cursusuren })).toBe(maanden);
  });

  it('telt gebroken uren zonder afrondfout', () => {
    expect(kern({ ...Z, cursusuren: 399.8, participatieuren: 0.2 })).toBe(24);
    expect(kern({ ...Z, cursusuren: 800.1, participatieuren: 399.9 })).toBe(12);
  });

  it('de langste geldt', () => {
    const modules = { pvtAfgerond: false, mapAfgerond: false };
    expect(kern({ ...modules, behaaldeOnderdelen: 3 })).toBe(12);
    expect(kern({ ...modules, behaaldeOnderdelen: 1 })).toBe(18);
  });

  it.each([
    ['2025-08-30', '2026-02-28'],
    ['2025-08-31', '2026-02-28'],
    ['2025-09-01', '2026-03-01'],
    ['2027-08-31', '2028-02-29'],
  ])('bekendgemaakt op %s, zes maanden: tot en met %s, ook in het weekend', (dag, laatste) => {
    const a = vraag({ behaaldeOnderdelen: 4, datumBekendmaking: datum(dag) });
    expect(a).toMatchObject({ waarde: { maanden: 6, laatsteDag: laatste } });
  });

  it('zegt niets over een laatste dag zonder bekendmaking', () => {
    expect(vraag({})).toMatchObject({ waarde: { maanden: 18 } });
    expect(JSON.stringify(vraag({}))).not.toContain('laatsteDag');
  });

  it.each([
    ['alles af', { leerrouteBehaald: true }],
    ['alle onderdelen behaald', { behaaldeOnderdelen: 5 }],
    [
      'onderwijsroute met alle onderdelen',
      { leerroute: 'O', behaaldeOnderdelen: 5, mapAfgerond: undefined },
    ],
  ])('geen nieuwe termijn: %s', (_, f) => {
    expect(kern(f)).toBe('alles is afgerond: er komt geen nieuwe termijn');
    expect(vraag(f).uitkomst).toBe('niet-van-toepassing');
    expect(vraag(f).uitleg().stappen).toEqual([]);
  });

  it('in de Z-route maakt een behaald examen de route niet af', () => {
    expect(kern({ ...Z, behaaldeOnderdelen: 5 })).toBe(12);
  });

  it.each([
    ['2021-12-31', 'deze wet gold toen niet'],
    ['2022-01-01', 18],
    ['2022-01-02', 18],
  ])('laatste dag %s: %s', (dag, verwacht) => {
    expect(kern({ laatsteDagTermijn: datum(dag) })).toBe(verwacht);
  });

  it.each(Object.keys(B))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('vraagt per route wat nodig is', () => {
    const leeg = { cursusuren: undefined, participatieuren: undefined };
    expect(kern({ ...Z, ...leeg })).toEqual(['cursusuren', 'participatieuren']);
    expect(kern({ ...Z_GEZIN, ...leeg })).toEqual(['cursusuren']);
    expect(kern({ doelgroep: 'Asielstatushouder' })).toBe(18);
    expect(kern({ ...Z, doelgroep: undefined })).toEqual(['doelgroep']);
    expect(kern({ leerroute: 'O', behaaldeOnderdelen: undefined, mapAfgerond: undefined })).toEqual(
      ['behaaldeOnderdelen'],
    );
    expect(kern({ leerrouteBehaald: true, behaaldeOnderdelen: undefined })).toContain('alles');
  });

  it('legt elke som uit en welke wint', () => {
    const uitleg = vraag({
      ...Z,
      cursusuren: 700.5,
      mapAfgerond: false,
      datumBekendmaking: datum('2025-08-14'),
    }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Nieuwe termijn na een boete van DUO',
      uitkomst: 'een jaar, tot en met 14 augustus 2026',
      grondslag: { zekerheid: 'vast', artikel: expect.stringContaining('art. 24 lid 2 en 3') },
    });
    expect(
      uitleg.stappen?.map((s) => [s.titel, s.uitkomst, s.grondslag?.artikel.slice(-15)]),
    ).toEqual([
      ['Niet afgerond: de MAP', 'zes maanden', ' art. 7.4 lid 1'],
      ['Meegetelde uren in de Z-route: 950,5 uur', 'een jaar', ' art. 7.4 lid 3'],
      ['De langste termijn geldt', 'een jaar', ' art. 7.4 lid 6'],
    ]);
    expect(uitleg.stappen?.[1]?.grondslag?.zekerheid).toBe('ontwerp');
    expect(uitleg.feiten).toHaveLength(9);
    expect(uitleg.zouWijzigenAls).toEqual(zinnen(2));
    const gezin = vraag({ ...Z_GEZIN, pvtAfgerond: false, mapAfgerond: false }).uitleg();
    expect(gezin.stappen?.map((s) => s.titel)).toEqual([
      'Niet afgerond: het PVT en de MAP',
      'Meegetelde uren in de Z-route: 700 uur',
      'De langste termijn geldt',
    ]);
    expect(gezin.stappen?.[1]?.grondslag?.artikel).toContain('art. 7.4 lid 4');
    const b = vraag({ behaaldeOnderdelen: 0 }).uitleg();
    expect(b.uitkomst).toBe('twee jaar');
    expect(b.stappen?.[0]).toMatchObject({
      titel: 'Behaalde examenonderdelen: 0',
      grondslag: { artikel: 'Regeling inburgering 2021 art. 7.4 lid 2' },
    });
    expect(vraag({}).uitleg().uitkomst).toBe('anderhalf jaar');
    const laat = vraag({ laatsteDagTermijn: datum('2025-10-21') }).uitleg();
    expect(laat.grondslag?.zekerheid).toBe('onbevestigd');
  });

  it('meer doen maakt de termijn nooit langer, en zij is zes tot vierentwintig maanden', () => {
    const uren = fc.integer({ min: 0, max: 900 });
    const zaak = fc.record({
      leerroute: fc.constantFrom('B', 'O', 'Z'),
      doelgroep: fc.constantFrom('Asielstatushouder', 'Gezinsmigrant en overige migrant'),
      behaaldeOnderdelen: fc.integer({ min: 0, max: 3 }),
      cursusuren: uren,
      participatieuren: uren,
      pvtAfgerond: fc.boolean(),
      mapAfgerond: fc.boolean(),
    });
    fc.assert(
      fc.property(zaak, fc.integer({ min: 1, max: 300 }), (f, meer) => {
        const nu = Number(kern(f));
        expect([6, 12, 18, 24]).toContain(nu);
        const beter = [
          { behaaldeOnderdelen: f.behaaldeOnderdelen + 1 },
          { cursusuren: f.cursusuren + meer },
          { participatieuren: f.participatieuren + meer },
          { pvtAfgerond: true },
          { mapAfgerond: true },
        ];
        for (const b of beter) expect(Number(kern({ ...f, ...b }))).toBeLessThanOrEqual(nu);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = nieuweTermijnRegel.voorbeelden.map(({ invoer }) => {
      const uit = nieuweTermijnRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'bepaald', 'bepaald', 'onbekend']);
    expect(nieuweTermijnRegel.rijen).toEqual(['I13', 'B23']);
  });
});
