/** De API's van DUO die Meedoen aanroept, met de versie waarop de vertaling is gemaakt. */
export const VERWACHTE_VERSIE = {
  inburgeringsplicht: '1.2.2',
  leerbaarheidstoets: '1.2.0',
  inburgeringstermijn: '1.0.0',
  pip: '1.2.0',
} as const;

export type DuoApi = keyof typeof VERWACHTE_VERSIE;

export type VersieOordeel =
  | { soort: 'gelijk' }
  | { soort: 'afwijkend'; melding: string }
  | { soort: 'onbruikbaar'; reden: string };

const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:[-+][0-9A-Za-z.+-]+)?$/;

/**
 * Vergelijkt de kop `API-Version` met de verwachte versie. Een andere minor is bruikbaar maar het
 * melden waard; een andere major betekent dat het antwoord niet meer te vertrouwen is.
 */
export function beoordeelVersie(api: DuoApi, ontvangen: string | undefined): VersieOordeel {
  const verwacht = VERWACHTE_VERSIE[api];
  if (ontvangen === undefined) {
    return { soort: 'afwijkend', melding: `DUO gaf geen API-Version bij ${api}` };
  }
  const delen = SEMVER.exec(ontvangen);
  if (!delen) {
    return { soort: 'afwijkend', melding: `DUO gaf een onleesbare API-Version bij ${api}` };
  }
  const [major, minor] = verwacht.split('.');
  if (delen[1] !== major) {
    return {
      soort: 'onbruikbaar',
      reden: `API-versie ${ontvangen} van ${api} past niet bij de verwachte ${verwacht}`,
    };
  }
  if (delen[2] !== minor) {
    return {
      soort: 'afwijkend',
      melding: `DUO gebruikt versie ${ontvangen} van ${api}, verwacht was ${verwacht}`,
    };
  }
  return { soort: 'gelijk' };
}
