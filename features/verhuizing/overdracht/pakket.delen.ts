import { type Datum, plusDagen } from '../../../rules/shared/datum.ts';
import { inEuro, inWoorden } from '../../../rules/shared/tekst.ts';
import type { DeelNaam, Gegeven, GegevenSoort } from './pakket.schema.ts';

/** Wi2021 art. 35 lid 4: de vorige gemeente geeft op verzoek het PIP, de voortgang en de boetes. */
const WET = 'Wet inburgering 2021, artikel 35 lid 4';
const AFWEGING = 'Alleen als het nodig is voor de begeleiding (AVG, artikel 6 lid 1 onder e)';

export type DeelUitleg = {
  naam: string;
  wat: string;
  doel: string;
  grondslag: string;
  /** `wet`: hoort bij wat de wet noemt. `afweging`: alleen met een reden. `gevoelig`: ook uit zichzelf nooit aangevinkt. */
  soort: 'wet' | 'afweging' | 'gevoelig';
  soorten: readonly GegevenSoort[];
};

/** De delen van een pakket, met waarvoor en op welke grond. Gezondheid gaat nooit mee. */
export const DELEN: Readonly<Record<DeelNaam, DeelUitleg>> = {
  personalia: {
    naam: 'Personalia',
    wat: 'Naam, geboorte en nationaliteit',
    doel: 'Weten over wie het gaat',
    grondslag: WET,
    soort: 'wet',
    soorten: ['persoon'],
  },
  pip: {
    naam: 'PIP',
    wat: 'Elk vastgesteld PIP, met leerroute, uren en motivering',
    doel: 'Een PIP vaststellen met dezelfde leerroute',
    grondslag: WET,
    soort: 'wet',
    soorten: ['pip'],
  },
  voortgang: {
    naam: 'Voortgang',
    wat: 'Uren, aanbod, gesprekken, PVT, MAP, Z-route en leerbaarheidstoets',
    doel: 'Verder gaan waar de inburgeraar is gebleven',
    grondslag: WET,
    soort: 'wet',
    soorten: [
      'uren',
      'aanbod',
      'voortgangsgesprek',
      'pvt-ondertekend',
      'map-eindgesprek',
      'zroute-eindgesprek',
      'leerbaarheidstoets',
    ],
  },
  verzuim: {
    naam: 'Verzuim',
    wat: 'Uren verzuim en gemiste afspraken',
    doel: 'Beoordelen of iemand zich inspant',
    grondslag: WET,
    soort: 'wet',
    soorten: ['niet-verschenen'],
  },
  boetes: {
    naam: 'Boetes',
    wat: 'Boetes van DUO en het oordeel over verwijtbaarheid',
    doel: 'Niet twee keer straffen voor hetzelfde',
    grondslag: WET,
    soort: 'wet',
    soorten: ['duo-boete', 'verwijtbaarheid'],
  },
  contact: {
    naam: 'Bereikbaarheid en taal',
    wat: 'Telefoon, e-mail, gesprekstaal en of er een tolk nodig is',
    doel: 'De inburgeraar kunnen bereiken en verstaan',
    grondslag: AFWEGING,
    soort: 'afweging',
    soorten: ['contact', 'taal'],
  },
  intake: {
    naam: 'Brede intake',
    wat: 'De antwoorden uit de brede intake, zonder gezondheid',
    doel: 'De inburgeraar niet alles nog eens vragen',
    grondslag: AFWEGING,
    soort: 'gevoelig',
    soorten: ['intake-antwoord', 'intake-afgerond'],
  },
  gezin: {
    naam: 'Gezin',
    wat: 'Welke gezinsleden ook inburgeren, zonder hun namen',
    doel: 'Afspraken voor het gezin op elkaar afstemmen',
    grondslag: AFWEGING,
    soort: 'gevoelig',
    soorten: ['gezin'],
  },
  notities: {
    naam: 'Notities',
    wat: 'Wat medewerkers zelf opschreven',
    doel: 'Begrijpen wat er eerder speelde',
    grondslag: AFWEGING,
    soort: 'gevoelig',
    soorten: ['notitie'],
  },
};

const ROUTE = { B: 'B1-route', O: 'onderwijsroute', Z: 'zelfredzaamheidsroute' } as const;
const UREN = {
  'taal-en-knm': 'taal en KNM',
  participatie: 'participatie',
  pvt: 'PVT',
  'map-praktijk': 'MAP-praktijk',
} as const;
const RELATIE = {
  partner: 'partner',
  kind: 'kind',
  ouder: 'ouder',
  'broer-of-zus': 'broer of zus',
} as const;
const score = (n: number) => (n / 100).toFixed(2).replace('.', ',');
const dag = (d: string) => inWoorden(d as Datum);
const achter = (rest?: string) => (rest ? `: ${rest}` : '');

type Inhoud<S extends GegevenSoort> = Extract<Gegeven, { soort: S }>['inhoud'];

function urenZin(i: Inhoud<'uren'>): string {
  const waar = i.instellingsnummer ? ` bij instelling ${i.instellingsnummer}` : '';
  const intake = i.inBredeIntake ? ' in de brede intake' : '';
  const verzuim =
    i.geoorloofdVerzuim === undefined && i.ongeoorloofdVerzuim === undefined
      ? ''
      : `; verzuim ${i.geoorloofdVerzuim ?? 0} uur geoorloofd, ${i.ongeoorloofdVerzuim ?? 0} uur ongeoorloofd`;
  const tot = dag(plusDagen(i.bekendTot as Datum, -1));
  return `${i.totaal} uur ${UREN[i.soort]}${waar}${intake}, tot en met ${tot}${verzuim}`;
}

function pipZin(i: Inhoud<'pip'>): string {
  const delen = [
    `${ROUTE[i.leerroute]}${i.niveau ? ` niveau ${i.niveau}` : ''}, dagtekening ${dag(i.dagtekening)}`,
    i.uren === undefined ? '' : `${i.uren} uur`,
    `PVT ${i.pvtUren} uur`,
    i.mapUren === undefined ? '' : `MAP ${i.mapUren} uur`,
    i.ingetrokkenOp ? `ingetrokken op ${dag(i.ingetrokkenOp)}` : '',
  ];
  return `${delen.filter(Boolean).join(', ')}. ${i.motivering} Begeleiding: ${i.begeleiding}`;
}

function geboorte(g: Inhoud<'persoon'>['geboorte']): string {
  if (g.soort === 'datum') return `, geboren ${dag(g.datum)}`;
  return g.soort === 'jaar' || g.soort === 'jaarMaand' ? `, geboren in ${g.jaar}` : '';
}

const ZINNEN: { [S in GegevenSoort]: (i: Inhoud<S>, op: string) => string } = {
  persoon: (i) =>
    `${[i.voornamen, i.voorvoegsel, i.geslachtsnaam].filter(Boolean).join(' ')}${geboorte(i.geboorte)}${i.nationaliteit ? `, ${i.nationaliteit}` : ''}`,
  contact: (i) =>
    [i.telefoon && `Telefoon ${i.telefoon}`, i.email && `E-mail ${i.email}`]
      .filter(Boolean)
      .join(', ') || 'Geen contactgegevens',
  taal: (i) => `Gesprekstaal ${i.gesprekstaal}, ${i.tolkNodig ? 'tolk nodig' : 'geen tolk nodig'}`,
  pip: pipZin,
  uren: urenZin,
  aanbod: (i, op) =>
    `Aanbod van ${i.instelling} op ${dag(op)}${i.start ? `, start ${dag(i.start)}` : ''}`,
  voortgangsgesprek: (i, op) =>
    `Voortgangsgesprek op ${dag(op)}${achter(i.onderwerp)}${i.afspraken ? `. Afspraken: ${i.afspraken}` : ''}`,
  'pvt-ondertekend': (_i, op) => `Participatieverklaring ondertekend op ${dag(op)}`,
  'map-eindgesprek': (_i, op) => `Eindgesprek van de MAP op ${dag(op)}`,
  'zroute-eindgesprek': (_i, op) => `Eindgesprek van de Z-route op ${dag(op)}`,
  leerbaarheidstoets: (i, op) =>
    `Leerbaarheidstoets: ${i.resultaat}, ${score(i.behaald)} van ${score(i.benodigd)}, ${dag(op)}`,
  'niet-verschenen': (i, op) => `Niet verschenen bij ${i.bij} op ${dag(op)}${achter(i.reden)}`,
  'duo-boete': (i, op) => `Boete van DUO van ${inEuro(i.bedragCent)} op ${dag(op)}`,
  verwijtbaarheid: (i) =>
    `${i.over === 'pvt' ? 'PVT' : 'MAP'} niet op tijd: ${i.verwijtbaar ? 'verwijtbaar' : 'niet verwijtbaar'}. ${i.motivering}`,
  'intake-antwoord': (i) => i.zin,
  'intake-afgerond': (i, op) =>
    `Brede intake afgerond op ${dag(op)}${i.zonderPersoon ? ' zonder medewerking van de persoon' : ''}`,
  gezin: (i) => `Een ${RELATIE[i.relatie]} burgert ook in`,
  notitie: (i, op) => `${dag(op)}: ${i.tekst}`,
};

/** Een gegeven als zin. */
export function zinVan(g: Gegeven): string {
  const zin = ZINNEN[g.soort] as (i: unknown, op: string) => string;
  return zin(g.inhoud, g.op);
}
