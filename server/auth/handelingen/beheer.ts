import { DOEN, DOSSIERTAKEN, type Regel } from '../taakgroepen.ts';

/** Inrichting, beleid en oefenomgeving. */
export const BEHEER_HANDELINGEN = {
  'taakverdeling.lezen': {
    taken: ['beheer', 'beleid'],
    rollen: ['beheer', 'beleid', 'lezer'],
    omschrijving: 'de taakverdeling zien',
  },
  'taakverdeling.wijzigen': {
    taken: ['beheer'],
    rollen: ['beheer'],
    omschrijving: 'de taakverdeling vaststellen',
  },
  'beleid.lezen': {
    taken: ['beleid', 'beheer', ...DOSSIERTAKEN],
    rollen: ['beleid', 'beheer', 'lezer', 'regisseur'],
    omschrijving: 'het lokaal beleid zien en vergelijken',
  },
  'beleid.wijzigen': {
    taken: ['beleid', 'beheer'],
    rollen: ['beleid', 'beheer'],
    omschrijving: 'het lokaal beleid vaststellen',
  },
  'logboek.lezen': {
    taken: DOSSIERTAKEN,
    rollen: DOEN,
    omschrijving: 'zien wie een dossier bekeek',
  },
  'tijdmachine.bedienen': {
    taken: ['beheer'],
    rollen: ['beheer'],
    omschrijving: 'de oefendatum verzetten',
  },
  'nabootsing.bedienen': {
    taken: ['beheer'],
    rollen: ['beheer'],
    omschrijving: 'de nagebootste DUO en BRP bedienen',
  },
  'vragenbank.lezen': {
    taken: ['beheer', 'brede-intake'],
    rollen: ['beheer', 'regisseur', 'lezer'],
    omschrijving: 'de vragen van de intake zien',
  },
  'vragenbank.wijzigen': {
    taken: ['beheer'],
    rollen: ['beheer'],
    omschrijving: 'vragen van de intake toevoegen en wijzigen',
  },
  'sjabloon.lezen': {
    taken: ['beheer', 'pip'],
    rollen: ['beheer', 'regisseur', 'lezer'],
    omschrijving: 'brieven, huisstijl en teksten zien',
  },
  'sjabloon.wijzigen': {
    taken: ['beheer'],
    rollen: ['beheer'],
    omschrijving: 'brieven, huisstijl en mandaten vaststellen',
  },
  'tekst.vaststellen': {
    taken: ['beheer', 'beleid'],
    rollen: ['beheer', 'beleid'],
    omschrijving: 'een vertaalde tekst nakijken en vaststellen',
  },
} as const satisfies Record<string, Regel>;
