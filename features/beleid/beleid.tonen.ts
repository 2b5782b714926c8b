import { beleidOp, geldendOp } from '../../rules/beleid/beleid-op.ts';
import { parameterVan, SLEUTELS, type Sleutel } from '../../rules/beleid/parameters.ts';
import { beleidSchema, zelfdeWaarde } from '../../rules/beleid/waarde.ts';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import type { Besluit, BesluitRij, ParameterRegel, Verschillen } from './beleid.schema.ts';

/** Elk besluit en elke intrekking telt: zo valt op dat een ander eerder was. */
export const revisieVan = (rijen: readonly BesluitRij[]): number =>
  rijen.length + rijen.filter((r) => r.ingetrokkenOp).length;

function toonBesluit(rij: BesluitRij, geldend: readonly BesluitRij[]): Besluit {
  const { gemeenteId: _, sleutel: __, ...rest } = rij;
  const erna = rij.ingetrokkenOp
    ? undefined
    : geldend.find((r) => r.geldigVanaf > rij.geldigVanaf)?.geldigVanaf;
  return { ...rest, geldigTotEnMet: erna ? plusDagen(erna, -1) : null };
}

function toonGrens(sleutel: Sleutel): ParameterRegel['grens'] {
  const { tekst, grondslag } = parameterVan(sleutel).grens;
  const { artikel, link, zekerheid, toelichting } = grondslag;
  return { tekst, artikel, link, zekerheid, ...(toelichting ? { toelichting } : {}) };
}

/** Een parameter met wat vandaag geldt, wat is gepland en wat eerder gold. */
export function toonParameter(
  sleutel: Sleutel,
  alle: readonly BesluitRij[],
  vandaag: Datum,
): ParameterRegel {
  const { id, onderwerp, naam, uitleg, werking, veld, standaard } = parameterVan(sleutel);
  const rijen = alle.filter((r) => r.sleutel === sleutel);
  const geldig = rijen.filter((r) => !r.ingetrokkenOp);
  const nu = geldendOp(geldig, vandaag).get(sleutel);
  const gepland = geldig.filter((r) => r.geldigVanaf > vandaag);
  const toon = (r: BesluitRij) => toonBesluit(r, geldig);
  return {
    id,
    sleutel,
    onderwerp,
    naam,
    uitleg,
    werking,
    invoer: beleidSchema(veld),
    standaard,
    grens: toonGrens(sleutel),
    waarde: nu?.waarde ?? standaard,
    geldend: nu ? toon(nu) : null,
    gepland: gepland.map(toon),
    eerder: rijen
      .filter((r) => r !== nu && !gepland.includes(r))
      .map(toon)
      .reverse(),
    revisie: revisieVan(rijen),
  };
}

/** De waarden van de gemeenten naast elkaar. */
export function vergelijk(
  gemeenten: Verschillen['gemeenten'],
  rijen: readonly BesluitRij[],
  vandaag: Datum,
): Verschillen['rijen'] {
  const per = gemeenten.map(({ id }) => {
    const eigen = rijen.filter((r) => r.gemeenteId === id && !r.ingetrokkenOp);
    return { waarden: beleidOp(eigen, vandaag), geldend: geldendOp(eigen, vandaag) };
  });
  return SLEUTELS.map((sleutel) => {
    const waarden = per.map((p) => {
      const rij = p.geldend.get(sleutel);
      return {
        waarde: p.waarden[sleutel],
        eigen: rij !== undefined && rij.waarde !== null,
        sinds: rij?.geldigVanaf ?? null,
      };
    });
    const verschilt = waarden.some((w) => !zelfdeWaarde(w.waarde, waarden[0]?.waarde));
    return { sleutel, verschilt, waarden };
  });
}
