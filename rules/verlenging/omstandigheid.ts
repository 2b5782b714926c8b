import { DOELGROEPEN, leerrouteVeld } from '../leerroute/velden.ts';
import { type Datum, dagenTussen, plusDagen, plusMaanden } from '../shared/datum.ts';
import {
  datumVeld,
  type Invoer,
  jaNeeVeld,
  keuzeVeld,
  lijstVeld,
  oordeelVeld,
} from '../shared/velden.ts';
import {
  AANBOD_MAANDEN,
  BETREFT,
  BEVALLING_DAGEN,
  GRONDEN,
  LATE_START_MAANDEN,
  type Omstandigheid,
  OVERLIJDEN_MAANDEN,
  omstandigheidVeld,
  START_ONDERWIJSROUTE_MAANDEN,
} from './gronden.ts';
import type { Periode } from './perioden.ts';

export const omstandigheidVelden = {
  omstandigheid: omstandigheidVeld(),
  betreft: keuzeVeld('Wie het betreft', BETREFT, {
    hulp: 'Alleen nodig bij ziekte, overlijden en bevalling.',
  }),
  begin: datumVeld('Eerste dag', 'Bij overlijden en bevalling: de dag zelf.'),
  laatsteDag: datumVeld('Laatste dag, tot en met', 'Niet nodig bij overlijden en bevalling.'),
  datumAanbod: datumVeld('Dag van het aanbod van de gemeente', 'Alleen bij een aanbod te laat.'),
  datumStartMogelijk: datumVeld(
    'Eerste dag waarop de onderwijsroute kon beginnen',
    'Alleen bij een aanbod te laat in de onderwijsroute.',
  ),
  bewijsstuk: jaNeeVeld(
    'Het bewijsstuk is er',
    'Bijvoorbeeld een verklaring van het college als er geen tijdig aanbod was.',
  ),
  nietVerwijtbaar: oordeelVeld(
    'Door deze omstandigheid kon de inburgeraar zonder eigen schuld niet inburgeren',
    [
      'of meedoen in deze tijd echt niet ging, en waarom',
      'of er een andere manier was om toch lessen te volgen',
      'wat het bewijsstuk zegt over duur en ernst',
      'bij een andere bijzondere omstandigheid: of zij bijzonder is en deze persoon betreft',
    ],
  ),
};

export const verlengingVelden = {
  startdatum: datumVeld('Eerste dag van de termijn'),
  laatsteDag: datumVeld(
    'Laatste dag van de termijn, tot en met',
    'De einddatum die DUO meldt is de dag erna.',
  ),
  leerroute: leerrouteVeld('Leerroute in het PIP'),
  doelgroep: keuzeVeld('Doelgroep volgens DUO', DOELGROEPEN),
  dagtekeningPip: datumVeld('Dagtekening van het PIP', 'Alleen nodig bij een aanbod te laat.'),
  omstandigheden: lijstVeld('Omstandigheden', omstandigheidVelden),
};

export type VerlengingFeiten = Invoer<typeof verlengingVelden>;
export type Rij = NonNullable<VerlengingFeiten['omstandigheden']>[number];
type Veldnaam = keyof typeof omstandigheidVelden;
type Zaakveld = 'leerroute' | 'doelgroep' | 'dagtekeningPip';

/** Of een omstandigheid telt, en wat er nog over gevraagd moet worden. */
export type Weging =
  | { telt: 'nee'; waarom: string }
  | { telt: 'onbekend'; rij: Veldnaam[]; zaak: Zaakveld[] }
  | { telt: 'ja'; omstandigheid: Omstandigheid };

/** Weegt één omstandigheid: een zekere weigering gaat voor een ontbrekend feit. */
export function weeg(o: Rij, f: VerlengingFeiten): Weging {
  const waarom = weigering(o, f);
  if (waarom) return { telt: 'nee', waarom };
  if (!o.omstandigheid) return { telt: 'onbekend', rij: ['omstandigheid'], zaak: [] };
  const rij = nodigInRij(o.omstandigheid, o, f).filter((naam) => o[naam] === undefined);
  const zaak = nodigInZaak(o.omstandigheid).filter((naam) => f[naam] === undefined);
  if (rij.length + zaak.length > 0) return { telt: 'onbekend', rij, zaak };
  if (o.begin && o.laatsteDag && o.laatsteDag < o.begin) {
    return { telt: 'onbekend', rij: ['laatsteDag'], zaak: [] };
  }
  return { telt: 'ja', omstandigheid: o.omstandigheid };
}

function weigering(o: Rij, f: VerlengingFeiten): string | undefined {
  const { omstandigheid, betreft } = o;
  if (o.nietVerwijtbaar === false) {
    return 'zij maakte inburgeren niet onmogelijk, of is de inburgeraar te verwijten';
  }
  if (o.bewijsstuk === false) {
    return omstandigheid ? `er hoort ${GRONDEN[omstandigheid].bewijs} bij` : 'het bewijs ontbreekt';
  }
  if (!omstandigheid) return undefined;
  const kring = GRONDEN[omstandigheid].betreft;
  if (betreft && kring.length > 0 && !kring.includes(betreft)) {
    return `deze grond geldt niet voor ${betreft}; misschien is het een andere bijzondere omstandigheid`;
  }
  if (omstandigheid === 'alfabetisering' && f.leerroute === 'Z') {
    return 'alfabetisering verlengt alleen in de B1-route en de onderwijsroute';
  }
  if (
    omstandigheid === 'geen tijdig aanbod' &&
    f.doelgroep === 'Gezinsmigrant en overige migrant'
  ) {
    return 'de gemeente doet alleen asielstatushouders een aanbod';
  }
  return omstandigheid === 'geen tijdig aanbod' ? undefined : buitenDeTermijn(omstandigheid, o, f);
}

/** Besluit art. 4.3 lid 1: de omstandigheid deed zich tijdens de termijn voor. */
function buitenDeTermijn(
  omstandigheid: Omstandigheid,
  { begin, laatsteDag }: Rij,
  f: VerlengingFeiten,
): string | undefined {
  if (begin && f.laatsteDag && begin > f.laatsteDag) return 'zij begon pas na de termijn';
  const slot = isEenDag(omstandigheid) ? begin : laatsteDag;
  if (slot && f.startdatum && slot < f.startdatum)
    return 'zij was voorbij voordat de termijn begon';
  return undefined;
}

const isEenDag = (o: Omstandigheid): boolean => o === 'overlijden' || o === 'bevalling';

function nodigInRij(omstandigheid: Omstandigheid, o: Rij, f: VerlengingFeiten): Veldnaam[] {
  const altijd: Veldnaam[] = ['bewijsstuk', 'nietVerwijtbaar'];
  if (GRONDEN[omstandigheid].betreft.length > 0) altijd.unshift('betreft');
  if (omstandigheid === 'geen tijdig aanbod') {
    const start: Veldnaam[] =
      f.leerroute === 'O' && !aanbodNaStartgrens(o, f) ? ['datumStartMogelijk'] : [];
    return [...altijd, 'datumAanbod', ...start];
  }
  return isEenDag(omstandigheid) ? [...altijd, 'begin'] : [...altijd, 'begin', 'laatsteDag'];
}

/** Wie na zes maanden pas een aanbod krijgt, kon zeker niet binnen zes maanden beginnen. */
function aanbodNaStartgrens(o: Rij, f: VerlengingFeiten): boolean {
  if (!o.datumAanbod || !f.dagtekeningPip) return false;
  return o.datumAanbod > plusMaanden(f.dagtekeningPip, START_ONDERWIJSROUTE_MAANDEN);
}

function nodigInZaak(omstandigheid: Omstandigheid): Zaakveld[] {
  if (omstandigheid === 'alfabetisering') return ['leerroute'];
  return omstandigheid === 'geen tijdig aanbod' ? ['leerroute', 'doelgroep', 'dagtekeningPip'] : [];
}

/**
 * De periode van een omstandigheid die telt. Bij een vast aantal maanden is dat aantal dagen gemeten vanaf
 * de laatste dag van de termijn, zodat die er precies zoveel maanden later op uitkomt.
 */
export function periodeVan(o: Rij, f: VerlengingFeiten, laatsteDag: Datum): Periode | undefined {
  if (o.omstandigheid === 'geen tijdig aanbod') return zonderAanbod(o, f, laatsteDag);
  const { begin } = o;
  if (!begin) return undefined;
  if (o.omstandigheid === 'bevalling') return { begin, eind: plusDagen(begin, BEVALLING_DAGEN) };
  if (o.omstandigheid === 'overlijden') {
    return { begin, eind: plusDagen(begin, inDagen(laatsteDag, OVERLIJDEN_MAANDEN)) };
  }
  return o.laatsteDag ? { begin, eind: plusDagen(o.laatsteDag, 1) } : undefined;
}

function zonderAanbod(o: Rij, f: VerlengingFeiten, laatsteDag: Datum): Periode | undefined {
  const pip = f.dagtekeningPip;
  if (!pip || !o.datumAanbod) return undefined;
  const start = o.datumStartMogelijk ?? o.datumAanbod;
  if (f.leerroute === 'O' && start > plusMaanden(pip, START_ONDERWIJSROUTE_MAANDEN)) {
    const begin = plusDagen(pip, 1);
    return { begin, eind: plusDagen(begin, inDagen(laatsteDag, LATE_START_MAANDEN)) };
  }
  return { begin: plusMaanden(pip, AANBOD_MAANDEN), eind: o.datumAanbod };
}

/** Zoveel dagen later valt de laatste dag als de termijn `maanden` langer wordt. */
export function inDagen(laatsteDag: Datum, maanden: number): number {
  return dagenTussen(laatsteDag, plusMaanden(laatsteDag, maanden));
}
