import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud, Leerroute } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { lees } from '../stand/lezing.ts';
import {
  aangenomen,
  feit,
  plichtigeAsielstatushouder,
  vastgesteld,
} from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';
import { bepaalVoorstellen } from './voorstellen.ts';

const kort = (feiten: Feit[], dag: string) =>
  bepaalStand(feiten, STANDAARD_BELEID, datum(dag)).voorstellen.map(
    ({ soort, titel, reden, laatsteDag }) => ({ soort, titel, reden, laatsteDag }),
  );
const soorten = (feiten: Feit[], dag = '2026-12-10') => kort(feiten, dag).map((v) => v.soort);

const vastgesteldePip = (route: Leerroute) => [
  ...plichtigeAsielstatushouder(),
  vastgesteld('2026-11-02', route),
];
const bijDuo = (staat: 'geaccepteerd' | 'geweigerd', foutteksten?: string[]) =>
  feit(
    'pip-bij-duo',
    { pipId: 'pip-1', staat, ...(foutteksten ? { foutteksten } : {}) },
    '2026-11-03',
  );
const termijn = feit(
  'inburgeringstermijn',
  { start: datum('2026-11-03'), eind: datum('2029-12-01') },
  '2026-11-05',
  { bron: 'duo' },
);
const aanbod = feit(
  'aanbod',
  { instelling: 'TaalThuis', datum: datum('2026-12-01') },
  '2026-12-01',
);
const uren = (soort: FeitInhoud['uren']['soort'], totaal: number) =>
  feit('uren', { soort, totaal, bekendTot: datum('2026-12-02') }, '2026-12-02');
const getekend = feit('pvt-ondertekend', { op: datum('2026-12-03') }, '2026-12-03');
const eindgesprekMap = feit('map-eindgesprek', { op: datum('2026-12-03') }, '2026-12-03');
const eindgesprekZ = feit('zroute-eindgesprek', { op: datum('2026-12-03') }, '2026-12-03');
/** Aangenomen PIP, termijn van DUO en aanbod gedaan: alleen het inburgeren zelf is nog over. */
const lopend = (route: Leerroute) => [
  ...vastgesteldePip(route),
  aangenomen('2026-11-03'),
  termijn,
  aanbod,
];
const EINDE = '2029-11-30';
const AANBOD = {
  soort: 'aanbod-doen',
  titel: 'Aanbod doen voor de leerroute',
  laatsteDag: '2027-02-02',
};

describe('het antwoord van DUO', () => {
  it('zonder antwoord is het wachten, met het aanbod ernaast', () => {
    const lijst = kort(vastgesteldePip('B'), '2026-11-10');
    expect(lijst).toMatchObject([AANBOD, { soort: 'wachten-op-duo', titel: 'Wachten op DUO' }]);
    expect(lijst[0]?.reden).toContain('(2 februari 2027)');
    expect(lijst[1]?.reden).toContain('nog niet geantwoord');
    expect(lijst[1]?.laatsteDag).toBeUndefined();
  });

  it('een weigering staat vooraan, met wat DUO erbij zei', () => {
    const herstellen = { soort: 'pip-melding-herstellen', titel: 'Melding aan DUO herstellen' };
    const geweigerd = (...fouten: Parameters<typeof bijDuo>[1][]) =>
      kort([...vastgesteldePip('B'), bijDuo('geweigerd', fouten[0])], '2026-11-10');
    expect(geweigerd(['datum te vroeg', 'en nog iets'])).toMatchObject([
      { ...herstellen, reden: 'DUO weigert het PIP: datum te vroeg' },
      AANBOD,
    ]);
    for (const lijst of [geweigerd(), geweigerd([])]) {
      expect(lijst).toMatchObject([{ ...herstellen, reden: 'DUO weigert het PIP.' }, AANBOD]);
    }
  });

  it('na aanname stelt DUO de termijn vast; is die er, dan is het wachten voorbij', () => {
    const wacht = kort([...vastgesteldePip('B'), bijDuo('geaccepteerd')], '2026-11-10').at(-1);
    expect(wacht).toMatchObject({
      soort: 'wachten-op-duo',
      titel: 'Wachten op de termijn van DUO',
      laatsteDag: undefined,
    });
    expect(wacht?.reden).toContain('SS102');
    expect(soorten(lopend('B'))).not.toContain('wachten-op-duo');
  });
});

describe('het aanbod', () => {
  const zonder = [...vastgesteldePip('B'), aangenomen('2026-11-03'), termijn];

  it('blijft te doen, ook als de drie maanden voorbij zijn', () => {
    for (const dag of ['2027-02-01', '2027-02-02', '2027-02-03']) {
      expect(kort(zonder, dag)).toContainEqual(expect.objectContaining(AANBOD));
    }
    expect(soorten([...zonder, aanbod])).not.toContain('aanbod-doen');
  });

  it('is niet te doen voor gezins- en overige migranten', () => {
    const gezins = feit(
      'doelgroep',
      { indeling: 'Gezinsmigrant en overige migrant' },
      '2026-03-04',
    );
    expect(soorten([...zonder, gezins])).not.toContain('aanbod-doen');
  });
});

describe('inburgeren', () => {
  const pvt = { soort: 'pvt-plannen', titel: 'PVT plannen', laatsteDag: EINDE };

  it('het PVT: eerst de uren, dan de ondertekening; daarna niets meer', () => {
    const open = kort(lopend('B'), '2026-12-10');
    expect(open).toMatchObject([pvt]);
    expect(open[0]?.reden).toContain('nog niet af');
    const ondertekenen = kort([...lopend('B'), uren('pvt', 12)], '2026-12-10');
    expect(ondertekenen).toMatchObject([pvt]);
    expect(ondertekenen[0]?.reden).toContain('plan de ondertekening');
    expect(kort([...lopend('B'), uren('pvt', 12), getekend], '2026-12-10')).toEqual([
      { soort: 'geen', titel: 'Niets te doen', reden: expect.stringMatching(/niets te doen/) },
    ]);
  });

  it('het eindgesprek van de MAP volgt op de uren', () => {
    const met = (totaal: number, ...rest: Feit[]) =>
      kort(
        [...lopend('B'), uren('pvt', 12), getekend, uren('map-praktijk', totaal), ...rest],
        '2026-12-10',
      );
    expect(met(39)).toMatchObject([{ soort: 'geen' }]);
    expect(met(40)).toMatchObject([
      {
        soort: 'map-eindgesprek-plannen',
        titel: 'Eindgesprek MAP plannen',
        laatsteDag: EINDE,
        reden: expect.stringContaining('eindgesprek van de MAP'),
      },
    ]);
    expect(met(40, eindgesprekMap)).toMatchObject([{ soort: 'geen' }]);
  });

  it('wat even snel klaar moet zijn houdt zijn vaste volgorde', () => {
    const feiten = [...lopend('B'), uren('map-praktijk', 40)];
    expect(soorten(feiten)).toEqual(['pvt-plannen', 'map-eindgesprek-plannen']);
    expect(kort(feiten, '2027-01-10')[0]).toMatchObject({
      titel: 'Voortgangsgesprek voeren',
      laatsteDag: '2027-02-02',
      reden: expect.stringContaining('2 februari 2027'),
    });
    expect(soorten(feiten, '2027-01-10')).toEqual([
      'voortgangsgesprek-voeren',
      'pvt-plannen',
      'map-eindgesprek-plannen',
    ]);
  });

  it.each([
    [799, 748, false],
    [800, 747, false],
    [800, 748, true],
  ])('Z-route met %i uur taal en %i uur participatie: eindgesprek %s', (taal, deelname, te) => {
    const feiten = [
      ...lopend('Z'),
      uren('pvt', 12),
      getekend,
      uren('map-praktijk', 40),
      eindgesprekMap,
      uren('taal-en-knm', taal),
      uren('participatie', deelname),
    ];
    const gesprek = {
      soort: 'zroute-eindgesprek-plannen',
      titel: 'Eindgesprek Z-route plannen',
      laatsteDag: EINDE,
      reden: expect.stringContaining('uren van de Z-route'),
    };
    expect(kort(feiten, '2026-12-10')).toMatchObject(te ? [gesprek] : [{ soort: 'geen' }]);
  });

  it('zonder termijn van DUO geldt de verwachte termijn als laatste dag', () => {
    const feiten = [...vastgesteldePip('B'), aangenomen('2026-11-03'), aanbod];
    expect(kort(feiten, '2026-12-10')).toMatchObject([
      { ...pvt, laatsteDag: '2029-11-02' },
      { soort: 'wachten-op-duo' },
    ]);
  });

  it('hangt niet af van de volgorde van termijnen en verplichtingen', () => {
    const klok = klokOp(datum('2026-12-10'));
    const feiten = [...lopend('B'), uren('map-praktijk', 40)];
    const l = lees(kiesGeldend(feiten, klok), klok, STANDAARD_BELEID);
    const { termijnen, verplichtingen, voorstellen } = bepaalStand(
      feiten,
      STANDAARD_BELEID,
      datum('2026-12-10'),
    );
    const omgekeerd = bepaalVoorstellen({
      l,
      termijnen: termijnen.toReversed(),
      verplichtingen: verplichtingen.toReversed(),
    });
    expect(JSON.stringify(omgekeerd)).toBe(JSON.stringify(voorstellen));
    const zonder = bepaalVoorstellen({ l, termijnen: [], verplichtingen });
    expect(zonder.map((v) => [v.soort, 'laatsteDag' in v])).toEqual([
      ['pvt-plannen', false],
      ['map-eindgesprek-plannen', false],
    ]);
  });
});

describe('alles gehaald', () => {
  const alles = [
    ...vastgesteldePip('Z'),
    aangenomen('2026-11-03'),
    aanbod,
    uren('pvt', 12),
    getekend,
    uren('map-praktijk', 40),
    eindgesprekMap,
    uren('taal-en-knm', 800),
    uren('participatie', 748),
    eindgesprekZ,
  ];
  const nagaan = {
    soort: 'afronden',
    titel: 'Nagaan bij DUO of de plicht is voldaan',
    reden: expect.stringContaining('vraag bij DUO na'),
    laatsteDag: undefined,
  };

  it('dan nagaan bij DUO, ook als er nog voortgangsgesprekken over zijn', () => {
    expect(kort([...alles, termijn], '2026-12-10')).toEqual([nagaan]);
    expect(kort([...alles, termijn], '2027-02-01')).toEqual([nagaan]);
    expect(kort(alles, '2026-12-10')).toMatchObject([nagaan, { soort: 'wachten-op-duo' }]);
  });

  it('niet zolang iets open of nog niet te bepalen is', () => {
    const nieuweGroep = feit('doelgroep', { indeling: 'Nieuw' }, '2026-12-04');
    expect(soorten([...alles, termijn, nieuweGroep])).toEqual(['gegevens-aanvullen']);
    const zonderGesprek = alles.filter((f) => f !== eindgesprekZ);
    expect(soorten([...zonderGesprek, termijn])).toEqual(['zroute-eindgesprek-plannen']);
  });
});
