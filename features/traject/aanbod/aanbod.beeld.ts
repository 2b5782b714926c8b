import { plusDagen } from '../../../rules/shared/datum.ts';
import { inWoorden } from '../../../rules/shared/tekst.ts';
import type { Feit, Leerroute } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { Aanbod } from '../traject.schema.ts';
import { staatVan, type Verzending } from '../verzendstaat.ts';

/** Wat van een instelling bekend is; leeg als DUO haar niet kent. */
type Bekend = {
  naam: string;
  bowKeurmerk: boolean | null;
  tstKeurmerk: boolean | null;
  verdwenenOp: string | null;
  keurmerkVerlorenOp: string | null;
};

const sleutelVan = (i: Feit<'aanbod'>['inhoud']) => i.instellingsnummer ?? i.instelling;

/** Het aanbod dat nu geldt, één per instelling, nieuwste eerst. */
export function geldendAanbod(g: Geldend): Feit<'aanbod'>[] {
  const weg = g.alle('aanbod-ingetrokken');
  return g
    .perSleutel('aanbod', sleutelVan)
    .filter(
      (f) =>
        !weg.some(
          (w) =>
            w.inhoud.instellingsnummer === f.inhoud.instellingsnummer &&
            w.vastgelegdOp > f.vastgelegdOp,
        ),
    )
    .sort((a, b) => (a.inhoud.datum < b.inhoud.datum ? 1 : -1));
}

/** Het aanbod bij één instelling dat nu geldt. */
export const aanbodBij = (g: Geldend, nummer: string): Feit<'aanbod'> | undefined =>
  geldendAanbod(g).find((f) => f.inhoud.instellingsnummer === nummer);

/** Eerste dag van het aanbod bij een instelling, ook van de versies die door een wijziging zijn vervangen. */
export function eersteDagAanbod(feiten: readonly Feit[], laatste: Feit<'aanbod'>) {
  const perId = new Map(feiten.map((f) => [f.id, f]));
  let eerste = laatste.inhoud.datum;
  let feit: Feit | undefined = laatste;
  while (feit?.soort === 'aanbod') {
    const { datum, start } = feit.inhoud;
    if (datum < eerste) eerste = datum;
    if (start && start < eerste) eerste = start;
    feit = feit.vervangt ? perId.get(feit.vervangt) : undefined;
  }
  return eerste;
}

/** Of de instelling het keurmerk van de leerroute heeft; leeg als DUO het niet zegt. */
export const keurmerkGeldig = (i: Bekend, leerroute: Leerroute | undefined): boolean | undefined =>
  (leerroute === 'O' ? i.tstKeurmerk : i.bowKeurmerk) ?? undefined;

const dagVan = (moment: string) =>
  inWoorden(moment.slice(0, 10) as Parameters<typeof inWoorden>[0]);

/** Wat er met een instelling mis is terwijl de cursus loopt (feitelijk: DUO noemt haar niet meer, of zonder keurmerk). */
function keurmerkZin(i: Bekend | undefined, leerroute: Leerroute | undefined): string | null {
  if (!i) return 'Deze instelling staat niet op de lijst van DUO.';
  if (i.verdwenenOp) {
    return `DUO noemt deze instelling niet meer sinds ${dagVan(i.verdwenenOp)}. Overleg met de school of er een andere plek nodig is.`;
  }
  if (keurmerkGeldig(i, leerroute) !== false) return null;
  const wat =
    leerroute === 'O' ? 'keurmerk voor het taalschakeltraject' : 'keurmerk van Blik op Werk';
  const sinds = i.keurmerkVerlorenOp ? ` sinds ${dagVan(i.keurmerkVerlorenOp)}` : '';
  return `De instelling heeft${sinds} het ${wat} niet. Uren na die dag tellen misschien niet; zoek een andere plek of overleg met de school.`;
}

type Bron = {
  feiten: readonly Feit[];
  g: Geldend;
  instellingen: ReadonlyMap<string, Bekend>;
  /** De lijst van DUO is opgehaald. */
  lijst: boolean;
  verzendingen: readonly Verzending[];
  leerroute: Leerroute | undefined;
};

/** Ids van alles wat over het aanbod bij één instelling is vastgelegd. */
const idsVan = (feiten: readonly Feit[], sleutel: string) =>
  new Set(
    feiten
      .filter(
        (f) =>
          (f.soort === 'aanbod' && sleutelVan(f.inhoud) === sleutel) ||
          (f.soort === 'aanbod-ingetrokken' && f.inhoud.instellingsnummer === sleutel),
      )
      .map((f) => f.id),
  );

function regel(b: Bron, f: Feit<'aanbod'>): Omit<Aanbod, 'ingetrokken'> {
  const { instelling, instellingsnummer, datum, start, eind, alfabetisering } = f.inhoud;
  const bekend = instellingsnummer ? b.instellingen.get(instellingsnummer) : undefined;
  return {
    feitId: f.id,
    instelling: bekend?.naam ?? instelling,
    instellingsnummer: instellingsnummer ?? null,
    datum,
    start: start ?? null,
    totEnMet: eind ? plusDagen(eind, -1) : null,
    alfabetisering: alfabetisering ?? null,
    keurmerk: instellingsnummer && b.lijst ? keurmerkZin(bekend, b.leerroute) : null,
    duo: staatVan(b.verzendingen, idsVan(b.feiten, sleutelVan(f.inhoud)), f),
  };
}

/** Het aanbod zoals het scherm het toont: wat geldt, en wat is ingetrokken. */
export function aanbodBeeld(b: Bron): Aanbod[] {
  const nu = geldendAanbod(b.g);
  const bezet = new Set(nu.map((f) => sleutelVan(f.inhoud)));
  const weg = b.g
    .perSleutel('aanbod-ingetrokken', (i) => i.instellingsnummer)
    .filter((w) => !bezet.has(w.inhoud.instellingsnummer))
    .flatMap((w) => {
      const oud = b.feiten.find((f) => f.id === w.vervangt);
      if (oud?.soort !== 'aanbod') return [];
      const ingetrokken = { op: w.geldigOp, reden: w.inhoud.reden ?? null };
      return [{ ...regel(b, oud), keurmerk: null, ingetrokken }];
    });
  return [...nu.map((f) => ({ ...regel(b, f), ingetrokken: null })), ...weg];
}
