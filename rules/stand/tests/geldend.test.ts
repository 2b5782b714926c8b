import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import type { Feit } from '../feiten.ts';
import { eerder, geldendOp, kiesGeldend, ordenFeiten, uitFeit } from '../geldend.ts';
import { feit } from '../proefdossier.ts';

const op = (dag: string) => klokOp(datum(dag));
const notitie = (id: string, dag: string, vastgelegdOp?: string, vervangt?: string): Feit =>
  ({
    ...feit('notitie', { tekst: id }, dag, { id, ...(vervangt ? { vervangt } : {}) }),
    ...(vastgelegdOp ? { vastgelegdOp } : {}),
  }) as Feit;
const ids = (feiten: Feit[], dag = '2026-12-31') =>
  kiesGeldend(feiten, op(dag))
    .alle('notitie')
    .map((f) => f.id);

describe('de volgorde van feiten', () => {
  const dag = notitie('z', '2026-01-01', '2026-06-01T10:00:00Z');
  const later = notitie('a', '2026-01-02', '2026-01-01T10:00:00Z');
  const laterVastgelegd = notitie('a', '2026-01-01', '2026-06-02T10:00:00Z');
  const hogerId = notitie('zz', '2026-01-01', '2026-06-01T10:00:00Z');

  it.each([
    ['de dag', dag, later],
    ['het moment van vastleggen', dag, laterVastgelegd],
    ['het id', dag, hogerId],
  ])('%s beslist', (_, a, b) => {
    expect(eerder(a, b)).toBe(-1);
    expect(eerder(b, a)).toBe(1);
    expect(ids([b, a])).toEqual([a.id, b.id]);
    expect(ids([a, b])).toEqual([a.id, b.id]);
  });

  it('hetzelfde feit is niet eerder', () => {
    expect(eerder(dag, dag)).toBe(0);
  });

  it('ordent elke soort apart', () => {
    const contact = (dag: string) => feit('contact', { telefoon: dag }, dag);
    const g = kiesGeldend(
      [
        contact('2026-02-01'),
        notitie('b', '2026-01-02'),
        contact('2026-01-01'),
        notitie('a', '2026-01-01'),
      ],
      op('2026-12-31'),
    );
    expect(g.alle('contact').map((f) => f.geldigOp)).toEqual(['2026-01-01', '2026-02-01']);
    expect(g.alle('notitie').map((f) => f.id)).toEqual(['a', 'b']);
    expect(g.laatste('contact')?.geldigOp).toBe('2026-02-01');
    expect(g.laatste('taal')).toBeUndefined();
    expect(g.alle('taal')).toEqual([]);
  });
});

describe('welke feiten gelden', () => {
  it.each([
    ['2026-01-31', ['a']],
    ['2026-02-01', ['a', 'b']],
    ['2026-02-02', ['a', 'b']],
    ['2025-12-31', []],
  ])('op %s: %j', (dag, verwacht) => {
    expect(ids([notitie('a', '2026-01-01'), notitie('b', '2026-02-01')], dag)).toEqual(verwacht);
  });

  it('een vervangen feit geldt nooit, ook niet vóór de verbetering', () => {
    const feiten = [notitie('a', '2026-01-01'), notitie('b', '2026-03-01', undefined, 'a')];
    expect(ids(feiten, '2026-02-01')).toEqual([]);
    expect(ids(feiten, '2026-03-01')).toEqual(['b']);
    expect(ids(feiten.toReversed(), '2026-03-01')).toEqual(['b']);
  });

  it('een feit dat naar zichzelf wijst blijft gelden', () => {
    expect(ids([notitie('a', '2026-01-01', undefined, 'a')])).toEqual(['a']);
  });

  it('de laatste dag is die van de feiten die tellen, in welke volgorde ook', () => {
    const [a, b] = [notitie('a', '2026-01-01'), notitie('b', '2026-02-01')];
    expect(ordenFeiten([]).laatsteDag).toBeUndefined();
    expect(ordenFeiten([a, b]).laatsteDag).toBe('2026-02-01');
    expect(ordenFeiten([b, a]).laatsteDag).toBe('2026-02-01');
    const vervangen = notitie('c', '2026-01-01', undefined, 'b');
    expect(ordenFeiten([a, b, vervangen]).laatsteDag).toBe('2026-01-01');
  });

  it('gelden alle feiten, dan is het steeds dezelfde lezing; de klok onthoudt wanneer dat is', () => {
    const geordend = ordenFeiten([notitie('a', '2026-01-01'), notitie('b', '2026-02-01')]);
    expect(geldendOp(geordend, op('2026-02-01'))).toBe(geordend.alles);
    expect(geldendOp(ordenFeiten([]), op('2026-02-01')).alle('notitie')).toEqual([]);
    const klok = op('2026-01-15');
    expect(geldendOp(geordend, klok)).not.toBe(geordend.alles);
    expect(klok.volgende()).toBe('2026-02-01');
  });
});

describe('het laatste feit per sleutel', () => {
  const antwoord = (vraag: string, waarde: string, dag: string) =>
    feit('intake-antwoord', { onderdeel: 'werk', vraag, waarde }, dag);
  const per = (...feiten: Feit[]) =>
    kiesGeldend(feiten, op('2026-12-31'))
      .perSleutel('intake-antwoord', (i) => i.vraag)
      .map((f) => f.inhoud.waarde);

  it('vervangt een eerder feit met dezelfde sleutel', () => {
    expect(per()).toEqual([]);
    expect(per(antwoord('a', 'een', '2026-01-01'))).toEqual(['een']);
    expect(per(antwoord('a', 'een', '2026-01-01'), antwoord('a', 'twee', '2026-01-02'))).toEqual([
      'twee',
    ]);
    expect(per(antwoord('a', 'een', '2026-01-01'), antwoord('b', 'twee', '2026-01-02'))).toEqual([
      'een',
      'twee',
    ]);
  });
});

describe('een waarde uit een feit', () => {
  it('komt met haar bron; zonder feit of waarde is er niets', () => {
    const contact = feit('contact', { telefoon: '0612345678' }, '2026-01-01', { door: 'Noor' });
    const uit = kiesGeldend([contact], op('2026-12-31')).laatste('contact');
    expect(uitFeit(uit, (i) => i.telefoon)).toEqual({
      waarde: '0612345678',
      bron: 'Noor',
      datum: '2026-01-01',
      feitId: contact.id,
    });
    expect(uitFeit(uit, (i) => i.email)).toBeUndefined();
    expect(uitFeit<'contact', string>(undefined, (i) => i.telefoon)).toBeUndefined();
  });

  it('onwaar en nul zijn ook waarden', () => {
    const verblijf = feit('verblijf', { asielvergunningBepaaldeTijd: false }, '2026-01-01');
    const uit = kiesGeldend([verblijf], op('2026-12-31')).laatste('verblijf');
    expect(uitFeit(uit, (i) => i.asielvergunningBepaaldeTijd)?.waarde).toBe(false);
  });
});
