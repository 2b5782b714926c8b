import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../shared/datum.ts';
import { type UrenMeldingFeiten, urenMelding, urenMeldingRegel } from './uren-melding.ts';

const GOED: UrenMeldingFeiten = {
  soortUren: 'participatieactiviteiten',
  uren: 320,
  bekendTot: datum('2026-10-01'),
  datumMelding: datum('2026-10-06'),
  startdatum: datum('2025-03-02'),
  eerderGemeld: true,
  vorigeBekendTot: datum('2026-07-01'),
  leerroute: 'Z',
  doelgroep: 'Asielstatushouder',
};

const kern = (f: object) => {
  const a = urenMelding({ ...GOED, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

describe('uren-melding', () => {
  it.each<[string, object, unknown]>([
    ['goed', {}, 'voldoet'],
    ['nul uur', { uren: 0 }, 'voldoet'],
    ['9999 uur', { uren: 9999 }, 'voldoet'],
    ['10000 uur', { uren: 10_000 }, ['te-veel']],
    ['een half uur', { uren: 320.5 }, ['geen-heel-getal']],
    ['lager dan eerst: een verbetering', { uren: 1 }, 'voldoet'],
    ['vóór de termijn mag, behalve bij een instelling', { startdatum: '2026-10-02' }, 'voldoet'],
    ['bekend tot de dag van melden', { datumMelding: '2026-10-01' }, 'voldoet'],
    ['bekend tot na de dag van melden', { datumMelding: '2026-09-30' }, ['toekomst']],
    ['zelfde dag als de vorige melding', { vorigeBekendTot: '2026-10-01' }, 'voldoet'],
    ['eerder dan de vorige melding', { vorigeBekendTot: '2026-10-02' }, ['terug-in-de-tijd']],
    ['nooit eerder gemeld', { eerderGemeld: false, vorigeBekendTot: undefined }, 'voldoet'],
    ['B1-route', { leerroute: 'B' }, ['geen-zroute']],
    ['onderwijsroute', { leerroute: 'O' }, ['geen-zroute']],
    [
      'gezinsmigrant',
      { doelgroep: 'Gezinsmigrant en overige migrant' },
      ['geen-asielstatushouder'],
    ],
    [
      'taalles in de intake voor een gezinsmigrant met B1-route',
      {
        soortUren: 'taalles en KNM in de brede intake',
        leerroute: 'B',
        doelgroep: 'Gezinsmigrant en overige migrant',
      },
      'voldoet',
    ],
    [
      'participatie als taalles, route onbekend',
      { soortUren: 'participatie als taalles', leerroute: undefined, doelgroep: undefined },
      'voldoet',
    ],
    [
      'alle redenen tegelijk',
      {
        uren: 10_000.5,
        bekendTot: '2025-03-01',
        datumMelding: '2025-02-01',
        leerroute: 'B',
        doelgroep: 'Gezinsmigrant en overige migrant',
      },
      [
        'geen-heel-getal',
        'te-veel',
        'toekomst',
        'terug-in-de-tijd',
        'geen-zroute',
        'geen-asielstatushouder',
      ],
    ],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each([
    'soortUren',
    'uren',
    'bekendTot',
    'datumMelding',
    'eerderGemeld',
    'vorigeBekendTot',
    'leerroute',
    'doelgroep',
  ])('vraagt naar %s', (feit) => expect(kern({ [feit]: undefined })).toEqual([feit]));

  const LES: UrenMeldingFeiten = {
    ...GOED,
    soortUren: 'taalles en KNM bij een instelling',
    aanbiederOpLijstDuo: true,
    keurmerkGeldig: true,
    aanbodMetStart: true,
    eersteAanbod: datum('2025-04-01'),
    geoorloofdVerzuim: 12,
    ongeoorloofdVerzuim: 0,
  };

  it.each<[string, object, unknown]>([
    ['goed', {}, 'voldoet'],
    ['B1-route van een gezinsmigrant', { leerroute: 'B', doelgroep: undefined }, 'voldoet'],
    ['dag vóór het begin van de termijn', { startdatum: '2026-10-02' }, ['voor-termijn']],
    ['op het begin van de termijn', { startdatum: '2026-10-01' }, 'voldoet'],
    ['dag na het begin van de termijn', { startdatum: '2026-09-30' }, 'voldoet'],
    ['termijn niet bekend', { startdatum: undefined }, ['startdatum']],
    ['niet op de lijst', { aanbiederOpLijstDuo: false }, ['onbekende-instelling']],
    ['geen keurmerk', { keurmerkGeldig: false }, ['geen-keurmerk']],
    ['keurmerk niet bekend', { keurmerkGeldig: undefined }, 'voldoet'],
    ['geen aanbod', { aanbodMetStart: false, eersteAanbod: undefined }, ['geen-aanbod']],
    ['dag vóór het eerste aanbod', { eersteAanbod: '2026-10-02' }, ['voor-aanbod']],
    ['op de dag van het eerste aanbod', { eersteAanbod: '2026-10-01' }, 'voldoet'],
    ['dag na het eerste aanbod', { eersteAanbod: '2026-09-30' }, 'voldoet'],
    ['9999 uur verzuim', { geoorloofdVerzuim: 9999 }, 'voldoet'],
    ['te veel geoorloofd verzuim', { geoorloofdVerzuim: 10_000 }, ['geoorloofd-verzuim']],
    ['half uur ongeoorloofd verzuim', { ongeoorloofdVerzuim: 0.5 }, ['ongeoorloofd-verzuim']],
    [
      'verzuim niet opgegeven',
      { geoorloofdVerzuim: undefined, ongeoorloofdVerzuim: undefined },
      'voldoet',
    ],
  ])('bij een instelling: %s', (_, f, verwacht) =>
    expect(kern({ ...LES, ...f })).toEqual(verwacht),
  );

  it('noemt bij een instelling het keurmerk van de leerroute', () => {
    const tekst = (leerroute: 'B' | 'O') => {
      const a = urenMelding({ ...LES, leerroute, keurmerkGeldig: false });
      return a.uitkomst === 'voldoet-niet' && a.redenen[0]?.tekst;
    };
    expect(tekst('B')).toContain('Blik op Werk');
    expect(tekst('O')).toContain('TST');
  });

  it('legt uit tot en met welke dag, en dat het totaal vervangt', () => {
    const uitleg = urenMelding(GOED).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Controle van DUO op gemelde uren',
      uitkomst: 'DUO heeft geen bezwaar',
      stappen: [
        { titel: 'Uren bekend', uitkomst: 'tot en met 30 september 2026' },
        { titel: 'Wat meetelt', uitkomst: 'ook uren uit de brede intake' },
        { titel: 'Het totaal vervangt het vorige' },
      ],
      zouWijzigenAls: ['het totaal of de dag verandert'],
    });
    expect(uitleg.feiten).toHaveLength(9);
    const zonder = urenMelding({ uren: 0.5 }).uitleg();
    expect(zonder.stappen?.[0]?.titel).toBe('Het totaal vervangt het vorige');
  });

  it('zegt elke reden in woorden', () => {
    const teksten = (f: object) => {
      const a = urenMelding({ ...GOED, ...f });
      return a.uitkomst === 'voldoet-niet' ? a.redenen.map((r) => r.tekst) : [];
    };
    expect(
      teksten({ uren: 10_000.5, leerroute: 'B', doelgroep: 'Gezinsmigrant en overige migrant' }),
    ).toEqual([
      'Het totaal is een heel aantal uren.',
      'Het totaal is ten hoogste 9999 uur.',
      'Participatieactiviteiten horen bij de Z-route.',
      'Participatieactiviteiten worden alleen voor asielstatushouders gemeld.',
    ]);
    expect(teksten({ bekendTot: datum('2025-03-01'), datumMelding: datum('2025-02-28') })).toEqual([
      'Bekend tot ligt in de toekomst.',
      'Bekend tot ligt vóór die van de vorige melding (1 juli 2026).',
    ]);
  });

  it('een latere dag van melden maakt een goede melding nooit fout', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(100), (verschil, later) => {
        const op = plusDagen(datum('2026-10-01'), verschil);
        if (kern({ datumMelding: op }) !== 'voldoet') return;
        expect(kern({ datumMelding: plusDagen(op, later) })).toBe('voldoet');
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = urenMeldingRegel.voorbeelden.map(({ invoer }) => {
      const uit = urenMeldingRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'voldoet-niet', 'onbekend']);
  });
});
