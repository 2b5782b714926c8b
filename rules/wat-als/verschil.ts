import { ROUTE_NAAM } from '../pip/pip-inhoud.ts';
import type { Datum } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Stand } from '../stand/stand.ts';

/** Eén punt waarop twee Standen verschillen, in woorden; leeg als het er in de ene niet is. */
export type Verschil = {
  soort: 'kenmerk' | 'termijn' | 'verplichting' | 'aanbod' | 'signaal' | 'voorstel';
  naam: string;
  was?: string;
  wordt?: string;
};

type Punt = Pick<Verschil, 'soort' | 'naam'> & { tekst: string };

const TERMIJN = {
  loopt: '',
  verstreken: ' (verstreken)',
  gehaald: ' (gehaald)',
  'te-laat-gehaald': ' (te laat gehaald)',
  prognose: ' (verwacht)',
  'nog-niet-begonnen': ' (nog niet begonnen)',
  onbekend: ' (nog niet te bepalen)',
} as const;
const VERPLICHTING = {
  voldaan: 'voldaan',
  open: 'nog open',
  'niet-van-toepassing': 'niet van toepassing',
  onbekend: 'nog niet te bepalen',
} as const;
const DOELGROEP = {
  asielstatushouder: 'asielstatushouder',
  'gezins-en-overige-migrant': 'gezins- of overige migrant',
  onbekend: 'nog onbekend',
} as const;
const TOESTAND = {
  actief: 'inburgeringsplichtig',
  'nog-niet-plichtig': 'nog niet plichtig',
  gepauzeerd: 'tijdelijk vrijgesteld',
  beeindigd: 'plicht geëindigd',
} as const;

/** Waarin `nieuw` van `oud` verschilt, op volgorde: kenmerken, termijnen, verplichtingen, aanbod, signalen, voorstellen. */
export function verschillen(oud: Stand, nieuw: Stand): Verschil[] {
  const [was, wordt] = [punten(oud), punten(nieuw)];
  const sleutels = [...new Set([...wordt.keys(), ...was.keys()])];
  return sleutels.flatMap((sleutel) => {
    const [a, b] = [was.get(sleutel), wordt.get(sleutel)];
    const punt = b ?? a;
    if (!punt || a?.tekst === b?.tekst) return [];
    return [
      {
        soort: punt.soort,
        naam: punt.naam,
        ...(a ? { was: a.tekst } : {}),
        ...(b ? { wordt: b.tekst } : {}),
      },
    ];
  });
}

function punten(s: Stand): Map<string, Punt> {
  const uit = new Map<string, Punt>();
  const zet = (id: string, soort: Punt['soort'], naam: string, tekst: string) =>
    uit.set(`${soort}:${id}`, { soort, naam, tekst });
  zet('doelgroep', 'kenmerk', 'Doelgroep', DOELGROEP[s.doelgroep.waarde]);
  zet('toestand', 'kenmerk', 'Toestand', TOESTAND[s.toestand]);
  zet('leerroute', 'kenmerk', 'Leerroute', s.leerroute ? ROUTE_NAAM[s.leerroute] : 'nog geen');
  zet('schakel', 'kenmerk', 'Plaats in de keten', `schakel ${s.schakel}`);
  for (const t of s.termijnen) zet(t.id, 'termijn', t.naam, dag(t.laatsteDag) + TERMIJN[t.staat]);
  for (const v of s.verplichtingen) {
    const stand = v.voortgang ? ` (${v.voortgang.is} van ${v.voortgang.moet})` : '';
    zet(v.id, 'verplichting', v.naam, VERPLICHTING[v.staat] + stand);
  }
  for (const a of s.aanbod) zet(a.id, 'aanbod', a.naam, a.recht.replaceAll('-', ' '));
  // Van een signaal kunnen er meer zijn, met andere woorden.
  for (const [i, a] of s.signalen.entries()) {
    const eerdere = s.signalen.slice(0, i).filter((x) => x.id === a.id).length;
    zet(`${a.id}-${eerdere}`, 'signaal', 'Signaal', a.tekst);
  }
  for (const [i, { soort, titel, laatsteDag }] of s.voorstellen.entries()) {
    const tekst = titel + (laatsteDag ? `, uiterlijk ${inWoorden(laatsteDag)}` : '');
    if (i === 0) zet('eerste', 'voorstel', 'Nu te doen', tekst);
    else zet(soort, 'voorstel', 'Daarna te doen', tekst);
  }
  return uit;
}

const dag = (d: Datum | undefined) => (d ? `tot en met ${inWoorden(d)}` : 'geen laatste dag');
