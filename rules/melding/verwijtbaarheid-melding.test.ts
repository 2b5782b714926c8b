import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import type { ResultaatFeiten } from './resultaat-velden.ts';
import { verwijtbaarMag } from './verwijtbaar-mag.ts';
import { verwijtbaarheidMelding, verwijtbaarheidMeldingRegel } from './verwijtbaarheid-melding.ts';

const OP_TIJD: ResultaatFeiten = {
  onderdeel: 'MAP',
  datumResultaat: datum('2026-05-12'),
  verwijtbaar: 'weggelaten',
  startdatum: datum('2024-03-16'),
  einddatum: datum('2027-03-16'),
  datumMelding: datum('2027-05-20'),
  huidigPipVanGemeente: true,
  eerderGemeldDoor: 'niemand',
  plichtVoldaanViaZroute: false,
  zrouteAfgerondBijDuo: false,
};

const kern = (f: object) => {
  const a = verwijtbaarheidMelding({ ...OP_TIJD, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

const weg = (...namen: (keyof ResultaatFeiten)[]) =>
  Object.fromEntries(namen.map((n) => [n, undefined]));
const GEEN_DATUM = { datumResultaat: undefined, datumInMelding: false };

describe('verwijtbaarheid-melding', () => {
  it.each([
    // resultaat rond de einddatum 16 maart 2027
    ['2027-03-15', 'weggelaten', 'voldoet'],
    ['2027-03-15', 'Ja', ['verwijtbaar']],
    ['2027-03-15', 'Nee', ['verwijtbaar']],
    ['2027-03-16', 'weggelaten', ['verwijtbaar']],
    ['2027-03-16', 'Ja', 'voldoet'],
    ['2027-03-16', 'Nee', 'voldoet'],
    ['2027-03-17', 'Nee', 'voldoet'],
  ])('resultaat op %s met verwijtbaar %s', (datumResultaat, verwijtbaar, verwacht) => {
    expect(kern({ datumResultaat, verwijtbaar })).toEqual(verwacht);
  });

  it.each([
    // zonder resultaat: twee maanden vóór de einddatum is 16 januari 2027
    ['2027-01-15', 'weggelaten', 'voldoet'],
    ['2027-01-15', 'Nee', ['verwijtbaar']],
    ['2027-01-16', 'weggelaten', 'voldoet'],
    ['2027-01-16', 'Nee', 'voldoet'],
    ['2027-01-16', 'Ja', ['verwijtbaar']],
    ['2027-01-17', 'Nee', 'voldoet'],
    ['2027-03-15', 'Ja', ['verwijtbaar']],
    ['2027-03-15', 'weggelaten', 'voldoet'],
    ['2027-03-16', 'Ja', 'voldoet'],
    ['2027-03-16', 'Nee', 'voldoet'],
    ['2027-03-16', 'weggelaten', ['verwijtbaar']],
    ['2027-03-17', 'weggelaten', ['verwijtbaar']],
  ])('geen resultaat, gemeld op %s met verwijtbaar %s', (datumMelding, verwijtbaar, verwacht) => {
    expect(kern({ ...GEEN_DATUM, datumMelding, verwijtbaar })).toEqual(verwacht);
  });

  it.each([
    ['2027-04-30', '2027-02-27', ['weggelaten']],
    ['2027-04-30', '2027-02-28', ['weggelaten', 'Nee']],
    ['2028-04-30', '2028-02-28', ['weggelaten']],
    ['2028-04-30', '2028-02-29', ['weggelaten', 'Nee']],
  ])('twee maanden vóór %s, gemeld op %s', (eind, melding, verwacht) => {
    expect(verwijtbaarMag(undefined, datum(eind), datum(melding)).waarden).toEqual(verwacht);
  });

  it.each<[string, object, unknown]>([
    ['dag voor het begin van de termijn', { datumResultaat: '2024-03-15' }, ['voor-termijn']],
    ['begin van de termijn', { datumResultaat: '2024-03-16' }, 'voldoet'],
    ['dag na het begin', { datumResultaat: '2024-03-17' }, 'voldoet'],
    ['dag van de melding', { datumMelding: '2026-05-12' }, 'voldoet'],
    ['dag na de melding', { datumMelding: '2026-05-11' }, ['toekomst']],
    ['niet het geldende PIP', { huidigPipVanGemeente: false }, ['huidig-pip']],
    ['eerder door een ander', { eerderGemeldDoor: 'een andere gemeente' }, ['eerder-elders']],
    ['eerder door onszelf', { eerderGemeldDoor: 'deze gemeente' }, 'voldoet'],
    ['plicht al voldaan', { plichtVoldaanViaZroute: true }, ['al-voldaan']],
    [
      'na de Z-route',
      { zrouteAfgerondBijDuo: true, datumAfrondingZroute: '2026-05-11' },
      ['na-zroute'],
    ],
    [
      'op de dag van de Z-route',
      { zrouteAfgerondBijDuo: true, datumAfrondingZroute: '2026-05-12' },
      'voldoet',
    ],
    [
      'intrekken na de Z-route',
      { ...GEEN_DATUM, verwijtbaar: 'Nee', zrouteAfgerondBijDuo: true },
      ['leeg-na-zroute'],
    ],
    [
      'alles tegelijk',
      {
        datumResultaat: '2028-01-01',
        huidigPipVanGemeente: false,
        eerderGemeldDoor: 'een andere gemeente',
        plichtVoldaanViaZroute: true,
        zrouteAfgerondBijDuo: true,
        datumAfrondingZroute: '2026-01-01',
      },
      ['huidig-pip', 'eerder-elders', 'al-voldaan', 'toekomst', 'na-zroute', 'verwijtbaar'],
    ],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each<[string, object, unknown]>([
    ['zonder verwijtbaar, ook na de einddatum', { datumResultaat: '2027-04-01' }, 'voldoet'],
    ['kent geen verwijtbaar', { verwijtbaar: 'Nee' }, ['verwijtbaar-zroute']],
    ['let niet op wie eerder meldde', { eerderGemeldDoor: 'een andere gemeente' }, 'voldoet'],
    [
      'let niet op zichzelf',
      { zrouteAfgerondBijDuo: true, datumAfrondingZroute: '2025-01-01' },
      'voldoet',
    ],
    ['kan worden ingetrokken', { ...GEEN_DATUM, zrouteAfgerondBijDuo: true }, 'voldoet'],
    ['niet vóór de termijn', { datumResultaat: '2024-03-15' }, ['voor-termijn']],
    ['al voldaan doet er niet toe', { plichtVoldaanViaZroute: true }, 'voldoet'],
  ])('de Z-route: %s', (_, f, verwacht) =>
    expect(kern({ onderdeel: 'Z-route', ...f })).toEqual(verwacht),
  );

  it.each([
    'verwijtbaar',
    'startdatum',
    'einddatum',
    'datumMelding',
    'huidigPipVanGemeente',
    'eerderGemeldDoor',
    'plichtVoldaanViaZroute',
    'onderdeel',
  ] as const)('vraagt naar %s', (feit) => expect(kern(weg(feit))).toEqual([feit]));

  it('vraagt naar de Z-route en haar datum', () => {
    expect(kern(weg('zrouteAfgerondBijDuo'))).toEqual([
      'zrouteAfgerondBijDuo',
      'datumAfrondingZroute',
    ]);
    expect(kern({ zrouteAfgerondBijDuo: true })).toEqual(['datumAfrondingZroute']);
    expect(kern({ ...GEEN_DATUM, verwijtbaar: 'Nee', ...weg('zrouteAfgerondBijDuo') })).toEqual([
      'zrouteAfgerondBijDuo',
    ]);
    expect(kern(weg('datumResultaat'))).toEqual(['datumResultaat']);
  });

  it('vraagt om het oordeel van een mens en zegt wat die weegt', () => {
    const a = verwijtbaarheidMelding({ ...OP_TIJD, verwijtbaar: undefined as never });
    expect(a).toMatchObject({ uitkomst: 'onbekend', ontbreekt: [{ feit: 'verwijtbaar' }] });
    expect(a.uitkomst === 'onbekend' && a.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('zegt in woorden waarom, met de dag', () => {
    const tekst = (f: object) => {
      const a = verwijtbaarheidMelding({ ...OP_TIJD, ...f });
      return a.uitkomst === 'voldoet-niet' ? a.redenen[0]?.tekst : a.uitkomst;
    };
    expect(tekst({ verwijtbaar: 'Ja' })).toBe(
      'Verwijtbaar is nu weggelaten: het resultaat ligt vóór de einddatum 16 maart 2027.',
    );
    expect(tekst({ datumResultaat: datum('2027-03-16') })).toBe(
      'Verwijtbaar is nu Ja of Nee: het resultaat ligt niet vóór de einddatum 16 maart 2027.',
    );
    expect(tekst(GEEN_DATUM)).toBe(
      'Verwijtbaar is nu Ja of Nee: de termijn is voorbij sinds 16 maart 2027.',
    );
    const vroeg = { ...GEEN_DATUM, verwijtbaar: 'Nee', datumMelding: '2027-01-15' };
    expect(tekst(vroeg)).toContain('Nee mag pas vanaf 16 januari 2027.');
    expect(tekst({ ...GEEN_DATUM, verwijtbaar: 'Ja', datumMelding: '2027-02-01' })).toBe(
      'Verwijtbaar is nu weggelaten of Nee: Nee mag sinds 16 januari 2027, Ja pas vanaf 16 maart 2027.',
    );
    expect(tekst({ datumResultaat: datum('2024-03-15') })).toContain('16 maart 2024');
    const na = { zrouteAfgerondBijDuo: true, datumAfrondingZroute: datum('2026-05-11') };
    expect(tekst(na)).toContain('11 mei 2026');
  });

  it('legt een geslaagde controle uit', () => {
    const uitleg = verwijtbaarheidMelding(OP_TIJD).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Controle van DUO op de melding',
      uitkomst: 'DUO heeft geen bezwaar',
      grondslag: { zekerheid: 'afgeleid' },
    });
    expect(uitleg.stappen?.map((s) => s.uitkomst)).toEqual([
      'weggelaten',
      'wat weg is, is ingetrokken',
    ]);
    expect(uitleg.feiten?.length).toBe(10);
    const zroute = verwijtbaarheidMelding({ ...OP_TIJD, onderdeel: 'Z-route' }).uitleg();
    expect(zroute.stappen).toHaveLength(1);
  });

  it('er is op elke dag een waarde die DUO aanneemt, en Ja nooit vóór het einde', () => {
    const dag = fc.integer({ min: 18_000, max: 24_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(fc.option(dag, { nil: undefined }), dag, dag, (resultaat, eind, melding) => {
        const { waarden } = verwijtbaarMag(resultaat, eind, melding);
        expect(waarden.length).toBeGreaterThan(0);
        expect(waarden.includes('Ja')).toBe((resultaat ?? melding) >= eind);
        const later = verwijtbaarMag(resultaat, plusDagen(eind, 1), melding).waarden;
        if (!waarden.includes('Ja')) expect(later).not.toContain('Ja');
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = verwijtbaarheidMeldingRegel.voorbeelden.map(({ invoer }) => {
      const uit = verwijtbaarheidMeldingRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'voldoet', 'voldoet', 'onbekend']);
  });
});
