import { describe, expect, it } from 'vitest';
import { type Datum, datum } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Opbrengst } from './ophalen.jobs.ts';
import { type Hier, vergelijk } from './vergelijk.jobs.ts';

const d = datum;
let nr = 0;
const feit = (soort: string, inhoud: object, bron = 'duo', geldigOp = '2026-01-01') => {
  nr += 1;
  const vastgelegdOp = `2026-01-01T10:00:${String(nr % 60).padStart(2, '0')}.000Z`;
  return { id: String(nr), soort, inhoud, bron, geldigOp: d(geldigOp), vastgelegdOp } as Feit;
};

const hier = (feiten: Feit[], extra: Partial<Hier> = {}): Hier => ({
  feiten,
  gemeentecode: '0001',
  vandaag: d('2026-11-21'),
  vanaf: d('2026-01-01'),
  meldingen: [],
  onderweg: new Set(),
  ...extra,
});
const duo = (extra: Partial<Opbrengst> = {}): Opbrengst => ({ plicht: null, ...extra });
const kort = (h: Hier, o: Opbrengst, zonder: Parameters<typeof vergelijk>[2] = []) =>
  vergelijk(h, o, zonder).verschillen.map((v) => [v.onderwerp, v.soort, v.herstel.join()]);

const plicht = (einddatumExclusief?: Datum) => ({
  indicatorInburgeringsplicht: true,
  begindatum: d('2026-01-01'),
  wijzigingsdatum: undefined,
  datumKennisgevingInburgeringsplicht: undefined,
  redenGeenInburgeringsplicht: undefined,
  einddatumExclusief,
});
const onzePlicht = (eind?: string, kennisgeving?: string) =>
  feit('inburgeringsplicht', {
    plichtig: true,
    begin: d('2026-01-01'),
    ...(eind ? { eind: d(eind) } : {}),
    ...(kennisgeving ? { kennisgeving: d(kennisgeving) } : {}),
  });

describe('een veld dat DUO weglaat', () => {
  it('is geen verschil als DUO het ook niet hoeft te geven', () => {
    expect(kort(hier([onzePlicht(undefined, '2026-01-05')]), duo({ plicht: plicht() }))).toEqual(
      [],
    );
  });

  it('is wel een verschil als weglaten iets betekent: zonder einde loopt de plicht door', () => {
    const anders = [['plicht', 'anders', 'neem-over,aanvaard']];
    expect(kort(hier([onzePlicht('2026-11-01')]), duo({ plicht: plicht() }))).toEqual(anders);
    expect(kort(hier([onzePlicht()]), duo({ plicht: plicht(d('2026-11-01')) }))).toEqual(anders);
    expect(
      kort(hier([onzePlicht('2026-11-01')]), duo({ plicht: plicht(d('2026-11-01')) })),
    ).toEqual([]);
  });
});

describe('wat onderweg is of zonder antwoord bleef', () => {
  const pvt = feit('pvt-ondertekend', { op: d('2026-10-01') }, 'medewerker');

  it('wordt niet vergeleken en heet overgeslagen', () => {
    expect(kort(hier([pvt]), duo())).toEqual([['pvt', 'mist-bij-duo', 'stuur-opnieuw,aanvaard']]);
    const onderweg = vergelijk(hier([pvt], { onderweg: new Set(['pvt'] as const) }), duo(), []);
    expect([onderweg.verschillen, onderweg.overgeslagen]).toEqual([[], ['pvt']]);
    expect(kort(hier([pvt]), duo(), ['pvt'])).toEqual([]);
  });
});

describe('uren', () => {
  const les = (totaal: number, bekendTot: string, extra: object = {}) =>
    feit('uren', { soort: 'taal-en-knm', totaal, bekendTot: d(bekendTot), ...extra }, 'aanbieder');
  const bijDuo = (gemeentecode: string, uren: number, bekendTot = '2026-10-01') => ({
    gemeentecode,
    bekendTot: d(bekendTot),
    participatieTaalles: { uren },
    participatieactiviteiten: undefined,
    bredeIntake: undefined,
    instelling: undefined,
  });

  it('telt alleen wat van deze gemeente is, en het laatste van elk soort', () => {
    const o = duo({
      uren: [bijDuo('0001', 80, '2026-09-01'), bijDuo('0001', 120), bijDuo('0002', 300)],
    });
    expect(kort(hier([les(120, '2026-11-01')]), o)).toEqual([]);
    expect(kort(hier([les(121, '2026-11-01')]), o)).toEqual([
      ['uren', 'anders', 'stuur-opnieuw,neem-over,aanvaard'],
    ]);
  });

  it('laat met rust wat niet naar DUO gaat en wat een andere gemeente gaf', () => {
    const pvt = feit('uren', { soort: 'pvt', totaal: 8, bekendTot: d('2026-10-01') }, 'medewerker');
    const elders = { ...les(200, '2026-06-01'), verwijzing: 'andere gemeente X (0002)' } as Feit;
    expect(kort(hier([pvt, elders]), duo())).toEqual([]);
  });
});

describe('gebeurtenissen', () => {
  const e = (id: string, dag: string) => ({ id, omschrijving: id, datum: d(dag) });
  const m = (id: string, dag: string, zeker = true) => ({ id, dag: d(dag), zeker });
  const gemist = (h: Partial<Hier>, lijst: ReturnType<typeof e>[]) =>
    vergelijk(hier([], h), duo({ gebeurtenis: lijst }), []).gemist.map((g) => `${g.id} ${g.datum}`);

  it('horen bij elkaar op id en dag, met een dag speling rond middernacht', () => {
    for (const dag of ['2026-10-09', '2026-10-10', '2026-10-11'])
      expect(gemist({ meldingen: [m('SS101', dag)] }, [e('SS101', '2026-10-10')])).toEqual([]);
    for (const dag of ['2026-10-08', '2026-10-12'])
      expect(gemist({ meldingen: [m('SS101', dag)] }, [e('SS101', '2026-10-10')])).toEqual([
        'SS101 2026-10-10',
      ]);
  });

  it('tellen elk één keer: twee bij DUO en één hier is één gemist', () => {
    const twee = [e('SS199', '2026-10-10'), e('SS199', '2026-10-10')];
    expect(gemist({ meldingen: [m('SS199', '2026-10-10')] }, twee)).toEqual(['SS199 2026-10-10']);
  });

  it('van vóór deze gemeente of na vandaag gelden niet als gemist', () => {
    const lijst = ['2025-12-31', '2026-01-01', '2026-11-21', '2026-11-22'].map((x) =>
      e('SS101', x),
    );
    expect(gemist({}, lijst)).toEqual(['SS101 2026-01-01', 'SS101 2026-11-21']);
  });

  it('die DUO niet noemt zijn samen één verschil, behalve wat pas na het vragen kwam', () => {
    const h = hier([], {
      meldingen: [
        m('SS101', '2026-02-01'),
        m('SS102', '2026-03-01'),
        m('SS103', '2026-11-21', false),
      ],
    });
    const [v, ...rest] = vergelijk(h, duo({ gebeurtenis: [] }), []).verschillen;
    expect([v?.hier, rest]).toEqual([
      'Meldingen SS101 van 1 februari 2026 en SS102 van 1 maart 2026',
      [],
    ]);
  });
});
