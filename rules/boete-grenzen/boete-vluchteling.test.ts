import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BoeteVluchtelingFeiten,
  boeteVluchteling,
  boeteVluchtelingRegel,
} from './boete-vluchteling.ts';

const TOETS: BoeteVluchtelingFeiten = {
  doelgroep: 'Asielstatushouder',
  boetesMogelijk: true,
  bewezenBlijvendeOnwil: true,
  onredelijkeLast: false,
  tweedeBeoordelaar: true,
};
const TEGEN = {
  boetesMogelijk: false,
  bewezenBlijvendeOnwil: false,
  onredelijkeLast: true,
  tweedeBeoordelaar: false,
};

const kern = (f: object) => {
  const a = boeteVluchteling({ ...TOETS, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.tekst);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-vluchteling', () => {
  it('vector 85: niet op tijd klaar, maar wel ingespannen: geen boete', () => {
    expect(kern({ bewezenBlijvendeOnwil: false })).toEqual([
      'Blijvende onwil om in te burgeren is niet bewezen.',
    ]);
  });

  it('vector 85: zonder oordeel over de onwil komt er geen antwoord', () => {
    expect(kern({ bewezenBlijvendeOnwil: undefined })).toEqual(['bewezenBlijvendeOnwil']);
  });

  it('laat een boete alleen toe als alles is nagegaan', () => expect(kern({})).toBe('voldoet'));

  it('geeft alle redenen', () => {
    expect(kern(TEGEN)).toEqual([
      'Het beleid van de gemeente laat geen boete aan asielstatushouders toe.',
      'Blijvende onwil om in te burgeren is niet bewezen.',
      'De boete is een onredelijke last voor de persoon.',
      'Er heeft nog geen tweede persoon met naam meegekeken en ingestemd.',
    ]);
  });

  it('één reden is genoeg, ook als de rest onbekend is', () => {
    const a = boeteVluchteling({ doelgroep: 'Asielstatushouder', boetesMogelijk: false });
    expect(a).toMatchObject({
      uitkomst: 'voldoet-niet',
      redenen: [{ code: 'boete-vluchteling-boetesMogelijk', veld: 'boetesMogelijk' }],
    });
  });

  it('geldt niet voor de andere doelgroep', () => {
    const a = boeteVluchteling({ doelgroep: 'Gezinsmigrant en overige migrant', ...TEGEN });
    expect(a.uitkomst).toBe('voldoet');
    expect(a.uitleg().uitkomst).toBe('de toets geldt niet voor deze doelgroep');
    expect(a.uitleg().stappen).toEqual([]);
  });

  it.each(Object.keys(TOETS))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('weigert niet zolang de doelgroep onbekend is', () => {
    expect(kern({ ...TEGEN, doelgroep: undefined })).toEqual(['doelgroep']);
  });

  it('zegt wat een mens weegt', () => {
    const a = boeteVluchteling({ doelgroep: 'Asielstatushouder' });
    expect(a.uitkomst === 'onbekend' && a.ontbreekt.map((o) => o.wegen?.length)).toEqual([
      undefined,
      4,
      3,
      undefined,
    ]);
  });

  it('legt uit dat dit onze lezing is', () => {
    const uitleg = boeteVluchteling(TOETS).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Boete aan een asielstatushouder',
      uitkomst: 'de toets staat niet in de weg',
      grondslag: {
        artikel: 'Wet inburgering 2021 art. 22 tot en met 25',
        zekerheid: 'ontwerp',
        toelichting: expect.stringContaining('C-158/23'),
      },
      stappen: [{ titel: 'Een mens beslist over de boete, nooit het systeem' }],
      feiten: { length: 5 },
      zouWijzigenAls: zinnen(3),
    });
  });

  it('voldoet nooit zonder bewezen onwil en een tweede persoon', () => {
    const f = fc.record(
      {
        boetesMogelijk: fc.boolean(),
        bewezenBlijvendeOnwil: fc.boolean(),
        onredelijkeLast: fc.boolean(),
        tweedeBeoordelaar: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(f, (zaak) => {
        const a = boeteVluchteling({ doelgroep: 'Asielstatushouder', ...zaak });
        const alles =
          zaak.boetesMogelijk &&
          zaak.bewezenBlijvendeOnwil &&
          zaak.onredelijkeLast === false &&
          zaak.tweedeBeoordelaar;
        expect(a.uitkomst === 'voldoet').toBe(alles === true);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteVluchtelingRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteVluchtelingRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet-niet', 'voldoet', 'onbekend', 'voldoet']);
  });
});
