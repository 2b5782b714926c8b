import { describe, expect, it } from 'vitest';
import { beleidOp } from '../beleid/beleid-op.ts';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import type { Feit } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import { lees } from '../stand/lezing.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../stand/proefdossier.ts';
import { inspanningen, weekFeiten } from '../week/lees-week.ts';
import { afwegingFeiten, leeftijdOp } from './lees-afweging.ts';

const DAG = datum('2026-11-20');
const BELEID = { ...beleidOp([], DAG), lesurenB1Route: 600 };

function lezing(feiten: Feit[]) {
  const klok = klokOp(DAG);
  return lees(kiesGeldend([...plichtigeAsielstatushouder(), ...feiten], klok), klok, BELEID);
}
const van = (...feiten: Feit[]) => afwegingFeiten(lezing(feiten), {}, BELEID, DAG);
const antwoord = (vraag: string, waarde: string | number | boolean, onderdeel = 'opleiding') =>
  feit('intake-antwoord', { onderdeel, vraag, waarde }, '2026-10-01', { door: 'Noor de Wit' });
const week = { zelfstudie: 4, werk: 16, reizen: 3, zorg: 10 };

describe('de feiten van het dossier', () => {
  it('komen met bron en dag', () => {
    const f = van(antwoord('opleiding-hoogste', 'beroepsopleiding'));
    expect(f.opleiding).toMatchObject({
      waarde: 'beroepsopleiding',
      bron: 'Noor de Wit',
      datum: '2026-10-01',
    });
    expect(f.doelgroep).toBe('Asielstatushouder');
  });

  it('een antwoord van een andere soort telt niet', () => {
    const f = van(antwoord('opleiding-jaren', 'twaalf'), antwoord('opleiding-hoogste', '  '));
    expect([f.schooljaren, f.opleiding]).toEqual([undefined, undefined]);
  });

  it('de wens is wat de persoon zelf zei, in het Nederlands als dat er is', () => {
    const zei = { woorden: 'أريد أن أدرس', taal: 'ar', wens: 'O' as const };
    expect(van(feit('route-standpunt', zei, '2026-10-02')).wens?.waarde).toEqual({
      woorden: zei.woorden,
      wens: 'O',
    });
    const vertaald = feit(
      'route-standpunt',
      { ...zei, nederlands: 'Ik wil studeren' },
      '2026-10-03',
    );
    expect(van(vertaald).wens?.waarde.woorden).toBe('Ik wil studeren');
  });

  it('opvang die nog open staat gaat voor, en een feit gaat voor het antwoord in de intake', () => {
    const opvang = (opvangId: string, staat: 'nodig' | 'geplaatst' | 'niet-meer-nodig') =>
      feit('kinderopvang', { opvangId, dagdelen: [], nodigVanaf: DAG, staat }, '2026-10-05');
    expect(van(antwoord('kinderopvang', 'ja')).kinderopvang?.waarde).toBe('geregeld');
    expect(van(opvang('a', 'geplaatst'), opvang('b', 'nodig')).kinderopvang?.waarde).toBe(
      'nog-regelen',
    );
    expect(van(opvang('a', 'geplaatst')).kinderopvang?.waarde).toBe('geregeld');
    expect(van(opvang('a', 'niet-meer-nodig')).kinderopvang).toBeUndefined();
  });

  it('de tijd komt uit de ingevulde week, en anders uit het gesprek', () => {
    const gezegd = antwoord('werk-uren', 20);
    expect(van(gezegd).tijd?.waarde).toBe(20);
    const deel = { vanaf: DAG, les: 9, participatie: 4, ...week };
    expect(van(gezegd, feit('weekindeling', deel, '2026-11-01')).tijd?.waarde).toBe(13);
    const metWerk = feit('weekindeling', { ...deel, werkIsParticipatie: true }, '2026-11-01');
    expect(van(gezegd, metWerk).tijd?.waarde).toBe(29);
    const weg = feit('weekindeling', { ...deel, vervallen: true }, '2026-11-02');
    expect(van(gezegd, weg).tijd?.waarde).toBe(20);
  });

  it.each([
    ['de dag ervoor geldt de vorige nog', '2026-11-21', 30],
    ['vanaf de dag zelf de nieuwe', '2026-11-20', 8],
    ['en de dag erna', '2026-11-19', 8],
  ])('van meer weken telt die van vandaag: %s', (_wanneer, vanaf, uren) => {
    const periode = (dag: string, les: number) =>
      feit('weekindeling', { ...week, vanaf: datum(dag), les, participatie: 0 }, dag);
    expect(van(periode('2026-01-01', 30), periode(vanaf, 8)).tijd?.waarde).toBe(uren);
  });

  it('is er nog geen week begonnen, dan telt de eerste die komt', () => {
    const periode = (dag: string, les: number) =>
      feit('weekindeling', { ...week, vanaf: datum(dag), les, participatie: 0 }, '2026-11-01');
    expect(van(periode('2026-12-08', 8), periode('2026-12-01', 9)).tijd?.waarde).toBe(9);
  });

  it('uren per week volgen uit wat de route vraagt; de onderwijsroute blijft onbekend', () => {
    expect(van().urenNodig).toEqual({ B: 6, Z: 13 });
  });

  it('van een school telt het laatste antwoord', () => {
    const plaats = (plaatsen: number, dag: string, instelling = 'Taalhuis') =>
      feit('vrije-plaats', { route: 'B', instelling, plaatsen }, dag);
    const f = van(
      plaats(3, '2026-10-01'),
      plaats(0, '2026-11-01', 'taalhuis '),
      plaats(1, '2026-10-01', 'ROC'),
    );
    expect(f.vrijePlaatsen.map((v) => v.waarde.plaatsen).sort()).toEqual([0, 1]);
  });

  it('eerdere uren zijn het hoogste van wat gezegd en vastgelegd is', () => {
    const uren = feit('uren', { soort: 'taal-en-knm', totaal: 38.5, bekendTot: DAG }, '2026-10-01');
    expect(van(antwoord('taal-eerdere-uren', 20), uren).eerdereUren?.waarde).toBe(38);
    expect(van(antwoord('taal-eerdere-uren', 40), uren).eerdereUren?.waarde).toBe(40);
  });
});

describe('leeftijd', () => {
  it.each([
    ['2026-06-09', 25],
    ['2026-06-10', 26],
    ['2026-06-11', 26],
  ])('op %s is wie op 10 juni 2000 werd geboren %i', (dag, jaren) => {
    const geboorte = { soort: 'datum' as const, datum: datum('2000-06-10') };
    expect(leeftijdOp(geboorte, datum(dag))).toEqual({ van: jaren, tot: jaren });
  });

  it('blijft een bandbreedte als de dag niet bekend is', () => {
    expect(leeftijdOp({ soort: 'jaar', jaar: 1999 }, DAG)).toEqual({ van: 26, tot: 27 });
    const maand = (m: number) => leeftijdOp({ soort: 'jaarMaand', jaar: 1999, maand: m }, DAG);
    expect([maand(10), maand(11), maand(12)]).toEqual([
      { van: 27, tot: 27 },
      { van: 26, tot: 27 },
      { van: 26, tot: 26 },
    ]);
    expect(leeftijdOp({ soort: 'onbekend' }, DAG)).toBeUndefined();
  });
});

describe('de week van een dossier', () => {
  it('rekent tot een PIP er is met een termijn die morgen begint', () => {
    expect(weekFeiten(lezing([]), { leerroute: 'B' }, BELEID, DAG)).toMatchObject({
      termijn: { begin: '2026-11-21', laatsteDag: '2029-11-20', van: 'prognose' },
      lesuren: 600,
      pvtUren: 12,
      mapUren: 40,
    });
    expect(weekFeiten(lezing([]), {}, BELEID, DAG)).toBeUndefined();
  });

  it('volgt de termijn van DUO zodra die er is, en telt dan wat is gevolgd', () => {
    const feiten = [
      vastgesteld('2026-10-01', 'B'),
      feit(
        'inburgeringstermijn',
        { start: datum('2026-10-02'), eind: datum('2029-10-02') },
        '2026-10-05',
      ),
      feit('uren', { soort: 'taal-en-knm', totaal: 80, bekendTot: DAG }, '2026-11-01'),
    ];
    const pip = { leerroute: 'B' as const, intensiteitUren: 720 };
    expect(weekFeiten(lezing(feiten), pip, BELEID, DAG)).toMatchObject({
      termijn: { begin: '2026-10-02', laatsteDag: '2029-10-01', van: 'duo' },
      vanaf: DAG,
      lesuren: 720,
      gedaan: { les: 80 },
    });
  });

  it('telt eerdere inspanningen naar wat zij zijn, en onduidelijke nergens', () => {
    const rij = (omschrijving: string, uren: number) => ({ omschrijving, uren });
    expect(
      inspanningen([
        rij('Lessen taal en KNM vóór dit plan', 100),
        rij('Participatie vóór dit plan', 20),
        rij('MAP-praktijk vóór dit plan', 8),
        rij('Hulp in de kerk', 50),
      ]),
    ).toEqual({ les: 100, participatie: 28, onduidelijk: 50 });
  });
});
