import type { Tx } from '../../../server/db/db.ts';
import { geweigerd, nietGevonden } from '../../../server/http/probleem.ts';
import type { Keuzebezwaar } from '../inzet.schema.ts';
import { bezwarenTegen, tegenVoorkeur, tijdvak, type Wens } from '../keuze.ts';
import { alsKeuze, leesBezet, type TolkRij } from '../tolken.read.ts';
import { leesTolk } from '../tolken.store.ts';

const UITLEG: Record<Keuzebezwaar, string> = {
  taal: 'Deze tolk spreekt de taal niet.',
  gestopt: 'Deze tolk werkt dan niet meer.',
  vorm: 'Deze tolk werkt niet op deze manier.',
  bezet: 'De tolk is dan al geboekt, of heeft te weinig tijd om te reizen.',
  'buiten-rooster': 'Dit valt buiten het rooster van de tolk. Bel eerst of het kan.',
  geslacht: 'De persoon wil liever een andere tolk. Overleg eerst.',
};

/** Wat na overleg wel mag: daarover beslist een mens, niet het rooster. */
const NA_OVERLEG: ReadonlySet<Keuzebezwaar> = new Set(['buiten-rooster', 'geslacht']);

type Keuring = {
  overlegd: boolean;
  /** De groep waarmee de tolk mag worden gedeeld. */
  groepId?: string;
  /** De boeking die wordt verplaatst: die staat zichzelf niet in de weg. */
  behalve?: string;
  /** Geslacht dat de persoon liever heeft. */
  geslacht?: 'vrouw' | 'man' | undefined;
};

/**
 * De tolk, als hij deze afspraak kan doen.
 * @throws Probleem 404 als hij er niet is, 409 met alle redenen als hij niet kan.
 */
export async function keurTolk(
  tx: Tx,
  tolkId: string,
  wens: Wens,
  keuring: Keuring,
): Promise<TolkRij> {
  const tolk = await leesTolk(tx, tolkId);
  if (!tolk) throw nietGevonden('Deze tolk');
  const { vanOp, totOp } = tijdvak(wens);
  const bezet = (await leesBezet(tx, [tolkId], vanOp, totOp)).filter(
    (b) => !keuring.behalve || b.inzetId !== keuring.behalve,
  );
  const bezwaren: Keuzebezwaar[] = [
    ...bezwarenTegen(alsKeuze(tolk), wens, bezet, keuring.groepId),
    ...tegenVoorkeur(tolk.geslacht, keuring),
  ];
  const telt = bezwaren.filter((b) => !(keuring.overlegd && NA_OVERLEG.has(b)));
  if (telt.length > 0) {
    throw geweigerd(
      'Deze tolk kan niet worden geboekt.',
      telt.map((code) => ({ code, tekst: UITLEG[code], veld: 'tolkId' })),
    );
  }
  return tolk;
}
