import { bepaalDoelgroep, type Doelgroep, type DoelgroepAntwoord } from '../doelgroep/doelgroep.ts';
import type { Datum } from '../shared/datum.ts';
import { type Gegeven, gegeven } from '../shared/gegeven.ts';
import type { Klok } from '../shared/klok.ts';
import type { Feit, Leerroute } from './feiten.ts';
import { type Geldend, uitFeit } from './geldend.ts';
import { type IntakeLezing, leesIntake, leesOproepen } from './lezing-intake.ts';
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
  /** De dag van inschrijving is die van de woning, na een azc in deze gemeente. */
  woningNaAzc: boolean;
  inAzc: boolean;
  /** De persoon woonde in de opvang: een adres of inschrijving in een azc, of door COA gekoppeld. */
  uitOpvang: boolean;
  /** Doelgroep op de dag van inschrijving; een latere wijziging (SS124, SS125) telt hier niet. */
  doelgroepBijInschrijving: { waarde: Doelgroep; gezinslid: boolean };
  /** Hierheen verhuisd, volgens de laatste melding van DUO (SS120 of SS121). */
  verhuisd?: 'zonder-pip' | 'met-pip';
  vorigePip?: Feit<'pip-vorige-gemeente'>;
  /**
   * Eerste PIP dat deze gemeente vaststelde, ook als het later is ingetrokken. Kwam iemand terug na een
   * PIP in een andere gemeente, dan telt alleen wat daarna is vastgesteld.
   */
  eersteEigenPip?: Feit<'pip-vastgesteld'>;
  /** PIP dat nu geldt. */
  pip?: Feit<'pip-vastgesteld'>;
  pipBijDuo?: Feit<'pip-bij-duo'>;
  /** Dagtekening van het allereerste PIP, in welke gemeente ook. */
  allereerstePip?: Gegeven<Datum>;
  leerroute?: Leerroute;
  intake: IntakeLezing;
};

/**
 * Leest de geldende feiten; vraagt de dag van kijken alleen aan `klok`.
 * @param eerder lezing van hetzelfde dossier op een andere dag: wat alleen van de feiten afhangt wordt
 *   overgenomen als dezelfde feiten gelden
 */
export function lees(g: Geldend, klok: Klok, beleid: Beleid, eerder?: Lezing): Lezing {
  const vast = eerder?.g === g && eerder.beleid === beleid ? eerder : leesVast(g, beleid);
  return {
    ...vast,
    klok,
    toestand: bepaalToestand(g, klok),
    intake: { ...vast.intake, oproepen: leesOproepen(g, vast.intake, klok) },
  };
}

/** Wat van de feiten afhangt en niet van de dag van kijken. */
type VasteLezing = Omit<Lezing, 'klok' | 'toestand' | 'intake'> & {
  intake: Omit<IntakeLezing, 'oproepen'>;
};

function leesVast(g: Geldend, beleid: Beleid): VasteLezing {
  const pips = g.alle('pip-vastgesteld');
  const vorigePip = g.laatste('pip-vorige-gemeente');
  const eigenPips = pips.filter(
    (p) => !vorigePip || p.inhoud.dagtekening >= vorigePip.inhoud.dagtekening,
  );
  const pip = geldendPip(g, eigenPips);
  const { inschrijving, woningNaAzc } = leesInschrijving(g, beleid);
  return {
    g,
    beleid,
    doelgroep: leesDoelgroep(g.laatste('doelgroep')),
    kennisgeving: uitFeit(
      g.alle('inburgeringsplicht').findLast((f) => f.inhoud.kennisgeving),
      (i) => i.kennisgeving,
    ),
    inschrijving,
    woningNaAzc,
    inAzc: leesInAzc(g, inschrijving),
    uitOpvang: leesUitOpvang(g),
    doelgroepBijInschrijving: leesDoelgroepBij(g, inschrijving?.waarde),
    verhuisd: leesVerhuisd(g),
    vorigePip,
    eersteEigenPip: vroegste(eigenPips),
    pip,
    pipBijDuo: pip && antwoordVanDuo(g, pip),
    allereerstePip: leesAllereerstePip(vroegste(pips), g.alle('pip-vorige-gemeente')),
    leerroute: pip?.inhoud.inhoud.leerroute ?? vorigePip?.inhoud.leerroute,
    intake: leesIntake(g),
  };
}

function vroegste(pips: Feit<'pip-vastgesteld'>[]): Feit<'pip-vastgesteld'> | undefined {
  return pips.reduce<Feit<'pip-vastgesteld'> | undefined>(
    (a, b) => (a && a.inhoud.dagtekening <= b.inhoud.dagtekening ? a : b),
    undefined,
  );
}

function geldendPip(
  g: Geldend,
  pips: Feit<'pip-vastgesteld'>[],
): Feit<'pip-vastgesteld'> | undefined {
  const ingetrokken = g.alle('pip-ingetrokken');
  return pips.findLast(
    (p) =>
      !ingetrokken.some(
        (i) => i.inhoud.pipId === p.inhoud.pipId && i.vastgelegdOp >= p.vastgelegdOp,
      ),
  );
}

function leesDoelgroep(feit: Feit<'doelgroep'> | undefined): DoelgroepAntwoord {
  return bepaalDoelgroep(uitFeit(feit, (d) => d));
}

/** De doelgroep die op `dag` gold; was er toen nog geen, dan de eerste die volgde. */
function leesDoelgroepBij(g: Geldend, dag: Datum | undefined) {
  const alle = g.alle('doelgroep');
  const toen = dag ? alle.findLast((f) => f.geldigOp <= dag) : undefined;
  const { waarde, gezinslidVanAsielstatushouder } = leesDoelgroep(toen ?? alle[0]);
  const asielvergunning = g.laatste('verblijf')?.inhoud.asielvergunningBepaaldeTijd === true;
  return { waarde, gezinslid: gezinslidVanAsielstatushouder && !asielvergunning };
}

function leesVerhuisd(g: Geldend): Lezing['verhuisd'] {
  const melding = g
    .alle('duo-gebeurtenis')
    .findLast((f) => ['SS120', 'SS121'].includes(f.inhoud.gebeurtenisId));
  if (!melding) return undefined;
  return melding.inhoud.gebeurtenisId === 'SS121' ? 'met-pip' : 'zonder-pip';
}

function leesUitOpvang(g: Geldend): boolean {
  return (
    g.alle('koppeling').length > 0 ||
    g.alle('adres').some((f) => f.inhoud.azc) ||
    g.alle('inschrijving').some((f) => f.inhoud.azc)
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
  return alle.reduce<Gegeven<Datum> | undefined>(
    (a, b) => (a && a.waarde <= b.waarde ? a : b),
    undefined,
  );
}

/**
 * De inschrijving die voor de tien weken telt. Woonde iemand in deze gemeente eerst in een azc, dan
 * telt het eerste adres daarna: een azc is geen huisvesting (Besluit art. 5.3 lid 1, 'ontwerp').
 */
function leesInschrijving(
  g: Geldend,
  beleid: Beleid,
): { inschrijving?: Gegeven<Datum>; woningNaAzc: boolean } {
  const inschrijving = g
    .alle('inschrijving')
    .findLast(
      (f) =>
        !f.inhoud.azc && (!beleid.gemeentecode || f.inhoud.gemeentecode === beleid.gemeentecode),
    );
  if (!inschrijving) return { woningNaAzc: false };
  const adressen = g.alle('adres');
  const azc = adressen.findLast((a) => a.inhoud.azc && a.geldigOp >= inschrijving.inhoud.op);
  if (!azc) {
    return { inschrijving: gegeven(inschrijving, inschrijving.inhoud.op), woningNaAzc: false };
  }
  const woning = adressen.find((a) => !a.inhoud.azc && a.geldigOp > azc.geldigOp);
  return woning
    ? { inschrijving: gegeven(woning, woning.geldigOp), woningNaAzc: true }
    : { woningNaAzc: false };
}

function leesInAzc(g: Geldend, inschrijving: Gegeven<Datum> | undefined): boolean {
  if (inschrijving) return false;
  const adres = g.laatste('adres');
  if (adres) return adres.inhoud.azc === true;
  return Boolean(g.laatste('koppeling')?.inhoud.azc);
}
