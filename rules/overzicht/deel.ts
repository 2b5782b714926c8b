/** Een deel van de wet met zijn onderwerpen, op volgorde; het nummer is de plaats in de lijst. */
export type Deel = { letter: string; naam: string; onderwerpen: readonly string[] };
