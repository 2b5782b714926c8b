import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit } from '../feiten.ts';
import { aangenomen, feit, plichtigeAsielstatushouder, vastgesteld } from '../proefdossier.ts';
import { STANDAARD_BELEID } from '../stand.ts';

const basis = plichtigeAsielstatushouder();
const stand = (feiten: Feit[], dag = '2026-12-10') =>
  bepaalStand(feiten, STANDAARD_BELEID, datum(dag));
const staten = (feiten: Feit[], dag?: string) => {
  const { schakel, schakels } = stand(feiten, dag);
  return [schakel, ...schakels.map((s) => s.staat)];
};
const nodig = (feiten: Feit[], nummer: number, dag?: string) =>
  stand(feiten, dag).schakels[nummer - 1]?.nogNodig.map((r) => r.code);

const duo = (gebeurtenisId: string, dag: string) =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo' });
const koppeling = feit('koppeling', { op: datum('2026-01-05'), azc: 'Zuid' }, '2026-01-05');
const afgerond = feit('intake-afgerond', { zonderPersoon: false }, '2026-11-01');
const pip = vastgesteld('2026-11-02', 'Z');
const bijDuo = aangenomen('2026-11-03');
const dicht = feit('dossier-afgerond', { op: datum('2026-12-05') }, '2026-12-05');
const gezins = feit('doelgroep', { indeling: 'Gezinsmigrant en overige migrant' }, '2026-03-03');
const overgedragen = feit(
  'intake-antwoord',
  { onderdeel: 'opleiding', vraag: 'opleiding-jaren', waarde: 8 },
  '2026-02-01',
  { bron: 'coa' },
);
const zonderWoning = basis.filter((f) => f.soort !== 'inschrijving');

describe('de vijf schakels', () => {
  it('hebben een naam en een nummer', () => {
    expect(stand([]).schakels.map((s) => [s.nummer, s.naam])).toEqual([
      [1, 'Plicht vastgesteld'],
      [2, 'Voorbereiden'],
      [3, 'Intake en PIP'],
      [4, 'Inburgeren'],
      [5, 'Afronden'],
    ]);
  });

  it.each<[string, Feit[], (number | string)[]]>([
    ['niets bekend', [], [1, 'bezig', 'nog-niet', 'nog-niet', 'nog-niet', 'nog-niet']],
    ['gekoppeld', [koppeling], [1, 'bezig', 'bezig', 'nog-niet', 'nog-niet', 'nog-niet']],
    [
      'gekoppeld en met intake',
      [koppeling, afgerond],
      [1, 'bezig', 'bezig', 'bezig', 'nog-niet', 'nog-niet'],
    ],
    [
      'gekoppeld, met een klantprofiel van COA',
      [koppeling, overgedragen],
      [1, 'bezig', 'bezig', 'nog-niet', 'nog-niet', 'nog-niet'],
    ],
    [
      'plichtig in de opvang',
      [...zonderWoning, koppeling],
      [2, 'gereed', 'bezig', 'nog-niet', 'nog-niet', 'nog-niet'],
    ],
    ['ingeschreven', basis, [3, 'gereed', 'gereed', 'bezig', 'nog-niet', 'nog-niet']],
    ['PIP, zonder DUO', [...basis, pip], [3, 'gereed', 'gereed', 'bezig', 'bezig', 'nog-niet']],
    [
      'PIP aangenomen',
      [...basis, pip, bijDuo],
      [4, 'gereed', 'gereed', 'gereed', 'bezig', 'nog-niet'],
    ],
    [
      'PIP zonder inschrijving',
      [...zonderWoning, pip, bijDuo],
      [4, 'gereed', 'gereed', 'gereed', 'bezig', 'nog-niet'],
    ],
  ])('%s', (_, feiten, verwacht) => {
    expect(staten(feiten)).toEqual(verwacht);
  });

  it('een gezinsmigrant woont hier al: voorbereiden is gereed zodra de plicht er is', () => {
    const plichtig = [...zonderWoning.filter((f) => f.soort !== 'doelgroep'), gezins];
    expect(staten(plichtig).slice(0, 3)).toEqual([3, 'gereed', 'gereed']);
    expect(staten([gezins]).slice(0, 3)).toEqual([1, 'bezig', 'nog-niet']);
    expect(staten([...plichtig, koppeling]).slice(0, 3)).toEqual([2, 'gereed', 'bezig']);
    expect(staten(zonderWoning).slice(0, 3)).toEqual([2, 'gereed', 'bezig']);
  });

  it('zonder PIP is inburgeren nooit gereed, ook niet als er niets meer open staat', () => {
    const elders = feit('pvt-ondertekend', { op: datum('2026-05-01') }, '2026-09-10', {
      bron: 'duo',
    });
    expect(nodig([...basis, elders], 4)).toEqual([]);
    expect(staten([...basis, elders])[4]).toBe('nog-niet');
  });

  it('de intake mag beginnen terwijl de voorbereiding loopt', () => {
    const derde = (...feiten: Feit[]) => staten([...zonderWoning, koppeling, ...feiten])[3];
    const gesprek = feit(
      'afspraak',
      {
        afspraakId: 'a',
        soort: 'intakegesprek',
        datum: datum('2026-12-20'),
        tijd: '10:00',
        plaats: 'azc',
        duurMinuten: 60,
      },
      '2026-12-01',
    );
    const antwoord = feit(
      'intake-antwoord',
      { onderdeel: 'opleiding', vraag: 'land', waarde: 'mbo' },
      '2026-12-01',
    );
    expect(derde()).toBe('nog-niet');
    expect(derde(gesprek)).toBe('bezig');
    expect(derde(antwoord)).toBe('bezig');
    expect(derde(afgerond)).toBe('bezig');
  });
});

describe('wat nog nodig is', () => {
  it('per schakel, zonder grondslag', () => {
    expect(
      stand([])
        .schakels.slice(0, 2)
        .map((s) => s.nogNodig),
    ).toEqual([
      [{ code: 'plicht', tekst: expect.stringContaining('inburgeringsplicht') }],
      [{ code: 'inschrijving', tekst: expect.stringContaining('niet in deze gemeente') }],
    ]);
    expect(nodig(basis, 1)).toEqual([]);
    expect(nodig(basis, 2)).toEqual([]);
    expect(nodig(basis, 5)).toEqual(['afronden']);
    for (const s of stand(basis).schakels) {
      for (const r of s.nogNodig) expect(r).not.toHaveProperty('grondslag');
    }
  });

  it('voor intake en PIP: de onderdelen en het PIP, de toets niet dubbel', () => {
    const codes = nodig(basis, 3) ?? [];
    expect(codes).toContain('intake-leerbaarheidstoets');
    expect(codes).not.toContain('leerbaarheidstoets');
    expect(codes.at(-1)).toBe('pip-vaststellen');
    expect(stand(basis).schakels[2]?.nogNodig[0]).toMatchObject({
      veld: expect.any(String),
      actie: 'intake',
    });
    expect(stand(basis).schakels[2]?.nogNodig.at(-1)).not.toHaveProperty('veld');
    expect(stand(basis).schakels[2]?.nogNodig.at(-1)).not.toHaveProperty('actie');
    expect(nodig([...basis, afgerond], 3)).toEqual(['pip-vaststellen']);
    expect(nodig([...basis, pip], 3)).toEqual(['pip-bij-duo']);
    expect(nodig([...basis, pip, bijDuo], 3)).toEqual([]);
  });

  it('voor inburgeren: alles van de route, behalve de voortgangsgesprekken', () => {
    expect(nodig([...basis, pip, bijDuo], 4)).toEqual([
      'pvt-uren',
      'pvt-verklaringOndertekend',
      'map-uren',
      'map-eindgesprek',
      'z-route-cursus',
      'z-route-participatie',
      'z-route-eindgesprek',
    ]);
  });
});

describe('als de plicht is geëindigd', () => {
  it.each<[string, Feit[], (number | string)[]]>([
    [
      'voldaan',
      [...basis, duo('SS106', '2026-12-01')],
      [5, 'gereed', 'gereed', 'gereed', 'gereed', 'bezig'],
    ],
    [
      'ontheven',
      [...basis, duo('SS108', '2026-12-01')],
      [5, 'gereed', 'gereed', 'vervallen', 'vervallen', 'bezig'],
    ],
    [
      'ontheven met PIP',
      [...basis, pip, bijDuo, duo('SS108', '2026-12-01')],
      [5, 'gereed', 'gereed', 'gereed', 'vervallen', 'bezig'],
    ],
    [
      'voldaan en afgerond',
      [...basis, duo('SS106', '2026-12-01'), dicht],
      [5, 'gereed', 'gereed', 'gereed', 'gereed', 'gereed'],
    ],
    [
      'ontheven en afgerond',
      [...basis, duo('SS108', '2026-12-01'), dicht],
      [5, 'gereed', 'gereed', 'vervallen', 'vervallen', 'gereed'],
    ],
  ])('%s', (_, feiten, verwacht) => {
    expect(staten(feiten)).toEqual(verwacht);
  });

  it('is alleen afronden nog nodig', () => {
    const feiten = [...basis, duo('SS108', '2026-12-01')];
    expect(stand(feiten).schakels.flatMap((s) => s.nogNodig)).toEqual([
      { code: 'afronden', tekst: expect.stringContaining('Rond het dossier af') },
    ]);
    expect(stand(basis).schakels[4]?.nogNodig[0]?.tekst).toContain('DUO heeft nog niet gemeld');
    expect(stand([...feiten, dicht]).schakels.flatMap((s) => s.nogNodig)).toEqual([]);
  });
});
