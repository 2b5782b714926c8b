import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit, FeitInhoud } from '../feiten.ts';
import { feit, plichtigeAsielstatushouder, vastgesteld } from '../proefdossier.ts';
import { STANDAARD_BELEID } from '../stand.ts';

const op = (feiten: Feit[], dag: string) => bepaalStand(feiten, STANDAARD_BELEID, datum(dag));
const soorten = (feiten: Feit[], dag: string) => op(feiten, dag).voorstellen.map((v) => v.soort);
const staten = (feiten: Feit[], dag: string) => op(feiten, dag).schakels.map((s) => s.staat);

describe('toestand', () => {
  const basis = plichtigeAsielstatushouder();
  const duo = (id: string, dag: string) =>
    feit('duo-gebeurtenis', { gebeurtenisId: id }, dag, { bron: 'duo' });

  it.each([
    ['SS110', 'beeindigd'],
    ['SS111', 'beeindigd'],
    ['SS106', 'beeindigd'],
    ['SS109', 'gepauzeerd'],
    ['SS999', 'actief'],
  ])('%s geeft %s', (id, toestand) => {
    expect(op([...basis, duo(id, '2026-10-01')], '2026-09-30').toestand).toBe('actief');
    expect(op([...basis, duo(id, '2026-10-01')], '2026-10-01').toestand).toBe(toestand);
  });

  it('een vrijstelling pauzeert en herleeft', () => {
    const feiten = [...basis, duo('SS109', '2026-10-01'), duo('SS129', '2026-11-01')];
    expect(soorten(feiten, '2026-10-15')).toEqual(['geen']);
    expect(op(feiten, '2026-11-01').toestand).toBe('actief');
  });

  it('na overlijden alleen afronden, en niets meer na de afronding', () => {
    const overleden = [...basis, feit('overlijden', { op: datum('2026-10-01') }, '2026-10-02')];
    expect(op(overleden, '2026-10-02').voorstellen).toMatchObject([{ soort: 'afronden' }]);
    expect(op(overleden, '2026-10-02')).toMatchObject({ schakel: 5, signalen: [], aanbod: [] });
    const dicht = [
      ...overleden,
      feit('dossier-afgerond', { op: datum('2026-10-05') }, '2026-10-05'),
    ];
    expect(soorten(dicht, '2026-10-05')).toEqual(['geen']);
  });

  it('het einde van de plicht is de eerste dag zonder plicht; op het scherm staat tot en met', () => {
    const plicht = { plichtig: true, begin: datum('2026-02-24'), eind: datum('2026-11-01') };
    const feiten = [...basis, feit('inburgeringsplicht', plicht, '2026-03-04', { bron: 'duo' })];
    expect(op(feiten, '2026-10-30').volgendeWijziging).toBe('2026-11-01');
    expect(op(feiten, '2026-10-31').toestand).toBe('actief');
    const { toestand, toestandUitleg } = op(feiten, '2026-11-01');
    expect(toestand).toBe('beeindigd');
    expect(toestandUitleg().uitkomst).toBe('plicht liep tot en met 31 oktober 2026');
  });

  it('geen plicht meer zonder reden van DUO is een einde, geen begin', () => {
    const zonder = feit('inburgeringsplicht', { plichtig: false }, '2026-10-01', { bron: 'duo' });
    expect(op([...basis, zonder], '2026-10-01').toestand).toBe('beeindigd');
    expect(op([zonder], '2026-10-01').toestand).toBe('nog-niet-plichtig');
    const ingetrokken = [...basis, duo('SS110', '2026-10-01'), zonder];
    expect(op(ingetrokken, '2026-10-01').toestandUitleg().uitkomst).toBe('plicht ingetrokken');
  });

  it('een reden van DUO zegt meer dan de melding', () => {
    const reden = { plichtig: false, redenGeenPlicht: 'Volledige ontheffing' };
    const feiten = [
      ...basis,
      duo('SS110', '2026-10-01'),
      feit('inburgeringsplicht', reden, '2026-10-02', { bron: 'duo' }),
    ];
    expect(op(feiten, '2026-10-02').toestandUitleg().uitkomst).toBe('volledige ontheffing');
  });

  it('tijdens een vrijstelling lopen de tien weken niet, en loopt er geen laatste dag', () => {
    const feiten = [...basis, duo('SS109', '2026-10-01')];
    const pip = op(feiten, '2026-12-01').termijnen.find((t) => t.id === 'pip-termijn');
    expect(pip).toMatchObject({ staat: 'nog-niet-begonnen' });
    expect(pip?.laatsteDag).toBeUndefined();
    expect(pip?.uitleg()).toMatchObject({ uitkomst: 'de plicht rust' });
    expect(op(feiten, '2026-12-01').signalen).toEqual([]);
  });

  it('na een vrijstelling zonder nieuwe kennisgeving wordt gevraagd of de dag nog klopt', () => {
    const feiten = [...basis, duo('SS109', '2026-10-01'), duo('SS129', '2027-03-01')];
    const ids = op(feiten, '2027-03-02').signalen.map((s) => s.id);
    expect(ids).toContain('kennisgeving-na-vrijstelling');
    expect(ids).not.toContain('pip-te-laat');
    const nieuw = feit(
      'inburgeringsplicht',
      { plichtig: true, begin: datum('2026-02-24'), kennisgeving: datum('2027-03-03') },
      '2027-03-03',
      { bron: 'duo' },
    );
    const metNieuw = op([...feiten, nieuw], '2027-03-04');
    expect(metNieuw.termijnen[0]?.laatsteDag).toBe('2027-05-12');
    expect(metNieuw.signalen.map((s) => s.id)).not.toContain('kennisgeving-na-vrijstelling');
  });

  it('na een onderbreking van meer dan een jaar begint de plicht opnieuw; het oude PIP valt op', () => {
    const plicht = (inhoud: FeitInhoud['inburgeringsplicht'], dag: string) =>
      feit('inburgeringsplicht', inhoud, dag, { bron: 'duo' });
    const weg = [
      ...basis,
      vastgesteld('2026-11-02', 'B'),
      plicht(
        { plichtig: false, redenGeenPlicht: 'Vertrek uit Nederland langer dan een jaar' },
        '2028-01-10',
      ),
    ];
    expect(op(weg, '2028-01-10').toestand).toBe('beeindigd');
    const terug = [
      ...weg,
      plicht(
        { plichtig: true, begin: datum('2028-06-01'), kennisgeving: datum('2028-06-05') },
        '2028-06-01',
      ),
    ];
    expect(op(terug, '2028-06-06').toestand).toBe('actief');
    expect(op(terug, '2028-06-06').signalen.map((s) => s.id)).toContain('pip-voor-plicht');
  });

  it.each(['SS107', 'SS108', 'SS110', 'SS111'])(
    'na %s loopt er geen termijn van drie jaar meer',
    (id) => {
      const feiten = [...basis, vastgesteld('2026-11-02', 'B'), duo(id, '2027-01-10')];
      const ids = (dag: string) => op(feiten, dag).termijnen.map((t) => t.id);
      expect(ids('2027-01-09')).toContain('inburgeringstermijn');
      expect(ids('2027-01-10')).not.toContain('inburgeringstermijn');
    },
  );

  it('na het diploma blijft de termijn staan, als gehaald', () => {
    const feiten = [...basis, vastgesteld('2026-11-02', 'B'), duo('SS106', '2028-01-10')];
    expect(op(feiten, '2030-01-10').termijnen[1]).toMatchObject({ staat: 'gehaald' });
  });

  it('31 december 9999 is geen einde', () => {
    const plicht = { plichtig: true, begin: datum('2026-02-24'), eind: datum('9999-12-31') };
    const feiten = [...basis, feit('inburgeringsplicht', plicht, '2026-03-04', { bron: 'duo' })];
    expect(op(feiten, '2026-10-31').toestand).toBe('actief');
    const laat = feit(
      'inburgeringsplicht',
      { plichtig: true, kennisgeving: datum('9999-12-31') },
      '2026-03-05',
    );
    expect(op([...basis, laat], '2026-10-31').toestand).toBe('actief');
  });

  it('eindigt de plicht vóór het PIP, dan is er geen PIP-termijn meer', () => {
    const feiten = [...basis, duo('SS110', '2026-10-01')];
    expect(op(feiten, '2026-12-01').termijnen.map((t) => t.id)).toEqual([]);
  });

  it('voldaan: alle schakels gereed tot de afronding', () => {
    const reden = { plichtig: false, redenGeenPlicht: 'Inburgeringsplicht voldaan' };
    const feiten = [...basis, feit('inburgeringsplicht', reden, '2028-01-01', { bron: 'duo' })];
    expect(staten(feiten, '2028-01-01')).toEqual(['gereed', 'gereed', 'gereed', 'gereed', 'bezig']);
  });
});
