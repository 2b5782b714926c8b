/**
 * Welke velden per doel uit de BRP worden gevraagd: niet meer dan nodig (AVG art. 5 lid 1 onder c).
 * De naam van de set komt in het verwerkingenlog. Geheimhouding, opschorting en onderzoek komen
 * vanzelf mee en mogen niet worden genoemd. De bijnamen op `Binnenland` houden buitenlandse adressen weg.
 */
const ADRES = [
  'adresseringBinnenland.adresregel1',
  'adresseringBinnenland.adresregel2',
  'gemeenteVanInschrijving',
  'datumInschrijvingInGemeente',
] as const;

const DOSSIER = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'naam.volledigeNaam',
  'geboorte.datum',
  'geslacht',
  'adresseringBinnenland.aanhef',
  ...ADRES,
  'immigratie.datumVestigingInNederland',
  'overlijden.datum',
] as const;

export const VELDSETS = {
  /** Openen van een dossier: wie is het, waar ingeschreven, hoe aan te schrijven. */
  dossier: DOSSIER,
  /**
   * Bijhouden van een lopend dossier. Van een partner alleen dát er een verbintenis is en sinds wanneer, niet wie:
   * dat is genoeg om te zien dat het gezin is veranderd.
   */
  bijhouden: [
    ...DOSSIER,
    'partners.soortVerbintenis',
    'partners.aangaanHuwelijkPartnerschap.datum',
    'partners.ontbindingHuwelijkPartnerschap.datum',
  ],
  /** Waar een brief heen kan. */
  adres: ['burgerservicenummer', ...ADRES],
  /** Wie er bij het gezin horen; alleen als de klantmanager het gezin in beeld brengt. */
  gezin: [
    'burgerservicenummer',
    'partners.burgerservicenummer',
    'partners.naam',
    'partners.geboorte.datum',
    'kinderen.burgerservicenummer',
    'kinderen.naam',
    'kinderen.geboorte.datum',
  ],
  /** Of er nog een brief of afspraak uit mag. */
  overlijden: ['burgerservicenummer', 'overlijden.datum'],
  /** Zoeken voor een nieuw dossier: genoeg om de juiste persoon aan te wijzen. */
  zoeken: [
    'burgerservicenummer',
    'naam.voornamen',
    'naam.voorvoegsel',
    'naam.geslachtsnaam',
    'geboorte.datum',
    'adresseringBinnenland.adresregel1',
    'adresseringBinnenland.adresregel2',
    'gemeenteVanInschrijving',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Veldset = keyof typeof VELDSETS;
