/**
 * Kalenderdagen zonder tijd en zonder tijdzone.
 *
 * `Datum` is een ISO-datum (`2026-11-21`) die bestaat in de Gregoriaanse kalender. Gerekend wordt
 * met dagen sinds 1970-01-01, zodat geen tijdzone of zomertijd een termijn kan verschuiven.
 * Binnen het programma zijn perioden halfopen (`begin` telt mee, `eind` niet).
 */
export type Datum = string & { readonly __datum: unique symbol };

const VORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAGEN_PER_400_JAAR = 146_097;
const EPOCH_SINDS_JAAR_0 = 719_468;
const EPOCH_SINDS_JAAR_1 = 719_162;

/** Dagen in maand `maand` (1–12) van `jaar`. */
export function dagenInMaand(jaar: number, maand: number): number {
  if (maand === 2) return isSchrikkeljaar(jaar) ? 29 : 28;
  return [4, 6, 9, 11].includes(maand) ? 30 : 31;
}

function isSchrikkeljaar(jaar: number): boolean {
  return (jaar % 4 === 0 && jaar % 100 !== 0) || jaar % 400 === 0;
}

/** Waar als `waarde` een bestaande datum is in de vorm `jjjj-mm-dd` (jaar 0001–9999). */
export function isDatum(waarde: unknown): waarde is Datum {
  if (typeof waarde !== 'string') return false;
  const delen = VORM.exec(waarde);
  if (!delen) return false;
  const [jaar, maand, dag] = [Number(delen[1]), Number(delen[2]), Number(delen[3])];
  return jaar >= 1 && maand >= 1 && maand <= 12 && dag >= 1 && dag <= dagenInMaand(jaar, maand);
}

/** Maakt een `Datum` van een letterlijke waarde; gooit bij een niet-bestaande datum. */
export function datum(waarde: string): Datum {
  if (!isDatum(waarde)) throw new RangeError('geen bestaande datum in de vorm jjjj-mm-dd');
  return waarde;
}

/** Jaar, maand (1–12) en dag van de maand. */
export function delen(d: Datum): { jaar: number; maand: number; dag: number } {
  return {
    jaar: tweeCijfers(d, 0) * 100 + tweeCijfers(d, 2),
    maand: tweeCijfers(d, 5),
    dag: tweeCijfers(d, 8),
  };
}

const CODE_VAN_0 = 48;

/** De vorm staat vast, dus het getal volgt uit twee tekens; `slice` en `Number` kosten het tienvoudige. */
function tweeCijfers(d: Datum, vanaf: number): number {
  return (d.charCodeAt(vanaf) - CODE_VAN_0) * 10 + d.charCodeAt(vanaf + 1) - CODE_VAN_0;
}

const DAGEN_VOOR_MAAND = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Dagen van 1970-01-01 tot 1 januari van elk jaar dat een `Datum` kan hebben. */
const EERSTE_JANUARI = Array.from({ length: 10_000 }, (_, jaar) => {
  const vorige = jaar - 1;
  const schrikkeldagen =
    Math.floor(vorige / 4) - Math.floor(vorige / 100) + Math.floor(vorige / 400);
  return vorige * 365 + schrikkeldagen - EPOCH_SINDS_JAAR_1;
});

/** Dagen sinds 1970-01-01 (kan negatief zijn). Na het jaar 9999 niets zinnigs, maar wel een getal. */
export function naarEpochDag(d: Datum): number {
  const { jaar, maand, dag } = delen(d);
  const schrikkeldag = maand > 2 && isSchrikkeljaar(jaar) ? 1 : 0;
  return (EERSTE_JANUARI[jaar] ?? 0) + (DAGEN_VOOR_MAAND[maand] ?? 0) + schrikkeldag + dag - 1;
}

/** 31 december 2099. Tot en met die dag wordt elke datum één keer opgeschreven; termijnen vallen vaak op dezelfde. */
const HOOGSTE_BEWAARD = 47_481;
const bewaard = new Array<Datum | undefined>(HOOGSTE_BEWAARD + 1);

/** De datum die `n` dagen na 1970-01-01 ligt. */
export function vanEpochDag(n: number): Datum {
  if (!(n >= 0 && n <= HOOGSTE_BEWAARD)) return schrijfEpochDag(n);
  bewaard[n] ??= schrijfEpochDag(n);
  return bewaard[n];
}

function schrijfEpochDag(n: number): Datum {
  const z = n + EPOCH_SINDS_JAAR_0;
  const tijdperk = Math.floor(z / DAGEN_PER_400_JAAR);
  const doe = z - tijdperk * DAGEN_PER_400_JAAR;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const dag = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const maand = mp + (mp < 10 ? 3 : -9);
  const jaar = yoe + tijdperk * 400 + (maand <= 2 ? 1 : 0);
  return vanDelen(jaar, maand, dag);
}

function vanDelen(jaar: number, maand: number, dag: number): Datum {
  const jjjj = jaar >= 1000 ? jaar : String(jaar).padStart(4, '0');
  return `${jjjj}-${maand < 10 ? '0' : ''}${maand}-${dag < 10 ? '0' : ''}${dag}` as Datum;
}

/** `d` plus `n` kalenderdagen (`n` mag negatief zijn). */
export function plusDagen(d: Datum, n: number): Datum {
  return vanEpochDag(naarEpochDag(d) + n);
}

/** `d` plus `n` weken. */
export function plusWeken(d: Datum, n: number): Datum {
  return plusDagen(d, n * 7);
}

/** `d` plus `n` maanden; bestaat de dag niet, dan de laatste dag van die maand. */
export function plusMaanden(d: Datum, n: number): Datum {
  const { jaar, maand, dag } = delen(d);
  const index = jaar * 12 + (maand - 1) + n;
  const nieuwJaar = Math.floor(index / 12);
  const nieuweMaand = (index % 12) + 1;
  return vanDelen(nieuwJaar, nieuweMaand, Math.min(dag, dagenInMaand(nieuwJaar, nieuweMaand)));
}

/** `d` plus `n` jaar; 29 februari wordt 28 februari in een gewoon jaar. */
export function plusJaren(d: Datum, n: number): Datum {
  return plusMaanden(d, n * 12);
}

/** Aantal dagen van `van` tot `tot` (negatief als `tot` eerder ligt). */
export function dagenTussen(van: Datum, tot: Datum): number {
  return naarEpochDag(tot) - naarEpochDag(van);
}

/** Dag van de week: 1 = maandag … 7 = zondag. */
export function dagVanDeWeek(d: Datum): number {
  return ((((naarEpochDag(d) + 3) % 7) + 7) % 7) + 1;
}

/** De latere van twee datums. */
export function laatste(a: Datum, b: Datum): Datum {
  return a > b ? a : b;
}

/** De vroegere van twee datums. */
export function eerste(a: Datum, b: Datum): Datum {
  return a < b ? a : b;
}
