const ZONDER_OORDEEL = {
  doelgroep: 'Gezinsmigrant en overige migrant',
  bijstandVerlaagd: false,
  datumConstatering: '2025-03-10',
  onvoldoendeMeegewerkt: true,
  soortTermijn: 'eerste of verlengde termijn',
  eerdereBoetes: [],
};
const GEWOON = { ...ZONDER_OORDEEL, verwijtbaarheid: 'geen opzet of grove schuld' };

const eerder = (maand: string, bedrag: number, onherroepelijk = true) => ({
  artikel: '23',
  dagtekeningBoetebeschikking: `${maand}-20`,
  datumConstatering: `${maand}-01`,
  bedrag,
  onherroepelijk,
});

/** Zaken die met hun antwoord worden gepubliceerd. */
export const BOETE_PIP_VOORBEELDEN = [
  { naam: 'Eerste keer, geen opzet of grove schuld', invoer: GEWOON },
  {
    naam: 'Vijfde keer in twaalf maanden, met opzet',
    invoer: {
      ...GEWOON,
      verwijtbaarheid: 'opzet',
      eerdereBoetes: [
        eerder('2024-04', 5_000),
        eerder('2024-06', 10_000),
        eerder('2024-08', 20_000),
        eerder('2024-10', 40_000),
      ],
    },
  },
  {
    naam: 'De vorige boete is nog in bezwaar',
    invoer: {
      ...GEWOON,
      verwijtbaarheid: 'opzet',
      eerdereBoetes: [eerder('2025-01', 5_000, false)],
    },
  },
  {
    naam: 'Van de grens aan het totaal is nog € 100 over',
    invoer: {
      ...GEWOON,
      verwijtbaarheid: 'opzet',
      eerdereBoetes: [
        eerder('2024-04', 80_000),
        eerder('2024-06', 80_000),
        eerder('2024-08', 70_000),
      ],
    },
  },
  {
    naam: 'Asielstatushouder die zich inspande: de toets voldoet niet',
    invoer: { ...GEWOON, doelgroep: 'Asielstatushouder', vluchtelingtoetsVoldoet: false },
  },
  {
    naam: 'De verwijtbaarheid is nog niet beoordeeld',
    invoer: ZONDER_OORDEEL,
  },
];
