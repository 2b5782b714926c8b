import { describe, expect, it } from 'vitest';
import { type IntakeFeiten, intakeVolledig } from './intake-volledig.ts';
import { INTAKE_ONDERDELEN } from './onderdelen.ts';
import { type OproepUitkomst, oproepLadder } from './oproep-ladder.ts';

const wettelijk = INTAKE_ONDERDELEN.filter((o) => o.eis === 'wet' && o.vorm === 'antwoord');
const volledig: IntakeFeiten = {
  beantwoord: new Set(wettelijk.map((o) => o.id)),
  leerbaarheidstoetsAfgenomen: true,
  leerbaarheidstoetsOntheffing: false,
  gezondheidBesproken: true,
  privegesprekAangeboden: true,
  kindVoorVve: true,
  zonderPersoon: false,
};

function mist(f: Partial<IntakeFeiten>) {
  const oordeel = intakeVolledig({ ...volledig, ...f });
  return oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen.map((r) => r.veld) : [];
}

const zonder = (id: string) => new Set([...volledig.beantwoord].filter((x) => x !== id));

describe('intake-volledig (Wi2021 art. 14, Besluit art. 5.2)', () => {
  it('voldoet als alles er is', () => {
    expect(mist({})).toEqual([]);
  });

  it.each(wettelijk.map((o) => o.id))('noemt %s als dat ontbreekt', (id) => {
    expect(mist({ beantwoord: zonder(id) })).toEqual([id]);
  });

  it('noemt de toets, gezondheid en het gesprek alleen', () => {
    expect(
      mist({
        leerbaarheidstoetsAfgenomen: false,
        gezondheidBesproken: false,
        privegesprekAangeboden: false,
      }),
    ).toEqual(['privegesprek', 'leerbaarheidstoets', 'gezondheid']);
  });

  it('een ontheffing vervangt alleen de toets; de intake gaat door', () => {
    const blind = { leerbaarheidstoetsAfgenomen: false, leerbaarheidstoetsOntheffing: true };
    expect(mist(blind)).toEqual([]);
    expect(mist({ ...blind, beantwoord: new Set() })).toHaveLength(wettelijk.length);
  });

  it('VVE alleen met een jong kind', () => {
    expect(mist({ beantwoord: zonder('vve'), kindVoorVve: false })).toEqual([]);
  });

  it('zonder de persoon blijft het verslag nodig', () => {
    const f = { zonderPersoon: true, beantwoord: new Set<string>(), gezondheidBesproken: false };
    expect(mist(f)).toEqual(['verslag']);
  });

  it('de onderwerpen van gemeenten tellen alleen als het beleid dat zegt', () => {
    expect(mist({ onderwerpenVerplicht: true })).toEqual(
      INTAKE_ONDERDELEN.filter((o) => o.eis === 'onderwerp').map((o) => o.id),
    );
  });
});

describe('oproep-ladder (Wi2021 art. 14 en 22)', () => {
  const gemist: OproepUitkomst = 'niet-verschenen';

  it.each([
    [[], 'oproepen'],
    [['wacht'], 'wachten'],
    [['verschenen'], 'verschenen'],
    [['afgezegd'], 'oproepen'],
    [[gemist], 'waarschuwen-en-herhalen'],
    [[gemist, 'wacht'], 'wachten'],
    [[gemist, gemist], 'boete-afwegen-en-herhalen'],
    [[gemist, 'afgezegd', gemist], 'boete-afwegen-en-herhalen'],
    [[gemist, gemist, gemist], 'afronden-zonder-persoon'],
    [[gemist, gemist, 'verschenen'], 'verschenen'],
    [[gemist, 'verschenen', gemist], 'waarschuwen-en-herhalen'],
    [[gemist, gemist, 'verschenen', gemist], 'waarschuwen-en-herhalen'],
    [['verschenen', gemist, gemist, gemist], 'afronden-zonder-persoon'],
  ] as [OproepUitkomst[], string][])('%j: %s', (uitkomsten, stap) => {
    expect(oproepLadder(uitkomsten).stap).toBe(stap);
  });

  it('vraagt altijd eerst naar de reden en beslist niets', () => {
    expect(oproepLadder([gemist]).tekst).toContain('Vraag eerst naar de reden');
    expect(oproepLadder([gemist, gemist]).tekst).toContain('Een medewerker weegt af');
  });
});
