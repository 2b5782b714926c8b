/** Hoe een voorspelling heet, op het scherm en in een uitgevoerde lijst. */
export const OORDEEL = {
  'te-laat': 'te laat',
  dreigt: 'dreigt te laat',
  'op-schema': 'op schema',
} as const;

/** Waar iemand is op weg naar het PIP. */
export const STAP = {
  intake: 'Intake',
  concept: 'Concept maken',
  afmaken: 'Concept afmaken',
  vaststellen: 'Vaststellen',
} as const;
