import { dagVanDeWeek, naarEpochDag } from '../../rules/shared/datum.ts';
import { inWoorden, weekdagNaam } from '../../rules/shared/tekst.ts';
import type { FeitInhoud } from '../../rules/stand/feiten.ts';
import type { Geldend } from '../../rules/stand/geldend.ts';
import { geweigerd } from '../http/probleem.ts';

type Afspraak = FeitInhoud['afspraak'];
type Tijdvak = Pick<Afspraak, 'datum' | 'tijd' | 'duurMinuten'>;
type Overlap = { code: 'andere-afspraak'; tekst: string };
type Wie = {
  /** De afspraak die zelf wordt verzet; die telt niet. */
  behalve?: string;
  /** Zoals de zin begint. */
  naam?: string;
};

const MINUTEN_PER_DAG = 24 * 60;
const EEN: Record<Afspraak['soort'], string> = {
  intakegesprek: 'een intakegesprek',
  leerbaarheidstoets: 'een leerbaarheidstoets',
  voortgangsgesprek: 'een voortgangsgesprek',
  driegesprek: 'een driegesprek',
  overig: 'een andere afspraak',
};

function begin({ datum, tijd }: Tijdvak): number {
  const [uur = 0, minuut = 0] = tijd.split(':').map(Number);
  return naarEpochDag(datum) * MINUTEN_PER_DAG + uur * 60 + minuut;
}

const overlapt = (a: Tijdvak, b: Tijdvak): boolean =>
  begin(a) < begin(b) + b.duurMinuten && begin(b) < begin(a) + a.duurMinuten;

/**
 * De afspraak zonder uitkomst die dezelfde persoon dan al heeft, als reden met dag, tijd en soort; leeg als er geen is.
 * Wat eindigt als het andere begint, overlapt niet.
 * @param g feiten met ten minste 'afspraak' en 'afspraak-uitkomst'.
 */
export function zoekOverlap(
  g: Geldend,
  nieuw: Tijdvak,
  { behalve, naam = 'Deze persoon' }: Wie = {},
): Overlap | undefined {
  const klaar = new Set(g.alle('afspraak-uitkomst').map((u) => u.inhoud.afspraakId));
  const ander = g
    .perSleutel('afspraak', (a) => a.afspraakId)
    .map((a) => a.inhoud)
    .find((a) => a.afspraakId !== behalve && !klaar.has(a.afspraakId) && overlapt(a, nieuw));
  if (!ander) return undefined;
  const dag = `${weekdagNaam(dagVanDeWeek(ander.datum))} ${inWoorden(ander.datum)}`;
  const wat = `${EEN[ander.soort]} (${ander.duurMinuten} minuten)`;
  return {
    code: 'andere-afspraak',
    tekst: `${naam} heeft op ${dag} om ${ander.tijd} al ${wat}.`,
  };
}

/**
 * Niemand wordt op één moment op twee plaatsen verwacht, tenzij de medewerker zegt dat de andere afspraak vervalt.
 * @throws Probleem 409 met dag, tijd en soort van de andere afspraak.
 */
export function keurOverlap(
  g: Geldend,
  nieuw: Tijdvak,
  { tochPlannen = false, behalve }: { tochPlannen?: boolean; behalve?: string },
): void {
  if (tochPlannen) return;
  const reden = zoekOverlap(g, nieuw, behalve ? { behalve } : {});
  if (reden) throw geweigerd('De persoon heeft dan al een andere afspraak.', [reden]);
}
