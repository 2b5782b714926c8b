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

/** Participatiewet art. 56a. */
const ONTZORGEN_MAANDEN = 6;
const LASTEN = ['huur', 'gas', 'water', 'stroom', 'zorgverzekering'] as const;
/** Regeling inburgering 2021 art. 12.2a: deel van de lening dat is gebruikt. */
const ELIP_LAATSTE_JAAR = 75;
const ELIP_ALTIJD = 95;
/** Minder dan één gesprek per jaar noemen wij geen zicht meer. */
const MAANDEN_ZICHT = 12;

const parameter = parametersVan('begeleiding');
const zicht = grens(
  'Het college houdt voldoende zicht op de voortgang; het aantal gesprekken staat in het PIP.',
  'wet',
  'art. 17 lid 1',
  {
    zekerheid: 'ontwerp',
    toelichting: 'De wet noemt geen aantal. Ten minste één gesprek per jaar is onze lezing.',
  },
);
const keurGesprekken = (maanden: number) => [
  ...minstens(maanden, 1, 'Kies 1 maand of meer.'),
  ...hoogstens(maanden, MAANDEN_ZICHT, 'Met minder dan één gesprek per jaar is er geen zicht.'),
];

/** Wat een gemeente kiest bij gesprekken, begeleiding en ontzorgen (N1, N12, N13, N23–N25). */
export const BEGELEIDING = {
  gesprekkenJaar1Maanden: parameter({
    id: 'N1',
    naam: 'Voortgangsgesprekken in het eerste jaar',
    uitleg: 'Zoveel maanden zitten er in het eerste jaar tussen twee gesprekken.',
    veld: getalVeld('Maanden ertussen', { eenheid: 'maanden', max: 99 }),
    standaard: 3,
    grens: zicht,
    werking: 'stand',
    keur: keurGesprekken,
  }),
  gesprekkenDaarnaMaanden: parameter({
    id: 'N1',
    naam: 'Voortgangsgesprekken na het eerste jaar',
    uitleg: 'Zoveel maanden zitten er daarna tussen twee gesprekken.',
    veld: getalVeld('Maanden ertussen', { eenheid: 'maanden', max: 99 }),
    standaard: 6,
    grens: zicht,
    werking: 'stand',
    keur: keurGesprekken,
  }),
  begeleidingMaanden: parameter({
    id: 'N12',
    naam: 'Duur van de maatschappelijke begeleiding',
    uitleg: 'Zoveel maanden vanaf de inschrijving in de gemeente.',
    veld: getalVeld('Maanden', { eenheid: 'maanden', max: 60 }),
    standaard: 12,
    grens: grens(
      'De wet geeft het recht, zonder duur. Geen begeleiding kan niet.',
      'wet',
      'art. 13',
    ),
    keur: (maanden) => minstens(maanden, 1, 'Een asielstatushouder heeft recht op begeleiding.'),
  }),
  begeleidingAfspraken: parameter({
    id: 'N12',
    naam: 'Vorm en intensiteit van de begeleiding',
    uitleg: 'Hoe vaak, waar en door wie.',
    veld: tekstVeld('Afspraken'),
    standaard: '',
    grens: grens('Praktische hulp bij basisvoorzieningen en voorlichting.', 'besluit', 'art. 5.1'),
  }),
  begeleidingGezinsmigranten: parameter({
    id: 'N12',
    naam: 'Maatschappelijke begeleiding ook voor gezinsmigranten',
    uitleg: 'De gemeente biedt haar aan wie er volgens de wet geen recht op heeft.',
    veld: jaNeeVeld('Ook gezinsmigranten'),
    standaard: false,
    grens: grens('Meer mensen begeleiden mag; minder niet.', 'wet', 'art. 13 lid 1'),
    werking: 'stand',
  }),
  ontzorgenDuur: parameter({
    id: 'N13',
    naam: 'Duur van het ontzorgen',
    uitleg: 'Zo lang betaalt de gemeente de vaste lasten uit de bijstand.',
    veld: samenVeld('Duur', {
      maanden: getalVeld('Maanden', { eenheid: 'maanden', max: 60 }),
      grondLanger: keuzeVeld('Langer dan zes maanden op grond van', [
        'niet-langer',
        'participatiewet-57',
        'vrijwillig',
      ]),
    }),
    standaard: { maanden: ONTZORGEN_MAANDEN, grondLanger: 'niet-langer' },
    grens: grens(
      'Zes maanden. Langer kan alleen op grond van art. 57 of als de persoon dat zelf wil.',
      'participatiewet',
      'art. 56a en 57',
    ),
    keur: ({ maanden, grondLanger }) => [
      ...minstens(maanden, ONTZORGEN_MAANDEN, 'Korter dan zes maanden ontzorgen mag niet.'),
      ...(maanden > ONTZORGEN_MAANDEN && grondLanger === 'niet-langer'
        ? ['Kies de grond waarop het ontzorgen langer dan zes maanden duurt.']
        : []),
    ],
  }),
  ontzorgenLasten: parameter({
    id: 'N13',
    naam: 'Welke vaste lasten',
    uitleg: 'De rekeningen die de gemeente uit de bijstand betaalt.',
    veld: reeksVeld('Lasten', keuzeVeld('Last', LASTEN)),
    standaard: [...LASTEN],
    grens: grens(
      'Huur, gas, water, stroom en zorgverzekering. Afwijken kan alleen per persoon.',
      'participatiewet',
      'art. 56a',
      {
        zekerheid: 'afgeleid',
        toelichting: 'Sinds april 2023 laat de minister maatwerk per persoon toe.',
      },
    ),
    keur: (lasten) =>
      LASTEN.filter((last) => !lasten.includes(last)).map(
        (last) => `Deze last hoort er voor iedereen bij: ${last}.`,
      ),
  }),
  ontzorgenAfbouwMaanden: parameter({
    id: 'N13',
    naam: 'Afbouw na het ontzorgen',
    uitleg: 'Zoveel maanden helpt de gemeente daarna nog mee, als de persoon dat wil.',
    veld: getalVeld('Maanden', { eenheid: 'maanden', max: 24 }),
    standaard: 0,
    grens: grens('Na zes maanden is meedoen vrijwillig.', 'participatiewet', 'art. 56a', {
      zekerheid: 'afgeleid',
    }),
  }),
  gezinsmigranten: parameter({
    id: 'N23',
    naam: 'Extra hulp voor gezins- en overige migranten',
    uitleg: 'Wat de gemeente betaalt bovenop wat de wet vraagt.',
    veld: samenVeld('Extra hulp', {
      cursus: jaNeeVeld('Een taalcursus'),
      tolk: jaNeeVeld('Een tolk'),
    }),
    standaard: { cursus: false, tolk: false },
    grens: grens('Meer mag. Leerroute, PVT en MAP horen er altijd bij.', 'wet', 'art. 6 en 15'),
  }),
  dienstenWi2013: parameter({
    id: 'N24',
    naam: 'Hulp voor mensen onder de oude wet',
    uitleg: 'Begeleiding van de ondertussengroep en van wie de lening bijna op heeft (ELIP).',
    veld: samenVeld('Oude wet', {
      ondertussengroep: jaNeeVeld('Ondertussengroep'),
      elip: jaNeeVeld('ELIP'),
      elipLaatsteJaar: getalVeld('Lening gebruikt, in het laatste jaar', {
        eenheid: '%',
        max: 100,
      }),
      elipAltijd: getalVeld('Lening gebruikt, op elk moment', { eenheid: '%', max: 100 }),
    }),
    standaard: {
      ondertussengroep: false,
      elip: false,
      elipLaatsteJaar: ELIP_LAATSTE_JAAR,
      elipAltijd: ELIP_ALTIJD,
    },
    grens: grens(
      'ELIP vanaf 75 % van de lening in het laatste jaar, en vanaf 95 % op elk moment.',
      'besluit',
      'art. 12.1a lid 4',
    ),
    keur: (w) => [
      ...minstens(
        w.elipLaatsteJaar,
        ELIP_LAATSTE_JAAR,
        'In het laatste jaar geldt ten minste 75 %.',
      ),
      ...minstens(w.elipAltijd, ELIP_ALTIJD, 'Buiten het laatste jaar geldt ten minste 95 %.'),
    ],
  }),
  caseload: parameter({
    id: 'N25',
    naam: 'Dossiers per klantmanager',
    uitleg: 'Het aantal waarboven een teamleider meekijkt.',
    veld: getalVeld('Dossiers', { eenheid: 'dossiers', min: 1, max: 500 }),
    standaard: null,
    grens: grens(
      'De wet noemt geen aantal; zicht op de voortgang moet kunnen.',
      'wet',
      'art. 17 lid 1',
    ),
  }),
  escalatieDagen: parameter({
    id: 'N25',
    naam: 'Naar de teamleider na',
    uitleg: 'Zoveel dagen nadat iets te laat is, gaat het naar de teamleider.',
    veld: getalVeld('Dagen', { eenheid: 'dagen', max: 365 }),
    standaard: null,
    grens: grens(
      'De wet noemt geen aantal; zicht op de voortgang moet kunnen.',
      'wet',
      'art. 17 lid 1',
    ),
  }),
};
