import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';

const basis = plichtigeAsielstatushouder();
const kort = (feiten: Feit[], dag: string) =>
  bepaalStand(feiten, STANDAARD_BELEID, datum(dag)).voorstellen.map(
    ({ soort, titel, reden, laatsteDag }) => ({ soort, titel, reden, laatsteDag }),
  );
const duo = (gebeurtenisId: string, dag: string) =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo' });
const niets = (waarom: string) => [
  {
    soort: 'geen',
    titel: 'Niets te doen',
    reden: expect.stringContaining(waarom),
    laatsteDag: undefined,
  },
];

describe('zonder lopende plicht', () => {
  const dicht = feit('dossier-afgerond', { op: datum('2026-10-05') }, '2026-10-05');

  it('een geëindigde plicht vraagt alleen nog om afronden', () => {
    expect(kort([...basis, duo('SS106', '2026-10-01')], '2026-10-02')).toEqual([
      {
        soort: 'afronden',
        titel: 'Dossier afronden',
        reden: 'De plicht is geëindigd: diploma behaald.',
        laatsteDag: undefined,
      },
    ]);
    expect(kort([...basis, duo('SS106', '2026-10-01'), dicht], '2026-10-05')).toEqual(
      niets('afgerond'),
    );
  });

  it('na overlijden: stop met brieven en afspraken', () => {
    const [eerste, ...rest] = kort([...basis, duo('SS111', '2026-10-01')], '2026-10-02');
    expect(rest).toEqual([]);
    expect(eerste).toMatchObject({ soort: 'afronden', titel: 'Dossier afronden' });
    expect(eerste?.reden).toMatch(/overleden; stop brieven en afspraken/);
  });

  it('tijdens een vrijstelling rust de plicht', () => {
    expect(kort([...basis, duo('SS109', '2026-10-01')], '2026-10-02')).toEqual(
      niets('Tijdelijke vrijstelling'),
    );
  });

  it('zonder plicht en zonder koppeling is er niets te doen', () => {
    expect(kort([], '2026-10-02')).toEqual(niets('nog geen inburgeringsplicht'));
  });
});

describe('gekoppeld, nog niet plichtig', () => {
  const koppeling = feit('koppeling', { op: datum('2026-01-05'), azc: 'Zuid' }, '2026-01-05', {
    bron: 'coa',
  });
  const antwoord = feit(
    'intake-antwoord',
    { onderdeel: 'opleiding', vraag: 'land', waarde: 'mbo' },
    '2026-01-10',
  );
  const klaar = feit('intake-afgerond', { zonderPersoon: false }, '2026-02-01');

  it('de intake mag al beginnen; het voorstel zegt waarom, zonder laatste dag', () => {
    const [eerste, ...rest] = kort([koppeling], '2026-01-06');
    expect(rest).toEqual([]);
    expect(eerste).toMatchObject({ soort: 'intake-plannen', laatsteDag: undefined });
    expect(eerste?.reden).toMatch(/^Gekoppeld op 5 januari 2026; .*tien weken lopen nog niet/);
  });

  it('is de intake begonnen, dan houdt het voorstel zijn eigen reden', () => {
    const [eerste] = kort([koppeling, antwoord], '2026-01-11');
    expect(eerste).toMatchObject({ soort: 'intake-afronden', laatsteDag: undefined });
    expect(eerste?.reden).toMatch(/^Nog \d+ onderdelen/);
  });

  it('na de intake is het wachten op de plicht', () => {
    expect(kort([koppeling, klaar], '2026-02-01')).toEqual(niets('meldt'));
  });
});

describe('gegevens aanvullen', () => {
  const plicht = (kennisgeving?: string): Feit =>
    feit(
      'inburgeringsplicht',
      {
        plichtig: true,
        begin: datum('2026-02-24'),
        ...(kennisgeving ? { kennisgeving: datum(kennisgeving) } : {}),
      },
      '2026-03-03',
      { bron: 'duo' },
    );
  const groep = feit('doelgroep', { indeling: 'Asielstatushouder' }, '2026-03-03');
  const inschrijving = basis.filter((f) => f.soort === 'inschrijving');
  const vorige: Feit = feit(
    'pip-vorige-gemeente',
    { gemeentecode: '9009', dagtekening: datum('2026-03-05'), leerroute: 'B' },
    '2026-03-06',
    { bron: 'duo' },
  );
  const pip = vastgesteld('2026-10-01', 'B');
  const mist = (...feiten: Feit[]) =>
    kort(feiten, '2026-10-02').find((v) => v.soort === 'gegevens-aanvullen');
  const KENNISGEVING = 'de dag van de kennisgeving';
  const INSCHRIJVING = 'de dag van inschrijving';

  it.each<[string, Feit[], string | undefined]>([
    ['alles is er', [plicht('2026-03-03'), groep, ...inschrijving], undefined],
    ['geen inschrijving is geen gemis', [plicht('2026-03-03'), groep], undefined],
    ['geen kennisgeving', [plicht(), groep, ...inschrijving], KENNISGEVING],
    ['geen doelgroep', [plicht('2026-03-03'), ...inschrijving], 'de doelgroep'],
    ['geen van beide', [plicht(), ...inschrijving], `de doelgroep en ${KENNISGEVING}`],
    ['wel een eigen PIP', [plicht(), groep, ...inschrijving, pip], undefined],
    ['verhuisd met PIP', [plicht(), groep, ...inschrijving, duo('SS121', '2026-03-04')], undefined],
    ['met een vorig PIP', [plicht(), groep, ...inschrijving, vorige], undefined],
    [
      'verhuisd zonder PIP',
      [plicht(), groep, ...inschrijving, duo('SS120', '2026-03-04')],
      KENNISGEVING,
    ],
    [
      'verhuisd zonder PIP en zonder inschrijving',
      [plicht('2026-03-03'), groep, duo('SS120', '2026-03-04')],
      INSCHRIJVING,
    ],
    [
      'verhuisd met PIP en zonder inschrijving',
      [plicht(), groep, duo('SS121', '2026-03-04')],
      INSCHRIJVING,
    ],
    ['een vorig PIP zonder inschrijving', [plicht(), groep, vorige], INSCHRIJVING],
    [
      'niets bekend',
      [plicht(), duo('SS120', '2026-03-04')],
      `de doelgroep, ${KENNISGEVING} en ${INSCHRIJVING}`,
    ],
  ])('%s', (_, feiten, wat) => {
    expect(mist(...feiten)).toEqual(
      wat && {
        soort: 'gegevens-aanvullen',
        titel: 'Gegevens aanvullen',
        reden: `Nog niet bekend: ${wat}. Haal dit op bij DUO of de BRP.`,
        laatsteDag: undefined,
      },
    );
  });
});

describe('een wijziging in de BRP', () => {
  const wijziging = (wat: FeitInhoud['brp-wijziging']['wat']) =>
    feit('brp-wijziging', { wat }, '2026-10-01', { bron: 'brp' });
  const bekijken = (...feiten: Feit[]) =>
    kort([...basis, ...feiten], '2026-10-02').find((v) => v.soort === 'brp-wijziging-bekijken');

  it('is te bekijken, met wat er te doen is', () => {
    expect(bekijken()).toBeUndefined();
    const een = bekijken(wijziging('adres'));
    expect(een).toMatchObject({ titel: 'Wijziging in de BRP bekijken', laatsteDag: undefined });
    expect(een?.reden).toMatch(/nieuwe adres/);
    expect(bekijken(wijziging('adres'), wijziging('partner'))?.reden).toMatch(
      /gezin.* .*nieuwe adres/,
    );
  });
});
