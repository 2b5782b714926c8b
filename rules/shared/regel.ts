import type {
  Berekening,
  GebruiktFeit,
  Grondslag,
  OntbrekendFeit,
  Oordeel,
  Uitleg,
} from './antwoord.ts';
import type { Datum } from './datum.ts';
import type { Gegeven } from './gegeven.ts';
import { type InvoerFout, leesInvoer } from './invoer.ts';
import { inEuro, inWoorden } from './tekst.ts';
import type { Invoer, Veld, Velden } from './velden.ts';

/** Wat een regel kan antwoorden. */
export type Antwoord = Oordeel | Berekening<unknown>;

/** Een antwoord zonder functies, met of zonder uitleg: wat het scherm, de API en de opdracht tonen. */
export type GetoondAntwoord = {
  uitkomst: Antwoord['uitkomst'];
  waarde?: unknown;
  redenen?: Extract<Oordeel, { redenen: unknown }>['redenen'];
  ontbreekt?: OntbrekendFeit[];
  uitleg?: Uitleg;
};

export type Vindplaats = { bestand: string; test: string; api?: string[]; schermen?: string[] };

type Kaart = {
  /** Blijvend, kebab-case: 'pip-termijn'. */
  id: string;
  titel: string;
  /** Vraag in gewone woorden, zoals een klantmanager haar stelt. */
  vraag: string;
  /** Wat de regel zegt, in gewone zinnen; alinea's gescheiden door een lege regel. */
  beschrijving: string;
  /** Rijen van het wetsoverzicht die deze regel uitvoert (`rules/overzicht/wetsrijen.ts`). */
  rijen: readonly string[];
  /** De artikelen, met per versie vanaf welke dag zij geldt. */
  artikelen: readonly Grondslag[];
  /** Welke datum bepaalt met welke versie wordt gerekend, in een zin. */
  versieVolgt: string;
  /** Wat `waarde` bevat als de regel een waarde berekent. */
  waarde?: Velden;
  vindplaats: Vindplaats;
};

/** Een regel zoals iedereen haar kan lezen en stellen. */
export type Regel = Kaart & {
  velden: Velden;
  voorbeelden: readonly { naam: string; invoer: Record<string, unknown> }[];
  /** Beantwoordt aangeleverde feiten, of geeft alle fouten in de invoer. Gooit niet. */
  beantwoord(ruw: unknown): { antwoord: Antwoord } | { fouten: InvoerFout[] };
};

/** Legt een regel vast; `bepaal` krijgt alleen feiten die door `velden` zijn gekeurd. */
export function maakRegel<V extends Velden>(
  regel: Kaart & {
    velden: V;
    voorbeelden: readonly { naam: string; invoer: { [K in keyof Invoer<V>]?: unknown } }[];
    bepaal(invoer: Invoer<V>): Antwoord;
  },
): Regel {
  const { bepaal, ...kaart } = regel;
  return {
    ...kaart,
    beantwoord(ruw) {
      const gelezen = leesInvoer(regel.velden, ruw);
      if ('fouten' in gelezen) return gelezen;
      return { antwoord: bepaal(gelezen.invoer as Invoer<V>) };
    },
  };
}

/** Zet een antwoord om in gewone gegevens. */
export function toon(antwoord: Antwoord, metUitleg = true): GetoondAntwoord {
  const { uitleg, ...rest } = antwoord;
  return metUitleg ? { ...rest, uitleg: uitleg() } : rest;
}

/** Waar een waarde vandaan komt, per veld; zonder herkomst is zij ingevoerd. */
export type Herkomst = { readonly [veld: string]: Omit<Gegeven<unknown>, 'waarde'> | undefined };

/**
 * Haalt feiten aan in een uitleg: elk veld dat er is, met naam, waarde in woorden en herkomst.
 */
export function aangehaaldeFeiten<V extends Velden>(
  velden: V,
  invoer: Invoer<V>,
  namen: readonly (keyof V & string)[] = Object.keys(velden),
  herkomst: Herkomst = {},
): GebruiktFeit[] {
  return namen.flatMap((naam) => {
    const veld = velden[naam];
    const waarde = invoer[naam];
    if (!veld || waarde === undefined) return [];
    const van = herkomst[naam] ?? { bron: 'ingevoerd' };
    return [{ naam: veld.naam, waarde: veldInWoorden(veld, waarde), ...van }];
  });
}

function veldInWoorden(veld: Veld, waarde: unknown): string {
  switch (veld.soort) {
    case 'datum':
      return inWoorden(waarde as Datum);
    case 'bedrag':
      return inEuro(waarde as number);
    case 'ja-nee':
      return waarde ? 'ja' : 'nee';
    case 'getal':
      return `${String(waarde).replace('.', ',')}${veld.eenheid ? ` ${veld.eenheid}` : ''}`;
    case 'keuze':
      return String(waarde);
    case 'lijst':
      return `${(waarde as unknown[]).length}`;
    case 'groep':
      return 'ingevuld';
  }
}

/**
 * Kijkt of de genoemde feiten er zijn.
 * @returns de feiten zelf, of welke ontbreken, met wat een mens moet wegen als het een oordeel is
 */
export function vereis<V extends Velden, N extends keyof V & string>(
  velden: V,
  invoer: Invoer<V>,
  namen: readonly N[],
): { f: { [K in N]-?: NonNullable<Invoer<V>[K]> } } | { ontbreekt: OntbrekendFeit[] } {
  const ontbreekt = namen.flatMap((naam) =>
    invoer[naam] === undefined ? [ontbrekendFeit(velden, naam)] : [],
  );
  if (ontbreekt.length > 0) return { ontbreekt };
  return { f: invoer as { [K in N]-?: NonNullable<Invoer<V>[K]> } };
}

/** Het ontbrekende feit van één veld. */
export function ontbrekendFeit<V extends Velden>(
  velden: V,
  naam: keyof V & string,
): OntbrekendFeit {
  const veld = velden[naam] as Veld;
  const wegen = 'wegen' in veld && veld.wegen ? { wegen: veld.wegen } : {};
  return { feit: naam, tekst: `Nog niet bekend: ${veld.naam}.`, ...wegen };
}

/** Het antwoord als er feiten ontbreken. */
export function onbekend(titel: string, ontbreekt: OntbrekendFeit[], grondslag?: Grondslag) {
  return {
    uitkomst: 'onbekend' as const,
    ontbreekt,
    uitleg: (): Uitleg => ({
      titel,
      uitkomst: 'nog niet te bepalen',
      ...(grondslag ? { grondslag } : {}),
      stappen: ontbreekt.map((o) => ({
        titel: o.tekst,
        ...(o.wegen ? { stappen: o.wegen.map((w) => ({ titel: w })) } : {}),
      })),
    }),
  };
}
