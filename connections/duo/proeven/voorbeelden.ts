import { BESLUITEN, GEMELD } from './besluiten.ts';
import { bekend, type Raadpleging, raadpleging } from './raadpleging.ts';

// Verzonnen antwoorden in de vorm van DUO, en wat Meedoen erin leest. Met DUO_SPEC_DIR worden ze tegen
// de specificaties gehouden.

const PLICHT = [
  raadpleging(
    'doelgroep',
    'inburgeringsplicht',
    '/personen/{bsn}/doelgroep',
    {
      indeling: 'Asielstatushouder',
      begindatum: '2026-01-05',
      gedetailleerdeDoelgroep: 'Gezinshereniger met Asielstatushouder',
      asielrechtenWijzigingVerblijfsdoel: 'Behoud asielrechten',
    },
    {
      indeling: bekend('Asielstatushouder'),
      begindatum: '2026-01-05',
      gedetailleerdeDoelgroep: bekend('Gezinshereniger met Asielstatushouder'),
      asielrechtenWijzigingVerblijfsdoel: bekend('Behoud asielrechten'),
    },
  ),
  raadpleging(
    'doelgroepHistorie',
    'inburgeringsplicht',
    '/personen/{bsn}/doelgroep/historie',
    [{ indeling: 'Asielstatushouder', begindatum: '2026-01-05', einddatum: '2026-02-28' }],
    [
      {
        indeling: bekend('Asielstatushouder'),
        begindatum: '2026-01-05',
        einddatumExclusief: '2026-03-01',
      },
    ],
  ),
  raadpleging(
    'inburgeringsplicht',
    'inburgeringsplicht',
    '/personen/{bsn}/inburgeringsplicht',
    {
      indicatorInburgeringsplicht: false,
      begindatum: '2026-01-05',
      einddatum: '2026-12-31',
      wijzigingsdatum: '2027-01-02',
      datumKennisgevingInburgeringsplicht: '2026-01-12',
      redenGeenInburgeringsplicht: 'Volledige ontheffing',
    },
    {
      indicatorInburgeringsplicht: false,
      begindatum: '2026-01-05',
      einddatumExclusief: '2027-01-01',
      wijzigingsdatum: '2027-01-02',
      datumKennisgevingInburgeringsplicht: '2026-01-12',
      redenGeenInburgeringsplicht: bekend('Volledige ontheffing'),
    },
  ),
  raadpleging(
    'inburgeringsplichtHistorie',
    'inburgeringsplicht',
    '/personen/{bsn}/inburgeringsplicht/historie',
    [{ indicatorInburgeringsplicht: true, begindatum: '2026-01-05', einddatum: '2028-02-28' }],
    [
      {
        indicatorInburgeringsplicht: true,
        begindatum: '2026-01-05',
        einddatumExclusief: '2028-02-29',
      },
    ],
  ),
];

const TERMIJN = [
  raadpleging(
    'inburgeringstermijn',
    'inburgeringstermijn',
    '/personen/{bsn}/inburgeringstermijn',
    {
      startdatum: '2026-02-16',
      einddatum: '2029-02-16',
      wijzigingsdatum: '2026-05-01',
      verlengingsgrondcode: '9Z',
      verlengingsgrondomschrijving: 'Verzonnen grond',
    },
    {
      startdatum: '2026-02-16',
      einddatumExclusief: '2029-02-16',
      wijzigingsdatum: '2026-05-01',
      verlengingsgrondcode: '9Z',
      verlengingsgrondomschrijving: 'Verzonnen grond',
    },
  ),
  raadpleging(
    'inburgeringstermijnHistorie',
    'inburgeringstermijn',
    '/personen/{bsn}/inburgeringstermijn/historie',
    [{ einddatum: '2029-02-16', wijzigingsdatum: '2026-05-01' }],
    [{ einddatumExclusief: '2029-02-16', wijzigingsdatum: '2026-05-01' }],
  ),
  raadpleging(
    'verlengingsgronden',
    'inburgeringstermijn',
    '/verlengingsgronden',
    [{ code: '9Z', omschrijving: 'Verzonnen grond' }],
    [{ code: '9Z', omschrijving: 'Verzonnen grond' }],
  ),
  raadpleging(
    'verlengingen',
    'verlenging',
    '/personen/{bsn}/verlengingen',
    [
      {
        beoordelingAanvraag: 'Afgewezen',
        datumBeoordeling: '2026-06-01',
        ontvangstdatum: '2026-05-01',
      },
      { beoordelingAanvraag: 'InBehandeling', ontvangstdatum: '2026-07-01' },
    ],
    [
      {
        beoordelingAanvraag: bekend('Afgewezen'),
        datumBeoordeling: '2026-06-01',
        ontvangstdatum: '2026-05-01',
      },
      { beoordelingAanvraag: bekend('InBehandeling'), ontvangstdatum: '2026-07-01' },
    ],
  ),
];

const TOETS_EN_EXAMEN = [
  raadpleging(
    'leerbaarheidstoetsNummer',
    'leerbaarheidstoets',
    '/personen/{bsn}/lbt/examennummer',
    { examennummer: '000012345678' },
    { examennummer: '000012345678' },
  ),
  raadpleging(
    'leerbaarheidstoetsResultaten',
    'leerbaarheidstoets',
    '/personen/{bsn}/lbt/resultaten',
    [
      {
        resultaat: 'B1-route niet haalbaar',
        behaaldeScore: '8,05',
        benodigdeScore: '100,00',
        datumAfname: '2026-03-01',
      },
    ],
    [
      {
        resultaat: bekend('B1-route niet haalbaar'),
        behaaldeScore: { honderdsten: 805, tekst: '8,05' },
        benodigdeScore: { honderdsten: 10_000, tekst: '100,00' },
        datumAfname: '2026-03-01',
      },
    ],
  ),
  raadpleging(
    'gratisPogingen',
    'examen',
    '/personen/{bsn}/examens/gratispogingen',
    [{ onderdeel: 'KNM', gratisPogingenTegoed: 0 }],
    [{ onderdeel: bekend('KNM'), gratisPogingenTegoed: 0 }],
  ),
  raadpleging(
    'examenresultaten',
    'examen',
    '/personen/{bsn}/examens/resultaten',
    [
      { examendatum: '2027-04-01', resultaat: 'Geslaagd', onderdeel: 'LU', niveau: 'B1' },
      {
        examendatum: '2027-05-01',
        resultaat: 'Geen',
        redenGeenResultaat: 'Nietverwijtbaar',
        onderdeel: 'SP',
      },
    ],
    [
      {
        examendatum: '2027-04-01',
        resultaat: bekend('Geslaagd'),
        onderdeel: bekend('LU'),
        niveau: bekend('B1'),
      },
      {
        examendatum: '2027-05-01',
        resultaat: bekend('Geen'),
        redenGeenResultaat: bekend('Nietverwijtbaar'),
        onderdeel: bekend('SP'),
      },
    ],
  ),
];

export const RAADPLEGINGEN: readonly Raadpleging[] = [
  ...PLICHT,
  ...TERMIJN,
  ...TOETS_EN_EXAMEN,
  ...BESLUITEN,
  ...GEMELD,
];
