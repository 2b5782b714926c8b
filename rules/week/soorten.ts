import type { Grondslag, Reden } from '../shared/antwoord.ts';
import type { Datum } from '../shared/datum.ts';
import type { Leerroute } from '../stand/feiten.ts';

/** Uren in een gewone week vanaf een dag; hele uren. */
export type Periode = {
  vanaf: Datum;
  les: number;
  zelfstudie: number;
  werk: number;
  reizen: number;
  zorg: number;
  participatie: number;
  werkIsParticipatie?: boolean;
  mapInWerk?: boolean;
};

/** Wat nodig is om te zien of de week past. Uren zijn hele uren. */
export type WeekFeiten = {
  leerroute: Leerroute;
  asielstatushouder: boolean;
  termijn: { begin: Datum; laatsteDag: Datum };
  /** Eerste dag waarop nog geleerd kan worden; ligt hij vóór het begin van de termijn, dan telt het begin. */
  vanaf: Datum;
  /** Uren les van de route; leeg als die niet vastligt. */
  lesuren?: number;
  pvtUren: number;
  mapUren: number;
  gedaan: { les: number; participatie: number; pvt: number; map: number };
  /** Weken per jaar zonder les. */
  lesvrijeWeken: number;
  /** Lokaal minimum aan lesuren in de week, als dat er is. */
  minimumLes?: number;
  perioden: readonly Periode[];
};

/** Een deel van de route dat uren vraagt. */
export type WeekDeel = {
  id: 'les' | 'participatie';
  naam: string;
  nodig: number;
  gedaan: number;
  teGaan: number;
  /** Uren die de ingevulde weken tot en met de laatste dag opleveren. */
  gepland: number;
  tekort: number;
  /** Hele uren per week om op tijd klaar te zijn; leeg als er geen dag meer is. */
  perWeekNodig?: number;
  klaarOp?: Datum;
  /** Laatste dag om te beginnen met de uren van de eerste ingevulde week; leeg zonder uren. */
  laatsteStart?: Datum;
  past: boolean;
  grondslag: Grondslag;
};

/** Uren die voor meer dan één ding tellen, of juist niet. */
export type Combinatie = {
  code: string;
  telt: boolean;
  tekst: string;
  uren?: number;
  grondslag: Grondslag;
};

export type WeekBeeld = {
  delen: WeekDeel[];
  combinaties: Combinatie[];
  waarschuwingen: Reden[];
  /** Onbekend zolang een deel niet te berekenen is. */
  past: boolean | 'onbekend';
};
