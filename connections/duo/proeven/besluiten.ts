import { bekend, raadpleging } from './raadpleging.ts';
import { INSTELLING } from './tegenpartij.ts';

const OORDEEL = { oordeel: 'Toekenning', datumOordeel: '2026-08-01' };
const OORDEEL_GELEZEN = { oordeel: bekend('Toekenning'), datumOordeel: '2026-08-01' };

export const BESLUITEN = [
  raadpleging(
    'vrijstellingen',
    'vrijstelling',
    '/personen/{bsn}/vrijstellingen',
    [
      { GeheleVrijstelling: { ...OORDEEL, reden: 'DIP' } },
      {
        TijdelijkeVrijstelling: {
          ...OORDEEL,
          reden: 'OPL',
          startdatum: '2026-09-01',
          einddatum: '2027-08-31',
        },
      },
      {
        GedeeltelijkeVrijstelling: {
          ...OORDEEL,
          reden: 'GED',
          examenonderdeel: 'LE',
          examenniveau: 'B1',
        },
      },
    ],
    [
      { soort: 'geheel', ...OORDEEL_GELEZEN, reden: bekend('DIP') },
      {
        soort: 'tijdelijk',
        ...OORDEEL_GELEZEN,
        reden: bekend('OPL'),
        startdatum: '2026-09-01',
        einddatumExclusief: '2027-09-01',
      },
      {
        soort: 'gedeeltelijk',
        ...OORDEEL_GELEZEN,
        reden: bekend('GED'),
        examenonderdeel: bekend('LE'),
        examenniveau: bekend('B1'),
      },
    ],
  ),
  raadpleging(
    'ontheffingen',
    'ontheffing',
    '/personen/{bsn}/ontheffingen',
    [
      { GeheleOntheffing: { ...OORDEEL, grond: 'BIO' } },
      {
        GedeeltelijkeOntheffing: {
          ...OORDEEL,
          grond: 'MED',
          examenonderdeel: 'KNM',
          urenBelastbaarheidParticipatieactiviteit: 0,
        },
      },
    ],
    [
      { soort: 'geheel', ...OORDEEL_GELEZEN, grond: bekend('BIO') },
      {
        soort: 'gedeeltelijk',
        ...OORDEEL_GELEZEN,
        grond: bekend('MED'),
        examenonderdeel: bekend('KNM'),
        urenBelastbaarheidParticipatieactiviteit: 0,
      },
    ],
  ),
  raadpleging(
    'boetes',
    'boete',
    '/personen/{bsn}/boetes',
    [{ bedrag: 340, datum: '2029-06-01' }],
    [{ bedragCent: 34_000, datum: '2029-06-01' }],
  ),
  raadpleging(
    'gebeurtenissen',
    'gebeurtenis',
    '/personen/{bsn}/gebeurtenissen',
    [{ id: 'SS101', omschrijving: 'Verzonnen omschrijving', datum: '2026-01-05' }],
    [{ id: 'SS101', omschrijving: 'Verzonnen omschrijving', datum: '2026-01-05' }],
  ),
];

export const GEMELD = [
  raadpleging(
    'pip',
    'pip',
    '/personen/{bsn}/PIP',
    {
      gemeentecode: '0101',
      pip: {
        dagtekeningPip: '2026-03-01',
        leerroute: 'B',
        niveau: 'B1',
        geschatteIntensiteitB1Route: 600,
        indicatorMagOpleidingAfmaken: false,
        indicatorAlfabetiseringsonderwijs: 'NVT',
      },
    },
    {
      gemeentecode: '0101',
      pip: {
        dagtekeningPip: '2026-03-01',
        leerroute: bekend('B'),
        niveau: bekend('B1'),
        geschatteIntensiteitB1Route: 600,
        indicatorMagOpleidingAfmaken: false,
        indicatorAlfabetiseringsonderwijs: bekend('NVT'),
      },
    },
  ),
  raadpleging(
    'map',
    'map-pvt-zroute',
    '/personen/{bsn}/map',
    { datumEindgesprekMap: '2027-01-10' },
    { datumEindgesprekMap: '2027-01-10' },
  ),
  raadpleging(
    'pvt',
    'map-pvt-zroute',
    '/personen/{bsn}/pvt',
    { datumOndertekeningPvt: '2026-09-10' },
    { datumOndertekeningPvt: '2026-09-10' },
  ),
  raadpleging(
    'uren',
    'gevolgdeuren',
    '/personen/{bsn}/uren',
    [
      {
        gemeentecode: '0101',
        bekendTot: '2026-11-01',
        ParticipatieAlsTaalles: { uren: 120 },
        ParticipatieactiviteitenBredeIntake: { uren: 0 },
        TaallesEnKnmBredeIntake: { uren: 20 },
        TaallesEnKnmInstelling: {
          instellingsnummer: INSTELLING,
          uren: 100,
          urenGeoorloofdVerzuim: 3,
          urenOngeoorloofdVerzuim: 1,
        },
      },
      { gemeentecode: '0202', bekendTot: '2026-02-01' },
    ],
    [
      {
        gemeentecode: '0101',
        bekendTot: '2026-11-01',
        participatieTaalles: { uren: 120 },
        participatieactiviteiten: { uren: 0 },
        bredeIntake: { uren: 20 },
        instelling: {
          instellingsnummer: INSTELLING,
          uren: 100,
          urenGeoorloofdVerzuim: 3,
          urenOngeoorloofdVerzuim: 1,
        },
      },
      { gemeentecode: '0202', bekendTot: '2026-02-01' },
    ],
  ),
  raadpleging(
    'instellingen',
    'inburgeringsaanbod',
    '/instellingen',
    [
      {
        instellingsnummer: INSTELLING,
        naam: 'Taalhuis De Brug',
        postcode: '1234AB',
        huisnummer: 12,
        plaatsnaam: 'Veldrijk',
        indicatieBowKeurmerk: true,
        indicatieTstKeurmerk: false,
      },
    ],
    [
      {
        instellingsnummer: INSTELLING,
        naam: 'Taalhuis De Brug',
        postcode: '1234AB',
        huisnummer: 12,
        plaatsnaam: 'Veldrijk',
        indicatieBowKeurmerk: true,
        indicatieTstKeurmerk: false,
      },
    ],
  ),
];
