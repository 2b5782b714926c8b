import { describe, expect, it } from 'vitest';
import { INTAKE_ONDERDELEN } from '../brede-intake/onderdelen.ts';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit } from '../stand/feiten.ts';
import {
  aangenomen,
  feit,
  plichtigeAsielstatushouder,
  vastgesteld,
} from '../stand/proefdossier.ts';
import { STANDAARD_BELEID, toonStand } from '../stand/stand.ts';

const DAG = '2026-10-20';
const basis = plichtigeAsielstatushouder();
const verplichting = (
  feiten: Feit[],
  id: string,
  { dag = DAG, beleid = STANDAARD_BELEID, van = basis } = {},
) =>
  toonStand(
    bepaalStand([...van, ...feiten], beleid, datum(dag)).verplichtingen.find((v) => v.id === id),
  );

const vorige = feit(
  'pip-vorige-gemeente',
  { gemeentecode: '9009', dagtekening: datum('2026-05-01'), leerroute: 'B' },
  '2026-09-10',
  { bron: 'duo' },
);
const toets = feit(
  'leerbaarheidstoets',
  {
    resultaat: 'B1-route haalbaar',
    behaald: 4120,
    benodigd: 3500,
    geregistreerdOp: datum('2026-10-01'),
  },
  '2026-10-01',
  { bron: 'duo' },
);
const ontheffing = feit(
  'leerbaarheidstoets-ontheffing',
  { grond: 'visueel', toelichting: 'kan de toets niet lezen' },
  '2026-10-01',
);
const afgerond = (zonderPersoon: boolean) =>
  feit('intake-afgerond', { zonderPersoon }, '2026-10-15');
const antwoorden = INTAKE_ONDERDELEN.filter((o) => o.vorm === 'antwoord' && o.eis === 'wet')
  .filter((o) => o.id !== 'vve')
  .map((o) =>
    feit('intake-antwoord', { onderdeel: o.id, vraag: 'vraag', waarde: 'antwoord' }, '2026-10-02'),
  );
const besproken = [
  feit('gezondheid-besproken', { besproken: true }, '2026-10-02'),
  feit('privegesprek', { aangeboden: true }, '2026-10-02'),
];
const NA_VERHUIZING =
  'niet van toepassing: er is een PIP van de vorige gemeente; de leerroute blijft gelijk';

describe('brede intake', () => {
  const intake = (...feiten: Feit[]) => verplichting(feiten, 'brede-intake');
  const wettelijk = INTAKE_ONDERDELEN.filter((o) => o.eis === 'wet' && o.id !== 'vve');

  it('noemt elk wettelijk onderdeel dat ontbreekt en telt wat er is', () => {
    const leeg = intake();
    expect(leeg?.ontbreekt.map((r) => r.code)).toEqual(wettelijk.map((o) => `intake-${o.id}`));
    expect(leeg).toMatchObject({
      staat: 'open',
      voortgang: { is: 0, moet: wettelijk.length, eenheid: 'onderdelen' },
      uitleg: { grondslag: { regel: 'intake-volledig' } },
    });
    expect(intake(...besproken)).toMatchObject({
      staat: 'open',
      voortgang: { is: 2, moet: wettelijk.length },
      uitleg: { uitkomst: `2 van ${wettelijk.length} onderdelen vastgelegd` },
    });
  });

  it.each([
    ['een uitslag', toets],
    ['een ontheffing', ontheffing],
  ])('volledig met %s: alleen afronden is nog nodig', (_, uitslag) => {
    expect(intake(...antwoorden, ...besproken)?.ontbreekt).toMatchObject([
      { code: 'intake-leerbaarheidstoets' },
    ]);
    expect(intake(...antwoorden, ...besproken, uitslag)).toMatchObject({
      staat: 'open',
      ontbreekt: [
        {
          code: 'intake-afronden',
          tekst: expect.stringContaining('rond de intake af'),
          grondslag: { regel: 'intake-volledig' },
        },
      ],
      voortgang: { is: wettelijk.length, moet: wettelijk.length },
    });
  });

  it('is klaar zodra zij is afgerond, en anders met het eerste PIP; de dag staat erbij', () => {
    const klaar = (dag: string, feitId: string | undefined) => ({
      staat: 'voldaan',
      ontbreekt: [],
      uitleg: { feiten: [{ naam: 'Afgerond', waarde: dag, feitId }] },
    });
    const af = afgerond(false);
    const pip = vastgesteld('2026-10-18', 'B');
    expect(intake(af)).toMatchObject(klaar('15 oktober 2026', af.id));
    expect(intake(pip)).toMatchObject(klaar('18 oktober 2026', pip.id));
    expect(intake(af, pip)).toMatchObject(klaar('15 oktober 2026', af.id));
    expect(intake(vorige, af)).toMatchObject(klaar('15 oktober 2026', af.id));
  });

  it('hoeft niet na een verhuizing met PIP', () => {
    expect(intake(vorige)).toMatchObject({
      staat: 'niet-van-toepassing',
      ontbreekt: [],
      uitleg: { uitkomst: NA_VERHUIZING },
    });
  });

  it('lokaal beleid maakt ook de onderwerpen van gemeenten nodig', () => {
    const beleid = { ...STANDAARD_BELEID, intakeOnderwerpenVerplicht: true };
    const onderwerpen = INTAKE_ONDERDELEN.filter((o) => o.eis === 'onderwerp');
    expect(onderwerpen.length).toBeGreaterThan(0);
    expect(verplichting([], 'brede-intake', { beleid })?.voortgang?.moet).toBe(
      wettelijk.length + onderwerpen.length,
    );
  });
});

describe('leerbaarheidstoets', () => {
  const van = (...feiten: Feit[]) => verplichting(feiten, 'leerbaarheidstoets');
  const nietNodig = (waarom: string) => ({
    staat: 'niet-van-toepassing',
    ontbreekt: [],
    uitleg: { uitkomst: waarom, grondslag: { regel: 'leerbaarheidstoets' } },
  });

  it('is open zolang er geen uitslag is', () => {
    for (const v of [van(), van(afgerond(false))]) {
      expect(v).toMatchObject({ staat: 'open', ontbreekt: [{ code: 'leerbaarheidstoets' }] });
    }
    expect(van()?.ontbreekt[0]?.tekst).toContain('geen uitslag');
    expect(Object.keys(van()?.uitleg ?? {})).toEqual(['titel', 'uitkomst', 'grondslag']);
    expect(Object.keys(van(afgerond(true))?.uitleg ?? {})).toEqual([
      'titel',
      'uitkomst',
      'grondslag',
    ]);
  });

  it('met een uitslag is zij voldaan, wat er verder ook is', () => {
    for (const v of [van(toets), van(toets, ontheffing, vorige, afgerond(true))]) {
      expect(v).toMatchObject({
        staat: 'voldaan',
        ontbreekt: [],
        uitleg: {
          uitkomst: 'voldaan',
          feiten: [{ naam: 'Uitslag', waarde: 'B1-route haalbaar', feitId: toets.id }],
        },
      });
    }
  });

  it('zegt waarom zij niet nodig is; een ontheffing gaat voor', () => {
    const pip = vastgesteld('2026-10-18', 'B');
    expect(van(ontheffing, vorige)).toMatchObject(
      nietNodig('niet van toepassing: ontheffing (visueel)'),
    );
    expect(van(vorige, pip)).toMatchObject(nietNodig(NA_VERHUIZING));
    expect(van(pip, afgerond(true))).toMatchObject(
      nietNodig('niet van toepassing: het PIP is vastgesteld zonder uitslag'),
    );
    expect(van(afgerond(true))).toMatchObject(
      nietNodig('niet van toepassing: intake afgerond zonder de persoon'),
    );
  });
});

describe('het PIP', () => {
  const van = (...feiten: Feit[]) => verplichting(feiten, 'pip', { dag: '2027-02-01' });
  const pip = vastgesteld('2026-11-02', 'B');
  const bijDuo = (staat: 'geaccepteerd' | 'geweigerd') =>
    feit('pip-bij-duo', { pipId: 'pip-1', staat }, '2026-11-03', { bron: 'duo' });
  const termijn = (start: string) =>
    feit('inburgeringstermijn', { start: datum(start), eind: datum('2029-11-03') }, '2026-11-05', {
      bron: 'duo',
    });
  const dagtekening = { naam: 'Dagtekening', waarde: '2 november 2026', feitId: pip.id };

  it('moet eerst worden vastgesteld, en na intrekking opnieuw', () => {
    expect(van()).toMatchObject({ staat: 'open', ontbreekt: [{ code: 'pip-vaststellen' }] });
    expect(van()?.ontbreekt[0]?.tekst).toContain('nog niet vastgesteld');
    const intrekking = { pipId: 'pip-1', op: datum('2027-01-05'), reden: 'fout' };
    const weg = van(pip, feit('pip-ingetrokken', intrekking, '2027-01-05'));
    expect(weg?.ontbreekt).toMatchObject([{ code: 'pip-vaststellen' }]);
    expect(weg?.ontbreekt[0]?.tekst).toContain('ingetrokken');
  });

  it('wacht daarna op DUO, ook na een weigering', () => {
    const open = { staat: 'open', ontbreekt: [{ code: 'pip-bij-duo' }] };
    expect(van(pip)).toMatchObject({ ...open, uitleg: { feiten: [dagtekening] } });
    expect(van(pip)?.ontbreekt[0]?.tekst).toContain('nog niet aangenomen');
    expect(van(pip, bijDuo('geweigerd'))).toMatchObject(open);
    expect(van(pip, bijDuo('geweigerd'))?.ontbreekt[0]?.tekst).toContain('geweigerd');
  });

  it('is af als DUO het aanneemt', () => {
    expect(van(pip, aangenomen('2026-11-03'))).toMatchObject({
      staat: 'voldaan',
      ontbreekt: [],
      uitleg: { feiten: [dagtekening], grondslag: { regel: 'pip-inhoud' } },
    });
  });

  it.each([
    ['2026-11-01', 'open'],
    ['2026-11-02', 'open'],
    ['2026-11-03', 'voldaan'],
  ])('een termijn van DUO die op %s begint: %s', (start, staat) => {
    expect(van(pip, termijn(start))?.staat).toBe(staat);
    // DUO's eigen antwoord op het PIP gaat voor de termijn.
    expect(van(pip, termijn(start), bijDuo('geweigerd'))?.staat).toBe('open');
    // Na een verhuizing met PIP hoort de termijn bij het PIP van de vorige gemeente.
    expect(van(vorige, pip, termijn(start))?.staat).toBe('open');
  });
});
