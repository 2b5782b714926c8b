import type { FeitInhoud, Niveau } from '../stand/feiten.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Verplichting } from '../stand/stand.ts';
import { reden, verplichting, verplichtingKop } from './maak.ts';

type Onderdeel = FeitInhoud['examen']['onderdeel'];

const ONDERDELEN: Record<Onderdeel, string> = {
  LE: 'lezen',
  LU: 'luisteren',
  SC: 'schrijven',
  SP: 'spreken',
  KNM: 'KNM',
};
const HOOGTE = { A2: 1, B1: 2, B2: 3 } as const;

const KOP = verplichtingKop('examens', 'Examens', ['examens', 'wet', 'art. 7']);

/**
 * De examens van de B1-route: lezen, luisteren, schrijven en spreken op het niveau van het PIP, en KNM.
 * Wi2021 art. 7 (https://wetten.overheid.nl/BWBR0044770/2025-10-21), Besluit art. 3.3–3.5. Geldt niet voor
 * de Z-route; de onderwijsroute kent een eigen diploma.
 */
export function examens(l: Lezing): Verplichting | undefined {
  if (l.leerroute !== 'B') return undefined;
  const niveau: Niveau = l.pip?.inhoud.inhoud.niveau ?? l.vorigePip?.inhoud.niveau ?? 'B1';
  const gehaald = new Set(
    l.g
      .alle('examen')
      .filter((e) => e.inhoud.resultaat === 'Geslaagd' && hoogGenoeg(e.inhoud, niveau))
      .map((e) => e.inhoud.onderdeel),
  );
  const alle = Object.keys(ONDERDELEN) as Onderdeel[];
  const open = alle.filter((o) => !gehaald.has(o));
  return {
    ...verplichting(KOP, {
      ontbreekt: open.map((o) => {
        const opNiveau = o === 'KNM' ? '' : ` op niveau ${niveau}`;
        return reden(`examen-${o}`, `Examen ${ONDERDELEN[o]}${opNiveau} nog te halen.`, KOP);
      }),
      voortgang: { is: alle.length - open.length, moet: alle.length, eenheid: 'onderdelen' },
    }),
  };
}

/** KNM kent geen niveau; een uitslag zonder niveau telt op het niveau van het PIP. */
function hoogGenoeg(examen: FeitInhoud['examen'], niveau: Niveau): boolean {
  if (examen.onderdeel === 'KNM' || !examen.niveau) return true;
  return HOOGTE[examen.niveau] >= HOOGTE[niveau];
}
