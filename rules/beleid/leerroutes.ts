import { getalVeld, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import {
  grens,
  hoogstens,
  minstens,
  parametersVan,
  reeksVeld,
  samenVeld,
  tekstVeld,
} from './parameter.ts';

/** Besluit inburgering 2021 art. 3.1. */
const PVT_UREN = 12;
/** Besluit inburgering 2021 art. 3.2. */
const MAP_UREN = 40;
/** Besluit inburgering 2021 art. 3.14 lid 1. */
const Z_CURSUSUREN = 800;

const parameter = parametersVan('leerroutes');

/** Wat een gemeente kiest bij leerroutes, PVT en MAP (N5, N8–N11, N22). */
export const LEERROUTES = {
  lesurenB1Route: parameter({
    id: 'N5',
    naam: 'Lesuren van de B1-route',
    uitleg: 'Het aantal uren waarmee een PIP met de B1-route begint.',
    veld: getalVeld('Aantal', { eenheid: 'uur', min: 1 }),
    standaard: null,
    grens: grens('De wet noemt geen aantal; het PIP doet dat per persoon.', 'wet', 'art. 15'),
    werking: 'scherm',
  }),
  lesurenZroute: parameter({
    id: 'N5',
    naam: 'Lesuren van de Z-route',
    uitleg: 'Het aantal cursusuren dat de gemeente in de Z-route aanbiedt.',
    veld: getalVeld('Aantal', { eenheid: 'uur' }),
    standaard: null,
    grens: grens(
      `De Z-route telt ten minste ${Z_CURSUSUREN} cursusuren.`,
      'besluit',
      'art. 3.14 lid 1',
    ),
    werking: 'scherm',
    keur: (uren) =>
      minstens(uren, Z_CURSUSUREN, 'Met minder dan 800 uur kan niemand de Z-route afronden.'),
  }),
  lesvrijeWeken: parameter({
    id: 'N5',
    naam: 'Weken zonder les, per jaar',
    uitleg:
      'Vakanties van de taalscholen. Hiermee rekent Meedoen of een week op tijd tot het eind komt.',
    veld: getalVeld('Weken', { eenheid: 'weken', max: 52 }),
    standaard: 10,
    grens: grens(
      'De wet zegt niets over vakanties; de inburgeringstermijn loopt door.',
      'wet',
      'art. 11',
      {
        zekerheid: 'afgeleid',
      },
    ),
    werking: 'scherm',
    keur: (weken) =>
      hoogstens(weken, 26, 'Met meer dan 26 weken vrij is er geen leerroute te volgen.'),
  }),
  pvtUren: parameter({
    id: 'N8',
    naam: 'Uren van het participatieverklaringstraject',
    uitleg: 'Zoveel uur duurt het traject in deze gemeente.',
    veld: getalVeld('Aantal', { eenheid: 'uur', max: 500 }),
    standaard: PVT_UREN,
    grens: grens(`Ten minste ${PVT_UREN} uur.`, 'besluit', 'art. 3.1'),
    werking: 'scherm',
    keur: (uren) => minstens(uren, PVT_UREN, 'Het traject duurt ten minste 12 uur.'),
  }),
  pvtActiviteiten: parameter({
    id: 'N8',
    naam: 'Activiteiten of excursies in het PVT',
    uitleg: 'Zoveel keer gaat men er samen op uit.',
    veld: getalVeld('Aantal', { eenheid: 'keer', max: 50 }),
    standaard: 1,
    grens: grens('Ten minste één activiteit of excursie.', 'besluit', 'art. 3.1'),
    keur: (aantal) => minstens(aantal, 1, 'Ten minste één activiteit of excursie hoort erbij.'),
  }),
  pvtOndertekeningenPerJaar: parameter({
    id: 'N8',
    naam: 'Bijeenkomsten om te tekenen, per jaar',
    uitleg: 'Hoe vaak per jaar mensen de participatieverklaring kunnen ondertekenen.',
    veld: getalVeld('Keer per jaar', { eenheid: 'keer per jaar', max: 366 }),
    standaard: null,
    grens: grens(
      'Tekenen gebeurt op een bijeenkomst, dus die moet er zijn.',
      'besluit',
      'art. 3.1',
      {
        zekerheid: 'ontwerp',
        toelichting: 'Het Besluit noemt geen aantal; ten minste één per jaar is onze lezing.',
      },
    ),
    keur: (keer) => minstens(keer, 1, 'Zonder bijeenkomst kan niemand het traject afronden.'),
  }),
  mapUren: parameter({
    id: 'N9',
    naam: 'Praktijkuren van de MAP',
    uitleg: 'Zoveel uur praktijk vraagt de module arbeidsmarkt en participatie.',
    veld: getalVeld('Aantal', { eenheid: 'uur', max: 1000 }),
    standaard: MAP_UREN,
    grens: grens(`Ten minste ${MAP_UREN} uur praktijk.`, 'besluit', 'art. 3.2'),
    werking: 'scherm',
    keur: (uren) => minstens(uren, MAP_UREN, 'Het praktijkdeel duurt ten minste 40 uur.'),
  }),
  mapCombineren: parameter({
    id: 'N9',
    naam: 'MAP samen met werk of re-integratie',
    uitleg: 'Werk of een traject vanuit de bijstand kan de praktijkuren vullen.',
    veld: jaNeeVeld('Combineren'),
    standaard: false,
    grens: grens('Het eindgesprek met het college blijft.', 'besluit', 'art. 3.2', {
      zekerheid: 'afgeleid',
    }),
    werking: 'scherm',
  }),
  zrouteAftrek: parameter({
    id: 'N10',
    naam: 'Uren die van de participatie in de Z-route af gaan',
    uitleg:
      'Welke uren meetellen voor de 800 uur participatie. Uren van PVT en MAP tellen altijd mee.',
    veld: samenVeld('Aftrek', {
      intake: jaNeeVeld('Uren van de intake'),
      maatschappelijkeBegeleiding: jaNeeVeld('Uren van de maatschappelijke begeleiding'),
      participatiewet: jaNeeVeld('Uren vanuit de Participatiewet'),
    }),
    standaard: { intake: false, maatschappelijkeBegeleiding: false, participatiewet: false },
    grens: grens('Alleen deze drie soorten uren mogen eraf.', 'besluit', 'art. 3.14 lid 4–6'),
  }),
  zrouteActiviteiten: parameter({
    id: 'N11',
    naam: 'Wat telt als participatie in de Z-route',
    uitleg: 'De soorten activiteit die de gemeente goedkeurt.',
    veld: reeksVeld(
      'Activiteiten',
      keuzeVeld('Activiteit', [
        'betaald-werk',
        'vrijwilligerswerk',
        'taalstage',
        'werkervaringsplaats',
        'buurtactiviteit',
        'ouderactiviteit-op-school',
        'sportvereniging',
      ]),
    ),
    standaard: ['betaald-werk', 'vrijwilligerswerk', 'taalstage', 'werkervaringsplaats'],
    grens: grens(
      'In een omgeving waar Nederlands wordt gesproken, en niet alleen met lotgenoten.',
      'besluit',
      'art. 3.14 lid 1',
    ),
    werking: 'scherm',
    keur: (lijst) =>
      minstens(lijst.length, 1, 'Zonder activiteit kan niemand de 800 uur participatie halen.'),
  }),
  eindgesprekDoor: parameter({
    id: 'N20',
    naam: 'Wie het eindgesprek voert',
    uitleg: 'Het gesprek waarmee de Z-route en de MAP eindigen.',
    veld: keuzeVeld('Eindgesprek door', ['eigen-medewerkers', 'openbaar-lichaam']),
    standaard: 'eigen-medewerkers',
    grens: grens(
      'Niet uitbesteden: alleen eigen medewerkers, of het openbaar lichaam van een regeling.',
      'besluit',
      'art. 3.14',
    ),
  }),
  aanbieders: parameter({
    id: 'N22',
    naam: 'Aanbieders en contracten',
    uitleg: 'Met wie de gemeente afspraken heeft, en de prijs per uur of per route.',
    veld: samenVeld('Aanbieders', {
      overzicht: tekstVeld('Aanbieder, contract en prijs'),
      allenMetKeurmerk: jaNeeVeld('Elke aanbieder heeft het keurmerk of erkenning'),
    }),
    standaard: { overzicht: '', allenMetKeurmerk: true },
    grens: grens(
      'Alleen cursusinstellingen met keurmerk, of een erkende instelling voor de onderwijsroute.',
      'regeling',
      'art. 8.1',
    ),
    keur: ({ allenMetKeurmerk }) =>
      allenMetKeurmerk ? [] : ['Een aanbieder zonder keurmerk of erkenning mag niet.'],
  }),
  aanwezigheid: parameter({
    id: 'N22',
    naam: 'Signaal bij weinig aanwezigheid',
    uitleg: 'Onder dit deel van de lessen geeft de school een seintje, zo vaak als hier staat.',
    veld: samenVeld('Aanwezigheid', {
      drempelProcent: getalVeld('Minder dan', { eenheid: '%', min: 1, max: 100 }),
      signaalElkeWeken: getalVeld('Elke', { eenheid: 'weken', min: 1, max: 52 }),
    }),
    standaard: null,
    grens: grens(
      'De school geeft aanwezigheid en voortgang door; bij gezinsmigranten als het college erom vraagt.',
      'besluit',
      'art. 9.2',
    ),
  }),
};
