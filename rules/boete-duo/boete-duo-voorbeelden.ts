const BASIS = {
  doelgroep: 'Asielstatushouder',
  vluchtelingtoetsVoldoet: true,
  bijstandVerlaagd: false,
  laatsteDagTermijn: '2025-06-30',
  leerrouteBehaald: false,
  verblijfNietVerlengdOfIngetrokken: false,
  verwijtbaar: true,
};

/** Zaken die met hun antwoord worden gepubliceerd. */
export const BOETE_DUO_LEERROUTE_VOORBEELDEN = [
  {
    naam: 'B1-route, asielstatushouder: 55 procent gevolgd, één onderdeel behaald',
    invoer: {
      ...BASIS,
      leerroute: 'B',
      cursusuren: 330,
      geschatteIntensiteitB1Route: 600,
      examenpogingen: 'niet alle onderdelen geprobeerd',
      behaaldeOnderdelen: 1,
    },
  },
  {
    naam: 'Z-route, asielstatushouder: 700 cursusuren en 250 uur participatie',
    invoer: { ...BASIS, leerroute: 'Z', cursusuren: 700, participatieuren: 250 },
  },
  {
    naam: 'Asielstatushouder die zich inspande: de toets voldoet niet',
    invoer: { ...BASIS, leerroute: 'B', vluchtelingtoetsVoldoet: false },
  },
  {
    naam: 'Verblijfsvergunning ingetrokken',
    invoer: { ...BASIS, leerroute: 'O', verblijfNietVerlengdOfIngetrokken: true },
  },
  {
    naam: 'Gezinsmigrant in de B1-route, de uren zijn onbekend',
    invoer: {
      ...BASIS,
      doelgroep: 'Gezinsmigrant en overige migrant',
      leerroute: 'B',
      examenpogingen: 'alle onderdelen een keer geprobeerd',
      behaaldeOnderdelen: 2,
    },
  },
];
