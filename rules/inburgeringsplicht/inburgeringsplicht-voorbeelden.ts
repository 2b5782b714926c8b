const GEWOON = {
  nationaliteit: 'overige',
  familielidUnieburger: false,
  voldeedElders: false,
  uitgezonderdDoorVerdrag: false,
  plichtigOudeWet: false,
} as const;

/** Gepubliceerde voorbeelden van de regel inburgeringsplicht. */
export const VOORBEELDEN = [
  {
    naam: 'Zestien op de dag van de asielvergunning, en leerplichtig',
    invoer: {
      ...GEWOON,
      geboortedatum: '2008-06-10',
      datumVerblijfsrecht: '2024-06-10',
      verblijfsvergunning: 'asiel bepaalde tijd',
      leerOfKwalificatieplichtig: true,
    },
  },
  {
    naam: 'Een dag te jong',
    invoer: {
      ...GEWOON,
      geboortedatum: '2008-06-10',
      datumVerblijfsrecht: '2024-06-09',
      verblijfsvergunning: 'asiel bepaalde tijd',
    },
  },
  {
    naam: 'Studie is een tijdelijk doel',
    invoer: {
      ...GEWOON,
      geboortedatum: '2000-01-01',
      datumVerblijfsrecht: '2024-06-09',
      verblijfsvergunning: 'regulier bepaalde tijd',
      verblijfsdoel: 'studie',
      geestelijkBedienaar: false,
    },
  },
  {
    naam: 'Turkse met een gezinsvergunning van 31 december 2021',
    invoer: {
      ...GEWOON,
      nationaliteit: 'Turkse',
      geboortedatum: '1990-01-01',
      datumVerblijfsrecht: '2021-12-31',
      verblijfsvergunning: 'regulier bepaalde tijd',
      verblijfsdoel: 'gezin',
    },
  },
  { naam: 'Alleen de geboortedatum is bekend', invoer: { geboortedatum: '1990-01-01' } },
];
