import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type ZrouteExamenFeiten, zrouteExamen } from './z-route-examen.ts';

const GOED: ZrouteExamenFeiten = {
  onderdeel: 'lezen',
  wens: true,
  inStaat: true,
  staatInPip: true,
};

function kort(f: ZrouteExamenFeiten) {
  const antwoord = zrouteExamen(f);
  if (antwoord.uitkomst === 'voldoet-niet') return antwoord.redenen.map((r) => r.code);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst;
}

describe('z-route-examen (Besluit art. 3.14 lid 7)', () => {
  it('een taalonderdeel kan sinds 2022, zonder datum', () => {
    expect(kort(GOED)).toBe('voldoet');
    expect(kort({ ...GOED, dagtekeningPip: datum('2022-02-01') })).toBe('voldoet');
    expect(zrouteExamen(GOED).uitleg().uitkomst).toBe('de persoon mag het examen lezen doen');
  });

  it.each([
    ['2022-12-31', ['z-route-examen-onderdeel']],
    ['2023-01-01', 'voldoet'],
    ['2023-01-02', 'voldoet'],
    ['2021-12-31', ['z-route-examen-onderdeel']],
  ])('KNM in een PIP van %s: %j', (dag, verwacht) => {
    expect(kort({ ...GOED, onderdeel: 'KNM', dagtekeningPip: datum(dag) })).toEqual(verwacht);
  });

  it('noemt alle redenen', () => {
    const antwoord = zrouteExamen({
      onderdeel: 'KNM',
      wens: false,
      inStaat: false,
      staatInPip: false,
      dagtekeningPip: datum('2022-05-01'),
    });
    expect(antwoord).toMatchObject({
      redenen: [
        { veld: 'wens', tekst: expect.stringContaining('vrijwillig') },
        { veld: 'inStaat' },
        { veld: 'staatInPip' },
        { veld: 'onderdeel', grondslag: { geldigVanaf: '2023-01-01' } },
      ],
    });
  });

  it('noemt wat ontbreekt', () => {
    expect(kort({})).toEqual(['? onderdeel', '? wens', '? inStaat', '? staatInPip']);
    expect(kort({ ...GOED, onderdeel: 'KNM' })).toEqual(['? dagtekeningPip']);
    const antwoord = zrouteExamen({ ...GOED, inStaat: undefined });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('zegt dat het examen niet verplicht is', () => {
    const uitleg = zrouteExamen(GOED).uitleg();
    expect(uitleg.stappen?.[0]?.titel).toContain('Verplicht');
    expect(uitleg.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 3.14 lid 7');
  });
});
