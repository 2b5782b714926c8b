import { dagVanDeWeek } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import { datumVeld, getalVeld, jaNeeVeld, keuzeVeld } from '../shared/velden.ts';
import { grens, hoogstens, parametersVan, reeksVeld, samenVeld, tekstVeld } from './parameter.ts';

/** Besluit inburgering 2021 art. 9.9. */
const BEWAREN_JAREN = 5;
const BEWAREN_KERN_JAREN = 50;
const VRIJDAG = 5;
/** De SiSa-gegevens zijn er uiterlijk op 15 juli. */
const SISA = { dag: 15, maand: 7 } as const;

const parameter = parametersVan('organisatie');

/** Wat een gemeente kiest bij samenwerken, bewaren en verantwoorden (N21, N26, N27, N29, N30). */
export const ORGANISATIE = {
  samenwerking: parameter({
    id: 'N21',
    naam: 'Regionaal samenwerken',
    uitleg: 'Of een centrumgemeente of een openbaar lichaam de taken van het college uitvoert.',
    veld: samenVeld('Samenwerking', {
      vorm: keuzeVeld('Vorm', ['geen', 'centrumgemeente', 'openbaar-lichaam']),
      verantwoordingOvergedragen: jaNeeVeld('Ook geld en statistiek zijn overgedragen'),
    }),
    standaard: { vorm: 'geen', verantwoordingOvergedragen: false },
    grens: grens(
      'Een openbaar lichaam neemt de plaats van het college in, behalve bij statistiek (art. 39) en geld (hoofdstuk 10).',
      'wet',
      'art. 18',
    ),
    keur: ({ verantwoordingOvergedragen }) =>
      verantwoordingOvergedragen
        ? ['Verantwoording van geld en statistiek blijft bij de gemeente zelf.']
        : [],
  }),
  dossierOpvragen: parameter({
    id: 'N26',
    naam: 'Gegevens van de vorige gemeente',
    uitleg: 'Of het verzoek na een verhuizing vanzelf uitgaat of door de klantmanager.',
    veld: keuzeVeld('Verzoek', ['klantmanager-vraagt', 'vanzelf']),
    standaard: 'klantmanager-vraagt',
    grens: grens(
      'De vorige gemeente geeft gegevens op verzoek; ongevraagd doorsturen mag niet.',
      'wet',
      'art. 35 lid 4',
    ),
  }),
  bewaarJaren: parameter({
    id: 'N27',
    naam: 'Bewaren van het dossier',
    uitleg: 'Zoveel jaar na het einde van de plicht of het overlijden wordt het dossier gewist.',
    veld: getalVeld('Aantal', { eenheid: 'jaar', max: 100 }),
    standaard: BEWAREN_JAREN,
    grens: grens(`Niet langer dan ${BEWAREN_JAREN} jaar.`, 'besluit', 'art. 9.9'),
    keur: (jaren) => hoogstens(jaren, BEWAREN_JAREN, 'Langer dan vijf jaar bewaren mag niet.'),
  }),
  bewaarKernJaren: parameter({
    id: 'N27',
    naam: 'Bewaren van de kerngegevens',
    uitleg: 'Naam, nummer, adres, geboortedatum, vrijstelling en hoe aan de plicht is voldaan.',
    veld: getalVeld('Aantal', { eenheid: 'jaar', max: 100 }),
    standaard: BEWAREN_JAREN,
    grens: grens(`Niet langer dan ${BEWAREN_KERN_JAREN} jaar.`, 'besluit', 'art. 9.9'),
    keur: (jaren) =>
      hoogstens(jaren, BEWAREN_KERN_JAREN, 'Langer dan vijftig jaar bewaren mag niet.'),
  }),
  spukComponenten: parameter({
    id: 'N29',
    naam: 'Codes voor de specifieke uitkering',
    uitleg: 'De eigen grootboekcodes per onderdeel, en het begrotingsjaar.',
    veld: tekstVeld('Codes'),
    standaard: '',
    grens: grens(
      'Alleen voorzieningen voor inburgeringsplichtigen van de gemeente.',
      'wet',
      'art. 40',
      {
        zekerheid: 'afgeleid',
      },
    ),
  }),
  tolkPlanbedragen: parameter({
    id: 'N29',
    naam: 'Planbedrag voor tolken',
    uitleg:
      'Waarmee het jaaroverzicht van tolken de kosten vergelijkt: per persoon, voor het hele traject. De standaard is de raming uit 2021.',
    veld: samenVeld('Planbedrag', {
      asiel: getalVeld('Per asielstatushouder', { eenheid: 'euro', max: 99_999 }),
      gezin: getalVeld('Per gezins- of overige migrant', { eenheid: 'euro', max: 99_999 }),
    }),
    standaard: { asiel: 417, gezin: 179 },
    grens: grens(
      'Tolken horen bij de voorzieningen waarvoor de specifieke uitkering is. De wet noemt geen bedrag.',
      'wet',
      'art. 40',
      { zekerheid: 'afgeleid' },
    ),
  }),
  sisaStreefdatum: parameter({
    id: 'N29',
    naam: 'Verantwoording (SiSa) klaar op',
    uitleg: 'De dag in het jaar erna waarop de gegevens voor de verantwoording klaar zijn.',
    veld: samenVeld('Streefdatum', {
      dag: getalVeld('Dag', { min: 1, max: 31 }),
      maand: getalVeld('Maand', { min: 1, max: 12 }),
    }),
    standaard: SISA,
    grens: grens('Uiterlijk 15 juli na het jaar.', 'wet', 'art. 40', {
      zekerheid: 'onbevestigd',
      toelichting: 'De dag staat in de Financiële-verhoudingswet, art. 17a.',
    }),
    keur: ({ dag, maand }) =>
      hoogstens(maand * 100 + dag, SISA.maand * 100 + SISA.dag, 'Na 15 juli is het te laat.'),
  }),
  sisaIndicatoren: parameter({
    id: 'N29',
    naam: 'Indicatoren van de verantwoording',
    uitleg: 'Welke code bij welk onderdeel hoort. Neem ze elk jaar over uit de lijst van dat jaar.',
    veld: tekstVeld('Indicatoren'),
    standaard: '',
    grens: grens('Elk jaar volgens de lijst van het Rijk.', 'wet', 'art. 40', {
      zekerheid: 'afgeleid',
    }),
  }),
  extraVrijeDagen: parameter({
    id: 'N30',
    naam: 'Extra vrije dagen',
    uitleg:
      'Dagen die het Rijk met een feestdag gelijkstelt. Een termijn die zo eindigt loopt een dag door.',
    veld: reeksVeld('Dagen', datumVeld('Dag'), { hoogstens: 50 }),
    standaard: [],
    grens: grens(
      'Alleen dagen die bij besluit zijn gelijkgesteld. Weekenden tellen al niet mee.',
      'termijnenwet',
      'art. 3',
    ),
    werking: 'stand',
    keur: (dagen) =>
      dagen
        .filter((d) => dagVanDeWeek(d) > VRIJDAG)
        .map((d) => `${inWoorden(d)} valt in een weekend; dat telt al niet mee.`),
  }),
  reces: parameter({
    id: 'N30',
    naam: 'Sluiting en reces',
    uitleg: 'Wanneer er niemand is, en wie dan waarneemt.',
    veld: tekstVeld('Afspraken'),
    standaard: '',
    grens: grens('Een sluiting van de gemeente verlengt geen termijn.', 'termijnenwet', 'art. 1'),
  }),
};
