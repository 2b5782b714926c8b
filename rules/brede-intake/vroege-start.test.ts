import { describe, expect, it } from 'vitest';
import { type VroegeStartFeiten, vroegeStart } from './vroege-start.ts';

const AZC: VroegeStartFeiten = {
  doelgroep: 'Asielstatushouder',
  gekoppeldAanGemeente: true,
  woontInAzc: true,
};

describe('vroege-start', () => {
  it('in het azc en gekoppeld: de intake mag, de tien weken lopen niet', () => {
    const antwoord = vroegeStart(AZC);
    expect(antwoord).toMatchObject({
      uitkomst: 'bepaald',
      waarde: { intakeMagBeginnen: true, tienWekenLopen: false },
    });
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Al beginnen met de brede intake in het azc',
      uitkomst: 'de intake mag al beginnen',
      grondslag: { artikel: 'Besluit inburgering 2021 art. 5.3 lid 1', zekerheid: 'afgeleid' },
      feiten: [{ waarde: 'Asielstatushouder' }, { waarde: 'ja' }, { waarde: 'ja' }],
      stappen: [
        { uitkomst: 'is er' },
        { uitkomst: 'lopen nog niet: de persoon staat nog niet in de gemeente ingeschreven' },
      ],
    });
    expect(antwoord.uitleg().zouWijzigenAls).toHaveLength(1);
  });

  it('in het azc en niet gekoppeld: wachten', () => {
    const antwoord = vroegeStart({ ...AZC, gekoppeldAanGemeente: false });
    expect(antwoord).toMatchObject({ waarde: { intakeMagBeginnen: false, tienWekenLopen: false } });
    expect(antwoord.uitleg()).toMatchObject({
      uitkomst: 'wacht op de koppeling',
      stappen: [{ uitkomst: 'is er nog niet' }, {}],
    });
  });

  it.each([
    [{ doelgroep: 'Gezinsmigrant en overige migrant' }, 'alleen voor asielstatushouders'],
    [{ woontInAzc: false }, 'alleen zolang de persoon in een azc woont'],
  ] as [VroegeStartFeiten, string][])('geldt niet bij %j', (f, zin) => {
    const antwoord = vroegeStart(f);
    expect(antwoord.uitkomst).toBe('niet-van-toepassing');
    expect(antwoord.uitleg()).toMatchObject({ uitkomst: zin, stappen: [] });
  });

  it.each(['doelgroep', 'gekoppeldAanGemeente', 'woontInAzc'])('vraagt naar %s', (naam) => {
    const f = Object.fromEntries(Object.entries(AZC).filter(([n]) => n !== naam));
    expect(vroegeStart(f)).toMatchObject({ uitkomst: 'onbekend', ontbreekt: [{ feit: naam }] });
  });
});
