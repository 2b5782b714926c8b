import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import type { Lezing } from '../../rules/stand/lezing.ts';
import type { Examen } from './traject.schema.ts';

const NAAM: Record<FeitInhoud['examen']['onderdeel'], string> = {
  LE: 'Lezen',
  LU: 'Luisteren',
  SC: 'Schrijven',
  SP: 'Spreken',
  KNM: 'Kennis van de Nederlandse maatschappij',
};

type Code = keyof typeof NAAM;

/** Waarom een onderdeel niet hoeft, volgens DUO; de grond van een ontheffing staat hier nooit bij. */
function vrijgesteld(g: Geldend, onderdeel: Code): string | null {
  const toegekend = (f: { inhoud: { oordeel: string; onderdeel?: string } }) =>
    f.inhoud.oordeel === 'Toekenning' && f.inhoud.onderdeel === onderdeel;
  if (g.alle('vrijstelling').some(toegekend)) return 'vrijgesteld';
  return g.alle('ontheffing').some(toegekend) ? 'ontheven' : null;
}

/** De examens met hun uitslagen, gratis pogingen en wat niet hoeft; nieuwste uitslag eerst. */
export function examenBeeld(l: Lezing): Examen[] {
  const { g } = l;
  const tegoed = new Map(
    g.perSleutel('gratis-pogingen', (i) => i.onderdeel).map((f) => [f.inhoud.onderdeel, f.inhoud]),
  );
  const beeld = (Object.keys(NAAM) as Code[]).map((onderdeel) => ({
    onderdeel,
    naam: NAAM[onderdeel],
    uitslagen: g
      .alle('examen')
      .filter((f) => f.inhoud.onderdeel === onderdeel)
      .reverse()
      .map(({ inhoud: { op, resultaat, niveau, redenGeenResultaat } }) => ({
        op,
        resultaat,
        niveau: niveau ?? null,
        reden: redenGeenResultaat ?? null,
      })),
    gratis: tegoed.get(onderdeel)?.tegoed ?? null,
    vrijgesteld: vrijgesteld(g, onderdeel),
  }));
  const leeg = beeld.every((e) => e.uitslagen.length === 0 && e.gratis === null && !e.vrijgesteld);
  return leeg && l.leerroute !== 'B' ? [] : beeld;
}
