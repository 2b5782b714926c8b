import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud, Leerroute } from '../stand/feiten.ts';
import {
  aangenomen,
  feit,
  pipMet,
  plichtigeAsielstatushouder,
  vastgesteld,
} from '../stand/proefdossier.ts';
import { STANDAARD_BELEID, toonStand } from '../stand/stand.ts';

const DAG = '2028-01-10';
const basis = (route: Leerroute) => [
  ...plichtigeAsielstatushouder(),
  vastgesteld('2026-11-02', route),
];
const stand = (feiten: Feit[], dag = DAG) => bepaalStand(feiten, STANDAARD_BELEID, datum(dag));
const verplichting = (feiten: Feit[], id: string, dag = DAG) =>
  toonStand(stand(feiten, dag).verplichtingen.find((v) => v.id === id));
const uren = (soort: FeitInhoud['uren']['soort'], totaal: number) =>
  feit('uren', { soort, totaal, bekendTot: datum('2028-01-01') }, '2028-01-01');
const duo = { bron: 'duo', verwijzing: 'SS131' } as const;
const NIET_VASTGELEGD = 'niet vastgelegd in Meedoen';

describe('pvt', () => {
  const getekend = feit('pvt-ondertekend', { op: datum('2027-05-01') }, '2027-05-01');

  it('legt uit wat telt en wat Meedoen niet vastlegt', () => {
    expect(verplichting([...basis('B'), uren('pvt', 12), getekend], 'pvt')).toMatchObject({
      staat: 'voldaan',
      voortgang: { is: 12, moet: 12, eenheid: 'uur' },
      uitleg: {
        uitkomst: 'voldaan',
        grondslag: { regel: 'pvt-afronding' },
        feiten: [
          { naam: 'Uren PVT', waarde: '12 uur' },
          { naam: 'Ondertekend op', waarde: '1 mei 2027', feitId: getekend.id },
        ],
        stappen: [
          { titel: 'Uren die tellen', uitkomst: '12 uur van ten minste 12 uur' },
          {
            titel: 'Deelgenomen aan een activiteit of excursie over een kernwaarde',
            uitkomst: NIET_VASTGELEGD,
          },
          {
            titel: 'Aanwezig bij de bijeenkomst waarop wordt ondertekend',
            uitkomst: NIET_VASTGELEGD,
          },
        ],
      },
    });
  });

  it('noemt alles wat ontbreekt in de woorden van de regel, zonder uren geen feiten', () => {
    const v = verplichting(basis('B'), 'pvt');
    expect(v?.ontbreekt.map((r) => r.tekst)).toEqual([
      'Nog ten minste 12 uur PVT te volgen.',
      'De participatieverklaring is niet ondertekend.',
    ]);
    expect(v?.voortgang).toEqual({ is: 0, moet: 12, eenheid: 'uur' });
    expect(v?.uitleg.feiten).toBeUndefined();
  });

  it('laat rusten wat een vorige gemeente heeft beoordeeld', () => {
    const elders = feit('pvt-ondertekend', { op: datum('2027-05-01') }, '2027-05-01', duo);
    expect(verplichting([...basis('B'), elders], 'pvt')).toMatchObject({
      staat: 'voldaan',
      voortgang: { is: 12, moet: 12 },
      uitleg: {
        feiten: [{ naam: 'Ondertekend op', bron: 'DUO SS131' }],
        stappen: [{ titel: 'Beoordeeld door de vorige gemeente, volgens DUO' }],
      },
    });
  });
});

describe('module-map', () => {
  const elders = feit('map-eindgesprek', { op: datum('2027-06-01') }, '2027-06-01', duo);

  it('is onbekend zolang er geen leerroute is', () => {
    expect(verplichting(plichtigeAsielstatushouder(), 'module-map')).toMatchObject({
      staat: 'onbekend',
      ontbreekt: [],
      uitleg: { uitkomst: 'nog niet te bepalen: de leerroute is nog niet gekozen' },
    });
  });

  it('noemt de thema’s als niet vastgelegd', () => {
    const gesprek = feit('map-eindgesprek', { op: datum('2027-06-01') }, '2027-06-01');
    const feiten = [...basis('Z'), uren('map-praktijk', 41), gesprek];
    expect(verplichting(feiten, 'module-map')).toMatchObject({
      staat: 'voldaan',
      voortgang: { is: 41, moet: 40, eenheid: 'uur' },
      uitleg: {
        grondslag: { regel: 'map-afronding' },
        feiten: [
          { naam: 'Uren MAP praktijk' },
          { naam: 'Eindgesprek op', waarde: '1 juni 2027', feitId: gesprek.id },
        ],
        stappen: [
          { uitkomst: '41 uur van ten minste 40 uur' },
          { titel: 'Thema’s die aan bod kwamen', uitkomst: NIET_VASTGELEGD },
        ],
      },
    });
  });

  it('noemt wat ontbreekt', () => {
    const feiten = [...basis('B'), uren('map-praktijk', 39)];
    expect(verplichting(feiten, 'module-map')?.ontbreekt.map((r) => r.tekst)).toEqual([
      'Nog ten minste 1 uur praktijk te doen.',
      'Het eindgesprek is nog niet gevoerd.',
    ]);
  });

  it('laat rusten wat een vorige gemeente heeft beoordeeld, maar niet in de onderwijsroute', () => {
    expect(verplichting([...basis('B'), elders], 'module-map')).toMatchObject({
      staat: 'voldaan',
      voortgang: { is: 40, moet: 40, eenheid: 'uur' },
    });
    expect(verplichting([...basis('O'), elders], 'module-map')).toMatchObject({
      staat: 'niet-van-toepassing',
      uitleg: { uitkomst: 'niet van toepassing: onderwijsroute (Wi2021 art. 8)' },
    });
  });
});

describe('Z-route', () => {
  const deel = (feiten: Feit[], id: string) => verplichting([...basis('Z'), ...feiten], id);

  it('noemt per deel wat ontbreekt', () => {
    const feiten = [uren('taal-en-knm', 790), uren('participatie', 700), uren('pvt', 12)];
    expect(deel(feiten, 'zroute-taal')).toMatchObject({
      voortgang: { is: 790, moet: 800, eenheid: 'uur' },
      ontbreekt: [{ code: 'z-route-cursus', tekst: 'Nog 10 uur cursus te gaan.' }],
      uitleg: {
        grondslag: { regel: 'z-route-uren' },
        feiten: [{ naam: 'Uren taal en KNM', waarde: '790 uur' }],
      },
    });
    expect(deel(feiten, 'zroute-participatie')).toMatchObject({
      voortgang: { is: 712, moet: 800, eenheid: 'uur' },
      ontbreekt: [{ code: 'z-route-participatie', tekst: 'Nog 88 uur participatie te gaan.' }],
    });
    expect(deel(feiten, 'zroute-eindgesprek')).toMatchObject({
      staat: 'open',
      ontbreekt: [{ code: 'z-route-eindgesprek' }],
      uitleg: { grondslag: { regel: 'z-route-afronding' } },
    });
    expect(deel(feiten, 'zroute-eindgesprek')?.uitleg.feiten).toBeUndefined();
    const gesprek = feit('zroute-eindgesprek', { op: datum('2028-01-05') }, '2028-01-05');
    expect(deel([...feiten, gesprek], 'zroute-eindgesprek')).toMatchObject({
      staat: 'voldaan',
      uitleg: { feiten: [{ naam: 'Eindgesprek op', waarde: '5 januari 2028' }] },
    });
  });

  it.each<[Leerroute, string[]]>([
    ['B', ['examens']],
    ['O', ['onderwijsroute']],
    ['Z', ['zroute-taal', 'zroute-participatie', 'zroute-eindgesprek']],
  ])('de %s-route vraagt alleen wat bij haar hoort', (route, verwacht) => {
    const eigen = ['examens', 'onderwijsroute'];
    const ids = stand(basis(route)).verplichtingen.map((v) => v.id);
    expect(ids.filter((id) => eigen.includes(id) || id.startsWith('zroute'))).toEqual(verwacht);
  });

  it('laat de som van de participatie zien, met de feiten', () => {
    const feiten = [uren('map-praktijk', 40), uren('pvt', 12), uren('participatie', 748)];
    const { staat, uitleg } = deel(feiten, 'zroute-participatie') ?? {};
    expect(staat).toBe('voldaan');
    expect(uitleg?.stappen?.map((s) => [s.titel, s.uitkomst])).toEqual([
      ['Norm participatie', '800 uur'],
      ['Gevolgde participatie', '748 uur'],
      ['Module MAP', '40 uur'],
      ['PVT', '12 uur'],
      ['800 uur − 800 uur, nooit minder dan nul', 'nog 0 uur te gaan'],
    ]);
    expect(uitleg?.feiten?.map((f) => f.waarde)).toEqual(['748 uur', '40 uur', '12 uur']);
  });

  it('weet zonder doelgroep niet of participatie nodig is; de rest wel', () => {
    const onbekend = feit('doelgroep', { indeling: 'Nieuw' }, '2026-12-01');
    expect(deel([onbekend], 'zroute-participatie')).toMatchObject({
      staat: 'onbekend',
      uitleg: { uitkomst: 'nog niet te bepalen: de doelgroep is niet bekend' },
    });
    expect(deel([onbekend], 'zroute-taal')?.staat).toBe('open');
  });

  it('zegt waarom participatie niet geldt', () => {
    const gezins = feit(
      'doelgroep',
      { indeling: 'Gezinsmigrant en overige migrant' },
      '2026-12-01',
    );
    expect(deel([gezins], 'zroute-participatie')?.uitleg.uitkomst).toBe(
      'niet van toepassing: alleen voor asielstatushouders',
    );
  });

  it('is af met een eindgesprek', () => {
    const gesprek = feit('zroute-eindgesprek', { op: datum('2028-01-05') }, '2028-01-05');
    expect(deel([gesprek], 'zroute-eindgesprek')).toMatchObject({
      staat: 'voldaan',
      uitleg: { feiten: [{ naam: 'Eindgesprek op', waarde: '5 januari 2028' }] },
    });
  });
});

type Examen = FeitInhoud['examen'];
const examen = (onderdeel: Examen['onderdeel'], niveau?: 'A2' | 'B1', resultaat = 'Geslaagd') =>
  feit(
    'examen',
    {
      onderdeel,
      resultaat: resultaat as Examen['resultaat'],
      op: datum('2027-09-01'),
      ...(niveau ? { niveau } : {}),
    },
    '2027-09-01',
  );
const TAAL = ['LE', 'LU', 'SC', 'SP'] as const;

describe('onderwijsroute', () => {
  const traject = (...feiten: Feit[]) => verplichting([...basis('O'), ...feiten], 'onderwijsroute');

  it('vraagt het diploma; het examen komt in beeld als er een onderdeel is gehaald', () => {
    expect(traject()?.ontbreekt.map((r) => r.tekst)).toEqual([
      'Het taalschakeltraject is niet behaald.',
    ]);
    expect(traject(examen('LE', 'B1', 'Gezakt'))?.ontbreekt).toHaveLength(1);
    expect(traject(examen('LE', 'B1'))?.ontbreekt.map((r) => r.tekst)).toEqual([
      'Het taalschakeltraject is niet behaald.',
      'Voor het inburgeringsexamen is nog open: luisteren, schrijven, spreken en KNM (taal op ten minste B1).',
    ]);
  });

  it('is ook af met B1 en KNM (Wi2021 art. 8 lid 4)', () => {
    const taal = TAAL.map((o) => examen(o, 'B1'));
    expect(traject(...taal)?.staat).toBe('open');
    expect(traject(...taal, examen('KNM'))).toMatchObject({
      staat: 'voldaan',
      uitleg: { grondslag: { regel: 'onderwijsroute-afronding' } },
    });
    expect(traject(...taal.slice(1), examen('LE', 'A2'), examen('KNM'))?.staat).toBe('open');
  });

  it('is onbekend als het niveau van een gehaald examen beslist en ontbreekt', () => {
    const feiten = [...TAAL.slice(1).map((o) => examen(o, 'B1')), examen('LE'), examen('KNM')];
    expect(traject(...feiten)).toMatchObject({
      staat: 'onbekend',
      uitleg: {
        uitkomst: 'nog niet te bepalen: van een gehaald examen is het niveau niet bekend',
      },
    });
  });

  it('is af als DUO het diploma meldt', () => {
    const diploma = feit('duo-gebeurtenis', { gebeurtenisId: 'SS106' }, '2027-12-01', duo);
    expect(traject(diploma)).toMatchObject({ staat: 'voldaan', ontbreekt: [] });
    expect(traject(diploma)?.uitleg.stappen?.[0]?.titel).toBe('MAP');
  });
});

describe('examens', () => {
  it('noemt onderdeel en niveau, met uitslagen en stappen in de uitleg', () => {
    const v = verplichting(
      [...basis('B'), examen('LE', 'B1'), examen('SC', 'A2', 'Gezakt'), examen('KNM')],
      'examens',
    );
    expect(v?.ontbreekt.map((r) => r.tekst)).toEqual([
      'Examen luisteren op niveau B1 nog te halen.',
      'Examen schrijven op niveau B1 nog te halen.',
      'Examen spreken op niveau B1 nog te halen.',
    ]);
    expect(v?.voortgang).toEqual({ is: 2, moet: 5, eenheid: 'onderdelen' });
    expect(v?.uitleg).toMatchObject({ grondslag: { regel: 'examen-onderdelen' } });
    expect(v?.uitleg.feiten?.map((f) => [f.naam, f.waarde])).toEqual([
      ['Examen lezen op B1', 'geslaagd'],
      ['Examen schrijven op A2', 'gezakt'],
      ['Examen KNM', 'geslaagd'],
    ]);
    expect(v?.uitleg.stappen?.map((s) => s.uitkomst).slice(0, 2)).toEqual([
      'behaald',
      'nog te halen',
    ]);
    expect(verplichting(basis('B'), 'examens')?.ontbreekt.at(-1)?.tekst).toBe(
      'Examen KNM nog te halen.',
    );
  });

  it('vraagt het niveau van het PIP, en anders dat van de vorige gemeente', () => {
    const vorige = feit(
      'pip-vorige-gemeente',
      { gemeentecode: '9009', dagtekening: datum('2026-05-01'), leerroute: 'B', niveau: 'A2' },
      '2026-09-10',
    );
    const a2 = TAAL.map((o) => examen(o, 'A2'));
    const elders = [...plichtigeAsielstatushouder(), vorige, ...a2];
    expect(verplichting(elders, 'examens')?.voortgang).toMatchObject({ is: 4, moet: 5 });
    const eigen = feit(
      'pip-vastgesteld',
      {
        pipId: 'p1',
        versie: 1,
        dagtekening: datum('2026-10-15'),
        bekendgemaaktOp: datum('2026-10-15'),
        gemeentecode: '9001',
        inhoud: { ...pipMet('B'), niveau: 'B1' },
        vastgesteldDoor: 'B. Kuipers',
      },
      '2026-10-15',
    );
    expect(verplichting([...elders, eigen], 'examens')?.voortgang).toMatchObject({ is: 0 });
  });
});

describe('voortgangsgesprekken', () => {
  const gesprek = (dag: string) => feit('voortgangsgesprek', { op: datum(dag) }, dag);
  const zeven = ['01', '02', '03', '04', '05', '06', '07'].map((d) => gesprek(`2027-10-${d}`));
  const van = (...feiten: Feit[]) =>
    verplichting([...basis('B'), ...feiten], 'voortgangsgesprekken');

  it('noemt hoeveel er nog zijn, ook als er meer zijn gevoerd dan afgesproken', () => {
    expect(van(...zeven.slice(1))?.ontbreekt[0]?.tekst).toBe('Nog 2 gesprekken te voeren.');
    expect(van(...zeven)?.ontbreekt).toMatchObject([
      { code: 'voortgangsgesprek', tekst: 'Nog één gesprek te voeren.' },
    ]);
    const negen = [...zeven, gesprek('2027-11-01'), gesprek('2027-12-01')];
    expect(van(...negen)).toMatchObject({ staat: 'voldaan', voortgang: { is: 8, moet: 8 } });
    expect(verplichting(plichtigeAsielstatushouder(), 'voortgangsgesprekken')).toBeUndefined();
  });

  it('legt de volgende dag uit, met waar elk feit vandaan komt', () => {
    const feiten = [...basis('B'), aangenomen('2026-11-03'), gesprek('2027-11-01')];
    const voorstel = toonStand(
      stand(feiten).voorstellen.find((v) => v.soort === 'voortgangsgesprek-voeren'),
    );
    expect(voorstel).toMatchObject({
      laatsteDag: '2028-02-01',
      uitleg: {
        uitkomst: 'uiterlijk 1 februari 2028',
        grondslag: { regel: 'voortgangsgesprekken' },
      },
    });
    const bronnen = [
      ['8', 'medewerker'],
      ['2 november 2026', 'medewerker'],
      ['1', 'dit dossier'],
      ['3 maanden', 'lokaal beleid'],
      ['6 maanden', 'lokaal beleid'],
    ];
    expect(voorstel?.uitleg?.feiten?.map((f) => [f.waarde, f.bron])).toEqual(bronnen);
    const v = verplichting(feiten, 'voortgangsgesprekken');
    expect(v?.uitleg.feiten?.map((f) => [f.waarde, f.bron])).toEqual(bronnen);
    expect(v?.uitleg.stappen?.[0]).toMatchObject({ uitkomst: '1 van 8' });
  });
});
