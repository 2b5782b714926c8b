import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import {
  type BoeteDuoPvtMapFeiten,
  boeteDuoPvtMap,
  boeteDuoPvtMapRegel,
} from './boete-duo-pvt-map.ts';

const MAP_MIST: BoeteDuoPvtMapFeiten = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  bijstandVerlaagd: false,
  leerroute: 'B',
  laatsteDagTermijn: datum('2025-06-30'),
  pvtAfgerond: true,
  mapAfgerond: false,
  verwijtbaar: true,
  eerdereBoetesPvtMap: 0,
};

const kern = (f: object) => {
  const a = boeteDuoPvtMap({ ...MAP_MIST, ...f });
  if (a.uitkomst === 'bepaald') return a.waarde;
  if (a.uitkomst === 'onbekend') return a.ontbreekt.map((o) => o.feit);
  return a.uitleg().stappen?.map((s) => s.titel);
};

/** Zoveel zinnen, geen ervan leeg. */
const zinnen = (n: number) => Array.from({ length: n }, () => expect.stringMatching(/^\S.+\S$/));

describe('boete-duo-pvt-map', () => {
  it.each([
    ['vector 84: de MAP ontbreekt', {}],
    ['vector 84: PVT en MAP ontbreken', { pvtAfgerond: false }],
    ['het PVT ontbreekt', { pvtAfgerond: false, mapAfgerond: true }],
    ['onderwijsroute zonder PVT', { leerroute: 'O', pvtAfgerond: false, mapAfgerond: undefined }],
    ['de tweede keer', { eerdereBoetesPvtMap: 1 }],
  ])('%s: € 340', (_, f) => expect(kern(f)).toEqual({ hoogsteBoete: 34_000 }));

  it.each([
    [2, '2024-02-28', '2026-02-28'],
    [2, '2024-02-29', '2026-02-28'],
    [3, '2024-03-01', '2026-03-01'],
  ])('na %i boetes, de laatste op %s: niet eerder dan %s', (aantal, vorige, dag) => {
    const f = { eerdereBoetesPvtMap: aantal, datumVorigeBoete: datum(vorige) };
    expect(kern(f)).toEqual({ hoogsteBoete: 34_000, nietEerderDan: dag });
  });

  it.each<[string, object, string[]]>([
    ['klaar', { mapAfgerond: true }, ['Het PVT en de MAP zijn op tijd afgerond']],
    [
      'onderwijsroute met PVT',
      { leerroute: 'O' },
      ['Het PVT is op tijd afgerond; bij de onderwijsroute hoort geen MAP'],
    ],
    ['geen verwijt', { verwijtbaar: false }, ['De persoon valt niets te verwijten']],
    [
      'bijstand',
      { bijstandVerlaagd: true },
      ['De bijstand is al verlaagd voor dezelfde gedraging'],
    ],
    [
      'toets',
      { doelgroep: 'Asielstatushouder', vluchtelingtoetsVoldoet: false },
      ['De toets voor een boete aan een asielstatushouder voldoet niet'],
    ],
    [
      'voor de wet',
      { laatsteDagTermijn: '2021-12-31' },
      ['Op 31 december 2021 gold deze wet nog niet'],
    ],
  ])('geen boete: %s', (_, f, titels) => expect(kern(f)).toEqual(titels));

  it.each(Object.keys(MAP_MIST))('vraagt naar %s', (feit) => {
    expect(kern({ [feit]: undefined })).toEqual([feit]);
  });

  it('vraagt na twee boetes naar de dag van de vorige, eerder niet', () => {
    expect(kern({ eerdereBoetesPvtMap: 2 })).toEqual(['datumVorigeBoete']);
    expect(kern({ eerdereBoetesPvtMap: 1 })).toEqual({ hoogsteBoete: 34_000 });
  });

  it('legt uit wat ontbreekt en wat volgt', () => {
    const stappen = (f: object) =>
      boeteDuoPvtMap({ ...MAP_MIST, ...f })
        .uitleg()
        .stappen?.map((s) => [s.titel, s.uitkomst]);
    const mens = [expect.stringContaining('beslist een mens met naam'), undefined];
    const termijn = ['DUO geeft een nieuwe termijn van ten hoogste twee jaar', undefined];
    expect(stappen({})).toEqual([['Niet op tijd: de MAP', '€ 340'], termijn, mens]);
    expect(stappen({ pvtAfgerond: false })?.[0]?.[0]).toBe('Niet op tijd: het PVT en de MAP');
    expect(stappen({ leerroute: 'O', pvtAfgerond: false })).toEqual([
      ['Niet op tijd: het PVT', '€ 340'],
      ['Bij de onderwijsroute hoort geen MAP', undefined],
      termijn,
      mens,
    ]);
    const derde = { eerdereBoetesPvtMap: 2, datumVorigeBoete: datum('2024-05-01') };
    expect(stappen(derde)?.[1]).toEqual([
      'Na twee boetes: iedere twee jaar',
      'niet eerder dan 1 mei 2026',
    ]);
    expect(boeteDuoPvtMap(MAP_MIST).uitleg()).toMatchObject({
      titel: 'Boete van DUO voor PVT en MAP',
      uitkomst: 'ten hoogste € 340',
      grondslag: { artikel: 'Wet inburgering 2021 art. 24 en 26', zekerheid: 'vast' },
      stappen: [{ grondslag: { artikel: 'Besluit inburgering 2021 art. 7.2 lid 1' } }, {}, {}],
    });
    const artikel = (f: object, n: number) =>
      boeteDuoPvtMap({ ...MAP_MIST, ...f })
        .uitleg()
        .stappen?.[n]?.grondslag?.artikel.slice(21);
    expect(artikel({}, 1)).toBe('art. 24 lid 2 en 3');
    expect(artikel(derde, 1)).toBe('art. 24 lid 4');
    expect(artikel({ mapAfgerond: true }, 0)).toBe('art. 24 lid 1');
    expect(boeteDuoPvtMap(MAP_MIST).uitleg().feiten).toHaveLength(8);
    expect(boeteDuoPvtMap(MAP_MIST).uitleg().zouWijzigenAls).toEqual(zinnen(3));
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = boeteDuoPvtMapRegel.voorbeelden.map(({ invoer }) => {
      const uit = boeteDuoPvtMapRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual(['bepaald', 'niet-van-toepassing', 'bepaald', 'onbekend']);
  });
});
