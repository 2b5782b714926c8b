import { examenOnderdelen } from '../examen/examen-onderdelen.ts';
import type { Examenniveau, Examenonderdeel } from '../examen/pogingen.ts';
import { aangehaald, gegeven } from '../shared/gegeven.ts';
import { grondslag } from '../shared/grondslag.ts';
import type { FeitInhoud, Niveau } from '../stand/feiten.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { reden, verplichting, verplichtingKop } from './maak.ts';

type Examen = FeitInhoud['examen'];

/** De onderdelen zoals DUO ze meldt, in de woorden van de wet. */
const ONDERDELEN: Record<Examen['onderdeel'], Examenonderdeel> = {
  LE: 'lezen',
  LU: 'luisteren',
  SC: 'schrijven',
  SP: 'spreken',
  KNM: 'KNM',
};
const CODES: Record<Examenonderdeel, Examen['onderdeel']> = {
  lezen: 'LE',
  luisteren: 'LU',
  schrijven: 'SC',
  spreken: 'SP',
  KNM: 'KNM',
};

const KOP = verplichtingKop('examens', 'Examens', grondslag('examen-onderdelen', 'wet', 'art. 7'));

/** Een examen in de woorden van de wet. KNM kent geen niveau; zonder niveau telt dat van het PIP. */
export type Uitslag = {
  onderdeel: Examenonderdeel;
  niveau?: Examenniveau;
  resultaat: Examen['resultaat'];
};

/** De uitslagen die DUO heeft gemeld, oudste eerst. */
export function uitslagen(l: Lezing): Uitslag[] {
  return l.g.alle('examen').map(({ inhoud: { onderdeel, niveau, resultaat } }) => ({
    onderdeel: ONDERDELEN[onderdeel],
    ...(niveau && onderdeel !== 'KNM' ? { niveau } : {}),
    resultaat,
  }));
}

/** Het niveau dat het PIP vraagt, ook dat van de vorige gemeente; het eerste PIP vraagt B1. */
export function niveauInPip(l: Lezing): Niveau {
  return l.pip?.inhoud.inhoud.niveau ?? l.vorigePip?.inhoud.niveau ?? 'B1';
}

/**
 * De examens van de B1-route, volgens `examen-onderdelen` (Wi2021 art. 7,
 * https://wetten.overheid.nl/BWBR0044770/2025-10-21).
 */
export function examens(l: Lezing): Verplichting | undefined {
  if (l.leerroute !== 'B') return undefined;
  const antwoord = examenOnderdelen({
    leerroute: 'B',
    niveau: niveauInPip(l),
    uitslagen: uitslagen(l),
  });
  if (antwoord.uitkomst !== 'bepaald') return undefined;
  const { onderdelen, klaar, moet } = antwoord.waarde;
  return verplichting(KOP, {
    ontbreekt: onderdelen
      .filter((o) => !o.behaald)
      .map(({ onderdeel, niveau }) => {
        const opNiveau = niveau ? ` op niveau ${niveau}` : '';
        const tekst = `Examen ${onderdeel}${opNiveau} nog te halen.`;
        return reden(`examen-${CODES[onderdeel]}`, tekst, KOP);
      }),
    voortgang: { is: klaar, moet, eenheid: 'onderdelen' },
    feiten: () =>
      l.g.alle('examen').map((f) => {
        const { onderdeel, niveau, resultaat } = f.inhoud;
        const naam = `Examen ${ONDERDELEN[onderdeel]}${niveau ? ` op ${niveau}` : ''}`;
        return aangehaald(naam, gegeven(f, 0), resultaat.toLowerCase());
      }),
    stappen: () => antwoord.uitleg().stappen ?? [],
  });
}
