import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { bepaalStand } from '../stand/bepaal-stand.ts';
import type { Feit } from '../stand/feiten.ts';
import { STANDAARD_BELEID } from '../stand/stand.ts';

const feit = (id: string, rest: Pick<Feit, 'soort' | 'inhoud'> & { vervangt?: string }) =>
  ({
    id,
    geldigOp: datum('2026-11-01'),
    vastgelegdOp: `2026-11-01T10:00:0${id}.000Z`,
    bron: 'duo',
    ...rest,
  }) as Feit;
const plicht = feit('1', {
  soort: 'inburgeringsplicht',
  inhoud: { plichtig: true, begin: datum('2026-01-01') },
});
const einde = feit('2', { soort: 'toegang-duo', inhoud: { eindigt: datum('2026-12-02') } });

const signalen = (dag: string, ...feiten: Feit[]) =>
  bepaalStand(feiten, STANDAARD_BELEID, datum(dag))
    .signalen.filter((s) => s.id.startsWith('toegang'))
    .map((s) => [s.id, s.ernst, s.tekst]);

describe('het einde van de toegang bij DUO', () => {
  it('waarschuwt tot en met de laatste dag, met die dag', () => {
    for (const dag of ['2026-11-01', '2026-12-01']) {
      const [signaal] = signalen(dag, plicht, einde);
      expect(signaal?.slice(0, 2)).toEqual(['toegang-duo-eindigt', 'let-op']);
      expect(signaal?.[2]).toContain('1 december 2026');
    }
  });

  it('zegt vanaf de eerste dag zonder toegang dat DUO niets meer geeft', () => {
    for (const dag of ['2026-12-02', '2026-12-03'])
      expect(signalen(dag, plicht, einde)).toEqual([
        ['toegang-duo-geeindigd', 'ter-info', expect.stringContaining('2 december 2026')],
      ]);
  });

  it('zwijgt zolang geen andere gemeente een PIP vaststelde, en als dat niet meer geldt', () => {
    const weg = feit('3', { soort: 'notitie', inhoud: { tekst: 'x' }, vervangt: '2' });
    expect(signalen('2026-11-10', plicht)).toEqual([]);
    expect(signalen('2026-11-10', plicht, einde, weg)).toEqual([]);
  });
});
