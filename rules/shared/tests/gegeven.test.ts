import { describe, expect, it } from 'vitest';
import type { Bron } from '../../stand/feiten.ts';
import { feit } from '../../stand/proefdossier.ts';
import { datum } from '../datum.ts';
import { aangehaald, aangehaaldeDatum, bronVan, gegeven, herkomstVan } from '../gegeven.ts';

const van = (extra: { bron?: Bron; verwijzing?: string; door?: string }) =>
  feit('notitie', { tekst: 'a' }, '2026-09-10', { id: 'f1', ...extra });

describe('waar een feit vandaan komt', () => {
  it.each([
    [{ bron: 'duo' }, 'DUO'],
    [{ bron: 'duo', verwijzing: 'SS139' }, 'DUO SS139'],
    [{ bron: 'duo', door: 'Noor' }, 'DUO'],
    [{ bron: 'brp', verwijzing: 'BRP' }, 'BRP'],
    [{ bron: 'coa', verwijzing: 'COA-klantprofiel' }, 'COA-klantprofiel'],
    [{ bron: 'aanbieder' }, 'aanbieder'],
    [{ bron: 'inburgeraar' }, 'inburgeraar'],
    [{ bron: 'medewerker' }, 'medewerker'],
    [{ bron: 'medewerker', door: 'Noor' }, 'Noor'],
    [{ bron: 'medewerker', verwijzing: 'brief' }, 'medewerker brief'],
    [{ bron: 'elders' as Bron }, 'elders'],
  ] as const)('%j: %s', (extra, bron) => {
    expect(bronVan(van(extra))).toBe(bron);
  });

  it('een gegeven draagt bron, dag en feit', () => {
    const herkomst = { bron: 'DUO', datum: '2026-09-10', feitId: 'f1' };
    expect(herkomstVan(van({ bron: 'duo' }))).toEqual(herkomst);
    expect(gegeven(van({ bron: 'duo' }), 3)).toEqual({ waarde: 3, ...herkomst });
  });
});

describe('een gegeven aanhalen', () => {
  it('met wat er van bekend is', () => {
    expect(aangehaald('Uren', { waarde: 3, bron: 'ingevoerd' }, '3 uur')).toEqual({
      naam: 'Uren',
      waarde: '3 uur',
      bron: 'ingevoerd',
    });
    expect(aangehaaldeDatum('Dag', gegeven(van({ bron: 'brp' }), datum('2026-09-11')))).toEqual({
      naam: 'Dag',
      waarde: '11 september 2026',
      bron: 'BRP',
      datum: '2026-09-10',
      feitId: 'f1',
    });
  });
});
