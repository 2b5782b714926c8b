import { inUren } from '../leerroute/uren.ts';
import type { OntbrekendFeit, Uitleg } from '../shared/antwoord.ts';
import { ontbrekendFeit } from '../shared/regel.ts';
import { getalVeld, type Invoer, jaNeeVeld } from '../shared/velden.ts';

/** Uren die meetellen voor een norm, met de uren uit de brede intake als het PIP dat zegt. */
export const urenVelden = (naam: string) => ({
  uren: getalVeld(`Uren ${naam} na de brede intake`, { eenheid: 'uur', gebroken: true }),
  urenInIntake: getalVeld(`Uren ${naam} tijdens de brede intake`, {
    eenheid: 'uur',
    gebroken: true,
  }),
  intakeUrenTellenMee: jaNeeVeld(
    'Het PIP zegt dat uren uit de brede intake meetellen',
    'Zonder zo’n zin in het PIP telt eerdere inspanning niet mee.',
  ),
});

type UrenVelden = ReturnType<typeof urenVelden>;

/** Wat zeker telt en wat ten hoogste kan tellen; verschillen die, dan zegt `ontbreekt` waardoor. */
export type GeteldeUren = { zeker: number; hoogst: number; ontbreekt: OntbrekendFeit[] };

/** Honderdsten, zodat 11,9 + 0,1 precies 12 is. */
const rond = (uren: number): number => Math.round(uren * 100) / 100;

/**
 * Telt uren op. Uren uit de intake tellen alleen met een zin daarover in het PIP (Besluit inburgering 2021
 * art. 3.1, 3.2 en 5.3 lid 5).
 */
export function telUren(velden: UrenVelden, f: Invoer<UrenVelden>): GeteldeUren {
  const telt = f.intakeUrenTellenMee;
  const uren = f.uren ?? 0;
  const uitIntake = telt === false ? 0 : f.urenInIntake;
  const onzeker: (keyof UrenVelden)[] = [];
  if (f.uren === undefined) onzeker.push('uren');
  if (uitIntake === undefined) onzeker.push('urenInIntake');
  if (uitIntake !== 0 && telt === undefined) onzeker.push('intakeUrenTellenMee');
  const onbegrensd = f.uren === undefined || uitIntake === undefined;
  return {
    zeker: rond(uren + (telt ? (uitIntake ?? 0) : 0)),
    hoogst: onbegrensd ? Number.POSITIVE_INFINITY : rond(uren + uitIntake),
    ontbreekt: onzeker.map((naam) => ontbrekendFeit(velden, naam)),
  };
}

/** Stap van de som: hoeveel uur telt, van hoeveel. */
export const urenStap = (titel: string, zeker: number, norm: number): Uitleg => ({
  titel,
  uitkomst: `${inUren(zeker)} van ten minste ${norm} uur`,
});

/** Wat ten minste nog nodig is om een norm te halen. */
export const tekort = (norm: number, hoogst: number): string =>
  `Nog ten minste ${inUren(rond(norm - hoogst))}`;
