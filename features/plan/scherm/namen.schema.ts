import type { Afspraak, Link, Plan, Punt } from '../plan.schema.ts';

/** Hoe de keuzes van het plan op het scherm heten. */

export const GRONDSLAG: Record<Afspraak['grondslag'], string> = {
  inburgering: 'Wet inburgering',
  participatiewet: 'Participatiewet',
  vrijwillig: 'vrije keuze',
};
export const AFSPRAAK_STAAT: Record<Afspraak['staat'], string> = {
  open: 'open',
  gedaan: 'gedaan',
  vervallen: 'vervallen',
};
export const DOEL_STAAT: Record<Plan['doelen'][number]['staat'], string> = {
  actief: 'hier wordt aan gewerkt',
  bereikt: 'bereikt',
  losgelaten: 'losgelaten',
};
export const FASE: Record<Punt['fase'], string> = {
  azc: 'In het azc',
  'intake-en-pip': 'Intake en PIP',
  leren: 'Leren',
  meedoen: 'Meedoen',
};
export const VORM = {
  driegesprek: 'driegesprek',
  gesprek: 'gesprek met de persoon erbij',
  telefoon: 'telefoon, zonder de persoon',
  schriftelijk: 'schriftelijk',
} as const;
export const WARMTE: Record<Punt['warmte'], string> = {
  eerste: 'eerste aanspreekpunt',
  warm: 'warm overgedragen',
  gepland: 'overdracht gepland',
  koud: 'koud overgedragen',
};
export const LINKSTAAT: Record<Link['staat'], string> = {
  werkt: 'link werkt',
  verlopen: 'link verlopen',
  ingetrokken: 'link ingetrokken',
  geblokkeerd: 'link geblokkeerd: vijf keer een verkeerde code',
  gestopt: 'link gestopt: er wordt niets meer gedeeld',
};
export const DELING_GRONDSLAG = {
  toestemming: 'toestemming',
  'wettelijke-taak': 'wettelijke taak',
} as const;
export const ANTWOORD: Record<string, string> = {
  gedaan: 'gedaan',
  'lukt-niet': 'het lukt niet',
  vraag: 'vraag',
};

/** De naam van een leefgebied. */
export const gebiedNaam = (plan: Plan, id: string): string =>
  plan.leefgebieden.find((g) => g.id === id)?.naam ?? id;
