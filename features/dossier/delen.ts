import type { FeitSoort } from '../../rules/stand/feiten.ts';

/** De soorten feiten per deel van het dossier. Samen precies alle soorten, elk één keer. */
export const DELEN = {
  persoon: ['persoon', 'overlijden'],
  contact: ['adres', 'contact', 'taal', 'tolkvoorkeur'],
  afspraken: ['afspraak', 'afspraak-uitkomst', 'uitnodiging'],
  keten: [
    'duo-gebeurtenis',
    'inburgeringsplicht',
    'doelgroep',
    'inschrijving',
    'koppeling',
    'inburgeringstermijn',
    'vrijstelling',
    'ontheffing',
    'verlenging',
    'duo-boete',
    'bij-duo',
    'brp-wijziging',
    'toegang-duo',
    'dossier-afgerond',
  ],
  bestaan: ['verblijf', 'bijstand'],
  oproepen: ['oproep'],
  intake: [
    'privegesprek',
    'intake-antwoord',
    'gezondheid-besproken',
    'intake-afgerond',
    'leerbaarheidstoets',
    'leerbaarheidstoets-ontheffing',
    'leerbaarheidstoets-nummer',
    'derde-informatie',
    'meting',
    'route-standpunt',
    'vrije-plaats',
  ],
  pip: [
    'pip-concept',
    'pip-vastgesteld',
    'pip-ingetrokken',
    'pip-vorige-gemeente',
    'pip-bij-duo',
    'pip-begrepen',
    'bezwaar',
    'pw-besluit',
  ],
  plan: ['doel', 'plan-afspraak', 'netwerk', 'aanspreekpunt', 'deling', 'weekindeling'],
  les: [
    'aanbod',
    'aanbod-ingetrokken',
    'uren',
    'examen',
    'gratis-pogingen',
    'instelling-gewijzigd',
  ],
  voortgang: [
    'voortgangsgesprek',
    'pvt-ondertekend',
    'map-eindgesprek',
    'zroute-eindgesprek',
    'verwijtbaarheid',
  ],
  gezin: ['gezin', 'gezinslid', 'kinderopvang'],
  notities: ['notitie'],
} as const satisfies Record<string, readonly FeitSoort[]>;

export type Deel = keyof typeof DELEN;

// Iedereen die iets voor deze persoon doet, moet haar kunnen bereiken en verstaan.
const BASIS: readonly Deel[] = ['persoon', 'contact', 'afspraken'];
const ALLES = Object.keys(DELEN) as Deel[];
const SCHOOL: readonly Deel[] = [...BASIS, 'les'];

/**
 * Welke delen van een dossier een taak laat zien (AVG art. 5 lid 1 b en c: niet meer dan het doel
 * vraagt). Een taak die hier niet staat, laat niets zien.
 */
export const DELEN_PER_TAAK: Readonly<Record<string, readonly Deel[]>> = {
  'brede-intake': ALLES,
  pip: ALLES,
  monitoring: ALLES.filter((deel) => deel !== 'intake'),
  handhaving: ALLES.filter((deel) => deel !== 'intake'),
  pvt: [...BASIS, 'voortgang'],
  map: [...BASIS, 'voortgang'],
  'leerroute-b1': SCHOOL,
  'leerroute-onderwijs': SCHOOL,
  'leerroute-z': SCHOOL,
  'maatschappelijke-begeleiding': BASIS,
  ontzorgen: [...BASIS, 'bestaan'],
  'begeleiding-naar-werk': BASIS,
};

/** De soorten feiten die een taak laat zien. */
export const FEITEN_PER_TAAK: Readonly<Record<string, ReadonlySet<FeitSoort>>> = Object.fromEntries(
  Object.entries(DELEN_PER_TAAK).map(([taak, delen]) => [
    taak,
    new Set<FeitSoort>(delen.flatMap((deel) => DELEN[deel])),
  ]),
);

type Kijker = {
  rollen: readonly { taak: string; rol: string }[];
  verdeling: readonly { gemeenteId: string; taak: string }[];
};

const ZIENDE_ROLLEN = new Set(['klantmanager', 'regisseur', 'lezer']);

/** De taken waarvoor deze gebruiker dossiers van de gemeente ziet: organisatie heeft de taak, hij de rol. */
export function takenVoor(kijker: Kijker, gemeenteId: string): string[] {
  const gegeven = kijker.verdeling.filter((v) => v.gemeenteId === gemeenteId).map((v) => v.taak);
  return gegeven.filter((taak) =>
    kijker.rollen.some((r) => ZIENDE_ROLLEN.has(r.rol) && (r.taak === taak || r.taak === '*')),
  );
}

/** De soorten feiten die deze gebruiker van een dossier van de gemeente mag zien. */
export function zichtbareSoorten(kijker: Kijker, gemeenteId: string): ReadonlySet<FeitSoort> {
  return new Set(
    takenVoor(kijker, gemeenteId).flatMap((taak) => [...(FEITEN_PER_TAAK[taak] ?? [])]),
  );
}
