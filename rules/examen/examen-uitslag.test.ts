import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type ExamenUitslagFeiten, examenUitslag, examenUitslagRegel } from './examen-uitslag.ts';

const op = (
  onderdeel: NonNullable<ExamenUitslagFeiten['onderdeel']>,
  dag: string,
  niveau?: 'A2' | 'B1' | 'B2',
): ExamenUitslagFeiten => ({ onderdeel, datumExamen: datum(dag), ...(niveau ? { niveau } : {}) });

function waarde(f: ExamenUitslagFeiten) {
  const antwoord = examenUitslag(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}

describe('examen-uitslag', () => {
  it.each([
    ['KNM', '2026-03-02', '2026-04-27'],
    ['lezen', '2026-03-02', '2026-04-27'],
    ['luisteren', '2028-02-29', '2028-04-25'],
    ['KNM', '2027-06-01', '2027-07-27'],
  ] as const)('%s op %s: uiterlijk %s, ook op een feestdag', (onderdeel, dag, uiterlijk) => {
    expect(waarde(op(onderdeel, dag, 'A2'))).toEqual({
      gewoonlijkUiterlijk: uiterlijk,
      kanDurenTot: uiterlijk,
    });
  });

  it.each(['schrijven', 'spreken'] as const)('%s op A2 kan in 2026 zestien weken duren', (o) => {
    expect(waarde(op(o, '2025-12-31', 'A2'))).toEqual({
      gewoonlijkUiterlijk: '2026-02-25',
      kanDurenTot: '2026-02-25',
    });
    expect(waarde(op(o, '2026-01-01', 'A2'))).toEqual({
      gewoonlijkUiterlijk: '2026-02-26',
      kanDurenTot: '2026-04-23',
    });
    expect(waarde(op(o, '2026-12-31', 'A2'))).toMatchObject({ kanDurenTot: '2027-04-22' });
    expect(examenUitslag(op(o, '2027-01-01', 'A2'))).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [
        {
          feit: 'datumExamen',
          tekst: 'Nog niet bekend: hoe lang DUO nakijkt bij een examen op 1 januari 2027.',
        },
      ],
    });
  });

  it('vóór de wet is er niets bekend van schrijven', () => {
    expect(waarde(op('schrijven', '2021-12-31', 'A2'))).toBe('onbekend');
    expect(waarde(op('schrijven', '2022-01-01', 'A2'))).toMatchObject({
      kanDurenTot: '2022-02-26',
    });
  });

  it.each(['B1', 'B2'] as const)('geldt niet voor een taalonderdeel op %s', (niveau) => {
    const antwoord = examenUitslag({ onderdeel: 'lezen', niveau });
    expect(antwoord.uitkomst).toBe('niet-van-toepassing');
    expect(antwoord.uitleg().uitkomst).toContain('staatsexamen');
    expect(waarde(op('KNM', '2025-03-03', niveau))).toMatchObject({ kanDurenTot: '2025-04-28' });
  });

  it.each<[ExamenUitslagFeiten, string[]]>([
    [{}, ['onderdeel']],
    [{ onderdeel: 'KNM' }, ['datumExamen']],
    [{ onderdeel: 'lezen' }, ['niveau', 'datumExamen']],
    [op('lezen', '2026-01-01'), ['niveau']],
    [{ onderdeel: 'lezen', niveau: 'A2' }, ['datumExamen']],
  ])('van %j ontbreekt %j', (f, feiten) => {
    const antwoord = examenUitslag(f);
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt.map((o) => o.feit)).toEqual(
      feiten,
    );
  });

  it('legt uit dat het een verwachting is, en wat er in 2026 anders is', () => {
    const gewoon = examenUitslag(op('KNM', '2026-03-02')).uitleg();
    expect(gewoon).toMatchObject({
      titel: 'Wanneer de uitslag komt',
      uitkomst: 'uiterlijk 27 april 2026',
      grondslag: { zekerheid: 'onbevestigd', geldigVanaf: '2022-01-01' },
      feiten: [{ waarde: 'KNM' }, { waarde: '2 maart 2026' }],
      zouWijzigenAls: ['DUO eerder of later klaar is met nakijken'],
    });
    expect(gewoon.stappen).toEqual([
      { titel: 'Gewoonlijk', uitkomst: 'binnen 8 weken: 27 april 2026' },
    ]);
    const laat = examenUitslag(op('spreken', '2026-03-02', 'A2')).uitleg();
    expect(laat.uitkomst).toBe(
      'gewoonlijk uiterlijk 27 april 2026, maar het kan duren tot en met 22 juni 2026',
    );
    expect(laat.stappen?.[1]).toEqual({
      titel: 'Door laat nakijken in 2026',
      uitkomst: 'binnen 16 weken: 22 juni 2026',
    });
    expect(laat.grondslag).toMatchObject({ geldigVanaf: '2026-01-01', geldigTot: '2027-01-01' });
    expect(laat.grondslag?.toelichting).toContain('Algemene termijnenwet');
  });

  it('beantwoordt haar eigen voorbeelden', () => {
    const uitkomsten = examenUitslagRegel.voorbeelden.map(({ invoer }) => {
      const uit = examenUitslagRegel.beantwoord(invoer);
      return 'antwoord' in uit && uit.antwoord.uitkomst;
    });
    expect(uitkomsten).toEqual(['bepaald', 'bepaald', 'niet-van-toepassing', 'onbekend']);
  });
});
