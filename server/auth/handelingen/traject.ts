import { DOEN, DOSSIERTAKEN, type Regel, SCHOLEN, ZIEN } from '../taakgroepen.ts';

/** Wat na het PIP gebeurt: lessen, PVT, MAP en gesprekken. */
export const TRAJECT_HANDELINGEN = {
  'traject.lezen': {
    taken: [...DOSSIERTAKEN, 'pvt', 'map', ...SCHOLEN],
    rollen: ZIEN,
    omschrijving: 'het eigen deel van een traject zien',
  },
  'les.lezen': {
    taken: [...DOSSIERTAKEN, ...SCHOLEN],
    rollen: ZIEN,
    omschrijving: 'aanbod, lesuren en examens zien',
  },
  'pvt.lezen': {
    taken: [...DOSSIERTAKEN, 'pvt'],
    rollen: ZIEN,
    omschrijving: 'uren en ondertekening van het PVT zien',
  },
  'map.lezen': {
    taken: [...DOSSIERTAKEN, 'map'],
    rollen: ZIEN,
    omschrijving: 'uren en eindgesprek van de MAP zien',
  },
  'aanbod.bewerken': {
    taken: ['pip', 'monitoring'],
    rollen: DOEN,
    omschrijving: 'het aanbod bij een instelling vastleggen en intrekken',
  },
  'uren.bewerken': {
    taken: ['pip', 'monitoring', 'pvt', 'map', ...SCHOLEN],
    rollen: DOEN,
    omschrijving: 'gevolgde uren van de eigen soort vastleggen',
  },
  'lesuren.bewerken': {
    taken: ['pip', 'monitoring', ...SCHOLEN],
    rollen: DOEN,
    omschrijving: 'uren taal, KNM en participatie vastleggen',
  },
  'pvt.bewerken': {
    taken: ['pip', 'monitoring', 'pvt'],
    rollen: DOEN,
    omschrijving: 'uren en ondertekening van het PVT vastleggen',
  },
  'map.bewerken': {
    taken: ['pip', 'monitoring', 'map'],
    rollen: DOEN,
    omschrijving: 'uren en eindgesprek van de MAP vastleggen',
  },
  // Besluit inburgering 2021 art. 3.14: het college voert dit gesprek zelf.
  'zroute.afronden': {
    taken: ['pip', 'monitoring'],
    rollen: DOEN,
    omschrijving: 'de Z-route afronden',
  },
  'verwijtbaarheid.beoordelen': {
    taken: ['pip', 'monitoring', 'handhaving'],
    rollen: DOEN,
    omschrijving: 'beoordelen of een te laat onderdeel te verwijten is',
  },
  'gesprek.vastleggen': {
    taken: ['pip', 'monitoring'],
    rollen: DOEN,
    omschrijving: 'voortgangsgesprekken vastleggen',
  },
} as const satisfies Record<string, Regel>;
