const NIETS = {
  periodenLeerplicht: [],
  diploma: 'geen diploma',
  leerOfKwalificatieplichtig: false,
  volgtVrijstellendeOpleiding: false,
  beroepOpIngeburgerdZijn: false,
  oudeVrijstellingIngeburgerd: false,
};

/** Voorbeelden bij de regel `vrijstelling`. */
export const VRIJSTELLING_VOORBEELDEN = [
  {
    naam: 'Acht jaar leerplichtig in Nederland',
    invoer: { periodenLeerplicht: [{ begin: '2012-09-01', laatsteDag: '2020-08-31' }] },
  },
  {
    naam: 'Een maand te kort, en verder niets',
    invoer: { ...NIETS, periodenLeerplicht: [{ begin: '2012-09-01', laatsteDag: '2020-07-31' }] },
  },
  { naam: 'Nu leerplichtig', invoer: { leerOfKwalificatieplichtig: true } },
  {
    naam: 'Aantoonbaar voldoende ingeburgerd',
    invoer: {
      ...NIETS,
      beroepOpIngeburgerdZijn: true,
      jarenIngezetene: 11,
      jarenWerk: 6,
      gesprekOpB1: true,
      datumAanvraag: '2026-03-02',
    },
  },
  {
    naam: 'Mbo-diploma op niveau 3 van een Nederlandstalige opleiding',
    invoer: { diploma: 'mbo niveau 2, 3 of 4', nederlandstaligeOpleiding: true },
  },
  { naam: 'Nog niets bekend', invoer: {} },
];
