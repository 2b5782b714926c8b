import type { Datum } from '../../../rules/shared/datum.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../../rules/stand/feiten.ts';
import type { Herstel, Onderwerp, Soort } from '../afstemming.schema.ts';

/** Het feit zoals het hier zou staan als DUO wordt gevolgd. */
export type Overname = {
  [S in FeitSoort]: { soort: S; inhoud: FeitInhoud[S]; geldigOp: Datum };
}[FeitSoort];

/** Eén gevonden verschil, met beide kanten in woorden. */
export type Gevonden = {
  onderwerp: Onderwerp;
  kenmerk: string;
  soort: Soort;
  hier: string | null;
  duo: string | null;
  hierFeitId: string | null;
  /** Volgt op wat hier staat; anders verbetert het dat. */
  overname: (Overname & { opvolging: boolean }) | null;
  herstel: Herstel[];
};

/** Hoe twee lijsten van dezelfde soort feiten worden vergeleken. */
export type Vergelijker<S extends FeitSoort> = {
  onderwerp: Onderwerp;
  soort: S;
  /** Waaraan twee gelijksoortige uit elkaar te houden zijn. */
  kenmerk(i: FeitInhoud[S]): string;
  /** Wat gelijk moet zijn. Een veld dat DUO weglaat wordt niet vergeleken, behalve als hier `null` staat. */
  kern(i: FeitInhoud[S]): Record<string, unknown>;
  zin(i: FeitInhoud[S]): string;
  /** Dag waarop het feit geldt; nooit na vandaag. */
  dag(i: FeitInhoud[S], vandaag: Datum): Datum;
  /** Waar als wat DUO heeft volgt op wat hier staat en dat eerder wel gold. */
  volgtOp?(hier: FeitInhoud[S], duo: FeitInhoud[S]): boolean;
  /** Waar als wij dit melden: dan kan DUO het missen en is het opnieuw te sturen. */
  wijMelden?: boolean;
};

const zelfde = (hier: Record<string, unknown>, duo: Record<string, unknown>): boolean =>
  Object.entries(duo).every(
    ([k, v]) => v === undefined || JSON.stringify(hier[k] ?? null) === JSON.stringify(v),
  );

function herstelVan(soort: Soort, wijMelden: boolean, hier?: Feit): Herstel[] {
  if (soort === 'mist-hier') return ['neem-over', 'aanvaard'];
  if (wijMelden) {
    return soort === 'anders'
      ? ['stuur-opnieuw', 'neem-over', 'aanvaard']
      : ['stuur-opnieuw', 'aanvaard'];
  }
  if (soort === 'anders') return ['neem-over', 'aanvaard'];
  return hier?.bron === 'duo' ? ['vervalt', 'aanvaard'] : ['aanvaard'];
}

/** Vergelijkt wat hier geldt met wat DUO heeft, per kenmerk. */
export function vergelijkLijst<S extends FeitSoort>(
  v: Vergelijker<S>,
  hier: readonly Feit<S>[],
  duo: readonly FeitInhoud[S][],
  vandaag: Datum,
): Gevonden[] {
  const onze = new Map(hier.map((f) => [v.kenmerk(f.inhoud as FeitInhoud[S]), f]));
  const hunne = new Map(duo.map((i) => [v.kenmerk(i), i]));
  const kenmerken = [...new Set([...onze.keys(), ...hunne.keys()])].sort();
  return kenmerken.flatMap((kenmerk) => {
    const feit = onze.get(kenmerk);
    const ander = hunne.get(kenmerk);
    const inhoud = feit?.inhoud as FeitInhoud[S] | undefined;
    if (inhoud && ander && zelfde(v.kern(inhoud), v.kern(ander))) return [];
    const soort = soortVan(inhoud, ander);
    return [
      {
        onderwerp: v.onderwerp,
        kenmerk,
        soort,
        hier: inhoud ? v.zin(inhoud) : null,
        duo: ander ? v.zin(ander) : null,
        hierFeitId: feit?.id ?? null,
        overname: ander ? overnameVan(v, feit, ander, vandaag) : null,
        herstel: herstelVan(soort, v.wijMelden ?? false, feit as Feit | undefined),
      },
    ];
  });
}

const soortVan = (hier: unknown, duo: unknown): Soort => {
  if (!hier) return 'mist-hier';
  return duo ? 'anders' : 'mist-bij-duo';
};

/** Wat een ander dan DUO vastlegde wordt opgevolgd, nooit vervangen. */
function overnameVan<S extends FeitSoort>(
  v: Vergelijker<S>,
  feit: Feit<S> | undefined,
  duo: FeitInhoud[S],
  vandaag: Datum,
): Gevonden['overname'] {
  const opvolging =
    feit !== undefined &&
    (feit.bron !== 'duo' || (v.volgtOp?.(feit.inhoud as FeitInhoud[S], duo) ?? false));
  const geldigOp = v.dag(duo, vandaag);
  return { soort: v.soort, inhoud: duo, geldigOp, opvolging } as Gevonden['overname'];
}

/** De dag, of vandaag als hij later of onbekend is. */
export const totVandaag = (d: Datum | undefined, vandaag: Datum): Datum =>
  d && d < vandaag ? d : vandaag;
