import { describe, expect, it } from 'vitest';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';
import { standVanOnderdeel } from './voortgang.ts';

const vraag = (id: string, bron?: string, waarde: string | null = 'iets') =>
  ({
    id,
    onderdeel: 'wonen',
    antwoord: bron
      ? { waarde, bron, teBevestigen: waarde !== null && bron !== 'Noor de Wit', verouderd: false }
      : null,
  }) as unknown as IntakeVraag;

type Extra = { vastgelegd?: boolean; ontbreekt?: string[]; aangeraakt?: string[] };

function stand(
  vragen: IntakeVraag[],
  { vastgelegd = true, ontbreekt = [], aangeraakt = [] }: Extra = {},
) {
  const onderdeel = { id: 'wonen', vastgelegd } as Intake['onderdelen'][number];
  const intake = { volledigheid: { ontbreekt: ontbreekt.map((veld) => ({ veld })) } };
  return standVanOnderdeel(onderdeel, intake as Pick<Intake, 'volledigheid'>, vragen, {
    waardeVan: (v) => v.antwoord?.waarde ?? null,
    isAangeraakt: (v) => aangeraakt.includes(v.id),
  });
}

describe('standVanOnderdeel', () => {
  it.each(['COA klantprofiel', 'inburgeraar'])('telt wat %s gaf nog niet als besproken', (bron) => {
    const uit = stand([vraag('a'), vraag('b', bron), vraag('c', bron)]);
    expect(uit).toMatchObject({ besproken: false, teBevestigen: 2, gezegd: 2, totaal: 3 });
    expect(uit.verder?.id).toBe('b');
  });

  it('is besproken zodra een mens één antwoord gaf of bevestigde', () => {
    const vragen = [vraag('a', 'COA'), vraag('b', 'COA')];
    expect(stand(vragen, { aangeraakt: ['a'] })).toMatchObject({
      besproken: true,
      teBevestigen: 0,
    });
    expect(stand([...vragen, vraag('c', 'Noor de Wit')])).toMatchObject({
      besproken: true,
      teBevestigen: 0,
    });
  });

  it('houdt een eigen antwoord van lang geleden besproken', () => {
    const oud = vraag('a', 'Noor de Wit');
    const verouderd = { ...oud.antwoord, teBevestigen: true, verouderd: true };
    expect(stand([{ ...oud, antwoord: verouderd } as IntakeVraag]).besproken).toBe(true);
  });

  it('volgt zonder antwoorden wat er is vastgelegd, en begint bij wat open is', () => {
    expect(stand([]).besproken).toBe(true);
    expect(stand([vraag('a')], { vastgelegd: false })).toMatchObject({
      besproken: false,
      teBevestigen: 0,
      verder: { id: 'a' },
    });
  });

  it('mist wat de wet vraagt nog, dan is het ook met een eigen antwoord niet af', () => {
    const vragen = [vraag('a', 'Noor de Wit')];
    expect(stand(vragen, { vastgelegd: false, ontbreekt: ['wonen'] }).besproken).toBe(false);
    expect(stand(vragen, { vastgelegd: false }).besproken).toBe(true);
  });
});
