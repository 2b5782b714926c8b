import { lijdendIn } from './leesbaar/lijdend.ts';
import { lettergrepen, woordenVan, type Zin, zinnenVan } from './leesbaar/tellen.ts';
import { BEKEND, MOEILIJK, WETSWOORDEN } from './leesbaar/woorden.ts';

/** Voor wie de tekst is: eenvoudig (A2) of gewone taal (B1). */
export type Doelniveau = 'A2' | 'B1';

export type Bevindingsoort =
  | 'lange-zin'
  | 'lijdend'
  | 'moeilijk-woord'
  | 'lang-woord'
  | 'afkorting';

/** Iets wat lastig leest, met de plaats in de tekst. */
export type Bevinding = {
  soort: Bevindingsoort;
  van: number;
  tot: number;
  fragment: string;
  /** In een volle zin wat er is en wat kan helpen. */
  uitleg: string;
  /** Een gewoon woord om in de plaats te zetten. */
  alternatief?: string;
};

export type Schatting = 'A2' | 'B1' | 'moeilijker dan B1' | 'te kort';

export type Leescijfers = {
  woorden: number;
  zinnen: number;
  /** Woorden per zin, op één cijfer achter de komma. */
  gemiddeldeZin: number;
  langsteZin: number;
  /** Flesch-Douma: 206,84 − 77 × lettergrepen per woord − 0,93 × woorden per zin. */
  douma: number;
  /** Leesindex A van Brouwer: 195 − 66,7 × lettergrepen per woord − 2 × woorden per zin. */
  leesindex: number;
  schatting: Schatting;
};

export type Leesoordeel = { bevindingen: Bevinding[]; cijfers: Leescijfers };

/** Grenzen per niveau; eigen keuzes, zie docs/decisions/0014-leesbaarheid.md. */
const GRENS: Record<
  Doelniveau,
  { zin: number; gemiddeld: number; woord: number; douma: number; per100: number }
> = {
  A2: { zin: 14, gemiddeld: 9, woord: 13, douma: 75, per100: 2 },
  B1: { zin: 20, gemiddeld: 13, woord: 15, douma: 60, per100: 5 },
};

/** Onder dit aantal woorden zegt een formule niets. */
const TE_KORT = 20;

const rond = (n: number) => Math.round(n * 10) / 10;

function langeZinnen(zinnen: readonly Zin[], grens: number): Bevinding[] {
  return zinnen
    .filter((z) => z.woorden > grens)
    .map((z) => ({
      soort: 'lange-zin',
      van: z.van,
      tot: z.tot,
      fragment: z.tekst,
      uitleg: `Deze zin heeft ${z.woorden} woorden. Maak er twee van, met hoogstens ${grens} woorden elk.`,
    }));
}

function moeilijkeWoorden(tekst: string): Bevinding[] {
  const bezet: [number, number][] = [];
  return MOEILIJK.flatMap(({ patroon, alternatief }) =>
    [...tekst.matchAll(patroon)].flatMap((m): Bevinding[] => {
      const van = m.index;
      const tot = van + m[0].length;
      if (bezet.some(([b, e]) => van < e && tot > b)) return [];
      bezet.push([van, tot]);
      const uitleg = `‘${m[0]}’ is voor veel lezers moeilijk. Gewoner is: ${alternatief}.`;
      return [{ soort: 'moeilijk-woord', van, tot, fragment: m[0], uitleg, alternatief }];
    }),
  );
}

function langeWoorden(tekst: string, grens: number): Bevinding[] {
  return woordenVan(tekst)
    .filter(({ woord }) => /^\p{L}+$/u.test(woord) && woord.length > grens)
    .filter(({ woord }) => !WETSWOORDEN.has(woord.toLowerCase()))
    .map(({ woord, van }) => ({
      soort: 'lang-woord',
      van,
      tot: van + woord.length,
      fragment: woord,
      uitleg: `‘${woord}’ is een lang woord (${woord.length} letters). Kies een korter woord of leg het uit.`,
    }));
}

function afkortingen(tekst: string): Bevinding[] {
  const uitgelegd = new Set([...tekst.matchAll(/\(([A-Z][A-Z0-9]{1,5})\)/gu)].map((m) => m[1]));
  return [...tekst.matchAll(/(?<![\p{L}\p{N}{])[A-Z][A-Z0-9]{1,5}(?![\p{L}\p{N}}])/gu)]
    .filter((m) => !BEKEND.has(m[0]) && !uitgelegd.has(m[0]))
    .map((m) => ({
      soort: 'afkorting',
      van: m.index,
      tot: m.index + m[0].length,
      fragment: m[0],
      uitleg: `‘${m[0]}’ wordt niet uitgelegd. Schrijf het een keer voluit.`,
    }));
}

function cijfersVan(tekst: string, zinnen: readonly Zin[], bevindingen: readonly Bevinding[]) {
  // Een ingevulde naam of datum hoort niet bij de moeilijkheid van de tekst.
  const woorden = woordenVan(tekst).filter(({ woord }) => !woord.startsWith('{'));
  const grepen = woorden.reduce((n, { woord }) => n + lettergrepen(woord), 0);
  const aantal = Math.max(1, zinnen.length);
  const alle = zinnen.reduce((n, z) => n + z.woorden, 0);
  const perWoord = grepen / Math.max(1, woorden.length);
  const perZin = alle / aantal;
  const basis = {
    woorden: alle,
    zinnen: zinnen.length,
    gemiddeldeZin: rond(perZin),
    langsteZin: Math.max(0, ...zinnen.map((z) => z.woorden)),
    douma: rond(206.84 - 77 * perWoord - 0.93 * perZin),
    leesindex: rond(195 - 66.7 * perWoord - 2 * perZin),
  };
  return { ...basis, schatting: schat(basis, bevindingen) };
}

function schat(c: Omit<Leescijfers, 'schatting'>, bevindingen: readonly Bevinding[]): Schatting {
  if (c.woorden < TE_KORT) return 'te kort';
  const lastig = bevindingen.filter((b) => b.soort === 'moeilijk-woord' || b.soort === 'lijdend');
  const per100 = (lastig.length * 100) / c.woorden;
  const past = (niveau: Doelniveau) => {
    const g = GRENS[niveau];
    const kort = c.langsteZin <= g.zin && c.gemiddeldeZin <= g.gemiddeld;
    return kort && c.douma >= g.douma && per100 <= g.per100;
  };
  if (past('A2')) return 'A2';
  return past('B1') ? 'B1' : 'moeilijker dan B1';
}

/**
 * Kijkt een Nederlandse tekst na op wat lastig leest en schat het niveau. De schatting is een hulp bij het schrijven,
 * geen bewijs dat een lezer het begrijpt; zie docs/decisions/0014-leesbaarheid.md.
 * @returns bevindingen op volgorde van plaats, en de cijfers.
 */
export function kijkNa(tekst: string, doel: Doelniveau): Leesoordeel {
  const zinnen = zinnenVan(tekst);
  const bevindingen = [
    ...langeZinnen(zinnen, GRENS[doel].zin),
    ...zinnen.flatMap((z) => lijdendIn(z).map((l) => ({ soort: 'lijdend' as const, ...l }))),
    ...moeilijkeWoorden(tekst),
    ...langeWoorden(tekst, GRENS[doel].woord),
    ...afkortingen(tekst),
  ].sort((a, b) => a.van - b.van || b.tot - a.tot);
  return { bevindingen, cijfers: cijfersVan(tekst, zinnen, bevindingen) };
}
