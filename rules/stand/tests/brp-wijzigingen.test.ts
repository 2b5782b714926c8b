import { describe, expect, it } from 'vitest';
import { datum } from '../../shared/datum.ts';
import { klokOp } from '../../shared/klok.ts';
import { bepaalStand } from '../bepaal-stand.ts';
import type { Feit } from '../feiten.ts';
import { kiesGeldend } from '../geldend.ts';
import { brpWijzigingen, heeftGeheimhouding } from '../signaal/brp-wijzigingen.ts';
import { STANDAARD_BELEID } from '../stand.ts';

let n = 0;
function feit(over: object): Feit {
  n += 1;
  const vast = { id: `f${n}`, vastgelegdOp: `2026-03-01T10:00:0${n % 10}.000Z`, bron: 'brp' };
  return { ...vast, geldigOp: datum('2026-03-01'), ...over } as Feit;
}
const wijziging = (wat: string, geldigOp = '2026-03-01') =>
  feit({ soort: 'brp-wijziging', inhoud: { wat }, geldigOp: datum(geldigOp) });
const op = (feiten: Feit[], dag: string) => kiesGeldend(feiten, klokOp(datum(dag)));
const plichtig = feit({
  soort: 'inburgeringsplicht',
  bron: 'duo',
  inhoud: { plichtig: true, begin: datum('2026-01-01') },
});

describe('brpWijzigingen', () => {
  it('noemt elk onderwerp één keer, het dringendste eerst', () => {
    const feiten = [wijziging('adres'), wijziging('gemeente'), wijziging('adres')];
    expect(brpWijzigingen(op(feiten, '2026-03-02')).map((w) => w.wat)).toEqual([
      'gemeente',
      'adres',
    ]);
  });

  it.each([
    ['2026-03-09', 0],
    ['2026-03-10', 1],
    ['2026-03-11', 1],
  ])('telt op %s: %i', (dag, aantal) => {
    expect(brpWijzigingen(op([wijziging('partner', '2026-03-10')], dag))).toHaveLength(aantal);
  });

  it('verdwijnt als iemand haar heeft bekeken', () => {
    const w = wijziging('naam');
    const bekeken = feit({ soort: 'notitie', inhoud: { tekst: 'bekeken' }, vervangt: w.id });
    expect(brpWijzigingen(op([w, bekeken], '2026-03-02'))).toEqual([]);
  });

  it('staat in de Stand als signaal en als voorstel, met wat te doen', () => {
    const stand = bepaalStand(
      [plichtig, wijziging('gemeente')],
      STANDAARD_BELEID,
      datum('2026-03-02'),
    );
    expect(stand.signalen).toContainEqual({
      id: 'brp-wijziging-gemeente',
      ernst: 'let-op',
      tekst: 'Verhuisd naar een andere gemeente. Draag het dossier over aan de nieuwe gemeente.',
    });
    expect(stand.voorstellen.map((v) => v.soort)).toContain('brp-wijziging-bekijken');
    const zonder = bepaalStand([plichtig], STANDAARD_BELEID, datum('2026-03-02'));
    expect(zonder.voorstellen.map((v) => v.soort)).not.toContain('brp-wijziging-bekijken');
  });
});

describe('heeftGeheimhouding', () => {
  const persoon = (bron: string, geheimhouding?: boolean) =>
    feit({
      soort: 'persoon',
      bron,
      inhoud: {
        voornamen: 'A',
        geslachtsnaam: 'B',
        geboorte: { soort: 'onbekend' },
        geheimhouding,
      },
    });

  it('de BRP gaat voor, ook als daarna met de hand iets is vastgelegd', () => {
    expect(heeftGeheimhouding(op([], '2026-03-02'))).toBe(false);
    expect(heeftGeheimhouding(op([persoon('medewerker', true)], '2026-03-02'))).toBe(true);
    const latere = [persoon('brp', true), persoon('medewerker')];
    expect(heeftGeheimhouding(op(latere, '2026-03-02'))).toBe(true);
    expect(
      heeftGeheimhouding(op([persoon('medewerker', true), persoon('brp')], '2026-03-02')),
    ).toBe(false);
  });
});
