import { DOEN, DOSSIERTAKEN, type Regel, ZIEN } from '../taakgroepen.ts';

/** Begeleiding: plan, gezin, agenda, tolken en wat na een besluit komt. */
export const BEGELEIDING_HANDELINGEN = {
  'meting.bewerken': {
    taken: ['brede-intake', 'pip', 'monitoring'],
    rollen: DOEN,
    bijzonder: 'gezondheid',
    omschrijving: 'vragen hoe het gaat en de scores zien',
  },
  'plan.lezen': {
    taken: DOSSIERTAKEN,
    rollen: ZIEN,
    omschrijving: 'het levende plan, het netwerk en het gezin zien',
  },
  'plan.bewerken': {
    taken: ['brede-intake', 'pip', 'monitoring'],
    rollen: DOEN,
    omschrijving: 'doelen, afspraken, netwerk en gezin vastleggen',
  },
  'besluit.lezen': {
    taken: DOSSIERTAKEN,
    rollen: ZIEN,
    omschrijving: 'besluiten en bezwaren van een dossier zien',
  },
  'bezwaar.behandelen': {
    taken: ['pip', 'handhaving'],
    rollen: DOEN,
    omschrijving: 'de stappen van een bezwaar vastleggen',
  },
  'agenda.lezen': {
    taken: DOSSIERTAKEN,
    rollen: ZIEN,
    omschrijving: 'de agenda van de eigen gemeenten zien',
  },
  'toets.plannen': {
    taken: ['brede-intake'],
    rollen: DOEN,
    omschrijving: 'zittingen van de leerbaarheidstoets plannen',
  },
  'tolk.lezen': {
    taken: ['brede-intake', 'pip', 'monitoring'],
    rollen: ZIEN,
    omschrijving: 'tolken, beschikbaarheid en inzet zien',
  },
  'tolk.bewerken': {
    taken: ['brede-intake', 'pip', 'monitoring'],
    rollen: DOEN,
    omschrijving: 'tolken boeken en hun uren vastleggen',
  },
} as const satisfies Record<string, Regel>;
