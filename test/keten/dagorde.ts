/** Who a message can be about. */
export type Groep = 'in-traject' | 'zonder-pip' | 'nieuw' | 'verhuist' | 'verhuist-met-pip';

type Regel = {
  id: string;
  groep: Groep;
  keer: number;
  datum?: string;
  keuze?: string;
  verhuist?: true;
  zonderGevolg?: true;
};

/** The messages of one day: sixty, of more than twenty kinds. */
export const DAGORDE: readonly Regel[] = [
  { id: 'SS101', groep: 'nieuw', keer: 8, datum: '2026-11-19' },
  { id: 'SS139', groep: 'nieuw', keer: 5, datum: '2026-11-18' },
  { id: 'SS128', groep: 'nieuw', keer: 1, datum: '2026-11-19' },
  { id: 'SS120', groep: 'verhuist', keer: 3, datum: '2026-11-16', verhuist: true },
  { id: 'SS121', groep: 'verhuist-met-pip', keer: 3, datum: '2026-11-17', verhuist: true },
  { id: 'SS137', groep: 'zonder-pip', keer: 4 },
  { id: 'SS131', groep: 'zonder-pip', keer: 6, datum: '2026-11-12' },
  { id: 'SS139', groep: 'zonder-pip', keer: 2, datum: '2026-09-20' },
  { id: 'SS103', groep: 'in-traject', keer: 3 },
  { id: 'SS104', groep: 'in-traject', keer: 3 },
  { id: 'SS112', groep: 'in-traject', keer: 3, datum: '2026-11-10' },
  { id: 'SS113', groep: 'in-traject', keer: 2, datum: '2026-11-12' },
  { id: 'SS199', groep: 'in-traject', keer: 6, datum: '2026-11-05', keuze: 'Lezen' },
  { id: 'SS117', groep: 'in-traject', keer: 2, datum: '2026-11-11', keuze: 'Spreken' },
  { id: 'SS118', groep: 'in-traject', keer: 1, datum: '2026-11-11' },
  { id: 'SS119', groep: 'in-traject', keer: 1, datum: '2026-11-11', keuze: 'Schrijven' },
  { id: 'SS114', groep: 'in-traject', keer: 1, datum: '2026-11-11' },
  { id: 'SS198', groep: 'in-traject', keer: 1, datum: '2026-11-09', keuze: '340' },
  { id: 'SS127', groep: 'in-traject', keer: 2, zonderGevolg: true },
  { id: 'SS132', groep: 'in-traject', keer: 1, zonderGevolg: true },
  { id: 'SS140', groep: 'in-traject', keer: 1, zonderGevolg: true },
  { id: 'ZZ900', groep: 'in-traject', keer: 1, zonderGevolg: true },
];

/** Each message about another person of its group, in a random order. */
export function gebeurtenissenVan(
  mensen: readonly { bsn: string; groep: Groep }[],
  gemeentecode: string,
  toeval: () => number,
): object[] {
  const vrij = new Map<Groep, string[]>();
  for (const { bsn, groep } of mensen) vrij.set(groep, [...(vrij.get(groep) ?? []), bsn]);
  const alle = DAGORDE.flatMap((r) =>
    Array.from({ length: r.keer }, () => {
      const bsn = vrij.get(r.groep)?.pop();
      if (!bsn) throw new Error(`te weinig mensen voor ${r.id}`);
      const gevolg = {
        ...(r.datum ? { datum: r.datum } : {}),
        ...(r.keuze ? { keuze: r.keuze } : {}),
        ...(r.verhuist ? { gemeentecode } : {}),
      };
      return { bsn, gebeurtenisId: r.id, ...(r.zonderGevolg ? {} : { gevolg }) };
    }),
  );
  for (let i = alle.length - 1; i > 0; i -= 1) {
    const j = Math.floor(toeval() * (i + 1));
    [alle[i], alle[j]] = [
      alle[j] as object as (typeof alle)[number],
      alle[i] as (typeof alle)[number],
    ];
  }
  return alle;
}
