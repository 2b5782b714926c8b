import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dagenTussen, datum, vanEpochDag } from '../shared/datum.ts';
import { eindNaMaanden } from './maanden.ts';
import {
  type BegeleidingFeiten,
  maatschappelijkeBegeleiding,
  maatschappelijkeBegeleidingRegel,
} from './maatschappelijke-begeleiding.ts';

const ASIEL: BegeleidingFeiten = {
  doelgroep: 'Asielstatushouder',
  datumInschrijving: datum('2026-03-02'),
  duurInMaanden: 12,
};
const GEZIN: BegeleidingFeiten = { ...ASIEL, doelgroep: 'Gezinsmigrant en overige migrant' };

const kern = (f: BegeleidingFeiten) => {
  const a = maatschappelijkeBegeleiding(f);
  if (a.uitkomst === 'bepaald') return a.waarde;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

const JAAR = { begin: '2026-03-02', laatsteDag: '2027-03-01', eind: '2027-03-02' };

describe('maatschappelijke-begeleiding', () => {
  it.each<[string, BegeleidingFeiten, unknown]>([
    ['asielstatushouder', ASIEL, JAAR],
    [
      'asielstatushouder, beleid over anderen doet er niet toe',
      { ...ASIEL, ookGezinsmigranten: false },
      JAAR,
    ],
    [
      'geen duur in het beleid',
      { ...ASIEL, duurInMaanden: undefined as never },
      { begin: '2026-03-02' },
    ],
    ['gezinsmigrant met ruimer beleid', { ...GEZIN, ookGezinsmigranten: true }, JAAR],
    [
      'gezinsmigrant zonder ruimer beleid',
      { ...GEZIN, ookGezinsmigranten: false },
      'niet-van-toepassing',
    ],
    [
      'gezinsmigrant zonder ruimer beleid, verder niets bekend',
      { doelgroep: 'Gezinsmigrant en overige migrant', ookGezinsmigranten: false },
      'niet-van-toepassing',
    ],
    ['gezinsmigrant, beleid onbekend', GEZIN, ['ookGezinsmigranten']],
    ['niets bekend', {}, ['doelgroep', 'datumInschrijving']],
    ['alleen het beleid bekend', { ookGezinsmigranten: false }, ['doelgroep', 'datumInschrijving']],
    ['nog niet ingeschreven', { doelgroep: 'Asielstatushouder' }, ['datumInschrijving']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each([
    ['2025-08-31', 6, '2026-03-01'],
    ['2025-08-30', 6, '2026-03-01'],
    ['2025-08-28', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-03-01'],
    ['2024-02-29', 12, '2025-03-01'],
    ['2024-03-01', 12, '2025-03-01'],
    ['2026-01-31', 1, '2026-03-01'],
    ['2026-03-31', 1, '2026-05-01'],
    ['2026-04-30', 1, '2026-05-30'],
  ])('vanaf %s na %i maanden: eerste dag erna %s', (begin, maanden, eind) => {
    expect(eindNaMaanden(datum(begin), maanden)).toBe(eind);
  });

  it('legt uit wie, vanaf wanneer en wat beleid is', () => {
    const uitleg = maatschappelijkeBegeleiding(ASIEL).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Maatschappelijke begeleiding',
      uitkomst: '2 maart 2026 tot en met 1 maart 2027',
      grondslag: { artikel: 'Wet inburgering 2021 art. 13', zekerheid: 'vast' },
      stappen: [
        { titel: 'Groep', uitkomst: 'asielstatushouder of gezinslid daarvan' },
        { titel: 'Begint op de dag van inschrijving', uitkomst: '2 maart 2026' },
        {
          titel: 'Duur volgens beleid: 12 maanden',
          uitkomst: 'tot en met 1 maart 2027',
          grondslag: { zekerheid: 'ontwerp' },
        },
        { grondslag: { artikel: 'Besluit inburgering 2021 art. 5.1' } },
      ],
    });
    expect(uitleg.feiten).toHaveLength(3);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    const open = maatschappelijkeBegeleiding({ ...ASIEL, duurInMaanden: undefined as never });
    expect(open.uitleg().uitkomst).toBe('vanaf 2 maart 2026; de wet noemt geen einde');
    expect(open.uitleg().stappen).toHaveLength(3);
    const gezin = maatschappelijkeBegeleiding({ ...GEZIN, ookGezinsmigranten: true }).uitleg();
    expect(gezin.grondslag?.zekerheid).toBe('ontwerp');
    expect(gezin.stappen?.[0]?.uitkomst).toBe('door beleid van de gemeente');
    const niet = maatschappelijkeBegeleiding({ ...GEZIN, ookGezinsmigranten: false }).uitleg();
    expect(niet.uitkomst).toContain('een recht van asielstatushouders');
    expect(niet.stappen).toEqual([]);
  });

  it('meer maanden zijn nooit korter, en een maand is nooit korter dan 28 dagen', () => {
    const dag = fc.integer({ min: 18_000, max: 24_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(dag, fc.integer({ min: 1, max: 60 }), (begin, n) => {
        const eind = eindNaMaanden(begin, n);
        expect(dagenTussen(begin, eind)).toBeGreaterThanOrEqual(28 * n);
        expect(eindNaMaanden(begin, n + 1) > eind).toBe(true);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = maatschappelijkeBegeleidingRegel.voorbeelden.map(({ invoer }) => {
      const uit = maatschappelijkeBegeleidingRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'niet-van-toepassing', 'onbekend']);
  });
});
