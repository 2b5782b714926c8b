import type { JaarPersoon, JaarRegel } from '../jaar.schema.ts';
import { eigenDeel, type Rij } from './toon.ts';

export type JaarRij = Rij & { doelgroep: string };
/** Planbedrag in hele euro's per gemeente. */
export type Plan = ReadonlyMap<string, { asiel: number; gezin: number }>;

const CENTEN = 100;

function planVan(plan: Plan, gemeenteId: string, doelgroep: string): number | null {
  const bedrag = plan.get(gemeenteId);
  if (!bedrag) return null;
  if (doelgroep === 'asielstatushouder') return bedrag.asiel * CENTEN;
  return doelgroep === 'gezins-en-overige-migrant' ? bedrag.gezin * CENTEN : null;
}

/** De kosten van een jaar per persoon; alle bedragen samen zijn precies de som van de boekingen. */
export function perPersoon(rijen: readonly JaarRij[], plan: Plan): JaarPersoon[] {
  const uit = new Map<string, JaarPersoon>();
  for (const r of rijen) {
    const p = uit.get(r.dossierId) ?? {
      gemeenteId: r.gemeenteId,
      gemeente: r.gemeente,
      dossierId: r.dossierId,
      naam: r.naam,
      doelgroep: r.doelgroep,
      inzetten: 0,
      minuten: 0,
      kostenCent: 0,
      geboektCent: 0,
      planCent: planVan(plan, r.gemeenteId, r.doelgroep),
    };
    if (r.staat !== 'afgezegd') p.inzetten += 1;
    p.minuten += r.minutenEcht ?? 0;
    if (r.staat === 'geboekt') p.geboektCent += eigenDeel(r);
    else p.kostenCent += eigenDeel(r);
    uit.set(r.dossierId, p);
  }
  return [...uit.values()].sort(
    (a, b) =>
      b.kostenCent + b.geboektCent - a.kostenCent - a.geboektCent ||
      a.naam.localeCompare(b.naam, 'nl'),
  );
}

/** Dezelfde kosten per gemeente en doelgroep. */
export function perGemeente(personen: readonly JaarPersoon[]): JaarRegel[] {
  const uit = new Map<string, JaarRegel>();
  for (const p of personen) {
    const sleutel = `${p.gemeenteId} ${p.doelgroep}`;
    const { dossierId: _, naam: _naam, ...rest } = p;
    const r = uit.get(sleutel) ?? {
      ...rest,
      mensen: 0,
      inzetten: 0,
      minuten: 0,
      kostenCent: 0,
      geboektCent: 0,
    };
    r.mensen += 1;
    r.inzetten += p.inzetten;
    r.minuten += p.minuten;
    r.kostenCent += p.kostenCent;
    r.geboektCent += p.geboektCent;
    uit.set(sleutel, r);
  }
  return [...uit.values()].sort(
    (a, b) =>
      a.gemeente.localeCompare(b.gemeente, 'nl') || a.doelgroep.localeCompare(b.doelgroep, 'nl'),
  );
}
