import { type Datum, naarEpochDag, plusDagen } from '../../rules/shared/datum.ts';
import { rolDoor } from '../../rules/shared/termijnenwet.ts';
import type { Bron, Feit, FeitInhoud, FeitSoort, PipInhoud } from '../../rules/stand/feiten.ts';
import type { Land } from './namen.ts';
import type { OefenGemeente, OefenMedewerker } from './regio.ts';
import type { Toeval } from './toeval.ts';

export type OefenFeit = Feit & { medewerkerId?: string };

export type OefenPip = {
  id: string;
  versie: number;
  staat: 'concept' | 'ter-vaststelling' | 'vastgesteld' | 'ingetrokken';
  inhoud: Record<string, unknown>;
  opgesteldDoor: string;
  vastgesteldDoor?: string;
  dagtekening?: Datum;
  gewijzigdOp: string;
};

/** Wat over een traject wordt gemeld. */
type Melding = 'aanbod' | 'uren' | 'pvt' | 'map' | 'zroute';

export type OefenBerichtUit = {
  id: string;
  berichtId: string;
  /** Zonder: een PIP. */
  soort?: Melding;
  onderwerpId: string;
  inhoud: Record<string, unknown>;
  staat: 'wacht' | 'geaccepteerd' | 'geweigerd';
  foutteksten: string[];
  laatsteFout?: string;
  gemaaktOp: string;
  afgerondOp?: string;
};

export type OefenBerichtIn = {
  gemeenteId: string;
  id: string;
  berichtId: string;
  hash: string;
  gebeurtenisId: string;
  bsn?: string;
  vNummer?: string;
  op: string;
  staat: 'verwerkt' | 'postvak';
  reden?: string;
  voorstel?: string;
  dossierId?: string;
};

export type OefenMens = {
  voornamen: string;
  geslachtsnaam: string;
  geslacht: 'man' | 'vrouw';
  geboorte: FeitInhoud['persoon']['geboorte'];
  land: Land;
  taal: string;
  tolk: boolean;
  straat: string;
  huisnummer: string;
  bsn?: string;
  vNummer?: string;
};

/** Eigen cijfers van iemand; gaat naar de bijzondere gegevens. */
export type OefenMeting = {
  id: string;
  moment: 'begin' | 'voortgang' | 'eind';
  taal: string;
  hulp: 'tolk' | null;
  dag: Datum;
  op: string;
  antwoorden: Record<string, number>;
  medewerkerId: string;
};

export type OefenDossier = {
  id: string;
  gemeente: OefenGemeente;
  verhaal: string;
  groep: 'asiel' | 'gezin';
  mens: OefenMens;
  klantmanagerId?: string;
  geopendOp: string;
  feiten: OefenFeit[];
  gezondheid: {
    id: string;
    vraag: string;
    waarde: unknown;
    op: string;
    dag: Datum;
    medewerkerId: string;
  }[];
  metingen: OefenMeting[];
  pips: OefenPip[];
  uit: OefenBerichtUit[];
  in: OefenBerichtIn[];
};

const MS_PER_DAG = 86_400_000;
const NEGEN_UUR = 9 * 3600;
const PIP_DAGEN = 70;

/** Milliseconden sinds 1970 van seconde `s` na negen uur op deze dag (UTC). */
export const tijdOp = (dag: Datum, s: number) =>
  naarEpochDag(dag) * MS_PER_DAG + (NEGEN_UUR + s) * 1000;

/** `jjjj-mm-ddT09:mm:ss.000Z`. */
export function momentOp(dag: Datum, s: number): string {
  const vul = (n: number) => String(n).padStart(2, '0');
  return `${dag}T${vul(9 + Math.floor(s / 3600))}:${vul(Math.floor(s / 60) % 60)}:${vul(s % 60)}.000Z`;
}

/**
 * Schrijft één dossier: elk verhaal roept hier feiten op in de volgorde waarin zij zouden zijn
 * vastgelegd. Dagen zijn aantallen vóór (negatief) of na de peildatum.
 */
export class Schrijver {
  readonly feiten: OefenFeit[] = [];
  readonly gezondheid: OefenDossier['gezondheid'] = [];
  readonly metingen: OefenMeting[] = [];
  readonly pips: OefenPip[] = [];
  readonly uit: OefenBerichtUit[] = [];
  readonly in: OefenBerichtIn[] = [];
  readonly dossierId: string;
  readonly toeval: Toeval;
  readonly peildatum: Datum;
  readonly gemeente: OefenGemeente;
  readonly groep: 'asiel' | 'gezin';
  readonly mens: OefenMens;
  readonly door: OefenMedewerker;
  #seconde = 0;

  constructor(opzet: {
    dossierId: string;
    toeval: Toeval;
    peildatum: Datum;
    gemeente: OefenGemeente;
    groep: 'asiel' | 'gezin';
    mens: OefenMens;
    door: OefenMedewerker;
  }) {
    this.dossierId = opzet.dossierId;
    this.toeval = opzet.toeval;
    this.peildatum = opzet.peildatum;
    this.gemeente = opzet.gemeente;
    this.groep = opzet.groep;
    this.mens = opzet.mens;
    this.door = opzet.door;
  }

  dag(n: number): Datum {
    return plusDagen(this.peildatum, n);
  }

  /** Werkdag op of na dag `n`: op vrije dagen zijn er geen afspraken. */
  werkdag(n: number): number {
    let dag = n;
    while (rolDoor(this.dag(dag)).overgeslagen.length > 0) dag += 1;
    return dag;
  }

  /**
   * Dag waarop de tien weken moeten beginnen om op of vóór dag `n` te eindigen, ook als de laatste dag
   * van een vrije dag doorschuift.
   */
  beginVoorEinde(n: number): number {
    let einde = n;
    while (rolDoor(this.dag(einde)).laatsteDag > this.dag(n)) einde -= 1;
    return einde - PIP_DAGEN;
  }

  /** Nieuwe id, zo oud als dag `n`. */
  id(n: number): string {
    return this.toeval.id(tijdOp(this.dag(n), this.#seconde));
  }

  /** Moment van vastleggen op dag `n`, na alles wat al is vastgelegd. */
  moment(n: number): string {
    this.#seconde += 1;
    return momentOp(this.dag(n), this.#seconde);
  }

  feit<S extends FeitSoort>(
    n: number,
    bron: Bron,
    soort: S,
    inhoud: FeitInhoud[S],
    verwijzing?: string,
  ): string {
    const vastgelegdOp = this.moment(n);
    const id = this.id(n);
    const mens = bron === 'medewerker' ? { door: this.door.naam, medewerkerId: this.door.id } : {};
    this.feiten.push({
      id,
      soort,
      inhoud,
      geldigOp: this.dag(n),
      vastgelegdOp,
      bron,
      ...(verwijzing ? { verwijzing } : {}),
      ...mens,
    } as OefenFeit);
    return id;
  }

  /** DUO meldde iets: het feit en het bericht zoals het binnenkwam. */
  duoMeldt(n: number, gebeurtenisId: string): void {
    this.feit(n, 'duo', 'duo-gebeurtenis', { gebeurtenisId }, gebeurtenisId);
    this.in.push({
      gemeenteId: this.gemeente.id,
      id: this.id(n),
      berichtId: this.id(n),
      hash: this.toeval.hex(64),
      gebeurtenisId,
      bsn: this.mens.bsn,
      vNummer: this.mens.vNummer,
      op: this.moment(n),
      staat: 'verwerkt',
      dossierId: this.dossierId,
    });
  }

  /** Een feit dat aan DUO is gemeld, en wat DUO ervan vond. */
  gemeld(
    n: number,
    soort: Melding,
    onderwerpId: string,
    inhoud: Record<string, unknown>,
    fouttekst?: string,
  ): void {
    const gemaaktOp = this.moment(n);
    const staat = fouttekst ? 'geweigerd' : 'geaccepteerd';
    const foutteksten = fouttekst ? [fouttekst] : [];
    this.uit.push({
      id: this.id(n),
      berichtId: this.id(n),
      soort,
      onderwerpId,
      inhoud,
      staat,
      foutteksten,
      gemaaktOp,
      afgerondOp: this.moment(n),
    });
    const antwoord = { wat: soort, feitId: onderwerpId, staat } as const;
    this.feit(n, 'duo', 'bij-duo', { ...antwoord, ...(fouttekst ? { foutteksten } : {}) });
  }

  /** Een PIP als werkstuk. */
  pip(n: number, staat: OefenPip['staat'], inhoud: PipInhoud, vastgesteldDoor?: string): string {
    const id = this.id(n);
    this.pips.push({
      id,
      versie: this.pips.length + 1,
      staat,
      inhoud: { moduleMap: { uren: 0, invulling: '' }, ...inhoud },
      opgesteldDoor: this.door.id,
      ...(vastgesteldDoor ? { vastgesteldDoor, dagtekening: this.dag(n) } : {}),
      gewijzigdOp: this.moment(n),
    });
    return id;
  }
}
