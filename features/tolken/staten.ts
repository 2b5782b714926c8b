/** Hoe het met de inzet van een tolk staat. */
export type Staat = 'geboekt' | 'gedaan' | 'afgezegd';
export type Handeling = 'uren' | 'corrigeren' | 'verplaatsen' | 'afzeggen';

/** Van, handeling, naar; de voorwaarde staat in de route. Wat hier niet staat, kan niet. */
export const OVERGANGEN: readonly {
  van: Staat;
  handeling: Handeling;
  naar: Staat;
  wie: 'tolk.bewerken';
  voorwaarde: string;
}[] = [
  {
    van: 'geboekt',
    handeling: 'uren',
    naar: 'gedaan',
    wie: 'tolk.bewerken',
    voorwaarde: 'vanaf de dag van de afspraak',
  },
  {
    van: 'gedaan',
    handeling: 'corrigeren',
    naar: 'gedaan',
    wie: 'tolk.bewerken',
    voorwaarde: 'geen',
  },
  {
    van: 'geboekt',
    handeling: 'verplaatsen',
    naar: 'geboekt',
    wie: 'tolk.bewerken',
    voorwaarde: 'de afspraak is verzet en de tolk is dan vrij',
  },
  {
    van: 'geboekt',
    handeling: 'afzeggen',
    naar: 'afgezegd',
    wie: 'tolk.bewerken',
    voorwaarde: 'met een reden',
  },
];

/** De staat na een handeling, of `undefined` als die nu niet kan. */
export const na = (van: Staat, handeling: Handeling): Staat | undefined =>
  OVERGANGEN.find((o) => o.van === van && o.handeling === handeling)?.naar;

/** Wat nu kan. */
export const mogelijk = (van: Staat): Handeling[] =>
  OVERGANGEN.filter((o) => o.van === van).map((o) => o.handeling);
