import type { Schaal, Taak } from '../../rules/taakverdeling/taken.ts';
import { TAAKLIJST } from '../../rules/taakverdeling/taken.ts';

/** OIN waarmee de nagebootste DUO zich meldt (standaardwaarde van `DUO_OIN`). */
export const OIN_DUO = '00000001800866472000';

export type OefenGemeente = {
  id: string;
  code: string;
  naam: string;
  oin: string;
  stijl: Record<string, string>;
  beleid: Record<string, unknown>;
};

export type OefenOrganisatie = {
  id: string;
  naam: string;
  soort: 'gemeente' | 'rit' | 'uitvoerder' | 'taalschool' | 'partner';
};

export type OefenMedewerker = {
  id: string;
  organisatieId: string;
  naam: string;
  functie: string;
  email: string;
  telefoon: string;
  /** `taak:rol`, zoals in de tabel medewerker_rol. */
  rollen: readonly string[];
};

/** Vaste ids: een adres met een dossier of medewerker erin blijft na opnieuw vullen geldig. */
const vastId = (groep: number, nummer: number) =>
  `01930000-0000-7${String(groep).padStart(3, '0')}-8000-${String(nummer).padStart(12, '0')}`;

function gemeente(
  nummer: number,
  naam: string,
  kleur: string,
  beleid: Record<string, unknown>,
): OefenGemeente {
  const code = String(9900 + nummer);
  const kort = naam.toLowerCase();
  return {
    id: vastId(1, nummer),
    code,
    naam,
    oin: `00000099${code}00000000`,
    stijl: {
      adres: `Raadhuisplein ${nummer}`,
      postcode: `99${nummer}0 AA`,
      plaats: naam,
      telefoon: `000 - 99${nummer} 00 00`,
      email: `inburgering@${kort}.example`,
      website: `https://${kort}.example`,
      kleur,
    },
    beleid: { gemeentecode: code, ...beleid },
  };
}

const SAMEN = { samenwerking: { vorm: 'centrumgemeente', verantwoordingOvergedragen: false } };

/** Drie gemeenten die samenwerken, en één die alles zelf doet. */
export const GEMEENTEN: readonly OefenGemeente[] = [
  gemeente(1, 'Akkerwolde', '#0b5560', { ...SAMEN, pvtUren: 16, begeleidingMaanden: 18 }),
  gemeente(2, 'Berkenrade', '#1d6b3a', { ...SAMEN, vierOgenPip: true, zienswijzeDagen: 21 }),
  gemeente(3, 'Duinsloot', '#1f4e9c', {
    ...SAMEN,
    begeleidingGezinsmigranten: true,
    mapUren: 60,
    sanctieVolgorde: 'per-geval',
  }),
  gemeente(4, 'Waterhoven', '#6b2d5c', { vierOgenPip: true, waarschuwWekenPip: [5, 3, 1] }),
];

const organisatie = (
  nummer: number,
  naam: string,
  soort: OefenOrganisatie['soort'],
): OefenOrganisatie => ({ id: vastId(2, nummer), naam, soort });

const RIT = organisatie(1, 'RIT Zuiderlanden', 'rit');
const UITVOERDER = organisatie(6, 'Werkplein De Schakel', 'uitvoerder');
const TAALTHUIS = organisatie(7, 'TaalThuis', 'taalschool');
const MEANDER = organisatie(8, 'Taalcollege Meander', 'taalschool');
const PARTNER = organisatie(9, 'Stichting Welkom Samen', 'partner');
const VAN_GEMEENTE = GEMEENTEN.map((g, i) => organisatie(i + 2, `Gemeente ${g.naam}`, 'gemeente'));

export const ORGANISATIES: readonly OefenOrganisatie[] = [
  RIT,
  ...VAN_GEMEENTE,
  UITVOERDER,
  TAALTHUIS,
  MEANDER,
  PARTNER,
];

function medewerker(
  nummer: number,
  van: OefenOrganisatie,
  naam: string,
  functie: string,
  rollen: string,
): OefenMedewerker {
  const kort = van.naam.toLowerCase().replace(/^(gemeente|stichting) /, '');
  const adres = naam
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.');
  return {
    id: vastId(3, nummer),
    organisatieId: van.id,
    naam,
    functie,
    email: `${adres}@${kort.replaceAll(' ', '-')}.example`,
    telefoon: `000 - 990 ${String(1000 + nummer)}`,
    rollen: rollen.split(' '),
  };
}

const [AKKERWOLDE, BERKENRADE, DUINSLOOT, WATERHOVEN] = VAN_GEMEENTE as [
  OefenOrganisatie,
  OefenOrganisatie,
  OefenOrganisatie,
  OefenOrganisatie,
];
const KLANTMANAGER = '*:klantmanager gezondheid:klantmanager';
const REGISSEUR = '*:regisseur gezondheid:regisseur mandaat-pip:regisseur';

/** Iedereen als wie men zich in de oefenomgeving kan aanmelden. */
export const MEDEWERKERS: readonly OefenMedewerker[] = [
  medewerker(1, RIT, 'Noor de Wit', 'klantmanager', KLANTMANAGER),
  medewerker(
    2,
    RIT,
    'Bram Kuipers',
    'klantmanager met mandaat',
    `${KLANTMANAGER} mandaat-pip:klantmanager`,
  ),
  medewerker(3, RIT, 'Joke Verhoeven', 'teamleider', REGISSEUR),
  medewerker(4, RIT, 'Sanne Mulder', 'kwaliteitsmedewerker', '*:lezer'),
  medewerker(5, AKKERWOLDE, 'Karin Smit', 'applicatiebeheerder', 'beheer:beheer'),
  medewerker(6, AKKERWOLDE, 'Peter van Aalst', 'beleidsmedewerker', 'beleid:beleid'),
  medewerker(7, BERKENRADE, 'Henk Brouwer', 'beleid en beheer', 'beheer:beheer beleid:beleid'),
  medewerker(8, DUINSLOOT, 'Mieke Jansen', 'beleid en beheer', 'beheer:beheer beleid:beleid'),
  medewerker(9, WATERHOVEN, 'Ilse de Groot', 'klantmanager', KLANTMANAGER),
  medewerker(10, WATERHOVEN, 'Tom Willems', 'regisseur inburgering', `${REGISSEUR} beleid:beleid`),
  medewerker(11, WATERHOVEN, 'Rob Schouten', 'applicatiebeheerder', 'beheer:beheer'),
  medewerker(12, WATERHOVEN, 'Fenna Dijkstra', 'beleidsmedewerker', 'beleid:beleid'),
  medewerker(13, UITVOERDER, 'Marco Visser', 'werkcoach', 'begeleiding-naar-werk:klantmanager'),
  medewerker(
    14,
    TAALTHUIS,
    'Lotte Bakker',
    'contactpersoon taalschool',
    'leerroute-b1:klantmanager leerroute-z:klantmanager',
  ),
  medewerker(
    15,
    MEANDER,
    'Erik Postma',
    'contactpersoon taalschool',
    'leerroute-onderwijs:klantmanager',
  ),
  medewerker(
    16,
    PARTNER,
    'Jamila Khoury',
    'maatschappelijk begeleider',
    'maatschappelijke-begeleiding:klantmanager',
  ),
];

export function medewerkerVan(naam: string): OefenMedewerker {
  const gevonden = MEDEWERKERS.find((m) => m.naam === naam);
  if (!gevonden) throw new Error(`medewerker ontbreekt: ${naam}`);
  return gevonden;
}

export type OefenTaak = {
  id: string;
  gemeenteId: string;
  taak: Taak;
  schaal: Schaal;
  organisatieId: string;
};

const SCHOLEN: Partial<Record<Taak, OefenOrganisatie>> = {
  'leerroute-b1': TAALTHUIS,
  'leerroute-z': TAALTHUIS,
  'leerroute-onderwijs': MEANDER,
};

function verdeel(index: number, taak: Taak): [Schaal, OefenOrganisatie] {
  const eigen = VAN_GEMEENTE[index] as OefenOrganisatie;
  const school = SCHOLEN[taak];
  if (school) return ['regionaal', school];
  if (taak === 'beleid' || taak === 'beheer' || eigen === WATERHOVEN) return ['lokaal', eigen];
  if (taak === 'maatschappelijke-begeleiding' && eigen === DUINSLOOT) return ['lokaal', PARTNER];
  if (taak === 'begeleiding-naar-werk') return ['subregionaal', UITVOERDER];
  return ['regionaal', RIT];
}

/** Wie wat voor welke gemeente doet. */
export const TAAKVERDELING: readonly OefenTaak[] = GEMEENTEN.flatMap((g, index) =>
  TAAKLIJST.map((taak, nummer) => {
    const [schaal, uitvoerder] = verdeel(index, taak);
    const id = vastId(4, index * 100 + nummer);
    return { id, gemeenteId: g.id, taak, schaal, organisatieId: uitvoerder.id };
  }),
);
