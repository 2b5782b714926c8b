import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMENONDERDELEN, LEERROUTES } from '../leerroute/velden.ts';
import {
  type ExamenPogingenFeiten,
  examenPogingen,
  examenPogingenRegel,
} from './examen-pogingen.ts';
import { EXAMENNIVEAUS, gratisPogingenOver, hoogGenoeg, type Poging } from './pogingen.ts';

const ASIEL = 'Asielstatushouder';
const GEZIN = 'Gezinsmigrant en overige migrant';

const keer = (n: number, poging: Poging): Poging[] => Array.from({ length: n }, () => poging);

function waarde(f: ExamenPogingenFeiten) {
  const antwoord = examenPogingen(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde.onderdelen : antwoord.uitkomst;
}

function rij(f: ExamenPogingenFeiten, onderdeel: string) {
  const onderdelen = waarde(f);
  return Array.isArray(onderdelen) ? onderdelen.find((o) => o.onderdeel === onderdeel) : onderdelen;
}

describe('gratis pogingen', () => {
  it.each([
    [0, 2, 0],
    [1, 1, 0],
    [2, 0, 5000],
    [3, 0, 5000],
  ])(
    'vector 66: asielstatushouder, B1-route, na %i keer lezen zijn er %i over en kost de volgende %i',
    (n, gratisOver, kosten) => {
      const f = {
        doelgroep: ASIEL,
        leerroute: 'B',
        niveau: 'A2',
        pogingen: keer(n, { onderdeel: 'lezen', niveau: 'A2' }),
      } as const;
      expect(rij(f, 'lezen')).toEqual({ onderdeel: 'lezen', gratisOver, kosten });
      expect(rij(f, 'spreken')).toEqual({ onderdeel: 'spreken', gratisOver: 2, kosten: 0 });
    },
  );

  it('vector 66: een gezinsmigrant betaalt vanaf de eerste keer', () => {
    const f = { doelgroep: GEZIN, leerroute: 'B', niveau: 'A2' } as const;
    expect(waarde(f)).toEqual(
      EXAMENONDERDELEN.map((onderdeel) => ({ onderdeel, gratisOver: 0, kosten: 5000 })),
    );
  });

  it('in de B1-route tellen alleen examens op ten minste het niveau van het PIP', () => {
    const f = { doelgroep: ASIEL, leerroute: 'B', niveau: 'B1' } as const;
    const na = (niveau: 'A2' | 'B1' | 'B2') =>
      rij({ ...f, pogingen: keer(2, { onderdeel: 'lezen', niveau }) }, 'lezen');
    expect(na('A2')).toMatchObject({ gratisOver: 2 });
    expect(na('B1')).toEqual({ onderdeel: 'lezen', gratisOver: 0 });
    expect(na('B2')).toEqual({ onderdeel: 'lezen', gratisOver: 0 });
    expect(rij({ ...f, pogingen: keer(2, { onderdeel: 'lezen' }) }, 'lezen')).toEqual({
      onderdeel: 'lezen',
      gratisOver: 0,
    });
    expect(rij({ ...f, pogingen: keer(2, { onderdeel: 'KNM', niveau: 'A2' }) }, 'KNM')).toEqual({
      onderdeel: 'KNM',
      gratisOver: 0,
      kosten: 5000,
    });
  });

  it('in de onderwijsroute is alleen KNM gratis', () => {
    const f = { doelgroep: ASIEL, leerroute: 'O', pogingen: [{ onderdeel: 'KNM' }] } as const;
    expect(rij({ ...f, pogingen: [...f.pogingen] }, 'KNM')).toMatchObject({
      gratisOver: 1,
      kosten: 0,
    });
    expect(rij({ ...f, pogingen: [...f.pogingen] }, 'lezen')).toEqual({
      onderdeel: 'lezen',
      gratisOver: 0,
    });
    expect(rij({ ...f, niveau: 'A2', pogingen: [] }, 'lezen')).not.toHaveProperty('kosten');
  });

  it('in de Z-route zijn alleen de onderdelen in het PIP gratis, op A2', () => {
    const f: ExamenPogingenFeiten = {
      doelgroep: ASIEL,
      leerroute: 'Z',
      onderdelenInPip: [{ onderdeel: 'spreken' }, { onderdeel: 'KNM' }],
      pogingen: [
        { onderdeel: 'spreken', niveau: 'B1' },
        { onderdeel: 'spreken', niveau: 'A2' },
        { onderdeel: 'KNM' },
        { onderdeel: 'KNM' },
      ],
    };
    expect(waarde(f)).toEqual([
      { onderdeel: 'spreken', gratisOver: 1, kosten: 0 },
      { onderdeel: 'KNM', gratisOver: 0, kosten: 5000 },
    ]);
    expect(waarde({ ...f, doelgroep: GEZIN })).toEqual([
      { onderdeel: 'spreken', gratisOver: 0, kosten: 5000 },
      { onderdeel: 'KNM', gratisOver: 0, kosten: 5000 },
    ]);
    expect(rij({ ...f, pogingen: keer(2, { onderdeel: 'spreken' }) }, 'spreken')).toMatchObject({
      gratisOver: 0,
    });
  });

  it('zonder examen in het PIP is er in de Z-route niets', () => {
    const antwoord = examenPogingen({ doelgroep: GEZIN, leerroute: 'Z', onderdelenInPip: [] });
    expect(antwoord.uitkomst).toBe('niet-van-toepassing');
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: 'in de Z-route is er alleen examen als het in het PIP staat',
      feiten: [{ waarde: GEZIN }, { waarde: 'Z' }, { waarde: '0' }],
    });
    expect(gratisPogingenOver(ASIEL, 'Z', []).KNM).toBe(0);
  });

  it('is nooit minder dan nul of meer dan twee, en een extra poging geeft er nooit een bij', () => {
    const poging: fc.Arbitrary<Poging> = fc.record(
      {
        onderdeel: fc.constantFrom(...EXAMENONDERDELEN),
        niveau: fc.constantFrom(...EXAMENNIVEAUS),
      },
      { requiredKeys: ['onderdeel'] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...LEERROUTES),
        fc.array(poging),
        poging,
        (leerroute, pogingen, extra) => {
          const voorwaarden = { onderdelenInPip: EXAMENONDERDELEN };
          const over = gratisPogingenOver(ASIEL, leerroute, pogingen, voorwaarden);
          const na = gratisPogingenOver(ASIEL, leerroute, [extra, ...pogingen], voorwaarden);
          for (const o of EXAMENONDERDELEN) {
            expect([0, 1, 2]).toContain(over[o]);
            expect(na[o]).toBeLessThanOrEqual(over[o]);
          }
        },
      ),
    );
  });

  it('kent de volgorde van de niveaus', () => {
    expect(EXAMENNIVEAUS.map((n) => hoogGenoeg(n, 'A2'))).toEqual([true, true, true]);
    expect(EXAMENNIVEAUS.map((n) => hoogGenoeg(n, 'B1'))).toEqual([false, true, true]);
  });
});

describe('wat ontbreekt', () => {
  it.each<[ExamenPogingenFeiten, string[]]>([
    [{}, ['doelgroep', 'leerroute']],
    [{ doelgroep: ASIEL }, ['leerroute']],
    [{ doelgroep: ASIEL, leerroute: 'B' }, ['niveau', 'pogingen']],
    [{ doelgroep: ASIEL, leerroute: 'O' }, ['pogingen']],
    [{ doelgroep: ASIEL, leerroute: 'Z' }, ['onderdelenInPip', 'pogingen']],
    [{ doelgroep: GEZIN, leerroute: 'B' }, ['niveau']],
    [{ doelgroep: GEZIN, leerroute: 'Z' }, ['onderdelenInPip']],
    [{ doelgroep: ASIEL, leerroute: 'O', pogingen: [{ niveau: 'A2' }] }, ['pogingen']],
    [{ doelgroep: GEZIN, leerroute: 'Z', onderdelenInPip: [{}] }, ['onderdelenInPip']],
  ])('van %j ontbreekt %j', (f, feiten) => {
    const antwoord = examenPogingen(f);
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt.map((o) => o.feit)).toEqual(
      feiten,
    );
  });

  it('zegt van welke rijen het onderdeel ontbreekt', () => {
    const antwoord = examenPogingen({ doelgroep: GEZIN, leerroute: 'O', pogingen: [{}] });
    expect(antwoord).toMatchObject({
      ontbreekt: [{ tekst: 'Nog niet bekend: het onderdeel van elke rij in ‘Afgelegde examens’.' }],
    });
  });
});

describe('uitleg', () => {
  it('noemt per onderdeel de uitkomst, en de twee artikelen', () => {
    const uitleg = examenPogingen({
      doelgroep: ASIEL,
      leerroute: 'B',
      niveau: 'B1',
      pogingen: [
        { onderdeel: 'lezen' },
        ...keer(2, { onderdeel: 'spreken' }),
        ...keer(2, { onderdeel: 'KNM' }),
      ],
    }).uitleg();
    expect(uitleg.uitkomst).toBe(
      'lezen: nog 1 keer gratis; luisteren: nog 2 keer gratis; schrijven: nog 2 keer gratis; spreken: betalen, tarief van het staatsexamen; KNM: € 50',
    );
    expect(uitleg.stappen).toMatchObject([
      {
        titel: 'Gratis voor een asielstatushouder in de B1-route',
        uitkomst: '2 keer: elk onderdeel op ten minste B1, en KNM',
        grondslag: { artikel: 'Regeling inburgering 2021 art. 3.5', zekerheid: 'afgeleid' },
      },
      { uitkomst: '€ 50', grondslag: { artikel: 'Regeling inburgering 2021 art. 3.4' } },
      { titel: 'Taal op B1 of hoger', uitkomst: 'het tarief van het staatsexamen Nt2' },
    ]);
    expect(uitleg.feiten).toHaveLength(4);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
  });

  it.each([
    [ASIEL, 'O', '2 keer: alleen KNM'],
    [ASIEL, 'Z', '2 keer: elk onderdeel op A2 en KNM, voor zover in het PIP'],
    [GEZIN, 'Z', 'betalen vanaf de eerste poging'],
  ] as const)('%s in route %s: %s', (doelgroep, leerroute, zin) => {
    const f: ExamenPogingenFeiten = {
      doelgroep,
      leerroute,
      onderdelenInPip: [{ onderdeel: 'lezen' }],
      pogingen: [],
    };
    const stappen = examenPogingen(f).uitleg().stappen;
    expect(stappen?.[0]?.uitkomst).toBe(zin);
    expect(stappen).toHaveLength(leerroute === 'O' ? 3 : 2);
  });
});

it('beantwoordt haar eigen voorbeelden', () => {
  const uitkomsten = examenPogingenRegel.voorbeelden.map(({ invoer }) => {
    const uit = examenPogingenRegel.beantwoord(invoer);
    return 'antwoord' in uit && uit.antwoord.uitkomst;
  });
  expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'bepaald', 'niet-van-toepassing', 'onbekend']);
});
