import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit } from '../feiten.ts';
import { aangenomen, feit, plichtigeAsielstatushouder, vastgesteld } from '../proefdossier.ts';
import { STANDAARD_BELEID, type TermijnId, toonStand } from '../stand.ts';

const basis = plichtigeAsielstatushouder();
const termijnen = (feiten: Feit[], dag: string, beleid = STANDAARD_BELEID) =>
  bepaalStand(feiten, beleid, datum(dag)).termijnen;
const termijn = (feiten: Feit[], id: TermijnId, dag: string, beleid = STANDAARD_BELEID) =>
  termijnen(feiten, dag, beleid).find((t) => t.id === id);
const duo = (gebeurtenisId: string, dag: string) =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo' });
const pip = vastgesteld('2026-11-02', 'B');

describe('de tien weken', () => {
  const inschrijvingStraks = [
    ...basis.slice(0, 3),
    feit('inschrijving', { gemeentecode: '9001', op: datum('2026-09-10') }, '2026-09-01'),
  ];

  it.each([
    ['2026-09-09', 'nog-niet-begonnen'],
    ['2026-09-10', 'loopt'],
    ['2026-11-19', 'loopt'],
    ['2026-11-20', 'verstreken'],
  ])('op %s: %s', (dag, staat) => {
    expect(termijn(inschrijvingStraks, 'pip-termijn', dag)).toMatchObject({
      naam: 'Tien weken voor het PIP',
      begin: '2026-09-11',
      laatsteDag: '2026-11-19',
      staat,
    });
  });

  it('het eerste eigen PIP telt, ook als het later is ingetrokken', () => {
    const weg = feit(
      'pip-ingetrokken',
      { pipId: 'pip-1', op: datum('2026-11-05'), reden: 'fout' },
      '2026-11-05',
    );
    expect(termijn([...basis, pip, weg], 'pip-termijn', '2026-12-01')?.staat).toBe('gehaald');
  });

  it('niet te bepalen is iets anders dan nog niet begonnen', () => {
    const zonderKennisgeving = [duo('SS101', '2026-03-03'), ...basis.slice(2)];
    expect(termijn(zonderKennisgeving, 'pip-termijn', '2026-10-01')).toMatchObject({
      naam: 'Tien weken voor het PIP',
      staat: 'onbekend',
    });
    expect(termijn(basis.slice(0, 3), 'pip-termijn', '2026-10-01')?.staat).toBe(
      'nog-niet-begonnen',
    );
  });

  it('onmisbare inlichtingen tellen vanaf de dag van ontvangst', () => {
    const ontvangenOp = datum('2026-11-16');
    const inhoud = { van: 'de arts', waarom: 'belastbaarheid', onmisbaar: true, ontvangenOp };
    const arts = feit('derde-informatie', inhoud, '2026-10-01');
    expect(termijn([...basis, arts], 'pip-termijn', '2026-11-15')?.laatsteDag).toBe('2026-11-19');
    expect(termijn([...basis, arts], 'pip-termijn', '2026-11-16')?.laatsteDag).toBe('2026-11-30');
    const nuttig = feit('derde-informatie', { ...inhoud, onmisbaar: false }, '2026-10-01');
    expect(termijn([...basis, nuttig], 'pip-termijn', '2026-11-16')?.laatsteDag).toBe('2026-11-19');
  });

  it('na een PIP elders telt alleen de inschrijving, ook zonder melding en kennisgeving', () => {
    const vorige = feit(
      'pip-vorige-gemeente',
      { gemeentecode: '9009', dagtekening: datum('2026-05-01'), leerroute: 'B' },
      '2026-09-10',
      { bron: 'duo' },
    );
    const feiten = [duo('SS101', '2026-03-03'), ...basis.slice(2), vorige];
    expect(termijn(feiten, 'pip-termijn', '2026-10-01')).toMatchObject({
      laatsteDag: '2026-11-19',
      staat: 'loopt',
    });
  });

  it('een extra vrije dag van de regering schuift de laatste dag', () => {
    const beleid = { ...STANDAARD_BELEID, extraVrijeDagen: [datum('2026-11-19')] };
    expect(termijn(basis, 'pip-termijn', '2026-10-01', beleid)?.laatsteDag).toBe('2026-11-20');
  });

  it('de doelgroep bij de inschrijving telt, en of iemand uit de opvang komt', () => {
    const gezins = basis.map((f) =>
      f.soort === 'doelgroep'
        ? { ...f, inhoud: { indeling: 'Gezinsmigrant en overige migrant' } }
        : f,
    );
    expect(termijn(gezins, 'pip-termijn', '2026-10-01')?.laatsteDag).toBe('2026-05-12');
    expect(termijn(gezins, 'pip-termijn', '2026-10-01')?.staat).toBe('verstreken');
    const later = feit('doelgroep', { indeling: 'Gezinsmigrant en overige migrant' }, '2026-09-20');
    expect(termijn([...basis, later], 'pip-termijn', '2026-10-01')?.laatsteDag).toBe('2026-11-19');
  });

  it('rusten met de plicht, zonder laatste dag; met een eigen PIP blijft staan of het op tijd was', () => {
    const feiten = [...basis, duo('SS109', '2026-10-01')];
    const t = toonStand(termijn(feiten, 'pip-termijn', '2026-12-01'));
    expect(t).toEqual({
      id: 'pip-termijn',
      naam: 'Tien weken voor het PIP',
      staat: 'nog-niet-begonnen',
      uitleg: {
        titel: 'Laatste dag om het PIP vast te stellen',
        uitkomst: 'de plicht rust',
        grondslag: expect.objectContaining({
          regel: 'inburgeringsplicht',
          artikel: 'Wet inburgering 2021 art. 4',
          zekerheid: 'afgeleid',
          toelichting: expect.stringContaining('geen opschorting'),
        }),
        stappen: [expect.objectContaining({ uitkomst: 'tijdelijke vrijstelling' })],
        zouWijzigenAls: [expect.stringContaining('SS129')],
      },
    });
    const metPip = [...basis, pip, duo('SS109', '2026-12-01')];
    expect(termijn(metPip, 'pip-termijn', '2026-12-02')?.staat).toBe('gehaald');
  });
});

describe('de inburgeringstermijn', () => {
  const vanDuo = feit(
    'inburgeringstermijn',
    { start: datum('2026-11-10'), eind: datum('2029-11-10') },
    '2026-11-05',
    { bron: 'duo' },
  );
  const naam = 'Inburgeringstermijn';

  it('begint pas met een PIP', () => {
    const t = termijn(basis, 'inburgeringstermijn', '2026-10-01');
    expect(t).toMatchObject({ naam, staat: 'nog-niet-begonnen' });
    expect(t?.laatsteDag).toBeUndefined();
  });

  it.each([
    ['2026-11-02', 'prognose'],
    ['2029-11-02', 'prognose'],
    ['2029-11-03', 'verstreken'],
  ])('verwacht: op %s %s', (dag, staat) => {
    expect(termijn([...basis, pip], 'inburgeringstermijn', dag)).toMatchObject({
      naam,
      begin: '2026-11-03',
      laatsteDag: '2029-11-02',
      staat,
    });
  });

  it.each([
    ['2026-11-09', 'nog-niet-begonnen'],
    ['2026-11-10', 'loopt'],
    ['2029-11-09', 'loopt'],
    ['2029-11-10', 'verstreken'],
  ])('van DUO: op %s %s', (dag, staat) => {
    expect(termijn([...basis, pip, vanDuo], 'inburgeringstermijn', dag)).toMatchObject({
      begin: '2026-11-10',
      laatsteDag: '2029-11-09',
      staat,
    });
  });
});

describe('welke termijnen er zijn', () => {
  const ids = (feiten: Feit[], dag: string) => termijnen(feiten, dag).map((t) => t.id);

  it.each<[string, Feit[], string[]]>([
    ['zonder PIP', basis, ['pip-termijn', 'inburgeringstermijn']],
    [
      'met PIP',
      [...basis, pip, aangenomen('2026-11-03')],
      [
        'pip-termijn',
        'inburgeringstermijn',
        'bezwaartermijn-pip',
        'aanbod-leerroute',
        'wisselen-leerroute',
      ],
    ],
    ['geëindigd zonder PIP', [...basis, duo('SS108', '2026-12-01')], []],
    [
      'geëindigd met PIP',
      [...basis, pip, duo('SS108', '2026-12-01')],
      ['pip-termijn', 'bezwaartermijn-pip'],
    ],
    ['voldaan zonder PIP', [...basis, duo('SS106', '2026-12-01')], ['inburgeringstermijn']],
    [
      'voldaan met PIP',
      [...basis, pip, duo('SS106', '2026-12-01')],
      ['pip-termijn', 'inburgeringstermijn', 'bezwaartermijn-pip'],
    ],
  ])('%s', (_, feiten, verwacht) => {
    expect(ids(feiten, '2026-12-10')).toEqual(verwacht);
  });
});

describe('bezwaar tegen het PIP', () => {
  const laterBekend = {
    ...pip,
    inhoud: { ...pip.inhoud, bekendgemaaktOp: datum('2026-11-05') },
  } as Feit;

  it.each([
    ['2026-11-04', 'nog-niet-begonnen'],
    ['2026-11-05', 'loopt'],
    ['2026-12-17', 'loopt'],
    ['2026-12-18', 'verstreken'],
  ])('op %s: %s', (dag, staat) => {
    expect(termijn([...basis, laterBekend], 'bezwaartermijn-pip', dag)).toMatchObject({
      naam: 'Bezwaar tegen het PIP',
      begin: '2026-11-06',
      laatsteDag: '2026-12-17',
      staat,
    });
  });
});

describe('de oproep', () => {
  const oproep = (n: number, dag: string, uiterlijk: string) =>
    feit(
      'oproep',
      { oproepId: `o${n}`, voor: 'brede-intake', uiterlijk: datum(uiterlijk), herhaling: n > 1 },
      dag,
    );
  const een = oproep(1, '2026-09-14', '2026-09-28');

  it.each([
    ['2026-09-14', 'loopt'],
    ['2026-09-28', 'loopt'],
    ['2026-09-29', 'verstreken'],
  ])('op %s: %s', (dag, staat) => {
    expect(termijn([...basis, een], 'oproep-termijn', dag)).toMatchObject({
      naam: 'Termijn van de oproep',
      begin: '2026-09-14',
      laatsteDag: '2026-09-28',
      staat,
    });
  });

  it('wie verscheen haalde haar', () => {
    const gesprek = feit(
      'afspraak',
      {
        afspraakId: 'a',
        soort: 'intakegesprek',
        datum: datum('2026-09-20'),
        tijd: '10:00',
        plaats: 'stadhuis',
        duurMinuten: 60,
      },
      '2026-09-14',
    );
    const er = feit('afspraak-uitkomst', { afspraakId: 'a', uitkomst: 'verschenen' }, '2026-09-20');
    expect(termijn([...basis, een, gesprek, er], 'oproep-termijn', '2026-09-29')?.staat).toBe(
      'gehaald',
    );
  });

  it('van meer oproepen telt de laatste, met uitleg', () => {
    const twee = oproep(2, '2026-09-29', '2026-10-10');
    const t = toonStand(termijn([...basis, een, twee], 'oproep-termijn', '2026-10-01'));
    expect(t).toMatchObject({
      naam: 'Termijn van de herhaalde oproep',
      begin: '2026-09-29',
      laatsteDag: '2026-10-10',
      staat: 'loopt',
      uitleg: {
        titel: 'Laatste dag om te verschijnen',
        uitkomst: '10 oktober 2026',
        grondslag: { regel: 'oproep-ladder', artikel: 'Wet inburgering 2021 art. 14 lid 1' },
        stappen: [{ titel: expect.stringContaining('gemeente') }],
        zouWijzigenAls: [expect.stringContaining('nieuwe oproep')],
      },
    });
  });
});
