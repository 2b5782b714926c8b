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

/** Besluit inburgering 2021 art. 5.3 lid 1: het PIP is er binnen tien weken. */
const WEKEN_PIP = 10;
const DAGEN_PIP = WEKEN_PIP * 7;

const parameter = parametersVan('intake-en-pip');
const binnenTienWeken = (wat: string) =>
  grens(`${wat} valt binnen de tien weken voor het PIP.`, 'besluit', 'art. 5.3 lid 1');
const keurWeek = (week: number) => [
  ...minstens(week, 1, 'Kies week 1 of later.'),
  ...hoogstens(week, WEKEN_PIP, 'Dit ligt na de tien weken waarbinnen het PIP klaar moet zijn.'),
];

const HERINNEREN_MAG = grens(
  'De wet vraagt een oproep met een termijn. Eraan herinneren mag, en verandert die termijn niet.',
  'wet',
  'art. 14 lid 1',
  { zekerheid: 'ontwerp', toelichting: 'De wet noemt geen herinnering.' },
);

/** Wat een gemeente kiest bij de brede intake en het PIP (N2–N7, N14, N20, N28). */
export const INTAKE_EN_PIP = {
  waarschuwWekenPip: parameter({
    id: 'N2',
    naam: 'Waarschuwen voor het einde van de tien weken',
    uitleg:
      'Zoveel weken voor de laatste dag van het PIP komt het dossier met een signaal in beeld.',
    veld: reeksVeld(
      'Weken voor de laatste dag',
      getalVeld('Weken', { eenheid: 'weken', max: 99 }),
      {
        hoogstens: 10,
      },
    ),
    standaard: [4, 2, 1],
    grens: binnenTienWeken('Elke waarschuwing'),
    werking: 'stand',
    keur: (weken) => [
      ...minstens(Math.min(...weken, WEKEN_PIP), 1, 'Kies 1 week of meer.'),
      ...hoogstens(
        Math.max(...weken, 0),
        WEKEN_PIP,
        'Meer dan tien weken voor de laatste dag is de termijn nog niet begonnen.',
      ),
    ],
  }),
  intakeStreefweek: parameter({
    id: 'N2',
    naam: 'Intake klaar in week',
    uitleg: 'Het eigen doel: in deze week na de kennisgeving is de brede intake afgerond.',
    veld: getalVeld('Week', { max: 99 }),
    standaard: 3,
    grens: binnenTienWeken('Dit doel'),
    werking: 'scherm',
    keur: keurWeek,
  }),
  pipConceptStreefweek: parameter({
    id: 'N2',
    naam: 'Concept van het PIP klaar in week',
    uitleg: 'Het eigen doel: in deze week na de kennisgeving ligt er een concept.',
    veld: getalVeld('Week', { max: 99 }),
    standaard: 7,
    grens: binnenTienWeken('Dit doel'),
    werking: 'scherm',
    keur: keurWeek,
  }),
  intakeStart: parameter({
    id: 'N3',
    naam: 'Wanneer de intake begint',
    uitleg:
      'Of de eerste gesprekken al in het azc plaatsvinden, deels daar, of pas na de verhuizing.',
    veld: keuzeVeld('Begin van de intake', ['na-koppeling', 'deels-in-azc', 'na-verhuizing']),
    standaard: 'na-koppeling',
    grens: grens(
      'Eerder beginnen mag; de tien weken lopen pas na inschrijving in de gemeente.',
      'besluit',
      'art. 5.3 lid 1',
      { zekerheid: 'afgeleid' },
    ),
  }),
  intakeOnderwerpenVerplicht: parameter({
    id: 'N4',
    naam: 'Ook de eigen onderwerpen zijn nodig',
    uitleg:
      'De intake is pas af als ook de onderwerpen zijn besproken die de gemeente zelf toevoegt.',
    veld: jaNeeVeld('Eigen onderwerpen verplicht'),
    standaard: false,
    grens: grens(
      'Een gemeente mag onderwerpen toevoegen. Wat de wet noemt blijft altijd nodig.',
      'wet',
      'art. 14 lid 3',
    ),
    werking: 'stand',
  }),
  intakeAfspraken: parameter({
    id: 'N4',
    naam: 'Hoe en door wie de intake wordt gedaan',
    uitleg: 'Welk hulpmiddel per onderwerp, wie het gesprek voert en wanneer een tolk meekomt.',
    veld: tekstVeld('Afspraken over de intake'),
    standaard: '',
    grens: grens(
      'Het recht op een gesprek zonder partner of familie en de schriftelijke vastlegging blijven.',
      'besluit',
      'art. 5.2',
    ),
  }),
  minimumLesurenPerWeek: parameter({
    id: 'N5',
    naam: 'Lesuren per week, minstens',
    uitleg: 'Hoeveel uur les per week het PIP minstens noemt.',
    veld: getalVeld('Uren per week', { eenheid: 'uur', min: 1, max: 40 }),
    standaard: null,
    grens: grens(
      'De wet noemt geen aantal. Het PIP van een asielstatushouder noemt de intensiteit.',
      'wet',
      'art. 15',
    ),
    werking: 'scherm',
  }),
  onderwijsrouteRichtleeftijd: parameter({
    id: 'N6',
    naam: 'Richtleeftijd voor de onderwijsroute',
    uitleg: 'Een leeftijd als hulp bij de afweging. Zij beslist nooit zelf.',
    veld: samenVeld('Richtleeftijd', {
      leeftijd: getalVeld('Tot en met leeftijd', { eenheid: 'jaar', min: 16, max: 99 }),
      afwijkenKan: jaNeeVeld('Wie ouder is kan ook; elk geval wordt apart gewogen'),
    }),
    standaard: null,
    grens: grens('De wet kent geen leeftijdsgrens; alleen een richtlijn mag.', 'wet', 'art. 8'),
    werking: 'scherm',
    keur: ({ afwijkenKan }) =>
      afwijkenKan ? [] : ['Een harde leeftijdsgrens voor de onderwijsroute mag niet.'],
  }),
  onderwijsrouteRichtlijn: parameter({
    id: 'N6',
    naam: 'Richtlijn voor de onderwijsroute',
    uitleg: 'Waar de klantmanager op let: wens, vooropleiding, kans op een diploma.',
    veld: tekstVeld('Richtlijn'),
    standaard: '',
    grens: grens(
      'De persoon wil zo’n opleiding en het college ziet een grote kans op het diploma.',
      'wet',
      'art. 8',
    ),
  }),
  leerrouteRichtlijn: parameter({
    id: 'N7',
    naam: 'Richtlijn voor de leerroute',
    uitleg: 'Hoe de uitslag van de leerbaarheidstoets en de intake samen worden gewogen.',
    veld: tekstVeld('Richtlijn'),
    standaard: '',
    grens: grens('De toets adviseert. Het college beslist per persoon.', 'wet', 'art. 14 en 15', {
      zekerheid: 'afgeleid',
    }),
    werking: 'scherm',
  }),
  oproepDagen: parameter({
    id: 'N14',
    naam: 'Termijn in een oproep',
    uitleg: 'Binnen zoveel dagen na de oproep komt iemand voor de intake.',
    veld: getalVeld('Dagen', { eenheid: 'dagen', max: 999 }),
    standaard: 14,
    grens: grens(
      'De oproep noemt een termijn. Langer dan de tien weken voor het PIP heeft geen zin.',
      'wet',
      'art. 14 lid 1',
      {
        zekerheid: 'afgeleid',
        toelichting: 'De bovengrens volgt uit de tien weken van art. 5.3 van het Besluit.',
      },
    ),
    werking: 'scherm',
    keur: (dagen) => [
      ...minstens(dagen, 1, 'Geef minstens één dag om te komen.'),
      ...hoogstens(
        dagen,
        DAGEN_PIP,
        'Dit is langer dan de tien weken waarbinnen het PIP er moet zijn.',
      ),
    ],
  }),
  contactpogingen: parameter({
    id: 'N14',
    naam: 'Contact zoeken voor een waarschuwing',
    uitleg: 'Zo vaak probeert de klantmanager iemand te bereiken voordat een waarschuwing uitgaat.',
    veld: getalVeld('Aantal keer', { eenheid: 'keer', max: 10 }),
    standaard: 0,
    grens: grens(
      'De eerste keer volgt altijd een schriftelijke waarschuwing met een nieuwe oproep.',
      'wet',
      'art. 14',
    ),
  }),
  herinneringBriefDagen: parameter({
    id: 'N14',
    naam: 'Herinnering per brief',
    uitleg:
      'Zoveel dagen voor een afspraak gaat er een tweede brief (of e-mail). 0 is geen herinnering.',
    veld: getalVeld('Dagen ervoor', { eenheid: 'dagen', max: 60 }),
    standaard: 7,
    grens: HERINNEREN_MAG,
    werking: 'scherm',
  }),
  herinneringSmsDagen: parameter({
    id: 'N14',
    naam: 'Herinnering per sms',
    uitleg:
      'Zoveel dagen voor een afspraak gaat er een sms met dag, tijd en plaats. 0 is geen herinnering.',
    veld: getalVeld('Dagen ervoor', { eenheid: 'dagen', max: 14 }),
    standaard: 1,
    grens: HERINNEREN_MAG,
    werking: 'scherm',
  }),
  waarschuwingTekst: parameter({
    id: 'N14',
    naam: 'Eigen tekst in de waarschuwing',
    uitleg: 'Een alinea die de gemeente aan de waarschuwing toevoegt.',
    veld: tekstVeld('Tekst'),
    standaard: '',
    grens: grens('De waarschuwing is schriftelijk en noemt een nieuwe termijn.', 'wet', 'art. 14'),
  }),
  vierOgenPip: parameter({
    id: 'N20',
    naam: 'Vier ogen bij het PIP',
    uitleg: 'Een ander dan wie het PIP schreef stelt het vast.',
    veld: jaNeeVeld('Vier ogen'),
    standaard: false,
    grens: grens('Het college mag het vaststellen binnen de gemeente verdelen.', 'wet', 'art. 15'),
    werking: 'scherm',
  }),
  vierOgenBijRisico: parameter({
    id: 'N20',
    naam: 'Vier ogen bij een PIP met meer risico',
    uitleg:
      'Een ander kijkt mee bij de Z-route, een afwijking van het advies, een PIP na de tien weken, of een intake zonder de persoon.',
    veld: jaNeeVeld('Vier ogen bij risico'),
    standaard: false,
    grens: grens('Het college mag het vaststellen binnen de gemeente verdelen.', 'wet', 'art. 15'),
    werking: 'scherm',
  }),
  mandaatPip: parameter({
    id: 'N20',
    naam: 'Wie het PIP tekent',
    uitleg: 'De functies die namens het college een PIP vaststellen.',
    veld: tekstVeld('Functies'),
    standaard: '',
    grens: grens('Het PIP is een beschikking van het college.', 'wet', 'art. 15'),
  }),
  bioAdvies: parameter({
    id: 'N28',
    naam: 'Advies bij bijzondere omstandigheden',
    uitleg: 'Tekst en ondertekenaar van het advies bij een verzoek om ontheffing.',
    veld: samenVeld('Advies', {
      ondertekenaar: tekstVeld('Wie ondertekent'),
      sjabloon: tekstVeld('Tekst van het advies'),
    }),
    standaard: { ondertekenaar: '', sjabloon: '' },
    grens: grens('Het college adviseert; DUO beslist namens de minister.', 'besluit', 'art. 2.8'),
  }),
};
