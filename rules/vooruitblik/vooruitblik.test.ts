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
      feiten: [{ waarde: '15 oktober 2026' }],
    });
    expect(uitleg?.stappen).toHaveLength(1);
    expect(uitleg?.zouWijzigenAls).toHaveLength(1);
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
      grondslag: { regel: 'schakelen' },
      stappen: [
        { uitkomst: '16 oktober 2026' },
        { titel: 'Anderhalf jaar', uitkomst: 'tot en met 15 april 2028' },
      ],
    });
    expect(uitleg?.zouWijzigenAls).toHaveLength(2);
  });

  it('is er niet zonder PIP', () => {
    expect(
      termijn(plichtigeAsielstatushouder(), 'wisselen-leerroute', '2026-10-01'),
    ).toBeUndefined();
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
    ['2027-04-01', 'gehaald', false],
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

  it('eindigt met de bijstand, en noemt de feiten met hun bron', () => {
    const feiten = met({ vanaf: datum('2026-10-01'), tot: datum('2027-01-01') });
    const t = termijn(feiten, 'ontzorgen', '2026-11-01');
    expect(t?.laatsteDag).toBe('2026-12-31');
    const ids = t?.uitleg().feiten?.map((f) => f.feitId);
    expect(ids?.filter(Boolean)).toHaveLength(3);
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

  it('zwijgt als dezelfde doelgroep nog eens wordt gemeld', () => {
    const zelfde = [
      ...metPip(),
      feit('doelgroep', { indeling: 'Asielstatushouder' }, '2027-01-04'),
    ];
    expect(signaal(zelfde, 'doelgroep-gewijzigd', '2027-01-05')).toBeUndefined();
  });
});
