import { describe, expect, it } from 'vitest';
import { datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import type { Feit } from '../stand/feiten.ts';
import { kiesGeldend } from '../stand/geldend.ts';
import type { Lezing } from '../stand/lezing.ts';
import { begripSignalen } from './pip-begrip.ts';

const PIP = 'pip-1';
const gevraagd = (
  op: string,
  oordelen: ('begrepen' | 'deels' | 'niet')[],
  pipId = PIP,
): Feit<'pip-begrepen'> => ({
  id: `${op}-${oordelen.join()}`,
  soort: 'pip-begrepen',
  inhoud: {
    pipId,
    taal: 'ti',
    tolk: true,
    antwoorden: oordelen.map((oordeel, i) => ({ vraag: `v${i}`, oordeel })),
  },
  geldigOp: datum(op),
  vastgelegdOp: `${op}T10:00:00.000Z`,
  bron: 'medewerker',
});

/** Het PIP is op 1 september 2026 bekendgemaakt. */
function op(dag: string, feiten: Feit[] = []) {
  const klok = klokOp(datum(dag));
  const pip = { inhoud: { pipId: PIP, bekendgemaaktOp: datum('2026-09-01') } };
  return begripSignalen({ g: kiesGeldend(feiten, klok), klok, pip } as unknown as Lezing);
}
const ids = (dag: string, feiten?: Feit[]) => op(dag, feiten).map((s) => s.id);

describe('nagevraagd of het PIP duidelijk is', () => {
  it.each([
    ['2026-09-14', []],
    ['2026-09-15', ['pip-niet-nagevraagd']],
    ['2026-09-16', ['pip-niet-nagevraagd']],
    ['2027-03-01', ['pip-niet-nagevraagd']],
    ['2027-03-02', []],
    ['2027-03-03', []],
  ])('op %s: %j', (dag, verwacht) => expect(ids(dag)).toEqual(verwacht));

  it('zwijgt als alles is begrepen, en noemt wat niet', () => {
    expect(
      ids('2026-10-01', [gevraagd('2026-09-20', ['begrepen', 'begrepen', 'begrepen'])]),
    ).toEqual([]);
    const deels = op('2026-10-01', [gevraagd('2026-09-20', ['begrepen', 'deels', 'niet'])]);
    expect(deels).toEqual([
      {
        id: 'pip-niet-begrepen',
        ernst: 'let-op',
        tekst:
          'Het PIP is nog niet helemaal duidelijk: 2 van de 3 vragen niet of deels begrepen op 20 september 2026.',
      },
    ]);
  });

  it('kijkt naar het laatste gesprek over dit PIP', () => {
    const eerst = gevraagd('2026-09-20', ['niet', 'niet', 'niet']);
    const later = gevraagd('2026-09-25', ['begrepen', 'begrepen', 'begrepen']);
    expect(ids('2026-10-01', [eerst, later])).toEqual([]);
    const ander = gevraagd('2026-09-25', ['begrepen', 'begrepen', 'begrepen'], 'pip-0');
    expect(ids('2026-10-01', [ander])).toEqual(['pip-niet-nagevraagd']);
  });

  it('zwijgt zonder geldend PIP', () => {
    const klok = klokOp(datum('2026-10-01'));
    expect(begripSignalen({ g: kiesGeldend([], klok), klok } as unknown as Lezing)).toEqual([]);
  });
});
