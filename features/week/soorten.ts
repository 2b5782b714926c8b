/** Waar een week uit bestaat, in de volgorde van de balk. */
export const SOORTEN = ['les', 'zelfstudie', 'participatie', 'werk', 'reizen', 'zorg'] as const;
export type Soort = (typeof SOORTEN)[number];

export const SOORTNAAM: Record<Soort, string> = {
  les: 'Les',
  zelfstudie: 'Zelf leren',
  participatie: 'Meedoen',
  werk: 'Werk',
  reizen: 'Reizen',
  zorg: 'Zorg voor een ander',
};

/** Zoveel uur telt een week. */
export const UREN_IN_WEEK = 168;
