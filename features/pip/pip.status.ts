/** De staat van een PIP; `geen` is de staat vóór het eerste concept. */
export type PipStaat = 'geen' | 'concept' | 'ter-vaststelling' | 'vastgesteld' | 'ingetrokken';

export type PipHandeling =
  | 'opstellen'
  | 'wijzigen'
  | 'voorleggen'
  | 'terugnemen'
  | 'vaststellen'
  | 'intrekken';

/** Wat bij een overgang nog wordt beoordeeld. */
export type PipVoorwaarde =
  /** Er ligt geen ander concept. */
  | 'enig-concept'
  /** De inhoud is volledig volgens de wet, DUO zal haar aannemen en de intake is afgerond. */
  | 'inhoud-volledig'
  /** Als `inhoud-volledig`; de dagtekening klopt, de brief kan worden gemaakt en vier ogen is gevolgd. */
  | 'besluit-mogelijk'
  /** Het is het PIP dat nu geldt. */
  | 'geldend'
  | 'geen';

export type PipOvergang = {
  van: PipStaat;
  handeling: PipHandeling;
  naar: PipStaat;
  /** Wie het mag: een handeling uit de taakverdeling. */
  recht: 'pip.opstellen' | 'pip.vaststellen';
  voorwaarde: PipVoorwaarde;
};

/** Alle overgangen. Wat hier niet staat, kan niet. */
export const PIP_STATUS: readonly PipOvergang[] = [
  {
    van: 'geen',
    handeling: 'opstellen',
    naar: 'concept',
    recht: 'pip.opstellen',
    voorwaarde: 'enig-concept',
  },
  {
    van: 'concept',
    handeling: 'wijzigen',
    naar: 'concept',
    recht: 'pip.opstellen',
    voorwaarde: 'geen',
  },
  {
    van: 'concept',
    handeling: 'voorleggen',
    naar: 'ter-vaststelling',
    recht: 'pip.opstellen',
    voorwaarde: 'inhoud-volledig',
  },
  {
    van: 'ter-vaststelling',
    handeling: 'terugnemen',
    naar: 'concept',
    recht: 'pip.opstellen',
    voorwaarde: 'geen',
  },
  {
    van: 'concept',
    handeling: 'vaststellen',
    naar: 'vastgesteld',
    recht: 'pip.vaststellen',
    voorwaarde: 'besluit-mogelijk',
  },
  {
    van: 'ter-vaststelling',
    handeling: 'vaststellen',
    naar: 'vastgesteld',
    recht: 'pip.vaststellen',
    voorwaarde: 'besluit-mogelijk',
  },
  {
    van: 'vastgesteld',
    handeling: 'intrekken',
    naar: 'ingetrokken',
    recht: 'pip.vaststellen',
    voorwaarde: 'geldend',
  },
];

/** De overgang van `handeling` vanuit `van`, of niets als die er niet is. */
export function overgang(van: PipStaat, handeling: PipHandeling): PipOvergang | undefined {
  return PIP_STATUS.find((o) => o.van === van && o.handeling === handeling);
}

const STAAT_IN_ZIN: Record<PipStaat, string> = {
  geen: 'is er nog niet',
  concept: 'is een concept',
  'ter-vaststelling': 'ligt ter vaststelling',
  vastgesteld: 'is vastgesteld',
  ingetrokken: 'is ingetrokken',
};

/** Waarom `handeling` vanuit deze staat niet kan, in een zin. */
export function kanNietVanuit(van: PipStaat, handeling: PipHandeling): string {
  if (handeling === 'wijzigen' && van === 'ter-vaststelling') {
    return 'Dit PIP ligt ter vaststelling. Neem het eerst terug om het te wijzigen.';
  }
  if (handeling === 'wijzigen' && van === 'vastgesteld') {
    return 'Dit PIP is vastgesteld. Maak een nieuwe versie om iets te wijzigen.';
  }
  return `Dit PIP ${STAAT_IN_ZIN[van]}. Daarom kan ${handeling} nu niet.`;
}
