import { DEELTAKEN, DOEN, DOSSIERTAKEN, type Regel, ZIEN } from '../taakgroepen.ts';

/** Het dossier, de intake en het PIP. */
export const DOSSIER_HANDELINGEN = {
  'dossier.lezen': { taken: DEELTAKEN, rollen: ZIEN, omschrijving: 'dossiers zien' },
  'dossier.inzien': {
    taken: DOSSIERTAKEN,
    rollen: ZIEN,
    omschrijving: 'stand, documenten en berichten van een dossier zien',
  },
  'dossier.bewerken': {
    taken: DOSSIERTAKEN,
    rollen: DOEN,
    omschrijving: 'gegevens verbeteren, gezin en notities vastleggen',
  },
  'dossier.toon-bsn': {
    taken: DOSSIERTAKEN,
    rollen: DOEN,
    omschrijving: 'het burgerservicenummer en V-nummer zien',
  },
  'dossier.openen': {
    taken: ['brede-intake', 'pip'],
    rollen: DOEN,
    omschrijving: 'een dossier openen of samenvoegen',
  },
  'dossier.toewijzen': {
    taken: DOSSIERTAKEN,
    rollen: DOEN,
    omschrijving: 'dossiers toewijzen, overnemen en uitstellen',
  },
  'dossier.exporteren': {
    taken: DOSSIERTAKEN,
    rollen: DOEN,
    omschrijving: 'lijsten uitvoeren',
  },
  'intake.lezen': {
    taken: ['brede-intake', 'pip'],
    rollen: ZIEN,
    omschrijving: 'de brede intake lezen',
  },
  'intake.bewerken': {
    taken: ['brede-intake'],
    rollen: DOEN,
    omschrijving: 'de brede intake voeren',
  },
  'gezondheid.lezen': {
    taken: ['brede-intake'],
    rollen: DOEN,
    bijzonder: 'gezondheid',
    omschrijving: 'het onderdeel gezondheid lezen en invullen',
  },
  'pip.lezen': { taken: DOSSIERTAKEN, rollen: ZIEN, omschrijving: 'het PIP lezen' },
  'pip.opstellen': { taken: ['pip'], rollen: DOEN, omschrijving: 'een PIP opstellen' },
  'pip.vaststellen': {
    taken: ['pip'],
    rollen: DOEN,
    bijzonder: 'mandaat-pip',
    omschrijving: 'een PIP vaststellen namens het college',
  },
} as const satisfies Record<string, Regel>;
