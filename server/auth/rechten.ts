import type { OrganisatieSoort } from '../db/tables.ts';
import { DEELTAKEN, DOEN, DOSSIERTAKEN, type Regel, SCHOLEN, ZIEN } from './taakgroepen.ts';

export type Rol = 'klantmanager' | 'regisseur' | 'beleid' | 'beheer' | 'lezer';

/** Wie is aangemeld, met de rollen per taak en wat zijn organisatie voor welke gemeente doet. */
export type Gebruiker = {
  id: string;
  naam: string;
  functie: string;
  organisatie: { id: string; naam: string; soort: OrganisatieSoort };
  /** `taak` kan ook een bijzonder recht zijn: `mandaat-pip` of `gezondheid`. */
  rollen: { taak: string; rol: Rol }[];
  verdeling: { gemeenteId: string; taak: string }[];
  gemeenten: { id: string; code: string; naam: string }[];
};

/** Alles wat iemand kan doen, met de taak en rol die dat geven. Wat hier niet staat, kan niet. */
export const HANDELINGEN = {
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
} as const satisfies Record<string, Regel>;

export type Handeling = keyof typeof HANDELINGEN;

const BIJZONDERE_RECHTEN = new Set(['mandaat-pip', 'gezondheid']);

function heeftRol(gebruiker: Gebruiker, taak: string, rollen: readonly Rol[]): boolean {
  return gebruiker.rollen.some(
    (r) =>
      (r.taak === taak || (r.taak === '*' && !BIJZONDERE_RECHTEN.has(taak))) &&
      rollen.includes(r.rol),
  );
}

/**
 * De gemeenten waarvoor deze gebruiker `handeling` mag doen: zijn organisatie heeft de taak, hij de rol.
 * @returns ids, leeg als hij het nergens mag.
 */
export function gemeentenVoor(gebruiker: Gebruiker, handeling: Handeling): string[] {
  const regel: Regel = HANDELINGEN[handeling];
  if (regel.bijzonder && !heeftRol(gebruiker, regel.bijzonder, regel.rollen)) return [];
  const taken = new Set<string>(
    regel.taken.filter((taak) => heeftRol(gebruiker, taak, regel.rollen)),
  );
  return [
    ...new Set(gebruiker.verdeling.filter((v) => taken.has(v.taak)).map((v) => v.gemeenteId)),
  ];
}

/** Waar als de gebruiker `handeling` voor deze gemeente mag doen. */
export function mag(gebruiker: Gebruiker, handeling: Handeling, gemeenteId: string): boolean {
  return gemeentenVoor(gebruiker, handeling).includes(gemeenteId);
}

/** De taak en rol waaronder de handeling voor deze gemeente gebeurt: het doel in het logboek. */
export function doelVan(
  gebruiker: Gebruiker,
  handeling: Handeling,
  gemeenteId?: string,
): { taak: string; rol: Rol } | undefined {
  const regel: Regel = HANDELINGEN[handeling];
  for (const taak of regel.taken) {
    const rol = regel.rollen.find((r) => heeftRol(gebruiker, taak, [r]));
    const heeftTaak = gebruiker.verdeling.some(
      (v) => v.taak === taak && (!gemeenteId || v.gemeenteId === gemeenteId),
    );
    if (rol && heeftTaak) return { taak, rol };
  }
  return undefined;
}
