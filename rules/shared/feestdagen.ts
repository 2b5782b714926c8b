import { type Datum, dagVanDeWeek, datum, delen, plusDagen } from './datum.ts';

export type Feestdag = { datum: Datum; naam: string };

/** Eerste paasdag van `jaar` (Gregoriaanse kalender; rekenwijze van Meeus, Jones en Butcher). */
export function eerstePaasdag(jaar: number): Datum {
  const a = jaar % 19;
  const eeuw = Math.floor(jaar / 100);
  const c = jaar % 100;
  const f = Math.floor((eeuw + 8) / 25);
  const g = Math.floor((eeuw - f + 1) / 3);
  const h = (19 * a + eeuw - Math.floor(eeuw / 4) - g + 15) % 30;
  const l = (32 + 2 * (eeuw % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const som = h + l - 7 * m + 114;
  return opDag(jaar, Math.floor(som / 31), (som % 31) + 1);
}

function opDag(jaar: number, maand: number, dag: number): Datum {
  const vul = (n: number, lengte: number) => String(n).padStart(lengte, '0');
  return datum(`${vul(jaar, 4)}-${vul(maand, 2)}-${vul(dag, 2)}`);
}

/**
 * Koningsdag: 27 april, of 26 april als 27 april een zondag is (Atw art. 3 lid 1).
 * De verschuiving is niet nagezocht, maar 26 april is dan altijd een zaterdag: geen termijn hangt ervan af.
 */
function koningsdag(jaar: number): Feestdag {
  const d = opDag(jaar, 4, 27);
  return dagVanDeWeek(d) === 7
    ? { datum: plusDagen(d, -1), naam: 'Koningsdag' }
    : { datum: d, naam: 'Koningsdag' };
}

const perJaar = new Map<number, Feestdag[]>();
const opDatum = new Map<Datum, Feestdag>();

/**
 * Algemeen erkende feestdagen van `jaar`, op datum.
 * Algemene termijnenwet art. 3 lid 1 en 2 (https://wetten.overheid.nl/BWBR0002448/2010-10-10):
 * 5 mei telt elk jaar; Goede Vrijdag staat gelijk. Dagen die de regering gelijkstelt (lid 3) staan
 * in het beleid als extra vrije dagen.
 */
export function feestdagen(jaar: number): Feestdag[] {
  const bewaard = perJaar.get(jaar);
  if (bewaard) return bewaard;
  const pasen = eerstePaasdag(jaar);
  const vast = (d: Datum, naam: string): Feestdag => ({ datum: d, naam });
  const lijst = [
    vast(opDag(jaar, 1, 1), 'Nieuwjaarsdag'),
    vast(plusDagen(pasen, -2), 'Goede Vrijdag'),
    vast(plusDagen(pasen, 1), 'Tweede Paasdag'),
    koningsdag(jaar),
    vast(opDag(jaar, 5, 5), 'Bevrijdingsdag'),
    vast(plusDagen(pasen, 39), 'Hemelvaartsdag'),
    vast(plusDagen(pasen, 50), 'Tweede Pinksterdag'),
    vast(opDag(jaar, 12, 25), 'Eerste Kerstdag'),
    vast(opDag(jaar, 12, 26), 'Tweede Kerstdag'),
  ].sort((x, y) => x.datum.localeCompare(y.datum));
  perJaar.set(jaar, lijst);
  for (const f of lijst) opDatum.set(f.datum, f);
  return lijst;
}

/** De feestdag op `d`, als die er is. */
export function feestdagOp(d: Datum): Feestdag | undefined {
  const { jaar } = delen(d);
  if (!perJaar.has(jaar)) feestdagen(jaar);
  return opDatum.get(d);
}
