import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import type { ZrouteUrenFeiten } from './velden.ts';
import { zrouteUren } from './z-route-uren.ts';

const ASIEL: ZrouteUrenFeiten = {
  doelgroep: 'Asielstatushouder',
  gevolgdeCursusuren: 500,
  gevolgdeParticipatieuren: 300,
  urenModuleMap: 40,
  urenPvt: 12,
};
const GEZINS: ZrouteUrenFeiten = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  gevolgdeCursusuren: 500,
};

function rest(f: ZrouteUrenFeiten) {
  const antwoord = zrouteUren(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  if (antwoord.uitkomst !== 'bepaald') return antwoord.uitkomst;
  return [antwoord.waarde.cursusurenTeGaan, antwoord.waarde.participatieTeGaan];
}

describe('z-route-uren: normen en aftrek (Besluit art. 3.14)', () => {
  it('vector 58: 800 cursus, MAP 40, PVT 12 en 748 participatie is precies genoeg', () => {
    const f = { ...ASIEL, gevolgdeCursusuren: 800, gevolgdeParticipatieuren: 748 };
    expect(zrouteUren(f)).toMatchObject({
      waarde: {
        normCursusuren: 800,
        meegeteldeCursusuren: 800,
        cursusurenTeGaan: 0,
        normParticipatie: 800,
        meegeteldeParticipatie: 800,
        participatieTeGaan: 0,
      },
    });
    expect(rest({ ...f, gevolgdeParticipatieuren: 747.5 })).toEqual([0, 0.5]);
    expect(rest({ ...f, gevolgdeCursusuren: 799, gevolgdeParticipatieuren: 749 })).toEqual([1, 0]);
  });

  it('vector 60: een gezins- of overige migrant heeft geen deel participatie', () => {
    expect(zrouteUren(GEZINS)).toMatchObject({
      waarde: { cursusurenTeGaan: 300, normParticipatie: 0, participatieTeGaan: 0 },
    });
    expect(rest({ ...GEZINS, urenBelastbaarheidParticipatieactiviteit: 100 })).toEqual([300, 0]);
  });

  it('MAP en PVT gaan altijd van de participatie af', () => {
    expect(rest(ASIEL)).toEqual([300, 448]);
    expect(rest({ ...ASIEL, urenModuleMap: 60 })).toEqual([300, 428]);
    expect(rest({ ...ASIEL, urenPvt: 20 })).toEqual([300, 440]);
  });

  it.each([
    ['cursusurenBredeIntake', [280, 448]],
    ['activiteitenBredeIntake', [300, 428]],
    ['activiteitenParticipatiewet', [300, 428]],
    ['activiteitenMaatschappelijkeBegeleiding', [300, 428]],
  ] as const)('%s gaat alleen af als het college dat doet', (feit, met) => {
    const f = { ...ASIEL, [feit]: 20 };
    expect(rest({ ...f, collegeTrektAf: true })).toEqual(met);
    expect(rest({ ...f, collegeTrektAf: false })).toEqual([300, 448]);
    expect(rest(f)).toEqual(['? collegeTrektAf']);
    expect(rest({ ...ASIEL, [feit]: 0 })).toEqual([300, 448]);
    const klaar = { ...f, gevolgdeCursusuren: 800, gevolgdeParticipatieuren: 748 };
    expect(rest(klaar)).toEqual([0, 0]);
  });

  it('een besluit over aftrek dat twee delen raakt wordt één keer gevraagd', () => {
    const f = { ...ASIEL, cursusurenBredeIntake: 5, activiteitenBredeIntake: 5 };
    expect(rest(f)).toEqual(['? collegeTrektAf']);
  });
});

describe('z-route-uren: opleiding die niet vrijstelt (art. 3.14 lid 9)', () => {
  const rij = (vanaf: string, uren = 100) => ({
    soort: 'entreeopleiding' as const,
    vanaf: datum(vanaf),
    uren,
  });
  const f: ZrouteUrenFeiten = {
    ...GEZINS,
    dagtekeningPip: datum('2025-06-01'),
    collegeTeltOpleidingMee: true,
  };

  it.each([
    ['2023-05-31', 300],
    ['2023-06-01', 200],
    ['2023-06-02', 200],
    ['2026-01-01', 200],
  ])('uren vanaf %s, twee jaar voor het PIP: nog %d te gaan', (vanaf, over) => {
    expect(rest({ ...f, opleidingen: [rij(vanaf)] })).toEqual([over, 0]);
  });

  it('alleen als het college ze meetelt; ontbreekt dat, dan is het onbekend', () => {
    const met = { ...f, opleidingen: [rij('2024-01-01')] };
    expect(rest({ ...met, collegeTeltOpleidingMee: false })).toEqual([300, 0]);
    expect(rest({ ...met, collegeTeltOpleidingMee: undefined })).toEqual([
      '? collegeTeltOpleidingMee',
    ]);
    expect(rest({ ...met, dagtekeningPip: undefined })).toEqual(['? dagtekeningPip']);
    expect(rest({ ...met, dagtekeningPip: undefined, collegeTeltOpleidingMee: undefined })).toEqual(
      ['? collegeTeltOpleidingMee', '? dagtekeningPip'],
    );
    expect(rest({ ...met, gevolgdeCursusuren: 800, dagtekeningPip: undefined })).toEqual([0, 0]);
  });

  it.each([
    [{ vanaf: datum('2024-01-01'), uren: 10 }],
    [{ soort: 'praktijkonderwijs' as const, uren: 10 }],
    [{ soort: 'praktijkonderwijs' as const, vanaf: datum('2024-01-01') }],
  ])('een rij die niet volledig is maakt het onbekend: %j', (onvolledig) => {
    expect(rest({ ...f, opleidingen: [onvolledig] })).toEqual(['? opleidingen']);
    const oud = { ...onvolledig, vanaf: datum('2020-01-01') };
    expect(rest({ ...f, opleidingen: [oud] })).toEqual([300, 0]);
  });

  it('zonder opleiding doet het besluit er niet toe', () => {
    expect(rest({ ...GEZINS, opleidingen: [] })).toEqual([300, 0]);
  });
});

describe('z-route-uren: lagere norm en ontheffing', () => {
  const beperkt = { auditieveOfVisueleBeperking: true, revalidatietraject: true };

  it('lagere norm alleen met beperking én revalidatietraject (Regeling art. 3.16 lid 2)', () => {
    const f = { ...GEZINS, lagereNormCursusuren: 600 };
    expect(rest({ ...f, ...beperkt })).toEqual([100, 0]);
    expect(rest({ ...f, ...beperkt, auditieveOfVisueleBeperking: false })).toEqual([300, 0]);
    expect(rest({ ...f, ...beperkt, revalidatietraject: false })).toEqual([300, 0]);
    expect(rest(f)).toEqual(['? auditieveOfVisueleBeperking', '? revalidatietraject']);
    expect(rest({ ...f, auditieveOfVisueleBeperking: true })).toEqual(['? revalidatietraject']);
    expect(rest({ ...f, revalidatietraject: false })).toEqual([300, 0]);
    expect(rest({ ...f, ...beperkt, lagereNormCursusuren: 900 })).toEqual([300, 0]);
    expect(rest({ ...GEZINS, ...beperkt })).toEqual([300, 0]);
  });

  it.each([
    [0, [300, 0]],
    [1, [300, 0]],
    [352, [300, 0]],
    [353, [300, 1]],
    [800, [300, 448]],
    [900, [300, 448]],
  ])('ontheffing met belastbaarheid %d', (uren, verwacht) => {
    expect(rest({ ...ASIEL, urenBelastbaarheidParticipatieactiviteit: uren })).toEqual(verwacht);
  });

  it('nul belastbaarheid vraagt geen enkel feit over participatie', () => {
    expect(rest({ gevolgdeCursusuren: 800, urenBelastbaarheidParticipatieactiviteit: 0 })).toEqual([
      0, 0,
    ]);
  });
});

describe('z-route-uren: wat ontbreekt, uitleg en eigenschappen', () => {
  it('noemt elk feit dat ontbreekt', () => {
    expect(rest({})).toEqual([
      '? gevolgdeCursusuren',
      '? doelgroep',
      '? gevolgdeParticipatieuren',
      '? urenModuleMap',
      '? urenPvt',
    ]);
  });

  it('legt norm, posten en som uit', () => {
    const uitleg = zrouteUren({
      ...ASIEL,
      cursusurenBredeIntake: 10,
      activiteitenParticipatiewet: 30,
      collegeTrektAf: true,
      lagereNormCursusuren: 700,
      auditieveOfVisueleBeperking: true,
      revalidatietraject: true,
      opleidingen: [{ soort: 'praktijkonderwijs', vanaf: datum('2024-01-01'), uren: 50 }],
      collegeTeltOpleidingMee: true,
      dagtekeningPip: datum('2025-06-01'),
      urenBelastbaarheidParticipatieactiviteit: 600,
    }).uitleg();
    expect(uitleg.uitkomst).toBe('nog 140 uur cursus en 218 uur participatie te gaan');
    expect(uitleg.stappen?.map((s) => `${s.titel} = ${s.uitkomst}`)).toEqual([
      'Norm cursusuren = 700 uur',
      'Gevolgde cursusuren = 500 uur',
      'NT2 of KNM in de brede intake = 10 uur',
      'Taal en KNM in een opleiding die niet vrijstelt, vanaf 1 juni 2023 = 50 uur',
      '700 uur − 560 uur, nooit minder dan nul = nog 140 uur te gaan',
      'Norm participatie = 600 uur',
      'Gevolgde participatie = 300 uur',
      'Module MAP = 40 uur',
      'PVT = 12 uur',
      'Activiteiten op grond van de Participatiewet = 30 uur',
      '600 uur − 382 uur, nooit minder dan nul = nog 218 uur te gaan',
    ]);
    expect(
      uitleg.stappen?.map((s) => s.grondslag?.artikel.replace('Besluit inburgering 2021 ', '')),
    ).toEqual([
      'art. 3.14 lid 2 onder a',
      'art. 3.14 lid 2 onder a',
      'art. 3.14 lid 6',
      'art. 3.14 lid 9 en 10',
      undefined,
      'art. 3.14 lid 2 onder b en lid 3',
      'art. 3.14 lid 2 onder b en lid 3',
      'art. 3.14 lid 5',
      'art. 3.14 lid 5',
      'art. 3.14 lid 6',
      undefined,
    ]);
    expect(uitleg.stappen?.[0]?.stappen).toMatchObject([
      {
        titel: 'Lagere norm wegens een auditieve of visuele beperking',
        uitkomst: '700 uur',
        grondslag: { artikel: 'Regeling inburgering 2021 art. 3.16 lid 2' },
      },
    ]);
    expect(uitleg.stappen?.[5]?.stappen).toMatchObject([
      { uitkomst: 'ten hoogste 600 uur', grondslag: { zekerheid: 'ontwerp' } },
    ]);
    expect(uitleg.stappen?.[3]?.grondslag?.zekerheid).toBe('onbevestigd');
  });

  it('zegt waarom een norm nul is of niet lager wordt', () => {
    const eerste = (f: ZrouteUrenFeiten, deel: string) =>
      zrouteUren(f)
        .uitleg()
        .stappen?.find((s) => s.titel === deel)?.stappen?.[0];
    expect(eerste(GEZINS, 'Norm participatie')?.titel).toBe('Alleen voor asielstatushouders');
    const nul = { ...ASIEL, urenBelastbaarheidParticipatieactiviteit: 0 };
    expect(eerste(nul, 'Norm participatie')?.uitkomst).toBe('geen participatie');
    const geen = { ...GEZINS, lagereNormCursusuren: 600, revalidatietraject: false };
    expect(eerste(geen, 'Norm cursusuren')?.titel).toContain('geldt niet');
    expect(eerste(ASIEL, 'Norm cursusuren')).toBeUndefined();
  });

  it('meer uren geven nooit meer te gaan, en nooit minder dan nul', () => {
    const n = fc.integer({ min: 0, max: 1200 });
    fc.assert(
      fc.property(n, n, fc.nat(60), fc.nat(30), fc.nat(200), (cursus, part, map, pvt, extra) => {
        const f = {
          ...ASIEL,
          gevolgdeCursusuren: cursus,
          gevolgdeParticipatieuren: part,
          urenModuleMap: map,
          urenPvt: pvt,
        };
        const nu = rest(f) as number[];
        const meer = rest({
          ...f,
          gevolgdeCursusuren: cursus + extra,
          gevolgdeParticipatieuren: part + extra,
        }) as number[];
        for (const i of [0, 1]) {
          expect(nu[i]).toBeGreaterThanOrEqual(0);
          expect(meer[i]).toBeLessThanOrEqual(nu[i] ?? -1);
        }
        expect(nu[1]).toBe(Math.max(0, 800 - part - map - pvt));
      }),
    );
  });
});
