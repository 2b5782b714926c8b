import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { type BoetePipFeiten, boetePip, boetePipRegel } from './boete-pip.ts';
import { type EerdereBoete, TERMIJNEN } from './eerdere-boetes.ts';

const DAG = datum('2025-03-10');
const EERSTE: BoetePipFeiten = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  bijstandVerlaagd: false,
  datumConstatering: DAG,
  onvoldoendeMeegewerkt: true,
  verwijtbaarheid: 'geen opzet of grove schuld',
  soortTermijn: 'eerste of verlengde termijn',
  eerdereBoetes: [],
};

const boete = (f: Partial<EerdereBoete> = {}): EerdereBoete => ({
  artikel: '23',
  dagtekeningBoetebeschikking: datum('2025-01-20'),
  bedrag: 5_000,
  datumConstatering: datum('2025-01-06'),
  onherroepelijk: true,
  ...f,
});
const keer = (n: number, f: Partial<EerdereBoete> = {}) =>
  Array.from({ length: n }, () => boete(f));

const kern = (f: object) => {
  const a = boetePip({ ...EERSTE, ...f });
  if (a.uitkomst === 'bepaald') return a.waarde;
  if (a.uitkomst === 'onbekend') return a.ontbreekt.map((o) => o.feit);
  return a.uitleg().stappen?.map((s) => s.titel);
};
const hoogste = (f: object) => {
  const a = boetePip({ ...EERSTE, ...f });
  return a.uitkomst === 'bepaald' ? a.waarde.hoogsteBoete : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-pip', () => {
  it.each([
    ['vector 71: geen opzet of grove schuld', 'geen opzet of grove schuld', 2_500, 50],
    ['vector 71: opzet', 'opzet', 5_000, 100],
    ['vector 71: grove schuld', 'grove schuld', 3_750, 75],
    ['vector 71: verminderd verwijtbaar', 'verminderd verwijtbaar', 1_250, 25],
  ])('%s', (_, verwijtbaarheid, hoogsteBoete, percentage) => {
    expect(kern({ verwijtbaarheid })).toEqual({
      hoogsteBoete,
      boetebedrag: 5_000,
      herhalingen: 0,
      percentage,
      ruimte: 240_000,
    });
  });

  it.each([
    ['tweede', 1, 10_000],
    ['derde', 2, 20_000],
    ['vierde', 3, 40_000],
    ['vector 73: vijfde', 4, 80_000],
    ['vector 73: zesde', 5, 80_000],
  ])('%s keer met opzet', (_, eerder, bedrag) => {
    expect(kern({ verwijtbaarheid: 'opzet', eerdereBoetes: keer(eerder) })).toMatchObject({
      hoogsteBoete: bedrag,
      boetebedrag: bedrag,
      herhalingen: eerder,
    });
  });

  it('vector 74: een vorige boete in bezwaar telt niet mee', () => {
    const eerdereBoetes = keer(1, { onherroepelijk: false });
    expect(kern({ eerdereBoetes })).toMatchObject({ herhalingen: 0, hoogsteBoete: 2_500 });
  });

  it('vector 76: van de grens is nog € 100 over', () => {
    const eerdereBoetes = [
      boete({ bedrag: 80_000 }),
      boete({ bedrag: 125_000 }),
      boete({ artikel: '22', bedrag: 25_000, datumConstatering: undefined }),
    ];
    expect(kern({ verwijtbaarheid: 'opzet', eerdereBoetes })).toMatchObject({
      boetebedrag: 20_000,
      hoogsteBoete: 10_000,
      ruimte: 10_000,
    });
  });

  it.each([
    [5_000, 240_000 - 5_000, 5_000],
    [5_001, 240_000 - 4_999, 4_999],
    [5_000, 240_000, 0],
    [5_000, 300_000, 0],
  ])('de grens: geval %#', (_, bedrag, verwacht) => {
    const eerdereBoetes = [{ artikel: '22', bedrag }];
    expect(hoogste({ verwijtbaarheid: 'opzet', eerdereBoetes })).toBe(verwacht);
  });

  it.each([
    ['2024-03-09', 0],
    ['2024-03-10', 1],
    ['2024-03-11', 1],
    ['2025-03-09', 1],
    ['2025-03-10', 0],
    ['2025-03-11', 0],
  ])('een overtreding van %s telt %i keer voor 10 maart 2025', (dag, aantal) => {
    const eerdereBoetes = [boete({ datumConstatering: datum(dag) })];
    expect(kern({ eerdereBoetes })).toMatchObject({ herhalingen: aantal });
  });

  it('telt de twaalf maanden vóór 29 februari vanaf 28 februari', () => {
    const telt = (dag: string) =>
      kern({
        datumConstatering: '2024-02-29',
        eerdereBoetes: [boete({ datumConstatering: datum(dag) })],
      });
    expect(telt('2023-02-27')).toMatchObject({ herhalingen: 0 });
    expect(telt('2023-02-28')).toMatchObject({ herhalingen: 1 });
  });

  it('een boete voor de intake is geen herhaling', () => {
    expect(kern({ eerdereBoetes: keer(2, { artikel: '22' }) })).toMatchObject({
      herhalingen: 0,
      ruimte: 230_000,
    });
  });

  it.each([
    ['nieuwe termijn van zes maanden', 40_000],
    ['nieuwe termijn van een jaar', 80_000],
    ['nieuwe termijn van anderhalf jaar', 120_000],
    ['nieuwe termijn van twee jaar', 160_000],
  ])('in een %s is de grens %i eurocent', (soortTermijn, ruimte) => {
    expect(kern({ soortTermijn })).toMatchObject({ ruimte });
  });

  it('in een nieuwe termijn tellen alleen de boetes vanaf haar eerste dag', () => {
    const nieuw = {
      soortTermijn: TERMIJNEN[1],
      begindatumNieuweTermijn: datum('2025-01-20'),
      eerdereBoetes: [
        boete({ dagtekeningBoetebeschikking: datum('2025-01-19'), bedrag: 1 }),
        boete({ dagtekeningBoetebeschikking: datum('2025-01-20'), bedrag: 10 }),
        boete({ dagtekeningBoetebeschikking: datum('2025-01-21'), bedrag: 100 }),
      ],
    };
    expect(kern(nieuw)).toMatchObject({ ruimte: 39_890, herhalingen: 3 });
    // In de eerste termijn doet die dag er niet toe.
    expect(kern({ ...nieuw, soortTermijn: TERMIJNEN[0] })).toMatchObject({ ruimte: 239_889 });
    expect(kern({ ...nieuw, begindatumNieuweTermijn: undefined })).toEqual([
      'begindatumNieuweTermijn',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['meegewerkt', { onvoldoendeMeegewerkt: false }, ['De persoon werkte voldoende mee']],
    [
      'geen verwijt',
      { verwijtbaarheid: 'niet verwijtbaar' },
      ['De persoon valt niets te verwijten'],
    ],
    [
      'voor de wet',
      { datumConstatering: '2021-12-31' },
      ['Op 31 december 2021 gold deze wet nog niet'],
    ],
    [
      'alles tegelijk',
      {
        onvoldoendeMeegewerkt: false,
        verwijtbaarheid: 'niet verwijtbaar',
        bijstandVerlaagd: true,
        doelgroep: 'Asielstatushouder',
        vluchtelingtoetsVoldoet: false,
        eerdereBoetes: undefined,
      },
      [
        'De persoon werkte voldoende mee',
        'De persoon valt niets te verwijten',
        'De toets voor een boete aan een asielstatushouder voldoet niet',
        'De bijstand is al verlaagd voor dezelfde gedraging',
      ],
    ],
  ])('geen boete: %s', (_, f, titels) => expect(kern(f)).toEqual(titels));

  it('noemt bij elke hindernis de wet', () => {
    const stappen = boetePip({
      onvoldoendeMeegewerkt: false,
      verwijtbaarheid: 'niet verwijtbaar',
      bijstandVerlaagd: true,
      doelgroep: 'Asielstatushouder',
      vluchtelingtoetsVoldoet: false,
      datumConstatering: datum('2021-12-31'),
    }).uitleg().stappen;
    expect(stappen?.map((s) => [s.grondslag?.artikel, s.grondslag?.regel])).toEqual([
      ['Wet inburgering 2021 art. 54', 'boete-pip'],
      ['Wet inburgering 2021 art. 23 lid 1', 'boete-pip'],
      ['Algemene wet bestuursrecht art. 5:41', 'boete-pip'],
      ['Wet inburgering 2021 art. 22 tot en met 25', 'boete-pip'],
      ['Wet inburgering 2021 art. 27', 'boete-pip'],
    ]);
    expect(stappen?.[3]?.grondslag).toMatchObject({
      zekerheid: 'ontwerp',
      toelichting: expect.stringContaining('C-158/23'),
    });
  });

  it.each(Object.keys(EERSTE))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('zegt wat een mens weegt', () => {
    const wegen = (f: object) => {
      const a = boetePip({ ...EERSTE, ...f });
      return a.uitkomst === 'onbekend' && a.ontbreekt[0]?.wegen?.length;
    };
    expect(wegen({ verwijtbaarheid: undefined })).toBe(4);
    expect(wegen({ onvoldoendeMeegewerkt: undefined })).toBe(3);
  });

  it.each<[string, Partial<EerdereBoete>, object]>([
    ['artikel', { artikel: undefined }, {}],
    ['bedrag', { bedrag: undefined }, {}],
    ['datumConstatering', { datumConstatering: undefined }, {}],
    ['onherroepelijk', { onherroepelijk: undefined }, {}],
    [
      'dagtekeningBoetebeschikking',
      { dagtekeningBoetebeschikking: undefined },
      { soortTermijn: TERMIJNEN[2], begindatumNieuweTermijn: datum('2025-01-01') },
    ],
  ])('vraagt van een eerdere boete naar %s', (naam, mist, f) => {
    const a = boetePip({ ...EERSTE, ...f, eerdereBoetes: [boete(mist), boete(mist)] });
    expect(a).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [
        {
          feit: `eerdereBoetes.${naam}`,
          tekst: expect.stringContaining('Van een eerdere boete nog niet bekend: '),
        },
      ],
    });
  });

  it('vraagt niet naar wat de uitkomst niet meer verandert', () => {
    const zonder = (f: Partial<EerdereBoete>, zaak: object = {}) =>
      hoogste({ ...zaak, eerdereBoetes: [boete(f)] });
    expect(zonder({ onherroepelijk: false, datumConstatering: undefined })).toBe(2_500);
    const lang = datum('2024-03-09');
    expect(zonder({ onherroepelijk: undefined, datumConstatering: lang })).toBe(2_500);
    expect(zonder({ dagtekeningBoetebeschikking: undefined })).toBe(5_000);
    const intake = { artikel: '22', onherroepelijk: undefined, datumConstatering: undefined };
    expect(zonder(intake as Partial<EerdereBoete>)).toBe(2_500);
    const nieuw = { soortTermijn: TERMIJNEN[1], begindatumNieuweTermijn: datum('2025-02-01') };
    expect(zonder({ bedrag: undefined }, nieuw)).toBe(5_000);
  });

  it('legt een eerste boete uit', () => {
    const uitleg = boetePip(EERSTE).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Boete tijdens de inburgering',
      uitkomst: 'ten hoogste € 25',
      grondslag: { artikel: 'Wet inburgering 2021 art. 23 en 26', zekerheid: 'vast' },
    });
    expect(uitleg.stappen?.map((s) => [s.titel, s.uitkomst])).toEqual([
      ['Boete zonder herhaling', '€ 50'],
      [
        'Geen eerdere overtreding met een onherroepelijke boete in de twaalf maanden ervoor',
        '€ 50',
      ],
      ['geen opzet of grove schuld: 50 procent van € 50', '€ 25'],
      ['Grens aan het totaal: € 2.400, waarvan € 0 al is opgelegd', 'nog € 2.400'],
      [expect.stringContaining('beslist een mens met naam'), undefined],
    ]);
    expect(uitleg.feiten).toHaveLength(7);
    expect(uitleg.zouWijzigenAls).toEqual(zinnen(3));
    const later = boetePip({ ...EERSTE, datumConstatering: datum('2025-10-21') }).uitleg();
    expect(later.grondslag?.zekerheid).toBe('onbevestigd');
  });

  it('legt de herhaling uit, met de andere lezing als die verschilt', () => {
    const stap = (n: number) =>
      boetePip({ ...EERSTE, verwijtbaarheid: 'opzet', eerdereBoetes: keer(n) }).uitleg()
        .stappen?.[1];
    expect(stap(1)).toMatchObject({ uitkomst: '€ 100', stappen: [] });
    expect(stap(1)?.titel).toContain('één keer verdubbeld');
    expect(stap(3)).toMatchObject({
      titel: 'Herhaling: 3 keer verdubbeld, ten hoogste tot het maximum',
      uitkomst: '€ 400',
      stappen: [{ titel: expect.stringContaining('andere lezing'), uitkomst: '€ 200' }],
      grondslag: { zekerheid: 'ontwerp', toelichting: expect.stringContaining('€ 50') },
    });
    expect(stap(15)?.stappen).toEqual([]);
    expect(stap(14)?.stappen?.[0]?.uitkomst).toBe('€ 750');
  });

  it('zegt wanneer de grens de boete verlaagt', () => {
    const laatste = (bedrag: number) =>
      boetePip({ ...EERSTE, eerdereBoetes: [{ artikel: '22', bedrag }] }).uitleg().stappen?.[3];
    expect(laatste(237_500)?.uitkomst).toBe('nog € 25');
    expect(laatste(237_501)?.uitkomst).toBe('nog € 24,99: dat is de grens');
    expect(laatste(1)?.grondslag).toMatchObject({
      artikel: 'Besluit inburgering 2021 art. 7.1 lid 5',
      zekerheid: 'afgeleid',
    });
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boetePipRegel.voorbeelden.map(({ invoer }) => {
      const uit = boetePipRegel.beantwoord(invoer);
      if (!('antwoord' in uit)) return uit.fouten;
      const a = uit.antwoord as ReturnType<typeof boetePip>;
      return a.uitkomst === 'bepaald' ? a.waarde.hoogsteBoete : a.uitkomst;
    });
    expect(uitkomsten).toEqual([2_500, 80_000, 5_000, 10_000, 'niet-van-toepassing', 'onbekend']);
    expect(boetePipRegel.rijen).toEqual(['I3', 'I4', 'I5', 'I6', 'I8']);
  });
});

describe('boete-pip, wetten die altijd gelden', () => {
  const eerder = fc.record({
    artikel: fc.constantFrom('22' as const, '23' as const),
    dagtekeningBoetebeschikking: fc.integer({ min: 19_500, max: 20_200 }).map(vanEpochDag),
    bedrag: fc.integer({ min: 0, max: 80_000 }),
    datumConstatering: fc.integer({ min: 19_500, max: 20_200 }).map(vanEpochDag),
    onherroepelijk: fc.boolean(),
  });
  const zaak = fc.record({
    eerdereBoetes: fc.array(eerder, { maxLength: 7 }),
    soortTermijn: fc.constantFrom(...TERMIJNEN),
    verwijtbaarheid: fc.constantFrom('opzet' as const, 'grove schuld' as const),
    begindatumNieuweTermijn: fc.integer({ min: 19_500, max: 20_200 }).map(vanEpochDag),
  });

  it('nooit boven € 800 of wat over is, ook niet na optellen', () => {
    fc.assert(
      fc.property(zaak, (f) => {
        const a = boetePip({ ...EERSTE, ...f });
        if (a.uitkomst !== 'bepaald') throw new Error(a.uitkomst);
        const { hoogsteBoete, ruimte, boetebedrag } = a.waarde;
        expect(boetebedrag).toBeLessThanOrEqual(80_000);
        expect(hoogsteBoete).toBeLessThanOrEqual(Math.min(boetebedrag, ruimte));
        expect(hoogsteBoete).toBeGreaterThanOrEqual(0);
        const nu = boete({
          dagtekeningBoetebeschikking: plusDagen(DAG, 900),
          bedrag: hoogsteBoete,
        });
        const erna = boetePip({ ...EERSTE, ...f, eerdereBoetes: [...f.eerdereBoetes, nu] });
        expect(erna.uitkomst === 'bepaald' && erna.waarde.ruimte).toBe(ruimte - hoogsteBoete);
      }),
    );
  });

  it('de volgorde van eerdere boetes doet er niet toe', () => {
    fc.assert(
      fc.property(zaak, (f) => {
        const om = { ...f, eerdereBoetes: f.eerdereBoetes.toReversed() };
        expect(kern(om)).toEqual(kern(f));
      }),
    );
  });

  it('minder verwijt kost nooit meer, en een eerdere boete minder ook niet', () => {
    const graden = [
      'opzet',
      'grove schuld',
      'geen opzet of grove schuld',
      'verminderd verwijtbaar',
    ];
    fc.assert(
      fc.property(zaak, (f) => {
        const bedragen = graden.map((verwijtbaarheid) =>
          Number(hoogste({ ...f, verwijtbaarheid })),
        );
        expect(bedragen).toEqual(bedragen.toSorted((a, b) => b - a));
        const telt = f.eerdereBoetes.map((b) => ({ ...b, bedrag: 0 }));
        expect(Number(hoogste({ ...f, eerdereBoetes: telt.slice(1) }))).toBeLessThanOrEqual(
          Number(hoogste({ ...f, eerdereBoetes: telt })),
        );
      }),
    );
  });
});
