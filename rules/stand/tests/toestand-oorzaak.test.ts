import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import type { Feit, FeitInhoud } from '../feiten.ts';
import { kiesGeldend } from '../geldend.ts';
import { feit } from '../proefdossier.ts';
import { bepaalToestand } from '../toestand.ts';

function toestand(feiten: Feit[], dag = '2026-12-31') {
  const klok = klokOp(datum(dag));
  const { waarde, reden, voldaan, overleden } = bepaalToestand(kiesGeldend(feiten, klok), klok);
  return { waarde, reden, voldaan, overleden };
}
const gewoon = { voldaan: false, overleden: false };
const duo = (gebeurtenisId: string, dag = '2026-10-01') =>
  feit('duo-gebeurtenis', { gebeurtenisId }, dag, { bron: 'duo', verwijzing: gebeurtenisId });
const plicht = (inhoud: FeitInhoud['inburgeringsplicht'], dag = '2026-03-03') =>
  feit('inburgeringsplicht', inhoud, dag, { bron: 'duo', verwijzing: 'SS139' });

describe('wat een melding van DUO met de plicht doet', () => {
  it.each([
    ['SS101', 'actief', 'inburgeringsplichtig'],
    ['SS128', 'actief', 'inburgeringsplichtig, bijna AOW-leeftijd'],
    ['SS139', 'actief', 'inburgeringsplichtig'],
    ['SS120', 'actief', 'inburgeringsplichtig, hier komen wonen'],
    ['SS121', 'actief', 'inburgeringsplichtig, hier komen wonen met een PIP'],
    ['SS129', 'actief', 'tijdelijke vrijstelling ingetrokken'],
    ['SS130', 'actief', 'tijdelijke vrijstelling ingetrokken'],
    ['SS109', 'gepauzeerd', 'tijdelijke vrijstelling'],
    ['SS107', 'beeindigd', 'volledige vrijstelling'],
    ['SS108', 'beeindigd', 'volledige ontheffing'],
    ['SS110', 'beeindigd', 'plicht ingetrokken'],
  ])('%s: %s, %s', (id, waarde, reden) => {
    expect(toestand([duo(id)])).toEqual({ ...gewoon, waarde, reden });
  });

  it.each([
    ['SS106', 'diploma behaald'],
    ['SS141', 'inburgeringscertificaat'],
  ])('%s: voldaan', (id, reden) => {
    expect(toestand([duo(id)])).toEqual({
      waarde: 'beeindigd',
      reden,
      voldaan: true,
      overleden: false,
    });
  });

  it('overleden: volgens DUO, of volgens de BRP, en dat gaat voor alles', () => {
    const overleden = { waarde: 'beeindigd', reden: 'overleden', voldaan: false, overleden: true };
    expect(toestand([duo('SS111')])).toEqual(overleden);
    const brp = feit('overlijden', { op: datum('2026-10-01') }, '2026-10-01', { bron: 'brp' });
    expect(toestand([brp, duo('SS101', '2026-11-01')])).toEqual(overleden);
  });

  it('een onbekende melding zegt niets', () => {
    expect(toestand([duo('SS777')])).toMatchObject({ waarde: 'nog-niet-plichtig', ...gewoon });
    expect(toestand([duo('SS109'), duo('SS777', '2026-11-01')]).waarde).toBe('gepauzeerd');
  });
});

describe('wat de opgehaalde plicht zegt', () => {
  const begin = datum('2026-05-01');
  const eind = datum('2026-11-01');

  it.each([
    ['2026-04-30', 'nog-niet-plichtig', 'plichtig vanaf 1 mei 2026'],
    ['2026-05-01', 'actief', 'inburgeringsplichtig'],
    ['2026-10-31', 'actief', 'inburgeringsplichtig'],
    ['2026-11-01', 'beeindigd', 'plicht liep tot en met 31 oktober 2026'],
  ])('op %s: %s', (dag, waarde, reden) => {
    expect(toestand([plicht({ plichtig: true, begin, eind })], dag)).toEqual({
      ...gewoon,
      waarde,
      reden,
    });
  });

  it.each([
    ['Tijdelijke vrijstelling', 'gepauzeerd', gewoon],
    ['Volledige ontheffing', 'beeindigd', gewoon],
    ['Inburgeringsplicht voldaan', 'beeindigd', { voldaan: true, overleden: false }],
    ['Overlijden', 'beeindigd', { voldaan: false, overleden: true }],
  ])('geen plicht om %s: %s', (redenGeenPlicht, waarde, verder) => {
    expect(toestand([plicht({ plichtig: false, redenGeenPlicht })])).toEqual({
      waarde,
      reden: redenGeenPlicht.toLowerCase(),
      ...verder,
    });
  });

  it.each<[string, Feit[], boolean]>([
    ['niets', [], false],
    ['een onbekende melding', [duo('SS777', '2026-03-01')], false],
    ['een melding van de plicht', [duo('SS101', '2026-03-01')], true],
    ['een eerdere plicht', [plicht({ plichtig: true }, '2026-03-01')], true],
    ['eerder ook geen plicht', [plicht({ plichtig: false }, '2026-03-01')], false],
  ])('geen plicht zonder reden, met ervoor %s: bestond %s', (_, ervoor, bestond) => {
    expect(toestand([...ervoor, plicht({ plichtig: false })])).toEqual({
      ...gewoon,
      waarde: bestond ? 'beeindigd' : 'nog-niet-plichtig',
      reden: bestond ? 'volgens DUO geen plicht meer, zonder reden' : 'niet inburgeringsplichtig',
    });
  });
});

describe('melding tegen plicht', () => {
  it('geen plicht zonder reden wijkt voor een einde of rust, ook als dat eerder was', () => {
    const zonder = plicht({ plichtig: false }, '2026-10-02');
    expect(toestand([duo('SS110'), zonder]).reden).toBe('plicht ingetrokken');
    expect(toestand([duo('SS109'), zonder]).waarde).toBe('gepauzeerd');
    expect(toestand([duo('SS101'), zonder]).waarde).toBe('beeindigd');
  });

  it('met reden, of een plicht die er is: het laatste telt', () => {
    const ontheven = { plichtig: false, redenGeenPlicht: 'Volledige ontheffing' };
    expect(toestand([duo('SS109'), plicht(ontheven, '2026-10-02')]).reden).toBe(
      'volledige ontheffing',
    );
    expect(toestand([plicht(ontheven, '2026-09-30'), duo('SS109')]).waarde).toBe('gepauzeerd');
    expect(toestand([duo('SS109'), plicht({ plichtig: true }, '2026-10-02')]).waarde).toBe(
      'actief',
    );
    expect(toestand([plicht({ plichtig: true }, '2026-09-30'), duo('SS109')]).waarde).toBe(
      'gepauzeerd',
    );
  });

  it('dat de plicht bestaat zegt de opgehaalde plicht beter, ook als de melding later komt', () => {
    const eindigt = plicht({ plichtig: true, eind: datum('2026-11-01') });
    expect(toestand([eindigt, duo('SS128')]).waarde).toBe('beeindigd');
    const was = plicht({ plichtig: false, redenGeenPlicht: 'Tijdelijke vrijstelling' });
    expect(toestand([was, duo('SS129')]).waarde).toBe('actief');
  });
});

describe('de uitleg', () => {
  const uitleg = (feiten: Feit[]) => {
    const klok = klokOp(datum('2026-12-31'));
    return bepaalToestand(kiesGeldend(feiten, klok), klok).uitleg();
  };
  const grondslag = { regel: 'inburgeringsplicht', artikel: 'Wet inburgering 2021 art. 3, 4 en 5' };

  it('zonder bericht van DUO', () => {
    expect(uitleg([])).toMatchObject({
      titel: 'Inburgeringsplicht',
      uitkomst: 'DUO heeft nog geen inburgeringsplicht gemeld',
      grondslag,
      zouWijzigenAls: [expect.stringContaining('SS101')],
    });
    expect(toestand([]).reden).toBe('DUO heeft nog geen inburgeringsplicht gemeld');
  });

  it('met het bericht waarop zij rust', () => {
    const melding = duo('SS109');
    expect(uitleg([melding])).toMatchObject({
      titel: 'Inburgeringsplicht',
      uitkomst: 'tijdelijke vrijstelling',
      grondslag,
      feiten: [
        {
          naam: 'Laatste bericht over de plicht',
          waarde: 'tijdelijke vrijstelling',
          bron: 'DUO SS109',
          feitId: melding.id,
        },
      ],
      zouWijzigenAls: [expect.stringContaining('DUO')],
    });
  });
});
