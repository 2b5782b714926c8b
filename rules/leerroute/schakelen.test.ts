import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { laatsteDagSchakelen, type SchakelFeiten, schakelen } from './schakelen.ts';

const BASIS: SchakelFeiten = {
  vanLeerroute: 'B',
  naarLeerroute: 'Z',
  voortgang: 'minder dan verwacht',
  begindatumInburgeringstermijn: datum('2024-03-16'),
  datumWijziging: datum('2025-09-15'),
};
const LAAT: SchakelFeiten = {
  ...BASIS,
  datumWijziging: datum('2026-06-01'),
  nietVrijstellendeOpleiding: false,
  bijzonderGeval: false,
};

function kort(f: SchakelFeiten) {
  const antwoord = schakelen(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('schakelen (Besluit art. 5.4 lid 1–3)', () => {
  it.each([
    ['2025-09-14', 'voldoet'],
    ['2025-09-15', 'voldoet'],
    ['2025-09-16', ['schakelen-te-laat']],
  ])('anderhalf jaar vanaf 16 maart 2024, op %s', (dag, verwacht) => {
    expect(kort({ ...LAAT, datumWijziging: datum(dag) })).toEqual(verwacht);
  });

  it.each([
    ['2024-03-01', '2025-08-31'],
    ['2022-08-31', '2024-02-29'],
    ['2022-09-01', '2024-02-29'],
    ['2022-08-30', '2024-02-29'],
    ['2023-09-01', '2025-02-28'],
    ['2024-02-29', '2025-08-28'],
    ['2024-01-01', '2025-06-30'],
  ])('begin %s geeft als laatste dag %s', (begin, laatste) => {
    expect(laatsteDagSchakelen(datum(begin))).toBe(laatste);
  });

  it('een later begin geeft nooit een vroegere laatste dag', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_993, max: 25_000 }).map(vanEpochDag), (begin) => {
        const [nu, later] = [laatsteDagSchakelen(begin), laatsteDagSchakelen(plusDagen(begin, 1))];
        expect(later >= nu).toBe(true);
        expect(nu > plusDagen(begin, 540) && nu < plusDagen(begin, 552)).toBe(true);
      }),
    );
  });

  it('vector 56: van de onderwijsroute naar B1 kan altijd, ook zonder datums', () => {
    const f = { ...LAAT, vanLeerroute: 'O', naarLeerroute: 'B' } as const;
    expect(kort(f)).toBe('voldoet');
    expect(kort({ vanLeerroute: 'O', naarLeerroute: 'B', voortgang: 'minder dan verwacht' })).toBe(
      'voldoet',
    );
    expect(schakelen(f).uitleg().stappen?.[0]).toMatchObject({ uitkomst: 'kan altijd' });
    expect(kort({ ...f, vanLeerroute: 'B', naarLeerroute: 'O' })).toEqual(['schakelen-te-laat']);
    expect(kort({ ...f, vanLeerroute: 'Z' })).toEqual(['schakelen-te-laat']);
    expect(kort({ ...f, naarLeerroute: 'Z' })).toEqual(['schakelen-te-laat']);
  });

  it.each([
    ['2025-09-15', ['schakelen-te-laat'], 'geëindigd binnen de anderhalf jaar'],
    ['2025-09-16', 'voldoet', 'een dag erna'],
    ['2026-05-31', 'voldoet', 'de dag voor de wijziging'],
    ['2026-06-01', 'voldoet', 'op de dag van de wijziging'],
    ['2026-06-02', ['schakelen-te-laat'], 'na de wijziging'],
  ])('opleiding die niet vrijstelt tot %s: %j (%s)', (einde, verwacht, _) => {
    const f = {
      ...LAAT,
      nietVrijstellendeOpleiding: true,
      datumEindeNietVrijstellendeOpleiding: datum(einde),
    };
    expect(kort(f)).toEqual(verwacht);
    expect(kort({ ...f, nietVrijstellendeOpleiding: false })).toEqual(['schakelen-te-laat']);
  });

  it.each([
    ['2022-12-31', ['schakelen-te-laat']],
    ['2023-01-01', 'voldoet'],
    ['2023-01-02', 'voldoet'],
  ])('de uitzondering na een opleiding bestaat sinds 2023: wijziging op %s', (dag, verwacht) => {
    const f = {
      ...LAAT,
      begindatumInburgeringstermijn: datum('2021-06-01'),
      datumWijziging: datum(dag),
      nietVrijstellendeOpleiding: true,
      datumEindeNietVrijstellendeOpleiding: datum('2022-12-15'),
    };
    expect(kort(f)).toEqual(verwacht);
    const open = {
      ...f,
      nietVrijstellendeOpleiding: undefined,
      datumEindeNietVrijstellendeOpleiding: undefined,
    };
    expect(kort(open)).toEqual(
      verwacht === 'voldoet'
        ? ['? nietVrijstellendeOpleiding', '? datumEindeNietVrijstellendeOpleiding']
        : ['schakelen-te-laat'],
    );
  });

  it('een bijzonder geval is het oordeel van het college', () => {
    expect(kort({ ...LAAT, bijzonderGeval: true })).toBe('voldoet');
    const antwoord = schakelen({ ...LAAT, bijzonderGeval: undefined });
    expect(antwoord).toMatchObject({ ontbreekt: [{ feit: 'bijzonderGeval' }] });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(3);
    expect(schakelen({ ...LAAT, bijzonderGeval: true }).uitleg().stappen?.[0]).toMatchObject({
      titel: 'Bijzonder geval',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 5.4 lid 3' },
    });
  });

  it('noemt wat ontbreekt', () => {
    expect(kort({})).toEqual([
      '? vanLeerroute',
      '? naarLeerroute',
      '? voortgang',
      '? begindatumInburgeringstermijn',
      '? datumWijziging',
    ]);
    expect(kort({ ...BASIS, datumWijziging: undefined })).toEqual(['? datumWijziging']);
    expect(kort({ ...LAAT, nietVrijstellendeOpleiding: true })).toEqual([
      '? datumEindeNietVrijstellendeOpleiding',
    ]);
    const open = { ...LAAT, nietVrijstellendeOpleiding: undefined, bijzonderGeval: undefined };
    expect(kort(open)).toEqual([
      '? nietVrijstellendeOpleiding',
      '? datumEindeNietVrijstellendeOpleiding',
      '? bijzonderGeval',
    ]);
    const voortgang = schakelen({ ...BASIS, voortgang: undefined });
    expect(voortgang.uitkomst === 'onbekend' && voortgang.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('weigert zonder wissel en zonder andere voortgang, en noemt alle redenen', () => {
    expect(kort({ vanLeerroute: 'B', naarLeerroute: 'B' })).toEqual(['schakelen-zelfde-route']);
    expect(kort({ ...LAAT, voortgang: 'zoals verwacht' })).toEqual([
      'schakelen-voortgang',
      'schakelen-te-laat',
    ]);
    expect(kort({ ...BASIS, voortgang: 'meer dan verwacht' })).toBe('voldoet');
  });

  it('legt uit tot wanneer het kon en dat het PIP wijzigt', () => {
    const uitleg = schakelen(BASIS).uitleg();
    expect(uitleg.uitkomst).toBe('wisselen van de B1-route naar de Z-route mag');
    expect(uitleg.grondslag).toMatchObject({
      artikel: 'Besluit inburgering 2021 art. 5.4 lid 1',
      zekerheid: 'afgeleid',
    });
    expect(uitleg.stappen).toMatchObject([
      { uitkomst: 'tot en met 15 september 2025' },
      { grondslag: { artikel: 'Besluit inburgering 2021 art. 5.3 lid 6' } },
    ]);
    expect(schakelen(LAAT)).toMatchObject({
      redenen: [{ tekst: 'Wisselen kon tot en met 15 september 2025 en er is geen uitzondering.' }],
    });
    const opleiding = schakelen({
      ...LAAT,
      nietVrijstellendeOpleiding: true,
      datumEindeNietVrijstellendeOpleiding: datum('2026-02-01'),
    }).uitleg();
    expect(opleiding.stappen?.[0]).toMatchObject({
      uitkomst: 'geëindigd op 1 februari 2026, na de anderhalf jaar tot en met 15 september 2025',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 5.4 lid 2', geldigVanaf: '2023-01-01' },
    });
  });
});
