import type { Sjabloonsoort, TokenVan } from './standaard.ts';

/** Samira Voorbeeld: een mens die niet bestaat, om een brief mee te bekijken. */

type Token = { [S in Sjabloonsoort]: TokenVan<S> }[Sjabloonsoort];

/** Wat in het voorbeeld op de plaats van een naam tussen accolades komt. */
export const PROEFWAARDEN: Readonly<Record<Token, string>> = {
  naam: 'Samira Voorbeeld',
  gemeente: 'uw gemeente',
  klantmanager: 'Kim de Klerk',
  telefoon: '0123 45 67 89',
  email: 'kim@gemeente.example',
  leerroute: 'de B1-route',
  'laatste-dag': '12 januari 2030',
  'bezwaar-tot': '22 februari 2027',
  datum: '20 januari 2027',
  tijd: '10.00',
  plaats: 'het gemeentehuis',
  wat: 'een voortgangsgesprek',
};

const DAGTEKENING = '2027-01-11';

const gedeeld = {
  persoon: {
    aanhef: 'Geachte mevrouw Voorbeeld',
    volledigeNaam: 'Samira Voorbeeld',
    adresregels: ['Voorbeeldstraat 1', '1234 AB Voorbeeld'],
  },
  dagtekening: DAGTEKENING,
  ondertekenaar: { naam: 'Kim de Klerk', functie: 'klantmanager' },
  klantmanager: {
    naam: 'Kim de Klerk',
    telefoon: '0123 45 67 89',
    email: 'kim@gemeente.example',
  },
};

const OPROEP = {
  ...gedeeld,
  kenmerk: 'BI-2027-VOOR-BEELD',
  volgnummer: 1,
  afspraak: {
    datum: '2027-01-20',
    tijd: '10:00',
    duurMinuten: 60,
    plaats: 'het gemeentehuis',
    adresregels: ['Voorbeeldplein 1'],
  },
  verschijnenUiterlijkOp: '2027-02-08',
  tolk: { taal: 'Arabisch', vorm: 'telefonisch' },
  leerbaarheidstoets: true,
  grondslag: ['Artikel 14 van de Wet inburgering 2021'],
};

const BESCHIKKING = {
  ...gedeeld,
  kenmerk: 'PIP-2027-VOOR-BEELD',
  versie: 1,
  doelgroep: 'asielstatushouder',
  leerroute: 'B',
  motivering: {
    B: 'U leert snel en wilt werken. Deze route past daarbij.',
    O: 'U wilt nu geen opleiding volgen.',
    Z: 'Voor u is meer haalbaar dan deze route.',
  },
  niveau: 'B1',
  intensiteit: { urenTotaal: 600, urenPerWeek: 12 },
  alfabetisering: 'NVT',
  indicatorMagOpleidingAfmaken: false,
  participatieverklaring: { uren: 12, invulling: 'U volgt drie bijeenkomsten.' },
  moduleMap: { uren: 40, invulling: 'U loopt stage in een keuken.' },
  begeleiding: [
    { onderwerp: 'Uw begeleiding', afspraak: 'Elke maand een gesprek.', door: 'Kim de Klerk' },
  ],
  voortgangsgesprekken: { aantal: 6, ritme: 'Elk half jaar.' },
  voorschoolseEducatie: [],
  eerdereInspanningen: [],
  termijn: { begintOp: '2027-01-12', verwachteLaatsteDag: '2030-01-11' },
  bezwaar: {
    laatsteDag: '2027-02-22',
    postadres: ['Gemeente', 'Voorbeeldplein 1', '1234 AB Voorbeeld'],
    webadres: 'www.gemeente.example',
  },
  grondslag: ['Artikel 7 en 15 van de Wet inburgering 2021'],
};

/** De brief zelf, met wat erin komt behalve het briefhoofd. */
export const PROEFBRIEVEN = {
  oproep: {
    sjabloon: 'features/intake/oproep/oproep.typ',
    titel: 'Oproep voor de brede intake',
    gegevens: OPROEP,
  },
  'pip-beschikking': {
    sjabloon: 'features/pip/beschikking.typ',
    titel: 'Uw persoonlijk plan inburgering en participatie (PIP)',
    gegevens: BESCHIKKING,
  },
} as const;

type Eigen = keyof typeof PROEFBRIEVEN;

/** Of de proefbrief uit deze slice komt; de andere maakt de slice die de brief verstuurt. */
export const heeftProef = (soort: Sjabloonsoort): soort is Eigen => soort in PROEFBRIEVEN;

/** De gegevens van een proefbrief: blokken ingevuld, en bij de oproep wat iemand meeneemt als lijst. */
export function proefgegevens(
  soort: Eigen,
  gemeente: object,
  ingevuld: Readonly<Record<string, string>>,
): unknown {
  const basis = { ...PROEFBRIEVEN[soort].gegevens, gemeente };
  if (soort !== 'oproep') return { ...basis, blokken: ingevuld };
  const { vragen = '', ...blokken } = ingevuld;
  const meenemen = vragen.split('\n').filter((r) => r.trim() !== '');
  return { ...basis, blokken, meenemen };
}
