import { woordenVan, type Zin } from './tellen.ts';

type Lijdend = { van: number; tot: number; fragment: string; uitleg: string };

const WORDEN = new Set(['word', 'wordt', 'worden', 'werd', 'werden']);
const ZIJN = new Set(['is', 'zijn', 'ben', 'bent', 'was', 'waren']);

/** Lijkt op een voltooid deelwoord en is het niet. */
const GEEN = new Set(
  `geen geld geeft geven gebied gezin gebeurt gebeuren gelooft geloven gebruiken gelden gemeenten gesprekken gezegden
   genoeg getal gedragen bed beleid bericht berichten besluit besluiten betaalt bestaat beroep bent begint verstand
   verschil verschillen verblijf verlof vertelt vergeet begrijpt begrijpen betalen besteden beginnen vertellen vergeten
   ontmoet ontmoeten vervoer gemiddeld gewoon gezond gerust geluid geduld gewicht gezicht gedicht gebed gemak bedrijf
   bedrijven bewijs bewijzen beter geleden tegen wegen negen zegen regen kregen kregen gelegen herinnert geschikt bekend
   beroemd bereid verplicht bevoegd`
    .split(/\s+/u)
    .filter(Boolean),
);

const STERK = new Set(
  `besproken begrepen begonnen bedongen bevonden bewezen beschreven besloten verboden verloren vergeven verzonden
   vergeleken verleden ontvangen ontnomen ontslagen ontbonden betrokken verwezen vernomen voorgelezen onderwezen
   onderzocht herzien`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Of een woord een voltooid deelwoord lijkt: 'vastgesteld', 'opgeroepen', 'betaald'. */
function isDeelwoord(woord: string): boolean {
  const w = woord.toLowerCase();
  if (GEEN.has(w)) return false;
  if (STERK.has(w)) return true;
  if (/^(?:\p{L}{2,8})?ge\p{L}{2,}(?:d|t|en)$/u.test(w)) return true;
  return /^(?:be|ver|ont|her)\p{L}{3,}(?:d|t)$/u.test(w);
}

/**
 * Zinnen in de lijdende vorm: worden met een voltooid deelwoord, of zijn met een deelwoord en ‘door’. Zonder ‘door’ is
 * ‘is gekomen’ gewone verleden tijd.
 */
export function lijdendIn(zin: Zin): Lijdend[] {
  const woorden = woordenVan(zin.tekst);
  const klein = woorden.map(({ woord }) => woord.toLowerCase());
  const worden = klein.findIndex((w) => WORDEN.has(w));
  const hulp =
    worden >= 0 ? worden : klein.includes('door') ? klein.findIndex((w) => ZIJN.has(w)) : -1;
  if (hulp < 0) return [];
  const deelwoord = woorden.find(({ woord }, i) => i !== hulp && isDeelwoord(woord));
  const eerste = woorden[hulp];
  if (!deelwoord || !eerste) return [];
  const van = Math.min(eerste.van, deelwoord.van);
  const tot = Math.max(eerste.van + eerste.woord.length, deelwoord.van + deelwoord.woord.length);
  return [
    {
      van: zin.van + van,
      tot: zin.van + tot,
      fragment: zin.tekst.slice(van, tot),
      uitleg: `‘${eerste.woord} … ${deelwoord.woord}’ zegt niet wie het doet. Schrijf wie: ‘wij …’ of ‘u …’.`,
    },
  ];
}
