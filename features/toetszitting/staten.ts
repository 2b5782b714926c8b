/** Hoe het met een zitting van de leerbaarheidstoets staat. */
export type Staat = 'gepland' | 'gehouden' | 'afgelast';
export type Handeling = 'wijzigen' | 'uitnodigen' | 'houden' | 'afgelasten';

/** Van, handeling, naar; de voorwaarde staat in de route. Wat hier niet staat, kan niet. */
export const OVERGANGEN: readonly {
  van: Staat;
  handeling: Handeling;
  naar: Staat;
  wie: 'toets.plannen';
  voorwaarde: string;
}[] = [
  {
    van: 'gepland',
    handeling: 'wijzigen',
    naar: 'gepland',
    wie: 'toets.plannen',
    voorwaarde: 'bij de gemeente die de zitting houdt; nooit minder laptops dan deelnemers',
  },
  {
    van: 'gepland',
    handeling: 'uitnodigen',
    naar: 'gepland',
    wie: 'toets.plannen',
    voorwaarde: 'bij elke gemeente die meedoet; zolang er een laptop vrij is',
  },
  {
    van: 'gepland',
    handeling: 'houden',
    naar: 'gehouden',
    wie: 'toets.plannen',
    voorwaarde: 'vanaf de dag zelf; van iedereen die u ziet is bekend of hij er was',
  },
  {
    van: 'gepland',
    handeling: 'afgelasten',
    naar: 'afgelast',
    wie: 'toets.plannen',
    voorwaarde: 'met een reden; iedereen krijgt bericht',
  },
];

/** De staat na een handeling, of `undefined` als die nu niet kan. */
export const na = (van: Staat, handeling: Handeling): Staat | undefined =>
  OVERGANGEN.find((o) => o.van === van && o.handeling === handeling)?.naar;

/** Wat nu kan. */
export const mogelijk = (van: Staat): Handeling[] =>
  OVERGANGEN.filter((o) => o.van === van).map((o) => o.handeling);
