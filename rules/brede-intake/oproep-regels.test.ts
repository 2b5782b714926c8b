import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datum, plusDagen, vanEpochDag } from '../shared/datum.ts';
import { type OproepFeiten, volgendeOproepstap } from './oproep-regels.ts';

type Rij = NonNullable<OproepFeiten['oproepen']>[number];
const oproep = (dag: string, uitkomst: Rij['uitkomst'] = 'niet-verschenen'): Rij => ({
  datumOproep: datum(dag),
  ...(uitkomst ? { uitkomst } : {}),
});
const EEN = oproep('2024-10-01');
const TWEE = oproep('2024-11-12');
const DRIE = oproep('2025-02-03');

function uit(f: OproepFeiten) {
  const antwoord = volgendeOproepstap(f);
  return antwoord.uitkomst === 'bepaald' ? antwoord.waarde : antwoord.uitkomst;
}

describe('oproep-ladder als vraag', () => {
  it.each([
    ['nog geen oproep', [], 'oproepen', 0],
    ['vector 68: eerste gemist, waarschuwing en geen boete', [EEN], 'waarschuwen-en-herhalen', 1],
    ['vector 69: tweede gemist', [EEN, TWEE], 'boete-afwegen-en-herhalen', 2],
    ['derde gemist: afronden zonder de persoon', [EEN, TWEE, DRIE], 'afronden-zonder-persoon', 3],
    ['loopt nog', [EEN, oproep('2024-11-12', 'wacht')], 'wachten', 1],
    ['verschenen', [EEN, oproep('2024-11-12', 'verschenen')], 'verschenen', 0],
    ['afgezegd', [EEN, oproep('2024-11-12', 'afgezegd')], 'oproepen', 1],
  ] as [string, Rij[], string, number][])('%s', (_naam, oproepen, stap, gemist) => {
    expect(uit({ oproepen })).toEqual({ stap, gemist });
    expect(uit({ oproepen: [...oproepen].reverse() })).toEqual({ stap, gemist });
  });

  it.each([
    ['2024-12-30', '2025-02-28'],
    ['2024-12-31', '2025-02-28'],
    ['2025-01-01', '2025-03-03'],
    ['2025-01-03', '2025-03-03'],
    ['2025-01-04', '2025-03-04'],
  ])('vector 69: boete bekendgemaakt op %s, nieuwe termijn uiterlijk %s', (dag, uiterlijk) => {
    expect(uit({ oproepen: [EEN, TWEE], bekendmakingBoete: datum(dag) })).toMatchObject({
      nieuweTermijnUiterlijk: uiterlijk,
    });
  });

  it('kent gelijkgestelde dagen en legt de nieuwe termijn uit', () => {
    const antwoord = volgendeOproepstap({
      oproepen: [EEN, TWEE],
      bekendmakingBoete: datum('2026-03-15'),
      extraVrijeDagen: [{ datum: datum('2026-05-15') }, {}],
    });
    expect(antwoord).toMatchObject({ waarde: { nieuweTermijnUiterlijk: '2026-05-18' } });
    expect(antwoord.uitleg()).toMatchObject({
      titel: 'Wat na deze oproep volgt',
      stappen: [
        { titel: 'Oproepen tot nu toe', uitkomst: 'niet verschenen en niet verschenen' },
        {
          uitkomst: '15 maart 2026 + 2 maanden: uiterlijk 18 mei 2026',
          grondslag: { artikel: 'Wet inburgering 2021 art. 22' },
        },
        { uitkomst: 'verschoven naar 18 mei 2026' },
      ],
    });
    expect(antwoord.uitleg().feiten).toHaveLength(3);
  });

  it('legt zonder boete alleen de oproepen uit, en beslist niets', () => {
    const uitleg = volgendeOproepstap({ oproepen: [EEN, TWEE] }).uitleg();
    expect(uitleg.stappen).toHaveLength(1);
    expect(uitleg.uitkomst).toContain('Een medewerker weegt af');
  });

  it('zegt van een oproep zonder uitkomst dat zij nog loopt', () => {
    const oproepen = [EEN, oproep('2024-11-12', 'wacht')];
    expect(volgendeOproepstap({ oproepen }).uitleg().stappen).toEqual([
      { titel: 'Oproepen tot nu toe', uitkomst: 'niet verschenen en loopt nog' },
    ]);
  });

  it('op dezelfde dag telt een lopende oproep als de laatste, hoe zij ook binnenkomen', () => {
    const dag = '2024-10-01';
    const rijen = [
      oproep(dag, 'wacht'),
      oproep(dag),
      oproep(dag, 'verschenen'),
      oproep(dag, 'afgezegd'),
    ];
    expect(uit({ oproepen: rijen })).toEqual({ stap: 'wachten', gemist: 0 });
    expect(uit({ oproepen: [...rijen].reverse() })).toEqual({ stap: 'wachten', gemist: 0 });
  });

  it.each([
    [{}, ['oproepen']],
    [{ oproepen: [{}] }, ['oproepen.datumOproep', 'oproepen.uitkomst']],
    [{ oproepen: [EEN, { datumOproep: datum('2024-11-12') }] }, ['oproepen.uitkomst']],
    [{ oproepen: [EEN, { uitkomst: 'wacht' }] }, ['oproepen.datumOproep']],
  ] as [OproepFeiten, string[]][])('%j: vraagt naar %j', (f, velden) => {
    const antwoord = volgendeOproepstap(f);
    expect(antwoord.uitkomst === 'onbekend' && antwoord.ontbreekt.map((o) => o.feit)).toEqual(
      velden,
    );
    expect(antwoord.uitleg().grondslag?.artikel).toBe('Wet inburgering 2021 art. 14 lid 1 en 2');
  });

  it('de nieuwe termijn is nooit eerder als de boete later bekend wordt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 19_000, max: 23_000 }).map(vanEpochDag), (dag) => {
        const [een, twee] = [dag, plusDagen(dag, 1)].map((bekendmakingBoete) => {
          const waarde = uit({ oproepen: [EEN, TWEE], bekendmakingBoete });
          return typeof waarde === 'string' ? '' : (waarde.nieuweTermijnUiterlijk ?? '');
        });
        expect((twee ?? '') >= (een ?? '')).toBe(true);
        expect(een).not.toBe('');
      }),
    );
  });
});
