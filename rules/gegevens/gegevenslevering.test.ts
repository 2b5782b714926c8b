import { describe, expect, it } from 'vitest';
import {
  gegevenslevering,
  gegevensleveringRegel,
  type LeveringFeiten,
} from './gegevenslevering.ts';
import { GEGEVENS, PARTIJEN, type Partij, type SoortGegeven } from './stromen.ts';

const VOORTGANG = 'voortgang, aanwezigheid en inspanning';
const ASIEL = 'Asielstatushouder';
const GEZIN = 'Gezinsmigrant en overige migrant';

const kern = (f: LeveringFeiten) => {
  const a = gegevenslevering(f);
  if (a.uitkomst === 'bepaald')
    return `${a.waarde.wanneer}: ${a.waarde.moetLeveren ? 'ja' : 'nee'}`;
  return a.uitkomst === 'onbekend' ? a.ontbreekt.map((o) => o.feit) : a.uitkomst;
};
const artikel = (f: LeveringFeiten) => gegevenslevering(f).uitleg().grondslag?.artikel;

const PIP: LeveringFeiten = { van: 'college', naar: 'ander college', gegevens: 'PIP' };
const LES: LeveringFeiten = { van: 'cursusinstelling', naar: 'college', gegevens: VOORTGANG };

describe('gegevenslevering', () => {
  it.each<[string, LeveringFeiten, unknown]>([
    ['vector 94: de nieuwe gemeente vraagt', { ...PIP, gevraagd: true }, 'op verzoek: ja'],
    ['vector 94: niemand vraagt', { ...PIP, gevraagd: false }, 'op verzoek: nee'],
    ['verhuizing, verzoek onbekend', PIP, ['gevraagd']],
    [
      'vector 95: gezinsmigrant, gevraagd',
      { ...LES, doelgroep: GEZIN, gevraagd: true },
      'op verzoek: ja',
    ],
    [
      'vector 95: gezinsmigrant, niet gevraagd',
      { ...LES, doelgroep: GEZIN, gevraagd: false },
      'op verzoek: nee',
    ],
    [
      'vector 95: asielstatushouder, niet gevraagd',
      { ...LES, doelgroep: ASIEL, gevraagd: false },
      'altijd: ja',
    ],
    ['vector 95: asielstatushouder', { ...LES, doelgroep: ASIEL }, 'altijd: ja'],
    ['les, gezinsmigrant, verzoek onbekend', { ...LES, doelgroep: GEZIN }, ['gevraagd']],
    ['les, doelgroep onbekend', { ...LES, gevraagd: true }, ['doelgroep']],
    ['les naar DUO van een gezinsmigrant', { ...LES, naar: 'DUO', doelgroep: GEZIN }, 'altijd: ja'],
    [
      'les naar DUO van een asielstatushouder',
      { ...LES, naar: 'DUO', doelgroep: ASIEL },
      'niet-van-toepassing',
    ],
    ['les naar DUO, doelgroep onbekend', { ...LES, naar: 'DUO' }, ['doelgroep']],
    [
      'boetes naar DUO, gevraagd',
      { van: 'college', naar: 'DUO', gegevens: 'boetes', gevraagd: true },
      'op verzoek: ja',
    ],
    [
      'omgekeerde richting',
      { van: 'ander college', naar: 'college', gegevens: 'PIP', gevraagd: true },
      'niet-van-toepassing',
    ],
    [
      'IND naar de gemeente',
      { van: 'IND', naar: 'college', gegevens: 'verblijfsdoel en identiteit' },
      'niet-van-toepassing',
    ],
    ['niets bekend', {}, ['van', 'naar', 'gegevens']],
  ])('%s', (_, f, verwacht) => expect(kern(f)).toEqual(verwacht));

  it.each<[Partij, Partij, SoortGegeven, string]>([
    ['college', 'DUO', 'leerroute en intensiteit', 'art. 9.2 lid 2'],
    ['college', 'DUO', VOORTGANG, 'art. 9.2 lid 2'],
    ['college', 'DUO', 'taalniveau, PVT en MAP', 'art. 9.2 lid 2'],
    ['college', 'DUO', 'datum van het PIP', 'art. 9.3 lid 2'],
    ['college', 'DUO', 'uitblijven van het aanbod', 'art. 9.3 lid 2'],
    ['college', 'cursusinstelling', 'naam en adres', 'art. 9.2 lid 3'],
    ['college', 'cursusinstelling', 'leerroute en intensiteit', 'art. 9.2 lid 3'],
    ['college', 'cursusinstelling', 'termijn en verlenging', 'art. 9.2 lid 3'],
    ['cursusinstelling', 'DUO', 'inschrijving bij de cursus', 'art. 9.6 lid 6'],
    ['DUO', 'college', 'plicht, vrijstelling en ontheffing', 'art. 9.1 lid 3'],
    ['DUO', 'college', 'examens en afronding', 'art. 9.2 lid 5'],
    ['DUO', 'college', 'termijn en verlenging', 'art. 9.3 lid 3'],
    ['DUO', 'college', 'recht op maatschappelijke begeleiding', 'art. 9.4 lid 2'],
    ['DUO', 'college', 'boetes', 'art. 9.6 lid 5'],
    ['DUO', 'cursusinstelling', 'examens en afronding', 'art. 9.2 lid 6'],
    ['COA', 'college', 'identiteit, gezin en voorinburgering', 'art. 9.4 lid 3'],
    ['IND', 'DUO', 'verblijfsdoel en identiteit', 'art. 9.1 lid 2'],
    ['DUO', 'IND', 'plicht, vrijstelling en ontheffing', 'art. 9.7'],
    ['DUO', 'IND', 'examens en afronding', 'art. 9.7'],
    ['DUO', 'Belastingdienst', 'plicht, vrijstelling en ontheffing', 'art. 9.8'],
    ['DUO', 'Belastingdienst', 'inschrijving bij de cursus', 'art. 9.8'],
  ])('%s geeft %s altijd: %s (%s)', (van, naar, gegevens, art) => {
    expect(kern({ van, naar, gegevens, gevraagd: false })).toBe('altijd: ja');
    expect(artikel({ van, naar, gegevens })).toBe(`Besluit inburgering 2021 ${art}`);
  });

  it.each<[Partij, Partij, SoortGegeven, string]>([
    ['college', 'ander college', 'PIP', 'Wet inburgering 2021 art. 35 lid 4'],
    ['college', 'ander college', VOORTGANG, 'Wet inburgering 2021 art. 35 lid 4'],
    ['college', 'ander college', 'boetes', 'Wet inburgering 2021 art. 35 lid 4'],
    ['college', 'DUO', 'boetes', 'Besluit inburgering 2021 art. 9.6 lid 4'],
    ['Belastingdienst', 'DUO', 'inkomen', 'Wet inburgering 2021 art. 34 lid 2'],
  ])('%s geeft %s op verzoek: %s', (van, naar, gegevens, art) => {
    expect(kern({ van, naar, gegevens, gevraagd: false })).toBe('op verzoek: nee');
    expect(artikel({ van, naar, gegevens, gevraagd: true })).toBe(art);
  });

  it('kent precies deze leveringen, en geen partij levert aan zichzelf', () => {
    const kan = PARTIJEN.flatMap((van) =>
      PARTIJEN.flatMap((naar) => GEGEVENS.map((gegevens) => ({ van, naar, gegevens }))),
    ).filter((f) => kern({ ...f, gevraagd: true, doelgroep: GEZIN }) !== 'niet-van-toepassing');
    expect(kan).toHaveLength(28);
    expect(kan.filter((f) => f.van === f.naar)).toEqual([]);
  });

  it('legt in woorden uit', () => {
    const uitleg = gegevenslevering({ ...PIP, gevraagd: true }).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Wie wat aan wie levert',
      uitkomst: 'college moet leveren, want er is om gevraagd',
      grondslag: { zekerheid: 'onbevestigd' },
    });
    expect(uitleg.feiten).toHaveLength(4);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    const zin = (f: LeveringFeiten) => gegevenslevering(f).uitleg().uitkomst;
    expect(zin({ ...PIP, gevraagd: false })).toBe('college hoeft nu niet');
    expect(zin({ ...LES, doelgroep: ASIEL })).toBe('cursusinstelling moet altijd leveren');
    expect(zin({ ...LES, naar: 'DUO', doelgroep: ASIEL })).toContain('alleen over gezins');
    expect(zin({ ...PIP, van: 'IND' })).toBe('deze wet regelt zo’n levering niet');
  });

  it('kent haar voorbeelden', () => {
    const uitkomsten = gegevensleveringRegel.voorbeelden.map(({ invoer }) => {
      const uit = gegevensleveringRegel.beantwoord(invoer);
      return 'antwoord' in uit ? uit.antwoord.uitkomst : uit.fouten;
    });
    expect(uitkomsten).toEqual([
      'bepaald',
      'bepaald',
      'bepaald',
      'onbekend',
      'niet-van-toepassing',
    ]);
  });
});
