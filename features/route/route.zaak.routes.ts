import type { Feit } from '../../rules/stand/feiten.ts';
import { dagVan } from '../../server/bericht/moment.ts';
import type { Tx } from '../../server/db/db.ts';
import { leesBeleid } from '../../server/dossier/beleid.ts';
import { leesFeiten } from '../../server/dossier/feiten.ts';
import type { GevondenDossier } from '../../server/dossier/vind.ts';
import type { Toepassing } from '../../server/toepassing.ts';
import { bekendOp, motiveringen } from './route.beeld.ts';
import type { RoutePip } from './route.schema.ts';
import { leesPips, type PipRij } from './route.store.ts';

/** Een dossier met het PIP waarin nu wordt gekozen, of waarin is gekozen. */
export async function leesRoutezaak(tx: Tx, t: Toepassing, d: GevondenDossier) {
  const vandaag = t.klok.vandaag();
  const feiten = await leesFeiten(tx, d);
  const beleid = await leesBeleid(tx, d.gemeenteId, vandaag);
  const pips = await leesPips(tx, d);
  const { pip, besluit } = kiesPip(feiten, pips);
  const toen = besluit && { feit: besluit, vastgelegd: dagVan(besluit.vastgelegdOp) };
  const bekend = bekendOp(feiten, beleid, vandaag, pip?.inhoud, toen);
  return { feiten, beleid, vandaag, pip, besluit, bekend };
}

/** Het open concept gaat voor; anders het laatste PIP dat is vastgesteld en niet ingetrokken. */
function kiesPip(feiten: readonly Feit[], pips: readonly PipRij[]) {
  const open = pips.find((p) => p.staat === 'concept' || p.staat === 'ter-vaststelling');
  const pip = open ?? pips.find((p) => p.staat === 'vastgesteld');
  const besluit =
    pip?.staat === 'vastgesteld'
      ? feiten.findLast(
          (f): f is Feit<'pip-vastgesteld'> =>
            f.soort === 'pip-vastgesteld' && f.inhoud.pipId === pip.pipId,
        )
      : undefined;
  return { pip, besluit };
}

/** Het PIP of concept zoals het scherm en het stuk het tonen. */
export function toonPip(pip: PipRij, magSchrijven: boolean): RoutePip {
  const { inhoud, staat } = pip;
  return {
    pipId: pip.pipId,
    versie: pip.versie,
    staat: staat === 'ingetrokken' ? 'vastgesteld' : staat,
    revisie: pip.revisie,
    leerroute: inhoud.leerroute ?? null,
    afweging: motiveringen(inhoud),
    motivering: inhoud.motivering ?? '',
    afwijking: inhoud.afwijking ?? null,
    wijzigbaar: magSchrijven && staat === 'concept',
    besluit:
      staat === 'vastgesteld' && pip.dagtekening
        ? { door: pip.vaststeller ?? 'onbekend', dagtekening: pip.dagtekening }
        : null,
  };
}
