import { describe, expect, it } from 'vitest';
import { type OnderwijsrouteFeiten, onderwijsrouteAfronding } from './onderwijsroute-afronding.ts';

type Rij = NonNullable<OnderwijsrouteFeiten['behaaldeOnderdelen']>[number];
const ALLES: Rij[] = [
  { onderdeel: 'lezen', niveau: 'B1' },
  { onderdeel: 'luisteren', niveau: 'B2' },
  { onderdeel: 'schrijven', niveau: 'B1' },
  { onderdeel: 'spreken', niveau: 'B1' },
  { onderdeel: 'KNM' },
];
const ZAKT = { taalschakeltrajectBehaald: false, diplomaErkenning: true };

function kort(f: OnderwijsrouteFeiten) {
  const antwoord = onderwijsrouteAfronding(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.veld);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('onderwijsroute-afronding (Wi2021 art. 8)', () => {
  it('het taalschakeltraject aan een erkende instelling is genoeg', () => {
    const f = { taalschakeltrajectBehaald: true, diplomaErkenning: true };
    expect(kort(f)).toBe('voldoet');
    const uitleg = onderwijsrouteAfronding(f).uitleg();
    expect(uitleg.uitkomst).toBe('de onderwijsroute is behaald');
    expect(uitleg.grondslag?.artikel).toBe('Wet inburgering 2021 art. 8 lid 1 en 2');
    const beide = onderwijsrouteAfronding({ ...f, behaaldeOnderdelen: ALLES }).uitleg();
    expect(beide.grondslag?.artikel).toBe('Wet inburgering 2021 art. 8 lid 1 en 2');
    expect(beide.uitkomst).toBe('de onderwijsroute is behaald');
  });

  it('zonder traject telt B1 op alle onderdelen en KNM (lid 4), in elke volgorde', () => {
    for (const lijst of [ALLES, ALLES.toReversed()]) {
      expect(kort({ ...ZAKT, behaaldeOnderdelen: lijst })).toBe('voldoet');
    }
    expect(kort({ behaaldeOnderdelen: ALLES })).toBe('voldoet');
    const uitleg = onderwijsrouteAfronding({ behaaldeOnderdelen: ALLES }).uitleg();
    expect(uitleg.grondslag?.artikel).toBe('Wet inburgering 2021 art. 8 lid 4');
    expect(uitleg.uitkomst).toBe('het inburgeringsexamen is behaald: B1 en KNM zijn gehaald');
  });

  it.each(ALLES.map((r, i) => [r.onderdeel, i] as const))('zonder %s niet', (naam, i) => {
    const behaaldeOnderdelen = ALLES.filter((_, j) => j !== i);
    const antwoord = onderwijsrouteAfronding({ ...ZAKT, behaaldeOnderdelen });
    expect(antwoord).toMatchObject({
      redenen: [
        { veld: 'taalschakeltrajectBehaald' },
        {
          tekst: `Voor het inburgeringsexamen is nog open: ${naam} (taal op ten minste B1).`,
          grondslag: { artikel: 'Wet inburgering 2021 art. 8 lid 4' },
        },
      ],
    });
  });

  it('A2 is niet genoeg; een onbekend niveau of onderdeel maakt het onbekend', () => {
    const met = (rij: Rij) => kort({ ...ZAKT, behaaldeOnderdelen: [rij, ...ALLES.slice(1)] });
    expect(met({ onderdeel: 'lezen', niveau: 'A2' })).toEqual([
      'taalschakeltrajectBehaald',
      'behaaldeOnderdelen',
    ]);
    expect(met({ onderdeel: 'lezen' })).toEqual(['? behaaldeOnderdelen']);
    expect(met({ niveau: 'B1' })).toEqual(['? behaaldeOnderdelen']);
    expect(met({ niveau: 'A2' })).toHaveLength(2);
    const knm: Rij[] = [...ALLES.slice(0, 4), { onderdeel: 'KNM', niveau: 'A2' }];
    expect(kort({ ...ZAKT, behaaldeOnderdelen: knm })).toBe('voldoet');
    const leeg: Rij[] = [...ALLES.slice(0, 4), { niveau: 'A2' }];
    expect(kort({ ...ZAKT, behaaldeOnderdelen: leeg })).toEqual(['? behaaldeOnderdelen']);
  });

  it('een traject zonder diploma-erkenning telt niet, met alle redenen', () => {
    expect(
      kort({ taalschakeltrajectBehaald: true, diplomaErkenning: false, behaaldeOnderdelen: [] }),
    ).toEqual(['diplomaErkenning', 'behaaldeOnderdelen']);
    expect(
      kort({ taalschakeltrajectBehaald: false, diplomaErkenning: false, behaaldeOnderdelen: [] }),
    ).toEqual(['taalschakeltrajectBehaald', 'diplomaErkenning', 'behaaldeOnderdelen']);
  });

  it('noemt wat ontbreekt', () => {
    expect(kort({})).toEqual([
      '? taalschakeltrajectBehaald',
      '? diplomaErkenning',
      '? behaaldeOnderdelen',
    ]);
    expect(kort({ taalschakeltrajectBehaald: true, behaaldeOnderdelen: [] })).toEqual([
      '? diplomaErkenning',
    ]);
    expect(kort({ diplomaErkenning: true, behaaldeOnderdelen: [] })).toEqual([
      '? taalschakeltrajectBehaald',
    ]);
    expect(kort(ZAKT)).toEqual(['? behaaldeOnderdelen']);
    expect(kort({ diplomaErkenning: false })).toEqual(['? behaaldeOnderdelen']);
  });

  it('zegt dat MAP niet geldt en PVT wel (vector 64), en dat de omvang een richtlijn is', () => {
    const stappen = onderwijsrouteAfronding({ behaaldeOnderdelen: ALLES }).uitleg().stappen;
    expect(stappen).toMatchObject([
      {
        titel: 'MAP',
        uitkomst: 'geldt niet in de onderwijsroute',
        grondslag: { artikel: 'Wet inburgering 2021 art. 8 lid 3' },
      },
      { titel: 'PVT', uitkomst: 'geldt wel en staat hier los van' },
      { grondslag: { zekerheid: 'onbevestigd' } },
    ]);
    expect(stappen?.[2]?.uitkomst).toContain('1.000 uur taal en 500 uur');
  });
});
