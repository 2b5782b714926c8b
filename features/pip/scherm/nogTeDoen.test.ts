import { describe, expect, it } from 'vitest';
import { meekijkZin, nogTeDoen } from './nogTeDoen.ts';

const reden = (code: string, veld?: string) => ({
  code,
  tekst: `Tekst van ${code}.`,
  ...(veld ? { veld } : {}),
});
const wet = [reden('motivering', 'motivering'), reden('uren', 'pvt.uren')];
const duo = [reden('PIP-3')];
const overig = [reden('brief-ritme', 'voortgangsgesprekken.ritme')];
const vierOgen = reden('vier-ogen-voorleggen');

const pip = (redenen: ReturnType<typeof reden>[]) => ({
  controle: { wet, duo, overig },
  handelingen: { vaststellen: { mag: redenen.length === 0, redenen } },
});
const codes = (redenen: readonly { code: string }[]) => redenen.map((r) => r.code);

describe('wat een PIP nog nodig heeft', () => {
  const vaststellen = [...wet, ...duo, ...overig, vierOgen];

  it('telt voor wie vaststelt elk punt één keer, met wat alleen het besluit vraagt', () => {
    const lijst = nogTeDoen(pip(vaststellen), true);
    expect(codes(lijst.alle)).toEqual(codes(vaststellen));
    expect(codes(lijst.verder)).toEqual(['brief-ritme', 'vier-ogen-voorleggen']);
  });

  it('telt voor wie opstelt niet mee wat alleen het besluit vraagt', () => {
    expect(codes(nogTeDoen(pip(vaststellen), false).alle)).toEqual(
      codes([...wet, ...duo, ...overig]),
    );
  });

  it('houdt twee punten met dezelfde code en een ander veld uit elkaar', () => {
    const anderVeld = reden('uren', 'moduleMap.uren');
    expect(nogTeDoen(pip([...wet, anderVeld]), true).verder).toContainEqual(anderVeld);
  });
});

describe('wie er meekijkt, voordat iemand het besluit vraagt', () => {
  const waarom = ['het is de Z-route', 'het PIP komt na de tien weken'];
  const eigen = reden('vier-ogen');
  const met = (
    staat: 'concept' | 'ter-vaststelling' | 'vastgesteld',
    redenen: ReturnType<typeof reden>[] = [],
    vierOgen = waarom,
  ) => ({ ...pip(redenen), staat, vierOgen, controle: { wet: [], duo: [], overig: [] } });
  const want = 'want het is de Z-route en het PIP komt na de tien weken.';

  it('staat bij wie opstelt, ook als het stuk al ter vaststelling ligt', () => {
    expect(meekijkZin(met('concept'), false)).toBe(`Een collega kijkt mee, ${want}`);
    expect(meekijkZin(met('ter-vaststelling'), false)).toBe(`Een collega kijkt mee, ${want}`);
  });

  it('staat bij wie meekijkt', () => {
    expect(meekijkZin(met('ter-vaststelling'), true)).toBe(`U kijkt als collega mee, ${want}`);
  });

  it('staat er niet als de eerste reden het al zegt, wel als een andere reden voorgaat', () => {
    expect(meekijkZin(met('concept', [vierOgen]), true)).toBe('');
    expect(meekijkZin(met('ter-vaststelling', [eigen]), true)).toBe('');
    expect(meekijkZin(met('ter-vaststelling', [reden('mandaat'), eigen]), true)).toBe(
      `Een collega kijkt mee, ${want}`,
    );
  });

  it('staat er niet als niemand mee hoeft te kijken, en niet na het besluit', () => {
    expect(meekijkZin(met('concept', [], []), false)).toBe('');
    expect(meekijkZin(met('vastgesteld'), true)).toBe('');
  });
});
