import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import type { Feit, FeitInhoud } from '../feiten.ts';
import { kiesGeldend } from '../geldend.ts';
import { lees } from '../lezing.ts';
import { feit, vastgesteld } from '../proefdossier.ts';
import { type Beleid, STANDAARD_BELEID } from '../stand.ts';

const EIGEN = { ...STANDAARD_BELEID, gemeentecode: '9001' };

function lezing(feiten: Feit[], dag = '2027-06-01', beleid: Beleid = EIGEN) {
  const klok = klokOp(datum(dag));
  return lees(kiesGeldend(feiten, klok), klok, beleid);
}

const doelgroep = (indeling: string, dag: string, gedetailleerd?: string) =>
  feit('doelgroep', { indeling, ...(gedetailleerd ? { gedetailleerd } : {}) }, dag);
const inschrijving = (op: string, extra: Partial<FeitInhoud['inschrijving']> = {}) =>
  feit('inschrijving', { gemeentecode: '9001', op: datum(op), ...extra }, op, { bron: 'brp' });
const adres = (dag: string, azc?: boolean) =>
  feit(
    'adres',
    {
      straat: 'Laan',
      huisnummer: '1',
      postcode: '1234AB',
      plaats: 'Veldrijk',
      ...(azc === undefined ? {} : { azc }),
    },
    dag,
    { bron: 'brp' },
  );
const koppeling = (azc?: string) =>
  feit('koppeling', { op: datum('2026-01-05'), ...(azc ? { azc } : {}) }, '2026-01-05');
const vorige = (dag: string, leerroute: 'B' | 'O' | 'Z' = 'Z', vanaf = '2026-09-01') =>
  feit('pip-vorige-gemeente', { gemeentecode: '9009', dagtekening: datum(dag), leerroute }, vanaf, {
    bron: 'duo',
  });
const duo = (gebeurtenisId: string, dag: string) =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo' });

describe('de kennisgeving', () => {
  const plicht = (dag: string, kennisgeving?: string) =>
    feit(
      'inburgeringsplicht',
      { plichtig: true, ...(kennisgeving ? { kennisgeving: datum(kennisgeving) } : {}) },
      dag,
      { bron: 'duo' },
    );

  it('is de laatste die DUO noemde, ook als een later bericht haar niet herhaalt', () => {
    expect(lezing([]).kennisgeving).toBeUndefined();
    expect(lezing([plicht('2026-03-03')]).kennisgeving).toBeUndefined();
    const eerste = plicht('2026-03-03', '2026-03-02');
    const feiten = [eerste, plicht('2026-04-01')];
    expect(lezing(feiten).kennisgeving).toMatchObject({ waarde: '2026-03-02', feitId: eerste.id });
    expect(lezing([...feiten, plicht('2026-05-01', '2026-05-02')]).kennisgeving?.waarde).toBe(
      '2026-05-02',
    );
  });
});

describe('de inschrijving in deze gemeente', () => {
  it('telt buiten een azc, en alleen hier; zonder eigen code telt de laatste', () => {
    expect(lezing([inschrijving('2026-09-10')]).inschrijving?.waarde).toBe('2026-09-10');
    expect(lezing([inschrijving('2026-09-10', { azc: true })]).inschrijving).toBeUndefined();
    const elders = inschrijving('2026-10-01', { gemeentecode: '9002' });
    expect(lezing([elders]).inschrijving).toBeUndefined();
    expect(lezing([inschrijving('2026-09-10'), elders]).inschrijving?.waarde).toBe('2026-09-10');
    expect(
      lezing([inschrijving('2026-09-10'), elders], '2027-06-01', STANDAARD_BELEID).inschrijving
        ?.waarde,
    ).toBe('2026-10-01');
    expect(
      lezing([inschrijving('2026-09-10'), inschrijving('2026-12-01')]).inschrijving?.waarde,
    ).toBe('2026-12-01');
  });

  it.each<[string, Feit[], string | undefined, boolean, boolean]>([
    ['een azc-adres van ervoor', [adres('2026-09-09', true)], '2026-09-10', false, false],
    ['een azc-adres van die dag', [adres('2026-09-10', true)], undefined, false, true],
    ['een azc-adres van erna', [adres('2026-09-11', true)], undefined, false, true],
    ['een gewoon adres', [adres('2026-09-11')], '2026-09-10', false, false],
    [
      'een woning na het azc',
      [adres('2026-09-10', true), adres('2026-10-01'), adres('2026-12-01')],
      '2026-10-01',
      true,
      false,
    ],
    [
      'een woning op de dag van het azc',
      [adres('2026-10-01'), adres('2026-10-01', true)],
      undefined,
      false,
      true,
    ],
    [
      'twee keer een azc: de woning na de laatste keer',
      [
        adres('2026-09-10', true),
        adres('2026-10-01'),
        adres('2026-11-01', true),
        adres('2026-12-01'),
      ],
      '2026-12-01',
      true,
      false,
    ],
  ])('%s', (_, adressen, waarde, woningNaAzc, inAzc) => {
    const l = lezing([inschrijving('2026-09-10'), ...adressen]);
    expect([l.inschrijving?.waarde, l.woningNaAzc, l.inAzc]).toEqual([waarde, woningNaAzc, inAzc]);
  });
});

describe('in de opvang', () => {
  it.each<[string, Feit[], boolean, boolean]>([
    ['niets bekend', [], false, false],
    ['gekoppeld vanuit een azc', [koppeling('Zuid')], true, true],
    ['gekoppeld zonder azc', [koppeling()], false, true],
    ['een azc-adres', [adres('2026-01-10', true)], true, true],
    ['een woning', [adres('2026-01-10', false)], false, false],
    ['een woning, zonder dat er azc bij staat', [adres('2026-01-10')], false, false],
    ['gekoppeld, dan een woning', [koppeling('Zuid'), adres('2026-02-01')], false, true],
    [
      'een azc-adres, dan een woning',
      [adres('2026-01-10', true), adres('2026-02-01')],
      false,
      true,
    ],
    ['een inschrijving in een azc', [inschrijving('2026-01-10', { azc: true })], false, true],
    ['ingeschreven', [inschrijving('2026-01-10')], false, false],
    ['gekoppeld en ingeschreven', [koppeling('Zuid'), inschrijving('2026-02-01')], false, true],
  ])('%s', (_, feiten, inAzc, uitOpvang) => {
    const l = lezing(feiten);
    expect([l.inAzc, l.uitOpvang, l.woningNaAzc]).toEqual([inAzc, uitOpvang, false]);
  });
});

describe('de doelgroep bij de inschrijving', () => {
  const ASIEL = 'Asielstatushouder';
  const GEZINS = 'Gezinsmigrant en overige migrant';

  it.each([
    ['2026-09-09', 'gezins-en-overige-migrant'],
    ['2026-09-10', 'gezins-en-overige-migrant'],
    ['2026-09-11', 'asielstatushouder'],
  ])('gewijzigd op %s: %s', (dag, waarde) => {
    const feiten = [doelgroep(ASIEL, '2026-03-03'), doelgroep(GEZINS, dag)];
    expect(lezing([...feiten, inschrijving('2026-09-10')]).doelgroepBijInschrijving.waarde).toBe(
      waarde,
    );
  });

  it('is de eerste die volgde als er toen nog geen was, of als er geen inschrijving is', () => {
    const feiten = [doelgroep(GEZINS, '2026-10-01'), doelgroep(ASIEL, '2026-11-01')];
    for (const rij of [feiten, [...feiten, inschrijving('2026-09-10')]]) {
      expect(lezing(rij).doelgroepBijInschrijving.waarde).toBe('gezins-en-overige-migrant');
    }
    expect(lezing([]).doelgroepBijInschrijving).toEqual({ waarde: 'onbekend', gezinslid: false });
  });

  it('wie gezinslid is en zelf een asielvergunning heeft, telt niet als gezinslid', () => {
    const gezinslid = doelgroep(GEZINS, '2026-03-03', 'Gezinshereniger met Asielstatushouder');
    const verblijf = (asielvergunningBepaaldeTijd: boolean) =>
      feit('verblijf', { asielvergunningBepaaldeTijd }, '2026-03-03');
    const bij = (...feiten: Feit[]) => lezing(feiten).doelgroepBijInschrijving.gezinslid;
    expect(bij(gezinslid)).toBe(true);
    expect(bij(gezinslid, verblijf(false))).toBe(true);
    expect(bij(gezinslid, verblijf(true))).toBe(false);
    expect(bij(doelgroep(GEZINS, '2026-03-03', 'Gezinsvormer'))).toBe(false);
  });
});

describe('hierheen verhuisd', () => {
  it('volgens de laatste melding van DUO daarover', () => {
    const verhuisd = (...ids: string[]) =>
      lezing(ids.map((id, i) => duo(id, `2026-09-0${i + 1}`))).verhuisd;
    expect(verhuisd()).toBeUndefined();
    expect(verhuisd('SS101')).toBeUndefined();
    expect(verhuisd('SS120')).toBe('zonder-pip');
    expect(verhuisd('SS121')).toBe('met-pip');
    expect(verhuisd('SS121', 'SS101')).toBe('met-pip');
    expect(verhuisd('SS121', 'SS120')).toBe('zonder-pip');
    expect(verhuisd('SS120', 'SS121')).toBe('met-pip');
  });
});

describe('het PIP', () => {
  const ingetrokken = (pipId: string, dag: string) =>
    feit('pip-ingetrokken', { pipId, op: datum(dag), reden: 'fout' }, dag);
  const bijDuo = (pipId: string, dag: string) =>
    feit('pip-bij-duo', { pipId, staat: 'geaccepteerd' }, dag);
  const [een, twee] = [vastgesteld('2026-11-02', 'B', 'p1'), vastgesteld('2027-01-10', 'Z', 'p2')];

  it('het laatste geldt; het eerste blijft het eerste', () => {
    const l = lezing([een, twee]);
    expect([l.pip?.id, l.eersteEigenPip?.id, l.leerroute]).toEqual([twee.id, een.id, 'Z']);
    expect(l.allereerstePip?.waarde).toBe('2026-11-02');
    expect(lezing([])).toMatchObject({ pip: undefined, eersteEigenPip: undefined });
    expect(lezing([]).allereerstePip).toBeUndefined();
  });

  it('is een PIP later vastgelegd met een eerdere dagtekening, dan is dat het eerste', () => {
    const eerder: Feit = {
      ...vastgesteld('2026-10-01', 'B', 'p0'),
      geldigOp: datum('2026-12-01'),
    };
    const l = lezing([een, eerder]);
    expect([l.pip?.id, l.eersteEigenPip?.id]).toEqual([eerder.id, eerder.id]);
    expect(l.allereerstePip?.feitId).toBe(eerder.id);
  });

  it.each([
    ['p2', '2027-01-09', 'p2'],
    ['p2', '2027-01-10', 'p1'],
    ['p2', '2027-01-11', 'p1'],
    ['p1', '2027-01-11', 'p2'],
  ])('%s ingetrokken op %s: dan geldt %s', (pipId, dag, geldt) => {
    expect(lezing([een, twee, ingetrokken(pipId, dag)]).pip?.inhoud).toMatchObject({
      pipId: geldt,
    });
  });

  it('alles ingetrokken: er geldt er geen, het eerste is er wel geweest', () => {
    const l = lezing([een, ingetrokken('p1', '2026-12-01')]);
    expect([l.pip, l.leerroute, l.pipBijDuo, l.eersteEigenPip?.id]).toEqual([
      undefined,
      undefined,
      undefined,
      een.id,
    ]);
  });

  it.each([
    ['p1', '2026-11-01', false],
    ['p1', '2026-11-02', true],
    ['p1', '2026-11-03', true],
    ['p2', '2026-11-03', false],
  ])('antwoord van DUO op %s van %s hoort erbij: %s', (pipId, dag, hoortErbij) => {
    const antwoord = bijDuo(pipId, dag);
    expect(lezing([een, antwoord]).pipBijDuo?.id).toBe(hoortErbij ? antwoord.id : undefined);
  });

  it('van meer antwoorden telt het laatste', () => {
    const [a, b] = [bijDuo('p1', '2026-11-03'), bijDuo('p1', '2026-11-04')];
    expect(lezing([een, a, b]).pipBijDuo?.id).toBe(b.id);
  });

  it.each([
    ['2026-11-01', true],
    ['2026-11-02', true],
    ['2026-11-03', false],
  ])('na een PIP elders van %s telt het eigen PIP van 2 november: %s', (dag, telt) => {
    const l = lezing([een, vorige(dag)]);
    expect(l.eersteEigenPip?.id).toBe(telt ? een.id : undefined);
    expect(l.pip?.id).toBe(telt ? een.id : undefined);
    expect(l.leerroute).toBe(telt ? 'B' : 'Z');
    expect(l.allereerstePip?.waarde).toBe(dag < '2026-11-02' ? dag : '2026-11-02');
  });

  it('van meer vorige gemeenten geeft de laatste de route, de vroegste het begin', () => {
    const l = lezing([vorige('2025-01-10', 'B', '2026-01-01'), vorige('2025-06-10', 'Z')]);
    expect([l.leerroute, l.allereerstePip?.waarde]).toEqual(['Z', '2025-01-10']);
    expect(l.vorigePip?.inhoud.dagtekening).toBe('2025-06-10');
  });
});

describe('lezen op een andere dag', () => {
  const plicht = feit(
    'inburgeringsplicht',
    { plichtig: true, begin: datum('2026-05-01') },
    '2026-03-03',
  );
  const klok = (dag: string) => klokOp(datum(dag));

  it('neemt over wat alleen van de feiten afhangt, en leest de rest opnieuw', () => {
    const g = kiesGeldend([plicht], klok('2026-04-30'));
    const eerst = lees(g, klok('2026-04-30'), EIGEN);
    const later = lees(g, klok('2026-05-01'), EIGEN, eerst);
    expect(later.doelgroep).toBe(eerst.doelgroep);
    expect([eerst.toestand.waarde, later.toestand.waarde]).toEqual(['nog-niet-plichtig', 'actief']);
  });

  it('leest alles opnieuw bij andere feiten of ander beleid', () => {
    const g = kiesGeldend([plicht, inschrijving('2026-04-01')], klok('2026-04-30'));
    const eerst = lees(g, klok('2026-04-30'), EIGEN);
    const anders = { ...EIGEN, gemeentecode: '9002' };
    expect(lees(g, klok('2026-04-30'), anders, eerst).inschrijving).toBeUndefined();
    const minder = kiesGeldend([plicht], klok('2026-04-30'));
    expect(lees(minder, klok('2026-04-30'), EIGEN, eerst).inschrijving).toBeUndefined();
  });
});
