import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum } from '../../../rules/shared/datum.ts';
import { klokOp } from '../../../rules/shared/klok.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { kiesGeldend } from '../../../rules/stand/geldend.ts';
import { TAALCODES } from '../../shared/talen.schema.ts';
import { plekken } from '../../shared/teksten.schema.ts';
import { METING_VRAGEN, scoresVan, veranderingen } from '../dimensies.schema.ts';
import { METING_TEKSTEN } from '../teksten.read.ts';
import { meetmomenten } from './momenten.ts';

let volgnummer = 0;
const feit = (soort: string, op: string, inhoud: object): Feit => {
  volgnummer += 1;
  return {
    id: `f${volgnummer}`,
    soort,
    inhoud,
    geldigOp: datum(op),
    vastgelegdOp: `${op}T10:00:00Z`,
    bron: 'medewerker',
  } as Feit;
};
const gesprek = (op: string) => feit('voortgangsgesprek', op, { op });
const meting = (moment: string, op: string) =>
  feit('meting', op, { metingId: `${moment}-${op}`, moment, taal: 'nl' });
const momenten = (feiten: Feit[], vandaag: string) =>
  meetmomenten(kiesGeldend(feiten, klokOp(datum(vandaag))), datum(vandaag)).map(
    (m) => `${m.soort} ${m.op ?? '-'} ${m.staat}`,
  );

describe('de meetmomenten', () => {
  it('beginnen met de meting bij de intake', () => {
    expect(momenten([], '2026-11-21')).toEqual(['begin - nu']);
    expect(momenten([meting('begin', '2026-11-01')], '2026-11-21')).toEqual([
      'begin 2026-11-01 gedaan',
    ]);
  });

  it.each([
    ['2026-11-06', false],
    ['2026-11-07', true],
    ['2026-12-05', true],
    ['2026-12-06', false],
  ])('een meting op %s hoort bij het gesprek van 21 november: %s', (op, hoortErbij) => {
    const beeld = momenten([gesprek('2026-11-21'), meting('voortgang', op)], '2027-01-31');
    expect(beeld).toContain(`voortgang ${op} gedaan`);
    expect(beeld.includes('voortgang 2026-11-21 niet-gedaan')).toBe(!hoortErbij);
  });

  it.each([
    ['2026-12-04', 'nu'],
    ['2026-12-05', 'nu'],
    ['2026-12-06', 'niet-gedaan'],
  ])('op %s is een gesprek van 21 november zonder meting: %s', (vandaag, staat) => {
    expect(momenten([gesprek('2026-11-21')], vandaag)).toContain(`voortgang 2026-11-21 ${staat}`);
  });

  it('noemen een gepland gesprek tot er een uitkomst is', () => {
    const afspraak = feit('afspraak', '2026-11-01', {
      afspraakId: 'a',
      soort: 'voortgangsgesprek',
      datum: '2026-12-01',
      tijd: '10:00',
      plaats: 'x',
      duurMinuten: 60,
    });
    const straks = 'voortgang 2026-12-01 straks';
    expect(momenten([afspraak], '2026-12-01')).toContain(straks);
    expect(momenten([afspraak], '2026-12-02')).not.toContain(straks);
    const af = feit('afspraak-uitkomst', '2026-11-20', { afspraakId: 'a', uitkomst: 'afgezegd' });
    expect(momenten([afspraak, af], '2026-11-21')).not.toContain(straks);
  });

  it.each([
    ['2029-09-30', 'straks'],
    ['2029-10-01', 'nu'],
    ['2029-10-02', 'nu'],
  ])('op %s is de laatste meting, twee maanden voor het einde: %s', (vandaag, staat) => {
    const termijn = feit('inburgeringstermijn', '2026-12-01', {
      start: '2026-12-01',
      eind: '2029-12-01',
    });
    expect(momenten([termijn], vandaag).at(-1)).toBe(`eind 2029-10-01 ${staat}`);
    const klaar = momenten([termijn, meting('eind', '2029-10-01')], '2029-11-01');
    expect(klaar.at(-1)).toBe('eind 2029-10-01 gedaan');
  });
});

describe('de scores', () => {
  const antwoorden = fc.dictionary(
    fc.constantFrom(...METING_VRAGEN),
    fc.integer({ min: 0, max: 10 }),
  );

  it('liggen tussen het laagste en hoogste eigen cijfer, en overslaan telt niet als nul', () => {
    fc.assert(
      fc.property(antwoorden, (a) => {
        const scores = scoresVan(a);
        const beantwoord = scores.reduce((som, s) => som + s.beantwoord, 0);
        expect(beantwoord).toBe(Object.keys(a).length);
        for (const { score, beantwoord: n } of scores) {
          expect(score === null).toBe(n === 0);
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(Math.min(...Object.values(a)));
          expect(score).toBeLessThanOrEqual(Math.max(...Object.values(a)));
        }
      }),
    );
  });

  it('geven bij gelijke cijfers geen verschil', () => {
    const s = scoresVan({ 'lichaam-voelt': 6 });
    expect(veranderingen(s, s)[0]?.zin).toBe('weer een 6');
    expect(veranderingen(s, s)[1]?.zin).toBe('allebei de keren overgeslagen');
  });
});

describe('de teksten', () => {
  it.each(TAALCODES)(
    'zijn in %s volledig, met dezelfde plekken, en van elke vraag anders',
    (taal) => {
      const { nl, [taal]: eigen } = METING_TEKSTEN.teksten;
      expect(Object.keys(eigen)).toEqual(Object.keys(nl));
      for (const [sleutel, tekst] of Object.entries(eigen)) {
        expect(plekken(tekst), sleutel).toEqual(plekken(nl[sleutel as keyof typeof nl] ?? ''));
      }
      const vragen = METING_VRAGEN.map((v) => eigen[v]);
      expect(new Set(vragen).size).toBe(METING_VRAGEN.length);
      if (taal !== 'nl') expect(vragen).not.toContain(nl[METING_VRAGEN[0]]);
    },
  );
});
