const GEWICHTEN = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** The n-th made-up BSN from 999100000 that passes the 11-proef. */
export function* verzonnenBsns(vanaf = 999_100_000): Generator<string> {
  for (let kandidaat = vanaf; kandidaat < 1_000_000_000; kandidaat += 1) {
    const cijfers = String(kandidaat);
    const som = GEWICHTEN.reduce((s, gewicht, i) => s + gewicht * Number(cijfers[i]), 0);
    if (som % 11 === 0) yield cijfers;
  }
}
