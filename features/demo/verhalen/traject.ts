import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Schrijver } from '../bouw.ts';
import type { Profiel } from '../inhoud.ts';
import { totEnMetPip } from './stappen.ts';

/** Drie jaar met een schrikkeldag. */
export const DAGEN_TERMIJN = 1096;

export function pvt(s: Schrijver, n: number, getekend = true): void {
  uren(s, n, 'pvt', 12);
  if (!getekend) return;
  const op = s.dag(n + 1);
  const id = s.feit(n + 1, 'medewerker', 'pvt-ondertekend', { op });
  s.gemeld(n + 1, 'pvt', id, { datumOndertekeningPvt: op });
}

export function mapAf(s: Schrijver, n: number, p: Profiel): void {
  if (p.route === 'O') return;
  uren(s, n, 'map-praktijk', 44);
  const op = s.dag(n + 5);
  const id = s.feit(n + 5, 'medewerker', 'map-eindgesprek', { op });
  s.gemeld(n + 5, 'map', id, { datumEindgesprekMap: op });
}

/** Uren die passen bij zoveel dagen onderweg. */
function lessen(s: Schrijver, n: number, dagen: number, p: Profiel): void {
  const weken = Math.max(1, Math.floor(dagen / 7) - 4);
  uren(s, n, 'taal-en-knm', Math.min(780, weken * 8));
  if (p.route === 'Z') uren(s, n, 'participatie', Math.min(700, weken * 6));
}

export type Onderdeel = FeitInhoud['examen']['onderdeel'];

export function examens(
  s: Schrijver,
  n: number,
  p: Profiel,
  onderdelen: readonly Onderdeel[],
): void {
  if (p.route !== 'B') return;
  onderdelen.forEach((onderdeel, i) => {
    const niveau = onderdeel === 'KNM' ? {} : { niveau: 'B1' as const };
    const op = s.dag(n + i);
    s.feit(n + i, 'duo', 'examen', { onderdeel, resultaat: 'Geslaagd', ...niveau, op }, 'SS199');
  });
}

/** Onderweg: PIP op dag `pip`, lessen lopen, laatste gesprek op dag `gesproken`. */
export function onderweg(
  s: Schrijver,
  pip: number,
  p: Profiel,
  gesproken: number,
  ritme = 80,
): void {
  totEnMetPip(s, pip, p);
  aanbod(s, pip + 30, p);
  gesprekken(s, pip, gesproken, ritme);
  lessen(s, Math.min(-6, gesproken + 20), -pip, p);
}

/** Alles gedaan behalve wat DUO nog moet melden. */
export function allesGehaald(s: Schrijver, pip: number, p: Profiel, laatste: number): void {
  onderweg(s, pip, p, laatste, 150);
  pvt(s, pip + 200);
  mapAf(s, pip + 400, p);
  examens(s, laatste - 10, p, ['KNM', 'LE', 'LU', 'SC', 'SP']);
  if (p.route !== 'Z') return;
  uren(s, laatste - 12, 'taal-en-knm', 812);
  uren(s, laatste - 12, 'participatie', 804);
  const op = s.dag(laatste - 2);
  const id = s.feit(laatste - 2, 'medewerker', 'zroute-eindgesprek', { op });
  s.gemeld(laatste - 2, 'zroute', id, { datumAfrondingZroute: op });
}

export function plichtVoorbij(
  s: Schrijver,
  n: number,
  gebeurtenis: string,
  redenGeenPlicht: string,
): void {
  s.duoMeldt(n, gebeurtenis);
  s.feit(n, 'duo', 'inburgeringsplicht', { plichtig: false, redenGeenPlicht }, gebeurtenis);
}

/** Scholen die de nagebootste DUO noemt; de tweede geeft ook het taalschakeltraject. */
const TAALTHUIS = { instelling: 'TaalThuis', instellingsnummer: '0000000011' };
const MEANDER = { instelling: 'Taalcollege Meander', instellingsnummer: '0000000013' };

/** De lessen duren ten hoogste twee jaar. */
const LESDAGEN = 730;

/** Aanbod van de gemeente bij een school (alleen voor asielstatushouders doet de gemeente er een). */
function aanbod(s: Schrijver, n: number, p: Profiel): void {
  if (s.groep !== 'asiel') return;
  const school = p.route === 'O' ? MEANDER : TAALTHUIS;
  const pip = s.feiten.findLast((f) => f.soort === 'pip-vastgesteld');
  const alfabetisering =
    pip?.soort === 'pip-vastgesteld' ? pip.inhoud.inhoud.alfabetisering : 'NVT';
  const [datum, start, eind] = [s.dag(n), s.dag(n + 21), s.dag(n + 21 + LESDAGEN)];
  const id = s.feit(n, 'medewerker', 'aanbod', { ...school, datum, start, eind, alfabetisering });
  s.gemeld(n, 'aanbod', id, {
    instellingsnummer: school.instellingsnummer,
    datumInburgeringsaanbod: datum,
    verwachteStartdatumOpleiding: start,
    verwachteEinddatumOpleiding: eind,
    indicatorAlfabetiseringsonderwijs: alfabetisering,
  });
}

/** Bij welke school de lessen zijn; alleen bekend als de gemeente er een aanbod deed. */
function school(s: Schrijver): string | undefined {
  const feit = s.feiten.findLast((f) => f.soort === 'aanbod');
  return feit?.soort === 'aanbod' ? feit.inhoud.instellingsnummer : undefined;
}

/** Een totaal; wat DUO telt is gemeld, en aangenomen tenzij `fouttekst` zegt van niet. */
export function uren(
  s: Schrijver,
  n: number,
  soort: FeitInhoud['uren']['soort'],
  totaal: number,
  fouttekst?: string,
): void {
  const bekendTot = s.dag(n);
  const instellingsnummer = soort === 'taal-en-knm' ? school(s) : undefined;
  const verzuim = { geoorloofd: Math.round(totaal / 20), ongeoorloofd: Math.round(totaal / 60) };
  const id = s.feit(n, 'aanbieder', 'uren', {
    soort,
    totaal,
    bekendTot,
    ...(instellingsnummer
      ? {
          instellingsnummer,
          geoorloofdVerzuim: verzuim.geoorloofd,
          ongeoorloofdVerzuim: verzuim.ongeoorloofd,
        }
      : {}),
  });
  if (instellingsnummer) {
    const les = { soort: 'instelling', instellingsnummer, bekendTot, uren: totaal };
    const afwezig = {
      urenGeoorloofdVerzuim: verzuim.geoorloofd,
      urenOngeoorloofdVerzuim: verzuim.ongeoorloofd,
    };
    s.gemeld(n, 'uren', id, { ...les, ...afwezig }, fouttekst);
  } else if (soort === 'taal-en-knm') {
    s.gemeld(n, 'uren', id, { soort: 'participatie-taalles', uren: totaal }, fouttekst);
  } else if (soort === 'participatie' && s.groep === 'asiel') {
    s.gemeld(n, 'uren', id, { soort: 'participatieactiviteiten', uren: totaal }, fouttekst);
  }
}

/** Gesprekken vanaf het PIP, om de `ritme` dagen, tot dag `tot`; het laatste op dag `tot`. */
function gesprekken(s: Schrijver, pip: number, tot: number, ritme: number): void {
  const dagen: number[] = [];
  for (let dag = tot; dag > pip + 20 && dagen.length < 7; dag -= ritme) dagen.unshift(dag);
  for (const dag of dagen) {
    s.feit(dag, 'medewerker', 'voortgangsgesprek', { op: s.dag(dag), onderwerp: 'lessen en werk' });
  }
}
