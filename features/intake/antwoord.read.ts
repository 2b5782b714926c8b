import { inWoorden, type Waarde } from './vraag.ts';
import { vindVraag } from './vragen/vragenlijst.ts';

/** Hoe een antwoord in de tijdlijn heet: kort genoeg voor een regel, lang genoeg om alleen te staan. */
const KORT: Readonly<Record<string, string>> = {
  'opleiding-hoogste': 'Hoogste opleiding',
  'opleiding-jaren': 'Jaren naar school',
  'opleiding-richting': 'Land en richting van de opleiding',
  'opleiding-leren-ging': 'Leren op school ging',
  'diploma-papieren': 'Diploma’s of cijferlijsten',
  diplomawaardering: 'Diploma in Nederland gewaardeerd',
  'taal-nederlands': 'Nederlands spreken en begrijpen',
  'taal-waarop': 'Waarop dit taalniveau rust',
  'taal-schrift': 'Lezen en schrijven',
  'taal-eerdere-uren': 'Eerdere lessen Nederlands',
  'motivatie-doel': 'Doel over drie jaar',
  'motivatie-leren': 'Leert het liefst',
  'werk-herkomst': 'Werk in het land van herkomst',
  'werk-jaren': 'Jaren gewerkt',
  'werk-nederland': 'Al gedaan in Nederland',
  'werk-wens': 'Gewenst werk',
  'werk-uren': 'Tijd voor werken of meedoen naast de lessen',
  'werk-lastig': 'Wat werken nu lastig maakt',
  werknemersvaardigheden: 'Gaat op het werk goed af',
  'praktisch-kunnen': 'Kan goed in de praktijk',
  rijbewijs: 'Rijbewijs',
  'gezin-samen': 'Woont',
  'jong-kind': 'Kind van 0 tot en met 5 jaar',
  kinderopvang: 'Opvang voor het kind tijdens de les',
  nareis: 'Er komen nog gezinsleden naar Nederland',
  wonen: 'Woonsituatie',
  'zorg-uren': 'Zorg voor iemand anders',
  'vve-gebruik': 'Voorschool',
  'vve-afspraken': 'Afspraken over de voorschool',
  'zelf-regelen': 'Regelt zelf',
  'zelf-hulp': 'Hulp als iets niet lukt',
  'geld-rondkomen': 'Komt rond met het geld',
  'geld-schulden': 'Schulden of onbetaalde rekeningen',
  vervoer: 'Naar de les',
  'digitaal-apparaat': 'Kan gebruiken',
  'digitaal-internet': 'Internet thuis',
  'digitaal-kunnen': 'Werken met computer of telefoon',
  'digitaal-post': 'Brieven ontvangen',
  'netwerk-mensen': 'Kent mensen in de buurt',
  'netwerk-nederlands': 'Spreekt buiten de les Nederlands',
  'vrije-tijd': 'Vrije tijd',
  'vrijwilligerswerk-wens': 'Wil vrijwilligerswerk doen',
  maatje: 'Wil een taalmaatje of buddy',
  verslag: 'Uitkomst van de intake',
};

/**
 * Een antwoord van de brede intake als korte regel: 'Kind van 0 tot en met 5 jaar: nee'.
 * @returns undefined bij een vraag die niet (meer) in de lijst staat.
 */
export function antwoordInWoorden(vraagId: string, waarde: Waarde): string | undefined {
  const vraag = vindVraag(vraagId);
  if (!vraag) return undefined;
  const leeg = waarde === '' || (Array.isArray(waarde) && waarde.length === 0);
  const eenheid = typeof waarde === 'number' && vraag.bereik ? ` ${vraag.bereik.eenheid}` : '';
  const tekst = leeg ? 'leeggemaakt' : `${inWoorden(waarde)}${eenheid}`;
  return `${KORT[vraagId] ?? vraag.vraag.replace(/\?$/, '')}: ${tekst}`;
}
