/**
 * Welke velden per doel uit de BRP worden gevraagd: niet meer dan nodig (AVG art. 5 lid 1 onder c).
 * De naam van de set komt in het verwerkingenlog. Geheimhouding, opschorting en onderzoek komen
 * vanzelf mee en mogen niet worden genoemd.
 */
export const VELDSETS = {
  /** Openen en bijhouden van een dossier: wie is het, waar ingeschreven, hoe aan te schrijven. */
  dossier: [
    'burgerservicenummer',
    'naam.voornamen',
    'naam.voorvoegsel',
    'naam.geslachtsnaam',
    'naam.volledigeNaam',
    'geboorte.datum',
    'geslacht',
    'adresseringBinnenland.aanhef',
    'adresseringBinnenland.adresregel1',
    'adresseringBinnenland.adresregel2',
    'gemeenteVanInschrijving',
    'datumInschrijvingInGemeente',
    'immigratie.datumVestigingInNederland',
    'overlijden.datum',
  ],
} as const;

export type Veldset = keyof typeof VELDSETS;
