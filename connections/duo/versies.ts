/** De API's van DUO die Meedoen aanroept, met de versie waarop de vertaling is gemaakt. */
export const VERWACHTE_VERSIE = {
  boete: '1.0.0',
  contactpersoon: '1.0.0',
  examen: '1.0.0',
  gebeurtenis: '1.0.0',
  gevolgdeuren: '1.1.0',
  inburgeringsaanbod: '1.2.0',
  inburgeringsplicht: '1.2.2',
  inburgeringstermijn: '1.0.0',
  leerbaarheidstoets: '1.2.0',
  'map-pvt-zroute': '1.0.0',
  ontheffing: '1.0.0',
  pip: '1.2.0',
  verlenging: '1.0.0',
  vrijstelling: '1.0.0',
} as const;

export type DuoApi = keyof typeof VERWACHTE_VERSIE;

export const DUO_APIS = Object.keys(VERWACHTE_VERSIE) as DuoApi[];

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

/** Zo lang wordt er niets gemeld nadat DUO met een andere major antwoordde. */
const STIL_MS = 300_000;

/**
 * Houdt bij welke API's met een andere major antwoordden. Meldingen daarheen stoppen vijf minuten, of
 * tot een raadpleging weer de goede major geeft: wat DUO dan aanneemt, kan iets anders betekenen.
 */
export class Majorwacht {
  readonly #gesloten = new Map<DuoApi, { tot: number; reden: string }>();
  readonly #nu: () => number;
  constructor(nu: () => number) {
    this.#nu = nu;
  }
  sluit(api: DuoApi, reden: string): void {
    this.#gesloten.set(api, { tot: this.#nu() + STIL_MS, reden });
  }
  open(api: DuoApi): void {
    this.#gesloten.delete(api);
  }
  /** Waarom er nu niets naar deze API mag, als dat zo is. */
  reden(api: DuoApi): string | undefined {
    const slot = this.#gesloten.get(api);
    return slot && this.#nu() < slot.tot ? slot.reden : undefined;
  }
}
