import { genereerRegio } from '../../features/demo/genereer.ts';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { bepaalStand } from '../../rules/stand/bepaal-stand.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { STANDAARD_BELEID, toonStand } from '../../rules/stand/stand.ts';

/** Zoveel dagen liggen de verzonnen regio's uit elkaar, zodat laatste dagen zich spreiden. */
const SPREIDING_DAGEN = 14;
const OPWARMEN = 4000;
const PER_PARTIJ = 2000;

/**
 * Verzonnen dossiers, altijd dezelfde: alle verhalen van de oefenregio, dus elke schakel, doelgroep, leerroute
 * en toestand. De feiten hebben de vorm waarin `leesFeiten` ze uit de database geeft.
 */
function* maakDossiers(aantal: number, peildatum: Datum): Generator<Feit[]> {
  let gemaakt = 0;
  for (let zaad = 1; ; zaad += 1) {
    const dag = plusDagen(peildatum, -(zaad % SPREIDING_DAGEN));
    for (const { feiten } of genereerRegio(zaad, dag).dossiers) {
      if (gemaakt === aantal) return;
      gemaakt += 1;
      yield JSON.parse(JSON.stringify(feiten)).map(zoalsGelezen);
    }
  }
}

function zoalsGelezen({ id, soort, inhoud, geldigOp, vastgelegdOp, bron, ...f }: Feit): Feit {
  const { verwijzing, vervangt, door } = f;
  return { id, soort, inhoud, geldigOp, vastgelegdOp, bron, verwijzing, vervangt, door } as Feit;
}

/** Microseconden per dossier, en het totaal in seconden. */
export type Duur = { mediaan: number; p95: number; totaal: number };

export type StandMeting = {
  dossiers: number;
  feiten: { kwart: number; midden: number; driekwart: number };
  zonder: Duur;
  met: Duur;
};

/** Bepaalt van elk dossier de hele Stand met `volgendeWijziging`, zonder en met verklaringen, op één kern. */
export function meetStand(aantal: number, peildatum: Datum): StandMeting {
  for (const feiten of maakDossiers(OPWARMEN, peildatum)) {
    toonStand(bepaalStand(feiten, STANDAARD_BELEID, peildatum));
  }
  const zonder: number[] = [];
  const met: number[] = [];
  const lengtes: number[] = [];
  let partij: Feit[][] = [];
  const meetPartij = () => {
    meet(partij, zonder, (f) => bepaalStand(f, STANDAARD_BELEID, peildatum));
    meet(partij, met, (f) => toonStand(bepaalStand(f, STANDAARD_BELEID, peildatum)));
    partij = [];
  };
  for (const feiten of maakDossiers(aantal, peildatum)) {
    lengtes.push(feiten.length);
    if (partij.push(feiten) === PER_PARTIJ) meetPartij();
  }
  meetPartij();
  lengtes.sort((a, b) => a - b);
  const feiten = {
    kwart: deel(lengtes, 0.25),
    midden: deel(lengtes, 0.5),
    driekwart: deel(lengtes, 0.75),
  };
  return { dossiers: lengtes.length, feiten, zonder: duur(zonder), met: duur(met) };
}

function meet(partij: readonly Feit[][], duren: number[], werk: (feiten: Feit[]) => unknown) {
  for (const feiten of partij) {
    const begin = performance.now();
    werk(feiten);
    duren.push((performance.now() - begin) * 1000);
  }
}

function duur(microseconden: number[]): Duur {
  const totaal = microseconden.reduce((som, d) => som + d, 0) / 1_000_000;
  microseconden.sort((a, b) => a - b);
  return { mediaan: deel(microseconden, 0.5), p95: deel(microseconden, 0.95), totaal };
}

const deel = (opVolgorde: readonly number[], p: number): number =>
  opVolgorde[Math.min(opVolgorde.length - 1, Math.floor(opVolgorde.length * p))] ?? 0;
