import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { type AlfabetiseringFeiten, alfabetisering } from './alfabetisering.ts';

const cursus = (einde: string) => ({
  beginAlfabetisering: datum('2025-01-06'),
  eindeAlfabetisering: datum(einde),
});
const waarde = (f: AlfabetiseringFeiten) => {
  const antwoord = alfabetisering(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
};

describe('alfabetisering (Besluit art. 3.14 en 5.5, Regeling art. 4.1 lid 1 onder e)', () => {
  it.each([
    ['kan niet lezen en schrijven', 'A'],
    ['ander schrift', 'AA'],
    ['niet nodig', 'NVT'],
  ] as const)('%s is code %s', (keuze, code) => {
    expect(waarde({ leerroute: 'B', alfabetisering: keuze })).toMatchObject({
      indicatorAlfabetiseringsonderwijs: code,
    });
  });

  it.each([
    ['B', false, true],
    ['O', false, false],
    ['Z', true, false],
  ] as const)('in route %s telt het voor de Z-route %s en voor afschalen %s', (leerroute, z, a) => {
    expect(waarde({ leerroute, alfabetisering: 'ander schrift' })).toMatchObject({
      teltVoorZroute: z,
      teltVoorAfschalen: a,
    });
    expect(waarde({ leerroute, alfabetisering: 'niet nodig', ...cursus('2025-12-31') })).toEqual({
      indicatorAlfabetiseringsonderwijs: 'NVT',
      teltVoorZroute: false,
      teltVoorAfschalen: false,
      grondVoorVerlenging: false,
    });
  });

  it.each([
    ['2025-04-04', false],
    ['2025-04-05', true],
    ['2025-04-06', true],
  ])('drie maanden vanaf 6 januari: cursus tot en met %s geeft %s', (einde, ja) => {
    for (const leerroute of ['B', 'O'] as const) {
      expect(
        waarde({ leerroute, alfabetisering: 'ander schrift', ...cursus(einde) }),
      ).toMatchObject({ grondVoorVerlenging: ja });
    }
  });

  it('in de Z-route is er geen grond voor verlenging; zonder datums is hij niet te bepalen', () => {
    expect(
      waarde({ leerroute: 'Z', alfabetisering: 'ander schrift', ...cursus('2025-12-31') }),
    ).toMatchObject({ grondVoorVerlenging: false });
    const open = { leerroute: 'B', alfabetisering: 'ander schrift' } as const;
    expect(waarde(open)).not.toHaveProperty('grondVoorVerlenging');
    const { eindeAlfabetisering: einde, beginAlfabetisering: begin } = cursus('2025-12-31');
    expect(waarde({ ...open, eindeAlfabetisering: einde })).not.toHaveProperty(
      'grondVoorVerlenging',
    );
    expect(waarde({ ...open, beginAlfabetisering: begin })).not.toHaveProperty(
      'grondVoorVerlenging',
    );
  });

  it('noemt wat ontbreekt, met wat een mens weegt', () => {
    expect(alfabetisering({})).toMatchObject({
      ontbreekt: [{ feit: 'leerroute' }, { feit: 'alfabetisering' }],
    });
    const antwoord = alfabetisering({ leerroute: 'B' });
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt[0]?.wegen).toHaveLength(3);
  });

  it('legt code, uren en grond uit', () => {
    const uitleg = (f: AlfabetiseringFeiten) => alfabetisering(f).uitleg();
    const b = uitleg({ leerroute: 'B', alfabetisering: 'ander schrift', ...cursus('2025-04-05') });
    expect(b.uitkomst).toBe('code AA in het PIP, binnen de B1-route');
    expect(b.stappen).toMatchObject([
      { uitkomst: 'AA' },
      { uitkomst: 'telt hier niet' },
      { uitkomst: 'telt mee' },
      {
        titel:
          'Grond voor verlenging: drie aaneengesloten maanden, van 6 januari 2025 tot en met 5 april 2025',
        uitkomst: 'ja',
        grondslag: { artikel: 'Regeling inburgering 2021 art. 4.1 lid 1 onder e' },
      },
    ]);
    const grond = (f: AlfabetiseringFeiten) => uitleg(f).stappen?.at(-1);
    expect(grond({ leerroute: 'B', alfabetisering: 'ander schrift' })).toMatchObject({
      titel: 'Grond voor verlenging: drie aaneengesloten maanden',
      uitkomst: 'nog niet te bepalen',
    });
    expect(grond({ leerroute: 'Z', alfabetisering: 'ander schrift' })?.uitkomst).toBe('nee');
  });
});
