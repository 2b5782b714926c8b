import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type BoeteDuoLeerrouteFeiten,
  boeteDuoLeerroute,
  boeteDuoLeerrouteRegel,
} from './boete-duo-leerroute.ts';
import { POGINGEN } from './boetetabel.ts';

const BASIS: BoeteDuoLeerrouteFeiten = {
  doelgroep: 'Asielstatushouder',
  vluchtelingtoetsVoldoet: true,
  bijstandVerlaagd: false,
  laatsteDagTermijn: datum('2025-06-30'),
  leerrouteBehaald: false,
  verblijfNietVerlengdOfIngetrokken: false,
  verwijtbaar: true,
};
const EXAMEN = { examenpogingen: POGINGEN[0], behaaldeOnderdelen: 0 };
const B_ASIEL = { leerroute: 'B', cursusuren: 330, geschatteIntensiteitB1Route: 600, ...EXAMEN };
const B_GEZIN = {
  leerroute: 'B',
  doelgroep: 'Gezinsmigrant en overige migrant',
  cursusuren: 100,
  ...EXAMEN,
};
const O = { leerroute: 'O', aanwezigheid: 50, ...EXAMEN };
const Z_ASIEL = { leerroute: 'Z', cursusuren: 700, participatieuren: 250 };
const Z_GEZIN = { ...Z_ASIEL, doelgroep: 'Gezinsmigrant en overige migrant' };

const vraag = (f: object) => boeteDuoLeerroute({ ...BASIS, ...f } as BoeteDuoLeerrouteFeiten);
const kern = (f: object) => {
  const a = vraag(f);
  if (a.uitkomst === 'bepaald') return a.waarde;
  if (a.uitkomst === 'onbekend') return a.ontbreekt.map((o) => o.feit);
  return a.uitleg().stappen?.map((s) => s.titel);
};
const hoogste = (f: object) => {
  const a = vraag(f);
  return a.uitkomst === 'bepaald' ? a.waarde.hoogsteBoete : Number.NaN;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-duo', () => {
  it('vector 80: B1 asiel, 55 procent, niet alles geprobeerd, één behaald', () => {
    expect(kern({ ...B_ASIEL, behaaldeOnderdelen: 1 })).toEqual({
      hoogsteBoete: 80_000,
      tabelbedrag: 100_000,
    });
  });

  it('vector 82: Z asiel, 700 cursusuren en 250 uur participatie', () => {
    expect(kern(Z_ASIEL)).toEqual({ hoogsteBoete: 40_000, tabelbedrag: 40_000 });
  });

  it('vector 85: een vluchteling die zich inspande krijgt geen boete', () => {
    expect(kern({ ...B_ASIEL, vluchtelingtoetsVoldoet: false })).toEqual([
      'De toets voor een boete aan een asielstatushouder voldoet niet',
    ]);
    expect(kern({ ...B_ASIEL, vluchtelingtoetsVoldoet: undefined })).toEqual([
      'vluchtelingtoetsVoldoet',
    ]);
  });

  const TABEL = [
    [0, 1_000, 800, 400],
    [1, 800, 640, 320],
    [2, 600, 450, 225],
  ] as const;

  it.each(TABEL)('B1 asiel, rij %i', (rij, ...bedragen) => {
    const examenpogingen = POGINGEN[rij];
    const uren = [
      [0, 359, 359.9, 359.99],
      [360, 361, 539, 539.9],
      [540, 600, 700],
    ];
    for (const [kolom, cursusuren] of uren.entries())
      for (const u of cursusuren)
        expect([u, hoogste({ ...B_ASIEL, examenpogingen, cursusuren: u })]).toEqual([
          u,
          (bedragen[kolom] ?? 0) * 100,
        ]);
  });

  it.each(TABEL)('B1 gezin, rij %i', (rij, ...bedragen) => {
    const examenpogingen = POGINGEN[rij];
    const som = (cursusuren: number) => hoogste({ ...B_GEZIN, examenpogingen, cursusuren }) / 100;
    expect([0, 249, 249.5].map(som)).toEqual([bedragen[0], bedragen[0], bedragen[0]]);
    expect([250, 251, 399].map(som)).toEqual([bedragen[1], bedragen[1], bedragen[1]]);
    expect([400, 401, 900].map(som)).toEqual([bedragen[2], bedragen[2], bedragen[2]]);
  });

  it.each(TABEL)('onderwijsroute, rij %i', (rij, ...bedragen) => {
    const examenpogingen = POGINGEN[rij];
    const som = (aanwezigheid: number) => hoogste({ ...O, examenpogingen, aanwezigheid }) / 100;
    expect([0, 59, 59.9].map(som)).toEqual([bedragen[0], bedragen[0], bedragen[0]]);
    expect([60, 61, 89].map(som)).toEqual([bedragen[1], bedragen[1], bedragen[1]]);
    expect([90, 91, 100].map(som)).toEqual([bedragen[2], bedragen[2], bedragen[2]]);
  });

  it.each(TABEL)('Z asiel, rij %i', (rij, ...bedragen) => {
    for (const participatieuren of [
      [0, 299.5],
      [300, 599],
      [600, 900],
    ][rij] ?? [])
      for (const [kolom, uren] of [
        [0, 299],
        [300, 599.5],
        [600, 800],
      ].entries())
        for (const cursusuren of uren)
          expect(hoogste({ ...Z_ASIEL, cursusuren, participatieuren })).toBe(
            (bedragen[kolom] ?? 0) * 100,
          );
  });

  it('in de onderwijsroute telt de aanwezigheid, ook voor gezinsmigranten', () => {
    const gezin = { ...O, doelgroep: 'Gezinsmigrant en overige migrant', cursusuren: 900 };
    expect([59, 60, 90].map((aanwezigheid) => hoogste({ ...gezin, aanwezigheid }))).toEqual([
      100_000, 80_000, 40_000,
    ]);
  });

  it('Z gezin kijkt alleen naar de cursusuren', () => {
    const som = (cursusuren: number) => hoogste({ ...Z_GEZIN, cursusuren, participatieuren: 800 });
    expect([0, 299, 300, 599, 600, 799].map(som)).toEqual([
      100_000, 100_000, 80_000, 80_000, 40_000, 40_000,
    ]);
  });

  it.each([
    [0, 22_500],
    [1, 18_000],
    [2, 13_500],
    [3, 9_000],
    [4, 4_500],
  ])('met %i behaalde onderdelen is het laagste bedrag %i', (behaaldeOnderdelen, bedrag) => {
    const laag = { examenpogingen: POGINGEN[2], behaaldeOnderdelen };
    expect(hoogste({ ...B_ASIEL, ...laag, cursusuren: 600 })).toBe(bedrag);
    expect(hoogste({ ...O, ...laag, aanwezigheid: 90 })).toBe(bedrag);
  });

  it('in de Z-route verlaagt een behaald onderdeel niets', () => {
    expect(hoogste({ ...Z_ASIEL, behaaldeOnderdelen: 5 })).toBe(40_000);
  });

  it.each<[string, object, string[]]>([
    ['behaald', { leerrouteBehaald: true }, ['De leerroute is op tijd behaald']],
    [
      'alle onderdelen in de B1-route',
      { leerroute: 'B', behaaldeOnderdelen: 5 },
      ['Alle examenonderdelen zijn behaald'],
    ],
    [
      'alle onderdelen in de onderwijsroute',
      { leerroute: 'O', behaaldeOnderdelen: 5 },
      ['Alle examenonderdelen zijn behaald'],
    ],
    [
      'verblijf',
      { verblijfNietVerlengdOfIngetrokken: true },
      ['Het verblijf is niet verlengd of ingetrokken; dan legt DUO hiervoor geen boete op'],
    ],
    ['geen verwijt', { verwijtbaar: false }, ['De persoon valt niets te verwijten']],
    [
      'bijstand',
      { bijstandVerlaagd: true },
      ['De bijstand is al verlaagd voor dezelfde gedraging'],
    ],
    [
      'voor de wet',
      { laatsteDagTermijn: '2021-12-31' },
      ['Op 31 december 2021 gold deze wet nog niet'],
    ],
  ])('geen boete: %s', (_, f, titels) => expect(kern(f)).toEqual(titels));

  it('noemt waarom er geen boete is, met het artikel', () => {
    const artikelen = vraag({
      leerroute: 'B',
      leerrouteBehaald: true,
      behaaldeOnderdelen: 5,
      verblijfNietVerlengdOfIngetrokken: true,
    })
      .uitleg()
      .stappen?.map((s) => s.grondslag?.artikel.replace('Wet inburgering 2021 ', ''));
    expect(artikelen).toEqual(['art. 25 lid 1', 'art. 7 lid 1 en art. 8 lid 4', 'art. 25 lid 3']);
  });

  it('vraagt alleen wat de tabel van deze route nodig heeft', () => {
    const leeg = {
      cursusuren: undefined,
      examenpogingen: undefined,
      behaaldeOnderdelen: undefined,
    };
    expect(kern({ leerroute: undefined })).toEqual(['leerroute']);
    expect(kern({ leerroute: 'B', ...leeg })).toEqual([
      'cursusuren',
      'geschatteIntensiteitB1Route',
      'examenpogingen',
      'behaaldeOnderdelen',
    ]);
    expect(kern({ ...B_GEZIN, ...leeg })).toEqual([
      'cursusuren',
      'examenpogingen',
      'behaaldeOnderdelen',
    ]);
    expect(kern({ leerroute: 'O' })).toEqual([
      'aanwezigheid',
      'examenpogingen',
      'behaaldeOnderdelen',
    ]);
    expect(kern({ leerroute: 'Z' })).toEqual(['cursusuren', 'participatieuren']);
    expect(kern({ ...Z_GEZIN, cursusuren: undefined, participatieuren: undefined })).toEqual([
      'cursusuren',
    ]);
  });

  it.each(['doelgroep', 'bijstandVerlaagd', 'laatsteDagTermijn', 'leerrouteBehaald'])(
    'vraagt naar %s',
    (feit) => expect(kern({ ...B_ASIEL, [feit]: undefined })).toEqual([feit]),
  );

  it('vraagt naar het verblijf en naar het verwijt, met wat een mens weegt', () => {
    const a = vraag({
      ...B_ASIEL,
      verblijfNietVerlengdOfIngetrokken: undefined,
      verwijtbaar: undefined,
    });
    expect(a).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'verblijfNietVerlengdOfIngetrokken' }, { feit: 'verwijtbaar' }],
    });
    expect(a.uitkomst === 'onbekend' && a.ontbreekt[1]?.wegen).toHaveLength(4);
  });

  it('legt de B1-route uit', () => {
    const uitleg = vraag({ ...B_ASIEL, behaaldeOnderdelen: 2 }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Boete van DUO voor de leerroute',
      uitkomst: 'ten hoogste € 600',
      grondslag: { artikel: 'Wet inburgering 2021 art. 25 en 26', zekerheid: 'vast' },
    });
    expect(uitleg.stappen?.map((s) => [s.titel, s.uitkomst])).toEqual([
      ['Boetetabel: 55 procent van de lessen gevolgd, niet alle onderdelen geprobeerd', '€ 1.000'],
      ['Verlaging met 40 procent: 2 onderdelen behaald', '€ 600'],
      ['DUO geeft een nieuwe termijn', undefined],
      [expect.stringContaining('beslist een mens met naam'), undefined],
    ]);
    expect(uitleg.stappen?.[0]?.grondslag).toMatchObject({
      artikel: 'Regeling inburgering 2021 art. 7.1 en bijlage 6a',
      zekerheid: 'afgeleid',
    });
    expect(uitleg.stappen?.[2]?.grondslag?.artikel).toContain('art. 25 lid 2');
    expect(uitleg.feiten).toHaveLength(12);
    expect(uitleg.zouWijzigenAls).toEqual(zinnen(3));
  });

  it.each([
    [{ ...B_ASIEL, behaaldeOnderdelen: 1 }, 1, 'Verlaging met 20 procent: één onderdeel behaald'],
    [
      { ...B_GEZIN, cursusuren: 249.5 },
      0,
      'Boetetabel: 249,5 cursusuren, niet alle onderdelen geprobeerd',
    ],
    [
      { ...O, aanwezigheid: 59.5 },
      0,
      'Boetetabel: 59,5 procent van de lessen gevolgd, niet alle onderdelen geprobeerd',
    ],
    [
      { ...Z_ASIEL, participatieuren: 250.5 },
      0,
      'Boetetabel: 700 cursusuren en 250,5 uur participatie',
    ],
    [Z_GEZIN, 0, 'Boetetabel: 700 cursusuren'],
    [Z_GEZIN, 1, 'DUO geeft een nieuwe termijn'],
  ])('zegt het in woorden: geval %#', (f, stap, titel) => {
    expect(vraag(f).uitleg().stappen?.[stap]?.titel).toBe(titel);
  });

  it.each([
    [O, 'art. 7.2 en bijlage 6b'],
    [Z_ASIEL, 'art. 7.3 en bijlage 6c'],
  ])('noemt de tabel van de route: geval %#', (f, artikel) => {
    expect(vraag(f).uitleg().stappen?.[0]?.grondslag?.artikel).toContain(artikel);
  });

  it('meer uren, meer pogingen of meer behaalde onderdelen kost nooit meer', () => {
    const uren = fc.integer({ min: 0, max: 1_000 });
    const zaak = fc.record({
      leerroute: fc.constantFrom('B', 'O', 'Z'),
      doelgroep: fc.constantFrom('Asielstatushouder', 'Gezinsmigrant en overige migrant'),
      cursusuren: uren,
      participatieuren: uren,
      aanwezigheid: fc.integer({ min: 0, max: 99 }),
      geschatteIntensiteitB1Route: fc.integer({ min: 1, max: 1_000 }),
      examenpogingen: fc.constantFrom(POGINGEN[0], POGINGEN[1]),
      behaaldeOnderdelen: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(zaak, fc.integer({ min: 1, max: 300 }), (f, meer) => {
        const nu = hoogste(f);
        expect(nu).toBeLessThanOrEqual(100_000);
        expect(nu).toBeGreaterThanOrEqual(4_500);
        const beter = [
          { cursusuren: f.cursusuren + meer },
          { participatieuren: f.participatieuren + meer },
          { aanwezigheid: Math.min(100, f.aanwezigheid + meer) },
          { examenpogingen: POGINGEN[POGINGEN.indexOf(f.examenpogingen) + 1] },
          { behaaldeOnderdelen: f.behaaldeOnderdelen + 1 },
        ];
        for (const b of beter) expect(hoogste({ ...f, ...b })).toBeLessThanOrEqual(nu);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteDuoLeerrouteRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteDuoLeerrouteRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual([
      'bepaald',
      'bepaald',
      'niet-van-toepassing',
      'niet-van-toepassing',
      'onbekend',
    ]);
    expect(boeteDuoLeerrouteRegel.artikelen).toHaveLength(6);
  });
});
