import type { Datum } from '../../../rules/shared/datum.ts';
import { plusDagen } from '../../../rules/shared/datum.ts';
import type { Feit, FeitInhoud, FeitSoort } from '../../../rules/stand/feiten.ts';
import type { Geldend } from '../../../rules/stand/geldend.ts';
import type { NieuwFeit } from '../../../server/dossier/feiten.ts';
import { keurOverdracht } from '../../intake/antwoord.read.ts';
import { zinVan } from './pakket.delen.ts';
import type { Gegeven, GegevenSoort, Pakket } from './pakket.schema.ts';

export type Opname = { feiten: NieuwFeit[]; niet: { zin: string; waarom: string }[] };

type Inhoud<S extends GegevenSoort> = Extract<Gegeven, { soort: S }>['inhoud'];
type Bron = { g: Geldend; vandaag: Datum; verwijzing: string; van: string };
/** Een feit, of waarom het er geen wordt. */
type Uit = Pick<NieuwFeit, 'soort' | 'inhoud' | 'geldigOp'> | string;

const AL_BEKEND = 'Dit staat al in het dossier.';
const EIGEN_BESLUIT = 'Dit is een besluit van de vorige gemeente; het staat in het pakket.';
const NIEUWER = 'In het dossier staat een later totaal.';
const ANDERE_VRAAG = 'Deze vraag kent de intake hier niet, of het antwoord past er niet bij.';

const d = (dag: string) => dag as Datum;
const feit = <S extends FeitSoort>(soort: S, inhoud: FeitInhoud[S], op: string): Uit =>
  ({ soort, inhoud, geldigOp: d(op) }) as Uit;

/** Alleen als er nog niets van staat. */
const alsLeeg = <S extends FeitSoort>(b: Bron, soort: S, inhoud: FeitInhoud[S], op: string): Uit =>
  b.g.laatste(soort) ? AL_BEKEND : feit(soort, inhoud, op);

function notitie(b: Bron, tekst: string, op: string): Uit {
  const hele = `Van ${b.van}: ${tekst}`;
  const al = b.g.alle('notitie').some((f) => f.inhoud.tekst === hele);
  return al ? AL_BEKEND : feit('notitie', { tekst: hele }, op);
}

function neemPip(b: Bron, i: Inhoud<'pip'>): Uit {
  if (i.ingetrokkenOp) return EIGEN_BESLUIT;
  const bekend = b.g.laatste('pip-vorige-gemeente')?.inhoud;
  if (bekend && bekend.dagtekening >= i.dagtekening) return AL_BEKEND;
  const inhoud = {
    gemeentecode: i.gemeentecode,
    dagtekening: d(i.dagtekening),
    leerroute: i.leerroute,
    ...(i.niveau ? { niveau: i.niveau } : {}),
  };
  return feit('pip-vorige-gemeente', inhoud, i.dagtekening);
}

function neemUren(b: Bron, i: Inhoud<'uren'>): Uit {
  const zelfde = (f: Feit<'uren'>) =>
    f.inhoud.soort === i.soort &&
    (f.inhoud.inBredeIntake ?? false) === (i.inBredeIntake ?? false) &&
    f.inhoud.instellingsnummer === i.instellingsnummer;
  const hier = b.g.alle('uren').findLast(zelfde);
  if (hier && hier.inhoud.bekendTot >= i.bekendTot) return NIEUWER;
  const inhoud = { ...i, bekendTot: d(i.bekendTot) } as FeitInhoud['uren'];
  return feit('uren', inhoud, plusDagen(d(i.bekendTot), -1));
}

function neemAntwoord(b: Bron, i: Inhoud<'intake-antwoord'>, op: string): Uit {
  if (b.g.alle('intake-antwoord').some((f) => f.inhoud.vraag === i.vraag)) return AL_BEKEND;
  const keuring = keurOverdracht(i.vraag, i.waarde);
  if ('fout' in keuring) return ANDERE_VRAAG;
  const { onderdeel, waarde } = keuring;
  return feit('intake-antwoord', { onderdeel, vraag: i.vraag, waarde }, op);
}

function neemGesprek(b: Bron, i: Inhoud<'voortgangsgesprek'>, op: string): Uit {
  if (b.g.alle('voortgangsgesprek').some((f) => f.inhoud.op === op)) return AL_BEKEND;
  const { onderwerp, afspraken } = i;
  const inhoud = {
    op: d(op),
    ...(onderwerp ? { onderwerp } : {}),
    ...(afspraken ? { afspraken } : {}),
  };
  return feit('voortgangsgesprek', inhoud, op);
}

function neemToets(b: Bron, i: Inhoud<'leerbaarheidstoets'>, op: string): Uit {
  const al = b.g.alle('leerbaarheidstoets').some((f) => f.inhoud.geregistreerdOp === op);
  return al ? AL_BEKEND : feit('leerbaarheidstoets', { ...i, geregistreerdOp: d(op) }, op);
}

function neemBoete(b: Bron, { bedragCent }: Inhoud<'duo-boete'>, op: string): Uit {
  const al = b.g
    .alle('duo-boete')
    .some((f) => f.inhoud.op === op && f.inhoud.bedragCent === bedragCent);
  return al ? AL_BEKEND : feit('duo-boete', { bedragCent, op: d(op) }, op);
}

const NEEM: { [S in GegevenSoort]: (b: Bron, i: Inhoud<S>, op: string) => Uit } = {
  persoon: (b, i, op) => alsLeeg(b, 'persoon', i as FeitInhoud['persoon'], op),
  contact: (b, i, op) => alsLeeg(b, 'contact', i as FeitInhoud['contact'], op),
  taal: (b, i, op) => alsLeeg(b, 'taal', i as FeitInhoud['taal'], op),
  pip: neemPip,
  uren: neemUren,
  aanbod: () => 'U doet zelf een aanbod; dit staat in het pakket.',
  voortgangsgesprek: neemGesprek,
  'pvt-ondertekend': (b, _i, op) => alsLeeg(b, 'pvt-ondertekend', { op: d(op) }, op),
  'map-eindgesprek': (b, _i, op) => alsLeeg(b, 'map-eindgesprek', { op: d(op) }, op),
  'zroute-eindgesprek': (b, _i, op) => alsLeeg(b, 'zroute-eindgesprek', { op: d(op) }, op),
  leerbaarheidstoets: neemToets,
  'niet-verschenen': (b, i, op) =>
    notitie(
      b,
      zinVan({ soort: 'niet-verschenen', op, bron: 'medewerker', inhoud: i } as Gegeven),
      op,
    ),
  'duo-boete': neemBoete,
  verwijtbaarheid: () => EIGEN_BESLUIT,
  'intake-antwoord': neemAntwoord,
  'intake-afgerond': () => EIGEN_BESLUIT,
  gezin: (b, i, op) =>
    notitie(b, `${zinVan({ soort: 'gezin', op, bron: 'medewerker', inhoud: i } as Gegeven)}.`, op),
  notitie: (b, i, op) => notitie(b, i.tekst, op),
};

/**
 * Wat een pakket aan het dossier toevoegt. Elk feit draagt van wie het komt en dat het niet is bevestigd; wat hier al
 * staat gaat voor. Een dag in de toekomst wordt geweigerd.
 */
export function neemOp(pakket: Pakket, g: Geldend, vandaag: Datum): Opname {
  const van = `gemeente ${pakket.van.naam} (${pakket.van.gemeentecode})`;
  const verwijzing = `andere ${van}, nog niet bevestigd`;
  const b: Bron = { g, vandaag, verwijzing, van };
  const uit: Opname = { feiten: [], niet: [] };
  const eerst = new Set<FeitSoort>();
  for (const gegeven of opVolgorde(pakket)) {
    const neem = NEEM[gegeven.soort] as (b: Bron, i: unknown, op: string) => Uit;
    const resultaat =
      gegeven.op > vandaag ? 'De dag ligt in de toekomst.' : neem(b, gegeven.inhoud, gegeven.op);
    const dubbel =
      typeof resultaat !== 'string' && EENMALIG.has(resultaat.soort) && eerst.has(resultaat.soort);
    if (typeof resultaat === 'string' || dubbel) {
      const waarom = typeof resultaat === 'string' ? resultaat : AL_BEKEND;
      uit.niet.push({ zin: zinVan(gegeven), waarom });
      continue;
    }
    eerst.add(resultaat.soort);
    uit.feiten.push({ ...resultaat, bron: 'medewerker', verwijzing } as NieuwFeit);
  }
  return uit;
}

/** Hiervan komt er uit één pakket hoogstens één in het dossier: de nieuwste. */
const EENMALIG = new Set<FeitSoort>([
  'persoon',
  'contact',
  'taal',
  'pip-vorige-gemeente',
  'pvt-ondertekend',
  'map-eindgesprek',
  'zroute-eindgesprek',
]);

const opVolgorde = ({ delen }: Pakket): Gegeven[] =>
  delen.flatMap((deel) => deel.gegevens.toSorted((a, b) => (a.op < b.op ? 1 : -1)));
