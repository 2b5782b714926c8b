import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { Schrijver } from '../bouw.ts';
import type { Profiel } from '../inhoud.ts';
import { totEnMetPip } from './stappen.ts';

/** Drie jaar met een schrikkeldag. */
export const DAGEN_TERMIJN = 1096;

export function pvt(s: Schrijver, n: number, getekend = true): void {
  uren(s, n, 'pvt', 12);
  if (getekend) s.feit(n + 1, 'medewerker', 'pvt-ondertekend', { op: s.dag(n + 1) });
}

export function mapAf(s: Schrijver, n: number, p: Profiel): void {
  if (p.route === 'O') return;
  uren(s, n, 'map-praktijk', 44);
  s.feit(n + 5, 'medewerker', 'map-eindgesprek', { op: s.dag(n + 5) });
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
  s.feit(laatste - 2, 'medewerker', 'zroute-eindgesprek', { op: s.dag(laatste - 2) });
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

/** Aanbod van de school (alleen voor asielstatushouders doet de gemeente er een). */
function aanbod(s: Schrijver, n: number, p: Profiel): void {
  if (s.groep !== 'asiel') return;
  const instelling = p.route === 'O' ? 'Taalcollege Meander' : 'TaalThuis';
  s.feit(n, 'aanbieder', 'aanbod', { instelling, datum: s.dag(n), start: s.dag(n + 21) });
}

export function uren(
  s: Schrijver,
  n: number,
  soort: FeitInhoud['uren']['soort'],
  totaal: number,
): void {
  s.feit(n, 'aanbieder', 'uren', { soort, totaal, bekendTot: s.dag(n) });
}

/** Gesprekken vanaf het PIP, om de `ritme` dagen, tot dag `tot`; het laatste op dag `tot`. */
function gesprekken(s: Schrijver, pip: number, tot: number, ritme: number): void {
  const dagen: number[] = [];
  for (let dag = tot; dag > pip + 20 && dagen.length < 7; dag -= ritme) dagen.unshift(dag);
  for (const dag of dagen) {
    s.feit(dag, 'medewerker', 'voortgangsgesprek', { op: s.dag(dag), onderwerp: 'lessen en werk' });
  }
}
