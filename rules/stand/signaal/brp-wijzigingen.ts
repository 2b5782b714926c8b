import type { Feit, FeitInhoud } from '../feiten.ts';
import type { Geldend } from '../geldend.ts';
import type { Signaal } from '../stand.ts';

type Wat = FeitInhoud['brp-wijziging']['wat'];

/** Wat er in de BRP veranderde en wat een mens daarmee doet. */
export type BrpWijziging = {
  wat: Wat;
  ernst: Signaal['ernst'];
  tekst: string;
  voorstel: string;
};

const WIJZIGING: Record<Wat, Omit<BrpWijziging, 'wat'>> = {
  overlijden: {
    ernst: 'let-op',
    tekst: 'Volgens de BRP is de persoon overleden.',
    voorstel: 'Stop brieven en afspraken en kijk wat het voor het gezin betekent.',
  },
  gemeente: {
    ernst: 'let-op',
    tekst: 'Verhuisd naar een andere gemeente.',
    voorstel: 'Draag het dossier over aan de nieuwe gemeente.',
  },
  adres: {
    ernst: 'ter-info',
    tekst: 'Verhuisd volgens de BRP.',
    voorstel: 'Kijk of de lessen en afspraken vanaf het nieuwe adres haalbaar zijn.',
  },
  partner: {
    ernst: 'let-op',
    tekst: 'Een huwelijk of partnerschap is in de BRP begonnen of geëindigd.',
    voorstel: 'Bekijk het gezin en de afspraken in het plan.',
  },
  naam: {
    ernst: 'ter-info',
    tekst: 'De naam is in de BRP gewijzigd.',
    voorstel: 'Gebruik de nieuwe naam en geef haar door aan de taalschool.',
  },
};

const VOLGORDE: readonly Wat[] = ['overlijden', 'gemeente', 'partner', 'adres', 'naam'];

/**
 * Wat de BRP anders gaf dan eerder, elk onderwerp één keer, het dringendste eerst. Wie het bekeek legt dat vast met
 * een notitie die het feit vervangt; dan is het signaal weg.
 */
export function brpWijzigingen(g: Geldend): BrpWijziging[] {
  const open = new Set(g.alle('brp-wijziging').map((f) => f.inhoud.wat));
  return VOLGORDE.filter((wat) => open.has(wat)).map((wat) => ({ wat, ...WIJZIGING[wat] }));
}

/**
 * Waar als het adres niet naar derden mag, ook niet naar een partner: iemand vroeg de gemeente om geheimhouding
 * (Wet BRP art. 2.59). De BRP beslist; zonder antwoord van de BRP telt wat met de hand is vastgelegd.
 * https://wetten.overheid.nl/BWBR0033715/2025-10-21
 */
export function heeftGeheimhouding(g: Geldend): boolean {
  const alle = g.alle('persoon') as Feit<'persoon'>[];
  const persoon = alle.findLast((f) => f.bron === 'brp') ?? alle.at(-1);
  return persoon?.inhoud.geheimhouding === true;
}
