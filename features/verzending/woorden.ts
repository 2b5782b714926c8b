import { datum, isDatum, plusDagen } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Verzending } from './verzending.schema.ts';

type Soort = Verzending['soort'];

/** Elke soort bericht in de woorden van een klantmanager. */
export const SOORTNAAM: Record<Soort, string> = {
  pip: 'PIP',
  'pip-verwijderen': 'PIP verwijderen',
  contactpersoon: 'Contactpersoon',
  aanbod: 'Aanbod',
  'aanbod-intrekken': 'Aanbod intrekken',
  uren: 'Gevolgde uren',
  pvt: 'PVT ondertekend',
  map: 'MAP afgerond',
  zroute: 'Z-route afgerond',
  'lbt-intrekken': 'Leerbaarheidstoets intrekken',
};

type Veld = { naam: string; waarde: string };

const ROUTE = { B: 'B1-route', O: 'onderwijsroute', Z: 'Z-route' };
const ALFABETISERING = { A: 'analfabeet', AA: 'anders gealfabetiseerd', NVT: 'niet nodig' };
const UREN = {
  'brede-intake': 'taalles en KNM tijdens de brede intake',
  participatieactiviteiten: 'participatieactiviteiten',
  'participatie-taalles': 'taalles en KNM bij alle scholen samen',
  instelling: 'taalles en KNM bij één school',
};

/** Velden van DUO met hun naam op het scherm. Een einde is bij DUO de eerste dag erna. */
const VELDEN: Record<string, { naam: string; lijst?: Record<string, string>; einde?: true }> = {
  dagtekeningPip: { naam: 'Dagtekening' },
  leerroute: { naam: 'Leerroute', lijst: ROUTE },
  niveau: { naam: 'Niveau' },
  geschatteIntensiteitB1Route: { naam: 'Geschatte uren' },
  indicatorMagOpleidingAfmaken: { naam: 'Mag eerst een opleiding afmaken' },
  indicatorAlfabetiseringsonderwijs: { naam: 'Alfabetisering', lijst: ALFABETISERING },
  instellingsnummer: { naam: 'Nummer van de instelling' },
  datumInburgeringsaanbod: { naam: 'Datum van het aanbod' },
  verwachteStartdatumOpleiding: { naam: 'Opleiding begint op' },
  verwachteEinddatumOpleiding: { naam: 'Opleiding tot en met', einde: true },
  soort: { naam: 'Soort uren', lijst: UREN },
  uren: { naam: 'Totaal aantal uren' },
  bekendTot: { naam: 'Bekend tot en met', einde: true },
  urenGeoorloofdVerzuim: { naam: 'Uren geoorloofd verzuim' },
  urenOngeoorloofdVerzuim: { naam: 'Uren ongeoorloofd verzuim' },
  datumEindgesprekMap: { naam: 'Eindgesprek MAP' },
  datumOndertekeningPvt: { naam: 'Ondertekening PVT' },
  verwijtbaar: { naam: 'Verwijtbaar te laat' },
  datumAfrondingZroute: { naam: 'Afronding Z-route' },
};

function inTekst(sleutel: string, waarde: unknown): string {
  const veld = VELDEN[sleutel];
  if (typeof waarde === 'boolean') return waarde ? 'ja' : 'nee';
  const tekst = String(waarde);
  if (isDatum(tekst)) return inWoorden(plusDagen(datum(tekst), veld?.einde ? -1 : 0));
  return veld?.lijst?.[tekst] ?? tekst;
}

/** Wat er in een bericht staat, veld voor veld in gewone woorden; wat geen gegeven van DUO is blijft weg. */
export function veldenInWoorden(inhoud: unknown): Veld[] {
  if (typeof inhoud !== 'object' || inhoud === null) return [];
  const velden = inhoud as Record<string, unknown>;
  return Object.entries(VELDEN).flatMap(([sleutel, { naam }]) => {
    const waarde = velden[sleutel];
    return waarde === undefined ? [] : [{ naam, waarde: inTekst(sleutel, waarde) }];
  });
}

/** Waar in het dossier een bericht wordt hersteld. */
export function herstelPlek(soort: Soort, dossierId: string): { tekst: string; href: string } {
  const dossier = `/inburgeraars/${dossierId}`;
  switch (soort) {
    case 'pip':
    case 'pip-verwijderen':
      return { tekst: 'Naar het PIP', href: `${dossier}/pip` };
    case 'contactpersoon':
      return { tekst: 'Naar de contactpersonen', href: '/verzendingen/contactpersonen' };
    case 'lbt-intrekken':
      return { tekst: 'Naar de intake', href: `${dossier}/intake` };
    default:
      return { tekst: 'Naar het traject', href: `${dossier}/traject` };
  }
}
