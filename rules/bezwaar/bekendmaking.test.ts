import { describe, expect, it } from 'vitest';
import { datum, plusDagen } from '../shared/datum.ts';
import { bekendmaking } from './bekendmaking.ts';

const VANDAAG = datum('2026-11-21');
const DAGTEKENING = datum('2026-10-01');
const kies = (gekozen?: string, opPapierUitgereikt = false, dagtekening = DAGTEKENING) => {
  const uit = bekendmaking({
    dagtekening,
    vandaag: VANDAAG,
    gekozen: gekozen === undefined ? undefined : datum(gekozen),
    opPapierUitgereikt,
  });
  return 'redenen' in uit ? uit.redenen.map((r) => r.code) : uit;
};

describe('dag van bekendmaking (Awb 3:41)', () => {
  it('is zonder opgave de dag waarop de brief ontstaat, nooit de dagtekening in het verleden', () => {
    expect(kies()).toEqual({ op: VANDAAG });
    expect(kies(undefined, false, VANDAAG)).toEqual({ op: VANDAAG });
    expect(kies(undefined, false, plusDagen(VANDAAG, -1))).toEqual({ op: VANDAAG });
  });

  it.each([
    ['2026-11-20', ['bekendmaking-in-verleden']],
    ['2026-11-21', { op: '2026-11-21' }],
    ['2026-11-22', { op: '2026-11-22' }],
    // Hoogstens 31 dagen onderweg.
    ['2026-12-21', { op: '2026-12-21' }],
    ['2026-12-22', { op: '2026-12-22' }],
    ['2026-12-23', ['bekendmaking-te-ver']],
    ['9999-11-01', ['bekendmaking-te-ver']],
  ])('gekozen %s, verstuurd: %j', (gekozen, uit) => {
    expect(kies(gekozen)).toEqual(uit);
  });

  it.each([
    ['2026-09-30', ['bekendmaking-voor-dagtekening']],
    ['2026-10-01', { op: '2026-10-01', opPapierUitgereikt: true }],
    ['2026-11-20', { op: '2026-11-20', opPapierUitgereikt: true }],
    // Wie het vandaag in handen geeft, verklaart niets over vroeger.
    ['2026-11-21', { op: '2026-11-21' }],
    ['2026-12-23', ['bekendmaking-te-ver']],
  ])('gekozen %s, toen op papier uitgereikt: %j', (gekozen, uit) => {
    expect(kies(gekozen, true)).toEqual(uit);
  });

  it('vraagt de dag van wie zegt dat het op papier is uitgereikt', () => {
    expect(kies(undefined, true)).toEqual(['bekendmaking-dag-nodig']);
  });
});
