import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Datum,
  dagenTussen,
  datum,
  plusDagen,
  plusMaanden,
  vanEpochDag,
} from '../shared/datum.ts';
import { OMSTANDIGHEDEN } from './gronden.ts';
import type { Rij, VerlengingFeiten } from './omstandigheid.ts';
import { eersteDagen, telDagen, voegSamen } from './perioden.ts';
import { verlenging } from './verlenging.ts';

const TERMIJN = { startdatum: datum('2024-03-16'), laatsteDag: datum('2027-03-15') };
const AANVAARD = { bewijsstuk: true, nietVerwijtbaar: true };

const rij = (omstandigheid: Rij['omstandigheid'], begin: string, laatsteDag?: string): Rij => ({
  ...(omstandigheid ? { omstandigheid } : {}),
  begin: datum(begin),
  ...(laatsteDag ? { laatsteDag: datum(laatsteDag) } : {}),
  ...AANVAARD,
});
const ziek = (begin: string, eind: string): Rij => ({
  ...rij('ziekte', begin, eind),
  betreft: 'partner',
});
const baring = (begin: string): Rij => ({ ...rij('bevalling', begin), betreft: 'de inburgeraar' });
const dood = (begin: string, betreft: Rij['betreft'] = 'partner'): Rij => ({
  ...rij('overlijden', begin),
  ...(betreft ? { betreft } : {}),
});
const vraag = (omstandigheden: Rij[], f: VerlengingFeiten = {}) =>
  verlenging({ ...TERMIJN, ...f, omstandigheden });

function uit(omstandigheden: Rij[], f: VerlengingFeiten = {}) {
  const antwoord = vraag(omstandigheden, f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}
const stappen = (omstandigheden: Rij[], f: VerlengingFeiten = {}) =>
  vraag(omstandigheden, f)
    .uitleg()
    .stappen?.map((s) => `${s.titel}: ${s.uitkomst}`);

describe('verlenging: vaste gronden', () => {
  it('vector 41: een bevalling geeft 112 dagen, tot en met 2027-07-05', () => {
    expect(uit([baring('2025-06-01')])).toEqual({
      dagen: 112,
      laatsteDag: '2027-07-05',
      eind: '2027-07-06',
    });
  });

  it('een overlijden geeft drie maanden', () => {
    expect(uit([dood('2025-06-01')])).toMatchObject({ laatsteDag: '2027-06-15' });
    expect(uit([dood('2025-06-01', 'bloedverwant in de eerste graad')])).toMatchObject({
      dagen: 92,
    });
  });

  it('vector 42: een overleden broer is geen grond b, misschien wel een bijzondere omstandigheid', () => {
    const broer = dood('2025-06-01', 'iemand anders');
    expect(uit([broer])).toBe('niet-van-toepassing');
    expect(stappen([broer])).toEqual([
      'Overlijden van partner, ouder of kind: telt niet: deze grond geldt niet voor iemand anders; misschien is het een andere bijzondere omstandigheid',
    ]);
    expect(uit([rij('bijzonder', '2025-06-01', '2025-08-31')])).toMatchObject({ dagen: 92 });
  });

  it('een bevalling van de partner telt niet', () => {
    expect(uit([{ ...baring('2025-06-01'), betreft: 'partner' }])).toBe('niet-van-toepassing');
  });

  it.each([
    ['2024-03-15', 'niet-van-toepassing'],
    ['2024-03-16', { dagen: 112 }],
    ['2027-03-15', { dagen: 112 }],
    ['2027-03-16', 'niet-van-toepassing'],
  ])(
    'een bevalling op %s, de termijn loopt van 2024-03-16 tot en met 2027-03-15',
    (dag, verwacht) => {
      const waarde = uit([baring(dag)]);
      if (typeof verwacht === 'string') expect(waarde).toBe(verwacht);
      else expect(waarde).toMatchObject(verwacht);
    },
  );
});

describe('verlenging: gronden met een duur', () => {
  const DUUR = [
    'ziekte',
    'blijf-van-mijn-lijfhuis',
    'alfabetisering',
    'dakloosheid',
    'aanbieder',
    'bijzonder',
  ] as const;

  it.each(DUUR)('%s telt vanaf drie aaneengesloten maanden', (soort) => {
    const f: VerlengingFeiten = { leerroute: 'B' };
    const duur = (eind: string) => [
      { ...rij(soort, '2025-01-15', eind), betreft: 'de inburgeraar' as const },
    ];
    expect(uit(duur('2025-04-13'), f)).toBe('niet-van-toepassing');
    expect(uit(duur('2025-04-14'), f)).toMatchObject({ dagen: 90 });
    expect(uit(duur('2025-04-15'), f)).toMatchObject({ dagen: 91 });
  });

  it('vector 44: dertig maanden dakloos geeft ten hoogste twee jaar', () => {
    const dakloos = [rij('dakloosheid', '2024-04-01', '2026-09-30')];
    expect(uit(dakloos)).toMatchObject({ dagen: 731, laatsteDag: '2029-03-15' });
    expect(stappen(dakloos)).toEqual([
      'Grond f: Dakloosheid: 913 dagen, ten hoogste 24 maanden: 731 dagen',
      'grond f: 15 maart 2027 + 731 dagen = 15 maart 2029',
    ]);
  });

  it.each([
    ['alfabetisering', 6],
    ['aanbieder', 6],
    ['dakloosheid', 24],
    ['bijzonder', 24],
  ] as const)(
    '%s is ten hoogste %i maanden: de dag ervoor, de dag en de dag erna',
    (soort, maanden) => {
      const hoogst = dagenTussen(TERMIJN.laatsteDag, plusMaanden(TERMIJN.laatsteDag, maanden));
      const begin = datum('2024-05-01');
      const dagen = [-1, 0, 1].map((d) => {
        const waarde = uit([rij(soort, begin, plusDagen(begin, hoogst - 1 + d))], {
          leerroute: 'O',
        });
        return typeof waarde === 'string' ? waarde : waarde.dagen;
      });
      expect(dagen).toEqual([hoogst - 1, hoogst, hoogst]);
    },
  );

  it.each(['ziekte', 'blijf-van-mijn-lijfhuis'] as const)('%s kent geen hoogste', (soort) => {
    const lang = { ...rij(soort, '2024-04-01', '2027-03-01'), betreft: 'partner' as const };
    expect(uit([lang])).toMatchObject({ dagen: 1065 });
  });

  it('alleen de dagen vanaf het begin van de termijn tellen', () => {
    expect(uit([ziek('2024-01-01', '2024-03-31')])).toMatchObject({ dagen: 16 });
    expect(uit([ziek('2023-10-01', '2024-03-15')])).toBe('niet-van-toepassing');
    expect(uit([ziek('2023-10-01', '2024-03-16')])).toMatchObject({ dagen: 1 });
  });

  it('alfabetisering in de Z-route telt niet', () => {
    expect(uit([rij('alfabetisering', '2025-01-01', '2025-06-30')], { leerroute: 'Z' })).toBe(
      'niet-van-toepassing',
    );
  });

  it.each([
    { leerroute: 'Z' },
    { doelgroep: 'Gezinsmigrant en overige migrant' },
  ] as VerlengingFeiten[])('dakloosheid telt voor iedereen, ook bij %j', (f) => {
    expect(uit([rij('dakloosheid', '2025-01-01', '2025-06-30')], f)).toMatchObject({ dagen: 181 });
  });

  it.each(['iemand anders', 'de inburgeraar', 'bloedverwant in de eerste graad'] as const)(
    'ziekte van %s',
    (betreft) => {
      const waarde = uit([{ ...ziek('2025-01-01', '2025-06-30'), betreft }]);
      if (betreft === 'iemand anders') expect(waarde).toBe('niet-van-toepassing');
      else expect(waarde).toMatchObject({ dagen: 181 });
    },
  );
});

describe('verlenging: geen tijdig aanbod (grond g)', () => {
  const f: VerlengingFeiten = {
    leerroute: 'B',
    doelgroep: 'Asielstatushouder',
    dagtekeningPip: datum('2024-03-15'),
  };
  const aanbod = (datumAanbod: string, start?: string): Rij[] => [
    {
      omstandigheid: 'geen tijdig aanbod',
      datumAanbod: datum(datumAanbod),
      ...(start ? { datumStartMogelijk: datum(start) } : {}),
      ...AANVAARD,
    },
  ];

  it.each([
    ['2024-06-14', 'niet-van-toepassing'],
    ['2024-06-15', 'niet-van-toepassing'],
    ['2024-06-16', { dagen: 1 }],
    ['2024-09-15', { dagen: 92 }],
  ])('een aanbod op %s bij een PIP van 15 maart', (dag, verwacht) => {
    const waarde = uit(aanbod(dag), f);
    if (typeof verwacht === 'string') expect(waarde).toBe(verwacht);
    else expect(waarde).toMatchObject(verwacht);
  });

  it.each([
    ['vector 46: na zeven maanden', '2024-05-01', '2024-10-15', '2027-09-15'],
    ['een dag na zes maanden', '2024-05-01', '2024-09-16', '2027-09-15'],
    ['late start en laat aanbod', '2024-08-01', '2024-10-15', '2027-09-15'],
    ['aanbod na zes maanden, begin nog niet bekend', '2024-09-16', undefined, '2027-09-15'],
    ['tijdige start, laat aanbod', '2024-06-16', '2024-09-15', '2027-03-16'],
  ])('onderwijsroute, %s', (_naam, dag, start, laatsteDag) => {
    expect(uit(aanbod(dag, start), { ...f, leerroute: 'O' })).toMatchObject({ laatsteDag });
  });

  it('onderwijsroute, alles op tijd', () => {
    expect(uit(aanbod('2024-06-15', '2024-09-15'), { ...f, leerroute: 'O' })).toBe(
      'niet-van-toepassing',
    );
  });

  it.each(['2024-09-15', '2024-05-01'])(
    'onderwijsroute, aanbod op %s: vraagt naar het begin',
    (dag) => {
      expect(vraag(aanbod(dag), { ...f, leerroute: 'O' })).toMatchObject({
        ontbreekt: [{ feit: 'omstandigheden.datumStartMogelijk' }],
      });
    },
  );

  it('buiten de onderwijsroute telt na zes maanden nog steeds de tijd tot het aanbod', () => {
    expect(uit(aanbod('2024-09-16'), f)).toMatchObject({ dagen: 93 });
    expect(uit(aanbod('2025-03-15'), f)).toMatchObject({ dagen: 273 });
  });

  it('een ingevulde eerste dag buiten de termijn doet er niet toe', () => {
    const na = aanbod('2024-09-15').map((r) => ({ ...r, begin: datum('2027-03-16') }));
    expect(uit(na, f)).toMatchObject({ dagen: 92 });
  });

  it.each([
    [[{ omstandigheid: 'geen tijdig aanbod', ...AANVAARD }], f, 'omstandigheden.datumAanbod'],
    [aanbod('2024-09-16'), { doelgroep: f.doelgroep }, 'dagtekeningPip'],
  ] as [Rij[], VerlengingFeiten, string][])('onderwijsroute, %j, %j: mist %s', (rijen, g, mist) => {
    expect(vraag(rijen, { ...g, leerroute: 'O' })).toMatchObject({
      ontbreekt: [{ feit: mist }, { feit: 'omstandigheden.datumStartMogelijk' }],
    });
  });

  it('geldt niet voor een gezinsmigrant', () => {
    expect(uit(aanbod('2024-09-15'), { doelgroep: 'Gezinsmigrant en overige migrant' })).toBe(
      'niet-van-toepassing',
    );
  });

  it('zonder verklaring van het college telt het niet', () => {
    const zonder = aanbod('2024-09-15').map((r) => ({ ...r, bewijsstuk: false }));
    expect(stappen(zonder, f)).toEqual([
      'Geen tijdig aanbod van de gemeente: telt niet: er hoort een verklaring van het college bij',
    ]);
  });

  it('vraagt naar de zaak', () => {
    expect(vraag([{ omstandigheid: 'geen tijdig aanbod', ...AANVAARD }])).toMatchObject({
      ontbreekt: [
        { feit: 'leerroute' },
        { feit: 'doelgroep' },
        { feit: 'dagtekeningPip' },
        { feit: 'omstandigheden.datumAanbod' },
      ],
    });
  });
});

describe('verlenging: samen (grond j) en overlap', () => {
  it('korte omstandigheden die aansluiten tot drie maanden tellen samen', () => {
    const samen = [
      ziek('2025-01-01', '2025-02-14'),
      rij('dakloosheid', '2025-02-15', '2025-03-31'),
    ];
    expect(uit(samen)).toMatchObject({ dagen: 90 });
    expect(stappen(samen)?.[0]).toBe('Grond j: Omstandigheden samen: 90 dagen');
    expect(stappen(samen)).toHaveLength(2);
  });

  it.each([
    [
      'een dag te kort',
      [ziek('2025-01-01', '2025-02-14'), rij('dakloosheid', '2025-02-15', '2025-03-30')],
    ],
    [
      'een dag ertussen',
      [ziek('2025-01-01', '2025-02-14'), rij('dakloosheid', '2025-02-16', '2025-04-30')],
    ],
  ])('%s: tellen niet', (_naam, rijen) => {
    expect(uit(rijen)).toBe('niet-van-toepassing');
    expect(stappen(rijen)).toEqual([
      'Langdurige ziekte: telt niet: korter dan drie maanden, ook samen met andere omstandigheden',
      'Dakloosheid: telt niet: korter dan drie maanden, ook samen met andere omstandigheden',
    ]);
  });

  it('een korte omstandigheid die aan een lange vastzit telt mee', () => {
    expect(
      uit([ziek('2025-01-01', '2025-04-30'), rij('dakloosheid', '2025-05-01', '2025-05-10')]),
    ).toMatchObject({ dagen: 130 });
  });

  it.each([
    ['ervoor', '2024-11-01', '2024-11-10'],
    ['erna', '2025-06-01', '2025-06-10'],
  ])('een korte die los van een lange staat telt niet mee: %s', (_naam, begin, eind) => {
    const los = [ziek('2025-01-01', '2025-04-30'), rij('dakloosheid', begin, eind)];
    expect(uit(los)).toMatchObject({ dagen: 120 });
    expect(stappen(los)?.[1]).toContain('Dakloosheid: telt niet: korter dan drie maanden');
  });

  it('een ziekte in twee rijen is één ziekte', () => {
    expect(uit([ziek('2025-02-15', '2025-03-31'), ziek('2025-01-01', '2025-02-14')])).toMatchObject(
      {
        dagen: 90,
      },
    );
  });

  it('een dag onder twee gronden telt één keer, en dat is een keuze', () => {
    const overlap = [
      ziek('2025-01-01', '2025-04-30'),
      rij('dakloosheid', '2025-04-01', '2025-06-30'),
    ];
    expect(uit(overlap)).toMatchObject({ dagen: 181, laatsteDag: '2027-09-12' });
    const uitleg = vraag(overlap).uitleg();
    expect(uitleg.grondslag?.zekerheid).toBe('ontwerp');
    expect(stappen(overlap)).toEqual([
      'Grond a: Langdurige ziekte: 120 dagen',
      'Grond f: Dakloosheid: 91 dagen',
      'Dagen die onder twee gronden vallen, tellen één keer: 30 dagen eraf',
      'grond a en grond f: 15 maart 2027 + 181 dagen = 12 september 2027',
    ]);
  });
});

describe('verlenging: wat ontbreekt en wat weigert', () => {
  it('vraagt eerst naar de omstandigheden', () => {
    expect(verlenging(TERMIJN)).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'omstandigheden' }],
    });
  });

  it('vraagt naar de termijn als er iets telt, en niet als er niets telt', () => {
    expect(verlenging({ omstandigheden: [baring('2025-06-01')] })).toMatchObject({
      ontbreekt: [{ feit: 'startdatum' }, { feit: 'laatsteDag' }],
    });
    expect(verlenging({ omstandigheden: [] }).uitkomst).toBe('niet-van-toepassing');
  });

  it.each([
    ['ziekte', ['betreft', 'begin', 'laatsteDag', 'bewijsstuk', 'nietVerwijtbaar']],
    ['bevalling', ['betreft', 'begin', 'bewijsstuk', 'nietVerwijtbaar']],
    ['dakloosheid', ['begin', 'laatsteDag', 'bewijsstuk', 'nietVerwijtbaar']],
  ] as const)('%s vraagt naar %j', (omstandigheid, velden) => {
    const antwoord = vraag([{ omstandigheid }]);
    const ontbreekt = antwoord.uitkomst === 'onbekend' ? antwoord.ontbreekt : [];
    expect(ontbreekt.map((o) => o.feit)).toEqual(velden.map((v) => `omstandigheden.${v}`));
    expect(ontbreekt.at(-1)?.wegen).toHaveLength(4);
    expect(ontbreekt.at(-1)?.tekst).toContain('Van een omstandigheid ontbreekt of klopt niet');
  });

  it('vraagt bij alfabetisering naar de leerroute, en zonder soort naar de soort', () => {
    expect(vraag([rij('alfabetisering', '2025-01-01', '2025-06-30')])).toMatchObject({
      ontbreekt: [{ feit: 'leerroute' }],
    });
    expect(vraag([AANVAARD])).toMatchObject({
      ontbreekt: [{ feit: 'omstandigheden.omstandigheid' }],
    });
  });

  it('een laatste dag voor de eerste klopt niet; dezelfde dag wel', () => {
    expect(vraag([rij('dakloosheid', '2025-02-01', '2025-01-31')])).toMatchObject({
      ontbreekt: [{ feit: 'omstandigheden.laatsteDag' }],
    });
    expect(vraag([rij('dakloosheid', '2025-02-01', '2025-02-01')]).uitkomst).toBe(
      'niet-van-toepassing',
    );
  });

  it('een oordeel dat het verwijtbaar is weigert, ook als de rest onbekend is', () => {
    expect(uit([{ nietVerwijtbaar: false }])).toBe('niet-van-toepassing');
    expect(stappen([{ nietVerwijtbaar: false }])?.[0]).toContain('is de inburgeraar te verwijten');
    expect(stappen([{ bewijsstuk: false }])).toEqual([
      'Een omstandigheid: telt niet: het bewijs ontbreekt',
    ]);
    expect(stappen([baring('2027-03-16')])?.[0]).toContain('zij begon pas na de termijn');
    expect(stappen([ziek('2023-10-01', '2024-03-15')])?.[0]).toContain(
      'voorbij voordat de termijn begon',
    );
  });

  it('legt uit met wet, feiten en som', () => {
    const uitleg = vraag([baring('2025-06-01')]).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Laatste dag na verlenging',
      uitkomst: '5 juli 2027',
      grondslag: { artikel: 'Regeling inburgering 2021 art. 4.1', zekerheid: 'afgeleid' },
      stappen: [
        {
          uitkomst: '112 dagen',
          grondslag: { artikel: 'Regeling inburgering 2021 art. 4.1 lid 1 en 2 onder c' },
        },
        { titel: 'grond c', uitkomst: '15 maart 2027 + 112 dagen = 5 juli 2027' },
      ],
    });
    expect(uitleg.feiten?.map((x) => x.waarde)).toEqual(['16 maart 2024', '15 maart 2027', '1']);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    expect(vraag([]).uitleg().uitkomst).toBe('de termijn wordt niet langer');
  });
});

const dag = fc.integer({ min: 19_500, max: 21_500 }).map(vanEpochDag);
const rijen = fc.array(
  fc.record({
    omstandigheid: fc.constantFrom(...OMSTANDIGHEDEN.filter((o) => o !== 'geen tijdig aanbod')),
    begin: dag,
    lengte: fc.integer({ min: 0, max: 1500 }),
  }),
  { maxLength: 5 },
);
const alsRij = (r: {
  omstandigheid: (typeof OMSTANDIGHEDEN)[number];
  begin: Datum;
  lengte: number;
}): Rij => ({
  omstandigheid: r.omstandigheid,
  betreft: r.omstandigheid === 'bevalling' ? 'de inburgeraar' : 'partner',
  begin: r.begin,
  laatsteDag: plusDagen(r.begin, r.lengte),
  ...AANVAARD,
});

describe('verlenging: altijd', () => {
  it('verkort nooit, en de volgorde telt niet', () => {
    fc.assert(
      fc.property(rijen, (lijst) => {
        const waarde = uit(lijst.map(alsRij), { leerroute: 'B' });
        expect(uit(lijst.map(alsRij).reverse(), { leerroute: 'B' })).toEqual(waarde);
        if (typeof waarde === 'string') return;
        expect(waarde.laatsteDag > TERMIJN.laatsteDag).toBe(true);
        expect(waarde.laatsteDag).toBe(plusDagen(TERMIJN.laatsteDag, waarde.dagen));
      }),
    );
  });

  it('gaat per grond nooit over het hoogste', () => {
    const grenzen = { alfabetisering: 6, aanbieder: 6, dakloosheid: 24, bijzonder: 24 } as const;
    for (const [soort, maanden] of Object.entries(grenzen)) {
      const omstandigheid = soort as keyof typeof grenzen;
      fc.assert(
        fc.property(fc.array(fc.tuple(dag, fc.integer({ min: 92, max: 1500 }))), (lijst) => {
          const waarde = uit(
            lijst.map(([begin, lengte]) => alsRij({ omstandigheid, begin, lengte })),
            { leerroute: 'B' },
          );
          if (typeof waarde === 'string') return;
          expect(waarde.laatsteDag <= plusMaanden(TERMIJN.laatsteDag, maanden)).toBe(true);
        }),
      );
    }
  });

  it('perioden: een lege of omgekeerde valt weg', () => {
    const [een, twee, drie] = [datum('2025-01-01'), datum('2025-01-02'), datum('2025-01-03')];
    expect(voegSamen([een, twee].map((begin) => ({ begin, eind: een })))).toEqual([]);
    const los = [een, drie].map((begin) => ({ begin, eind: plusDagen(begin, 1) }));
    expect(eersteDagen(1, los)).toEqual(los.slice(0, 1));
  });

  it('perioden: samenvoegen telt elke dag één keer, de eerste n dagen zijn er n', () => {
    const periode = fc
      .tuple(dag, fc.integer({ min: 0, max: 400 }))
      .map(([begin, n]) => ({ begin, eind: plusDagen(begin, n) }));
    fc.assert(
      fc.property(
        fc.array(periode, { maxLength: 6 }),
        fc.integer({ min: 0, max: 900 }),
        (lijst, n) => {
          const los = new Set(
            lijst.flatMap((p) =>
              Array.from({ length: dagenTussen(p.begin, p.eind) }, (_, i) => plusDagen(p.begin, i)),
            ),
          );
          expect(telDagen(lijst)).toBe(los.size);
          expect(telDagen(eersteDagen(n, lijst))).toBe(Math.min(n, los.size));
          const delen = voegSamen(lijst);
          expect(delen.every((p, i) => i === 0 || p.begin > (delen[i - 1]?.eind ?? p.begin))).toBe(
            true,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
