import {
  datumVeld,
  getalVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
} from '../shared/velden.ts';

/** De diploma's van Regeling inburgering 2021 art. 2.1, en wat daar niet onder valt. */
export const DIPLOMAS = [
  'inburgeringsdiploma',
  'inburgeringsdiploma oude wet met alle taalonderdelen op B1',
  'inburgeringsdiploma oude wet lager dan B1',
  'wo of hbo',
  'vwo of havo',
  'vmbo',
  'mbo niveau 2, 3 of 4',
  'mbo niveau 1 (entree)',
  'Aruba, Curaçao, Sint Maarten, Suriname of België',
  'Bonaire, Sint Eustatius of Saba',
  'internationale of Europese school met Nederlands op B1',
  'ander diploma',
  'geen diploma',
] as const;

export const vrijstellingVelden = {
  periodenLeerplicht: lijstVeld(
    'Perioden van leerplicht of kwalificatieplicht als ingezetene in de BRP',
    { begin: datumVeld('Eerste dag'), laatsteDag: datumVeld('Laatste dag, tot en met') },
    'Een lege lijst: nooit leer- of kwalificatieplichtig geweest. Wat overlapt, telt één keer.',
  ),
  diploma: keuzeVeld('Diploma', DIPLOMAS, {
    hulp: 'Het diploma waarop iemand zich beroept. Telt een ander diploma misschien ook, stel de vraag dan nog eens.',
  }),
  nederlandstaligeOpleiding: jaNeeVeld('De opleiding van het diploma was Nederlandstalig'),
  voldoendeNederlands: jaNeeVeld('Het vak Nederlandse taal was voldoende'),
  leerOfKwalificatieplichtig: jaNeeVeld('Nu leerplichtig of kwalificatieplichtig'),
  volgtVrijstellendeOpleiding: jaNeeVeld(
    'Nu ingeschreven voor een opleiding die tot een vrijstellend diploma leidt',
  ),
  beroepOpIngeburgerdZijn: jaNeeVeld(
    'De aanvraag zegt dat iemand al aantoonbaar voldoende is ingeburgerd',
  ),
  jarenIngezetene: getalVeld('Hele jaren onafgebroken ingezetene volgens de BRP', {
    eenheid: 'jaar',
    max: 120,
  }),
  jarenWerk: getalVeld('Hele jaren betaald werk of vrijwilligerswerk in Nederland, met bewijs', {
    eenheid: 'jaar',
    max: 120,
  }),
  gesprekOpB1: jaNeeVeld('In een gesprek bleken spreken en luisteren ten minste B1'),
  oudeVrijstellingIngeburgerd: jaNeeVeld(
    'Onder de oude wet vrijgesteld als aantoonbaar voldoende ingeburgerd',
  ),
  datumAanvraag: datumVeld('Dag waarop DUO de aanvraag ontving'),
};

export type VrijstellingFeiten = Invoer<typeof vrijstellingVelden>;
export type VrijstellingVeld = keyof typeof vrijstellingVelden;
