import { type Datum, dagenTussen, laatste, plusDagen, plusWeken } from '../shared/datum.ts';
import { inWoorden, opsomming } from '../shared/tekst.ts';
import {
  type Prognose,
  type PrognoseFeiten,
  type PrognoseReden,
  REDENEN,
  type RedenCode,
  type Stap,
} from './soorten.ts';

/** Besluit inburgering 2021 art. 5.3 lid 1. */
const WEKEN_PIP = 10;

function stapVan(f: PrognoseFeiten): Stap {
  if (f.concept === 'ter-vaststelling') return 'vaststellen';
  if (f.concept === 'bezig') return 'afmaken';
  return f.intakeAfgerond ? 'concept' : 'intake';
}

/** De dag waarop een stap klaar hoort te zijn, teruggerekend van de laatste dag. */
function doelVan(stap: Stap, f: PrognoseFeiten): Datum {
  const voorEinde = (weken: number) => plusWeken(f.laatsteDag, -Math.max(0, weken));
  if (stap === 'intake') return voorEinde(WEKEN_PIP - f.intakeWeek);
  if (stap === 'concept') return voorEinde(WEKEN_PIP - f.conceptWeek);
  return stap === 'afmaken' ? voorEinde(f.wekenVoorEinde) : f.laatsteDag;
}

const reden = (code: RedenCode, tekst: string): PrognoseReden => ({
  code,
  invloed: REDENEN[code].invloed,
  tekst,
});

function redenenVanGesprek(f: PrognoseFeiten, doelOp: Datum): PrognoseReden[] {
  const redenen: PrognoseReden[] = [];
  const { gesprekOp } = f;
  if (f.laatsteUitkomst === 'niet-verschenen') {
    redenen.push(reden('niet-verschenen', 'De persoon kwam niet op de laatste afspraak.'));
  }
  if (f.laatsteUitkomst === 'afgezegd') {
    redenen.push(reden('afgezegd', 'De laatste afspraak ging niet door.'));
  }
  if (f.uitkomstOntbreekt) {
    redenen.push(reden('uitkomst-ontbreekt', 'Er was een gesprek; leg vast hoe het ging.'));
  } else if (!gesprekOp && !f.gesprekGevoerd) {
    redenen.push(reden('intake-niet-gepland', 'Er is geen afspraak voor de intake.'));
  } else if (!gesprekOp) {
    redenen.push(
      reden('intake-niet-afgerond', 'Het gesprek is gevoerd; de intake is nog niet af.'),
    );
  } else if (gesprekOp > doelOp) {
    const tekst = `Het gesprek is pas op ${inWoorden(gesprekOp)}.`;
    redenen.push(reden('intake-te-laat-gepland', tekst));
  }
  if (gesprekOp && f.tolkNodig && !f.tolkGeregeld) {
    redenen.push(reden('geen-tolk', 'Bij het gesprek is een tolk nodig en er is er geen.'));
  }
  return redenen;
}

function redenenVanToets({ toets }: PrognoseFeiten): PrognoseReden[] {
  if (toets === 'wacht-op-duo') {
    return [reden('toets-uitslag', 'De toets is gemaakt; DUO gaf nog geen uitslag.')];
  }
  if (toets !== 'niet-gepland') return [];
  return [reden('toets-niet-gepland', 'Er is geen afspraak voor de leerbaarheidstoets.')];
}

const VAN_HET_PIP: Record<Exclude<Stap, 'intake'>, PrognoseReden> = {
  concept: reden('concept-niet-begonnen', 'De intake is af; er is nog geen concept.'),
  afmaken: reden('concept-niet-af', 'Er is een concept; het ligt nog niet ter vaststelling.'),
  vaststellen: reden('ligt-ter-vaststelling', 'Het PIP wacht op wie het vaststelt.'),
};

function redenenVan(stap: Stap, f: PrognoseFeiten, doelOp: Datum): PrognoseReden[] {
  return [
    ...(f.inOpvang ? [reden('nog-in-opvang', 'De persoon woont nog in de opvang.')] : []),
    ...(f.doelgroepOnbekend
      ? [reden('doelgroep-onbekend', 'DUO gaf nog geen doelgroep; daarvan hangt het PIP af.')]
      : []),
    ...(stap === 'intake' ? redenenVanGesprek(f, doelOp) : [VAN_HET_PIP[stap]]),
    ...redenenVanToets(f),
    ...(f.wachtOp.length > 0
      ? [reden('derde-informatie', `Wacht op inlichtingen van ${opsomming([...f.wachtOp])}.`)]
      : []),
  ];
}

/**
 * `pip-prognose`: of het PIP op het huidige tempo binnen de tien weken komt (Besluit inburgering 2021 art. 5.3 lid 1,
 * https://wetten.overheid.nl/BWBR0045555/2026-04-02), en waarom niet. De wet kent geen tussenstappen: gemeten wordt
 * aan de eigen doelen van de gemeente (N2), teruggerekend van de laatste dag ('ontwerp'). Wie achter is op zijn doel
 * komt zoveel dagen na de laatste dag uit; een gesprek dat al is gepland telt op zijn eigen dag. Het is een
 * voorspelling: er volgt niets vanzelf uit.
 */
export function pipPrognose(f: PrognoseFeiten): Prognose {
  const stap = stapVan(f);
  const doelOp = doelVan(stap, f);
  const nu = stap === 'intake' && f.gesprekOp ? laatste(f.gesprekOp, f.vandaag) : f.vandaag;
  const achter = Math.max(0, dagenTussen(doelOp, nu));
  const verstreken = f.vandaag > f.laatsteDag;
  const oordeel = verstreken ? 'te-laat' : achter > 0 ? 'dreigt' : 'op-schema';
  return {
    stap,
    oordeel,
    doelOp,
    achter,
    verwachtOp: plusDagen(f.laatsteDag, achter),
    redenen: redenenVan(stap, f, doelOp),
  };
}
