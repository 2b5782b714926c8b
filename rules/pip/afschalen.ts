import { AFSCHALEN_GROND, AFSCHALEN_UREN } from '../leerroute/afschalen.ts';
import type { Reden } from '../shared/antwoord.ts';
import type { Leerroute, Niveau } from '../stand/feiten.ts';

export type AfschaalFeiten = {
  leerroute?: Leerroute;
  niveau?: Niveau;
  /** Route en niveau van het PIP dat hieraan voorafging, in welke gemeente ook. */
  vorigPip?: { leerroute: Leerroute; niveau?: Niveau };
  /** Gevolgde uren taal en KNM; leeg als er geen uren bekend zijn. */
  taaluren?: number;
  /** Uren van eerdere inspanningen die dit PIP uitdrukkelijk meetelt. */
  meegeteldeUren: number;
};

function maak(tekst: string): Reden {
  return { code: 'pip-afschalen', tekst, veld: 'niveau', actie: 'pip', grondslag: AFSCHALEN_GROND };
}

/**
 * Afschalen: in een later PIP met de B1-route het niveau A2 kiezen.
 *
 * Wi2021 art. 17 lid 3 en Besluit inburgering 2021 art. 5.5
 * (https://wetten.overheid.nl/BWBR0045555/2026-04-02): pas na 600 cursusuren NT2 bij een aanbieder met
 * keurmerk of een instelling van de onderwijsroute (alfabetisering telt mee), en na voldoende inzet.
 * Zeker te weinig uren is een weigering; of de uren NT2 waren en de inzet voldoende was, beoordeelt een
 * mens, dus dat is een waarschuwing. Het eerste PIP weigert `PIP-6`; wie al A2 had, schaalt niet af.
 */
export function afschalen(f: AfschaalFeiten): { redenen: Reden[]; waarschuwingen: Reden[] } {
  const niets = { redenen: [], waarschuwingen: [] };
  if (f.leerroute !== 'B' || f.niveau !== 'A2' || !f.vorigPip) return niets;
  if (f.vorigPip.leerroute === 'B' && f.vorigPip.niveau === 'A2') return niets;
  const eis = `Afschalen naar A2 kan na ${AFSCHALEN_UREN} uur NT2 bij een aanbieder met keurmerk (alfabetisering telt mee) en voldoende inzet.`;
  if (f.taaluren === undefined) {
    const tekst = `${eis} Er zijn geen lesuren bekend: ga dit na en leg het uit bij de wijziging.`;
    return { redenen: [], waarschuwingen: [maak(tekst)] };
  }
  if (f.taaluren + f.meegeteldeUren < AFSCHALEN_UREN) {
    return { redenen: [maak(`${eis} Bekend zijn ${f.taaluren} uur.`)], waarschuwingen: [] };
  }
  const tekst = `${eis} Bekend zijn ${f.taaluren} uur taal en KNM; KNM telt hier niet mee. Ga dit na en leg uit waarom de inzet voldoende was.`;
  return { redenen: [], waarschuwingen: [maak(tekst)] };
}
