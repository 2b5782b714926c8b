import { type Datum, dagenTussen, plusDagen } from '../../rules/shared/datum.ts';
import type { FeitInhoud, Leerroute } from '../../rules/stand/feiten.ts';
import {
  momentOp,
  type OefenBerichtIn,
  type OefenDossier,
  type OefenMens,
  Schrijver,
  tijdOp,
} from './bouw.ts';
import { maakProfiel, type Profiel } from './inhoud.ts';
import { LANDEN_ASIEL, LANDEN_GEZIN, type Land, landVan, STRATEN } from './namen.ts';
import { GEMEENTEN, medewerkerVan, type OefenGemeente, type OefenMedewerker } from './regio.ts';
import { maakToeval, oefenBsn, oefenVNummer, type Toeval } from './toeval.ts';
import { AFRONDEN, EINDE_TERMIJN } from './verhalen/einde.ts';
import { INTAKE, VOORBEREIDEN } from './verhalen/intake.ts';
import { klantprofiel } from './verhalen/klantprofiel.ts';
import { ONDERWEG } from './verhalen/onderweg.ts';
import { PIP } from './verhalen/pip.ts';
import type { Groep, Verhaal } from './verhalen/verhaal.ts';

/** Het zaad van de oefenregio: altijd dezelfde mensen. */
export const ZAAD = 2021;

export const VERHALEN: readonly Verhaal[] = [
  ...VOORBEREIDEN,
  ...INTAKE,
  ...PIP,
  ...ONDERWEG,
  ...EINDE_TERMIJN,
  ...AFRONDEN,
];

export type OefenRegio = { dossiers: OefenDossier[]; postvak: OefenBerichtIn[] };

const ROUTES: Record<Groep, readonly Leerroute[]> = {
  asiel: ['B', 'Z', 'B', 'O', 'B', 'Z'],
  gezin: ['B', 'B', 'O', 'B', 'B', 'Z'],
};
/** Volgorde waarin de gemeenten aan de beurt zijn: een grote, twee middelgrote en een kleine. */
const BEURT = [0, 1, 3, 0, 2, 1, 0, 3] as const;
const OMGEKEERD: Record<FeitInhoud['gezin']['relatie'], FeitInhoud['gezin']['relatie']> = {
  partner: 'partner',
  'broer-of-zus': 'broer-of-zus',
  ouder: 'kind',
  kind: 'ouder',
};

type Geschreven = {
  verhaal: Verhaal;
  nr: number;
  s: Schrijver;
  profiel: Profiel;
  klantmanagerId?: string;
};

/**
 * De dossiers van de verzonnen regio, zoals zij er op `peildatum` bij liggen. Hetzelfde zaad en dezelfde
 * dag geven precies dezelfde dossiers, met dezelfde ids.
 */
export function genereerRegio(zaad: number, peildatum: Datum): OefenRegio {
  const toeval = maakToeval(zaad);
  const geschreven: Geschreven[] = [];
  for (const verhaal of VERHALEN) schrijfAlle({ toeval, peildatum, verhaal }, geschreven);
  const postvak = maakPostvak(toeval, geschreven);
  for (const { verhaal, nr, s, profiel } of geschreven) {
    const dag = s.groep === 'asiel' ? verhaal.klantprofiel?.(nr) : undefined;
    if (dag !== undefined) klantprofiel(s, dag, profiel);
  }
  return { dossiers: geschreven.map(alsDossier), postvak };
}

/** Alle dossiers van één verhaal; de eerste twee of drie kunnen familie zijn. */
function schrijfAlle(
  basis: Pick<Opzet, 'toeval' | 'peildatum' | 'verhaal'>,
  geschreven: Geschreven[],
): void {
  const { toeval, verhaal } = basis;
  let eerste: Schrijver | undefined;
  for (let nr = 0; nr < verhaal.aantal; nr += 1) {
    const relatie = [undefined, verhaal.gezin, verhaal.derde][nr];
    const familie = relatie ? eerste : undefined;
    const volgnummer = geschreven.length;
    const gemeente = kiesGemeente(verhaal, nr, volgnummer);
    const bezet = new Set(geschreven.map((g) => naamVan(g.s.mens)));
    const s = maakSchrijver({ ...basis, gemeente, volgnummer, nr, familie, bezet });
    s.mens.vNummer = oefenVNummer(volgnummer);
    if (!verhaal.zonderBsn) s.mens.bsn = oefenBsn(volgnummer);
    const profiel = maakProfiel(toeval, kiesRoute(toeval, verhaal, s.groep));
    verhaal.schrijf(s, profiel, nr);
    if (familie && relatie) verbind(familie, s, relatie);
    const vrij = verhaal.vrij && nr % 2 === 1;
    geschreven.push({ verhaal, nr, s, profiel, ...(vrij ? {} : { klantmanagerId: s.door.id }) });
    eerste ??= s;
  }
}

function kiesGemeente(verhaal: Verhaal, nr: number, beurt: number): OefenGemeente {
  const vast = nr === 0 ? verhaal.hoofdrol?.gemeente : undefined;
  const gemeente = vast
    ? GEMEENTEN.find((g) => g.naam === vast)
    : GEMEENTEN[BEURT[beurt % BEURT.length] as number];
  return gemeente as OefenGemeente;
}

/** Asielstatushouders volgen vaker de Z-route dan gezinsmigranten. */
function kiesRoute(toeval: Toeval, verhaal: Verhaal, groep: Groep): Leerroute {
  return verhaal.route ?? toeval.kies(ROUTES[groep]);
}

type Opzet = {
  toeval: Toeval;
  peildatum: Datum;
  verhaal: Verhaal;
  gemeente: OefenGemeente;
  volgnummer: number;
  nr: number;
  familie?: Schrijver | undefined;
  /** Namen die al iemand heeft. */
  bezet: ReadonlySet<string>;
};

function maakSchrijver(o: Opzet): Schrijver {
  const hoofdrol = o.nr === 0 ? o.verhaal.hoofdrol : undefined;
  const omEnOm: Groep = o.nr % 2 === 0 ? 'asiel' : 'gezin';
  const eigenGroep = o.verhaal.groep === 'om-en-om' ? omEnOm : o.verhaal.groep;
  const gemeente = o.familie?.gemeente ?? o.gemeente;
  return new Schrijver({
    dossierId: o.toeval.id(tijdOp(plusDagen(o.peildatum, -1200), o.volgnummer)),
    toeval: o.toeval,
    peildatum: o.peildatum,
    gemeente,
    groep: o.familie?.groep ?? hoofdrol?.groep ?? eigenGroep,
    mens: maakMens(o),
    door: hoofdrol ? vanGemeente(gemeente, 0) : vanGemeente(gemeente, o.volgnummer),
  });
}

/** De klantmanager die dit dossier schrijft. */
function vanGemeente(gemeente: OefenGemeente, nummer: number): OefenMedewerker {
  if (gemeente.naam === 'Waterhoven') return medewerkerVan('Ilse de Groot');
  return medewerkerVan(nummer % 2 === 0 ? 'Noor de Wit' : 'Bram Kuipers');
}

function maakMens(o: Opzet): OefenMens {
  const { toeval, familie } = o;
  const hoofdrol = o.nr === 0 ? o.verhaal.hoofdrol : undefined;
  const omEnOm: Groep = o.nr % 2 === 0 ? 'asiel' : 'gezin';
  const groep = o.verhaal.groep === 'om-en-om' ? omEnOm : o.verhaal.groep;
  const land = hoofdrol ? landVan(hoofdrol.land) : (familie?.mens.land ?? kiesLand(toeval, groep));
  const geslacht = hoofdrol?.geslacht ?? kiesGeslacht(toeval, o);
  const voornamen = geslacht === 'vrouw' ? land.vrouwen : land.mannen;
  const naam = {
    voornamen: hoofdrol?.naam[0] ?? toeval.kies(voornamen),
    geslachtsnaam:
      hoofdrol?.naam[1] ?? familie?.mens.geslachtsnaam ?? toeval.kies(land.achternamen),
  };
  for (let poging = 0; o.bezet.has(naamVan(naam)) && poging < MAX_POGINGEN; poging += 1) {
    naam.voornamen = toeval.kies(voornamen);
    naam.geslachtsnaam = familie?.mens.geslachtsnaam ?? toeval.kies(land.achternamen);
  }
  return {
    ...naam,
    geslacht,
    geboorte: maakGeboorte(o),
    land,
    taal: toeval.kies(land.talen),
    tolk: toeval.kans(groep === 'asiel' ? 0.7 : 0.3),
    straat: familie?.mens.straat ?? toeval.kies(STRATEN),
    huisnummer: familie?.mens.huisnummer ?? String(toeval.geheel(1, 148)),
  };
}

const MAX_POGINGEN = 20;
const naamVan = (m: Pick<OefenMens, 'voornamen' | 'geslachtsnaam'>) =>
  `${m.voornamen} ${m.geslachtsnaam}`;

const kiesLand = (toeval: Toeval, groep: Groep): Land =>
  toeval.kies(groep === 'asiel' ? LANDEN_ASIEL : LANDEN_GEZIN);

function kiesGeslacht(toeval: Toeval, { familie, verhaal, nr }: Opzet): 'man' | 'vrouw' {
  if (familie && nr === 1 && verhaal.gezin === 'partner') {
    return familie.mens.geslacht === 'man' ? 'vrouw' : 'man';
  }
  return toeval.kans(0.55) ? 'vrouw' : 'man';
}

/** Van wie uit een land zonder sluitende registratie komt is soms alleen het jaar bekend. */
function maakGeboorte({ toeval, verhaal, peildatum, nr }: Opzet): OefenMens['geboorte'] {
  const ouder = verhaal.gezin === 'ouder';
  const [van, tot] = ouder && nr === 0 ? [44, 57] : ouder && nr === 1 ? [19, 23] : [20, 52];
  const datum = plusDagen(peildatum, -toeval.geheel(van * 366, tot * 366));
  const jaar = Number(datum.slice(0, 4));
  const soort = verhaal.groep === 'gezin' ? 9 : toeval.geheel(0, 9);
  if (soort === 0) return { soort: 'jaar', jaar };
  if (soort === 1) return { soort: 'jaarMaand', jaar, maand: Number(datum.slice(5, 7)) };
  return { soort: 'datum', datum };
}

/** Legt in beide dossiers vast dat deze mensen bij elkaar horen. */
function verbind(eerste: Schrijver, tweede: Schrijver, relatie: keyof typeof OMGEKEERD): void {
  const begin = (s: Schrijver) => s.feiten.map((f) => f.geldigOp).sort()[0] as Datum;
  const beide = begin(eerste) > begin(tweede) ? begin(eerste) : begin(tweede);
  const n = dagenTussen(eerste.peildatum, beide);
  const inEerste = { anderDossierId: tweede.dossierId, relatie: OMGEKEERD[relatie] };
  eerste.feit(n, 'medewerker', 'gezin', inEerste);
  tweede.feit(n, 'medewerker', 'gezin', { anderDossierId: eerste.dossierId, relatie });
}

function alsDossier({ verhaal, s, klantmanagerId }: Geschreven): OefenDossier {
  const feiten = s.feiten.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    id: s.dossierId,
    gemeente: s.gemeente,
    verhaal: verhaal.id,
    groep: s.groep,
    mens: s.mens,
    ...(klantmanagerId ? { klantmanagerId } : {}),
    geopendOp: feiten[0]?.vastgelegdOp ?? momentOp(s.peildatum, 0),
    feiten,
    gezondheid: s.gezondheid,
    metingen: s.metingen,
    pips: s.pips,
    uit: s.uit,
    in: s.in,
  };
}

type InPostvak = {
  gebeurtenisId: string;
  gemeente: number;
  dossierVan?: string;
  bsn?: string;
  reden: string;
  voorstel: string;
};

/** Meldingen waar een mens naar moet kijken. */
const POSTVAK: readonly InPostvak[] = [
  {
    gebeurtenisId: 'SS177',
    gemeente: 0,
    dossierVan: 'eerste-jaar',
    reden: 'Meedoen kent deze gebeurtenis niet.',
    voorstel: 'Zoek bij DUO op wat zij betekent en leg in het dossier vast wat nodig is.',
  },
  {
    gebeurtenisId: 'SS102',
    gemeente: 1,
    bsn: oefenBsn(9000),
    reden: 'Er is geen dossier van deze persoon en deze melding opent er geen.',
    voorstel: 'Koppel de melding aan een dossier, of vraag DUO voor wie zij is.',
  },
  {
    gebeurtenisId: 'SS131',
    gemeente: 2,
    reden: 'De melding noemt geen BSN en geen V-nummer.',
    voorstel: 'Vraag DUO over wie de melding gaat.',
  },
  {
    gebeurtenisId: 'SS140',
    gemeente: 3,
    dossierVan: 'einde-nadert',
    reden: 'DUO vraagt advies over een ontheffing wegens bijzondere omstandigheden.',
    voorstel: 'Schrijf het advies van het college aan DUO.',
  },
];

function maakPostvak(toeval: Toeval, geschreven: readonly Geschreven[]): OefenBerichtIn[] {
  const peildatum = geschreven[0]?.s.peildatum as Datum;
  return POSTVAK.map((p, i) => {
    const gemeenteId = (GEMEENTEN[p.gemeente] as OefenGemeente).id;
    const s = geschreven.find(
      (g) => g.verhaal.id === p.dossierVan && g.s.gemeente.id === gemeenteId,
    )?.s;
    const dag = plusDagen(peildatum, -1 - i);
    return {
      gemeenteId,
      id: toeval.id(tijdOp(dag, i)),
      berichtId: toeval.id(tijdOp(dag, i)),
      hash: toeval.hex(64),
      gebeurtenisId: p.gebeurtenisId,
      bsn: s?.mens.bsn ?? p.bsn,
      op: momentOp(dag, i),
      staat: 'postvak',
      reden: p.reden,
      voorstel: p.voorstel,
      dossierId: s?.dossierId,
    };
  });
}
