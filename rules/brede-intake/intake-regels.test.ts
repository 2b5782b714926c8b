import { describe, expect, it } from 'vitest';
import { type IntakeVolledigFeiten, intakeUitFeiten } from './intake-regels.ts';
import { INTAKE_ONDERDELEN } from './onderdelen.ts';

type Rij = NonNullable<IntakeVolledigFeiten['onderdelen']>[number];
const ANTWOORDEN = INTAKE_ONDERDELEN.filter((o) => o.vorm === 'antwoord');
const WETTELIJK = ANTWOORDEN.filter((o) => o.eis === 'wet' && o.id !== 'vve').map((o) => o.id);
const rijen = (ids: readonly string[]) => ids.map((onderdeel) => ({ onderdeel }) as Rij);

const VOLLEDIG: IntakeVolledigFeiten = {
  onderdelen: rijen(WETTELIJK),
  leerbaarheidstoetsAfgenomen: true,
  gezondheidBesproken: true,
  privegesprekAangeboden: true,
  kindVoorVve: false,
  zonderPersoon: false,
};
const mist = (f: IntakeVolledigFeiten) => {
  const oordeel = intakeUitFeiten(f);
  return oordeel.uitkomst === 'voldoet-niet'
    ? oordeel.redenen.map((r) => r.veld)
    : oordeel.uitkomst;
};
const vraagt = (f: IntakeVolledigFeiten) => {
  const oordeel = intakeUitFeiten(f);
  return oordeel.uitkomst === 'onbekend' ? oordeel.ontbreekt.map((o) => o.feit) : oordeel.uitkomst;
};
const zonder = (...namen: (keyof IntakeVolledigFeiten)[]): IntakeVolledigFeiten =>
  Object.fromEntries(Object.entries(VOLLEDIG).filter(([n]) => !namen.includes(n as never)));

describe('intake-volledig als vraag', () => {
  it('voldoet als alles er is', () => {
    expect(mist(VOLLEDIG)).toBe('voldoet');
    const uitleg = intakeUitFeiten(VOLLEDIG).uitleg();
    expect(uitleg).toMatchObject({
      titel: 'Brede intake',
      uitkomst: '10 van 10 onderdelen vastgelegd',
    });
    expect(uitleg.stappen).toHaveLength(10);
    expect(uitleg.feiten).toHaveLength(6);
    expect(uitleg.zouWijzigenAls).toHaveLength(1);
  });

  it('vector 67: wie blind is krijgt ontheffing van de toets, de intake gaat door', () => {
    const blind = {
      ...VOLLEDIG,
      leerbaarheidstoetsAfgenomen: false,
      leerbaarheidstoetsOntheffing: true,
    };
    expect(mist(blind)).toBe('voldoet');
    expect(mist({ ...blind, gezondheidBesproken: false })).toEqual(['gezondheid']);
  });

  it.each(WETTELIJK)('noemt %s als dat ontbreekt', (id) => {
    expect(mist({ ...VOLLEDIG, onderdelen: rijen(WETTELIJK.filter((x) => x !== id)) })).toEqual([
      id,
    ]);
  });

  it('noemt alles wat ontbreekt', () => {
    const niets: IntakeVolledigFeiten = {
      onderdelen: [{}],
      leerbaarheidstoetsAfgenomen: false,
      leerbaarheidstoetsOntheffing: false,
      gezondheidBesproken: false,
      privegesprekAangeboden: false,
      kindVoorVve: true,
      zonderPersoon: false,
    };
    expect(mist(niets)).toHaveLength(11);
  });

  it('een jong kind vraagt om VVE', () => {
    expect(mist({ ...VOLLEDIG, kindVoorVve: true })).toEqual(['vve']);
    expect(mist({ ...VOLLEDIG, kindVoorVve: true, onderdelen: rijen([...WETTELIJK, 'vve']) })).toBe(
      'voldoet',
    );
  });

  it('zonder de persoon is alleen het verslag nodig', () => {
    expect(mist({ zonderPersoon: true, onderdelen: rijen(['verslag']) })).toBe('voldoet');
    expect(mist({ zonderPersoon: true, onderdelen: [] })).toEqual(['verslag']);
  });

  it('eigen onderwerpen tellen alleen als de gemeente ze verplicht', () => {
    const onderwerpen = ANTWOORDEN.filter((o) => o.eis === 'onderwerp').map((o) => o.id);
    expect(mist({ ...VOLLEDIG, onderwerpenVerplicht: true })).toEqual(onderwerpen);
  });

  it.each([
    ['onderdelen', ['onderdelen', 'kindVoorVve']],
    ['gezondheidBesproken', ['gezondheidBesproken']],
    ['privegesprekAangeboden', ['privegesprekAangeboden']],
    ['kindVoorVve', ['kindVoorVve']],
    ['zonderPersoon', ['zonderPersoon']],
    [
      'leerbaarheidstoetsAfgenomen',
      ['leerbaarheidstoetsAfgenomen', 'leerbaarheidstoetsOntheffing'],
    ],
  ] as const)('zonder %s vraagt zij naar %j', (naam, velden) => {
    const f = naam === 'onderdelen' ? zonder('onderdelen', 'kindVoorVve') : zonder(naam);
    expect(vraagt(f)).toEqual(velden);
  });

  it('vraagt niets wat er niet meer toe doet', () => {
    expect(vraagt({ ...zonder('kindVoorVve'), onderdelen: rijen([...WETTELIJK, 'vve']) })).toBe(
      'voldoet',
    );
    expect(
      vraagt({ ...zonder('leerbaarheidstoetsAfgenomen'), leerbaarheidstoetsOntheffing: true }),
    ).toBe('voldoet');
    expect(
      vraagt({ ...zonder('leerbaarheidstoetsAfgenomen'), leerbaarheidstoetsOntheffing: false }),
    ).toEqual(['leerbaarheidstoetsAfgenomen']);
    expect(vraagt({ ...VOLLEDIG, leerbaarheidstoetsAfgenomen: false })).toEqual([
      'leerbaarheidstoetsOntheffing',
    ]);
    expect(vraagt({})).toEqual([
      'zonderPersoon',
      'onderdelen',
      'leerbaarheidstoetsAfgenomen',
      'leerbaarheidstoetsOntheffing',
      'gezondheidBesproken',
      'privegesprekAangeboden',
      'kindVoorVve',
    ]);
    expect(intakeUitFeiten({}).uitleg().titel).toBe('Brede intake');
  });

  it('weigert niets zolang de intake nog zonder de persoon kan worden afgerond', () => {
    const f = { ...zonder('zonderPersoon'), gezondheidBesproken: false };
    expect(vraagt(f)).toEqual(['zonderPersoon']);
  });

  it('een zekere reden gaat voor een ontbrekend feit, dat in de uitleg staat', () => {
    const f = { ...zonder('kindVoorVve'), gezondheidBesproken: false };
    expect(mist(f)).toEqual(['gezondheid']);
    expect(intakeUitFeiten(f).uitleg().stappen?.at(-1)?.titel).toContain('Nog niet bekend');
  });
});
