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
    ['dag vóór het begin', { startdatum: '2026-10-02' }, ['voor-termijn']],
    ['op het begin', { startdatum: '2026-10-01' }, 'voldoet'],
    ['dag na het begin', { startdatum: '2026-09-30' }, 'voldoet'],
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
        'voor-termijn',
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
    'startdatum',
    'eerderGemeld',
    'vorigeBekendTot',
    'leerroute',
    'doelgroep',
  ])('vraagt naar %s', (feit) => expect(kern({ [feit]: undefined })).toEqual([feit]));

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
      'Bekend tot ligt vóór het begin van de termijn (2 maart 2025).',
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
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'onbekend']);
  });
});
