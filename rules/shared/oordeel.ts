import type {
  GebruiktFeit,
  Grondslag,
  OntbrekendFeit,
  Oordeel,
  Reden,
  Uitleg,
} from './antwoord.ts';
import { onbekend } from './regel.ts';

/** Waaruit een oordeel wordt opgebouwd. `goed` is de uitkomst in woorden als niets in de weg staat. */
export type Bevinding = {
  titel: string;
  grondslag: Grondslag;
  redenen: Reden[];
  ontbreekt: OntbrekendFeit[];
  goed: string;
  feiten: () => GebruiktFeit[];
  stappen: () => Uitleg[];
  zouWijzigenAls: string[];
};

/**
 * Maakt van een bevinding een oordeel. Eén zekere reden is genoeg voor een weigering, ook als er feiten
 * ontbreken; de uitleg noemt dan wat nog niet bekend is. Anders gaat een ontbrekend feit voor.
 */
export function oordeel(b: Bevinding): Oordeel {
  if (b.redenen.length === 0 && b.ontbreekt.length > 0) {
    return onbekend(b.titel, b.ontbreekt, b.grondslag);
  }
  const uitleg = (uitkomst: string) => (): Uitleg => ({
    titel: b.titel,
    uitkomst,
    grondslag: b.grondslag,
    feiten: b.feiten(),
    stappen: [
      ...b.stappen(),
      ...b.redenen.map((r) => ({
        titel: r.tekst,
        uitkomst: 'staat in de weg',
        ...(r.grondslag ? { grondslag: r.grondslag } : {}),
      })),
      ...b.ontbreekt.map((o) => ({ titel: o.tekst })),
    ],
    zouWijzigenAls: b.zouWijzigenAls,
  });
  return b.redenen.length > 0
    ? { uitkomst: 'voldoet-niet', redenen: b.redenen, uitleg: uitleg(inAantal(b.redenen.length)) }
    : { uitkomst: 'voldoet', uitleg: uitleg(b.goed) };
}

const inAantal = (n: number): string => (n === 1 ? 'nee, om één reden' : `nee, om ${n} redenen`);
