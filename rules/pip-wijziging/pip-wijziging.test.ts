import { describe, expect, it } from 'vitest';
import { type PipWijzigingFeiten, pipWijziging, pipWijzigingRegel } from './pip-wijziging.ts';

type Rij = NonNullable<PipWijzigingFeiten['wijzigingen']>[number];
type Onderdeel = NonNullable<Rij['onderdeel']>;

function waarde(f: PipWijzigingFeiten) {
  const antwoord = pipWijziging(f);
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => `? ${o.feit}`);
  if (antwoord.uitkomst !== 'bepaald') return antwoord.uitkomst;
  const { nieuweBeschikking: n, verplichtDoorBesluit: v, naarDuo: d } = antwoord.waarde;
  return [n, v, d];
}
const bij = (...namen: Onderdeel[]): PipWijzigingFeiten => ({
  wijzigingen: namen.map((onderdeel) => ({ onderdeel })),
});

describe('pip-wijziging (Besluit art. 5.3 lid 6, Wi2021 art. 15)', () => {
  it.each([
    ['leerroute', [true, true, true]],
    ['afschalen naar A2', [true, true, true]],
    ['alfabetisering', [true, false, true]],
    ['eerst een opleiding afmaken', [true, false, true]],
    ['intensiteit van PVT of MAP', [true, false, false]],
    ['ondersteuning en begeleiding', [true, false, false]],
    ['voortgangsgesprekken', [true, false, false]],
    ['eerdere inspanningen', [true, false, false]],
    ['afspraken over VVE', [true, false, false]],
    ['besluit over bijstand', [false, false, false]],
    ['uitvoering', [false, false, false]],
  ] as const)('%s: beschikking, verplicht, naar DUO %j', (onderdeel, verwacht) => {
    expect(waarde(bij(onderdeel))).toEqual(verwacht);
  });

  it.each([
    ['B', 'Asielstatushouder', true],
    ['B', 'Gezinsmigrant en overige migrant', false],
    ['O', 'Asielstatushouder', false],
    ['Z', 'Asielstatushouder', false],
  ] as const)('uren in route %s van %s naar DUO: %s', (leerroute, doelgroep, duo) => {
    const f = { ...bij('intensiteit van de leerroute'), leerroute, doelgroep };
    expect(waarde(f)).toEqual([true, false, duo]);
  });

  it('meer wijzigingen tellen samen, in elke volgorde', () => {
    expect(waarde(bij('uitvoering', 'leerroute'))).toEqual([true, true, true]);
    expect(waarde(bij('leerroute', 'uitvoering'))).toEqual([true, true, true]);
    expect(waarde({ wijzigingen: [] })).toEqual([false, false, false]);
  });

  it('noemt wat ontbreekt, en alleen als het uitmaakt', () => {
    expect(waarde({})).toEqual(['? wijzigingen']);
    expect(waarde({ wijzigingen: [{}] })).toEqual(['? wijzigingen']);
    expect(pipWijziging({ wijzigingen: [{}] })).toMatchObject({
      ontbreekt: [{ tekst: expect.stringContaining('om welk onderdeel het gaat') }],
    });
    const uren = 'intensiteit van de leerroute';
    expect(waarde(bij(uren))).toEqual(['? leerroute', '? doelgroep']);
    expect(waarde(bij(uren, 'leerroute'))).toEqual([true, true, true]);
    expect(waarde(bij(uren, 'uitvoering'))).toEqual(['? leerroute', '? doelgroep']);
  });

  it('legt per onderdeel uit, en dat de termijn niet opnieuw begint', () => {
    const uitleg = pipWijziging(bij('leerroute', 'voortgangsgesprekken')).uitleg();
    expect(uitleg.uitkomst).toBe('een nieuwe beschikking, en een melding aan DUO');
    expect(uitleg.stappen).toMatchObject([
      {
        titel: 'Leerroute',
        uitkomst: 'vraagt een gewijzigd PIP',
        grondslag: { artikel: 'Besluit inburgering 2021 art. 5.3 lid 6' },
      },
      {
        titel: 'Voortgangsgesprekken',
        grondslag: {
          zekerheid: 'afgeleid',
          artikel: 'Besluit inburgering 2021 art. 5.3 lid 4 en 5',
        },
      },
      { titel: 'Meld de wijziging aan DUO' },
      {
        uitkomst: 'begint niet opnieuw',
        grondslag: { artikel: 'Wet inburgering 2021 art. 11 lid 3' },
      },
    ]);
    const plan = pipWijziging(bij('afspraken over VVE')).uitleg();
    expect(plan.uitkomst).toBe('een nieuwe beschikking');
    expect(plan.stappen).toHaveLength(2);
    const niets = pipWijziging(bij('besluit over bijstand')).uitleg();
    expect(niets.uitkomst).toBe('geen nieuwe beschikking over het PIP');
    expect(niets.stappen).toMatchObject([
      { uitkomst: expect.stringContaining('eigen beschikking') },
    ]);
    expect(niets.stappen).toHaveLength(1);
    expect(pipWijziging(bij('uitvoering')).uitleg().stappen?.[0]?.uitkomst).toBe(
      'staat niet in de beschikking',
    );
  });

  it('weigert een onderdeel dat niet bestaat', () => {
    expect(pipWijzigingRegel.beantwoord(bij('leeftijd' as never))).toMatchObject({
      fouten: [{ veld: 'wijzigingen[0].onderdeel' }],
    });
  });
});
