import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAALCODES } from '../../shared/talen.schema.ts';
import { plekken } from '../../shared/teksten.schema.ts';
import { METING_VRAGEN, scoresVan, veranderingen } from '../dimensies.schema.ts';
import { METING_TEKSTEN } from '../teksten.read.ts';

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
