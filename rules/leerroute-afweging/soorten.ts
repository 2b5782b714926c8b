import type { Grondslag, OntbrekendFeit, Reden } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import type { Gegeven } from '../shared/gegeven.ts';
import type { Indeling, Leerroute } from '../stand/feiten.ts';

/** De onderwerpen die bij elke leerroute worden gewogen, in de volgorde van het scherm. */
export const THEMAS = {
  toets: 'Leerbaarheidstoets',
  onderwijs: 'Onderwijs',
  taal: 'Taalniveau',
  schrift: 'Lezen en schrijven',
  wens: 'Eigen wens',
  tijd: 'Tijd in de week',
  aanbod: 'Vrije plaatsen',
  kinderopvang: 'Kinderopvang',
  'eerdere-uren': 'Wat al is gedaan',
  leeftijd: 'Leeftijd',
} as const;
export type Thema = keyof typeof THEMAS;

/** Waar iets wat nog niet is onderzocht wordt ingevuld. */
export type Plek = 'intake' | 'toets' | 'standpunt' | 'week' | 'aanbod' | 'gezin';

/** Eén feit dat bij een leerroute telt, met zijn bron. */
export type Punt = {
  thema: Thema;
  tekst: string;
  bron: string;
  datum?: Datum;
  feitId?: string;
  /** Hoever dit feit draagt: wat het niet zegt. */
  grens?: string;
};

export type NietOnderzocht = { thema: Thema; tekst: string; plek: Plek };

/** Wat de wet van een route vraagt; bij een oordeel wat een mens daarvoor afweegt. */
export type Wetsvraag = { tekst: string; grondslag: Grondslag; wegen?: string[] };

export type RouteBeeld = {
  route: Leerroute;
  wet: Wetsvraag[];
  /** Redenen waarom deze route volgens de wet niet kan, voor zover de feiten dat al zeggen. */
  belet: Reden[];
  /** Oordelen van het college waarvan de wet deze route laat afhangen. */
  oordelen: OntbrekendFeit[];
  voor: Punt[];
  tegen: Punt[];
  /** Telt mee zonder kant: een richtlijn, een voorwaarde, een wens. */
  weegtMee: Punt[];
  nietOnderzocht: NietOnderzocht[];
};

/** Waar toets en onderwijs samen op wijzen; nooit een besluit. */
export type Advies =
  | { richting: Leerroute; tekst: string; twijfel: string[]; grondslag: Grondslag }
  | { richting?: undefined; tekst: string; twijfel: string[]; grondslag: Grondslag };

export type VrijePlaats = { route: Leerroute; instelling: string; plaatsen: number; vanaf?: Datum };

/** Wat van een persoon bekend is om de drie routes te wegen. Elk gegeven kan ontbreken. */
export type AfwegingFeiten = {
  doelgroep?: Indeling;
  toets?: Gegeven<{ resultaat: string; behaald: number; benodigd: number }>;
  /** Ontheffing van de toets (W 14 lid 6), met wat ervoor in de plaats kwam. */
  toetsOntheffing?: Gegeven<{ beoordeeld?: { op: Datum; uitkomst: string } }>;
  opleiding?: Gegeven<string>;
  schooljaren?: Gegeven<number>;
  lerenGing?: Gegeven<string>;
  diplomawaardering?: Gegeven<string>;
  taalniveau?: Gegeven<string>;
  schrift?: Gegeven<string>;
  wens?: Gegeven<{ wens?: Leerroute | 'geen'; woorden: string }>;
  doel?: Gegeven<string>;
  /** Laagste en hoogste leeftijd; gelijk als de geboortedag bekend is. */
  leeftijd?: Gegeven<{ van: number; tot: number }>;
  /** Richtleeftijd van de gemeente voor de onderwijsroute; alleen als zij die heeft. */
  richtleeftijd?: number;
  /** Uren in de week voor les, zelfstudie en meedoen. */
  tijd?: Gegeven<number>;
  /** Uren per week die een route ten minste vraagt om in drie jaar klaar te zijn. */
  urenNodig: Partial<Record<Leerroute, number>>;
  jongKind?: Gegeven<boolean>;
  kinderopvang?: Gegeven<'geregeld' | 'nog-regelen' | 'niet-nodig'>;
  eerdereUren?: Gegeven<number>;
  vrijePlaatsen: readonly Gegeven<VrijePlaats>[];
};
