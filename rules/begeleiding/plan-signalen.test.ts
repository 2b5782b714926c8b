import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../stand/feiten.ts';
import { feit, plichtigeAsielstatushouder } from '../stand/proefdossier.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';

type Afspraak = FeitInhoud['plan-afspraak'];

const afspraak = (v: Partial<Afspraak> = {}, dag = '2026-11-01') =>
  feit(
    'plan-afspraak',
    {
      planId: 'a',
      leefgebied: 'werk',
      wat: 'Bellen met de werkgever',
      wie: { soort: 'partner', naam: 'Buurthuis' },
      grondslag: 'vrijwillig',
      staat: 'open',
      ...v,
    },
    dag,
  );

function signalen(feiten: Feit[], dag: string) {
  const stand = bepaalStand(
    [...plichtigeAsielstatushouder(), ...feiten],
    STANDAARD_BELEID,
    datum(dag),
  );
  const plan = stand.signalen.filter((s) => s.id.startsWith('pla') || s.id.startsWith('partner'));
  return { ids: plan.map((s) => s.id), teksten: plan.map((s) => s.tekst), stand };
}

describe('signalen van het plan', () => {
  const tot = afspraak({ uiterlijk: datum('2026-11-20') });

  it.each([
    ['2026-11-19', []],
    ['2026-11-20', []],
    ['2026-11-21', ['plan-afspraak-voorbij']],
  ])('een afspraak uiterlijk op 20 november geeft op %s: %j', (dag, ids) => {
    expect(signalen([tot], dag).ids).toEqual(ids);
  });

  it('de nacht na de laatste dag verandert de Stand', () => {
    expect(signalen([tot], '2026-11-20').stand.volgendeWijziging).toBe('2026-11-21');
  });

  it.each(['gedaan', 'vervallen'] as const)('een afspraak die is %s zwijgt', (staat) => {
    expect(
      signalen(
        [tot, afspraak({ uiterlijk: datum('2026-11-20'), staat }, '2026-11-18')],
        '2026-12-01',
      ).ids,
    ).toEqual([]);
  });

  it('noemt de oudste afspraak, en hoeveel er meer zijn', () => {
    const tweede = afspraak({ planId: 'b', wat: 'Formulier', uiterlijk: datum('2026-11-10') });
    expect(signalen([tot, tweede], '2026-12-01').teksten).toEqual([
      'De afspraak “Formulier” (Buurthuis) had klaar moeten zijn op 10 november 2026. En nog 1.',
    ]);
  });

  it.each([
    ['lukt-niet', ['Buurthuis: het lukt niet bij “Bellen met de werkgever”.']],
    ['vraag', ['Buurthuis: er is een vraag bij “Bellen met de werkgever”.']],
  ] as const)('een antwoord “%s” vraagt aandacht tot de gemeente reageert', (uitkomst, teksten) => {
    const antwoord = afspraak({ antwoord: { uitkomst, op: datum('2026-11-02') } }, '2026-11-02');
    expect(signalen([afspraak(), antwoord], '2026-11-03').teksten).toEqual(teksten);
    expect(signalen([afspraak(), antwoord, afspraak({}, '2026-11-03')], '2026-11-03').ids).toEqual(
      [],
    );
  });
});
