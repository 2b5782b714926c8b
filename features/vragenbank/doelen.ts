/** Waarvoor een gemeente in de intake iets mag vragen, met de tekst van de wet waarop dat rust (AVG art. 5 en 6). */
export const DOELEN = {
  leerroute: {
    naam: 'de leerroute en het taalniveau kiezen',
    grondslag: 'Wet inburgering 2021, art. 14 lid 3 en art. 15',
  },
  intensiteit: {
    naam: 'bepalen hoeveel en wanneer iemand les kan volgen',
    grondslag: 'Wet inburgering 2021, art. 15; Besluit inburgering 2021, art. 5.3',
  },
  begeleiding: {
    naam: 'de begeleiding afstemmen op wat iemand zelf kan',
    grondslag: 'Wet inburgering 2021, art. 15; Besluit inburgering 2021, art. 5.2',
  },
  participatie: {
    naam: 'werk, de MAP en meedoen invullen',
    grondslag: 'Wet inburgering 2021, art. 14 lid 3; Besluit inburgering 2021, art. 3.2',
  },
  vve: {
    naam: 'afspraken maken over de voorschool',
    grondslag: 'Wet inburgering 2021, art. 15 lid 2',
  },
  ontzorgen: {
    naam: 'vaste lasten betalen uit de bijstand',
    grondslag: 'Participatiewet, art. 56a',
  },
} as const;

export type Doel = keyof typeof DOELEN;
export const DOELNAMEN = Object.keys(DOELEN) as [Doel, ...Doel[]];
