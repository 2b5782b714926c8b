import { describe, expect, it } from 'vitest';
import { nogTeDoen } from './nogTeDoen.ts';

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
