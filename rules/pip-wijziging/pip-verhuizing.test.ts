import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type PipVerhuizingFeiten, pipVerhuizing } from './pip-verhuizing.ts';

const MET: PipVerhuizingFeiten = {
  datumInschrijvingNieuweGemeente: datum('2025-09-01'),
  vorigeGemeenteHadPip: true,
  leerrouteVorigPip: 'Z',
  dagtekeningEerstePip: datum('2024-05-10'),
  einddatumInburgeringstermijn: datum('2027-05-11'),
};
const ZONDER: PipVerhuizingFeiten = {
  datumInschrijvingNieuweGemeente: datum('2025-09-01'),
  vorigeGemeenteHadPip: false,
  datumKennisgevingInburgeringsplicht: datum('2025-07-14'),
};

function waarde(f: PipVerhuizingFeiten) {
  const antwoord = pipVerhuizing(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}

describe('pip-verhuizing (Wi2021 art. 15 lid 4, Besluit art. 5.3 lid 3)', () => {
  it('vector 29: tien weken na inschrijving, zelfde leerroute, termijn ongewijzigd', () => {
    expect(waarde(MET)).toEqual({
      laatsteDag: '2025-11-10',
      leerroute: 'Z',
      startdatumInburgeringstermijn: '2024-05-11',
      laatsteDagInburgeringstermijn: '2027-05-10',
    });
  });

  it.each([
    ['2025-08-31', '2025-11-10', 'zondag 9 november schuift'],
    ['2025-09-01', '2025-11-10', 'maandag'],
    ['2025-09-02', '2025-11-11', 'dinsdag'],
    ['2022-03-07', '2022-05-16', 'ook vóór 2023'],
  ])('ingeschreven op %s: uiterlijk %s (%s)', (dag, laatsteDag, _waarom) => {
    expect(waarde({ ...MET, datumInschrijvingNieuweGemeente: datum(dag) })).toMatchObject({
      laatsteDag,
    });
  });

  it.each([
    ['2025-08-31', '2025-11-10'],
    ['2025-09-01', '2025-11-10'],
    ['2025-09-02', '2025-11-11'],
  ])('zonder PIP, kennisgeving %s: uiterlijk %s', (dag, laatsteDag) => {
    const f = { ...ZONDER, datumKennisgevingInburgeringsplicht: datum(dag) };
    expect(waarde(f)).toEqual({ laatsteDag });
    expect(
      waarde({ ...f, leerrouteVorigPip: 'B', dagtekeningEerstePip: datum('2024-01-01') }),
    ).toEqual({ laatsteDag });
  });

  it('schuift door op een gelijkgestelde dag', () => {
    const extraVrijeDagen = [{ datum: datum('2025-11-10') }, {}];
    expect(waarde({ ...MET, extraVrijeDagen })).toMatchObject({ laatsteDag: '2025-11-11' });
  });

  it('noemt wat ontbreekt', () => {
    expect(waarde({})).toEqual(['? datumInschrijvingNieuweGemeente', '? vorigeGemeenteHadPip']);
    expect(waarde({ vorigeGemeenteHadPip: true })).toEqual([
      '? datumInschrijvingNieuweGemeente',
      '? leerrouteVorigPip',
      '? dagtekeningEerstePip',
    ]);
    expect(waarde({ vorigeGemeenteHadPip: false })).toEqual([
      '? datumInschrijvingNieuweGemeente',
      '? datumKennisgevingInburgeringsplicht',
    ]);
  });

  it('legt route, termijn en som uit; DUO stelt het einde vast', () => {
    const uitleg = pipVerhuizing(MET).uitleg();
    expect(uitleg.uitkomst).toBe('PIP uiterlijk 10 november 2025, met de Z-route');
    expect(uitleg.grondslag?.artikel).toBe('Besluit inburgering 2021 art. 5.3 lid 3');
    const stappen = uitleg.stappen ?? [];
    expect(stappen.map((s) => s.uitkomst).join()).toContain('+ 70 dagen = 10 november 2025');
    expect(stappen.slice(-2)).toMatchObject([
      { uitkomst: 'Z-route', grondslag: { artikel: 'Wet inburgering 2021 art. 15 lid 4' } },
      {
        uitkomst: 'begint op 11 mei 2024, tot en met 10 mei 2027',
        grondslag: { artikel: 'Wet inburgering 2021 art. 11 lid 2 en 3' },
      },
    ]);
    const open = { ...MET, einddatumInburgeringstermijn: undefined };
    expect(waarde(open)).not.toHaveProperty('laatsteDagInburgeringstermijn');
    expect(pipVerhuizing(open).uitleg().stappen?.at(-1)?.uitkomst).toBe(
      'begint op 11 mei 2024; DUO stelt het einde vast',
    );
    expect(pipVerhuizing(ZONDER).uitleg().uitkomst).toBe('PIP uiterlijk 10 november 2025');
    const titels = pipVerhuizing(ZONDER)
      .uitleg()
      .stappen?.map((s) => s.titel)
      .join();
    expect(titels).not.toContain('leerroute');
  });
});
