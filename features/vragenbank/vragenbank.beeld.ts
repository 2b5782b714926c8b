import { INTAKE_ONDERDELEN, LEEFGEBIEDEN } from '../../rules/brede-intake/onderdelen.ts';
import { type Datum, datum, plusDagen } from '../../rules/shared/datum.ts';
import type { Vraag } from '../shared/vraag.schema.ts';
import { DOELEN } from './doelen.ts';
import { isOpenOnderdeel, waaromVast } from './keur.ts';
import type { Versie, Vragenbank } from './vragenbank.schema.ts';

type Rij = Omit<Versie, 'staat' | 'totEnMet'>;

/** Een besluit met hoe het ervoor staat, en tot en met welke dag het geldt. */
function metStaat(rij: Rij, rijen: readonly Rij[], vandaag: Datum): Versie {
  const volgende = rijen.find(
    (r) => r.vraagId === rij.vraagId && !r.ingetrokkenOp && r.geldigVanaf > rij.geldigVanaf,
  );
  const totEnMet = volgende ? plusDagen(datum(volgende.geldigVanaf), -1) : null;
  return { ...rij, totEnMet, staat: staatVan(rij, totEnMet, vandaag) };
}

function staatVan(rij: Rij, totEnMet: Datum | null, vandaag: Datum): Versie['staat'] {
  if (rij.ingetrokkenOp) return 'ingetrokken';
  if (rij.geldigVanaf > vandaag) return 'gepland';
  return totEnMet !== null && totEnMet < vandaag ? 'voorbij' : 'geldt';
}

/** Elk besluit en elke intrekking verandert dit getal. */
export const revisieVan = (rijen: readonly { ingetrokkenOp: string | null }[]): number =>
  rijen.length + rijen.filter((r) => r.ingetrokkenOp).length;

/** De vragenbank van een gemeente zoals het scherm haar toont. */
export function bouwVragenbank(bron: {
  gemeente: { id: string; naam: string };
  vandaag: Datum;
  magWijzigen: boolean;
  ingebouwd: readonly Vraag[];
  /** Op dag van ingang. */
  rijen: readonly Rij[];
}): Vragenbank {
  const { ingebouwd, rijen, vandaag, ...rest } = bron;
  return {
    ...rest,
    vandaag,
    leefgebieden: Object.entries(LEEFGEBIEDEN).map(([id, naam]) => ({ id, naam })),
    onderdelen: INTAKE_ONDERDELEN.map((o) => ({
      id: o.id,
      naam: o.naam,
      leefgebied: o.leefgebied,
      eis: o.eis,
      doel: o.doel,
      artikel: o.grondslag.artikel,
      open: isOpenOnderdeel(o.id),
    })),
    doelen: Object.entries(DOELEN).map(([id, d]) => ({ id, ...d })),
    ingebouwd: ingebouwd.map((v) => {
      const vast = waaromVast(v.id);
      return { ...v, ...(vast ? { vast } : {}) };
    }),
    versies: rijen.map((r) => metStaat(r, rijen, vandaag)),
    revisie: revisieVan(rijen),
  };
}
