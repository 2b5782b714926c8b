import { describe, expect, it } from 'vitest';
import type { Intake } from '../../intake.schema.ts';
import { wachtOpMens } from './aanhouden.ts';

const VRAGEN = [
  { id: 'verslag', type: 'lange-tekst', antwoord: null },
  { id: 'hulp', type: 'tekst', antwoord: { waarde: 'Heeft PTSS.' } },
  { id: 'reden', type: 'keuze', antwoord: null },
  { id: 'jaren', type: 'getal', antwoord: null },
] as unknown as Intake['vragen'];

const wacht = (veld: string, waarde: unknown) => wachtOpMens({ veld, waarde }, VRAGEN);

describe('wachtOpMens', () => {
  it.each([
    ['antwoorden/verslag', 'Heeft PTSS en slikt medicijnen.'],
    ['antwoorden/verslag', 'Heeft PTSS'],
    ['antwoorden/hulp', 'Heeft een depressie.'],
  ])('houdt een open tekst tegen: %s %s', (veld, waarde) => {
    expect(wacht(veld, waarde)).toBe(true);
  });

  it.each([
    ['gewone tekst', 'antwoorden/verslag', 'Wil bakker worden.'],
    ['het gevolg in plaats van de oorzaak', 'antwoorden/verslag', 'Korte lessen met pauzes.'],
    ['leeggemaakt', 'antwoorden/verslag', null],
    ['wat de server al heeft', 'antwoorden/hulp', 'Heeft PTSS.'],
    ['een keuze uit een lijst', 'antwoorden/reden', 'ziek'],
    ['een getal', 'antwoorden/jaren', 'ziek'],
    ['gezondheid', 'gezondheid/verslag', 'Heeft PTSS.'],
    ['een vraag die er niet is', 'antwoorden/weg', 'Heeft PTSS.'],
    ['een heel blok', 'taal', { gesprekstaal: 'Dari' }],
  ])('laat door: %s', (_, veld, waarde) => {
    expect(wacht(veld, waarde)).toBe(false);
  });
});
