import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { type DatumDuoFeiten, datumDuo } from './datum-duo.ts';

type Gegeven = NonNullable<DatumDuoFeiten['gegeven']>;

const waarde = (gegeven: Gegeven, einddatum: string) => {
  const a = datumDuo({ gegeven, einddatum: datum(einddatum) });
  return a.uitkomst === 'bepaald' ? a.waarde : a.uitkomst;
};

describe('datum-duo', () => {
  it('vector 96: einddatum 2027-03-16 van de termijn is als laatste dag 2027-03-15', () => {
    expect(waarde('inburgeringstermijn', '2027-03-16')).toEqual({
      laatsteDag: '2027-03-15',
      eind: '2027-03-16',
    });
  });

  it.each<[Gegeven, string, string]>([
    ['inburgeringstermijn', '2028-03-01', '2028-02-29'],
    ['inburgeringstermijn', '2027-01-01', '2026-12-31'],
    ['gevolgde uren', '2026-10-01', '2026-09-30'],
    ['inburgeringsplicht', '2027-03-16', '2027-03-16'],
    ['doelgroep', '2028-02-29', '2028-02-29'],
    ['tijdelijke vrijstelling', '2026-12-31', '2026-12-31'],
  ])('%s met einddatum %s loopt tot en met %s', (gegeven, einddatum, laatsteDag) => {
    expect(waarde(gegeven, einddatum)).toMatchObject({ laatsteDag });
  });

  it('noemt wat ontbreekt', () => {
    expect(datumDuo({})).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [{ feit: 'gegeven' }, { feit: 'einddatum' }],
    });
  });

  it('legt uit of de dag zelf meetelt', () => {
    const met = datumDuo({ gegeven: 'doelgroep', einddatum: datum('2027-03-16') }).uitleg();
    expect(met).toMatchObject({
      titel: 'Laatste dag volgens DUO',
      uitkomst: 'tot en met 16 maart 2027',
      stappen: [{ titel: 'De einddatum bij doelgroep telt zelf nog mee' }],
      zouWijzigenAls: ['DUO een andere einddatum geeft'],
    });
    expect(met.grondslag?.zekerheid).toBe('afgeleid');
    expect(met.feiten).toHaveLength(2);
    const zonder = datumDuo({ gegeven: 'gevolgde uren', einddatum: datum('2026-10-01') }).uitleg();
    expect(zonder.stappen).toEqual([
      {
        titel: 'De einddatum bij gevolgde uren telt niet meer mee',
        uitkomst: 'tot en met 30 september 2026',
      },
    ]);
  });

  it('zet eind altijd op de dag na de laatste dag', () => {
    const gegevens = fc.constantFrom<Gegeven>('inburgeringstermijn', 'doelgroep', 'gevolgde uren');
    fc.assert(
      fc.property(gegevens, fc.integer({ min: 0, max: 30_000 }), (gegeven, dag) => {
        const uit = datumDuo({ gegeven, einddatum: vanEpochDag(dag) });
        expect(uit.uitkomst).toBe('bepaald');
        if (uit.uitkomst === 'bepaald') {
          expect(uit.waarde.eind).toBe(plusDagen(uit.waarde.laatsteDag, 1));
        }
      }),
    );
  });
});
