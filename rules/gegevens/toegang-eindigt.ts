import { plusDagen } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Signaal } from '../stand/stand.ts';

/**
 * Waarschuwt dat DUO straks geen gegevens meer geeft: een maand na het PIP van de nieuwe gemeente (regel
 * `toegang-duo`). Daarna zijn uren, PVT en MAP niet meer te melden.
 */
export function toegangEindigt(l: Lezing): Signaal[] {
  const eindigt = l.g.laatste('toegang-duo')?.inhoud.eindigt;
  if (!eindigt) return [];
  if (l.klok.bereikt(eindigt)) {
    const tekst = `Een andere gemeente heeft de begeleiding. DUO geeft sinds ${inWoorden(eindigt)} niets meer over deze persoon: rond het dossier af.`;
    return [{ id: 'toegang-duo-geeindigd', ernst: 'ter-info', tekst }];
  }
  const dag = inWoorden(plusDagen(eindigt, -1));
  const tekst = `Een andere gemeente stelde een PIP vast. Meld uren, PVT en MAP uiterlijk ${dag}; daarna neemt DUO ze van deze gemeente niet meer aan.`;
  return [{ id: 'toegang-duo-eindigt', ernst: 'let-op', tekst }];
}
