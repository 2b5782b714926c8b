// Stuurtekens die de leesrichting omdraaien laten een tekst iets anders tonen dan er staat.
const STUURTEKEN = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Waar als de tekst alleen tekens heeft die een lezer ziet; regeleinden en tabs mogen. */
export const zonderStuurteken = (t: string): boolean => !STUURTEKEN.test(t.replace(/[\n\t]/gu, ''));

/** Waar als de tekst op één regel past. */
export const opEenRegel = (t: string): boolean => !/[\n\t]/u.test(t);
