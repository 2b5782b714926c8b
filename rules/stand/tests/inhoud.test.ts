import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit } from '../feiten.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../proefdossier.ts';
import { STANDAARD_BELEID, toonStand } from '../stand.ts';

const basis = plichtigeAsielstatushouder();
const stand = (feiten: Feit[], dag: string, beleid = STANDAARD_BELEID) =>
  bepaalStand(feiten, beleid, datum(dag));
const recht = (feiten: Feit[], id: string, dag = '2026-11-10', beleid = STANDAARD_BELEID) =>
  stand(feiten, dag, beleid).aanbod.find((a) => a.id === id)?.recht;
const duo = (gebeurtenisId: string, dag: string) =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo' });
const bijstand = feit('bijstand', { vanaf: datum('2026-10-01') }, '2026-10-01');
const verblijf = (ja: boolean) =>
  feit('verblijf', { asielvergunningBepaaldeTijd: ja }, '2026-03-03');

describe('het aanbod in de Stand', () => {
  it('is er zolang de plicht niet is geëindigd', () => {
    expect(stand([], '2026-11-10').aanbod.length).toBeGreaterThan(3);
    expect(stand(basis, '2026-11-10').aanbod.length).toBeGreaterThan(3);
    expect(stand([...basis, duo('SS109', '2026-11-01')], '2026-11-10').aanbod).not.toEqual([]);
    expect(stand([...basis, duo('SS108', '2026-11-01')], '2026-11-10').aanbod).toEqual([]);
  });

  it('volgt doelgroep, leerroute, vergunning, bijstand en beleid', () => {
    const gezins = feit(
      'doelgroep',
      { indeling: 'Gezinsmigrant en overige migrant' },
      '2026-03-04',
    );
    const lijst = (feiten: Feit[], beleid = STANDAARD_BELEID) =>
      stand(feiten, '2026-11-10', beleid).aanbod.map((a) => [a.id, a.recht]);
    const gewoon = lijst(basis);
    expect(lijst([...basis, gezins])).not.toEqual(gewoon);
    expect(lijst([...basis, vastgesteld('2026-11-02', 'O')])).not.toEqual(gewoon);
    const begeleid = { ...STANDAARD_BELEID, begeleidingGezinsmigranten: true };
    expect(lijst([...basis, gezins], begeleid)).not.toEqual(lijst([...basis, gezins]));
    expect(recht([...basis, verblijf(true), bijstand], 'ontzorgen')).toBe('ja');
    expect(recht([...basis, verblijf(false), bijstand], 'ontzorgen')).toBe('nee');
    expect(recht([...basis, verblijf(true)], 'ontzorgen')).not.toBe('ja');
  });
});

describe('de volgende wijziging', () => {
  it('is een dag waarop alleen een voorstel anders wordt', () => {
    const gesprek = feit(
      'afspraak',
      {
        afspraakId: 'a',
        soort: 'intakegesprek',
        datum: datum('2026-09-20'),
        tijd: '10:00',
        plaats: 'stadhuis',
        duurMinuten: 60,
      },
      '2026-09-14',
    );
    expect(stand([...basis, gesprek], '2026-09-15').volgendeWijziging).toBe('2026-09-20');
  });

  it('is een dag waarop alleen een termijn anders wordt', () => {
    const feiten = [...basis, vastgesteld('2026-11-02', 'B'), duo('SS108', '2026-11-10')];
    // Van de bezwaartermijn, de enige die nog loopt, verandert alleen de staat.
    expect(stand(feiten, '2026-11-11').volgendeWijziging).toBe('2026-12-15');
    expect(stand(feiten, '2026-12-15').volgendeWijziging).toBeUndefined();
  });

  it('is een dag waarop alleen het laatste signaal verdwijnt', () => {
    const gezins = feit(
      'doelgroep',
      { indeling: 'Gezinsmigrant en overige migrant' },
      '2027-01-04',
    );
    const feiten = [...basis, vastgesteld('2026-11-02', 'B'), gezins];
    const ids = (dag: string) =>
      stand(feiten, dag)
        .signalen.map((s) => s.id)
        .filter((id) => id !== 'pip-niet-nagevraagd');
    expect(ids('2027-02-28')).toEqual(['doelgroep-gewijzigd']);
    expect(ids('2027-03-01')).toEqual([]);
    expect(stand(feiten, '2027-02-28').volgendeWijziging).toBe('2027-03-01');
  });

  it('is een dag waarop alleen het aanbod anders wordt', () => {
    const feiten = [
      feit('doelgroep', { indeling: 'Asielstatushouder' }, '2026-03-03'),
      verblijf(true),
      feit('bijstand', { vanaf: datum('2026-10-01') }, '2026-03-03'),
    ];
    const { volgendeWijziging } = stand(feiten, '2026-09-01');
    const ontzorgen = (dag: string) => recht(feiten, 'ontzorgen', dag);
    expect(volgendeWijziging).toBeDefined();
    expect(ontzorgen(volgendeWijziging ?? '')).not.toBe(ontzorgen('2026-09-01'));
  });
});

describe('de Stand tonen', () => {
  it('maakt elke verklaring en laat de rest zoals zij is', () => {
    const uitleg = () => ({ titel: 'Waarom', uitkomst: 'daarom' });
    expect(toonStand({ a: [{ uitleg, n: 0 }], b: null, c: undefined, d: 'x', e: false })).toEqual({
      a: [{ uitleg: { titel: 'Waarom', uitkomst: 'daarom' }, n: 0 }],
      b: null,
      c: undefined,
      d: 'x',
      e: false,
    });
  });
});
