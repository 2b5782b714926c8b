import { type Datum, isDatum } from '../../rules/shared/datum.ts';
import type { FeitInhoud, OnvolledigeDatum } from '../../rules/stand/feiten.ts';
import { isBsn, vNummer } from '../../server/dossier/nummers.ts';
import { type Celsoort, KOLOMMEN } from './kolommen.ts';
import type { Gebrek, RuweRij } from './lezen.ts';

/** Een antwoord zoals het in het bestand staat; de intake keurt het. */
export type RuwAntwoord = { vraag: string; waarde: unknown; plek: string };

/** Iemand die COA overdraagt, gelezen. */
export type CoaPersoon = {
  bsn?: string;
  vNummer?: string;
  persoon: FeitInhoud['persoon'];
  gemeentecode?: string;
  koppeling?: FeitInhoud['koppeling'];
  contact?: FeitInhoud['contact'];
  taal?: FeitInhoud['taal'];
  antwoorden: RuwAntwoord[];
  gezondheid: RuwAntwoord[];
};

export type GelezenRij = {
  rij: number;
  /** Ontbreekt als de rij niet genoeg zegt om iemand te herkennen; `gebreken` zegt waarom. */
  persoon?: CoaPersoon;
  gebreken: Gebrek[];
};

type Uitkomst = { waarde: unknown } | { fout: string };
const goed = (waarde: unknown): Uitkomst => ({ waarde });
const fout = (tekst: string): Uitkomst => ({ fout: tekst });

const MAX_TEKST = 120;
const EERSTE_JAAR = 1900;
const LAATSTE_JAAR = 2100;
const EERSTE_KOPPELING = '2000-01-01';

/** Onzichtbare tekens en tekens die de leesrichting omdraaien horen niet in een naam of nummer. */
const VREEMD = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/u;

function tekst(ruw: unknown): Uitkomst {
  if (typeof ruw === 'number') return goed(String(ruw));
  if (typeof ruw !== 'string') return fout('Hier hoort tekst.');
  const schoon = ruw.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (schoon.length > MAX_TEKST) return fout(`Hier horen hoogstens ${MAX_TEKST} tekens.`);
  if (VREEMD.test(schoon)) return fout('Hier staat een onzichtbaar teken. Typ de tekst opnieuw.');
  if (/^[=@]/.test(schoon)) return fout('Dit lijkt op een formule en wordt niet opgenomen.');
  return goed(schoon);
}

/** Een getal in een rekenblad verliest zijn nullen vooraan. */
function nummer(ruw: unknown, lengte: number): string {
  const los = typeof ruw === 'number' ? String(ruw) : String(ruw ?? '').replace(/[\s.-]/g, '');
  return typeof ruw === 'number' ? los.padStart(lengte, '0') : los;
}

function bsn(ruw: unknown): Uitkomst {
  const cijfers = nummer(ruw, 9);
  return isBsn(cijfers)
    ? goed(cijfers)
    : fout('Dit is geen burgerservicenummer: negen cijfers die aan de elfproef voldoen.');
}

function vreemdelingnummer(ruw: unknown): Uitkomst {
  const gevonden = vNummer(nummer(ruw, 10));
  return gevonden
    ? goed(gevonden)
    : fout('Een V-nummer heeft hoogstens tien cijfers en geen letters.');
}

/** `2026-11-02` of `2-11-2026`, of een cel die als datum is opgemaakt. */
function dagVan(ruw: unknown): Datum | undefined {
  if (ruw instanceof Date) {
    const iso = Number.isNaN(ruw.getTime()) ? '' : ruw.toISOString();
    // Een tijdstip in de cel telt niet mee; de cel zelf kent geen tijdzone.
    return isDatum(iso.slice(0, 10)) ? (iso.slice(0, 10) as Datum) : undefined;
  }
  if (typeof ruw !== 'string') return undefined;
  const nl = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(ruw.trim());
  const iso = nl
    ? `${nl[3]}-${nl[2]?.padStart(2, '0')}-${nl[1]?.padStart(2, '0')}`
    : ruw.trim().replace(/T00:00:00(?:\.000)?Z?$/, '');
  return isDatum(iso) ? iso : undefined;
}

const GETAL_ALS_DATUM =
  'Hier staat een getal in plaats van een datum. Maak van de cel een datum of typ de dag, bijvoorbeeld 12-03-1994.';

function datum(ruw: unknown, vandaag: Datum): Uitkomst {
  if (typeof ruw === 'number') return fout(GETAL_ALS_DATUM);
  const dag = dagVan(ruw);
  if (!dag) return fout('Dit is geen bestaande dag. Typ bijvoorbeeld 12-11-2026.');
  if (dag > vandaag) return fout('Deze dag ligt in de toekomst.');
  if (dag < EERSTE_KOPPELING) return fout('Deze dag ligt te ver terug. Kijk het jaar na.');
  return goed(dag);
}

const isJaar = (jaar: number) =>
  Number.isInteger(jaar) && jaar >= EERSTE_JAAR && jaar <= LAATSTE_JAAR;

function geboorte(ruw: unknown, vandaag: Datum): Uitkomst {
  const jaarNu = Number(vandaag.slice(0, 4));
  const kaal = typeof ruw === 'number' ? String(ruw) : typeof ruw === 'string' ? ruw.trim() : '';
  if (/^onbekend$/i.test(kaal)) return goed({ soort: 'onbekend' });
  if (/^\d{4}$/.test(kaal) && isJaar(Number(kaal))) {
    return Number(kaal) > jaarNu ? fout('Dit jaar ligt in de toekomst.') : jaar(Number(kaal));
  }
  if (typeof ruw === 'number') return fout(GETAL_ALS_DATUM);
  const maand = /^(\d{4})-(\d{2})$/.exec(kaal);
  if (maand?.[2]) return jaarMaand(Number(maand[1]), Number(maand[2]), vandaag);
  const dag = dagVan(ruw);
  if (!dag || dag < `${EERSTE_JAAR}-01-01`) {
    return fout(
      'Dit is geen geboortedatum. Typ bijvoorbeeld 12-03-1994, 1994-03, 1994 of onbekend.',
    );
  }
  return dag > vandaag
    ? fout('Deze dag ligt in de toekomst.')
    : goed({ soort: 'datum', datum: dag });
}

const jaar = (j: number): Uitkomst => goed({ soort: 'jaar', jaar: j });

function jaarMaand(j: number, maand: number, vandaag: Datum): Uitkomst {
  const dag = `${j}-${String(maand).padStart(2, '0')}-01`;
  if (!isJaar(j) || !isDatum(dag)) return fout('Deze maand bestaat niet.');
  if (dag > vandaag) return fout('Deze maand ligt in de toekomst.');
  return goed({ soort: 'jaarMaand', jaar: j, maand });
}

const GESLACHT: Record<string, string> = {
  man: 'man',
  m: 'man',
  vrouw: 'vrouw',
  v: 'vrouw',
  onbekend: 'onbekend',
  x: 'onbekend',
};
const JA_NEE: Record<string, boolean> = { ja: true, j: true, nee: false, n: false };

function uitLijst(ruw: unknown, lijst: Record<string, unknown>, wat: string): Uitkomst {
  const sleutel = typeof ruw === 'string' ? ruw.trim().toLowerCase() : '';
  return Object.hasOwn(lijst, sleutel) ? goed(lijst[sleutel]) : fout(`Vul ${wat} in.`);
}

function telefoon(ruw: unknown): Uitkomst {
  const kaal = String(ruw ?? '').trim();
  if (typeof ruw === 'number')
    return fout('Het nummer mist zijn nul vooraan. Maak van de cel tekst.');
  return /^\+?[\d\s()-]{6,20}$/.test(kaal) ? goed(kaal) : fout('Dit is geen telefoonnummer.');
}

function email(ruw: unknown): Uitkomst {
  const kaal = typeof ruw === 'string' ? ruw.trim() : '';
  return /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,180}\.[a-z]{2,20}$/i.test(kaal)
    ? goed(kaal)
    : fout('Dit is geen e-mailadres.');
}

function gemeentecode(ruw: unknown): Uitkomst {
  const code = nummer(ruw, 4);
  return /^\d{4}$/.test(code) ? goed(code) : fout('Een gemeentecode heeft vier cijfers.');
}

function leesCel(soort: Celsoort, ruw: unknown, vandaag: Datum): Uitkomst {
  switch (soort) {
    case 'v-nummer':
      return vreemdelingnummer(ruw);
    case 'bsn':
      return bsn(ruw);
    case 'tekst':
      return tekst(ruw);
    case 'geboorte':
      return geboorte(ruw, vandaag);
    case 'datum':
      return datum(ruw, vandaag);
    case 'geslacht':
      return uitLijst(ruw, GESLACHT, 'man, vrouw of onbekend');
    case 'ja-nee':
      return typeof ruw === 'boolean' ? goed(ruw) : uitLijst(ruw, JA_NEE, 'ja of nee');
    case 'telefoon':
      return telefoon(ruw);
    case 'email':
      return email(ruw);
    case 'gemeentecode':
      return gemeentecode(ruw);
    case 'antwoord':
    case 'gezondheid':
      return goed(ruw);
  }
}

/** Keurt een rij cel voor cel. Een verkeerde cel valt weg met haar reden; de rest van de rij gaat door. */
export function leesPersoon(ruw: RuweRij, vandaag: Datum): GelezenRij {
  const gebreken = [...ruw.gebreken];
  const w: Record<string, unknown> = {};
  const antwoorden: RuwAntwoord[] = [];
  const gezondheid: RuwAntwoord[] = [];
  for (const { id, soort } of KOLOMMEN) {
    const veld = ruw.velden.get(id);
    if (!veld) continue;
    const { waarde, plek } = veld;
    const uit = leesCel(soort, waarde, vandaag);
    if ('fout' in uit) gebreken.push({ plek, tekst: uit.fout });
    else if (soort === 'antwoord') antwoorden.push({ vraag: id, waarde, plek });
    else if (soort === 'gezondheid') gezondheid.push({ vraag: id, waarde, plek });
    else w[id] = uit.waarde;
  }
  const mist = watMist(ruw, w);
  if (mist.length > 0) return { rij: ruw.rij, gebreken: [...gebreken, ...mist] };
  return { rij: ruw.rij, persoon: { ...bouwPersoon(w), antwoorden, gezondheid }, gebreken };
}

/** Wat nodig is om iemand te herkennen en er niet staat; een verkeerde cel is al gemeld. */
function watMist(ruw: RuweRij, w: Record<string, unknown>): Gebrek[] {
  const heeft = (id: string) => ruw.velden.has(id) || ruw.gebreken.length > 0;
  const gebreken: Gebrek[] = [];
  const mis = (plek: string, tekst: string) => gebreken.push({ plek, tekst });
  if (!w.vNummer && !w.bsn) {
    if (!heeft('vNummer') && !heeft('bsn')) {
      mis('V-nummer', 'Er staat geen V-nummer en geen burgerservicenummer.');
    } else mis('rij', 'Zonder nummer dat klopt is niet zeker over wie het gaat.');
  } else if ((ruw.velden.has('bsn') && !w.bsn) || (ruw.velden.has('vNummer') && !w.vNummer)) {
    mis('rij', 'Een van de twee nummers klopt niet; zo is niet zeker over wie het gaat.');
  }
  if (!w.geslachtsnaam) mis('rij', 'Zonder achternaam wordt deze rij niet opgenomen.');
  if (!w.geboortedatum) {
    mis(
      'rij',
      'Zonder geboortedatum wordt deze rij niet opgenomen. Vul ‘onbekend’ in als niemand haar weet.',
    );
  }
  return gebreken;
}

function gevuld(deel: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(deel).filter(([, waarde]) => waarde !== undefined));
}

function bouwPersoon(w: Record<string, unknown>): Omit<CoaPersoon, 'antwoorden' | 'gezondheid'> {
  const persoon = {
    voornamen: (w.voornamen as string) ?? '',
    geslachtsnaam: w.geslachtsnaam as string,
    geboorte: w.geboortedatum as OnvolledigeDatum,
    ...gevuld({ voorvoegsel: w.voorvoegsel, geslacht: w.geslacht, nationaliteit: w.nationaliteit }),
  };
  const contact = gevuld({ telefoon: w.telefoon, email: w.email });
  return {
    persoon,
    ...gevuld({ bsn: w.bsn, vNummer: w.vNummer, gemeentecode: w.gemeentecode }),
    ...(w.koppelingOp
      ? { koppeling: { op: w.koppelingOp as Datum, ...gevuld({ azc: w.azc }) } }
      : {}),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
    ...(w.gesprekstaal
      ? { taal: { gesprekstaal: w.gesprekstaal as string, tolkNodig: w.tolkNodig === true } }
      : {}),
  };
}
