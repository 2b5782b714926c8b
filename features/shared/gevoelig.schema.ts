import { type GevoeligSoort, ONSCHULDIG, WOORDGROEPEN } from './gevoelig-woorden.schema.ts';

/** Een woord dat op een bijzonder gegeven wijst, met waar het staat en wat er in plaats daarvan kan. */
export type Gevonden = {
  soort: GevoeligSoort;
  /** Zoals het is getypt. */
  woord: string;
  /** Plaats in de tekst, van en tot. */
  van: number;
  tot: number;
  gevolgen: readonly string[];
};

/** Zo lang als de tekst zelf, zodat een plaats hierin ook een plaats daarin is. */
const plat = (tekst: string) =>
  [...tekst]
    .map((teken) => {
      const kaal = teken.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return kaal.length === teken.length ? kaal : teken;
    })
    .join('')
    .replaceAll('’', "'");

const bron = (woord: string) => woord.replaceAll('_', '\\s+').replaceAll('*', "[a-z'-]*");

function patroon(woorden: readonly string[]): RegExp {
  // Het langste eerst: anders wint het begin van een zinsdeel.
  const delen = [...woorden].sort((a, b) => b.length - a.length).map(bron);
  return new RegExp(`(?<![a-z])(?:${delen.join('|')})(?![a-z])`, 'gu');
}

const losse = (lijst: string) => lijst.split(/\s+/u).filter(Boolean);

const GROEPEN = WOORDGROEPEN.map((g) => {
  const woorden = losse(g.woorden);
  const mild = woorden.filter((w) => w.startsWith('~')).map((w) => w.slice(1));
  return {
    ...g,
    hard: patroon(woorden.filter((w) => !w.startsWith('~'))),
    mild: mild.length > 0 ? patroon(mild) : undefined,
  };
});

const VRIJ = patroon(losse(ONSCHULDIG));

/** De zin gaat over werk of leren: een imam of een gevangenis is dan een beroep of een werkplek. */
const BEROEP =
  /(?<![a-z])(werk(t|te|en|ten|ervaring|gever)?|gewerkt|baan|beroep|opleiding|studie|studeer\w*|gestudeerd|diploma|stage|cursus|vrijwillig\w*|leraar|docent|worden|schoonma\w*|maakt\w*)(?![a-z])/u;
/** De zin gaat over een taal, niet over een volk. */
const TAAL =
  /(?<![a-z])(spreekt?|sprak|taal|talen|tolk|tolken|moedertaal|leest|schrijft|gesprekstaal|dialect|vertal\w*)(?![a-z])/u;

/** Begin en eind van de zin om een plaats; 'max. 3' breekt een zin niet af. */
function zinOm(tekst: string, plaats: number): { van: number; tot: number } {
  let van = 0;
  for (const m of tekst.matchAll(/(?<!\b(?:max|min|bijv|ca|nr|o\.a))[.!?]+(?=\s|$)|[\n;]/gu)) {
    const eind = m.index + m[0].length;
    if (m.index >= plaats) return { van, tot: m[0] === '\n' || m[0] === ';' ? m.index : eind };
    van = eind;
  }
  return { van, tot: tekst.length };
}

const zonderVrij = (kaal: string) => kaal.replace(VRIJ, (deel) => ' '.repeat(deel.length));

function vind(kaal: string): Omit<Gevonden, 'woord'>[] {
  const alles = GROEPEN.flatMap(({ soort, gevolgen, hard, mild }) => {
    const plek = (m: RegExpExecArray) => ({
      soort,
      gevolgen,
      van: m.index,
      tot: m.index + m[0].length,
    });
    const zacht = mild ? [...kaal.matchAll(mild)].map(plek) : [];
    const uitzondering = soort === 'afkomst' ? TAAL : BEROEP;
    return [
      ...[...kaal.matchAll(hard)].map(plek),
      ...zacht.filter(({ van }) => {
        const zin = zinOm(kaal, van);
        return !uitzondering.test(kaal.slice(zin.van, zin.tot));
      }),
    ];
  });
  return alles.sort((a, b) => a.van - b.van || b.tot - a.tot);
}

/**
 * Zoekt woorden die op gezondheid, geloof, afkomst, geaardheid of strafrecht wijzen. Alleen om te waarschuwen: een
 * woord kan ook onschuldig zijn, dus niets wordt tegengehouden.
 * @param bezig de gebruiker typt nog: een woord dat tot het eind loopt is misschien niet af.
 * @returns elk gevonden woord één keer, in volgorde.
 */
export function gevoeligeWoorden(tekst: string, bezig = false): Gevonden[] {
  const gezien = new Set<string>();
  let vrij = 0;
  return vind(zonderVrij(plat(tekst))).flatMap((g) => {
    const woord = tekst.slice(g.van, g.tot);
    const sleutel = woord.toLowerCase();
    const overlapt = g.van < vrij;
    vrij = Math.max(vrij, g.tot);
    if (overlapt || gezien.has(sleutel) || (bezig && g.tot === tekst.length)) return [];
    gezien.add(sleutel);
    return [{ ...g, woord }];
  });
}

/** De waarschuwing bij een open tekst. */
export type Waarschuwing = {
  tekst: string;
  /** Wat er met één klik in plaats van de zin kan komen. */
  gevolgen: readonly string[];
};

const OVER: Record<GevoeligSoort, string> = {
  gezondheid: 'gezondheid',
  geloof: 'geloof',
  afkomst: 'afkomst',
  geaardheid: 'seksualiteit',
  strafrecht: 'strafrecht',
};

const opsomming = (delen: readonly string[]) =>
  delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1)}`;

/** De waarschuwing bij een open tekst, of niets. */
export function waarschuwing(tekst: string, bezig = false): Waarschuwing | undefined {
  const gevonden = gevoeligeWoorden(tekst, bezig);
  if (gevonden.length === 0) return undefined;
  const over = opsomming([...new Set(gevonden.map((g) => OVER[g.soort]))]);
  const woorden = opsomming(gevonden.map((g) => `‘${g.woord}’`));
  const raad = gevonden.some((g) => g.soort === 'gezondheid')
    ? 'Schrijf hier alleen het gevolg op. Wat er aan de hand is, hoort bij Gezondheid.'
    : 'Schrijf alleen op wat voor het plan nodig is: het gevolg, niet de oorzaak.';
  return {
    tekst: `Dit lijkt over ${over} te gaan (${woorden}). ${raad}`,
    gevolgen: [...new Set(gevonden.flatMap((g) => g.gevolgen))].slice(0, 6),
  };
}

const hoofdletter = (t: string) => t.charAt(0).toUpperCase() + t.slice(1);

/**
 * Zet het gevolg op de plaats van de eerste zin met een gevoelig woord waar dit gevolg bij hoort. De andere zinnen
 * blijven staan.
 */
export function metGevolg(tekst: string, gevolg: string): string {
  const eerste = gevoeligeWoorden(tekst).find((g) => g.gevolgen.includes(gevolg));
  if (!eerste) return tekst;
  const { van, tot } = zinOm(plat(tekst), eerste.van);
  const zin = tekst.slice(van, tot);
  const wit = /^\s*/u.exec(zin)?.[0] ?? '';
  const punt = /[.!?]\s*$/u.test(zin) ? '.' : '';
  return `${tekst.slice(0, van)}${wit}${hoofdletter(gevolg)}${punt}${tekst.slice(tot)}`;
}
