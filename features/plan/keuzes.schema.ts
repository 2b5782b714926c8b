import type { Doelonderwerp } from '../../rules/begeleiding/aandachtspunten.ts';
import type { Leefgebied } from '../../rules/brede-intake/onderdelen.ts';

/** Zinnen waarmee iemand een doel kan kiezen. Elke taal heeft dezelfde sleutels. */
export const SUGGESTIES = {
  'nederlands-praten': { leefgebied: 'leren-en-taal', aandachtspunt: 'Nederlands praten' },
  'brieven-lezen': { leefgebied: 'leren-en-taal', aandachtspunt: 'Lezen en schrijven' },
  opleiding: { leefgebied: 'leren-en-taal', aandachtspunt: 'Opleiding' },
  diploma: { leefgebied: 'leren-en-taal', aandachtspunt: 'Diploma uit het eigen land' },
  werk: { leefgebied: 'werk', aandachtspunt: 'Werk vinden' },
  vak: { leefgebied: 'werk', aandachtspunt: 'Leren op het werk' },
  'eigen-bedrijf': { leefgebied: 'werk', aandachtspunt: 'Eigen bedrijf' },
  opvang: { leefgebied: 'gezin-en-wonen', aandachtspunt: 'Kinderopvang' },
  school: { leefgebied: 'gezin-en-wonen', aandachtspunt: 'School van de kinderen' },
  buurt: { leefgebied: 'gezin-en-wonen', aandachtspunt: 'Wonen' },
  huisarts: { leefgebied: 'gezondheid', aandachtspunt: 'De weg in de zorg' },
  bewegen: { leefgebied: 'gezondheid', aandachtspunt: 'Bewegen' },
  geld: { leefgebied: 'zelfredzaamheid', aandachtspunt: 'Geld' },
  post: { leefgebied: 'zelfredzaamheid', aandachtspunt: 'Post en afspraken' },
  digitaal: { leefgebied: 'zelfredzaamheid', aandachtspunt: 'Computer en telefoon' },
  reizen: { leefgebied: 'zelfredzaamheid', aandachtspunt: 'Reizen' },
  mensen: { leefgebied: 'meedoen', aandachtspunt: 'Mensen leren kennen' },
  vrijwilliger: { leefgebied: 'meedoen', aandachtspunt: 'Vrijwilligerswerk' },
  club: { leefgebied: 'meedoen', aandachtspunt: 'Sport en vereniging' },
  rechten: { leefgebied: 'meedoen', aandachtspunt: 'Rechten en regels' },
} as const satisfies Record<Doelonderwerp, { leefgebied: Leefgebied; aandachtspunt: string }>;

export type SuggestieSleutel = keyof typeof SUGGESTIES;

/** De vaste woorden op het plan dat de persoon meekrijgt. */
export type Planwoord =
  | 'mijn-plan'
  | 'mijn-doelen'
  | 'bereikt'
  | 'wat-doe-ik'
  | 'wat-doet-de-gemeente'
  | 'wat-doen-anderen'
  | 'veranderd'
  | 'wie-helpt'
  | 'aanspreekpunt';

/** Alle vaste zinnen in één taal. */
export type Plantekst = {
  suggesties: Record<SuggestieSleutel, string>;
  woorden: Record<Planwoord, string>;
};

/** Wat met een partner gedeeld kan worden. Gezondheid staat er niet bij: die delen wij hier nooit. */
export const DEELBAAR = [
  'voornaam',
  'achternaam',
  'telefoon en e-mail',
  'taal en tolk',
  'leerroute',
  'doelen',
  'afspraken met deze partner',
  'lestijden',
] as const;
/** Zonder deze twee valt er met een link niets te laten zien. */
export const NODIG_VOOR_LINK = ['voornaam', 'afspraken met deze partner'] as const;

/** Hoe iemand meehelpt; vrije tekst mag ook. */
export const ROLLEN = [
  'taalmaatje',
  'buddy',
  'vrijwilliger',
  'maatschappelijk begeleider',
  'jobcoach',
  'docent',
  'ervaringsdeskundige: voorlichter',
  'ervaringsdeskundige: bemiddelaar',
  'ervaringsdeskundige: verkenner',
  'ervaringsdeskundige: adviseur',
] as const;
