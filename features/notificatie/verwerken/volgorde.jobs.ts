import type { Datum } from '../../../rules/shared/datum.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { GEBEURTENISSEN, type Gebeurtenis } from '../gebeurtenissen.ts';
import { huidig } from './verschil.jobs.ts';

type Later = { gebeurtenisId: string; geregistreerdOp: string };

const plichtVan = (id: string) => GEBEURTENISSEN[id]?.plicht;

/** De latere meldingen die iets anders over de plicht zeggen; twee keer 'de plicht loopt' spreekt elkaar niet tegen. */
const tegen = (gebeurtenis: Gebeurtenis | undefined, later: readonly Later[]): Later[] =>
  later.filter(({ gebeurtenisId }) => {
    const plicht = plichtVan(gebeurtenisId);
    return gebeurtenis?.plicht && plicht && (plicht === 'stopt' || plicht !== gebeurtenis.plicht);
  });

/**
 * Waar als over de plicht al een melding is verwerkt die DUO later registreerde. Meldingen komen soms in een andere
 * volgorde aan; wat DUO nu antwoordt geldt, en het voorstel van de oudere melding past daar niet meer bij.
 */
export const isAchterhaald = (
  gebeurtenis: Gebeurtenis | undefined,
  later: readonly Later[],
): boolean => tegen(gebeurtenis, later).length > 0;

/**
 * Zet de meldingen over de plicht die DUO op dezelfde dag later registreerde opnieuw achteraan. Feiten van één dag
 * gelden in de volgorde van vastleggen, en zonder dit zou een oudere melding die later aankomt winnen.
 */
export function herstelVolgorde(
  gebeurtenis: Gebeurtenis | undefined,
  feiten: readonly Feit[],
  dag: Datum,
  later: readonly Later[],
): NieuwFeit[] {
  const gezet = new Set<string>();
  if (tegen(gebeurtenis, later).length === 0) return [];
  return later
    .filter((l) => plichtVan(l.gebeurtenisId))
    .flatMap((l) => {
      const feit = huidig(
        feiten,
        'duo-gebeurtenis',
        (f) => f.geldigOp === dag && f.inhoud.gebeurtenisId === l.gebeurtenisId,
      );
      if (!feit || gezet.has(feit.id)) return [];
      gezet.add(feit.id);
      const { soort, inhoud, geldigOp, bron, verwijzing, id } = feit;
      return [
        { soort, inhoud, geldigOp, bron, ...(verwijzing ? { verwijzing } : {}), vervangt: id },
      ];
    });
}
