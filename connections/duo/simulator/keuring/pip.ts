import type { Persoon } from '../persoon/persoon.ts';
import type { PipInhoud } from '../persoon/vorm.ts';
import { plusDagen, plusMaanden } from './dagen.ts';

/**
 * De inburgeringstermijn begint de dag na de dagtekening van het eerste PIP en duurt drie jaar
 * (Wi2021 art. 11). `einddatum` telt niet meer mee.
 */
export function berekenTermijn(dagtekening: string): { startdatum: string; einddatum: string } {
  const startdatum = plusDagen(dagtekening, 1);
  return { startdatum, einddatum: plusMaanden(startdatum, 36) };
}

/** Ontbreekt het niveau, dan vult DUO B1 in voor de B1-route en de onderwijsroute. */
export function vulNiveauAan(pip: PipInhoud): PipInhoud {
  return pip.niveau === undefined && pip.leerroute !== 'Z' ? { ...pip, niveau: 'B1' } : pip;
}

/** De redenen waarom DUO een gemeld PIP weigert; leeg is aangenomen. */
export function weigerPip(persoon: Persoon, pip: PipInhoud): string[] {
  return [...weigerDagtekening(persoon, pip), ...weigerInhoud(persoon, pip)];
}

function weigerDagtekening(persoon: Persoon, { dagtekeningPip }: PipInhoud): string[] {
  const fouten: string[] = [];
  const plicht = persoon.plicht;
  if (!plicht?.indicatorInburgeringsplicht) fouten.push('De persoon is niet inburgeringsplichtig.');
  if (plicht?.begindatum && dagtekeningPip < plicht.begindatum) {
    fouten.push('De dagtekening van het PIP ligt voor de start van de inburgeringsplicht.');
  }
  const eerste = persoon.pips.at(0)?.pip.dagtekeningPip;
  const actueel = persoon.pips.at(-1)?.pip.dagtekeningPip;
  if (eerste && dagtekeningPip < eerste) {
    fouten.push('De dagtekening van het PIP ligt voor de dagtekening van het initiële PIP.');
  } else if (actueel && dagtekeningPip < actueel) {
    fouten.push('De dagtekening van het PIP ligt voor de dagtekening van het actuele PIP.');
  }
  if (
    persoon.vestigingsdatum &&
    !persoon.gekoppeldAan &&
    dagtekeningPip < persoon.vestigingsdatum
  ) {
    fouten.push('De dagtekening van het PIP ligt voor de vestiging in de gemeente.');
  }
  return fouten;
}

function weigerInhoud(persoon: Persoon, pip: PipInhoud): string[] {
  const fouten: string[] = [];
  if (pip.leerroute === 'O' && pip.niveau === 'A2') {
    fouten.push('Niveau A2 is niet mogelijk bij de onderwijsroute.');
  }
  if (pip.leerroute === 'Z' && pip.niveau === 'B1') {
    fouten.push('Niveau B1 is niet mogelijk bij de zelfredzaamheidsroute.');
  }
  if (pip.leerroute === 'B' && pip.niveau === 'A2' && persoon.pips.length === 0) {
    fouten.push('Niveau A2 is niet mogelijk bij de B1-route in het eerste PIP.');
  }
  const asiel = persoon.doelgroep?.indeling === 'Asielstatushouder';
  if (pip.geschatteIntensiteitB1Route !== undefined && !(pip.leerroute === 'B' && asiel)) {
    fouten.push(
      'De geschatte intensiteit is alleen mogelijk bij de B1-route van een asielstatushouder.',
    );
  }
  return fouten;
}

/** De redenen waarom DUO het verwijderen van het actuele PIP weigert. */
export function weigerVerwijderen(persoon: Persoon, gemeentecode: string): string[] {
  const fouten: string[] = [];
  if (persoon.termijn) fouten.push('De inburgeringstermijn is al vastgesteld.');
  if (persoon.pips.at(-1)?.gemeentecode !== gemeentecode) {
    fouten.push('Het actuele PIP is van een andere gemeente.');
  }
  if (heeftCursusuren(persoon)) {
    fouten.push('Op het actuele inburgeringsaanbod staan al cursusuren.');
  }
  return fouten;
}

function heeftCursusuren({ aanbod = [], uren = [] }: Persoon): boolean {
  const instellingen = new Set(aanbod.map((a) => a.instellingsnummer));
  return uren.some(({ TaallesEnKnmInstelling: les }) => {
    return les !== undefined && instellingen.has(les.instellingsnummer) && (les.uren ?? 0) > 0;
  });
}
