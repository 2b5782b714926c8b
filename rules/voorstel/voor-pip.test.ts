import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { lees } from '../stand/lezing.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';
import { bepaalVoorstellen } from './voorstellen.ts';

const basis = plichtigeAsielstatushouder();
const LAATSTE = '2026-11-19';
const UITERLIJK = ' Het PIP moet er uiterlijk 19 november 2026 zijn.';

const voorstellen = (feiten: Feit[], dag: string) =>
  bepaalStand(feiten, STANDAARD_BELEID, datum(dag)).voorstellen;
const kort = (feiten: Feit[], dag: string) =>
  voorstellen(feiten, dag).map(({ soort, titel, reden, laatsteDag }) => ({
    soort,
    titel,
    reden,
    laatsteDag,
  }));
const soorten = (feiten: Feit[], dag: string) => voorstellen(feiten, dag).map((v) => v.soort);

const afspraak = (soort: FeitInhoud['afspraak']['soort'], dag: string, oproepId?: string) =>
  feit(
    'afspraak',
    {
      afspraakId: `${soort}-${dag}`,
      soort,
      datum: datum(dag),
      tijd: '10:00',
      plaats: 'stadhuis',
      duurMinuten: 60,
      ...(oproepId ? { oproepId } : {}),
    },
    '2026-09-14',
  );
const afloop = (
  soort: FeitInhoud['afspraak']['soort'],
  dag: string,
  uitkomst: FeitInhoud['afspraak-uitkomst']['uitkomst'],
) => feit('afspraak-uitkomst', { afspraakId: `${soort}-${dag}`, uitkomst }, dag);
const oproep = (n: number, dag: string, uiterlijk: string) =>
  feit(
    'oproep',
    { oproepId: `o-${n}`, voor: 'brede-intake', uiterlijk: datum(uiterlijk), herhaling: n > 1 },
    dag,
  );
const gesprek = (dag: string, u?: FeitInhoud['afspraak-uitkomst']['uitkomst']) => [
  afspraak('intakegesprek', dag),
  ...(u ? [afloop('intakegesprek', dag, u)] : []),
];
const antwoord = (onderdeel: string) =>
  feit('intake-antwoord', { onderdeel, vraag: 'vraag', waarde: 'ja' }, '2026-10-02');
const afgerond = feit('intake-afgerond', { zonderPersoon: false }, '2026-10-05');
const toets = feit(
  'leerbaarheidstoets',
  { resultaat: 'Onbekend', behaald: 1, benodigd: 2, geregistreerdOp: datum('2026-09-20') },
  '2026-09-20',
);

describe('de laatste dag voor het PIP bij elk voorstel', () => {
  const plannen = { soort: 'intake-plannen', titel: 'Brede intake plannen' };
  const begin = 'Er is nog geen afspraak voor de brede intake.';
  const straksIngeschreven = [
    ...basis.slice(0, 3),
    feit('inschrijving', { gemeentecode: '9001', op: datum('2026-09-10') }, '2026-09-01'),
  ];

  it('staat erbij zolang de tien weken lopen, en ook als zij voorbij zijn', () => {
    for (const dag of ['2026-09-10', LAATSTE, '2026-11-20']) {
      expect(kort(basis, dag)).toEqual([
        { ...plannen, reden: `${begin}${UITERLIJK}`, laatsteDag: LAATSTE },
      ]);
    }
  });

  it.each([
    ['2026-09-09', `${begin}`, undefined],
    ['2026-09-10', `${begin}${UITERLIJK}`, LAATSTE],
  ])('pas als zij zijn begonnen: %s', (dag, reden, laatsteDag) => {
    expect(kort(straksIngeschreven, dag)).toEqual([{ ...plannen, reden, laatsteDag }]);
  });

  it('hangt niet af van de volgorde van termijnen en verplichtingen', () => {
    const klok = klokOp(datum('2026-10-01'));
    for (const feiten of [basis, [...basis, ...gesprek('2026-09-24', 'verschenen'), toets]]) {
      const l = lees(kiesGeldend(feiten, klok), klok, STANDAARD_BELEID);
      const { termijnen, verplichtingen } = bepaalStand(
        feiten,
        STANDAARD_BELEID,
        datum('2026-10-01'),
      );
      const soortenVan = (t: typeof termijnen, v: typeof verplichtingen) =>
        bepaalVoorstellen({ l, termijnen: t, verplichtingen: v }).map((x) => [
          x.soort,
          x.laatsteDag,
        ]);
      expect(soortenVan(termijnen.toReversed(), verplichtingen.toReversed())).toEqual(
        soortenVan(termijnen, verplichtingen),
      );
    }
  });
});

describe('de intake', () => {
  it('een gepland gesprek is te voeren; daarna is de afloop nodig', () => {
    const feiten = [...basis, ...gesprek('2026-10-08'), toets];
    const voeren = {
      soort: 'intake-voeren',
      titel: 'Intakegesprek voeren',
      laatsteDag: '2026-10-08',
    };
    expect(kort(feiten, '2026-10-07')).toEqual([
      { ...voeren, reden: `Het intakegesprek is op 8 oktober 2026.${UITERLIJK}` },
    ]);
    for (const dag of ['2026-10-08', '2026-10-09']) {
      const [voorstel, ...rest] = kort(feiten, dag);
      expect(rest).toEqual([]);
      expect(voorstel).toMatchObject(voeren);
      expect(voorstel?.reden).toContain('leg vast of de persoon er was');
    }
  });

  it('een oproep zonder afspraak wacht op een afspraak', () => {
    expect(kort([...basis, oproep(1, '2026-09-14', '2026-09-28')], '2026-09-20')).toEqual([
      {
        soort: 'intake-plannen',
        titel: 'Brede intake plannen',
        reden: `De oproep is verstuurd; er is nog geen afspraak.${UITERLIJK}`,
        laatsteDag: LAATSTE,
      },
    ]);
  });

  it('na een afzegging noemt het voorstel de afgezegde dag', () => {
    expect(kort([...basis, ...gesprek('2026-10-08', 'afgezegd')], '2026-10-09')).toEqual([
      {
        soort: 'intake-plannen',
        titel: 'Brede intake plannen',
        reden: `De afspraak van 8 oktober 2026 is afgezegd.${UITERLIJK}`,
        laatsteDag: LAATSTE,
      },
    ]);
  });

  it('wie zonder oproep wegblijft wordt opnieuw opgeroepen, na de vraag waarom', () => {
    const lijst = voorstellen(
      [...basis, ...gesprek('2026-10-08', 'niet-verschenen')],
      '2026-10-09',
    );
    expect(lijst).toMatchObject([
      { soort: 'oproep-herhalen', titel: 'Opnieuw oproepen', laatsteDag: LAATSTE },
    ]);
    expect(lijst[0]?.reden).toMatch(/^Niet verschenen op 8 oktober 2026\. Vraag naar de reden/);
    expect(lijst[0]?.uitleg).toBeUndefined();
  });

  it('wie op een oproep wegblijft ook, met de ladder als uitleg', () => {
    const zonder = voorstellen([...basis, oproep(1, '2026-09-14', '2026-09-28')], '2026-09-29');
    expect(zonder).toMatchObject([{ soort: 'oproep-herhalen', titel: 'Opnieuw oproepen' }]);
    expect(zonder[0]?.reden).toMatch(/^Niet verschenen op de oproep\. .*waarschuwing/);
    expect(zonder[0]?.uitleg?.().grondslag?.regel).toBe('oproep-ladder');
    const met = [
      ...basis,
      oproep(1, '2026-09-14', '2026-09-28'),
      afspraak('intakegesprek', '2026-09-24', 'o-1'),
      afloop('intakegesprek', '2026-09-24', 'niet-verschenen'),
    ];
    expect(voorstellen(met, '2026-09-25')[0]?.reden).toMatch(
      /^Niet verschenen op 24 september 2026\. .*waarschuwing/,
    );
  });

  it('na drie gemiste oproepen: afronden zonder de persoon', () => {
    const feiten = [
      ...basis,
      oproep(1, '2026-09-14', '2026-09-20'),
      oproep(2, '2026-09-21', '2026-09-27'),
      oproep(3, '2026-09-28', '2026-10-04'),
    ];
    const lijst = voorstellen(feiten, '2026-10-05');
    expect(lijst).toMatchObject([
      {
        soort: 'intake-afronden',
        titel: 'Intake afronden zonder de persoon',
        laatsteDag: LAATSTE,
      },
    ]);
    expect(lijst[0]?.reden).toContain('zonder de persoon');
    expect(lijst[0]?.uitleg?.().grondslag?.regel).toBe('oproep-ladder');
  });

  it.each([
    ['coa', 'intake-plannen'],
    ['inburgeraar', 'intake-plannen'],
    ['medewerker', 'intake-afronden'],
  ] as const)('een antwoord van %s zonder gesprek: %s', (bron, soort) => {
    const eerder = { ...antwoord('opleiding'), bron };
    const stand = bepaalStand([...basis, eerder], STANDAARD_BELEID, datum('2026-10-09'));
    expect(stand.voorstellen[0]?.soort).toBe(soort);
  });

  it('wie begonnen is rondt af: het voorstel telt wat er nog ontbreekt', () => {
    const reden = (...feiten: Feit[]) => {
      const [eerste] = kort([...basis, ...feiten], '2026-10-09');
      expect(eerste).toMatchObject({ soort: 'intake-afronden', titel: 'Intake afronden' });
      return eerste?.reden;
    };
    const nodig = bepaalStand(basis, STANDAARD_BELEID, datum('2026-10-09')).verplichtingen.find(
      (v) => v.id === 'brede-intake',
    )?.ontbreekt;
    const codes = (nodig ?? []).map((r) => r.code.replace('intake-', ''));
    const antwoorden = codes.map(antwoord);
    const alles = [
      ...antwoorden,
      feit('gezondheid-besproken', { besproken: true }, '2026-10-02'),
      toets,
    ];
    const prive = feit('privegesprek', { aangeboden: true }, '2026-10-02');
    expect(reden(...gesprek('2026-10-08', 'verschenen'))).toBe(
      `Nog ${codes.length} onderdelen van de intake te doen.${UITERLIJK}`,
    );
    expect(reden(...alles)).toBe(`Nog 1 onderdeel van de intake te doen.${UITERLIJK}`);
    expect(reden(...alles, prive)).toBe(
      `Alle onderdelen van de intake zijn vastgelegd.${UITERLIJK}`,
    );
  });
});

describe('de leerbaarheidstoets', () => {
  const TOETS = 'leerbaarheidstoets-plannen';
  const met = (...feiten: Feit[]) => soorten([...basis, ...feiten], '2026-10-09');
  const gevoerd = gesprek('2026-10-08', 'verschenen');
  const duo = (gebeurtenisId: string) =>
    feit('duo-gebeurtenis', { gebeurtenisId }, '2026-09-15', { bron: 'duo' });

  it('wordt voorgesteld zodra er een intakegesprek is gepland of gevoerd', () => {
    expect(met()).not.toContain(TOETS);
    expect(met(...gesprek('2026-10-08', 'afgezegd'))).not.toContain(TOETS);
    expect(met(...gesprek('2026-10-12'))).toContain(TOETS);
    expect(met(...gevoerd)).toContain(TOETS);
    expect(kort([...basis, ...gevoerd], '2026-10-09').at(-1)).toEqual({
      soort: TOETS,
      titel: 'Leerbaarheidstoets plannen',
      reden: `Er is nog geen uitslag van de leerbaarheidstoets.${UITERLIJK}`,
      laatsteDag: LAATSTE,
    });
  });

  it('niet meer als er een uitslag, een aanmelding of een afspraak is', () => {
    expect(met(...gevoerd, toets)).toEqual(['intake-afronden']);
    expect(met(...gevoerd, duo('SS137'))).toEqual(['intake-afronden']);
    expect(met(...gevoerd, duo('SS128'))).toContain(TOETS);
    const gepland = afspraak('leerbaarheidstoets', '2026-10-07');
    expect(met(...gevoerd, gepland)).toEqual(['intake-afronden']);
    for (const [uitkomst, verwacht] of [
      ['verschenen', false],
      ['niet-verschenen', true],
      ['afgezegd', true],
    ] as const) {
      const klaar = afloop('leerbaarheidstoets', '2026-10-07', uitkomst);
      expect(met(...gevoerd, gepland, klaar).includes(TOETS), uitkomst).toBe(verwacht);
    }
  });
});

describe('het PIP', () => {
  const opstellen = { soort: 'pip-opstellen', titel: 'PIP opstellen', laatsteDag: LAATSTE };
  const concept = (pipId: string, klaar = true) =>
    feit('pip-concept', { pipId, klaar, opgesteldDoor: 'Noor de Wit' }, '2026-10-08');
  const intrekking = feit(
    'pip-ingetrokken',
    { pipId: 'pip-1', op: datum('2026-10-07'), reden: 'fout' },
    '2026-10-07',
  );

  it('opstellen na de intake; ligt het klaar, dan vaststellen', () => {
    const opTeStellen = [{ ...opstellen, reden: `De brede intake is afgerond.${UITERLIJK}` }];
    expect(kort([...basis, afgerond], '2026-10-09')).toEqual(opTeStellen);
    expect(kort([...basis, afgerond, concept('pip-1', false)], '2026-10-09')).toEqual(opTeStellen);
    expect(kort([...basis, afgerond, concept('pip-1')], '2026-10-09')).toEqual([
      {
        soort: 'pip-vaststellen',
        titel: 'PIP vaststellen',
        reden: `Het PIP ligt klaar om vast te stellen, opgesteld door Noor de Wit.${UITERLIJK}`,
        laatsteDag: LAATSTE,
      },
    ]);
  });

  it('een concept dat al eens is vastgesteld ligt niet meer klaar', () => {
    const ingetrokken = [...basis, afgerond, vastgesteld('2026-10-06', 'B'), intrekking];
    expect(kort([...ingetrokken, concept('pip-1')], '2026-10-09')).toEqual([
      { ...opstellen, laatsteDag: undefined, reden: 'Het PIP is ingetrokken.' },
    ]);
    expect(soorten([...ingetrokken, concept('pip-2')], '2026-10-09')).toEqual(['pip-vaststellen']);
  });

  it('na een verhuizing: dezelfde leerroute', () => {
    const vorige = feit(
      'pip-vorige-gemeente',
      { gemeentecode: '9009', dagtekening: datum('2026-05-01'), leerroute: 'B' },
      '2026-09-10',
      { bron: 'duo' },
    );
    const [eerste] = kort([...basis, vorige], '2026-10-09');
    expect(eerste).toMatchObject({ soort: 'pip-opstellen', titel: 'PIP opstellen' });
    expect(eerste?.reden).toContain('dezelfde leerroute');
  });

  it('in het azc kan vaststellen pas na inschrijving', () => {
    const azc = feit('koppeling', { op: datum('2026-03-10'), azc: 'Zuid' }, '2026-03-10');
    const [wacht] = kort([...basis.slice(0, 3), azc, afgerond], '2026-10-09');
    expect(wacht?.reden).toContain('pas na inschrijving');
    for (const feiten of [
      [...basis.slice(0, 3), afgerond],
      [...basis, azc, afgerond],
    ]) {
      expect(kort(feiten, '2026-10-09')[0]?.reden).not.toContain('pas na inschrijving');
    }
  });
});
