import type { Uitkomst } from '../coa.schema.ts';

type Toon = 'late' | 'near' | 'met' | 'neutral';

/** Hoe een uitkomst heet, voor het opnemen en erna. */
export const UITKOMST: Record<Uitkomst, { straks: string; daarna: string; toon: Toon }> = {
  'nieuw-dossier': { straks: 'nieuw dossier', daarna: 'dossier geopend', toon: 'met' },
  aangevuld: { straks: 'wordt aangevuld', daarna: 'aangevuld', toon: 'met' },
  'niets-nieuws': { straks: 'niets nieuws', daarna: 'niets nieuws', toon: 'neutral' },
  kiezen: { straks: 'kies wie het is', daarna: 'niet opgenomen: niet gekozen', toon: 'near' },
  overgeslagen: { straks: 'overslaan', daarna: 'overgeslagen', toon: 'neutral' },
  tegenstrijdig: { straks: 'nummers kloppen niet', daarna: 'niet opgenomen', toon: 'late' },
  onleesbaar: { straks: 'niet te lezen', daarna: 'niet opgenomen', toon: 'late' },
  mislukt: { straks: 'mislukt', daarna: 'mislukt', toon: 'late' },
};

/** '3 nieuwe dossiers, 1 aangevuld, 2 niet opgenomen'. */
export function samenvatting(rijen: readonly { uitkomst: Uitkomst }[]): string {
  const tel = (...u: Uitkomst[]) => rijen.filter((r) => u.includes(r.uitkomst)).length;
  const nieuw = tel('nieuw-dossier');
  const delen: [number, string][] = [
    [nieuw, nieuw === 1 ? 'nieuw dossier' : 'nieuwe dossiers'],
    [tel('aangevuld'), 'aangevuld'],
    [tel('niets-nieuws'), 'zonder nieuws'],
    [tel('kiezen'), 'te kiezen'],
    [tel('overgeslagen'), 'overgeslagen'],
    [tel('tegenstrijdig', 'onleesbaar', 'mislukt'), 'niet op te nemen'],
  ];
  return delen
    .filter(([aantal]) => aantal > 0)
    .map(([aantal, wat]) => `${aantal} ${wat}`)
    .join(', ');
}

/** 'tweede helft van 2026'. */
export const halfjaar = (jaar: number, helft: number): string =>
  `${helft === 1 ? 'eerste' : 'tweede'} helft van ${jaar}`;

/** 'Rij 4, Geboortedatum (kolom D)', of alleen 'Rij 4' als het om de hele rij gaat. */
export const waar = (rij: number, plek: string): string =>
  plek === 'rij' ? `Rij ${rij}` : `Rij ${rij}, ${plek}`;
