import { feitenUitBrp } from '../../../connections/brp/feiten.ts';
import type { BrpPersoon } from '../../../connections/brp/persoon.ts';
import type { Context, Nieuws } from './verschil.jobs.ts';

const VERHUISD = ['SS120', 'SS121'];

/** Vult `n` met wat de BRP weet en het dossier nog niet. */
export function nieuwsVanBrp(c: Context, p: BrpPersoon, n: Nieuws): void {
  const verhuisdHierheen =
    VERHUISD.includes(c.gebeurtenisId ?? '') ||
    c.feiten.some(
      (f) => f.soort === 'duo-gebeurtenis' && VERHUISD.includes(f.inhoud.gebeurtenisId),
    );
  const { feiten, opmerkingen } = feitenUitBrp({ ...c, verhuisdHierheen }, p);
  n.feiten.push(...feiten);
  n.opmerkingen.push(...opmerkingen);
}
