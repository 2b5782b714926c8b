import { describe, expect, it } from 'vitest';
import { type SamenloopFeiten, samenloop, samenloopRegel } from './samenloop.ts';

const DUBBEL: SamenloopFeiten = {
  ontvangtBijstand: true,
  bijstandVerlaagd: true,
  zelfdeGedraging: true,
  gekozenSpoor: 'boete',
};

const kern = (f: object) => {
  const a = samenloop({ ...DUBBEL, ...f });
  if (a.uitkomst === 'voldoet-niet') return a.redenen.map((r) => r.code);
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('samenloop', () => {
  it.each<[string, object, unknown]>([
    ['vector 78: bijstand verlaagd voor dezelfde gemiste afspraak', {}, ['samenloop-verlaagd']],
    ['een andere gedraging', { zelfdeGedraging: false }, 'voldoet'],
    ['niet verlaagd', { bijstandVerlaagd: false, zelfdeGedraging: undefined }, 'voldoet'],
    [
      'gekozen voor verlagen',
      { bijstandVerlaagd: false, gekozenSpoor: 'verlaging van de bijstand' },
      ['samenloop-spoor'],
    ],
    [
      'verlaagd en gekozen voor verlagen',
      { gekozenSpoor: 'verlaging van de bijstand' },
      ['samenloop-verlaagd', 'samenloop-spoor'],
    ],
    [
      'geen bijstand',
      { ontvangtBijstand: false, bijstandVerlaagd: false, gekozenSpoor: undefined },
      'voldoet',
    ],
    [
      'geen bijstand: een spoor doet er niet toe',
      {
        ontvangtBijstand: false,
        bijstandVerlaagd: false,
        gekozenSpoor: 'verlaging van de bijstand',
      },
      'voldoet',
    ],
    [
      'geen bijstand meer, wel eerder verlaagd',
      { ontvangtBijstand: false },
      ['samenloop-verlaagd'],
    ],
    ['zeker, ook als de rest onbekend is', { gekozenSpoor: undefined }, ['samenloop-verlaagd']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('vraagt wat nodig is', () => {
    expect(kern({ zelfdeGedraging: undefined })).toEqual(['zelfdeGedraging']);
    expect(kern({ bijstandVerlaagd: undefined })).toEqual(['bijstandVerlaagd']);
    expect(kern({ ontvangtBijstand: undefined, zelfdeGedraging: false })).toEqual([
      'ontvangtBijstand',
    ]);
    expect(kern({ zelfdeGedraging: false, gekozenSpoor: undefined })).toEqual(['gekozenSpoor']);
    const leeg = samenloop({});
    expect(leeg).toMatchObject({
      ontbreekt: [
        { feit: 'ontvangtBijstand' },
        { feit: 'bijstandVerlaagd' },
        { feit: 'gekozenSpoor', wegen: { length: 3 } },
      ],
    });
    const oordeel = samenloop({ bijstandVerlaagd: true });
    expect(oordeel.uitkomst === 'onbekend' && oordeel.ontbreekt[1]?.wegen).toHaveLength(3);
  });

  it('legt uit', () => {
    const nee = samenloop(DUBBEL);
    expect(nee).toMatchObject({
      redenen: [
        {
          tekst: expect.stringContaining('al verlaagd voor dezelfde gedraging'),
          veld: 'bijstandVerlaagd',
          grondslag: { artikel: 'Wet inburgering 2021 art. 27', regel: 'samenloop' },
        },
      ],
    });
    expect(nee.uitleg()).toMatchObject({
      titel: 'Boete naast een verlaging van de bijstand',
      uitkomst: 'nee, om één reden',
      feiten: { length: 4 },
      zouWijzigenAls: zinnen(2),
    });
    const ja = samenloop({ ...DUBBEL, zelfdeGedraging: false }).uitleg();
    expect(ja.uitkomst).toBe('een boete mag hiernaast');
    expect(ja.stappen?.[0]?.titel).toContain('één spoor');
    const spoor = samenloop({ gekozenSpoor: 'verlaging van de bijstand' });
    expect(spoor).toMatchObject({
      redenen: [{ tekst: expect.stringContaining('gekozen'), veld: 'gekozenSpoor' }],
    });
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = samenloopRegel.voorbeelden.map(({ invoer }) => {
      const uit = samenloopRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['voldoet-niet', 'voldoet', 'voldoet', 'onbekend']);
  });
});
