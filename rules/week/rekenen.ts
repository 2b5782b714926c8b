import { type Datum, dagenTussen, eerste, laatste, plusDagen } from '../shared/datum.ts';

const WEKEN_PER_JAAR = 52;
/** Een jaar van 52 weken: zo blijven uren per week gehele dagen keer gehele uren. */
const DAGEN_PER_JAAR = WEKEN_PER_JAAR * 7;

/** Uren in een week vanaf een dag, tot de volgende periode begint. */
export type Ritme = { vanaf: Datum; uren: number };

/** Een aaneengesloten stuk met dezelfde uren; beide dagen tellen mee. */
type Stuk = { van: Datum; tot: Datum; uren: number };

/** De ritmes binnen een venster van dagen, op volgorde; de laatste dag telt mee. */
function stukken(ritmes: readonly Ritme[], van: Datum, totEnMet: Datum): Stuk[] {
  const op = ritmes.toSorted((a, b) => (a.vanaf < b.vanaf ? -1 : 1));
  return op.flatMap((r, i) => {
    const volgende = op[i + 1]?.vanaf;
    const begin = laatste(r.vanaf, van);
    const eind = volgende ? eerste(plusDagen(volgende, -1), totEnMet) : totEnMet;
    return begin <= eind ? [{ van: begin, tot: eind, uren: r.uren }] : [];
  });
}

const dagenIn = (s: Stuk): number => dagenTussen(s.van, s.tot) + 1;
const lesweken = (vrij: number): number => WEKEN_PER_JAAR - vrij;

/**
 * Uren die een week oplevert in een venster, met per jaar `vrij` weken zonder les.
 * @returns hele uren, naar beneden afgerond.
 */
export function urenIn(
  ritmes: readonly Ritme[],
  venster: { van: Datum; totEnMet: Datum },
  vrij: number,
): number {
  const som = stukken(ritmes, venster.van, venster.totEnMet).reduce(
    (n, s) => n + s.uren * dagenIn(s) * lesweken(vrij),
    0,
  );
  return Math.floor(som / DAGEN_PER_JAAR);
}

/** Aantal dagen dat `teGaan` uur duurt bij `uren` per week; undefined als er geen uren zijn. */
export function dagenNodig(teGaan: number, uren: number, vrij: number): number | undefined {
  if (uren <= 0 || lesweken(vrij) <= 0) return undefined;
  return Math.ceil((teGaan * DAGEN_PER_JAAR) / (uren * lesweken(vrij)));
}

/**
 * De eerste dag waarop `teGaan` uur is gehaald.
 * @returns undefined als dat binnen het venster niet lukt.
 */
export function klaarOp(
  teGaan: number,
  ritmes: readonly Ritme[],
  venster: { van: Datum; totEnMet: Datum },
  vrij: number,
): Datum | undefined {
  let rest = teGaan * DAGEN_PER_JAAR;
  for (const s of stukken(ritmes, venster.van, venster.totEnMet)) {
    const perDag = s.uren * lesweken(vrij);
    if (perDag > 0 && rest <= perDag * dagenIn(s)) {
      return plusDagen(s.van, Math.max(0, Math.ceil(rest / perDag) - 1));
    }
    rest -= perDag * dagenIn(s);
  }
  return undefined;
}

/** Hele uren per week om `teGaan` uur in het venster te halen; undefined als er geen dag meer is. */
export function urenPerWeek(
  teGaan: number,
  venster: { van: Datum; totEnMet: Datum },
  vrij: number,
): number | undefined {
  const dagen = dagenTussen(venster.van, venster.totEnMet) + 1;
  if (dagen <= 0 || lesweken(vrij) <= 0) return undefined;
  return Math.ceil((teGaan * DAGEN_PER_JAAR) / (dagen * lesweken(vrij)));
}
