import { DOEN, DOSSIERTAKEN, type Regel, ZIEN } from '../taakgroepen.ts';

/** De keten: DUO, COA, verhuizing en portaal. */
export const KETEN_HANDELINGEN = {
  'verzending.lezen': {
    taken: ['brede-intake', 'pip'],
    rollen: ZIEN,
    omschrijving: 'berichten aan DUO zien',
  },
  'verzending.herhalen': {
    taken: ['pip'],
    rollen: DOEN,
    omschrijving: 'een bericht aan DUO opnieuw versturen',
  },
  'postvak.behandelen': {
    taken: ['brede-intake', 'pip'],
    rollen: DOEN,
    omschrijving: 'meldingen van DUO behandelen',
  },
  'quarantaine.behandelen': {
    taken: ['brede-intake', 'pip'],
    rollen: ['regisseur'],
    omschrijving: 'beslissen over mensen die DUO ten onrechte stuurde',
  },
  'koppelingen.lezen': {
    taken: ['beheer', 'beleid', ...DOSSIERTAKEN],
    rollen: ['beheer', 'beleid', 'regisseur'],
    omschrijving: 'zien hoe het met de koppelingen gaat',
  },
  'portaal.lezen': {
    taken: DOSSIERTAKEN,
    rollen: ZIEN,
    omschrijving: 'zien wat zelf bij DUO moet worden ingevoerd',
  },
  'portaal.bewerken': {
    taken: DOSSIERTAKEN,
    rollen: DOEN,
    omschrijving: 'kaarten voor het portaal van DUO maken en afvinken',
  },
  'coa.lezen': {
    taken: ['brede-intake', 'beheer'],
    rollen: [...ZIEN, 'beheer'],
    omschrijving: 'overdrachten van COA en de taakstelling zien',
  },
  'coa.opnemen': {
    taken: ['brede-intake'],
    rollen: DOEN,
    omschrijving: 'een overdracht van COA opnemen en een koppeling vastleggen',
  },
  'coa.taakstelling': {
    taken: ['brede-intake', 'beheer'],
    rollen: ['regisseur', 'beheer'],
    omschrijving: 'de taakstelling per halfjaar vastleggen',
  },
  'afstemming.lezen': {
    taken: ['pip', 'monitoring'],
    rollen: ZIEN,
    omschrijving: 'verschillen met DUO zien',
  },
  'afstemming.behandelen': {
    taken: ['pip', 'monitoring'],
    rollen: DOEN,
    omschrijving: 'opnieuw vergelijken met DUO en verschillen herstellen',
  },
  'verhuizing.lezen': {
    taken: ['brede-intake', 'pip'],
    rollen: ZIEN,
    omschrijving: 'verhuizingen en overdrachten zien',
  },
  'verhuizing.behandelen': {
    taken: ['pip'],
    rollen: DOEN,
    omschrijving: 'een dossier vragen, overdragen en ontvangen bij een verhuizing',
  },
} as const satisfies Record<string, Regel>;
