import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusMaanden, vanEpochDag } from '../shared/datum.ts';
import { bedragenOp, maximumOp } from './bedragen.ts';
import { type BoeteIntakeFeiten, boeteIntake, boeteIntakeRegel } from './boete-intake.ts';
import { boeteIntakeTermijn, boeteIntakeTermijnRegel } from './boete-intake-termijn.ts';

const TWEEDE: BoeteIntakeFeiten = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  bijstandVerlaagd: false,
  gemisteOproepen: 2,
  waarschuwingGegeven: true,
  datumConstatering: datum('2024-12-16'),
  verwijtbaar: true,
  bijzondereOmstandigheden: false,
  eerdereBoetes: [],
};
const EERDER = { artikel: '22', bedrag: 25_000 } as const;

const kern = (f: object) => {
  const a = boeteIntake({ ...TWEEDE, ...f });
  if (a.uitkomst === 'bepaald') return a.waarde;
  if (a.uitkomst === 'onbekend') return a.ontbreekt.map((o) => o.feit);
  return a.uitleg().stappen?.map((s) => s.titel);
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-intake', () => {
  it('vector 68: na de eerste gemiste oproep een waarschuwing en geen boete', () => {
    const a = boeteIntake({ gemisteOproepen: 1 });
    expect(a.uitkomst).toBe('niet-van-toepassing');
    expect(a.uitleg()).toMatchObject({
      uitkomst: 'geen boete',
      stappen: [{ titel: expect.stringContaining('waarschuwing'), uitkomst: 'geen boete' }],
    });
    expect(a.uitleg().stappen?.[0]?.grondslag?.artikel).toBe('Wet inburgering 2021 art. 14 lid 1');
  });

  it('vector 69: na de herhaalde oproep € 250', () => {
    expect(kern({})).toEqual({
      hoogsteBoete: 25_000,
      keer: 1,
      intakeZonderPersoon: false,
      ruimte: 240_000,
    });
  });

  it('een tweede boete na de nieuwe termijn, en dan de intake zonder de persoon', () => {
    expect(kern({ gemisteOproepen: 3, eerdereBoetes: [EERDER] })).toEqual({
      hoogsteBoete: 25_000,
      keer: 2,
      intakeZonderPersoon: true,
      ruimte: 215_000,
    });
    expect(kern({ gemisteOproepen: 3 })).toMatchObject({ keer: 1, intakeZonderPersoon: true });
  });

  it.each<[string, object, string[]]>([
    ['niets gemist', { gemisteOproepen: 0 }, ['Er is geen oproep gemist']],
    [
      'al een boete voor deze oproep',
      { eerdereBoetes: [EERDER] },
      ['Voor de laatste gemiste oproep is al een boete opgelegd'],
    ],
    [
      'twee boetes',
      { gemisteOproepen: 4, eerdereBoetes: [EERDER, EERDER] },
      ['Er zijn al twee boetes voor deze intake opgelegd'],
    ],
    [
      'niet gewaarschuwd',
      { waarschuwingGegeven: false },
      ['Er is nog niet schriftelijk gewaarschuwd'],
    ],
    ['geen verwijt', { verwijtbaar: false }, ['De persoon valt niets te verwijten']],
    [
      'verlaagde bijstand',
      { bijstandVerlaagd: true },
      ['De bijstand is al verlaagd voor dezelfde gedraging'],
    ],
    [
      'toets voldoet niet',
      { doelgroep: 'Asielstatushouder', vluchtelingtoetsVoldoet: false },
      ['De toets voor een boete aan een asielstatushouder voldoet niet'],
    ],
    [
      'voor de wet',
      { datumConstatering: '2021-12-31' },
      ['Op 31 december 2021 gold deze wet nog niet'],
    ],
    [
      'alles tegelijk',
      {
        gemisteOproepen: 1,
        waarschuwingGegeven: false,
        verwijtbaar: false,
        bijstandVerlaagd: true,
        doelgroep: 'Asielstatushouder',
        vluchtelingtoetsVoldoet: false,
      },
      [
        'Na de eerste gemiste oproep volgt een waarschuwing met een herhaalde oproep',
        'Er is nog niet schriftelijk gewaarschuwd',
        'De persoon valt niets te verwijten',
        'De toets voor een boete aan een asielstatushouder voldoet niet',
        'De bijstand is al verlaagd voor dezelfde gedraging',
      ],
    ],
  ])('geen boete: %s', (_, f, titels) => expect(kern(f)).toEqual(titels));

  it.each([
    [{ gemisteOproepen: 0 }, 'art. 14 lid 1'],
    [{ waarschuwingGegeven: false }, 'art. 14 lid 1'],
    [{ eerdereBoetes: [EERDER] }, 'art. 22'],
    [{ gemisteOproepen: 4, eerdereBoetes: [EERDER, EERDER] }, 'art. 22'],
  ])('noemt het artikel van de ladder: geval %#', (f, artikel) => {
    const stap = boeteIntake({ ...TWEEDE, ...f }).uitleg().stappen?.[0];
    expect(stap?.grondslag).toMatchObject({
      artikel: `Wet inburgering 2021 ${artikel}`,
      regel: 'boete-intake',
    });
  });

  it('zonder gemiste oproep doet een ontbrekende waarschuwing er niet toe', () => {
    expect(kern({ gemisteOproepen: 0, waarschuwingGegeven: false })).toHaveLength(1);
    expect(kern({ gemisteOproepen: undefined, waarschuwingGegeven: false })).toEqual([
      'Er is nog niet schriftelijk gewaarschuwd',
    ]);
  });

  it.each([
    ['2021-12-31', 'niet-van-toepassing'],
    ['2022-01-01', 'bepaald'],
    ['2022-01-02', 'bepaald'],
  ])('geconstateerd op %s: %s', (dag, uitkomst) => {
    expect(boeteIntake({ ...TWEEDE, datumConstatering: datum(dag) }).uitkomst).toBe(uitkomst);
  });

  it('kan aan een asielstatushouder alleen na de toets', () => {
    const asiel = { doelgroep: 'Asielstatushouder' };
    expect(kern(asiel)).toEqual(['vluchtelingtoetsVoldoet']);
    expect(kern({ ...asiel, vluchtelingtoetsVoldoet: true })).toMatchObject({
      hoogsteBoete: 25_000,
    });
    // Voor een ander doet de toets er niet toe.
    expect(kern({ vluchtelingtoetsVoldoet: false })).toMatchObject({ hoogsteBoete: 25_000 });
  });

  it.each(Object.keys(TWEEDE))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('vraagt naar het bedrag en het artikel van een eerdere boete, en niet naar de herhaling', () => {
    expect(kern({ eerdereBoetes: [{}, { artikel: '23' }, { bedrag: 1 }] })).toEqual([
      'eerdereBoetes.artikel',
      'eerdereBoetes.bedrag',
    ]);
  });

  it('zegt wat een mens weegt', () => {
    const a = boeteIntake({ ...TWEEDE, verwijtbaar: undefined });
    expect(a.uitkomst === 'onbekend' && a.ontbreekt[0]?.wegen?.length).toBe(4);
    const b = boeteIntake({ ...TWEEDE, bijzondereOmstandigheden: undefined });
    expect(b.uitkomst === 'onbekend' && b.ontbreekt[0]?.wegen?.length).toBe(3);
    const c = boeteIntake({ ...TWEEDE, doelgroep: 'Asielstatushouder' });
    expect(c.uitkomst === 'onbekend' && c.ontbreekt[0]?.wegen?.length).toBe(3);
  });

  it('blijft binnen wat van het totaal over is', () => {
    const bijna = [{ artikel: '23', bedrag: 230_000 }];
    expect(kern({ eerdereBoetes: bijna })).toMatchObject({ hoogsteBoete: 10_000, ruimte: 10_000 });
  });

  it('legt de eerste en de tweede boete uit', () => {
    const eerste = boeteIntake(TWEEDE).uitleg();
    expect(eerste).toMatchObject({
      titel: 'Boete voor de brede intake',
      uitkomst: 'ten hoogste € 250',
      grondslag: { artikel: 'Wet inburgering 2021 art. 14, 22 en 26', zekerheid: 'vast' },
    });
    expect(eerste.stappen?.map((s) => s.uitkomst ?? s.titel)).toEqual([
      '€ 250',
      'nog € 2.400',
      'De beschikking geeft een nieuwe termijn van ten hoogste twee maanden',
      'Dit is wat ten hoogste mag. Of er een boete komt, en hoe hoog, beslist een mens met naam',
    ]);
    expect(eerste.stappen?.[0]?.titel).toBe('Eerste boete voor de intake');
    expect(eerste.stappen?.[2]?.grondslag).toMatchObject({
      artikel: 'Wet inburgering 2021 art. 22 lid 2',
      zekerheid: 'vast',
    });
    expect(eerste.stappen?.[1]?.grondslag?.toelichting).toContain('tellen ze bij de eerste');
    expect(eerste.feiten).toHaveLength(8);
    expect(eerste.zouWijzigenAls).toEqual(zinnen(3));
    const tweede = boeteIntake({
      ...TWEEDE,
      datumConstatering: datum('2025-10-21'),
      gemisteOproepen: 3,
      eerdereBoetes: [EERDER],
      bijzondereOmstandigheden: true,
    }).uitleg();
    expect(tweede.uitkomst).toBe('ten hoogste € 250, met reden om lager te gaan');
    expect(tweede.grondslag?.zekerheid).toBe('onbevestigd');
    expect(tweede.stappen?.map((s) => s.titel)).toEqual([
      'Tweede boete voor de intake',
      'Bijzondere omstandigheden: een mens bepaalt hoeveel lager',
      'Grens aan het totaal: € 2.400, waarvan € 250 al is opgelegd',
      'Na drie oproepen voltooit het college de intake zonder de persoon',
      expect.stringContaining('beslist een mens met naam'),
    ]);
    expect(tweede.stappen?.[1]?.grondslag?.artikel).toContain('art. 7.1 lid 6');
    expect(tweede.stappen?.[3]?.grondslag?.artikel).toContain('art. 14 lid 2');
  });

  it('komt nooit boven het maximum van de wet of wat over is', () => {
    const boete = fc.record({
      artikel: fc.constantFrom('22' as const, '23' as const),
      bedrag: fc.integer({ min: 0, max: 200_000 }),
    });
    fc.assert(
      fc.property(fc.array(boete, { maxLength: 6 }), fc.integer({ min: 0, max: 6 }), (b, n) => {
        const a = boeteIntake({ ...TWEEDE, gemisteOproepen: n, eerdereBoetes: b });
        const om = boeteIntake({ ...TWEEDE, gemisteOproepen: n, eerdereBoetes: b.toReversed() });
        expect(JSON.stringify(om)).toBe(JSON.stringify(a));
        if (a.uitkomst !== 'bepaald') return;
        const som = b.reduce((t, { bedrag }) => t + bedrag, 0);
        expect(a.waarde.hoogsteBoete).toBe(Math.min(25_000, Math.max(0, 240_000 - som)));
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteIntakeRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteIntakeRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual([
      'niet-van-toepassing',
      'bepaald',
      'bepaald',
      'niet-van-toepassing',
      'onbekend',
    ]);
  });
});

describe('boete-intake-termijn', () => {
  const dagen = (dag: string) => {
    const a = boeteIntakeTermijn({ datumBekendmaking: datum(dag) });
    return a.uitkomst === 'bepaald' ? [a.waarde.kaleLaatsteDag, a.waarde.laatsteDag] : a.uitkomst;
  };

  it.each([
    ['vector 69: bekendgemaakt op 31 december', '2024-12-31', '2025-02-28', '2025-02-28'],
    ['dag ervoor', '2024-12-30', '2025-02-28', '2025-02-28'],
    ['dag erna, en de laatste dag is een zaterdag', '2025-01-01', '2025-03-01', '2025-03-03'],
    ['schrikkeljaar', '2023-12-31', '2024-02-29', '2024-02-29'],
    ['zondag', '2024-11-09', '2025-01-09', '2025-01-09'],
    ['Tweede Kerstdag en een weekend', '2025-10-26', '2025-12-26', '2025-12-29'],
  ])('%s', (_, dag, kaal, laatste) => expect(dagen(dag)).toEqual([kaal, laatste]));

  it('vraagt naar de bekendmaking', () => {
    expect(boeteIntakeTermijn({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'datumBekendmaking' }],
    });
    expect(boeteIntakeTermijn({}).uitleg().grondslag?.artikel).toContain('art. 22 lid 2');
  });

  it('legt uit met de twee maanden en de verschuiving', () => {
    const uitleg = boeteIntakeTermijn({ datumBekendmaking: datum('2025-01-01') }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Nieuwe termijn om alsnog voor de intake te verschijnen',
      uitkomst: 'uiterlijk tot en met 3 maart 2025',
      grondslag: { zekerheid: 'afgeleid', link: expect.stringContaining('2023-01-01') },
      feiten: [{ waarde: '1 januari 2025' }],
      zouWijzigenAls: zinnen(1),
    });
    expect(uitleg.stappen?.map((s) => s.uitkomst)).toEqual([
      '1 maart 2025',
      'verschoven naar 3 maart 2025',
      undefined,
    ]);
    expect(uitleg.stappen?.[0]?.titel).toBe('Twee maanden na het bekendmaken');
    expect(uitleg.stappen?.[2]?.titel).toContain('kortere');
    expect(uitleg.grondslag?.regel).toBe('boete-intake-termijn');
  });

  it('ligt nooit vóór de twee maanden en wordt nooit vroeger als de bekendmaking later is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 24_000 }), (n) => {
        const [een, twee] = [vanEpochDag(n), vanEpochDag(n + 1)];
        const laatste = (d: typeof een) => String(dagen(d)[1]);
        expect(laatste(een) >= plusMaanden(een, 2)).toBe(true);
        expect(laatste(twee) >= laatste(een)).toBe(true);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteIntakeTermijnRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteIntakeTermijnRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'onbekend']);
  });
});

describe('bedragen', () => {
  it('staan vast sinds 2022', () => {
    const dag = datum('2022-01-01');
    expect(bedragenOp(datum('2021-12-31'))).toBeUndefined();
    expect(bedragenOp(dag)).toEqual({
      intake: 25_000,
      pip: 5_000,
      hoogstePip: 80_000,
      pvtMap: 34_000,
    });
    expect((['22', '23', '24', '25'] as const).map((a) => maximumOp(dag, a))).toEqual([
      25_000, 80_000, 34_000, 100_000,
    ]);
    expect(maximumOp(datum('2021-12-31'), '22')).toBeUndefined();
  });
});
