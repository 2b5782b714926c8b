import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { berekenTermijn } from '../keuring/pip.ts';
import type { Persoon, PersoonWijziging } from '../persoon/persoon.ts';
import { huidigeGemeente, persoonWijziging } from '../persoon/persoon.ts';
import { gemeentecode } from '../persoon/vorm.ts';
import type { Notificatie, UitBericht, Wereld, Wijziging } from '../wereld.ts';
import { omschrijvingVan } from './catalogus.ts';
import { gevolgVan } from './gevolg.ts';

export const gebeurtenisOpdracht = z.strictObject({
  bsn: z.string().optional(),
  vNummer: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  gebeurtenisId: z.string().regex(/^[0-9A-Z]{1,6}$/),
  omschrijving: z.string().min(1).max(200).optional(),
  /** Laat DUO doen wat bij de gebeurtenis hoort, op deze dag en met deze keuze. */
  gevolg: z
    .strictObject({
      datum: z.iso.date().optional(),
      keuze: z.string().max(100).optional(),
      /** Waarheen bij een verhuizing. */
      gemeentecode: gemeentecode.optional(),
    })
    .optional(),
  /** Nieuwe toestand van de persoon, doorgevoerd vóór het bericht en na het gevolg. */
  wijziging: persoonWijziging.optional(),
  /** Ontvanger; standaard de gemeente die over de persoon gaat. */
  oin: z.string().optional(),
  /** Welke nummers in het bericht staan; standaard alles wat DUO kent. */
  noem: z.enum(['bsn', 'vNummer', 'beide', 'geen']).default('beide'),
});

export type GebeurtenisOpdracht = z.output<typeof gebeurtenisOpdracht>;

type Nummers = Pick<Notificatie, 'bsn' | 'vNummer'>;

const VOLDAAN = 'Inburgeringsplicht voldaan';

/** Wat DUO met gebeurtenissen doet en wat er op meldingen volgt. Elke handeling is één geheel. */
export class Handelingen {
  readonly #wereld: Wereld;
  readonly #vandaag: () => string;
  #volgnummer: number;

  constructor(wereld: Wereld, vandaag: () => string) {
    this.#wereld = wereld;
    this.#vandaag = vandaag;
    this.#volgnummer = wereld.aantalBerichten();
  }

  /**
   * Voert een gebeurtenis door en zet het bericht klaar. SS102 stelt ook de termijn vast als die
   * nog wachtte. Geeft de berichtId's, of waarom het niet kon.
   */
  gebeurtenis(opdracht: GebeurtenisOpdracht): { berichtIds: string[] } | { fout: string } {
    const persoon = this.#persoonNa(opdracht);
    const wijzigingen =
      opdracht.gebeurtenisId === 'SS102' && persoon ? this.#stelTermijnVast(persoon) : [];
    if (wijzigingen.length === 0) {
      const doel = opdracht.oin ?? this.#wereld.oinVan(persoon && huidigeGemeente(persoon));
      if (!doel) return { fout: 'geen gemeente bij deze persoon; geef oin mee' };
      const { gebeurtenisId, omschrijving, noem } = opdracht;
      const bekend = persoon ? nummersVan(persoon) : nummersVan(opdracht);
      if (persoon) wijzigingen.push(this.#metGebeurtenis(persoon, gebeurtenisId, omschrijving));
      wijzigingen.push(this.#bericht(doel, kies(bekend, noem), gebeurtenisId));
    }
    this.#wereld.leg(wijzigingen);
    return {
      berichtIds: wijzigingen.flatMap((w) => (w.soort === 'uit' ? [w.bericht.berichtId] : [])),
    };
  }

  /** Stelt de termijnen vast waarvan de wachttijd om is; geeft het eerstvolgende tijdstip. */
  stelWachtendeTermijnenVast(nu: number): number | undefined {
    let eerstvolgende: number | undefined;
    for (const persoon of this.#wereld.wachtenOpTermijn()) {
      if (persoon.termijnVanaf === undefined) continue;
      if (persoon.termijnVanaf <= nu) this.#wereld.leg(this.#stelTermijnVast(persoon));
      else eerstvolgende = Math.min(eerstvolgende ?? persoon.termijnVanaf, persoon.termijnVanaf);
    }
    return eerstvolgende;
  }

  /** De persoon met een nieuw PIP: bij het eerste volgt de inburgeringstermijn. */
  naPip(persoon: Persoon): Wijziging[] {
    const wanneer = this.#wereld.gedrag.termijnVaststellen;
    if (persoon.termijn || wanneer === 'op-bevel') return [{ soort: 'persoon', persoon }];
    if (wanneer === 'meteen') return this.#stelTermijnVast(persoon);
    return [{ soort: 'persoon', persoon: { ...persoon, termijnVanaf: Date.now() + wanneer } }];
  }

  /** De persoon met een nieuw resultaat: zijn Z-route, MAP en PVT rond, dan is aan de plicht voldaan. */
  naResultaat(persoon: Persoon): Wijziging[] {
    const rond =
      persoon.zroute?.datumAfrondingZroute &&
      persoon.map?.datumEindgesprekMap &&
      persoon.pvt?.datumOndertekeningPvt;
    if (!rond || persoon.plicht?.redenGeenInburgeringsplicht === VOLDAAN) {
      return [{ soort: 'persoon', persoon }];
    }
    const datum = this.#vandaag();
    const wijziging = gevolgVan('SS141', {
      persoon,
      vandaag: datum,
      datum,
      zonderDatum: true,
      keuze: undefined,
      gemeentecode: undefined,
    });
    return this.#metBericht(metWijziging(persoon, wijziging), 'SS141');
  }

  #persoonNa(opdracht: GebeurtenisOpdracht): Persoon | undefined {
    const { bsn, vNummer, gebeurtenisId, wijziging, gevolg } = opdracht;
    const persoon = this.#wereld.zoek({ bsn, vNummer });
    if (!persoon) return persoon;
    const vandaag = this.#vandaag();
    const vanzelf =
      gevolg &&
      gevolgVan(gebeurtenisId, {
        persoon,
        vandaag,
        datum: gevolg.datum ?? vandaag,
        zonderDatum: gevolg.datum === undefined,
        keuze: gevolg.keuze,
        gemeentecode: gevolg.gemeentecode,
      });
    if (!vanzelf && !wijziging) return persoon;
    const sleutels = { bsn: persoon.bsn, vNummer: persoon.vNummer };
    return this.#wereld.metOpdracht({ ...sleutels, ...vanzelf, ...wijziging }, vandaag);
  }

  /** Leeg als er geen PIP is of de termijn al vaststaat: een later PIP verschuift hem niet. */
  #stelTermijnVast(persoon: Persoon): Wijziging[] {
    const eerste = persoon.pips.at(0);
    if (!eerste || persoon.termijn) return [];
    const termijn = {
      ...berekenTermijn(eerste.pip.dagtekeningPip),
      wijzigingsdatum: this.#vandaag(),
    };
    const nieuw = { ...persoon, termijn };
    delete nieuw.termijnVanaf;
    return this.#metBericht(nieuw, 'SS102');
  }

  #metBericht(persoon: Persoon, id: string): Wijziging[] {
    const doel = this.#wereld.oinVan(persoon.pips.at(-1)?.gemeentecode);
    return [
      this.#metGebeurtenis(persoon, id),
      ...(doel ? [this.#bericht(doel, nummersVan(persoon), id)] : []),
    ];
  }

  #metGebeurtenis(persoon: Persoon, id: string, eigen?: string): Wijziging {
    const regel = { id, omschrijving: eigen ?? omschrijvingVan(id), datum: this.#vandaag() };
    return {
      soort: 'persoon',
      persoon: { ...persoon, gebeurtenissen: [...persoon.gebeurtenissen, regel] },
    };
  }

  #bericht(doel: string, nummers: Nummers, gebeurtenisId: string): Wijziging {
    // Vroeg op de dag en oplopend: uniek, en nooit na de dag van de ontvanger.
    this.#volgnummer += 1;
    const moment = new Date(Date.parse(this.#vandaag()) + this.#volgnummer).toISOString();
    const berichtId = randomUUID();
    const bericht: UitBericht = {
      berichtId,
      doel,
      sleutel: nummers.bsn ?? String(nummers.vNummer ?? berichtId),
      notificatie: { registratieDatumTijd: moment, gebeurtenisId, ...nummers },
    };
    return { soort: 'uit', bericht };
  }
}

function metWijziging(persoon: Persoon, wijziging: PersoonWijziging): Persoon {
  const { pip: _pip, kennisgeving: _kennisgeving, ...rest } = wijziging;
  return { ...persoon, ...rest };
}

function nummersVan({ bsn, vNummer }: { bsn?: string; vNummer?: string }): Nummers {
  return { ...(bsn ? { bsn } : {}), ...(vNummer ? { vNummer: Number(vNummer) } : {}) };
}

function kies({ bsn, vNummer }: Nummers, noem: GebeurtenisOpdracht['noem']): Nummers {
  const metBsn = bsn !== undefined && (noem === 'bsn' || noem === 'beide');
  const metVNummer = vNummer !== undefined && (noem === 'vNummer' || noem === 'beide');
  return { ...(metBsn ? { bsn } : {}), ...(metVNummer ? { vNummer } : {}) };
}
