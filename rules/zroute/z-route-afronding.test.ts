import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ZrouteAfrondingFeiten, zrouteAfronding } from './z-route-afronding.ts';

const ASIEL: ZrouteAfrondingFeiten = {
  doelgroep: 'Asielstatushouder',
  gevolgdeCursusuren: 800,
  gevolgdeParticipatieuren: 748,
  urenModuleMap: 40,
  urenPvt: 12,
  eindgesprekDoor: 'college',
};
const GEZINS: ZrouteAfrondingFeiten = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  gevolgdeCursusuren: 800,
  eindgesprekDoor: 'college',
};

function kort(f: ZrouteAfrondingFeiten) {
  const antwoord = zrouteAfronding(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('z-route-afronding (Besluit art. 3.14)', () => {
  it('vector 58: alle uren en het eindgesprek door het college is afgerond', () => {
    expect(kort(ASIEL)).toBe('voldoet');
    expect(kort({ ...ASIEL, gevolgdeParticipatieuren: 747 })).toEqual(['z-route-participatie']);
    expect(kort({ ...ASIEL, gevolgdeCursusuren: 799 })).toEqual(['z-route-cursus']);
    expect(kort({ ...ASIEL, eindgesprekDoor: undefined })).toEqual(['? eindgesprekDoor']);
  });

  it('vector 60: gezinsmigrant zonder participatie is afgerond na het eindgesprek', () => {
    expect(kort(GEZINS)).toBe('voldoet');
    expect(kort({ ...GEZINS, gevolgdeCursusuren: 799.5 })).toEqual(['z-route-cursus']);
  });

  it.each([
    ['college', 'voldoet'],
    ['openbaar lichaam', 'voldoet'],
    ['derde', ['z-route-eindgesprek-derde']],
    ['nog niet gevoerd', ['z-route-eindgesprek']],
  ] as const)('eindgesprek door %s: %j', (eindgesprekDoor, verwacht) => {
    expect(kort({ ...ASIEL, eindgesprekDoor })).toEqual(verwacht);
  });

  it('noemt alle redenen, ook als een ander feit ontbreekt', () => {
    const f = { ...ASIEL, gevolgdeCursusuren: 790, gevolgdeParticipatieuren: 700 };
    expect(zrouteAfronding({ ...f, eindgesprekDoor: 'derde' })).toMatchObject({
      redenen: [
        {
          tekst: 'Nog 10 uur cursus te gaan.',
          grondslag: { artikel: expect.stringContaining('onder a') },
        },
        {
          tekst: 'Nog 48 uur participatie te gaan.',
          grondslag: { artikel: expect.stringContaining('onder b') },
        },
        {
          veld: 'eindgesprekDoor',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 3.14 lid 4' },
        },
      ],
    });
    expect(kort({ gevolgdeCursusuren: 790 })).toEqual(['z-route-cursus']);
    expect(zrouteAfronding({ ...GEZINS, eindgesprekDoor: 'nog niet gevoerd' })).toMatchObject({
      redenen: [
        { tekst: 'Het college heeft het eindgesprek nog niet gevoerd.', veld: 'eindgesprekDoor' },
      ],
    });
  });

  it('noemt elk ontbrekend feit één keer', () => {
    expect(kort({})).toEqual([
      '? gevolgdeCursusuren',
      '? doelgroep',
      '? gevolgdeParticipatieuren',
      '? urenModuleMap',
      '? urenPvt',
      '? eindgesprekDoor',
    ]);
    const aftrek = {
      ...ASIEL,
      gevolgdeCursusuren: 700,
      gevolgdeParticipatieuren: 600,
      cursusurenBredeIntake: 100,
      activiteitenBredeIntake: 200,
    };
    expect(kort(aftrek)).toEqual(['? collegeTrektAf']);
    expect(kort({ ...aftrek, collegeTrektAf: true })).toBe('voldoet');
  });

  it('geen participatie bij een ontheffing van nul uur', () => {
    expect(
      kort({
        gevolgdeCursusuren: 800,
        eindgesprekDoor: 'college',
        urenBelastbaarheidParticipatieactiviteit: 0,
      }),
    ).toBe('voldoet');
  });

  it('legt de sommen uit, en wat erna komt', () => {
    const uitleg = zrouteAfronding(ASIEL).uitleg();
    expect(uitleg.uitkomst).toBe('de Z-route is behaald');
    expect(uitleg.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 3.14 lid 2 en 3');
    const titels = uitleg.stappen?.map((s) => s.titel) ?? [];
    expect(titels).toContain('800 uur − 800 uur, nooit minder dan nul');
    expect(uitleg.stappen?.slice(-2)).toMatchObject([
      { titel: 'PVT en MAP', grondslag: { artikel: 'Wet inburgering 2021 art. 6 lid 1' } },
      {
        uitkomst: 'DUO maakt het na alle onderdelen; het college overhandigt het persoonlijk',
        grondslag: { artikel: 'Regeling inburgering 2021 art. 3.18 lid 2' },
      },
    ]);
    const deels = zrouteAfronding({ ...ASIEL, gevolgdeCursusuren: 1, urenPvt: undefined }).uitleg();
    expect(deels.stappen?.map((s) => s.titel).join()).toContain('Norm cursusuren');
    expect(deels.stappen?.map((s) => s.titel).join()).not.toContain('Norm participatie');
  });

  it('meer uren maken nooit van afgerond niet afgerond', () => {
    const n = fc.integer({ min: 700, max: 900 });
    fc.assert(
      fc.property(n, n, fc.nat(100), fc.nat(100), (cursus, part, c, p) => {
        const f = { ...ASIEL, gevolgdeCursusuren: cursus, gevolgdeParticipatieuren: part };
        if (kort(f) !== 'voldoet') return;
        const meer = { ...f, gevolgdeCursusuren: cursus + c, gevolgdeParticipatieuren: part + p };
        expect(kort(meer)).toBe('voldoet');
      }),
    );
  });
});
