import type { Feit } from '../stand/feiten.ts';
import type { Geldend } from '../stand/geldend.ts';

/** Waar een doel over kan gaan. */
export type Doelonderwerp =
  | 'nederlands-praten'
  | 'brieven-lezen'
  | 'opleiding'
  | 'diploma'
  | 'werk'
  | 'vak'
  | 'eigen-bedrijf'
  | 'opvang'
  | 'school'
  | 'buurt'
  | 'huisarts'
  | 'bewegen'
  | 'geld'
  | 'post'
  | 'digitaal'
  | 'reizen'
  | 'mensen'
  | 'vrijwilliger'
  | 'club'
  | 'rechten';

/** Waarom een doel over dit onderwerp nu voor de hand ligt; `omdat` is de bijzin na 'omdat'. */
export type Aandachtspunt = { onderwerp: Doelonderwerp; omdat: string };

type Waarde = Feit<'intake-antwoord'>['inhoud']['waarde'];
type Toets = { soort: 'is'; een: readonly Waarde[] } | { soort: 'noemt' | 'mist'; optie: string };
/** Een antwoord van de intake dat een aandachtspunt geeft. */
export type Aanwijzing = Aandachtspunt & { vraag: string; toets: Toets };

const is = (...een: Waarde[]): Toets => ({ soort: 'is', een });
const noemt = (optie: string): Toets => ({ soort: 'noemt', optie });
const mist = (optie: string): Toets => ({ soort: 'mist', optie });

const wijst = (
  vraag: string,
  toets: Toets,
  onderwerp: Doelonderwerp,
  omdat: string,
): Aanwijzing => ({ vraag, toets, onderwerp, omdat });

/**
 * Welk antwoord naar welk onderwerp wijst. De brede intake gaat aan het PIP vooraf (Wi2021 art. 14 en 15,
 * https://wetten.overheid.nl/BWBR0044770/2025-10-21); welk antwoord aandacht vraagt is onze keuze ('ontwerp'). Het is een
 * volgorde in een lijst: de persoon kiest zelf, of zegt iets anders. Antwoorden over gezondheid staan er niet bij.
 */
export const AANWIJZINGEN: readonly Aanwijzing[] = [
  wijst(
    'taal-nederlands',
    is('nog niets', 'een paar woorden'),
    'nederlands-praten',
    'het Nederlands nog in het begin is',
  ),
  wijst(
    'netwerk-nederlands',
    is('nog niet'),
    'nederlands-praten',
    'er buiten de les nog geen Nederlands wordt gesproken',
  ),
  wijst('werk-lastig', noemt('de taal'), 'nederlands-praten', 'de taal werken nu lastig maakt'),
  wijst(
    'taal-schrift',
    is('ja, alleen in een ander schrift', 'een beetje', 'nee'),
    'brieven-lezen',
    'lezen en schrijven in ons schrift nog niet goed lukt',
  ),
  wijst(
    'opleiding-hoogste',
    is(
      'basisonderwijs, niet afgemaakt',
      'voortgezet onderwijs, niet afgemaakt',
      'hbo of universiteit, niet afgemaakt',
    ),
    'opleiding',
    'een opleiding niet is afgemaakt',
  ),
  wijst(
    'diplomawaardering',
    is('aangevraagd', 'nog niet, gratis aanvraag besproken'),
    'diploma',
    'het diploma in Nederland nog niet is gewaardeerd',
  ),
  wijst(
    'werk-lastig',
    noemt('diploma niet erkend'),
    'diploma',
    'een diploma dat niet is erkend werken lastig maakt',
  ),
  wijst('werk-nederland', noemt('nog niets'), 'werk', 'er in Nederland nog niet is gewerkt'),
  wijst('werk-jaren', is(0), 'vak', 'er nog geen werkervaring is'),
  wijst(
    'kinderopvang',
    is('nog regelen'),
    'opvang',
    'de opvang tijdens de les nog niet is geregeld',
  ),
  wijst(
    'werk-lastig',
    noemt('opvang voor de kinderen'),
    'opvang',
    'opvang voor de kinderen werken nu lastig maakt',
  ),
  wijst(
    'vve-gebruik',
    is('Het kind gaat nog niet, de ouder wil dat wel.'),
    'school',
    'het kind nog niet naar de voorschool gaat en de ouder dat wel wil',
  ),
  wijst(
    'wonen',
    is('azc of andere opvang', 'bij familie of vrienden', 'tijdelijk'),
    'buurt',
    'er nog geen vaste woning is',
  ),
  wijst('geld-schulden', is(true), 'geld', 'er schulden of onbetaalde rekeningen zijn'),
  wijst('geld-rondkomen', is('net', 'nee'), 'geld', 'rondkomen met het geld net of niet lukt'),
  wijst(
    'zelf-regelen',
    mist('post lezen en beantwoorden'),
    'post',
    'post lezen en beantwoorden nog niet zelf lukt',
  ),
  wijst(
    'digitaal-kunnen',
    is('met hulp', 'nog niet'),
    'digitaal',
    'computer of telefoon nog niet zelf lukt',
  ),
  wijst(
    'vervoer',
    is('nog niet geregeld'),
    'reizen',
    'het vervoer naar de les nog niet is geregeld',
  ),
  wijst('werk-lastig', noemt('vervoer'), 'reizen', 'vervoer werken nu lastig maakt'),
  wijst(
    'zelf-regelen',
    mist('reizen met bus en trein'),
    'reizen',
    'reizen met bus en trein nog niet zelf lukt',
  ),
  wijst('netwerk-mensen', is('nog niemand'), 'mensen', 'er in de buurt nog niemand bekend is'),
  wijst('maatje', is(true), 'mensen', 'de persoon een taalmaatje of buddy wil'),
  wijst(
    'vrijwilligerswerk-wens',
    is('ja'),
    'vrijwilliger',
    'de persoon vrijwilligerswerk wil doen',
  ),
];

/** Leeg of van een andere soort past nooit: wie niets zei, wijst nergens naar. */
function past(toets: Toets, waarde: Waarde): boolean {
  if (toets.soort === 'is') return toets.een.includes(waarde);
  if (!Array.isArray(waarde) || waarde.length === 0) return false;
  return waarde.includes(toets.optie) === (toets.soort === 'noemt');
}

/** De aandachtspunten in de antwoorden die nu gelden, in de volgorde van de onderwerpen. */
export function aandachtInIntake(g: Geldend): Aandachtspunt[] {
  const antwoorden = new Map(
    g
      .perSleutel('intake-antwoord', (i) => `${i.onderdeel}/${i.vraag}`)
      .map(({ inhoud }) => [inhoud.vraag, inhoud.waarde]),
  );
  return AANWIJZINGEN.filter(({ vraag, toets }) => {
    const waarde = antwoorden.get(vraag);
    return waarde !== undefined && past(toets, waarde);
  }).map(({ onderwerp, omdat }) => ({ onderwerp, omdat }));
}

/** Onder dit eigen cijfer vraagt een dimensie aandacht ('ontwerp'). */
const AANDACHT_ONDER = 5.5;

const VAN_DIMENSIE: Readonly<
  Record<string, { naam: string; onderwerpen: readonly Doelonderwerp[] }>
> = {
  lichaam: { naam: 'het lichaam', onderwerpen: ['bewegen'] },
  mentaal: { naam: 'hoofd en gevoel', onderwerpen: ['huisarts'] },
  zingeving: { naam: 'zingeving', onderwerpen: ['vrijwilliger'] },
  kwaliteit: { naam: 'het leven nu', onderwerpen: ['buurt'] },
  meedoen: { naam: 'meedoen', onderwerpen: ['mensen', 'club'] },
  dagelijks: { naam: 'elke dag', onderwerpen: ['post'] },
};

/**
 * De aandachtspunten in de cijfers die de persoon zelf gaf, van 0 tot en met 10 per dimensie; `null` is overgeslagen en
 * zegt niets. Dit zijn gegevens over gezondheid: alleen voor wie de cijfers mag zien.
 */
export function aandachtInCijfers(
  scores: readonly { dimensie: string; score: number | null }[],
): Aandachtspunt[] {
  return scores.flatMap(({ dimensie, score }) => {
    const over = VAN_DIMENSIE[dimensie];
    if (!over || score === null || score >= AANDACHT_ONDER) return [];
    const omdat = `de persoon zelf een ${String(score).replace('.', ',')} gaf voor ${over.naam}`;
    return over.onderwerpen.map((onderwerp) => ({ onderwerp, omdat }));
  });
}
