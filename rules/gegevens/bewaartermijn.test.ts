import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, vanEpochDag } from '../shared/datum.ts';
import { type BewaarFeiten, bewaartermijn, bewaartermijnRegel } from './bewaartermijn.ts';

const DOSSIER: BewaarFeiten = {
  soort: 'dossier',
  datumEindePlicht: datum('2026-05-31'),
  overleden: false,
};
const LENING: BewaarFeiten = {
  soort: 'lening',
  datumLeningAfgedaan: datum('2030-01-15'),
  overleden: false,
};

const kern = (f: object) => {
  const a = bewaartermijn(f);
  if (a.uitkomst === 'bepaald') return [a.waarde.laatsteDag, a.waarde.verwijderen];
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};

describe('bewaartermijn', () => {
  it.each<[string, object, unknown]>([
    ['dossier: vijf jaar', DOSSIER, ['2031-05-31', '2031-06-01']],
    [
      'kerngegevens: vijftig jaar',
      { ...DOSSIER, soort: 'kerngegevens' },
      ['2076-05-31', '2076-06-01'],
    ],
    ['lening: vijf jaar na afdoening', LENING, ['2035-01-15', '2035-01-16']],
    [
      'plicht eindigt op schrikkeldag',
      { ...DOSSIER, datumEindePlicht: '2024-02-29' },
      ['2029-02-28', '2029-03-01'],
    ],
    [
      'overleden na het einde',
      { ...DOSSIER, datumOverlijden: '2027-01-10' },
      ['2027-01-10', '2027-01-11'],
    ],
    [
      'overleden, kerngegevens',
      { ...DOSSIER, soort: 'kerngegevens', datumOverlijden: '2027-01-10' },
      ['2027-01-10', '2027-01-11'],
    ],
    [
      'overleden op de laatste dag',
      { ...DOSSIER, datumOverlijden: '2031-05-31' },
      ['2031-05-31', '2031-06-01'],
    ],
    [
      'overleden na de termijn',
      { ...DOSSIER, datumOverlijden: '2031-06-01' },
      ['2031-05-31', '2031-06-01'],
    ],
    [
      'overleden terwijl de plicht liep',
      { soort: 'dossier', plichtLoopt: true, datumOverlijden: '2025-02-01' },
      ['2025-02-01', '2025-02-02'],
    ],
    [
      'overleden, lening liep nog',
      { soort: 'lening', leningLoopt: true, datumOverlijden: '2025-02-01' },
      ['2025-02-01', '2025-02-02'],
    ],
    [
      'plicht loopt',
      { soort: 'dossier', plichtLoopt: true, overleden: false },
      'niet-van-toepassing',
    ],
    [
      'lening loopt',
      { soort: 'lening', leningLoopt: true, overleden: false },
      'niet-van-toepassing',
    ],
    [
      'lening loopt, plicht is voorbij',
      { ...DOSSIER, soort: 'lening', leningLoopt: true },
      'niet-van-toepassing',
    ],
    ['soort ontbreekt', { ...DOSSIER, soort: undefined }, ['soort']],
    ['overlijden ontbreekt', { ...DOSSIER, overleden: undefined }, ['overleden']],
    ['dag van overlijden ontbreekt', { ...DOSSIER, overleden: true }, ['datumOverlijden']],
    [
      'einde ontbreekt',
      { soort: 'dossier', plichtLoopt: false, overleden: false },
      ['datumEindePlicht'],
    ],
    ['of de plicht loopt ontbreekt', { soort: 'dossier', overleden: false }, ['plichtLoopt']],
    ['of de lening loopt ontbreekt', { soort: 'lening', overleden: false }, ['leningLoopt']],
    [
      'afdoening ontbreekt',
      { soort: 'lening', leningLoopt: false, overleden: false },
      ['datumLeningAfgedaan'],
    ],
    [
      'overleden, maar wanneer de plicht eindigde ontbreekt',
      { soort: 'dossier', datumOverlijden: '2035-02-01' },
      ['plichtLoopt'],
    ],
    ['bijna alles ontbreekt', { soort: 'dossier' }, ['overleden', 'plichtLoopt']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it('legt uit met artikel en jaren', () => {
    const uitleg = bewaartermijn({ ...DOSSIER, datumOverlijden: datum('2027-01-10') }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Hoe lang gegevens worden bewaard',
      uitkomst: 'ten hoogste tot en met 10 januari 2027',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 9.9' },
      stappen: [
        {
          titel: '5 jaar na het einde van de plicht',
          uitkomst: '31 mei 2031',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 9.9 lid 1 onder a' },
        },
        {
          titel: 'Bij overlijden',
          uitkomst: '10 januari 2027',
          grondslag: { artikel: 'Besluit inburgering 2021 art. 9.9 lid 1 onder b' },
        },
      ],
    });
    expect(uitleg.feiten).toHaveLength(4);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    const stap = (f: BewaarFeiten) => bewaartermijn(f).uitleg().stappen?.[0];
    expect(stap({ ...DOSSIER, soort: 'kerngegevens' })).toMatchObject({
      titel: 'Ten hoogste 50 jaar na het einde van de plicht',
      grondslag: { zekerheid: 'afgeleid', artikel: 'Besluit inburgering 2021 art. 9.9 lid 2' },
    });
    expect(stap(LENING)).toMatchObject({
      titel: '5 jaar na afdoening van de lening',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 9.9 lid 3' },
    });
    const zin = (f: BewaarFeiten) => bewaartermijn({ ...f, overleden: false }).uitleg().uitkomst;
    expect(zin({ soort: 'dossier', plichtLoopt: true })).toBe(
      'de plicht loopt nog; bewaar niet langer dan nodig',
    );
    expect(zin({ soort: 'lening', leningLoopt: true })).toBe(
      'de lening loopt nog; bewaar niet langer dan nodig',
    );
    expect(
      bewaartermijn({
        soort: 'dossier',
        plichtLoopt: true,
        datumOverlijden: datum('2025-02-01'),
      }).uitleg().stappen,
    ).toHaveLength(1);
  });

  it('is bij leven nooit korter dan vijf jaar, en kerngegevens blijven nooit korter dan het dossier', () => {
    const dag = fc.integer({ min: 18_000, max: 30_000 }).map(vanEpochDag);
    fc.assert(
      fc.property(dag, dag, (einde, dood) => {
        const f = { ...DOSSIER, datumEindePlicht: einde };
        const [dossier] = kern(f) as string[];
        const [lang] = kern({ ...f, soort: 'kerngegevens' }) as string[];
        const [kort] = kern({ ...f, datumOverlijden: dood }) as string[];
        expect(Number(dossier!.slice(0, 4)) - Number(einde.slice(0, 4))).toBe(5);
        expect(lang! > dossier!).toBe(true);
        expect(kort! <= dossier!).toBe(true);
      }),
    );
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = bewaartermijnRegel.voorbeelden.map(({ invoer }) => {
      const uit = bewaartermijnRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual([
      'bepaald',
      'bepaald',
      'bepaald',
      'niet-van-toepassing',
      'onbekend',
    ]);
  });
});
