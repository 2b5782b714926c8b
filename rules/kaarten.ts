/** Een regel met waar zij in de wet en in het product te vinden is; bron van docs/REGELS.md. */
export type RegelKaart = {
  id: string;
  naam: string;
  /** Vraag in gewone woorden, zoals een klantmanager haar stelt. */
  vraag: string;
  artikelen: string[];
  bestand: string;
  test: string;
  api: string[];
  schermen: string[];
};

const STAND = ['GET /v1/dossiers/{dossierId}/stand'];
const INTAKE_API = ['GET /v1/dossiers/{dossierId}/intake', ...STAND];
const PIP_API = [
  'GET /v1/dossiers/{dossierId}/pips/{pipId}',
  'POST /v1/dossiers/{dossierId}/pips/{pipId}/_vaststellen',
];
const WERK_API = [...STAND, 'POST /v1/werkvoorraad/_zoek'];
const DOSSIER = 'features/dossier/schermen/DossierScreen.tsx';
const WERKVOORRAAD = 'features/werkvoorraad/WerkvoorraadScreen.tsx';
const INTAKE = 'features/intake/IntakeScreen.tsx';
const PIP = 'features/pip/scherm/PipScreen.tsx';
const BESLUIT = 'Besluit inburgering 2021';

/** Alle regels, in de volgorde van de keten. */
export const REGELS: readonly RegelKaart[] = [
  {
    id: 'toestand',
    naam: 'Toestand van de plicht',
    vraag: 'Is deze persoon nu inburgeringsplichtig?',
    artikelen: ['Wi2021 art. 3, 4 en 5'],
    bestand: 'rules/stand/toestand.ts',
    test: 'rules/stand/toestand.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'doelgroep',
    naam: 'Doelgroep',
    vraag: 'Asielstatushouder of gezins- en overige migrant?',
    artikelen: ['Wi2021 art. 13 lid 1'],
    bestand: 'rules/doelgroep/doelgroep.ts',
    test: 'rules/doelgroep/doelgroep.test.ts',
    api: WERK_API,
    schermen: [DOSSIER, WERKVOORRAAD],
  },
  {
    id: 'aanbod',
    naam: 'Aanbod per doelgroep',
    vraag: 'Wie krijgt welk aanbod: route, MAP, begeleiding, zes maanden ontzorgen?',
    artikelen: ['Wi2021 art. 6, 8, 13, 15 en 16', 'Participatiewet art. 56a'],
    bestand: 'rules/doelgroep/aanbod.ts',
    test: 'rules/doelgroep/doelgroep.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'oproep-ladder',
    naam: 'Oproepen en niet verschijnen',
    vraag: 'Wat volgt als iemand niet op de intake komt?',
    artikelen: ['Wi2021 art. 14 en 22'],
    bestand: 'rules/brede-intake/oproep-ladder.ts',
    test: 'rules/brede-intake/brede-intake.test.ts',
    api: INTAKE_API,
    schermen: [INTAKE, WERKVOORRAAD],
  },
  {
    id: 'intake-volledig',
    naam: 'Volledige brede intake',
    vraag: 'Wat ontbreekt nog om de intake af te ronden?',
    artikelen: ['Wi2021 art. 14 lid 3 en 6', `${BESLUIT} art. 5.2`],
    bestand: 'rules/brede-intake/intake-volledig.ts',
    test: 'rules/brede-intake/brede-intake.test.ts',
    api: INTAKE_API,
    schermen: [INTAKE],
  },
  {
    id: 'pip-termijn',
    naam: 'Termijn voor het PIP',
    vraag: 'Tien weken PIP: wat is de laatste dag, en waarom?',
    artikelen: [`${BESLUIT} art. 5.3 lid 1–3`, 'Wi2021 art. 15 lid 4'],
    bestand: 'rules/pip/pip-termijn.ts',
    test: 'rules/pip/pip-termijn.test.ts',
    api: WERK_API,
    schermen: [DOSSIER, WERKVOORRAAD],
  },
  {
    id: 'pip-inhoud',
    naam: 'Inhoud van het PIP',
    vraag: 'Wat moet er in het PIP staan, en waarom alle drie de leerroutes?',
    artikelen: [
      'Wi2021 art. 15 en 17',
      `${BESLUIT} art. 5.3 lid 4 en 5, art. 5.5`,
      'Awb art. 3:46',
    ],
    bestand: 'rules/pip/pip-inhoud.ts',
    test: 'rules/pip/pip-inhoud.test.ts',
    api: PIP_API,
    schermen: [PIP],
  },
  {
    id: 'pip-duo',
    naam: 'Controle van DUO op het PIP',
    vraag: 'Zou DUO dit PIP weigeren?',
    artikelen: [`${BESLUIT} art. 9.3 en 5.5`],
    bestand: 'rules/pip/pip-duo.ts',
    test: 'rules/pip/pip-inhoud.test.ts',
    api: PIP_API,
    schermen: [PIP],
  },
  {
    id: 'bezwaartermijn',
    naam: 'Termijn voor bezwaar',
    vraag: 'Tot en met welke dag kan iemand bezwaar maken?',
    artikelen: ['Awb art. 6:7 en 6:8'],
    bestand: 'rules/bezwaar/bezwaartermijn.ts',
    test: 'rules/bezwaar/bezwaartermijn.test.ts',
    api: STAND,
    schermen: [DOSSIER, PIP],
  },
  {
    id: 'inburgeringstermijn',
    naam: 'Inburgeringstermijn',
    vraag: 'Wanneer beginnen en eindigen de drie jaar?',
    artikelen: ['Wi2021 art. 11', `${BESLUIT} art. 9.3`],
    bestand: 'rules/inburgeringstermijn/inburgeringstermijn.ts',
    test: 'rules/inburgeringstermijn/inburgeringstermijn.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'pvt',
    naam: 'Participatieverklaringstraject',
    vraag: 'Is het PVT af (twaalf uur en ondertekend)?',
    artikelen: [`${BESLUIT} art. 3.1`],
    bestand: 'rules/verplichting/pvt-en-map.ts',
    test: 'rules/verplichting/verplichtingen.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'module-map',
    naam: 'Module Arbeidsmarkt en Participatie',
    vraag: 'Is de MAP af (veertig uur en eindgesprek)?',
    artikelen: [`${BESLUIT} art. 3.2`, 'Wi2021 art. 8'],
    bestand: 'rules/verplichting/pvt-en-map.ts',
    test: 'rules/verplichting/verplichtingen.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'zroute',
    naam: 'Uren en eindgesprek Z-route',
    vraag: 'Hoeveel van de 800 + 800 uur is gedaan?',
    artikelen: [`${BESLUIT} art. 3.14`],
    bestand: 'rules/verplichting/route.ts',
    test: 'rules/verplichting/verplichtingen.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'onderwijsroute',
    naam: 'Onderwijsroute',
    vraag: 'Is het taalschakeltraject afgerond?',
    artikelen: ['Wi2021 art. 8'],
    bestand: 'rules/verplichting/route.ts',
    test: 'rules/verplichting/verplichtingen.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'examens',
    naam: 'Examens B1-route',
    vraag: 'Welke examens zijn gehaald?',
    artikelen: ['Wi2021 art. 7', `${BESLUIT} art. 3.3–3.5`],
    bestand: 'rules/verplichting/examens.ts',
    test: 'rules/verplichting/verplichtingen.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
  {
    id: 'voortgangsgesprekken',
    naam: 'Voortgangsgesprekken',
    vraag: 'Wanneer is het volgende voortgangsgesprek?',
    artikelen: [`${BESLUIT} art. 5.3 lid 4`, 'Wi2021 art. 17 lid 1'],
    bestand: 'rules/verplichting/gesprekken.ts',
    test: 'rules/verplichting/verplichtingen.test.ts',
    api: WERK_API,
    schermen: [DOSSIER, WERKVOORRAAD],
  },
  {
    id: 'termijnenwet',
    naam: 'Weekend en feestdagen',
    vraag: 'Schuift een termijn door op een zaterdag of feestdag?',
    artikelen: ['Algemene termijnenwet art. 1, 3 en 4'],
    bestand: 'rules/shared/termijnenwet.ts',
    test: 'rules/shared/termijnenwet.test.ts',
    api: STAND,
    schermen: [DOSSIER],
  },
];
