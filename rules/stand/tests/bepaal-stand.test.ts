import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGELS } from '../../regels.ts';
import { datum } from '../../shared/datum.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit } from '../feiten.ts';
import { aangenomen, feit, plichtigeAsielstatushouder, vastgesteld } from '../proefdossier.ts';
import { STANDAARD_BELEID, toonStand } from '../stand.ts';

const op = (feiten: Feit[], dag: string) => bepaalStand(feiten, STANDAARD_BELEID, datum(dag));
const soorten = (feiten: Feit[], dag: string) => op(feiten, dag).voorstellen.map((v) => v.soort);
const signalen = (feiten: Feit[], dag: string) => op(feiten, dag).signalen.map((s) => s.id);
const pipTermijn = (feiten: Feit[], dag: string) => op(feiten, dag).termijnen[0];
const staten = (feiten: Feit[], dag: string) => op(feiten, dag).schakels.map((s) => s.staat);

const gesprek = (datumGesprek: string, vastgelegd: string, oproepId?: string): Feit =>
  feit(
    'afspraak',
    {
      afspraakId: `a-${datumGesprek}`,
      soort: 'intakegesprek',
      datum: datum(datumGesprek),
      tijd: '10:00',
      plaats: 'stadhuis',
      duurMinuten: 60,
      ...(oproepId ? { oproepId } : {}),
    },
    vastgelegd,
  );
const uitkomst = (dag: string, u: 'verschenen' | 'niet-verschenen' | 'afgezegd') =>
  feit('afspraak-uitkomst', { afspraakId: `a-${dag}`, uitkomst: u }, dag);
const oproep = (n: number, dag: string, uiterlijk: string) =>
  feit(
    'oproep',
    { oproepId: `o-${n}`, voor: 'brede-intake', uiterlijk: datum(uiterlijk), herhaling: n > 1 },
    dag,
  );
const afgerond = (dag: string) => feit('intake-afgerond', { zonderPersoon: false }, dag);

describe('welke feiten gelden', () => {
  it('een leeg dossier geeft een Stand zonder fout', () => {
    expect(op([], '2026-11-21')).toMatchObject({
      toestand: 'nog-niet-plichtig',
      schakel: 1,
      doelgroep: { waarde: 'onbekend' },
      voorstellen: [{ soort: 'geen' }],
    });
    expect(op([], '2026-11-21').volgendeWijziging).toBeUndefined();
  });

  it('een feit telt vanaf de dag dat het geldt', () => {
    const feiten = plichtigeAsielstatushouder();
    expect(pipTermijn(feiten, '2026-09-09')?.staat).toBe('nog-niet-begonnen');
    expect(pipTermijn(feiten, '2026-09-10')).toMatchObject({
      laatsteDag: '2026-11-19',
      staat: 'loopt',
    });
    expect(op(feiten, '2026-09-09').volgendeWijziging).toBe('2026-09-10');
  });

  it('een verbetering vervangt het oude feit, ook als zij later geldt', () => {
    const feiten = plichtigeAsielstatushouder();
    const oud = feiten.find((f) => f.soort === 'inschrijving');
    feiten.push(
      feit('inschrijving', { gemeentecode: '9001', op: datum('2026-09-17') }, '2026-09-17', {
        bron: 'brp',
        ...(oud ? { vervangt: oud.id } : {}),
      }),
    );
    expect(pipTermijn(feiten, '2026-09-12')?.staat).toBe('nog-niet-begonnen');
    expect(pipTermijn(feiten, '2026-10-01')?.laatsteDag).toBe('2026-11-26');
  });

  it('een kringetje van vervangingen geeft geen fout', () => {
    const a = feit('notitie', { tekst: 'a' }, '2026-01-01', { id: 'a', vervangt: 'b' });
    const b = feit('notitie', { tekst: 'b' }, '2026-01-01', { id: 'b', vervangt: 'a' });
    expect(op([a, b], '2026-11-21').schakel).toBe(1);
  });

  it('alleen inschrijving in de eigen gemeente telt als die bekend is', () => {
    const beleid = { ...STANDAARD_BELEID, gemeentecode: '9002' };
    const stand = bepaalStand(plichtigeAsielstatushouder(), beleid, datum('2026-11-01'));
    expect(stand.termijnen[0]?.staat).toBe('nog-niet-begonnen');
  });

  it('een azc in de eigen gemeente is geen huisvesting; de woning daarna wel', () => {
    const adres = { straat: 'Laan', huisnummer: '1', postcode: '1234AB', plaats: 'Veldrijk' };
    const feiten = [
      ...plichtigeAsielstatushouder(),
      feit('adres', { ...adres, azc: true }, '2026-09-10', { bron: 'brp' }),
    ];
    expect(pipTermijn(feiten, '2026-09-20')?.staat).toBe('nog-niet-begonnen');
    feiten.push(feit('adres', adres, '2026-10-01', { bron: 'brp' }));
    expect(pipTermijn(feiten, '2026-10-01')?.laatsteDag).toBe('2026-12-10');
  });
});

describe('de pip-termijn in de Stand', () => {
  const feiten = plichtigeAsielstatushouder();

  it.each([
    ['2026-11-18', 'loopt', ['pip-bijna']],
    ['2026-11-19', 'loopt', ['pip-bijna']],
    ['2026-11-20', 'verstreken', ['pip-te-laat']],
  ])('zonder PIP op %s: %s', (dag, staat, verwacht) => {
    expect(pipTermijn(feiten, dag)?.staat).toBe(staat);
    expect(signalen(feiten, dag)).toEqual(verwacht);
  });

  it.each([
    ['2026-11-18', 'gehaald'],
    ['2026-11-19', 'gehaald'],
    ['2026-11-20', 'te-laat-gehaald'],
  ])('PIP van %s: %s', (dag, staat) => {
    expect(pipTermijn([...feiten, vastgesteld(dag, 'B')], '2026-12-01')?.staat).toBe(staat);
  });

  it('waarschuwt volgens het beleid, vier, twee en één week vooraf', () => {
    expect(signalen(feiten, '2026-10-21')).toEqual([]);
    expect(op(feiten, '2026-10-22').signalen[0]?.tekst).toContain('ten hoogste 4 weken');
    expect(op(feiten, '2026-11-05').signalen[0]?.tekst).toContain('ten hoogste 2 weken');
    expect(op(feiten, '2026-11-12').signalen[0]?.tekst).toContain('ten hoogste 1 week');
  });

  it('onmisbare inlichtingen verlengen pas na ontvangst', () => {
    const derde = { van: 'de arts', waarom: 'belastbaarheid', onmisbaar: true };
    const gevraagd = feit('derde-informatie', derde, '2026-10-01');
    const ontvangen = feit(
      'derde-informatie',
      { ...derde, ontvangenOp: datum('2026-11-16') },
      '2026-10-01',
      { vervangt: gevraagd.id },
    );
    expect(pipTermijn([...feiten, gevraagd], '2026-11-20')?.staat).toBe('verstreken');
    expect(signalen([...feiten, gevraagd], '2026-10-05')).toContain('wacht-op-derde');
    // Op tijd gevraagd en onmisbaar: de termijn is dan niet gemist, zij volgt op de ontvangst.
    const wacht = op([...feiten, gevraagd], '2026-11-20').signalen[0];
    expect(wacht).toMatchObject({ id: 'pip-wacht-op-derde', ernst: 'let-op' });
    expect(wacht?.tekst).toContain('tot en met 19 november 2026');
    const teLaat = feit('derde-informatie', derde, '2026-11-20');
    expect(signalen([...feiten, teLaat], '2026-11-20')).toContain('pip-te-laat');
    const nuttig = feit('derde-informatie', { ...derde, onmisbaar: false }, '2026-10-01');
    expect(signalen([...feiten, nuttig], '2026-11-20')).toEqual(['pip-te-laat']);
    const later = [...feiten, gevraagd, ontvangen];
    expect(pipTermijn(later, '2026-11-15')?.laatsteDag).toBe('2026-11-19');
    expect(pipTermijn(later, '2026-11-16')?.laatsteDag).toBe('2026-11-30');
  });

  it('na verhuizing met PIP: tien weken, zelfde route, begin van de termijn blijft (vector 29)', () => {
    const verhuisd = [
      feit('duo-gebeurtenis', { gebeurtenisId: 'SS121' }, '2025-09-01', { bron: 'duo' }),
      feit(
        'inburgeringsplicht',
        { plichtig: true, kennisgeving: datum('2024-01-08') },
        '2025-09-01',
        { bron: 'duo' },
      ),
      feit('doelgroep', { indeling: 'Asielstatushouder' }, '2025-09-01', { bron: 'duo' }),
      feit(
        'pip-vorige-gemeente',
        { gemeentecode: '9009', dagtekening: datum('2024-03-15'), leerroute: 'Z' },
        '2025-09-01',
        { bron: 'duo' },
      ),
      feit('inschrijving', { gemeentecode: '9001', op: datum('2025-09-01') }, '2025-09-01'),
    ];
    const stand = op(verhuisd, '2025-10-01');
    expect(stand.termijnen[0]?.laatsteDag).toBe('2025-11-10');
    expect(stand.termijnen[1]).toMatchObject({ begin: '2024-03-16', laatsteDag: '2027-03-15' });
    expect(stand.leerroute).toBe('Z');
    expect(stand.signalen.map((s) => s.tekst).join()).toContain('neem de zelfredzaamheidsroute');
    expect(stand.voorstellen[0]).toMatchObject({
      soort: 'pip-opstellen',
      laatsteDag: '2025-11-10',
    });
    const daarna = op([...verhuisd, vastgesteld('2025-10-20', 'Z')], '2025-11-01');
    expect(daarna.termijnen[1]?.begin).toBe('2024-03-16');
  });
});

describe('van signaal tot PIP: voorstellen', () => {
  const basis = plichtigeAsielstatushouder();

  it('plannen, voeren, uitkomst, afronden, opstellen', () => {
    expect(op(basis, '2026-09-12').voorstellen[0]).toMatchObject({
      soort: 'intake-plannen',
      laatsteDag: '2026-11-19',
    });
    const gepland = [...basis, gesprek('2026-10-08', '2026-09-20')];
    expect(op(gepland, '2026-10-07').voorstellen[0]).toMatchObject({
      soort: 'intake-voeren',
      laatsteDag: '2026-10-08',
      reden:
        'Het intakegesprek is op 8 oktober 2026. Het PIP moet er uiterlijk 19 november 2026 zijn.',
    });
    expect(op(gepland, '2026-10-08').voorstellen[0]?.reden).toContain('leg vast of');
    const gevoerd = [...gepland, uitkomst('2026-10-08', 'verschenen')];
    expect(soorten(gevoerd, '2026-10-09')).toEqual([
      'intake-afronden',
      'leerbaarheidstoets-plannen',
    ]);
    const klaar = [...gevoerd, afgerond('2026-10-20')];
    expect(op(klaar, '2026-10-20').voorstellen[0]).toMatchObject({ soort: 'pip-opstellen' });
    const concept = { pipId: 'pip-1', klaar: true, opgesteldDoor: 'Noor de Wit' };
    const terVaststelling = [...klaar, feit('pip-concept', concept, '2026-10-22')];
    expect(soorten(terVaststelling, '2026-10-22')[0]).toBe('pip-vaststellen');
  });

  it('niet verschijnen: waarschuwen, boete afwegen, afronden zonder de persoon', () => {
    const een = [
      ...basis,
      oproep(1, '2026-09-14', '2026-09-28'),
      gesprek('2026-09-24', '2026-09-14', 'o-1'),
      uitkomst('2026-09-24', 'niet-verschenen'),
    ];
    expect(op(een, '2026-09-25').voorstellen[0]).toMatchObject({ soort: 'oproep-herhalen' });
    expect(op(een, '2026-09-25').voorstellen[0]?.reden).toContain('waarschuwing');
    // Zonder afspraak is een oproep gemist zodra haar termijn voorbij is.
    const twee = [...een, oproep(2, '2026-09-28', '2026-10-12')];
    expect(op(twee, '2026-10-12').voorstellen[0]?.soort).toBe('intake-plannen');
    expect(op(twee, '2026-10-13').voorstellen[0]?.reden).toContain('weegt af');
    const drie = [...twee, oproep(3, '2026-10-14', '2026-10-28')];
    expect(soorten(drie, '2026-10-29')[0]).toBe('intake-afronden');
  });

  it('wie op de herhaalde oproep verscheen en later wegblijft, krijgt eerst weer een waarschuwing', () => {
    const feiten = [
      ...basis,
      oproep(1, '2026-09-14', '2026-09-28'),
      gesprek('2026-09-24', '2026-09-14', 'o-1'),
      uitkomst('2026-09-24', 'niet-verschenen'),
      oproep(2, '2026-09-28', '2026-10-12'),
      gesprek('2026-10-08', '2026-09-28', 'o-2'),
      uitkomst('2026-10-08', 'verschenen'),
    ];
    expect(soorten(feiten, '2026-10-09')[0]).toBe('intake-afronden');
    const weer = [...feiten, oproep(3, '2026-10-10', '2026-10-20')];
    expect(op(weer, '2026-10-21').voorstellen[0]?.reden).toContain('waarschuwing');
  });

  it('wie na drie gemiste oproepen toch verschijnt, krijgt een gewone intake', () => {
    const drie = [
      ...basis,
      oproep(1, '2026-09-14', '2026-09-20'),
      oproep(2, '2026-09-21', '2026-09-27'),
      oproep(3, '2026-09-28', '2026-10-04'),
    ];
    const nodig = (feiten: Feit[], dag: string) =>
      op(feiten, dag).verplichtingen.find((v) => v.id === 'brede-intake')?.voortgang?.moet;
    expect(nodig(drie, '2026-10-05')).toBe(1);
    const alsnog = [
      ...drie,
      oproep(4, '2026-10-05', '2026-10-19'),
      gesprek('2026-10-12', '2026-10-05', 'o-4'),
      uitkomst('2026-10-12', 'verschenen'),
    ];
    expect(nodig(alsnog, '2026-10-13')).toBeGreaterThan(5);
  });

  it('afgezegd: opnieuw plannen', () => {
    const feiten = [
      ...basis,
      gesprek('2026-10-08', '2026-09-20'),
      uitkomst('2026-10-08', 'afgezegd'),
    ];
    expect(op(feiten, '2026-10-09').voorstellen[0]).toMatchObject({ soort: 'intake-plannen' });
  });

  it('ontbrekende gegevens worden gevraagd', () => {
    const ss101 = feit('duo-gebeurtenis', { gebeurtenisId: 'SS101' }, '2026-03-03', {
      bron: 'duo',
    });
    expect(soorten([ss101], '2026-03-03')).toEqual(['intake-plannen', 'gegevens-aanvullen']);
    expect(signalen([ss101], '2026-03-03')).toEqual(['pip-termijn-onbekend', 'doelgroep-onbekend']);
  });

  it('gekoppeld in het azc: de intake mag al beginnen', () => {
    const feiten = [
      feit('koppeling', { op: datum('2026-01-05'), azc: 'Zuid' }, '2026-01-05', { bron: 'coa' }),
    ];
    const stand = op(feiten, '2026-01-06');
    expect(stand.voorstellen[0]).toMatchObject({ soort: 'intake-plannen' });
    expect(stand.voorstellen[0]?.laatsteDag).toBeUndefined();
    expect(stand.toestand).toBe('nog-niet-plichtig');
    expect(soorten([...feiten, afgerond('2026-02-01')], '2026-02-01')).toEqual(['geen']);
  });

  it('in het azc, plichtig en intake klaar: opstellen mag, vaststellen wacht op inschrijving', () => {
    const feiten = [
      ...basis.slice(0, 3),
      feit('koppeling', { op: datum('2026-03-10'), azc: 'Zuid' }, '2026-03-10', { bron: 'coa' }),
      afgerond('2026-05-01'),
    ];
    expect(op(feiten, '2026-05-01').voorstellen[0]?.reden).toContain('pas na inschrijving');
    expect(
      op(feiten, '2026-05-01')
        .schakels.map((s) => s.staat)
        .slice(0, 3),
    ).toEqual(['gereed', 'bezig', 'bezig']);
  });
});

describe('na het PIP', () => {
  const metPip = [
    ...plichtigeAsielstatushouder(),
    afgerond('2026-11-01'),
    vastgesteld('2026-11-02', 'B'),
  ];
  const bijDuo = [...metPip, aangenomen('2026-11-03')];

  it('wacht op DUO, herstelt een weigering, gaat door na aanname', () => {
    expect(soorten(metPip, '2026-11-02')).toEqual(['aanbod-doen', 'wachten-op-duo']);
    const fout = { pipId: 'pip-1', staat: 'geweigerd', foutteksten: ['datum te vroeg'] } as const;
    const geweigerd = [
      ...metPip,
      feit('pip-bij-duo', { ...fout, foutteksten: [...fout.foutteksten] }, '2026-11-03'),
    ];
    expect(op(geweigerd, '2026-11-03').voorstellen[0]).toMatchObject({
      soort: 'pip-melding-herstellen',
      reden: 'DUO weigert het PIP: datum te vroeg',
    });
    expect(signalen(geweigerd, '2026-11-03')).toContain('pip-geweigerd');
    expect(staten(geweigerd, '2026-11-03')[2]).toBe('bezig');
    expect(staten(bijDuo, '2026-11-03')).toEqual([
      'gereed',
      'gereed',
      'gereed',
      'bezig',
      'nog-niet',
    ]);
  });

  it('het antwoord op een vorige versie telt niet voor de nieuwe', () => {
    const gewijzigd = [...bijDuo, vastgesteld('2027-01-10', 'Z')];
    expect(op(gewijzigd, '2027-01-10')).toMatchObject({ leerroute: 'Z', schakel: 3 });
  });

  it('prognose tot DUO de termijn geeft; dan gaat DUO voor', () => {
    expect(op(bijDuo, '2026-11-03').termijnen[1]).toMatchObject({
      staat: 'prognose',
      laatsteDag: '2029-11-02',
    });
    const termijn = { start: datum('2026-11-03'), eind: datum('2029-12-01') };
    const ss102 = [...bijDuo, feit('inburgeringstermijn', termijn, '2026-11-05', { bron: 'duo' })];
    expect(op(ss102, '2026-11-05').termijnen[1]).toMatchObject({
      staat: 'loopt',
      laatsteDag: '2029-11-30',
    });
    expect(signalen(ss102, '2029-05-29')).not.toContain('termijn-eindigt-6');
    expect(signalen(ss102, '2029-05-30')).toContain('termijn-eindigt-6');
    expect(signalen(ss102, '2029-08-30')).toContain('termijn-eindigt-3');
    expect(signalen(ss102, '2029-09-30')).toContain('termijn-eindigt-2');
    expect(signalen(ss102, '2029-11-30')).not.toContain('termijn-verstreken');
    expect(signalen(ss102, '2029-12-01')).toContain('termijn-verstreken');
  });

  it('aanbod binnen drie maanden voor asielstatushouders', () => {
    expect(signalen(bijDuo, '2027-02-02')).not.toContain('aanbod-ontbreekt');
    expect(signalen(bijDuo, '2027-02-03')).toContain('aanbod-ontbreekt');
    const aanbod = feit(
      'aanbod',
      { instelling: 'TaalThuis', datum: datum('2026-12-01') },
      '2026-12-01',
    );
    expect(soorten([...bijDuo, aanbod], '2026-12-01')).not.toContain('aanbod-doen');
  });

  it('een voortgangsgesprek komt vier weken vooraf op de lijst', () => {
    expect(soorten(bijDuo, '2027-01-04')).not.toContain('voortgangsgesprek-voeren');
    expect(soorten(bijDuo, '2027-01-05')).toContain('voortgangsgesprek-voeren');
  });

  it('bezwaar tot en met zes weken na bekendmaking', () => {
    const bezwaar = (dag: string) =>
      op(bijDuo, dag).termijnen.find((t) => t.id === 'bezwaartermijn-pip');
    expect(bezwaar('2026-12-14')).toMatchObject({ staat: 'loopt', laatsteDag: '2026-12-14' });
    expect(bezwaar('2026-12-15')?.staat).toBe('verstreken');
  });

  it('een ingetrokken PIP vraagt een nieuw, de inburgeringstermijn houdt haar begin (vector 40)', () => {
    const ingetrokken = { pipId: 'pip-1', op: datum('2027-01-05'), reden: 'fout' };
    const feiten = [...bijDuo, feit('pip-ingetrokken', ingetrokken, '2027-01-05')];
    expect(soorten(feiten, '2027-01-06')).toEqual(['pip-opstellen']);
    const opnieuw = [
      ...feiten,
      vastgesteld('2027-01-20', 'Z', 'pip-2'),
      aangenomen('2027-01-21', 'pip-2'),
    ];
    expect(op(opnieuw, '2027-02-01').termijnen[1]?.begin).toBe('2026-11-03');
    expect(op(opnieuw, '2027-02-01').leerroute).toBe('Z');
  });
});

describe('elke grondslag wijst naar een regel in het register', () => {
  /** De ruimte die de wet laat, en wat een mens helpt wegen, zijn geen regels die iets uitrekenen. */
  const GEEN_REGEL = ['lokaal-beleid', 'leerroute-advies', 'leerroute-afweging', 'week-haalbaar'];
  const bekend = new Set([...REGELS.map((r) => r.id), ...GEEN_REGEL]);

  it('in een Stand', () => {
    const feiten = [
      ...plichtigeAsielstatushouder(),
      oproep(1, '2026-09-14', '2026-09-28'),
      vastgesteld('2026-11-02', 'Z'),
    ];
    const json = ['2026-03-01', '2026-10-10', '2026-11-20']
      .map((d) => JSON.stringify(toonStand(op(feiten, d))))
      .join();
    const genoemd = new Set([...json.matchAll(/"regel":"([a-z-]+)"/g)].map((m) => m[1]));
    expect([...genoemd].filter((id) => !bekend.has(id ?? ''))).toEqual([]);
    expect(genoemd.size).toBeGreaterThan(8);
  });

  it('in elk bestand van rules/', () => {
    const genoemd = bronnen().flatMap(([bestand, tekst]) =>
      [...tekst.matchAll(/(?:\bgrondslag\(|\bconst ID =)\s*'([^']+)'/g)].map((m) => [
        bestand,
        m[1],
      ]),
    );
    expect(genoemd.filter(([, id]) => !bekend.has(id ?? ''))).toEqual([]);
    expect(new Set(genoemd.map(([, id]) => id)).size).toBeGreaterThan(50);
  });
});

/** De bestanden van rules/ zonder de proeven, met hun tekst. */
function bronnen(): [string, string][] {
  const map = path.join(import.meta.dirname, '../..');
  return readdirSync(map, { recursive: true, encoding: 'utf8' })
    .filter((naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts'))
    .map((naam) => [naam, readFileSync(path.join(map, naam), 'utf8')]);
}
