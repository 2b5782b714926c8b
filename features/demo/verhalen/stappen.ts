import { plusJaren } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Schrijver } from '../bouw.ts';
import {
  eigenWoorden,
  GEZONDHEID,
  intakeAntwoorden,
  type Profiel,
  pipInhoudVan,
} from '../inhoud.ts';
import { medewerkerVan } from '../regio.ts';

type Uitkomst = FeitInhoud['afspraak-uitkomst']['uitkomst'];

const TIJDEN = ['09:00', '10:15', '11:00', '13:30', '14:45', '15:30'] as const;

/** Alles wordt uiterlijk gisteren vastgelegd: vandaag moet nog beginnen. */
const hoogstens = (n: number) => Math.min(n, -1);

function persoon(s: Schrijver, n: number, bron: 'brp' | 'coa'): void {
  const { voornamen, geslachtsnaam, geslacht, geboorte, land } = s.mens;
  s.feit(
    n,
    bron,
    'persoon',
    { voornamen, geslachtsnaam, geboorte, geslacht, nationaliteit: land.nationaliteit },
    bron === 'brp' ? 'BRP' : 'COA-klantprofiel',
  );
}

/** COA koppelde iemand in een azc aan de gemeente. */
export function gekoppeld(s: Schrijver, n: number): void {
  s.feit(n, 'coa', 'koppeling', { op: s.dag(n), azc: 'azc Heidebos' }, 'COA-klantprofiel');
  persoon(s, n, 'coa');
  const azc = { straat: 'Heideweg', huisnummer: '100', postcode: '9990 ZZ', plaats: 'Heidebos' };
  s.feit(n, 'coa', 'adres', { ...azc, azc: true }, 'COA-klantprofiel');
  taal(s, n);
}

function taal(s: Schrijver, n: number): void {
  const { taal: gesprekstaal, tolk, land } = s.mens;
  s.feit(n, 'medewerker', 'taal', { gesprekstaal, tolkNodig: tolk, schrift: land.schrift });
}

/** DUO meldt de plicht; de kennisgeving is van dezelfde dag. */
export function plichtig(s: Schrijver, n: number, gebeurtenis: string, metDoelgroep = true): void {
  s.duoMeldt(n, gebeurtenis);
  const kennisgeving = s.dag(n);
  s.feit(
    n,
    'duo',
    'inburgeringsplicht',
    { plichtig: true, begin: s.dag(n - 14), kennisgeving },
    gebeurtenis,
  );
  if (metDoelgroep) doelgroep(s, n, gebeurtenis);
}

function doelgroep(s: Schrijver, n: number, gebeurtenis: string): void {
  const asiel = s.groep === 'asiel';
  const bijAsiel = asiel && s.toeval.kans(0.15);
  const nader = bijAsiel
    ? 'Gezinshereniger met Asielstatushouder'
    : s.toeval.kies(['Gezinshereniger', 'Gezinsvormer', 'Overig']);
  s.feit(
    n,
    'duo',
    'doelgroep',
    {
      indeling: asiel ? 'Asielstatushouder' : 'Gezinsmigrant en overige migrant',
      gedetailleerd: asiel && !bijAsiel ? 'Asielstatushouder' : nader,
      begin: s.dag(n - 14),
    },
    gebeurtenis,
  );
  if (asiel) {
    s.feit(n, 'duo', 'verblijf', { asielvergunningBepaaldeTijd: !bijAsiel }, gebeurtenis);
  }
}

/** Woont in de gemeente sinds dag `op`; vastgelegd op dag `n`. */
export function ingeschreven(s: Schrijver, op: number, n = op): void {
  persoon(s, n, 'brp');
  const { straat, huisnummer } = s.mens;
  const { naam, code, stijl } = s.gemeente;
  const postcode = `${stijl.postcode?.slice(0, 4)} BA`;
  s.feit(n, 'brp', 'adres', { straat, huisnummer, postcode, plaats: naam }, 'BRP');
  s.feit(n, 'brp', 'inschrijving', { gemeentecode: code, op: s.dag(op) }, 'BRP');
  const telefoon = `06 000 ${s.toeval.geheel(10_000, 99_999)}`;
  s.feit(n, 'medewerker', 'contact', { telefoon });
  if (s.groep === 'asiel') s.feit(n, 'medewerker', 'bijstand', { vanaf: s.dag(op) });
}

/** Laat de tien weken op dag `begin` beginnen, op een manier die bij de doelgroep past. */
export function tienWeken(s: Schrijver, begin: number, metDoelgroep = true): void {
  const uitAzc = s.groep === 'asiel' && s.toeval.kans(0.6);
  if (uitAzc) {
    gekoppeld(s, begin - s.toeval.geheel(120, 240));
    plichtig(s, begin - s.toeval.geheel(40, 100), 'SS101', metDoelgroep);
    s.duoMeldt(begin, 'SS139');
    ingeschreven(s, begin);
    return;
  }
  plichtig(s, begin, 'SS139', metDoelgroep);
  ingeschreven(s, begin - s.toeval.geheel(3, 40), begin);
  taal(s, begin);
}

/** Oproep met afspraak voor een intakegesprek, verstuurd op dag `n`, gesprek op dag `op`. */
export function opgeroepen(s: Schrijver, n: number, op: number, herhaling = false): string {
  const oproepId = s.id(n);
  s.feit(n, 'medewerker', 'oproep', {
    oproepId,
    voor: 'brede-intake',
    uiterlijk: s.dag(Math.max(n + 14, op)),
    herhaling,
  });
  return afspraak(s, n, op, 'intakegesprek', oproepId);
}

export function afspraak(
  s: Schrijver,
  n: number,
  op: number,
  soort: FeitInhoud['afspraak']['soort'],
  oproepId?: string,
): string {
  const afspraakId = s.id(n);
  s.feit(n, 'medewerker', 'afspraak', {
    afspraakId,
    soort,
    datum: s.dag(op),
    tijd: s.toeval.kies(TIJDEN),
    plaats:
      soort === 'leerbaarheidstoets' ? 'Toetslokaal TaalThuis' : `Gemeentehuis ${s.gemeente.naam}`,
    duurMinuten: soort === 'intakegesprek' ? 90 : 60,
    ...(s.mens.tolk && soort !== 'leerbaarheidstoets' ? { tolkTaal: s.mens.taal } : {}),
    ...(oproepId ? { oproepId } : {}),
  });
  return afspraakId;
}

export function afgelopen(
  s: Schrijver,
  n: number,
  afspraakId: string,
  uitkomst: Uitkomst,
  reden?: string,
): void {
  s.feit(n, 'medewerker', 'afspraak-uitkomst', {
    afspraakId,
    uitkomst,
    ...(reden ? { reden } : {}),
  });
}

/** Een gevoerd gesprek met de eerste `deel` (0–1) van de antwoorden. */
export function gesprek(s: Schrijver, n: number, p: Profiel, deel: number): void {
  const op = s.werkdag(n) > -1 ? n : s.werkdag(n);
  const id = opgeroepen(s, op - s.toeval.geheel(7, 12), op);
  afgelopen(s, op, id, 'verschenen');
  s.feit(op, 'medewerker', 'privegesprek', { aangeboden: true, gewenst: s.toeval.kans(0.3) });
  const antwoorden = intakeAntwoorden(s.mens, p);
  for (const inhoud of antwoorden.slice(0, Math.ceil(antwoorden.length * deel))) {
    s.feit(op, 'medewerker', 'intake-antwoord', inhoud);
  }
  if (deel < 1) return;
  s.feit(op, 'medewerker', 'gezondheid-besproken', { besproken: true, gevolg: 'geen gevolgen' });
  for (const g of GEZONDHEID) {
    s.gezondheid.push({
      id: s.id(op),
      ...g,
      op: s.moment(op),
      dag: s.dag(op),
      medewerkerId: s.door.id,
    });
  }
}

const SCORE: Record<Profiel['route'], [number, number]> = {
  B: [5600, 8000],
  O: [7400, 9600],
  Z: [1800, 4900],
};

/** Uitslag van de leerbaarheidstoets, zoals DUO die meldt. */
function toets(s: Schrijver, n: number, p: Profiel): void {
  const [van, tot] = SCORE[p.route];
  const haalbaar = p.route === 'Z' ? 'B1-route niet haalbaar' : 'B1-route haalbaar';
  s.duoMeldt(n, 'SS131');
  s.feit(
    n,
    'duo',
    'leerbaarheidstoets',
    {
      resultaat: haalbaar,
      behaald: s.toeval.geheel(van, tot),
      benodigd: 5500,
      geregistreerdOp: s.dag(n - 1),
    },
    'SS131',
  );
}

/** De hele brede intake: gesprekken, toets en afronding. `einde` is de dag van afronden. */
export function intake(s: Schrijver, einde: number, p: Profiel, afgerond = true): void {
  gesprek(s, einde - 12, p, 1);
  toets(s, einde - 5, p);
  s.feit(einde - 1, 'inburgeraar', 'route-standpunt', {
    woorden: eigenWoorden(p),
    taal: 'nl',
    wens: p.route,
  });
  if (afgerond) s.feit(einde, 'medewerker', 'intake-afgerond', { zonderPersoon: false });
}

function mandaat(s: Schrijver) {
  if (s.gemeente.naam === 'Waterhoven') return medewerkerVan('Tom Willems');
  return medewerkerVan(s.door.naam === 'Bram Kuipers' ? 'Joke Verhoeven' : 'Bram Kuipers');
}

export type AntwoordVanDuo = 'wacht' | 'geaccepteerd' | { fouttekst: string };

/** Vastgesteld op dag `n`, gemeld aan DUO, met het antwoord van DUO. */
export function vastgesteld(
  s: Schrijver,
  n: number,
  p: Profiel,
  duo: AntwoordVanDuo = 'geaccepteerd',
): void {
  const inhoud = pipInhoudVan(s.groep, p);
  const vaststeller = mandaat(s);
  const pipId = s.pip(n, 'vastgesteld', inhoud, vaststeller.id);
  const dagtekening = s.dag(n);
  s.feit(n, 'medewerker', 'pip-vastgesteld', {
    pipId,
    versie: s.pips.length,
    dagtekening,
    bekendgemaaktOp: dagtekening,
    gemeentecode: s.gemeente.code,
    inhoud,
    vastgesteldDoor: vaststeller.naam,
  });
  const { leerroute, niveau, intensiteitUren, alfabetisering } = inhoud;
  const uren = leerroute === 'B' && s.groep === 'asiel' ? intensiteitUren : undefined;
  const fout = typeof duo === 'object' ? duo.fouttekst : undefined;
  const gemaaktOp = s.moment(n);
  s.uit.push({
    id: s.id(n),
    berichtId: s.id(n),
    onderwerpId: pipId,
    inhoud: {
      dagtekeningPip: dagtekening,
      leerroute,
      ...(niveau ? { niveau } : {}),
      ...(uren ? { geschatteIntensiteitB1Route: uren } : {}),
      indicatorMagOpleidingAfmaken: false,
      indicatorAlfabetiseringsonderwijs: alfabetisering,
    },
    staat: duo === 'wacht' ? 'wacht' : fout ? 'geweigerd' : 'geaccepteerd',
    foutteksten: fout ? [fout] : [],
    ...(duo === 'wacht' ? { laatsteFout: 'DUO gaf geen antwoord binnen de gestelde tijd' } : {}),
    gemaaktOp,
    ...(duo === 'wacht' ? {} : { afgerondOp: s.moment(n) }),
  });
  if (duo === 'wacht') return;
  const staat = fout ? 'geweigerd' : 'geaccepteerd';
  const foutteksten = fout ? { foutteksten: [fout] } : {};
  s.feit(n, 'duo', 'pip-bij-duo', { pipId, staat, ...foutteksten }, 'PIP');
}

/** DUO stelt na het PIP van dag `pip` de inburgeringstermijn vast. */
export function termijn(s: Schrijver, pip: number, extra: { maanden?: number } = {}): void {
  const n = hoogstens(pip + 3);
  const start = s.dag(pip + 1);
  s.duoMeldt(n, 'SS102');
  s.feit(n, 'duo', 'inburgeringstermijn', { start, eind: plusJaren(start, 3) }, 'SS102');
  if (!extra.maanden) return;
  const eind = s.dag(pip + 1 + 3 * 365 + extra.maanden * 30);
  s.duoMeldt(-20, 'SS104');
  s.feit(-20, 'duo', 'inburgeringstermijn', { start, eind, verlengingsgrond: 'Ziekte' }, 'SS104');
}

/** Van de eerste dag tot en met een aangenomen PIP met termijn op dag `pip`. */
export function totEnMetPip(s: Schrijver, pip: number, p: Profiel): void {
  tienWeken(s, pip - s.toeval.geheel(50, 66));
  intake(s, pip - 8, p);
  vastgesteld(s, pip, p);
  termijn(s, pip);
}
