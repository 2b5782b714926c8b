/** Wie gegevens geeft of krijgt. Waar de wet 'Onze Minister' zegt, voert DUO het uit. */
export const PARTIJEN = [
  'college',
  'ander college',
  'DUO',
  'cursusinstelling',
  'COA',
  'IND',
  'Belastingdienst',
] as const;

export const GEGEVENS = [
  'leerroute en intensiteit',
  'naam en adres',
  'datum van het PIP',
  'PIP',
  'uitblijven van het aanbod',
  'voortgang, aanwezigheid en inspanning',
  'taalniveau, PVT en MAP',
  'boetes',
  'plicht, vrijstelling en ontheffing',
  'termijn en verlenging',
  'examens en afronding',
  'recht op maatschappelijke begeleiding',
  'identiteit, gezin en voorinburgering',
  'inschrijving bij de cursus',
  'verblijfsdoel en identiteit',
  'inkomen',
] as const;

export type Partij = (typeof PARTIJEN)[number];
export type SoortGegeven = (typeof GEGEVENS)[number];

/** `asiel-altijd`: van asielstatushouders altijd, van anderen op verzoek; `alleen-gezin` omgekeerd zonder verzoek. */
export type Wanneer = 'altijd' | 'op verzoek' | 'asiel-altijd' | 'alleen-gezin';

export type Stroom = {
  van: Partij;
  naar: Partij;
  gegevens: readonly SoortGegeven[];
  wanneer: Wanneer;
  wet: 'wet' | 'besluit';
  artikel: string;
};

const VOORTGANG = 'voortgang, aanwezigheid en inspanning';

/** Wie wat aan wie geeft (Wi2021 art. 33–35, Besluit inburgering 2021 hoofdstuk 9). */
export const STROMEN: readonly Stroom[] = [
  {
    van: 'college',
    naar: 'DUO',
    gegevens: ['leerroute en intensiteit', VOORTGANG, 'taalniveau, PVT en MAP'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.2 lid 2',
  },
  {
    van: 'college',
    naar: 'DUO',
    gegevens: ['datum van het PIP', 'uitblijven van het aanbod'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.3 lid 2',
  },
  {
    van: 'college',
    naar: 'DUO',
    gegevens: ['boetes'],
    wanneer: 'op verzoek',
    wet: 'besluit',
    artikel: 'art. 9.6 lid 4',
  },
  {
    van: 'college',
    naar: 'cursusinstelling',
    gegevens: ['naam en adres', 'leerroute en intensiteit', 'termijn en verlenging'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.2 lid 3',
  },
  {
    van: 'cursusinstelling',
    naar: 'college',
    gegevens: [VOORTGANG],
    wanneer: 'asiel-altijd',
    wet: 'besluit',
    artikel: 'art. 9.2 lid 4',
  },
  {
    van: 'cursusinstelling',
    naar: 'DUO',
    gegevens: ['inschrijving bij de cursus'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.6 lid 6',
  },
  {
    van: 'cursusinstelling',
    naar: 'DUO',
    gegevens: [VOORTGANG],
    wanneer: 'alleen-gezin',
    wet: 'besluit',
    artikel: 'art. 9.6 lid 6',
  },
  {
    van: 'college',
    naar: 'ander college',
    gegevens: ['PIP', VOORTGANG, 'boetes'],
    wanneer: 'op verzoek',
    wet: 'wet',
    artikel: 'art. 35 lid 4',
  },
  {
    van: 'DUO',
    naar: 'college',
    gegevens: ['plicht, vrijstelling en ontheffing'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.1 lid 3',
  },
  {
    van: 'DUO',
    naar: 'college',
    gegevens: ['examens en afronding'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.2 lid 5',
  },
  {
    van: 'DUO',
    naar: 'college',
    gegevens: ['termijn en verlenging'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.3 lid 3',
  },
  {
    van: 'DUO',
    naar: 'college',
    gegevens: ['recht op maatschappelijke begeleiding'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.4 lid 2',
  },
  {
    van: 'DUO',
    naar: 'college',
    gegevens: ['boetes'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.6 lid 5',
  },
  {
    van: 'DUO',
    naar: 'cursusinstelling',
    gegevens: ['examens en afronding'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.2 lid 6',
  },
  {
    van: 'COA',
    naar: 'college',
    gegevens: ['identiteit, gezin en voorinburgering'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.4 lid 3',
  },
  {
    van: 'IND',
    naar: 'DUO',
    gegevens: ['verblijfsdoel en identiteit'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.1 lid 2',
  },
  {
    van: 'DUO',
    naar: 'IND',
    gegevens: ['plicht, vrijstelling en ontheffing', 'examens en afronding'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.7',
  },
  {
    van: 'DUO',
    naar: 'Belastingdienst',
    gegevens: ['plicht, vrijstelling en ontheffing', 'inschrijving bij de cursus'],
    wanneer: 'altijd',
    wet: 'besluit',
    artikel: 'art. 9.8',
  },
  {
    van: 'Belastingdienst',
    naar: 'DUO',
    gegevens: ['inkomen'],
    wanneer: 'op verzoek',
    wet: 'wet',
    artikel: 'art. 34 lid 2',
  },
];
