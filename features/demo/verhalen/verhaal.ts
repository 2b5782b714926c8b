import type { FeitInhoud, Leerroute } from '../../../rules/stand/feiten.ts';
import type { SchakelNummer, Stand, VoorstelSoort } from '../../../rules/stand/stand.ts';
import type { Schrijver } from '../bouw.ts';
import type { Profiel } from '../inhoud.ts';

export type Groep = 'asiel' | 'gezin';

/** Iemand die in de rondleiding met naam voorkomt: steeds de eerste van een verhaal. */
export type Hoofdrol = {
  naam: [voornamen: string, geslachtsnaam: string];
  geslacht: 'man' | 'vrouw';
  land: string;
  gemeente: string;
  groep: Groep;
};

/** Een soort dossier: hoe het zo kwam, en hoe de Stand dan hoort te zijn. */
export type Verhaal = {
  id: string;
  aantal: number;
  groep: Groep | 'om-en-om';
  schakel: SchakelNummer;
  toestand: Stand['toestand'];
  /** Wat dan wordt voorgesteld; een van deze. */
  voorstel: readonly VoorstelSoort[];
  route?: Leerroute;
  /** Alleen een V-nummer. */
  zonderBsn?: boolean;
  /** Elke tweede heeft nog geen klantmanager. */
  vrij?: boolean;
  /** Wat de eerste van de tweede is: die twee horen bij elkaar. */
  gezin?: FeitInhoud['gezin']['relatie'];
  /** Wat de eerste van de derde is. */
  derde?: FeitInhoud['gezin']['relatie'];
  hoofdrol?: Hoofdrol;
  /** Dag waarop COA van wie asielstatushouder is een klantprofiel overdroeg. */
  klantprofiel?(nr: number): number;
  schrijf(s: Schrijver, p: Profiel, nr: number): void;
};
