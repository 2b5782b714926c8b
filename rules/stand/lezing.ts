import { bepaalDoelgroep, type DoelgroepAntwoord } from '../doelgroep/doelgroep.ts';
import type { Datum } from '../shared/datum.ts';
import { type Gegeven, gegeven } from '../shared/gegeven.ts';
import type { Klok } from '../shared/klok.ts';
import type { Feit, Leerroute } from './feiten.ts';
import { type Geldend, uitFeit } from './geldend.ts';
import { type IntakeLezing, leesIntake } from './lezing-intake.ts';
import type { Beleid } from './stand.ts';
import { bepaalToestand, type ToestandAntwoord } from './toestand.ts';

/** De geldende feiten, gelezen in de woorden van de wet. Alle onderdelen van de Stand gaan hiervan uit. */
export type Lezing = {
  g: Geldend;
  klok: Klok;
  beleid: Beleid;
  toestand: ToestandAntwoord;
  doelgroep: DoelgroepAntwoord;
  kennisgeving?: Gegeven<Datum>;
  /** Inschrijving in deze gemeente buiten een azc. */
  inschrijving?: Gegeven<Datum>;
  inAzc: boolean;
  verhuisd: boolean;
  vorigePip?: Feit<'pip-vorige-gemeente'>;
  /** Eerste PIP dat deze gemeente vaststelde, ook als het later is ingetrokken. */
  eersteEigenPip?: Feit<'pip-vastgesteld'>;
  /** PIP dat nu geldt. */
  pip?: Feit<'pip-vastgesteld'>;
  pipBijDuo?: Feit<'pip-bij-duo'>;
  /** Dagtekening van het allereerste PIP, in welke gemeente ook. */
  allereerstePip?: Gegeven<Datum>;
  leerroute?: Leerroute;
  intake: IntakeLezing;
};

/** Leest de geldende feiten; vraagt de dag van kijken alleen aan `klok`. */
export function lees(g: Geldend, klok: Klok, beleid: Beleid): Lezing {
  const pips = g.alle('pip-vastgesteld');
  const vorigePip = g.laatste('pip-vorige-gemeente');
  const pip = geldendPip(g);
  const inschrijving = leesInschrijving(g, beleid);
  return {
    g,
    klok,
    beleid,
    toestand: bepaalToestand(g, klok),
    doelgroep: bepaalDoelgroep(
      uitFeit(g.laatste('doelgroep'), (d) => ({
        indeling: d.indeling,
        ...(d.gedetailleerd ? { gedetailleerd: d.gedetailleerd } : {}),
      })),
    ),
    kennisgeving: uitFeit(
      g.alle('inburgeringsplicht').findLast((f) => f.inhoud.kennisgeving),
      (i) => i.kennisgeving,
    ),
    inschrijving,
    inAzc: leesInAzc(g, inschrijving),
    verhuisd: g
      .alle('duo-gebeurtenis')
      .some((f) => ['SS120', 'SS121'].includes(f.inhoud.gebeurtenisId)),
    vorigePip,
    eersteEigenPip: vroegste(pips),
    pip,
    pipBijDuo: pip && antwoordVanDuo(g, pip),
    allereerstePip: leesAllereerstePip(vroegste(pips), g.alle('pip-vorige-gemeente')),
    leerroute: pip?.inhoud.inhoud.leerroute ?? vorigePip?.inhoud.leerroute,
    intake: leesIntake(g, klok),
  };
}

function vroegste(pips: Feit<'pip-vastgesteld'>[]): Feit<'pip-vastgesteld'> | undefined {
  return pips.reduce<Feit<'pip-vastgesteld'> | undefined>(
    (a, b) => (a && a.inhoud.dagtekening <= b.inhoud.dagtekening ? a : b),
    undefined,
  );
}

function geldendPip(g: Geldend): Feit<'pip-vastgesteld'> | undefined {
  const ingetrokken = g.alle('pip-ingetrokken');
  return g
    .alle('pip-vastgesteld')
    .findLast(
      (p) =>
        !ingetrokken.some(
          (i) => i.inhoud.pipId === p.inhoud.pipId && i.vastgelegdOp >= p.vastgelegdOp,
        ),
    );
}

/** Antwoord van DUO op deze versie; een antwoord van vóór het vaststellen hoort bij een vorige. */
function antwoordVanDuo(g: Geldend, pip: Feit<'pip-vastgesteld'>) {
  return g
    .alle('pip-bij-duo')
    .findLast((f) => f.inhoud.pipId === pip.inhoud.pipId && f.vastgelegdOp >= pip.vastgelegdOp);
}

function leesAllereerstePip(
  eigen: Feit<'pip-vastgesteld'> | undefined,
  vorige: Feit<'pip-vorige-gemeente'>[],
): Gegeven<Datum> | undefined {
  const alle = [
    ...(eigen ? [gegeven(eigen, eigen.inhoud.dagtekening)] : []),
    ...vorige.map((v) => gegeven(v, v.inhoud.dagtekening)),
  ];
  return alle.sort((a, b) => a.waarde.localeCompare(b.waarde))[0];
}

/**
 * De inschrijving die voor de tien weken telt. Woonde iemand in deze gemeente eerst in een azc, dan
 * telt het eerste adres daarna: een azc is geen huisvesting (Besluit art. 5.3 lid 1, 'ontwerp').
 */
function leesInschrijving(g: Geldend, beleid: Beleid): Gegeven<Datum> | undefined {
  const inschrijving = g
    .alle('inschrijving')
    .findLast(
      (f) =>
        !f.inhoud.azc && (!beleid.gemeentecode || f.inhoud.gemeentecode === beleid.gemeentecode),
    );
  if (!inschrijving) return undefined;
  const adressen = g.alle('adres');
  const azc = adressen.findLast((a) => a.inhoud.azc && a.geldigOp >= inschrijving.inhoud.op);
  if (!azc) return gegeven(inschrijving, inschrijving.inhoud.op);
  const woning = adressen.find((a) => !a.inhoud.azc && a.geldigOp > azc.geldigOp);
  return woning && gegeven(woning, woning.geldigOp);
}

function leesInAzc(g: Geldend, inschrijving: Gegeven<Datum> | undefined): boolean {
  if (inschrijving) return false;
  const adres = g.laatste('adres');
  if (adres) return adres.inhoud.azc === true;
  return Boolean(g.laatste('koppeling')?.inhoud.azc);
}
