import { type Datum, plusJaren, plusMaanden } from '../shared/datum.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { reden, verplichting, verplichtingKop } from './maak.ts';

const KOP = verplichtingKop('voortgangsgesprekken', 'Voortgangsgesprekken', [
  'voortgangsgesprekken',
  'besluit',
  'art. 5.3 lid 4',
]);

/** De gesprekken die sinds het eerste PIP zijn gevoerd. */
function gevoerd(l: Lezing) {
  const vanaf = l.eersteEigenPip?.inhoud.dagtekening;
  return vanaf ? l.g.alle('voortgangsgesprek').filter((f) => f.inhoud.op >= vanaf) : [];
}

/**
 * Voortgangsgesprekken: zoveel als in het PIP staat. Besluit inburgering 2021 art. 5.3 lid 4
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02), Wi2021 art. 17 lid 1. De wet noemt geen minimum.
 */
export function voortgangsgesprekken(l: Lezing): Verplichting | undefined {
  const aantal = l.pip?.inhoud.inhoud.voortgangsgesprekken.aantal;
  if (aantal === undefined) return undefined;
  const is = gevoerd(l).length;
  const over = aantal - is;
  const tekst = over === 1 ? 'Nog één gesprek te voeren.' : `Nog ${over} gesprekken te voeren.`;
  return verplichting(KOP, {
    ontbreekt: over > 0 ? [reden('voortgangsgesprek', tekst, KOP)] : [],
    voortgang: { is, moet: aantal, eenheid: 'gesprekken' },
  });
}

/**
 * Dag waarop het volgende voortgangsgesprek volgens het ritme van de gemeente moet zijn gevoerd: in het
 * eerste jaar na het PIP om de `gesprekkenJaar1Maanden`, daarna om de `gesprekkenDaarnaMaanden`.
 * @returns niets zonder PIP of als alle gesprekken uit het PIP zijn gevoerd
 */
export function volgendGesprek(l: Lezing): Datum | undefined {
  const begin = l.eersteEigenPip?.inhoud.dagtekening;
  if (!l.pip || !begin) return undefined;
  const gesprekken = gevoerd(l);
  if (gesprekken.length >= l.pip.inhoud.inhoud.voortgangsgesprekken.aantal) return undefined;
  const vorige = gesprekken.reduce((a, f) => (f.inhoud.op > a ? f.inhoud.op : a), begin);
  const inJaar1 = vorige < plusJaren(begin, 1);
  const maanden = inJaar1 ? l.beleid.gesprekkenJaar1Maanden : l.beleid.gesprekkenDaarnaMaanden;
  return plusMaanden(vorige, maanden);
}
