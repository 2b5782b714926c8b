import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { feit, pipMet, plichtigeAsielstatushouder } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID, type TermijnId } from '../stand/stand.ts';

const BELEID = { ...STANDAARD_BELEID, gemeentecode: '9001' };

/** Met een PIP van 15 oktober 2026: de verwachte termijn loopt van 16 oktober 2026 tot en met 15 oktober 2029. */
function metPip(leerroute: 'B' | 'O' | 'Z' = 'B', niveau?: 'A2' | 'B1'): Feit[] {
  return [
    ...plichtigeAsielstatushouder(),
    feit(
      'pip-vastgesteld',
      {
        pipId: 'p1',
        versie: 1,
        dagtekening: datum('2026-10-15'),
        bekendgemaaktOp: datum('2026-10-15'),
        gemeentecode: '9001',
        inhoud: { ...pipMet(leerroute), ...(niveau ? { niveau } : {}) },
        vastgesteldDoor: 'B. Kuipers',
      },
      '2026-10-15',
    ),
  ];
}

const stand = (feiten: Feit[], dag: string) => bepaalStand(feiten, BELEID, datum(dag));
const termijn = (feiten: Feit[], id: TermijnId, dag: string) =>
  stand(feiten, dag).termijnen.find((t) => t.id === id);
const signaal = (feiten: Feit[], id: string, dag: string) =>
  stand(feiten, dag).signalen.find((s) => s.id === id)?.tekst;

describe('aanbod voor de leerroute', () => {
  it.each([
    ['2026-10-15', 'loopt'],
    ['2027-01-15', 'loopt'],
    ['2027-01-16', 'verstreken'],
  ])('is op %s: %s', (dag, staat) => {
    expect(termijn(metPip(), 'aanbod-leerroute', dag)).toMatchObject({
      begin: '2026-10-16',
      laatsteDag: '2027-01-15',
      staat,
    });
    expect(signaal(metPip(), 'aanbod-ontbreekt', dag) !== undefined).toBe(staat === 'verstreken');
  });

  it.each([
    ['2027-01-15', 'gehaald'],
    ['2027-01-16', 'te-laat-gehaald'],
  ])('met een aanbod op %s: %s', (op, staat) => {
    const feiten = [
      ...metPip(),
      feit('aanbod', { instelling: 'TaalThuis', datum: datum('2027-02-01') }, '2027-02-01'),
      feit('aanbod', { instelling: 'TaalThuis', datum: datum(op) }, op),
    ];
    expect(termijn(feiten, 'aanbod-leerroute', '2027-03-01')?.staat).toBe(staat);
    expect(stand(feiten, '2027-03-01').voorstellen.map((v) => v.soort)).not.toContain(
      'aanbod-doen',
    );
  });

  it.each<[string[], string, string]>([
    [['2026-10-14'], '2027-03-01', 'gehaald'],
    [['2026-10-14', '2027-01-16'], '2027-03-01', 'te-laat-gehaald'],
    [['2026-10-15', '2027-01-16'], '2027-03-01', 'gehaald'],
    [['2026-10-16', '2027-01-16'], '2027-03-01', 'gehaald'],
    [['2027-01-16', '2026-10-16'], '2027-03-01', 'gehaald'],
  ])('aanbod van %s: het eerste van na het PIP telt', (dagen, dag, staat) => {
    // In de volgorde waarin zij zijn vastgelegd, los van de dag van het aanbod zelf.
    const gedaan = dagen.map((d, i) =>
      feit('aanbod', { instelling: 'TaalThuis', datum: datum(d) }, `2027-02-0${i + 1}`),
    );
    expect(termijn([...metPip(), ...gedaan], 'aanbod-leerroute', dag)?.staat).toBe(staat);
  });

  it('geldt niet voor gezins- en overige migranten', () => {
    const feiten = [
      ...metPip(),
      feit('doelgroep', { indeling: 'Gezinsmigrant en overige migrant' }, '2026-03-04'),
    ];
    expect(termijn(feiten, 'aanbod-leerroute', '2026-11-01')).toBeUndefined();
  });

  it('legt uit waarom die dag', () => {
    const uitleg = termijn(metPip(), 'aanbod-leerroute', '2026-11-01')?.uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: '15 januari 2027',
      grondslag: { regel: 'verlenging', artikel: 'Regeling inburgering 2021 art. 4.1 onder g' },
      feiten: [{ naam: 'Dagtekening van het PIP', waarde: '15 oktober 2026' }],
      stappen: [{ titel: 'Drie maanden na het PIP', uitkomst: '15 januari 2027' }],
      zouWijzigenAls: [expect.stringContaining('aanbod')],
    });
  });
});

describe('wisselen van leerroute', () => {
  it.each([
    ['2028-04-15', 'loopt', true],
    ['2028-04-16', 'verstreken', false],
    ['2028-01-15', 'loopt', true],
    ['2028-01-14', 'loopt', false],
  ])('op %s: %s, gewaarschuwd %s', (dag, staat, gewaarschuwd) => {
    expect(termijn(metPip(), 'wisselen-leerroute', dag)).toMatchObject({
      begin: '2026-10-16',
      laatsteDag: '2028-04-15',
      staat,
    });
    const tekst = signaal(metPip(), 'wisselen-eindigt', dag);
    expect(tekst).toBe(
      gewaarschuwd
        ? 'Wisselen van leerroute kan tot en met 15 april 2028. Past de route nog?'
        : undefined,
    );
  });

  it('legt uit dat anderhalf jaar telt', () => {
    const uitleg = termijn(metPip(), 'wisselen-leerroute', '2026-11-01')?.uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: '15 april 2028',
      grondslag: { regel: 'schakelen', artikel: 'Besluit inburgering 2021 art. 5.4 lid 1' },
      stappen: [
        { titel: 'Begin van de inburgeringstermijn', uitkomst: '16 oktober 2026' },
        { titel: 'Anderhalf jaar', uitkomst: 'tot en met 15 april 2028' },
      ],
      zouWijzigenAls: [
        expect.stringContaining('op een andere dag'),
        expect.stringContaining('onderwijsroute naar de B1-route'),
      ],
    });
  });

  it('is er niet zonder PIP, ook niet als DUO al een termijn gaf', () => {
    const zonder = plichtigeAsielstatushouder();
    const vanDuo = feit(
      'inburgeringstermijn',
      { start: datum('2026-09-11'), eind: datum('2029-09-11') },
      '2026-09-11',
    );
    for (const feiten of [zonder, [...zonder, vanDuo]]) {
      expect(termijn(feiten, 'wisselen-leerroute', '2026-10-01')).toBeUndefined();
    }
  });
});

describe('ontzorgen', () => {
  const met = (bijstand: FeitInhoud['bijstand'], asiel = true) => [
    ...metPip(),
    feit('verblijf', { asielvergunningBepaaldeTijd: asiel }, '2026-03-03'),
    feit('bijstand', bijstand, '2026-09-20'),
  ];
  const zesMaanden = met({ vanaf: datum('2026-10-01') });

  it.each([
    ['2026-09-30', 'nog-niet-begonnen', false],
    ['2026-10-01', 'loopt', false],
    ['2027-01-30', 'loopt', false],
    ['2027-01-31', 'loopt', true],
    ['2027-03-31', 'loopt', true],
    ['2027-04-01', 'verstreken', false],
  ])('op %s: %s, gewaarschuwd %s', (dag, staat, gewaarschuwd) => {
    expect(termijn(zesMaanden, 'ontzorgen', dag)).toMatchObject({
      begin: '2026-10-01',
      laatsteDag: '2027-03-31',
      staat,
    });
    const tekst = signaal(zesMaanden, 'ontzorgen-eindigt', dag);
    expect(tekst).toBe(
      gewaarschuwd
        ? 'Het ontzorgen eindigt op 31 maart 2027. Bespreek wie daarna de vaste lasten betaalt.'
        : undefined,
    );
  });

  it('rust met de plicht, net als de termijn om te wisselen', () => {
    const rust = feit('duo-gebeurtenis', { gebeurtenisId: 'SS109' }, '2026-12-01', { bron: 'duo' });
    const feiten = [...zesMaanden, rust];
    const ids = (dag: string) => stand(feiten, dag).termijnen.map((t) => t.id);
    expect(ids('2026-11-30')).toEqual(expect.arrayContaining(['ontzorgen', 'wisselen-leerroute']));
    expect(ids('2026-12-01')).not.toContain('ontzorgen');
    expect(ids('2026-12-01')).not.toContain('wisselen-leerroute');
  });

  it('eindigt met de bijstand, en noemt de feiten met hun bron', () => {
    const feiten = met({ vanaf: datum('2026-10-01'), tot: datum('2027-01-01') });
    const t = termijn(feiten, 'ontzorgen', '2026-11-01');
    expect(t?.laatsteDag).toBe('2026-12-31');
    const ids = t?.uitleg().feiten?.map((f) => f.feitId);
    expect(ids?.filter(Boolean)).toHaveLength(3);
    expect(t?.uitleg().feiten?.[0]).toMatchObject({ waarde: 'ja', bron: 'DUO' });
  });

  it('is er niet zonder asielvergunning of zonder bijstand', () => {
    expect(
      termijn(met({ vanaf: datum('2026-10-01') }, false), 'ontzorgen', '2026-11-01'),
    ).toBeUndefined();
    expect(termijn(metPip(), 'ontzorgen', '2026-11-01')).toBeUndefined();
  });
});

describe('afschalen', () => {
  const uren = (totaal: number) =>
    feit('uren', { soort: 'taal-en-knm', totaal, bekendTot: datum('2027-06-01') }, '2027-06-01');
  it.each([
    [599, 'B', undefined, false],
    [600, 'B', undefined, true],
    [600, 'B', 'B1', true],
    [600, 'B', 'A2', false],
    [800, 'Z', undefined, false],
  ] as const)('bij %i uur in de %s-route (%s): %s', (totaal, route, niveau, mag) => {
    const feiten = [...metPip(route, niveau), uren(totaal)];
    const tekst = signaal(feiten, 'afschalen-mogelijk', '2027-06-02');
    expect(tekst?.includes(`${totaal} uur`) ?? false).toBe(mag);
  });
});

describe('een andere doelgroep', () => {
  const feiten = [
    ...metPip(),
    feit('doelgroep', { indeling: 'Gezinsmigrant en overige migrant' }, '2027-01-04'),
  ];
  it.each([
    ['2027-01-03', false],
    ['2027-01-04', true],
    ['2027-02-28', true],
    ['2027-03-01', false],
  ])('is op %s in beeld: %s', (dag, inBeeld) => {
    const tekst = signaal(feiten, 'doelgroep-gewijzigd', dag);
    expect(tekst?.includes('4 januari 2027') ?? false).toBe(inBeeld);
  });

  it('vergelijkt de laatste twee', () => {
    const terug = [...feiten, feit('doelgroep', { indeling: 'Asielstatushouder' }, '2027-06-01')];
    expect(signaal(terug, 'doelgroep-gewijzigd', '2027-06-02')).toContain(
      'sinds 1 juni 2027 Asielstatushouder',
    );
  });

  it('zwijgt als dezelfde doelgroep nog eens wordt gemeld', () => {
    const zelfde = [
      ...metPip(),
      feit('doelgroep', { indeling: 'Asielstatushouder' }, '2027-01-04'),
    ];
    expect(signaal(zelfde, 'doelgroep-gewijzigd', '2027-01-05')).toBeUndefined();
  });
});

describe('de pensioenleeftijd nadert', () => {
  const geboren = (geboorte: FeitInhoud['persoon']['geboorte']) =>
    feit('persoon', { voornamen: 'Amina', geslachtsnaam: 'Proef', geboorte }, '2026-03-03');
  // 67 jaar op 15 mei 2027.
  const geboorte = { soort: 'datum', datum: datum('1960-05-15') } as const;
  const ss128 = feit('duo-gebeurtenis', { gebeurtenisId: 'SS128' }, '2026-10-01', { bron: 'duo' });
  const MET_DAG =
    'De pensioenleeftijd wordt bereikt op 15 mei 2027. Dan eindigt de inburgeringsplicht; kijk na wat nog zinvol is.';

  it.each([
    ['2026-11-14', undefined],
    ['2026-11-15', MET_DAG],
    ['2026-11-16', MET_DAG],
    ['2027-05-14', MET_DAG],
    ['2027-05-15', undefined],
    ['2027-05-16', undefined],
  ])('op %s: %s', (dag, tekst) => {
    expect(signaal([...metPip(), geboren(geboorte)], 'aow-nadert', dag)).toBe(tekst);
  });

  it.each([
    ['2026-09-30', undefined],
    ['2026-10-01', MET_DAG],
    ['2027-05-14', MET_DAG],
    ['2027-05-15', undefined],
  ])('met een melding van DUO op %s: %s', (dag, tekst) => {
    expect(signaal([...metPip(), geboren(geboorte), ss128], 'aow-nadert', dag)).toBe(tekst);
  });

  it.each([
    [{ soort: 'jaar', jaar: 1960 } as const],
    [{ soort: 'jaarMaand', jaar: 1960, maand: 5 } as const],
    [{ soort: 'onbekend' } as const],
  ])('met een onvolledige geboortedatum (%o) telt alleen de melding van DUO', (onvolledig) => {
    const feiten = [...metPip(), geboren(onvolledig)];
    expect(signaal(feiten, 'aow-nadert', '2027-02-01')).toBeUndefined();
    expect(signaal([...feiten, ss128], 'aow-nadert', '2027-02-01')).toBe(
      'DUO meldt dat de pensioenleeftijd binnen zes maanden wordt bereikt. Dan eindigt de inburgeringsplicht; kijk na wat nog zinvol is.',
    );
  });

  it('zwijgt bij een ander bericht, bij wie jonger is en zonder plicht', () => {
    expect(signaal(metPip(), 'aow-nadert', '2027-02-01')).toBeUndefined();
    const jong = geboren({ soort: 'datum', datum: datum('1990-05-15') });
    expect(signaal([...metPip(), jong], 'aow-nadert', '2027-02-01')).toBeUndefined();
    const vrij = feit('duo-gebeurtenis', { gebeurtenisId: 'SS107' }, '2026-12-01', { bron: 'duo' });
    const feiten = [...metPip(), geboren(geboorte), vrij];
    expect(signaal(feiten, 'aow-nadert', '2026-11-30')).toBe(MET_DAG);
    expect(signaal(feiten, 'aow-nadert', '2026-12-01')).toBeUndefined();
  });

  it('is er ook vóór het PIP', () => {
    const feiten = [...plichtigeAsielstatushouder(), geboren(geboorte)];
    expect(stand(feiten, '2026-11-14').volgendeWijziging).toBe('2026-11-15');
    expect(signaal(feiten, 'aow-nadert', '2026-11-15')).toBe(MET_DAG);
  });
});

describe('gratis poging voor een examen', () => {
  type Onderdeel = FeitInhoud['examen']['onderdeel'];
  const examen = (
    onderdeel: Onderdeel,
    resultaat: FeitInhoud['examen']['resultaat'],
    dag: string,
    niveau?: 'A2' | 'B1' | 'B2',
  ) =>
    feit('examen', { onderdeel, resultaat, op: datum(dag), ...(niveau ? { niveau } : {}) }, dag, {
      bron: 'duo',
    });
  const een = examen('SC', 'Gezakt', '2027-05-01', 'B1');
  const twee = examen('SC', 'Gezakt', '2027-08-01', 'B1');
  const op = (feiten: Feit[], dag = '2027-10-01') => signaal(feiten, 'gratis-poging', dag);
  const NOG_EEN = 'Nog één gratis poging voor schrijven.';
  const GEEN = 'Geen gratis pogingen meer voor schrijven.';

  it.each([
    ['2027-04-30', undefined],
    ['2027-05-01', NOG_EEN],
    ['2027-07-31', NOG_EEN],
    ['2027-08-01', GEEN],
    ['2027-08-02', GEEN],
  ])('op %s: %s', (dag, tekst) => {
    expect(op([...metPip(), een, twee], dag)).toBe(tekst);
  });

  it.each<[string, Feit[], string | undefined]>([
    ['geslaagd zonder zakken', [examen('SC', 'Geslaagd', '2027-05-01', 'B1')], undefined],
    ['daarna geslaagd', [een, examen('SC', 'Geslaagd', '2027-09-01', 'B1')], undefined],
    [
      'twee keer gezakt, dan geslaagd',
      [een, twee, examen('SC', 'Geslaagd', '2027-09-01')],
      undefined,
    ],
    ['een ander onderdeel gehaald', [een, examen('LE', 'Geslaagd', '2027-09-01', 'B1')], NOG_EEN],
    ['geen uitslag gebruikt geen poging', [een, examen('SC', 'Geen', '2027-08-01', 'B1')], NOG_EEN],
    ['alleen geen uitslag', [examen('SC', 'Geen', '2027-08-01', 'B1')], undefined],
    ['te laag gehaald', [een, examen('SC', 'Geslaagd', '2027-09-01', 'A2')], NOG_EEN],
    [
      'te laag gezakt gebruikt geen poging',
      [examen('SC', 'Gezakt', '2027-05-01', 'A2')],
      undefined,
    ],
    [
      'KNM kent geen niveau',
      [examen('KNM', 'Gezakt', '2027-05-01', 'A2')],
      'Nog één gratis poging voor KNM.',
    ],
    [
      'KNM gehaald, welk niveau er ook bij staat',
      [examen('KNM', 'Gezakt', '2027-05-01'), examen('KNM', 'Geslaagd', '2027-06-01', 'A2')],
      undefined,
    ],
    [
      'meer onderdelen',
      [een, twee, examen('KNM', 'Gezakt', '2027-05-01'), examen('LE', 'Gezakt', '2027-05-01')],
      'Nog één gratis poging voor lezen en KNM. Geen gratis pogingen meer voor schrijven.',
    ],
  ])('%s', (_, feiten, tekst) => {
    expect(op([...metPip(), ...feiten])).toBe(tekst);
  });

  it('op niveau A2 in het PIP telt een poging op A2', () => {
    const a2 = examen('SC', 'Gezakt', '2027-05-01', 'A2');
    expect(op([...metPip('B', 'A2'), a2])).toBe(NOG_EEN);
    expect(op([...metPip('B', 'A2'), een, a2])).toBe(GEEN);
  });

  it('is in de onderwijsroute alleen voor KNM, en niet in de Z-route', () => {
    const knm = examen('KNM', 'Gezakt', '2027-05-01');
    expect(op([...metPip('O'), een, twee, knm])).toBe('Nog één gratis poging voor KNM.');
    expect(op([...metPip('Z'), een, knm])).toBeUndefined();
  });

  it('is er niet voor een gezins- of overige migrant, en niet zonder leerroute', () => {
    const gezins = feit(
      'doelgroep',
      { indeling: 'Gezinsmigrant en overige migrant' },
      '2026-03-04',
    );
    expect(op([...metPip(), gezins, een])).toBeUndefined();
    expect(op([...plichtigeAsielstatushouder(), een])).toBeUndefined();
  });
});

describe('de signalen samen', () => {
  const gezakt = feit(
    'examen',
    { onderdeel: 'SC', resultaat: 'Gezakt', op: datum('2026-12-01'), niveau: 'B1' },
    '2026-12-01',
  );
  const geenUitslag = feit(
    'examen',
    { onderdeel: 'SC', resultaat: 'Geen', op: datum('2026-12-01') },
    '2026-12-01',
  );
  const aanbod = feit(
    'aanbod',
    { instelling: 'TaalThuis', datum: datum('2026-11-01') },
    '2026-11-01',
  );
  const uren = feit(
    'uren',
    { soort: 'taal-en-knm', totaal: 700, bekendTot: datum('2026-12-01') },
    '2026-12-01',
  );
  const gezins = feit('doelgroep', { indeling: 'Gezinsmigrant en overige migrant' }, '2026-12-01');
  const verblijf = feit('verblijf', { asielvergunningBepaaldeTijd: true }, '2026-03-03');
  const bijstand = feit('bijstand', { vanaf: datum('2026-10-01') }, '2026-10-01');
  const ss128 = feit('duo-gebeurtenis', { gebeurtenisId: 'SS128' }, '2026-12-01', { bron: 'duo' });

  const geboren = (dag: string) =>
    feit(
      'persoon',
      {
        voornamen: 'Amina',
        geslachtsnaam: 'Proef',
        geboorte: { soort: 'datum', datum: datum(dag) },
      },
      '2026-03-03',
    );

  it.each<[string, Feit[], string, { id: string; ernst: string }[]]>([
    ['niets', [], '2026-12-02', []],
    ['een examen zonder uitslag', [geenUitslag], '2026-12-02', []],
    ['gezakt', [gezakt], '2026-12-02', [{ id: 'gratis-poging', ernst: 'ter-info' }]],
    ['veel uren', [uren], '2026-12-02', [{ id: 'afschalen-mogelijk', ernst: 'ter-info' }]],
    ['doelgroep', [gezins], '2026-12-02', [{ id: 'doelgroep-gewijzigd', ernst: 'let-op' }]],
    ['doelgroep, lang geleden', [gezins], '2027-01-27', []],
    ['pensioen nog ver', [geboren('1990-05-15')], '2026-12-02', []],
    ['pensioen voorbij', [geboren('1959-11-15')], '2026-12-02', []],
    ['pensioen', [ss128], '2026-12-02', [{ id: 'aow-nadert', ernst: 'let-op' }]],
    ['wisselen', [], '2028-02-01', [{ id: 'wisselen-eindigt', ernst: 'let-op' }]],
    [
      'ontzorgen',
      [verblijf, bijstand],
      '2027-02-15',
      [{ id: 'ontzorgen-eindigt', ernst: 'let-op' }],
    ],
  ])('%s: alleen dat, met hoe dringend het is', (_, extra, dag, verwacht) => {
    // Dat nog niet is nagevraagd of het PIP duidelijk is, heeft zijn eigen proef.
    const lijst = stand([...metPip(), aanbod, ...extra], dag).signalen.filter(
      (s) => s.id !== 'pip-niet-nagevraagd',
    );
    expect(lijst.map(({ id, ernst }) => ({ id, ernst }))).toEqual(verwacht);
  });

  it('de termijnen heten zoals op het scherm', () => {
    const namen = stand([...metPip(), verblijf, bijstand], '2026-12-02').termijnen.map((t) => [
      t.id,
      t.naam,
    ]);
    expect(namen).toEqual([
      ['pip-termijn', 'Tien weken voor het PIP'],
      ['inburgeringstermijn', 'Inburgeringstermijn'],
      ['bezwaartermijn-pip', 'Bezwaar tegen het PIP'],
      ['ontzorgen', 'Ontzorgen'],
      ['aanbod-leerroute', 'Aanbod voor de leerroute'],
      ['wisselen-leerroute', 'Wisselen van leerroute'],
    ]);
  });
});
