/**
 * Het formulier waarmee COA iemand aan de gemeente overdraagt, in eigen vorm: dezelfde velden in JSON en in het
 * rekenblad. De inhoud volgt het klantprofiel bij de koppeling (Besluit inburgering 2021 art. 9.4: identiteit,
 * burgerservicenummer, samenstelling van het gezin en voorinburgering).
 */
export const FORMULIER = 'meedoen-coa-overdracht';
export const FORMULIER_VERSIE = 1;

/** Hoe een cel wordt gelezen. */
export type Celsoort =
  | 'v-nummer'
  | 'bsn'
  | 'tekst'
  | 'geboorte'
  | 'datum'
  | 'geslacht'
  | 'ja-nee'
  | 'telefoon'
  | 'email'
  | 'gemeentecode'
  /** Antwoord op een vraag van de brede intake; de intake keurt het. */
  | 'antwoord'
  /** Antwoord op een vraag over gezondheid: eigen tabel, eigen recht. */
  | 'gezondheid';

export type Kolom = {
  /** Naam in JSON; bij een antwoord ook het id van de vraag. */
  id: string;
  /** Kop in het rekenblad. */
  kop: string;
  soort: Celsoort;
  verplicht?: true;
  uitleg: string;
  voorbeeld?: string;
};

const WIE: readonly Kolom[] = [
  {
    id: 'vNummer',
    kop: 'V-nummer',
    soort: 'v-nummer',
    uitleg: 'Hoogstens tien cijfers. Dit of het burgerservicenummer is nodig.',
    voorbeeld: '2100000001',
  },
  {
    id: 'bsn',
    kop: 'Burgerservicenummer',
    soort: 'bsn',
    uitleg: 'Negen cijfers, als het er al is.',
  },
  {
    id: 'voornamen',
    kop: 'Voornamen',
    soort: 'tekst',
    uitleg: 'Leeg als iemand maar één naam heeft.',
  },
  { id: 'voorvoegsel', kop: 'Voorvoegsel', soort: 'tekst', uitleg: 'Bijvoorbeeld ‘al’.' },
  {
    id: 'geslachtsnaam',
    kop: 'Achternaam',
    soort: 'tekst',
    verplicht: true,
    uitleg: 'Zoals op het W-document.',
  },
  {
    id: 'geboortedatum',
    kop: 'Geboortedatum',
    soort: 'geboorte',
    verplicht: true,
    uitleg: 'Een dag (12-03-1994), een maand (1994-03), een jaar (1994) of ‘onbekend’.',
    voorbeeld: '12-03-1994',
  },
  { id: 'geslacht', kop: 'Geslacht', soort: 'geslacht', uitleg: 'man, vrouw of onbekend.' },
  {
    id: 'nationaliteit',
    kop: 'Nationaliteit',
    soort: 'tekst',
    uitleg: 'Alleen als het voor het gesprek nodig is.',
  },
];

const KOPPELING: readonly Kolom[] = [
  {
    id: 'gemeentecode',
    kop: 'Gemeentecode',
    soort: 'gemeentecode',
    uitleg:
      'Vier cijfers van het CBS. Staat hier een andere gemeente, dan wordt de rij niet opgenomen.',
  },
  {
    id: 'koppelingOp',
    kop: 'Gekoppeld op',
    soort: 'datum',
    uitleg: 'Dag waarop COA de persoon aan de gemeente koppelde.',
    voorbeeld: '02-11-2026',
  },
  { id: 'azc', kop: 'Azc', soort: 'tekst', uitleg: 'Waar de persoon nu verblijft.' },
  { id: 'telefoon', kop: 'Telefoon', soort: 'telefoon', uitleg: 'Met of zonder landnummer.' },
  { id: 'email', kop: 'E-mail', soort: 'email', uitleg: 'Van de persoon zelf.' },
  {
    id: 'gesprekstaal',
    kop: 'Taal van het gesprek',
    soort: 'tekst',
    uitleg: 'Bijvoorbeeld Tigrinya.',
  },
  { id: 'tolkNodig', kop: 'Tolk nodig', soort: 'ja-nee', uitleg: 'ja of nee.' },
];

const antwoord = (id: string, kop: string): Kolom => ({ id, kop, soort: 'antwoord', uitleg: '' });
const gezondheid = (id: string, kop: string): Kolom => ({
  id,
  kop,
  soort: 'gezondheid',
  uitleg: '',
});

const GEZIN: readonly Kolom[] = [
  antwoord('gezin-samen', 'Woont met'),
  antwoord('jong-kind', 'Kind van 0 tot en met 5 jaar'),
  antwoord('nareis', 'Gezinsleden op komst'),
];

const VOORINBURGERING: readonly Kolom[] = [
  antwoord('taal-eerdere-uren', 'Uren Nederlandse les'),
  antwoord('taal-nederlands', 'Niveau Nederlands'),
  antwoord('taal-schrift', 'Lezen en schrijven'),
  antwoord('opleiding-hoogste', 'Hoogste opleiding'),
  antwoord('opleiding-jaren', 'Jaren naar school'),
  antwoord('opleiding-richting', 'Land en richting opleiding'),
  antwoord('diploma-papieren', 'Diploma’s'),
  antwoord('diplomawaardering', 'Diploma gewaardeerd'),
  antwoord('werk-herkomst', 'Werk in land van herkomst'),
  antwoord('werk-jaren', 'Jaren gewerkt'),
  antwoord('werk-nederland', 'Gedaan in Nederland'),
  antwoord('werk-wens', 'Wens voor werk'),
  antwoord('rijbewijs', 'Rijbewijs'),
  antwoord('motivatie-doel', 'Doel over drie jaar'),
  antwoord('digitaal-kunnen', 'Computer en telefoon'),
  antwoord('vrijwilligerswerk-wens', 'Wil vrijwilligerswerk'),
];

const ZIEN_EN_HOREN: readonly Kolom[] = [
  gezondheid('gezondheid-zintuigen', 'Zien en horen'),
  gezondheid('gezondheid-hulp', 'Hulp of zorg'),
];

/** Alle velden van het formulier, in de volgorde van het rekenblad. */
export const KOLOMMEN: readonly Kolom[] = [
  ...WIE,
  ...KOPPELING,
  ...GEZIN,
  ...VOORINBURGERING,
  ...ZIEN_EN_HOREN,
];
