import { klokOp } from '../../../rules/shared/klok.ts';
import type { Feit } from '../../../rules/stand/feiten.ts';
import { type Geldend, kiesGeldend } from '../../../rules/stand/geldend.ts';
import type { Tx } from '../../../server/db/db.ts';
import { leesFeiten } from '../../../server/dossier/feiten.ts';
import type { GevondenDossier } from '../../../server/dossier/vind.ts';
import { nietGevonden } from '../../../server/http/probleem.ts';
import type { Toepassing } from '../../../server/toepassing.ts';

/** Een dossier met de feiten die vandaag gelden. */
export type Plek = { dossier: GevondenDossier; feiten: Feit[]; g: Geldend };

/** Opent een dossier. */
export async function leesPlek(tx: Tx, t: Toepassing, dossier: GevondenDossier): Promise<Plek> {
  const feiten = await leesFeiten(tx, dossier);
  return { dossier, feiten, g: kiesGeldend(feiten, klokOp(t.klok.vandaag())) };
}

/** De afspraak met de taal waarin moet worden getolkt. */
export function afspraakVan({ g }: Plek, afspraakId: string) {
  const feit = g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .find((a) => a.inhoud.afspraakId === afspraakId);
  if (!feit) throw nietGevonden('Deze afspraak');
  const a = feit.inhoud;
  const taal = a.tolkTaal ?? g.laatste('taal')?.inhoud.gesprekstaal;
  const groepId = a.zittingId ?? a.groepId;
  const { datum, tijd, duurMinuten, plaats } = a;
  return { datum, tijd, duurMinuten, plaats, taal: taal ?? '', ...(groepId ? { groepId } : {}) };
}

/** De vaste tolk en de voorkeur van de persoon. */
export function voorkeurVan({ g }: Plek) {
  const feit = g.laatste('tolkvoorkeur');
  return {
    feitId: feit?.id ?? null,
    tolkId: feit?.inhoud.tolkId ?? null,
    tolk: feit?.inhoud.tolk ?? null,
    geslacht: feit?.inhoud.geslacht ?? null,
  };
}
