import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import type { Leerroute } from '../stand/feiten.ts';
import { niveauBijDuo, pipDuo, pipDuoWaarschuwingen, urenVoorDuo } from './pip-duo.ts';
import {
  type PipConcept,
  type PipContext,
  pipInhoud,
  pipInhoudWaarschuwingen,
} from './pip-inhoud.ts';

const afweging = { onderzocht: true, voor: 'wil leren', tegen: 'past niet' };
const volledig = (leerroute: Leerroute): PipConcept => ({
  leerroute,
  afweging: { B: afweging, O: afweging, Z: afweging },
  motivering: 'Deze route past het best.',
  intensiteitUren: 900,
  alfabetisering: 'NVT',
  pvt: { uren: 12, invulling: 'groep' },
  ...(leerroute === 'O' ? {} : { moduleMap: { uren: 40, invulling: 'stage' } }),
  begeleiding: 'vaste klantmanager',
  voortgangsgesprekken: { aantal: 8, ritme: 'elk kwartaal' },
});
const asiel: PipContext = { doelgroep: 'asielstatushouder', kindVoorVve: false };
const gezins: PipContext = { doelgroep: 'gezins-en-overige-migrant', kindVoorVve: false };

function velden(pip: PipConcept, context = asiel) {
  const oordeel = pipInhoud(pip, context);
  return oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen.map((r) => r.veld) : [];
}

describe('pip-inhoud (Wi2021 art. 15, Besluit art. 5.3)', () => {
  it.each(['B', 'O', 'Z'] as const)('een volledig PIP voor route %s voldoet', (route) => {
    expect(pipInhoud(volledig(route), asiel).uitkomst).toBe('voldoet');
  });

  it('een leeg PIP noemt alles wat ontbreekt', () => {
    expect(velden({}, { ...asiel, kindVoorVve: true })).toEqual([
      'leerroute',
      'motivering',
      'afweging.B.onderzocht',
      'afweging.O.onderzocht',
      'afweging.Z.onderzocht',
      'intensiteitUren',
      'alfabetisering',
      'pvt.uren',
      'pvt.invulling',
      'moduleMap.uren',
      'moduleMap.invulling',
      'begeleiding',
      'voortgangsgesprekken.aantal',
      'vve',
    ]);
  });

  it('alle drie de routes moeten zijn onderzocht', () => {
    const pip = volledig('Z');
    pip.afweging = { ...pip.afweging, O: { onderzocht: false } };
    expect(velden(pip)).toEqual(['afweging.O.onderzocht']);
  });

  it('de keuze heeft een reden ervoor, de andere routes een reden ertegen', () => {
    const pip = volledig('O');
    pip.afweging = {
      B: { onderzocht: true, tegen: ' ' },
      O: { onderzocht: true, voor: '' },
      Z: { onderzocht: true, tegen: 'kan meer' },
    };
    const oordeel = pipInhoud(pip, asiel);
    expect(oordeel).toMatchObject({
      redenen: [
        { veld: 'afweging.B.tegen' },
        { veld: 'afweging.O.voor', grondslag: { artikel: 'Wet inburgering 2021 art. 8' } },
      ],
    });
  });

  it('de Z-route vraagt waarom B1 en onderwijs niet haalbaar zijn (art. 9)', () => {
    const pip = volledig('Z');
    pip.afweging = { ...pip.afweging, B: { onderzocht: true, voor: 'x' } };
    expect(pipInhoud(pip, asiel)).toMatchObject({
      redenen: [
        { veld: 'afweging.B.tegen', grondslag: { artikel: 'Wet inburgering 2021 art. 9' } },
      ],
    });
  });

  it('intensiteit alleen voor asielstatushouders', () => {
    const pip = { ...volledig('B'), intensiteitUren: undefined };
    expect(velden(pip, asiel)).toEqual(['intensiteitUren']);
    expect(velden(pip, gezins)).toEqual([]);
  });

  it('PVT vanaf 12 uur, MAP vanaf 40 uur', () => {
    const met = (pvt: number, map: number) => ({
      ...volledig('B'),
      pvt: { uren: pvt, invulling: 'x' },
      moduleMap: { uren: map, invulling: 'x' },
    });
    expect(velden(met(11, 39))).toEqual(['pvt.uren', 'moduleMap.uren']);
    expect(velden(met(12, 40))).toEqual([]);
  });

  it('geen MAP in de onderwijsroute', () => {
    expect(velden({ ...volledig('O'), moduleMap: { uren: 40, invulling: 'x' } })).toEqual([
      'moduleMap',
    ]);
    expect(velden({ ...volledig('B'), moduleMap: undefined })).toHaveLength(2);
  });

  it('neemt na verhuizing de leerroute over (art. 15 lid 4)', () => {
    expect(velden(volledig('B'), { ...asiel, leerrouteVorigeGemeente: 'Z' })).toEqual([
      'leerroute',
    ]);
    expect(velden(volledig('Z'), { ...asiel, leerrouteVorigeGemeente: 'Z' })).toEqual([]);
  });

  it('meegetelde inspanningen zijn omschreven en hebben uren', () => {
    const pip = volledig('B');
    pip.meegeteldeInspanningen = [{ omschrijving: 'azc', uren: 40 }, { omschrijving: 'les' }];
    expect(velden(pip)).toEqual(['meegeteldeInspanningen.1']);
  });
});

describe('wisselen van leerroute na anderhalf jaar (Besluit art. 5.4)', () => {
  const wissel = (van: 'B' | 'O' | 'Z', naar: 'B' | 'O' | 'Z', dag: string) =>
    pipInhoudWaarschuwingen(volledig(naar), {
      ...asiel,
      leerrouteNu: van,
      termijnBegin: datum('2025-03-10'),
      dagtekening: datum(dag),
    });

  it.each([
    ['B', 'Z', '2026-09-08', []],
    ['B', 'Z', '2026-09-09', []],
    ['B', 'Z', '2026-09-10', ['pip-wisselen']],
    ['O', 'B', '2026-09-10', []],
    ['O', 'Z', '2026-09-10', ['pip-wisselen']],
    ['B', 'B', '2026-09-10', []],
  ] as const)('van %s naar %s op %s', (van, naar, dag, codes) => {
    expect(wissel(van, naar, dag).map((r) => r.code)).toEqual(codes);
  });

  it('noemt de laatste dag en wanneer het daarna nog mag', () => {
    const [eerste] = wissel('B', 'Z', '2026-09-10');
    expect(eerste?.tekst).toContain('tot en met 9 september 2026');
    expect(eerste).toMatchObject({
      veld: 'redenWijziging',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 5.4 lid 1' },
    });
  });

  it('zwijgt zonder termijn, en als de route van de vorige gemeente moet blijven', () => {
    const zonder = {
      ...asiel,
      leerrouteNu: 'B' as const,
      dagtekening: datum('2026-09-10'),
    };
    expect(pipInhoudWaarschuwingen(volledig('Z'), zonder)).toEqual([]);
    const verhuisd = {
      ...zonder,
      termijnBegin: datum('2025-03-10'),
      leerrouteVorigeGemeente: 'B' as const,
    };
    expect(pipInhoudWaarschuwingen(volledig('Z'), verhuisd)).toEqual([]);
  });
});

describe('afschalen naar A2 (Besluit art. 5.5)', () => {
  const a2: PipConcept = { ...volledig('B'), niveau: 'A2' };
  const later = (taaluren?: number, vorig: PipContext['vorigPip'] = { leerroute: 'B' }) => ({
    ...asiel,
    vorigPip: vorig,
    ...(taaluren === undefined ? {} : { taaluren }),
  });
  const gewaarschuwd = (pip: PipConcept, c: PipContext) =>
    pipInhoudWaarschuwingen(pip, c).map((r) => r.code);

  it.each([
    [599, ['niveau'], []],
    [600, [], ['pip-afschalen']],
    [601, [], ['pip-afschalen']],
  ])('na %i uur (vector 52)', (uren, geweigerd, waarschuwing) => {
    expect(velden(a2, later(uren))).toEqual(geweigerd);
    expect(gewaarschuwd(a2, later(uren))).toEqual(waarschuwing);
  });

  it('onbekende uren waarschuwen en noemen wat er moet zijn', () => {
    expect(velden(a2, later())).toEqual([]);
    const [waarschuwing] = pipInhoudWaarschuwingen(a2, later());
    expect(waarschuwing?.tekst).toContain('600 uur NT2');
    expect(waarschuwing?.tekst).toContain('voldoende inzet');
    expect(waarschuwing?.grondslag).toMatchObject({
      regel: 'afschalen',
      artikel: 'Besluit inburgering 2021 art. 5.5',
    });
  });

  it('uren die het PIP meetelt kunnen het verschil maken', () => {
    const metUren = { ...a2, meegeteldeInspanningen: [{ omschrijving: 'NT2 in azc', uren: 50 }] };
    expect(velden(metUren, later(549))).toEqual(['niveau']);
    expect(velden(metUren, later(550))).toEqual([]);
  });

  it('niet als het vorige PIP al A2 had, bij een ander niveau of een andere route', () => {
    const al = later(10, { leerroute: 'B', niveau: 'A2' });
    expect([velden(a2, al), gewaarschuwd(a2, al)]).toEqual([[], []]);
    const b1: PipConcept = { ...a2, niveau: 'B1' };
    expect([velden(b1, later(10)), gewaarschuwd(b1, later(10))]).toEqual([[], []]);
    const z: PipConcept = { ...volledig('Z'), niveau: 'A2' };
    expect(velden(z, later(10))).toEqual([]);
  });

  it('van de Z-route met A2 naar de B1-route met A2 is wel afschalen', () => {
    expect(velden(a2, later(10, { leerroute: 'Z', niveau: 'A2' }))).toEqual(['niveau']);
  });
});

describe('pip-duo: PIP-1 tot en met PIP-8', () => {
  const context = {
    beginInburgeringsplicht: datum('2026-02-24'),
    inschrijving: datum('2026-09-10'),
    eerderePips: [],
    doelgroep: 'asielstatushouder',
  } as const;
  const codes = (pip: Parameters<typeof pipDuo>[0], c: Parameters<typeof pipDuo>[1] = context) => {
    const oordeel = pipDuo(pip, c);
    return oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen.map((r) => r.code) : [];
  };

  it.each([
    ['2026-02-23', ['PIP-1', 'PIP-3']],
    ['2026-02-24', ['PIP-3']],
    ['2026-09-09', ['PIP-3']],
    ['2026-09-10', []],
    ['2026-09-11', []],
  ])('dagtekening %s: %j', (dag, verwacht) => {
    expect(codes({ dagtekening: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['2026-10-19', ['PIP-2']],
    ['2026-10-20', []],
    ['2026-10-21', []],
  ])('wijziging op %s na een PIP van 20 oktober: %j', (dag, verwacht) => {
    const eerderePips = [datum('2026-10-20'), datum('2026-09-15')];
    expect(codes({ dagtekening: datum(dag) }, { ...context, eerderePips })).toEqual(verwacht);
  });

  it('niveau en leerroute (PIP-4, PIP-5, PIP-6)', () => {
    expect(codes({ leerroute: 'O', niveau: 'A2' })).toEqual(['PIP-4']);
    expect(codes({ leerroute: 'Z', niveau: 'B1' })).toEqual(['PIP-5']);
    expect(codes({ leerroute: 'B', niveau: 'A2' })).toEqual(['PIP-6']);
    const later = { ...context, eerderePips: [datum('2026-09-15')] };
    expect(codes({ leerroute: 'B', niveau: 'A2' }, later)).toEqual([]);
    expect(codes({ leerroute: 'Z', niveau: 'A2' })).toEqual([]);
    expect(codes({ leerroute: 'O', niveau: 'B1' })).toEqual([]);
  });

  it('zonder niveau neemt DUO B1 aan, behalve in de Z-route (PIP-7)', () => {
    expect(niveauBijDuo('B', undefined)).toBe('B1');
    expect(niveauBijDuo('O', undefined)).toBe('B1');
    expect(niveauBijDuo('Z', undefined)).toBeUndefined();
    expect(niveauBijDuo('B', 'A2')).toBe('A2');
  });

  it('uren alleen bij B1-route en asielstatushouder, 1 tot en met 9999 (PIP-8)', () => {
    const uren = (n: number, leerroute: Leerroute = 'B') => ({
      leerroute,
      geschatteIntensiteitB1Route: n,
    });
    expect([0, 1, 9999, 10_000, 1.5].map((n) => codes(uren(n)).length)).toEqual([1, 0, 0, 1, 1]);
    expect(codes(uren(600, 'Z'))).toEqual(['PIP-8']);
    expect(codes(uren(600), { ...context, doelgroep: 'gezins-en-overige-migrant' })).toEqual([
      'PIP-8',
    ]);
    expect(urenVoorDuo({ leerroute: 'B', intensiteitUren: 600 }, 'asielstatushouder')).toBe(600);
    expect(
      urenVoorDuo({ leerroute: 'Z', intensiteitUren: 600 }, 'asielstatushouder'),
    ).toBeUndefined();
  });

  it('onbekende inschrijving waarschuwt alleen', () => {
    expect(
      codes({ dagtekening: datum('2026-03-01') }, { ...context, inschrijving: undefined }),
    ).toEqual([]);
    expect(pipDuoWaarschuwingen({ ...context, inschrijving: undefined })).toHaveLength(1);
    expect(pipDuoWaarschuwingen(context)).toEqual([]);
  });
});
