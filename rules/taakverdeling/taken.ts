/**
 * De taken die de wet het college geeft en die gemeenten onderling of aan anderen verdelen (W 13–17, 22–23;
 * Pw 56a), met beleid en beheer die bij de gemeente horen. Het eindgesprek van de Z-route mag niet aan een
 * derde worden opgedragen (B 3.14); dat bewaakt het mandaat, niet deze lijst.
 */
export const TAKEN = {
  'brede-intake': 'Brede intake en leerbaarheidstoets',
  pip: 'PIP',
  monitoring: 'Monitoring en voortgang',
  pvt: 'Participatieverklaringstraject (PVT)',
  map: 'Module arbeidsmarkt en participatie (MAP)',
  'leerroute-b1': 'B1-route met KNM',
  'leerroute-onderwijs': 'Onderwijsroute met KNM',
  'leerroute-z': 'Z-route met KNM',
  'maatschappelijke-begeleiding': 'Maatschappelijke begeleiding',
  ontzorgen: 'Financieel ontzorgen en zelfredzaamheid',
  'begeleiding-naar-werk': 'Begeleiding naar werk',
  handhaving: 'Handhaving',
  beleid: 'Beleid en verantwoording',
  beheer: 'Beheer van de inrichting',
} as const;

export type Taak = keyof typeof TAKEN;

/** Alle taken in vaste volgorde. */
export const TAAKLIJST = Object.keys(TAKEN) as Taak[];

export const SCHALEN = ['lokaal', 'subregionaal', 'regionaal'] as const;

export type Schaal = (typeof SCHALEN)[number];
