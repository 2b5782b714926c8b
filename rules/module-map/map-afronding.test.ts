import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MapFeiten, mapAfronding, mapAfrondingRegel, THEMAS } from './map-afronding.ts';

const AF: MapFeiten = {
  leerroute: 'B',
  uren: 40,
  urenInIntake: 0,
  themas: THEMAS.map((thema) => ({ thema })),
  eindgesprekMetCollege: true,
};

const kern = (f: MapFeiten) => {
  const a = mapAfronding(f);
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

const NIETS: MapFeiten = {
  leerroute: 'Z',
  uren: 0,
  urenInIntake: 0,
  themas: [],
  eindgesprekMetCollege: false,
};

describe('map-afronding', () => {
  it.each<[string, MapFeiten, unknown]>([
    ['precies veertig uur, acht thema’s, eindgesprek', AF, 'voldoet'],
    ['Z-route', { ...AF, leerroute: 'Z' }, 'voldoet'],
    ['39,5 uur', { ...AF, uren: 39.5 }, ['map-uren']],
    ['39,99 uur', { ...AF, uren: 39.99 }, ['map-uren']],
    [
      'uren uit de intake die tellen',
      { ...AF, uren: 30, urenInIntake: 10, intakeUrenTellenMee: true },
      'voldoet',
    ],
    [
      'uren uit de intake die niet tellen',
      { ...AF, uren: 30, urenInIntake: 10, intakeUrenTellenMee: false },
      ['map-uren'],
    ],
    [
      'uren uit de intake, PIP onbekend',
      { ...AF, uren: 30, urenInIntake: 10 },
      ['intakeUrenTellenMee'],
    ],
    ['uren uit de intake die het niet redden', { ...AF, uren: 30, urenInIntake: 9 }, ['map-uren']],
    ['zeven thema’s', { ...AF, themas: AF.themas!.slice(1) }, ['map-themas']],
    ['geen eindgesprek', { ...AF, eindgesprekMetCollege: false }, ['map-eindgesprek']],
    ['niets: alle redenen', NIETS, ['map-uren', 'map-themas', 'map-eindgesprek']],
    [
      'vector 63: werkt 32 uur per week',
      { ...NIETS, urenWerkPerWeek: 32 },
      ['map-uren', 'map-themas', 'map-eindgesprek'],
    ],
    ['vector 64: onderwijsroute', { leerroute: 'O' }, 'niet-van-toepassing'],
    [
      'vector 64: onderwijsroute, ook als alles ontbreekt',
      { ...NIETS, leerroute: 'O' },
      'niet-van-toepassing',
    ],
    [
      'een rij zonder thema maakt het thema onbekend',
      { ...AF, themas: [...AF.themas!.slice(1), {}] },
      ['themas'],
    ],
    [
      'een rij zonder thema doet er niet toe als alle er zijn',
      { ...AF, themas: [...AF.themas!, {}] },
      'voldoet',
    ],
    ['thema’s onbekend', { ...AF, themas: undefined as never }, ['themas']],
    [
      'eindgesprek onbekend',
      { ...AF, eindgesprekMetCollege: undefined as never },
      ['eindgesprekMetCollege'],
    ],
    ['uren onbekend', { ...AF, uren: undefined as never }, ['uren']],
    [
      'leerroute onbekend, verder alles af',
      { ...AF, leerroute: undefined as never },
      ['leerroute'],
    ],
    [
      'leerroute onbekend, verder niets af',
      { ...NIETS, leerroute: undefined as never },
      ['leerroute'],
    ],
    [
      'niets bekend',
      {},
      [
        'leerroute',
        'uren',
        'urenInIntake',
        'intakeUrenTellenMee',
        'themas',
        'eindgesprekMetCollege',
      ],
    ],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each(THEMAS)('noemt het thema dat ontbreekt: %s', (thema) => {
    const a = mapAfronding({ ...AF, themas: AF.themas!.filter((t) => t.thema !== thema) });
    expect(a).toMatchObject({ redenen: [{ tekst: `Nog niet aan bod gekomen: ${thema}.` }] });
    expect(a.uitleg().stappen?.[1]).toEqual({
      titel: 'Thema’s die aan bod kwamen',
      uitkomst: '7 van 8',
    });
  });

  it('legt uit met uren, artikelen en wat werk doet', () => {
    const a = mapAfronding({ ...NIETS, uren: 12.5, urenWerkPerWeek: 32 });
    expect(a).toMatchObject({
      redenen: [
        { tekst: 'Nog ten minste 27,5 uur praktijk te doen.', veld: 'uren' },
        { veld: 'themas' },
        { tekst: 'Het eindgesprek is nog niet gevoerd.', veld: 'eindgesprekMetCollege' },
      ],
    });
    const uitleg = a.uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 3.2');
    expect(uitleg.stappen?.[0]).toMatchObject({
      titel: 'Praktijkuren die tellen',
      uitkomst: '12,5 uur van ten minste 40 uur',
      grondslag: { artikel: 'Regeling inburgering 2021 art. 3.1' },
    });
    expect(uitleg.stappen?.[2]).toEqual({
      titel: 'Betaald werk',
      uitkomst: 'geeft geen vrijstelling van de MAP',
    });
    expect(uitleg.feiten?.map((x) => x.naam)).toContain('Uren betaald werk per week');
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    expect(mapAfronding(AF).uitleg()).toMatchObject({ uitkomst: 'ja, de MAP is af' });
    expect(mapAfronding(AF).uitleg().stappen).toHaveLength(2);
    expect(mapAfronding({ leerroute: 'O' }).uitleg()).toMatchObject({
      uitkomst: 'de MAP geldt niet in de onderwijsroute; het PVT wel',
      grondslag: { artikel: 'Wet inburgering 2021 art. 8' },
      feiten: [{ waarde: 'O' }],
      zouWijzigenAls: ['de leerroute verandert'],
    });
  });

  it('werk verandert de uitkomst nooit', () => {
    const zaak = fc.record({
      leerroute: fc.constantFrom('B', 'O', 'Z'),
      uren: fc.integer({ min: 0, max: 80 }),
      urenInIntake: fc.constant(0),
      themas: fc.subarray(AF.themas as { thema: (typeof THEMAS)[number] }[]),
      eindgesprekMetCollege: fc.boolean(),
    });
    fc.assert(
      fc.property(zaak, fc.integer({ min: 0, max: 60 }), (f, werk) => {
        const zonder = f as MapFeiten;
        expect(kern({ ...zonder, urenWerkPerWeek: werk })).toEqual(kern(zonder));
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = mapAfrondingRegel.voorbeelden.map(({ invoer }) => {
      const uit = mapAfrondingRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet', 'voldoet-niet', 'niet-van-toepassing', 'onbekend']);
  });
});
