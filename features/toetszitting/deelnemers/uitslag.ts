import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { Deelnemer } from '../zitting.schema.ts';

const CENT = 100;
const alsScore = (score: number) => (score / CENT).toFixed(2).replace('.', ',');

/** Wat van de toets van deze persoon bekend is; na een gehouden toets is het wachten op DUO. */
export function uitslagVan(g: Geldend, verschenen: boolean): Deelnemer['toets'] {
  const toets = g.laatste('leerbaarheidstoets')?.inhoud;
  const examennummer = g.laatste('leerbaarheidstoets-nummer')?.inhoud.examennummer ?? null;
  const leeg = { examennummer, resultaat: null, behaald: null, benodigd: null };
  if (toets) {
    return {
      staat: 'uitslag',
      examennummer,
      resultaat: toets.resultaat,
      behaald: alsScore(toets.behaald),
      benodigd: alsScore(toets.benodigd),
    };
  }
  if (g.laatste('leerbaarheidstoets-ontheffing')) return { ...leeg, staat: 'ontheffing' };
  if (verschenen) return { ...leeg, staat: 'wacht-op-duo' };
  return { ...leeg, staat: examennummer ? 'klaar' : 'geen-nummer' };
}
