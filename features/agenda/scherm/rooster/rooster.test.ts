import { describe, expect, it } from 'vitest';
import { datum } from '../../../../rules/shared/datum.ts';
import type { AgendaAfspraak } from '../../agenda.schema.ts';
import {
  bundel,
  dagenVan,
  maandagVan,
  periode,
  plaats,
  urenVan,
  vraagt,
  vrijeTijden,
} from './rooster.ts';

const item = (tijd: string, einde: string, extra: Partial<AgendaAfspraak> = {}): AgendaAfspraak =>
  ({
    afspraakId: `${tijd}${einde}${JSON.stringify(extra)}`,
    datum: '2026-11-23',
    tijd,
    einde,
    uitkomst: null,
    berichten: [],
    groepId: null,
    zittingId: null,
    ...extra,
  }) as AgendaAfspraak;
const AFGEZEGD = { feitId: 'x', uitkomst: 'afgezegd', reden: null } as const;

describe('de week', () => {
  it.each([
    ['2026-11-22', '2026-11-16'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
  ])('%s valt in de week van %s', (dag, maandag) => {
    expect(maandagVan(datum(dag))).toBe(maandag);
  });
  it('loopt over de zomertijd gewoon zeven dagen', () => {
    expect(periode('week', datum('2026-03-29'))).toEqual({
      van: '2026-03-23',
      tot: '2026-03-30',
      stap: 7,
    });
  });
  it('toont het weekend alleen als daar iets staat', () => {
    const van = datum('2026-11-23');
    expect(dagenVan('week', van, [])).toHaveLength(5);
    expect(dagenVan('week', van, [{ datum: '2026-11-28' }]).at(-1)).toBe('2026-11-28');
  });
});

describe('naast elkaar', () => {
  const banen = (...items: AgendaAfspraak[]) =>
    plaats(bundel(items)).map((p) => `${p.baan}/${p.banen}`);
  it('wat elkaar raakt deelt de breedte; wat aansluit niet', () => {
    expect(banen(item('09:00', '10:00'), item('10:00', '11:00'))).toEqual(['0/1', '0/1']);
    expect(banen(item('09:00', '10:30'), item('10:00', '11:00'))).toEqual(['0/2', '1/2']);
  });
  it('een derde past weer in de eerste baan', () => {
    expect(banen(item('09:00', '10:00'), item('09:30', '11:00'), item('10:00', '10:30'))).toEqual([
      '0/2',
      '1/2',
      '0/2',
    ]);
  });
  it('een gezin is één blok', () => {
    const samen = { groepId: 'g' };
    expect(
      bundel([
        item('09:00', '10:00', samen),
        item('09:00', '10:00', { ...samen, naam: 'twee' }),
        item('09:00', '10:00'),
      ]).map((b) => b.items.length),
    ).toEqual([2, 1]);
  });
});

describe('vrije tijden', () => {
  it('laten weg wat raakt, en niet wat aansluit of is afgezegd', () => {
    const items = [
      item('09:00', '10:00'),
      item('13:00', '17:00', { uitkomst: AFGEZEGD }),
      item('11:00', '18:00'),
    ];
    expect(vrijeTijden(items, '2026-11-23', 60)).toEqual(['08:00', '10:00']);
    expect(vrijeTijden(items, '2026-11-23', 30)).toEqual(['08:00', '08:30', '10:00', '10:30']);
    expect(vrijeTijden(items, '2026-11-24', 60)).toHaveLength(19);
  });
});

describe('verder', () => {
  it('de uren worden ruimer als er iets buiten kantoortijd is', () => {
    expect(urenVan([])).toEqual({ van: 8, tot: 18 });
    expect(urenVan([item('07:30', '08:00'), item('18:00', '19:15')])).toEqual({ van: 7, tot: 20 });
  });
  it('vraagt om een uitkomst vanaf de dag erna', () => {
    const i = item('09:00', '10:00');
    expect(['2026-11-22', '2026-11-23', '2026-11-24'].map((d) => vraagt(i, d))).toEqual([
      null,
      null,
      'uitkomst',
    ]);
  });
});
