import type { Geldend } from '../../rules/stand/geldend.ts';
import { gevoeligeWoorden } from '../shared/gevoelig.schema.ts';
import { inWoorden, keurWaarde, type Vraag, type Waarde } from '../shared/vraag.schema.ts';
import { VRAGEN, vindGezondheidsvraag, vindVraag } from './vragen/vragenlijst.ts';

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

/** De vragen die Meedoen zelf stelt, zonder die over gezondheid. */
export const ingebouwdeVragen = (): readonly Vraag[] => VRAGEN;

/**
 * Een antwoord van de brede intake als korte regel: 'Kind van 0 tot en met 5 jaar: nee'.
 * @param gesteld de vraag in de woorden van toen, als de gemeente die koos.
 * @returns undefined bij een vraag die niet (meer) in de lijst staat.
 */
export function antwoordInWoorden(
  vraagId: string,
  waarde: Waarde,
  gesteld?: string,
): string | undefined {
  const vraag = vindVraag(vraagId);
  if (!vraag && gesteld === undefined) return undefined;
  const leeg = waarde === '' || (Array.isArray(waarde) && waarde.length === 0);
  const eenheid = typeof waarde === 'number' && vraag?.bereik ? ` ${vraag.bereik.eenheid}` : '';
  const tekst = leeg ? 'leeggemaakt' : `${inWoorden(waarde)}${eenheid}`;
  const naam = gesteld ?? KORT[vraagId] ?? vraag?.vraag ?? '';
  return `${naam.replace(/\?$/, '')}: ${tekst}`;
}

/** Alle antwoorden van de intake die nu gelden, elk als korte regel; gezondheid staat apart en komt hier nooit. */
export const antwoordzinnen = (g: Geldend): string[] =>
  g
    .perSleutel('intake-antwoord', (i) => `${i.onderdeel}/${i.vraag}`)
    .flatMap(({ inhoud: i }) => antwoordInWoorden(i.vraag, i.waarde, i.gesteld) ?? []);

/** Een vraag van de intake zoals een ander formulier haar kan laten invullen. */
export type Overdrachtsvraag = Pick<
  Vraag,
  'id' | 'onderdeel' | 'vraag' | 'type' | 'opties' | 'bereik'
>;

export type Overgedragen =
  | { waarde: Waarde; onderdeel: string }
  /** Niet te gebruiken; `fout` is een zin voor de gebruiker, zonder de waarde zelf. */
  | { fout: string };

const JA_NEE: Record<string, boolean> = { ja: true, nee: false };

const zelfde = (a: string, b: string) =>
  a.trim().toLowerCase().replace(/[’‘]/g, "'") === b.trim().toLowerCase().replace(/[’‘]/g, "'");

/** De vraag met dit id, ook als zij over gezondheid gaat. */
export function overdrachtsvraag(id: string): Overdrachtsvraag | undefined {
  return vindVraag(id) ?? vindGezondheidsvraag(id);
}

/** Wat in een cel staat als waarde van de vraag: 'Ja' wordt waar, 'a; b' een lijst, een keuze krijgt haar schrijfwijze. */
function vertaal(vraag: Vraag, ruw: unknown): unknown {
  const optie = (t: string) => vraag.opties?.find((o) => zelfde(o, t)) ?? t;
  if (vraag.type === 'getal' && typeof ruw === 'string' && /^\s*\d{1,6}\s*$/.test(ruw))
    return Number(ruw);
  if ((vraag.type === 'tekst' || vraag.type === 'lange-tekst') && typeof ruw === 'number')
    return String(ruw);
  if (vraag.type === 'meerkeuze' && typeof ruw === 'string') return ruw.split(';').map(optie);
  if (typeof ruw !== 'string') return ruw;
  if (vraag.type === 'keuze') return optie(ruw);
  if (vraag.type === 'ja-nee') return JA_NEE[ruw.trim().toLowerCase()] ?? ruw;
  return ruw;
}

function keur(vraag: Vraag | undefined, ruw: unknown): Overgedragen {
  if (!vraag) return { fout: 'Deze vraag staat niet in de intake.' };
  const uit = keurWaarde(vraag, vertaal(vraag, ruw));
  if ('fout' in uit) {
    const keuzes = vraag.opties ? ` Mogelijk: ${vraag.opties.join('; ')}.` : '';
    return { fout: `${uit.fout}${keuzes}` };
  }
  if (uit.waarde === null) return { fout: 'Hier staat niets.' };
  return { waarde: uit.waarde, onderdeel: vraag.onderdeel };
}

/**
 * Keurt een antwoord dat een ander aanlevert. Tekst over gezondheid, geloof of strafrecht hoort niet in een gewoon
 * antwoord en wordt geweigerd.
 */
export function keurOverdracht(vraagId: string, ruw: unknown): Overgedragen {
  const vraag = vindVraag(vraagId);
  const uit = keur(vraag, ruw);
  if ('fout' in uit || typeof uit.waarde !== 'string' || vraag?.opties) return uit;
  const [gevoelig] = gevoeligeWoorden(uit.waarde);
  if (!gevoelig) return uit;
  return {
    fout: `Dit lijkt over ${gevoelig.soort} te gaan en is daarom niet overgenomen. Bespreek het in het gesprek.`,
  };
}

/** Keurt een antwoord over gezondheid; dat gaat naar de bijzondere gegevens, nooit naar een feit. */
export function keurGezondheid(vraagId: string, ruw: unknown): Overgedragen {
  return keur(vindGezondheidsvraag(vraagId), ruw);
}
