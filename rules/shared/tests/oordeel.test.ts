import { describe, expect, it } from 'vitest';
import { grondslag } from '../grondslag.ts';
import { type Bevinding, oordeel } from '../oordeel.ts';

const WET = grondslag('pvt-afronding', 'besluit', 'art. 3.1');
const reden = (code: string) => ({ code, tekst: `Reden ${code}.`, grondslag: WET });
const MIST = { feit: 'uren', tekst: 'Nog niet bekend: uren.' };
const bevinding = (deel: Partial<Bevinding>): Bevinding => ({
  titel: 'Proef',
  grondslag: WET,
  redenen: [],
  ontbreekt: [],
  goed: 'ja',
  feiten: () => [{ naam: 'Uren', waarde: '12', bron: 'DUO' }],
  stappen: () => [{ titel: 'Een stap' }],
  zouWijzigenAls: ['er iets verandert'],
  ...deel,
});

describe('oordeel', () => {
  it('voldoet als niets in de weg staat', () => {
    const a = oordeel(bevinding({}));
    expect(a.uitkomst).toBe('voldoet');
    expect(a.uitleg()).toEqual({
      titel: 'Proef',
      uitkomst: 'ja',
      grondslag: WET,
      feiten: [{ naam: 'Uren', waarde: '12', bron: 'DUO' }],
      stappen: [{ titel: 'Een stap' }],
      zouWijzigenAls: ['er iets verandert'],
    });
  });

  it('een ontbrekend feit gaat voor, zolang er geen reden is', () => {
    expect(oordeel(bevinding({ ontbreekt: [MIST] }))).toMatchObject({
      uitkomst: 'onbekend',
      ontbreekt: [MIST],
    });
    const a = oordeel(bevinding({ ontbreekt: [MIST], redenen: [reden('a')] }));
    expect(a).toMatchObject({ uitkomst: 'voldoet-niet', redenen: [{ code: 'a' }] });
    expect(a.uitleg().stappen).toEqual([
      { titel: 'Een stap' },
      { titel: 'Reden a.', uitkomst: 'staat in de weg', grondslag: WET },
      { titel: 'Nog niet bekend: uren.' },
    ]);
  });

  it('telt de redenen', () => {
    const uitkomst = (...codes: string[]) =>
      oordeel(bevinding({ redenen: codes.map(reden) })).uitleg().uitkomst;
    expect(uitkomst('a')).toBe('nee, om één reden');
    expect(uitkomst('a', 'b')).toBe('nee, om 2 redenen');
    const zonder = { code: 'c', tekst: 'Reden c.' };
    expect(oordeel(bevinding({ redenen: [zonder] })).uitleg().stappen?.[1]).toEqual({
      titel: 'Reden c.',
      uitkomst: 'staat in de weg',
    });
  });
});
