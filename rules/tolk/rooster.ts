import { type Datum, dagVanDeWeek } from '../shared/datum.ts';
import { minuten } from './tijd.ts';

/** Uren op een vaste dag van de week, half open; dag 1 is maandag. Tijden `uu:mm`. */
export type Blok = { dag: number; van: string; tot: string };

/** Dagen die anders zijn dan de gewone week, half open: `tot` is de eerste dag die weer gewoon is. */
export type Uitzondering = {
  van: Datum;
  tot: Datum;
  /** Onwaar: de tolk kan deze dagen niet. Waar: de tolk kan ook of juist op deze uren. */
  beschikbaar: boolean;
  /** Uren bij `beschikbaar`; weggelaten is de hele dag. */
  uren?: { van: string; tot: string };
};

export type Rooster = { week: readonly Blok[]; uitzonderingen: readonly Uitzondering[] };

/** Minuten na middernacht, half open. */
type Span = { van: number; tot: number };

const HELE_DAG = { van: '00:00', tot: '24:00' };
const alsSpan = ({ van, tot }: { van: string; tot: string }): Span => ({
  van: minuten(van),
  tot: minuten(tot),
});

/** Wat aan elkaar grenst of elkaar overlapt wordt één. */
function verenigd(spans: readonly Span[]): Span[] {
  const uit: Span[] = [];
  for (const s of spans.toSorted((a, b) => a.van - b.van)) {
    const vorige = uit.at(-1);
    if (vorige && s.van <= vorige.tot) vorige.tot = Math.max(vorige.tot, s.tot);
    else uit.push({ ...s });
  }
  return uit;
}

/**
 * De uren waarop een tolk op een dag kan, in minuten na middernacht, half open, in volgorde en zonder overlap.
 * Afwezigheid gaat voor de gewone week; uren die de tolk voor die dag extra opgaf, gaan voor afwezigheid.
 */
export function urenOp(rooster: Rooster, dag: Datum): { van: number; tot: number }[] {
  const vandaag = rooster.uitzonderingen.filter((u) => u.van <= dag && dag < u.tot);
  const extra = vandaag.filter((u) => u.beschikbaar).map((u) => alsSpan(u.uren ?? HELE_DAG));
  const weg = vandaag.some((u) => !u.beschikbaar);
  const gewoon = weg ? [] : rooster.week.filter((b) => b.dag === dagVanDeWeek(dag)).map(alsSpan);
  return verenigd([...gewoon, ...extra].filter((s) => s.tot > s.van));
}

/** Of een afspraak van `tijd`, zoveel minuten lang, helemaal binnen de uren van die dag valt. */
export function pastInRooster(rooster: Rooster, dag: Datum, tijd: string, duur: number): boolean {
  const begin = minuten(tijd);
  return urenOp(rooster, dag).some((s) => s.van <= begin && begin + duur <= s.tot);
}

export type Tolkvorm = 'aanwezig' | 'telefoon' | 'video';

/** Een tijd waarop een tolk bezet is: minuten sinds 1970 UTC, half open. */
export type Bezet = {
  van: number;
  tot: number;
  vorm: Tolkvorm;
  /** Hoelang de tolk naar deze plaats reist. */
  reisMinuten: number;
  /** Leeg als de plaats niet bekend is; dan telt de reis altijd. */
  plaats?: string;
};

const zelfdePlaats = (a: Bezet, b: Bezet) =>
  Boolean(a.plaats) && a.plaats?.trim().toLowerCase() === b.plaats?.trim().toLowerCase();

const reis = (b: Bezet) => (b.vorm === 'aanwezig' ? b.reisMinuten : 0);

/**
 * Hoeveel minuten er tussen twee inzetten moeten zitten: niets op dezelfde plaats of als beide op afstand zijn,
 * anders de langste van de twee reizen. Een afspraak van dit systeem, geen wet.
 */
export function reistijdTussen(a: Bezet, b: Bezet): number {
  if (a.vorm === 'aanwezig' && b.vorm === 'aanwezig' && zelfdePlaats(a, b)) return 0;
  return Math.max(reis(a), reis(b));
}

/** Of een tolk deze twee inzetten niet allebei kan doen, de reis ertussen meegerekend. */
export function botst(a: Bezet, b: Bezet): boolean {
  const ertussen = reistijdTussen(a, b);
  return a.van < b.tot + ertussen && b.van < a.tot + ertussen;
}
