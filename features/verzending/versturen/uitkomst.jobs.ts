import type { DuoAntwoord } from '../../../connections/duo/client.ts';
import type { Opdracht, Uitkomst } from './opdracht.jobs.ts';

const NIET_BEVOEGD =
  'DUO vindt dat de gemeente niets over deze persoon mag melden. Vaak is iemand verhuisd: een maand na het PIP van de nieuwe gemeente sluit DUO de toegang. Kijk in de BRP waar de persoon woont en of hij aan deze gemeente is gekoppeld.';
const FOUT_VERZOEK =
  'DUO kan het bericht niet lezen. Geef dit door aan de beheerder; opnieuw sturen helpt niet.';
const ONBEKEND = 'DUO kent geen persoon met dit BSN.';
const NIET_HERKEND = 'DUO herkent deze gemeente niet (certificaat of OIN)';

export type Geen = Exclude<DuoAntwoord<unknown>, { soort: 'ok' }>;

/**
 * DUO heeft het, met het bewijs ervan.
 * @param via hoe wij dat weten: uit het antwoord op de melding, door te raadplegen, of omdat er niets meer stond
 */
export function aangenomen(
  o: Pick<Opdracht, 'berichtId'>,
  nu: string,
  apiVersion: string | undefined,
  via: 'melding' | 'raadpleging' | 'stond-er-niet' | 'mens',
): Uitkomst {
  const bewijs = { status: 'geaccepteerd', via, apiVersion, berichtId: o.berichtId, op: nu };
  return { soort: 'geaccepteerd', bewijs };
}

/** Waar als dit verzoek bij DUO zeker niets heeft veranderd. */
export const nietAangekomen = (antwoord: Geen): boolean =>
  antwoord.soort === 'niet-bevoegd' ||
  (antwoord.soort === 'storing' && !antwoord.misschienVerwerkt);

/** Wat een antwoord zonder succes betekent. @param onbekend tekst bij 404 */
export function mislukt(
  antwoord: Geen,
  zekerNietVerstuurd: boolean,
  onbekend: string = ONBEKEND,
): Uitkomst {
  switch (antwoord.soort) {
    case 'geweigerd':
      return { soort: 'geweigerd', foutteksten: antwoord.foutteksten };
    case 'niet-bevoegd':
      return antwoord.aanmelding
        ? { soort: 'stop', reden: NIET_HERKEND, zekerNietVerstuurd }
        : { soort: 'geweigerd', foutteksten: [NIET_BEVOEGD] };
    case 'fout-verzoek':
      return { soort: 'geweigerd', foutteksten: [FOUT_VERZOEK] };
    case 'niets':
      return { soort: 'geweigerd', foutteksten: [onbekend] };
    case 'storing': {
      const soort = antwoord.aanmelding ? ('stop' as const) : ('later' as const);
      return { soort, reden: antwoord.reden, zekerNietVerstuurd };
    }
  }
}
