import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../shared/datum.ts';
import {
  type VoortgangFeiten,
  voortgangsgesprekken,
  voortgangsgesprekkenRegel,
} from './voortgangsgesprekken.ts';

const PIP: VoortgangFeiten = {
  aantalInPip: 8,
  dagtekeningPip: datum('2025-03-10'),
  gesprekken: [],
  maandenEersteJaar: 3,
  maandenDaarna: 6,
};

const op = (...dagen: string[]) => ({ gesprekken: dagen.map((d) => ({ datum: datum(d) })) });

const kern = (f: object) => {
  const a = voortgangsgesprekken({ ...PIP, ...f });
  if (a.uitkomst === 'bepaald') return a.waarde;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

describe('voortgangsgesprekken', () => {
  it.each<[string, object, unknown]>([
    ['nog geen gesprek', {}, { gevoerd: 0, nogTeVoeren: 8, volgende: '2025-06-10' }],
    ['na een gesprek', op('2025-06-02'), { gevoerd: 1, nogTeVoeren: 7, volgende: '2025-09-02' }],
    [
      'in elke volgorde',
      op('2025-09-01', '2025-06-02'),
      { gevoerd: 2, nogTeVoeren: 6, volgende: '2025-12-01' },
    ],
    [
      'laatste dag van het eerste jaar',
      op('2026-03-09'),
      { gevoerd: 1, nogTeVoeren: 7, volgende: '2026-06-09' },
    ],
    [
      'eerste dag van het tweede jaar',
      op('2026-03-10'),
      { gevoerd: 1, nogTeVoeren: 7, volgende: '2026-09-10' },
    ],
    ['dag daarna', op('2026-03-11'), { gevoerd: 1, nogTeVoeren: 7, volgende: '2026-09-11' }],
    [
      'gesprek vóór het PIP telt niet',
      op('2025-03-09'),
      { gevoerd: 0, nogTeVoeren: 8, volgende: '2025-06-10' },
    ],
    [
      'gesprek op de dag van het PIP telt',
      op('2025-03-10'),
      { gevoerd: 1, nogTeVoeren: 7, volgende: '2025-06-10' },
    ],
    [
      'einde van de maand',
      op('2025-11-30'),
      { gevoerd: 1, nogTeVoeren: 7, volgende: '2026-02-28' },
    ],
    ['alle gesprekken', { aantalInPip: 1, ...op('2025-06-02') }, 'niet-van-toepassing'],
    [
      'meer dan het PIP vraagt',
      { aantalInPip: 1, ...op('2025-06-02', '2025-07-02') },
      'niet-van-toepassing',
    ],
    ['geen in het PIP', { aantalInPip: 0 }, 'niet-van-toepassing'],
    [
      'geen in het PIP, verder niets bekend',
      { aantalInPip: 0, dagtekeningPip: undefined, gesprekken: undefined },
      'niet-van-toepassing',
    ],
    ['aantal onbekend', { aantalInPip: undefined }, ['aantalInPip']],
    ['PIP onbekend', { dagtekeningPip: undefined }, ['dagtekeningPip']],
    ['gesprekken onbekend', { gesprekken: undefined }, ['gesprekken']],
    ['een gesprek zonder dag', { gesprekken: [{}] }, ['gesprekken']],
    [
      'een gesprek zonder dag als alles al is gevoerd',
      { aantalInPip: 1, gesprekken: [{}, ...op('2025-06-02').gesprekken] },
      'niet-van-toepassing',
    ],
    ['ritme eerste jaar onbekend', { maandenEersteJaar: undefined }, ['maandenEersteJaar']],
    [
      'ritme daarna doet er nog niet toe',
      { maandenDaarna: undefined },
      { gevoerd: 0, nogTeVoeren: 8, volgende: '2025-06-10' },
    ],
    ['ritme daarna onbekend', { maandenDaarna: undefined, ...op('2026-04-01') }, ['maandenDaarna']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('legt uit met de som', () => {
    const uitleg = voortgangsgesprekken({ ...PIP, ...op('2025-06-02') }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Volgend voortgangsgesprek',
      uitkomst: 'uiterlijk 2 september 2025',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 5.3 lid 4' },
      stappen: [
        { titel: 'Gevoerd sinds het PIP', uitkomst: '1 van 8' },
        { titel: 'Vorige gesprek', uitkomst: '2 juni 2025' },
        {
          titel: 'Ritme in het eerste jaar',
          uitkomst: 'na 3 maanden: 2 september 2025',
          grondslag: { zekerheid: 'ontwerp' },
        },
      ],
    });
    expect(uitleg.feiten).toHaveLength(5);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    const eerste = voortgangsgesprekken(PIP).uitleg().stappen;
    expect(eerste?.[1]?.titel).toBe('Nog geen gesprek: vanaf het PIP');
    const later = voortgangsgesprekken({ ...PIP, ...op('2026-03-10') }).uitleg().stappen;
    expect(later?.[2]?.titel).toBe('Ritme na het eerste jaar');
    const klaar = voortgangsgesprekken({ ...PIP, aantalInPip: 1, ...op('2025-06-02') }).uitleg();
    expect(klaar).toMatchObject({ uitkomst: 'alle gesprekken zijn gevoerd: 1 van 1', stappen: [] });
    expect(voortgangsgesprekken({ aantalInPip: 0 }).uitleg()).toMatchObject({
      uitkomst: 'het PIP noemt geen gesprekken',
      stappen: [],
    });
  });

  it('een later gesprek verschuift het volgende nooit naar voren', () => {
    const dag = fc.integer({ min: 0, max: 900 }).map((n) => plusDagen(datum('2025-03-10'), n));
    fc.assert(
      fc.property(fc.array(dag, { maxLength: 6 }), dag, (dagen, erbij) => {
        const voor = kern(op(...dagen));
        const na = kern(op(...dagen, erbij));
        if (typeof voor !== 'object' || typeof na !== 'object') return;
        expect(
          (na as { volgende: string }).volgende >= (voor as { volgende: string }).volgende,
        ).toBe(true);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = voortgangsgesprekkenRegel.voorbeelden.map(({ invoer }) => {
      const uit = voortgangsgesprekkenRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'niet-van-toepassing', 'onbekend']);
  });
});
