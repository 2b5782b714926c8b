import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../feiten.ts';
import { kiesGeldend } from '../geldend.ts';
import { lees } from '../lezing.ts';
import { aangenomen, feit, plichtigeAsielstatushouder, vastgesteld } from '../proefdossier.ts';
import { bepaalSignalen } from '../signalen.ts';
import { STANDAARD_BELEID } from '../stand.ts';

const basis = plichtigeAsielstatushouder();
const signalen = (feiten: Feit[], dag: string, beleid = STANDAARD_BELEID) =>
  // Dat een meting aan de beurt is, heeft zijn eigen proef.
  bepaalStand(feiten, beleid, datum(dag)).signalen.filter(({ id }) => id !== 'meting-aan-de-beurt');
const kort = (feiten: Feit[], dag: string) =>
  // Dat nog niet is nagevraagd of het PIP duidelijk is, heeft zijn eigen proef.
  signalen(feiten, dag)
    .filter(({ id }) => id !== 'pip-niet-nagevraagd')
    .map(({ id, ernst }) => [id, ernst]);
const tekst = (feiten: Feit[], dag: string, id: string) =>
  signalen(feiten, dag).find((s) => s.id === id)?.tekst;
const duo = (gebeurtenisId: string, dag: string) =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo' });
const derde = (van: string, dag: string, inhoud: Partial<FeitInhoud['derde-informatie']> = {}) =>
  feit('derde-informatie', { van, waarom: 'belastbaarheid', onmisbaar: true, ...inhoud }, dag);
const gesprek = (dag: string, uitkomst?: FeitInhoud['afspraak-uitkomst']['uitkomst']) => [
  feit(
    'afspraak',
    {
      afspraakId: `a-${dag}`,
      soort: 'intakegesprek',
      datum: datum(dag),
      tijd: '10:00',
      plaats: 'stadhuis',
      duurMinuten: 60,
    },
    '2026-09-14',
  ),
  ...(uitkomst ? [feit('afspraak-uitkomst', { afspraakId: `a-${dag}`, uitkomst }, dag)] : []),
];

describe('de tien weken', () => {
  it.each([
    ['2026-10-21', undefined],
    ['2026-10-22', '4 weken'],
    ['2026-11-04', '4 weken'],
    ['2026-11-05', '2 weken'],
    ['2026-11-11', '2 weken'],
    ['2026-11-12', '1 week'],
    ['2026-11-19', '1 week'],
  ])('op %s: nog ten hoogste %s', (dag, wat) => {
    expect(kort(basis, dag)).toEqual(wat ? [['pip-bijna', 'let-op']] : []);
    expect(tekst(basis, dag, 'pip-bijna')).toBe(
      wat && `Nog ten hoogste ${wat} voor het PIP: uiterlijk 19 november 2026.`,
    );
  });

  it('de weken van het lokale beleid gelden, in welke volgorde ook', () => {
    const beleid = { ...STANDAARD_BELEID, waarschuwWekenPip: [1, 3, 10] };
    const op = (dag: string) => signalen(basis, dag, beleid)[0]?.tekst;
    expect(op('2026-09-10')).toContain('10 weken');
    expect(op('2026-10-29')).toContain('3 weken');
    expect(op('2026-11-12')).toContain('1 week');
  });

  it('is de dag voorbij, dan is het PIP te laat', () => {
    expect(signalen(basis, '2026-11-20')).toEqual([
      {
        id: 'pip-te-laat',
        ernst: 'te-laat',
        tekst: 'Het PIP had er op 19 november 2026 moeten zijn.',
      },
    ]);
  });

  it('niet te bepalen zonder kennisgeving', () => {
    const zonder = [duo('SS101', '2026-03-03'), ...basis.slice(2)];
    expect(kort(zonder, '2026-10-01')).toEqual([['pip-termijn-onbekend', 'let-op']]);
    expect(tekst(zonder, '2026-10-01', 'pip-termijn-onbekend')).toContain('nog niet te bepalen');
  });

  it.each([
    ['2026-11-18', undefined, false],
    ['2026-11-19', undefined, false],
    ['2026-11-20', undefined, true],
    ['2026-11-20', 'afgezegd', false],
  ] as const)('een gesprek op %s (%s) valt na de laatste dag: %s', (dag, uitkomst, na) => {
    const feiten = [...basis, ...gesprek(dag, uitkomst)];
    // De afzegging van die dag is er dan nog niet.
    const afgezegd = feiten.map((f) =>
      f.soort === 'afspraak-uitkomst' ? { ...f, geldigOp: datum('2026-09-20') } : f,
    );
    expect(kort(afgezegd, '2026-10-01')).toEqual(na ? [['afspraak-na-termijn', 'let-op']] : []);
    if (na) {
      expect(tekst(afgezegd, '2026-10-01', 'afspraak-na-termijn')).toContain('(19 november 2026)');
    }
  });
});

describe('inlichtingen van een derde', () => {
  it.each([
    ['2026-10-01', {}, true],
    ['2026-10-01', { onmisbaar: false }, false],
    ['2026-10-01', { ontvangenOp: datum('2026-10-04') }, false],
    ['2026-10-01', { ontvangenOp: datum('2026-10-05') }, false],
    ['2026-10-01', { ontvangenOp: datum('2026-10-06') }, true],
  ])('gevraagd op %s, %j: wacht %s', (dag, inhoud, wacht) => {
    const feiten = [...basis, derde('de arts', dag, inhoud)];
    expect(signalen(feiten, '2026-10-05')).toEqual(
      wacht
        ? [
            {
              id: 'wacht-op-derde',
              ernst: 'ter-info',
              tekst: 'Wacht op onmisbare inlichtingen van de arts.',
            },
          ]
        : [],
    );
  });

  it.each([
    ['2026-11-18', true],
    ['2026-11-19', true],
    ['2026-11-20', false],
  ])('gevraagd op %s houdt het te late PIP tegen: %s', (dag, houdtTegen) => {
    const feiten = [...basis, derde('de arts', dag)];
    expect(kort(feiten, '2026-11-21')).toEqual([
      houdtTegen ? ['pip-wacht-op-derde', 'let-op'] : ['pip-te-laat', 'te-laat'],
      ['wacht-op-derde', 'ter-info'],
    ]);
  });

  it('noemt iedereen op wie wordt gewacht; met een PIP is het wachten voorbij', () => {
    const feiten = [...basis, derde('de arts', '2026-10-01'), derde('de school', '2026-10-02')];
    expect(tekst(feiten, '2026-11-20', 'pip-wacht-op-derde')).toContain('de arts en de school');
    expect(kort([...feiten, vastgesteld('2026-11-20', 'B')], '2026-11-21')).toEqual([]);
  });
});

describe('na een vrijstelling', () => {
  const SIGNAAL = [['kennisgeving-na-vrijstelling', 'let-op']];
  const herleeft = duo('SS129', '2026-12-01');
  const vrijgesteld = (dag: string) =>
    feit(
      'inburgeringsplicht',
      { plichtig: false, redenGeenPlicht: 'Tijdelijke vrijstelling' },
      dag,
      { bron: 'duo' },
    );
  const weerPlichtig = feit('inburgeringsplicht', { plichtig: true }, '2026-12-01', {
    bron: 'duo',
  });

  it.each([
    ['2026-03-02', false],
    ['2026-03-03', false],
    ['2026-03-04', true],
  ])('van %s, gemeld met SS109: %s', (dag, na) => {
    const feiten = [...basis, duo('SS109', dag), herleeft];
    expect(kort(feiten, '2026-12-02')).toEqual(na ? SIGNAAL : [['pip-te-laat', 'te-laat']]);
  });

  it.each([
    ['2026-03-02', false],
    ['2026-03-03', false],
    ['2026-03-04', true],
  ])('van %s, opgehaald bij DUO: %s', (dag, na) => {
    const feiten = [...basis, vrijgesteld(dag), weerPlichtig];
    expect(kort(feiten, '2026-12-02')).toEqual(na ? SIGNAAL : [['pip-te-laat', 'te-laat']]);
  });

  it('een andere reden of melding zegt niets', () => {
    const anders = feit(
      'inburgeringsplicht',
      { plichtig: false, redenGeenPlicht: 'Overig' },
      '2026-10-01',
    );
    const feiten = [...basis, duo('SS128', '2026-10-01'), anders, weerPlichtig];
    expect(kort(feiten, '2026-12-02').map(([id]) => id)).not.toContain(SIGNAAL[0]?.[0]);
  });

  it('noemt de dag waarmee is geteld; met een PIP is de vraag voorbij', () => {
    const feiten = [...basis, duo('SS109', '2026-10-01'), herleeft];
    expect(tekst(feiten, '2026-12-02', 'kennisgeving-na-vrijstelling')).toContain('3 maart 2026');
    const metPip = [...feiten, vastgesteld('2026-12-02', 'B'), aangenomen('2026-12-02')];
    expect(kort(metPip, '2026-12-02')).toEqual([]);
  });
});

describe('het PIP', () => {
  const plicht = (begin: string) =>
    feit('inburgeringsplicht', { plichtig: true, begin: datum(begin) }, '2026-11-05', {
      bron: 'duo',
    });

  it.each([
    ['2026-11-01', false],
    ['2026-11-02', false],
    ['2026-11-03', true],
  ])('van 2 november bij een plicht vanaf %s: ouder dan de plicht %s', (begin, ouder) => {
    const feiten = [...basis, vastgesteld('2026-11-02', 'B'), plicht(begin)];
    expect(kort(feiten, '2026-11-10')).toEqual(ouder ? [['pip-voor-plicht', 'let-op']] : []);
    if (ouder) expect(tekst(feiten, '2026-11-10', 'pip-voor-plicht')).toContain('3 november 2026');
  });

  it('het begin blijft bekend als een later bericht het niet herhaalt', () => {
    const zonderBegin = feit('inburgeringsplicht', { plichtig: true }, '2026-11-06');
    const feiten = [...basis, vastgesteld('2026-11-02', 'B'), plicht('2026-11-03'), zonderBegin];
    expect(kort(feiten, '2026-11-10')).toEqual([['pip-voor-plicht', 'let-op']]);
  });

  it('geweigerd door DUO is dringend', () => {
    const bijDuo = (staat: 'geaccepteerd' | 'geweigerd') =>
      feit('pip-bij-duo', { pipId: 'pip-1', staat }, '2026-11-03');
    const pip = [...basis, vastgesteld('2026-11-02', 'B')];
    expect(signalen([...pip, bijDuo('geweigerd')], '2026-11-10')).toEqual([
      { id: 'pip-geweigerd', ernst: 'te-laat', tekst: 'DUO heeft het PIP geweigerd.' },
    ]);
    expect(signalen([...pip, bijDuo('geaccepteerd')], '2026-11-10')).toEqual([]);
  });

  it('van de vorige gemeente: neem de route over, tot er een eigen PIP is', () => {
    const vorige = feit(
      'pip-vorige-gemeente',
      { gemeentecode: '9009', dagtekening: datum('2026-05-01'), leerroute: 'B' },
      '2026-09-10',
      { bron: 'duo' },
    );
    expect(kort([...basis, vorige], '2026-09-11')).toContainEqual(['zelfde-leerroute', 'ter-info']);
    expect(tekst([...basis, vorige], '2026-09-11', 'zelfde-leerroute')).toMatch(/B1-route.* over/);
    const eigen = [...basis, vorige, vastgesteld('2026-11-02', 'B')];
    expect(kort(eigen, '2026-11-03')).toEqual([]);
  });
});

describe('het einde van de inburgeringstermijn', () => {
  const feiten = [
    ...basis,
    vastgesteld('2026-11-02', 'Z'),
    aangenomen('2026-11-03'),
    feit('aanbod', { instelling: 'TaalThuis', datum: datum('2026-12-01') }, '2026-12-01'),
    feit(
      'inburgeringstermijn',
      { start: datum('2026-11-03'), eind: datum('2029-12-01') },
      '2026-11-05',
      { bron: 'duo' },
    ),
  ];

  it.each([
    ['2029-05-29', undefined],
    ['2029-05-30', 6],
    ['2029-08-29', 6],
    ['2029-08-30', 3],
    ['2029-09-29', 3],
    ['2029-09-30', 2],
    ['2029-11-30', 2],
  ])('op %s: binnen %s maanden', (dag, maanden) => {
    expect(signalen(feiten, dag)).toEqual(
      maanden
        ? [
            {
              id: `termijn-eindigt-${maanden}`,
              ernst: 'let-op',
              tekst: `De inburgeringstermijn eindigt binnen ${maanden} maanden: 30 november 2029.`,
            },
          ]
        : [],
    );
  });

  it('daarna is zij verstreken', () => {
    expect(signalen(feiten, '2029-12-01')).toEqual([
      {
        id: 'termijn-verstreken',
        ernst: 'te-laat',
        tekst: 'De inburgeringstermijn liep tot en met 30 november 2029.',
      },
    ]);
    expect(signalen([...feiten, duo('SS106', '2029-11-01')], '2029-12-01')).toEqual([]);
  });
});

describe('aanbod en oproep', () => {
  it('zonder aanbod binnen drie maanden', () => {
    const feiten = [...basis, vastgesteld('2026-11-02', 'B'), aangenomen('2026-11-03')];
    expect(kort(feiten, '2027-02-02')).toEqual([]);
    expect(kort(feiten, '2027-02-03')).toEqual([['aanbod-ontbreekt', 'te-laat']]);
    expect(tekst(feiten, '2027-02-03', 'aanbod-ontbreekt')).toContain('2 februari 2027');
  });

  it('een gemiste oproep valt op tot de intake is afgerond of er een PIP is', () => {
    const oproep = feit(
      'oproep',
      { oproepId: 'o1', voor: 'brede-intake', uiterlijk: datum('2026-09-28'), herhaling: false },
      '2026-09-14',
    );
    const feiten = [...basis, oproep];
    const gemist = ['oproep-gemist', 'let-op'];
    expect(kort(feiten, '2026-09-28')).toEqual([]);
    expect(kort(feiten, '2026-09-29')).toEqual([gemist]);
    expect(tekst(feiten, '2026-09-29', 'oproep-gemist')).toContain('Niet verschenen');
    const afgerond = feit('intake-afgerond', { zonderPersoon: false }, '2026-09-29');
    expect(kort([...feiten, afgerond], '2026-09-29')).toEqual([]);
    expect(kort([...feiten, vastgesteld('2026-09-29', 'B')], '2026-09-29')).toEqual([]);
  });
});

describe('doelgroep en geheimhouding', () => {
  const zonder = basis.filter((f) => f.soort !== 'doelgroep');
  const groep = (indeling: string, gedetailleerd?: string) =>
    feit('doelgroep', { indeling, ...(gedetailleerd ? { gedetailleerd } : {}) }, '2026-03-03');
  const opvallend = (feiten: Feit[], dag = '2026-09-11') =>
    signalen(feiten, dag).filter((s) => s.id.startsWith('doelgroep'));

  it('onbekend of tegenstrijdig', () => {
    expect(opvallend(zonder)).toMatchObject([{ id: 'doelgroep-onbekend', ernst: 'let-op' }]);
    expect(opvallend(zonder)[0]?.tekst).toContain('nog niet bekend');
    expect(opvallend([...zonder, groep('Asielstatushouder')])).toEqual([]);
    const gezins = 'Gezinsmigrant en overige migrant';
    expect(opvallend([...zonder, groep(gezins)])).toEqual([]);
    const tegenstrijdig = groep(gezins, 'Gezinshereniger met Asielstatushouder');
    expect(opvallend([...zonder, tegenstrijdig])).toEqual([
      {
        id: 'doelgroep-tegenstrijdig',
        ernst: 'let-op',
        tekst: expect.stringContaining('vraag DUO welke klopt'),
      },
    ]);
  });

  it('zwijgt als de plicht rust of voorbij is', () => {
    for (const id of ['SS109', 'SS106']) {
      expect(signalen([...zonder, duo(id, '2026-09-10')], '2026-09-11')).toEqual([]);
    }
  });

  it('geheimhouding staat er altijd bij, ook als de plicht rust', () => {
    const persoon = (geheimhouding: boolean) =>
      feit(
        'persoon',
        {
          voornamen: 'Amina',
          geslachtsnaam: 'Proef',
          geboorte: { soort: 'jaar', jaar: 1990 },
          geheimhouding,
        },
        '2026-03-03',
      );
    const geheim = ['geheimhouding', 'let-op'];
    expect(kort([...basis, persoon(true)], '2026-09-11')).toEqual([geheim]);
    expect(kort([...basis, persoon(false)], '2026-09-11')).toEqual([]);
    const rust = [...basis, persoon(true), duo('SS109', '2026-09-10')];
    expect(kort(rust, '2026-09-11')).toEqual([geheim]);
    expect(tekst(rust, '2026-09-11', 'geheimhouding')).toContain('adres aan niemand');
  });
});

describe('zonder termijnen', () => {
  it('is er geen signaal over een termijn', () => {
    const feiten = [...basis, vastgesteld('2026-11-02', 'B')];
    const klok = klokOp(datum('2030-01-01'));
    const l = lees(kiesGeldend(feiten, klok), klok, STANDAARD_BELEID);
    expect(bepaalSignalen(l, [])).toEqual([]);
    const { termijnen } = bepaalStand(feiten, STANDAARD_BELEID, datum('2030-01-01'));
    expect(bepaalSignalen(l, termijnen.toReversed()).map((s) => s.id)).toEqual(
      bepaalSignalen(l, termijnen).map((s) => s.id),
    );
  });
});
