import { describe, expect, it } from 'vitest';
import {
  type GedeeltelijkeFeiten,
  gedeeltelijkeVrijstelling,
} from './gedeeltelijke-vrijstelling.ts';

type Bewijs = NonNullable<GedeeltelijkeFeiten['bewijzen']>[number];
const bekijk = (bewijzen: Bewijs[], niveau?: 'A2' | 'B1') => {
  const antwoord = gedeeltelijkeVrijstelling({ bewijzen, ...(niveau ? { niveau } : {}) });
  if (antwoord.uitkomst === 'onbekend') return antwoord.ontbreekt.map((o) => o.feit);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde.vrijgesteld.map((v) => v.onderdeel) : [];
};

describe('gedeeltelijke-vrijstelling', () => {
  it.each([
    ['A2', 'A2', ['spreken']],
    ['B1', 'A2', ['spreken']],
    ['A2', 'B1', []],
    ['B1', 'B1', ['spreken']],
    ['B2', 'B1', ['spreken']],
  ] as const)('behaald %s, nodig %s: %j', (niveau, nodig, verwacht) => {
    expect(bekijk([{ onderdeel: 'spreken', niveau, erkend: true }], nodig)).toEqual(verwacht);
  });

  it('geeft de onderdelen op volgorde, elk één keer', () => {
    const bewijs = { niveau: 'B1', erkend: true } as const;
    expect(
      bekijk(
        [
          { ...bewijs, onderdeel: 'spreken' },
          { ...bewijs, onderdeel: 'lezen' },
          { ...bewijs, onderdeel: 'lezen', niveau: 'B2' },
          { ...bewijs, onderdeel: 'schrijven', erkend: false },
        ],
        'B1',
      ),
    ).toEqual(['lezen', 'spreken']);
  });

  it('zonder bewijs dat DUO erkent is er niets, ook zonder niveau', () => {
    expect(bekijk([])).toEqual([]);
    expect(bekijk([{ onderdeel: 'lezen', niveau: 'B1', erkend: false }])).toEqual([]);
  });

  it('vraagt wat ontbreekt', () => {
    expect(gedeeltelijkeVrijstelling({})).toMatchObject({ ontbreekt: [{ feit: 'bewijzen' }] });
    expect(bekijk([{ onderdeel: 'lezen', niveau: 'B1', erkend: true }])).toEqual(['niveau']);
    expect(bekijk([{}], 'B1')).toEqual([
      'bewijzen.onderdeel',
      'bewijzen.niveau',
      'bewijzen.erkend',
    ]);
    expect(bekijk([{ onderdeel: 'lezen', niveau: 'B1' }], 'B1')).toEqual(['bewijzen.erkend']);
    expect(bekijk([{ onderdeel: 'lezen', erkend: true }], 'B1')).toEqual(['bewijzen.niveau']);
    expect(bekijk([{ niveau: 'B1', erkend: true }], 'B1')).toEqual(['bewijzen.onderdeel']);
    expect(bekijk([{ niveau: 'A2' }], 'B1')).toEqual([]);
  });

  it('wat ontbreekt doet er niet toe als het onderdeel al vrij is', () => {
    expect(
      bekijk(
        [
          { onderdeel: 'lezen', niveau: 'B1' },
          { onderdeel: 'lezen', niveau: 'B1', erkend: true },
        ],
        'B1',
      ),
    ).toEqual(['lezen']);
  });

  it('legt uit voor welke onderdelen', () => {
    const bewijzen = (['lezen', 'spreken'] as const).map((onderdeel) => ({
      onderdeel,
      niveau: 'B1' as const,
      erkend: true,
    }));
    const uitleg = gedeeltelijkeVrijstelling({ niveau: 'B1', bewijzen }).uitleg();
    expect(uitleg).toMatchObject({
      uitkomst: 'vrij van lezen en spreken',
      grondslag: { zekerheid: 'afgeleid', toelichting: expect.stringContaining('DUO') },
      stappen: [
        { titel: 'Al behaald: lezen', uitkomst: 'geen examen nodig' },
        { titel: 'Al behaald: spreken' },
      ],
    });
    expect(uitleg.feiten).toHaveLength(2);
    expect(uitleg.zouWijzigenAls).toHaveLength(2);
    expect(gedeeltelijkeVrijstelling({ bewijzen: [] }).uitleg().uitkomst).toBe(
      'geen enkel onderdeel',
    );
  });
});
