import { isDeepStrictEqual } from 'node:util';
import type { Datum } from '../../rules/shared/datum.ts';
import type {
  Adres,
  Feit,
  FeitInhoud,
  FeitSoort,
  OnvolledigeDatum,
} from '../../rules/stand/feiten.ts';
import { eerder } from '../../rules/stand/geldend.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import type { BrpDatum, BrpPersoon } from './persoon.ts';

/** Het dossier waarmee het antwoord van de BRP wordt vergeleken. */
export type BrpContext = {
  /** Dag waarop het antwoord gaat gelden, nooit na vandaag. */
  dag: Datum;
  vandaag: Datum;
  /** CBS-code van de eigen gemeente. */
  gemeentecode: string;
  feiten: readonly Feit[];
  /** Waar als DUO meldde dat iemand hierheen verhuisde. */
  verhuisdHierheen: boolean;
};

export type BrpNieuws = { feiten: NieuwFeit[]; opmerkingen: string[] };

type Wijziging = FeitInhoud['brp-wijziging']['wat'];

const GESLACHT: Record<string, 'man' | 'vrouw'> = { M: 'man', V: 'vrouw' };

const zelfde = (a: unknown, b: unknown) =>
  isDeepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));

const hoogstens = (d: Datum, grens: Datum): Datum => (d > grens ? grens : d);

/** Het laatste feit van een soort dat niet is vervangen. */
function huidig<S extends FeitSoort>(
  feiten: readonly Feit[],
  soort: S,
  past: (f: Feit<S>) => boolean = () => true,
): Feit<S> | undefined {
  const vervangen = new Set(feiten.map((f) => f.vervangt));
  return (feiten.filter((f) => f.soort === soort) as Feit<S>[])
    .filter((f) => !vervangen.has(f.id) && past(f))
    .sort((a, b) => eerder(a as Feit, b as Feit))
    .at(-1);
}

function geboorte(d: BrpDatum | undefined): OnvolledigeDatum {
  if (!d) return { soort: 'onbekend' };
  return d.soort === 'jaar-maand' ? { ...d, soort: 'jaarMaand' } : d;
}

function persoonInhoud(p: BrpPersoon): FeitInhoud['persoon'] {
  return {
    voornamen: p.naam.voornamen ?? '',
    voorvoegsel: p.naam.voorvoegsel,
    geslachtsnaam: p.naam.geslachtsnaam ?? (p.naam.voornamen ? '' : (p.naam.volledigeNaam ?? '')),
    geboorte: geboorte(p.geboortedatum),
    geslacht: p.geslacht && (GESLACHT[p.geslacht.code] ?? 'onbekend'),
    ...(p.geheimhouding ? { geheimhouding: true } : {}),
    ...(p.inOnderzoek.length > 0 ? { inOnderzoek: true } : {}),
  };
}

/** 'Kade 12 A' en '1234 AB  DORP'; wat anders is opgebouwd blijft in zijn geheel bij de straat. */
function adresInhoud(regel1: string, regel2: string, azc: boolean): Adres {
  const straat = /^(.*\D)\s+(\d.*)$/.exec(regel1.trim());
  const plaats = /^(\d{4})\s?([A-Z]{2})\s+(.+)$/.exec(regel2.trim());
  return {
    straat: straat?.[1] ?? regel1.trim(),
    huisnummer: straat?.[2] ?? '',
    postcode: plaats ? `${plaats[1]} ${plaats[2]}` : '',
    plaats: plaats?.[3] ?? regel2.trim(),
    ...(azc ? { azc: true } : {}),
  };
}

/**
 * Wie elders staat ingeschreven en toch van deze gemeente is, zonder PIP en zonder verhuizing, is door
 * COA gekoppeld en verblijft in een azc (de personen over wie DUO een gemeente laat vragen).
 */
function isInAzc(c: BrpContext, code: string | undefined): boolean {
  return (
    code !== undefined &&
    code !== c.gemeentecode &&
    !c.verhuisdHierheen &&
    !c.feiten.some(
      (f) =>
        f.soort === 'pip-vastgesteld' ||
        (f.soort === 'inschrijving' && f.inhoud.gemeentecode === c.gemeentecode),
    )
  );
}

function vanPersoon(c: BrpContext, p: BrpPersoon, n: BrpNieuws): Wijziging[] {
  const oud = huidig(c.feiten, 'persoon', (f) => f.bron === 'brp');
  // Naar de nationaliteit wordt niet gevraagd: wat er staat verandert dan niet.
  const nationaliteit = oud?.inhoud.nationaliteit;
  const inhoud = { ...persoonInhoud(p), ...(nationaliteit ? { nationaliteit } : {}) };
  if (!inhoud.voornamen && !inhoud.geslachtsnaam) return [];
  if (oud && zelfde(oud.inhoud, inhoud)) return [];
  // De BRP verbetert zichzelf: het oude was niet juist.
  const vervangt = oud ? { vervangt: oud.id } : {};
  n.feiten.push({
    soort: 'persoon',
    inhoud,
    geldigOp: c.dag,
    bron: 'brp',
    verwijzing: 'BRP',
    ...vervangt,
  });
  const naam = ({ voornamen, voorvoegsel, geslachtsnaam }: FeitInhoud['persoon']) =>
    [voornamen, voorvoegsel, geslachtsnaam].join('|');
  return oud && naam(oud.inhoud) !== naam(inhoud) ? ['naam'] : [];
}

function vanInschrijving(c: BrpContext, p: BrpPersoon, azc: boolean, n: BrpNieuws): Wijziging[] {
  const op = p.datumInschrijvingInGemeente;
  const code = p.gemeenteVanInschrijving?.code;
  if (!code) return [];
  if (op?.soort !== 'datum') {
    n.opmerkingen.push('De BRP gaf geen volledige dag van inschrijving in de gemeente.');
    return [];
  }
  const oud = huidig(c.feiten, 'inschrijving');
  const inhoud = { gemeentecode: code, op: op.datum, ...(azc ? { azc: true } : {}) };
  if (oud && zelfde(oud.inhoud, inhoud)) return [];
  const verhuisd =
    oud !== undefined && (oud.inhoud.gemeentecode !== code || oud.inhoud.op < op.datum);
  n.feiten.push(volgOp(c, oud, { soort: 'inschrijving', inhoud }, op.datum, verhuisd));
  const weg = oud?.inhoud.gemeentecode === c.gemeentecode && code !== c.gemeentecode;
  return weg ? ['gemeente'] : [];
}

type Los = { [S in FeitSoort]: { soort: S; inhoud: FeitInhoud[S] } }[FeitSoort];

/** Een verandering volgt het oude feit op; een verbetering van de BRP zelf vervangt het. */
function volgOp(
  c: BrpContext,
  oud: Feit | undefined,
  los: Los,
  sinds: Datum,
  veranderd: boolean,
): NieuwFeit {
  const opvolging = oud !== undefined && (veranderd || oud.bron !== 'brp');
  const dag = hoogstens(sinds, c.vandaag);
  const geldigOp = opvolging && oud.geldigOp > dag ? oud.geldigOp : dag;
  const vervangt = oud && !opvolging ? { vervangt: oud.id } : {};
  return { ...los, geldigOp, bron: 'brp', verwijzing: 'BRP', ...vervangt } as NieuwFeit;
}

/** De BRP schrijft een plaats soms met hoofdletters; wie daar woont is dan niet verhuisd. */
function zelfdeAdres(a: Adres, b: Adres): boolean {
  const gelijk = (tekst: unknown) =>
    typeof tekst === 'string' ? tekst.toLocaleLowerCase('nl').replace(/\s+/g, ' ').trim() : tekst;
  const kaal = (adres: Adres) =>
    Object.fromEntries(Object.entries(adres).map(([naam, waarde]) => [naam, gelijk(waarde)]));
  return zelfde(kaal(a), kaal(b));
}

function vanAdres(c: BrpContext, p: BrpPersoon, azc: boolean, n: BrpNieuws): Wijziging[] {
  const a = p.adressering;
  if (!a?.adresregel1 || a.indicatieVastgesteldVerblijftNietOpAdres) return [];
  const oud = huidig(c.feiten, 'adres');
  const inhoud = adresInhoud(a.adresregel1, a.adresregel2 ?? '', azc);
  if (oud && zelfdeAdres(oud.inhoud, inhoud)) return [];
  const op = p.datumInschrijvingInGemeente;
  const sinds = op?.soort === 'datum' ? hoogstens(op.datum, c.vandaag) : c.vandaag;
  // De BRP-vraag geeft geen begindag van het adres; het begint op zijn vroegst bij de inschrijving.
  const vanaf = oud && oud.geldigOp >= sinds ? c.vandaag : sinds;
  n.feiten.push(volgOp(c, oud, { soort: 'adres', inhoud }, vanaf, true));
  return oud?.bron === 'brp' ? ['adres'] : [];
}

function vanOverlijden(c: BrpContext, p: BrpPersoon, n: BrpNieuws): Wijziging[] {
  if (!p.overlijden || huidig(c.feiten, 'overlijden')) return [];
  const { datum } = p.overlijden;
  const bekend = datum.soort === 'datum';
  if (!bekend) n.opmerkingen.push('De BRP meldt een overlijden zonder volledige dag.');
  const op = hoogstens(bekend ? datum.datum : c.dag, c.vandaag);
  n.feiten.push(volgOp(c, undefined, { soort: 'overlijden', inhoud: { op } }, op, false));
  return ['overlijden'];
}

/** Het feit dat zegt dat de BRP iets anders geeft dan eerder; daaruit volgt een signaal. */
export function brpWijziging(wat: Wijziging, vandaag: Datum): NieuwFeit {
  return {
    soort: 'brp-wijziging',
    inhoud: { wat },
    geldigOp: vandaag,
    bron: 'brp',
    verwijzing: 'BRP',
  };
}

/**
 * De feiten die uit het antwoord van de BRP volgen en nog niet in het dossier staan, met wat er sinds het vorige
 * antwoord is veranderd. Hetzelfde antwoord nog eens geeft niets.
 */
export function feitenUitBrp(c: BrpContext, p: BrpPersoon): BrpNieuws {
  const n: BrpNieuws = { feiten: [], opmerkingen: [] };
  const azc = isInAzc(c, p.gemeenteVanInschrijving?.code);
  const wijzigingen = [
    ...vanPersoon(c, p, n),
    ...vanInschrijving(c, p, azc, n),
    ...vanAdres(c, p, azc, n),
    ...vanOverlijden(c, p, n),
  ];
  // Wie naar een andere gemeente verhuist, heeft altijd ook een ander adres.
  const weg = wijzigingen.includes('gemeente');
  for (const wat of wijzigingen) {
    if (!(weg && wat === 'adres')) n.feiten.push(brpWijziging(wat, c.vandaag));
  }
  return n;
}
