import { describe, expect, it } from 'vitest';
import type { Intake } from '../../intake.schema.ts';
import { bekendeBlokken } from './bekend.ts';

const herkomst = {
  feitId: '0199a000-0000-7000-8000-000000000001',
  bron: 'COA',
  door: null,
  op: '2026-11-01',
  vastgelegdOp: '2026-11-02T09:00:00.000Z',
};
const TAAL = {
  ...herkomst,
  gesprekstaal: 'Tigrinya',
  tolkNodig: true,
  schrift: 'Ge’ez',
  teBevestigen: true,
};
const vraag = (id: string, bron = 'COA') => ({
  id,
  vraag: `${id}?`,
  vanToepassing: true,
  antwoord: { ...herkomst, bron, waarde: 'iets', verouderd: false, teBevestigen: true },
});
const intake = (taal: Intake['taal'], ...vragen: ReturnType<typeof vraag>[]) =>
  ({ vragen, taal }) as unknown as Intake;
const nietAangeraakt = () => false;
const velden = (i: Intake, isAangeraakt: (veld: string) => boolean = nietAangeraakt) =>
  bekendeBlokken(i, [], isAangeraakt).map((b) => [b.titel, b.items.map((item) => item.veld)]);

describe('de taal bij wat al bekend is', () => {
  it('staat vooraan in het blok van COA, met wat bevestigen verstuurt', () => {
    const blokken = bekendeBlokken(intake(TAAL, vraag('wonen')), [], nietAangeraakt);
    expect(blokken.map((b) => b.titel)).toEqual(['COA gaf door']);
    expect(blokken[0]?.items.map((i) => i.veld)).toEqual(['taal', 'antwoorden/wonen']);
    expect(blokken[0]?.items[0]).toMatchObject({
      waarde: { gesprekstaal: 'Tigrinya', tolkNodig: true, schrift: 'Ge’ez' },
      bron: 'COA',
      op: '2026-11-01',
    });
  });

  it('stuurt geen herkomst mee: de server weigert velden die hij niet kent', () => {
    const [blok] = bekendeBlokken(intake(TAAL), [], nietAangeraakt);
    expect(Object.keys(blok?.items[0]?.waarde ?? {}).sort()).toEqual([
      'gesprekstaal',
      'schrift',
      'tolkNodig',
    ]);
  });

  it('staat er niet als een medewerker haar vastlegde, of als zij er niet is', () => {
    expect(velden(intake({ ...TAAL, teBevestigen: false }, vraag('wonen')))).toEqual([
      ['COA gaf door', ['antwoorden/wonen']],
    ]);
    expect(velden(intake(null))).toEqual([]);
  });

  it('verdwijnt zodra iemand haar bevestigt of anders typt, en laat de rest staan', () => {
    expect(velden(intake(TAAL, vraag('wonen')), (veld) => veld === 'taal')).toEqual([
      ['COA gaf door', ['antwoorden/wonen']],
    ]);
  });

  it('staat bij wie haar gaf', () => {
    expect(velden(intake({ ...TAAL, bron: 'inburgeraar' }, vraag('wonen')))).toEqual([
      ['De persoon vulde zelf in', ['taal']],
      ['COA gaf door', ['antwoorden/wonen']],
    ]);
  });
});
