import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Gedrag } from './gedrag.ts';
import type { Persoon, PipInhoud, PipRegel } from './persoon.ts';
import { huidigeGemeente, persoonWijziging } from './persoon.ts';
import { berekenTermijn, vulNiveauAan, weigerPip, weigerVerwijderen } from './regels.ts';
import type { Notificatie, UitBericht, Wereld, Wijziging } from './wereld.ts';

const OMSCHRIJVINGEN: Record<string, string> = {
  SS101: 'Persoon is inburgeringsplichtig geworden',
  SS102: 'Inburgeringstermijn is gestart',
  SS120: 'Inburgeringsplichtige is gevestigd in de gemeente, zonder PIP',
  SS121: 'Inburgeringsplichtige is gevestigd in de gemeente, met PIP',
  SS131: 'Resultaat van de leerbaarheidstoets is bekend',
  SS139: 'Termijn voor het vaststellen van de leerroute is gestart',
};

export const gebeurtenisOpdracht = z.strictObject({
  bsn: z.string().optional(),
  vNummer: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  gebeurtenisId: z.string().regex(/^[0-9A-Z]{1,6}$/),
  omschrijving: z.string().min(1).max(200).optional(),
  /** Nieuwe toestand van de persoon, doorgevoerd vóór het bericht. */
  wijziging: persoonWijziging.optional(),
  /** Ontvanger; standaard de gemeente die over de persoon gaat. */
  oin: z.string().optional(),
  /** Welke nummers in het bericht staan; standaard alles wat DUO kent. */
  noem: z.enum(['bsn', 'vNummer', 'beide', 'geen']).default('beide'),
});

export type GebeurtenisOpdracht = z.output<typeof gebeurtenisOpdracht>;

/** De bron en het kenmerk van een melding zoals ontvangen. */
export type Melding = { bsn: string; bron: string; berichtId: string; gemeentecode: string };

export type Uitkomst = { status: number; foutteksten: string[] };

type Nummers = Pick<Notificatie, 'bsn' | 'vNummer'>;

/** Wat DUO doet met meldingen en gebeurtenissen. Elke handeling is één geheel in het journaal. */
export class Handelingen {
  readonly #wereld: Wereld;
  readonly #gedrag: Gedrag;
  readonly #vandaag: () => string;
  #volgnummer: number;

  constructor(wereld: Wereld, gedrag: Gedrag, vandaag: () => string) {
    this.#wereld = wereld;
    this.#gedrag = gedrag;
    this.#vandaag = vandaag;
    this.#volgnummer = wereld.aantalBerichten();
  }

  meldPip(persoon: Persoon, melding: Melding, pip: PipInhoud): Uitkomst {
    const { weigerMet } = this.#gedrag;
    const foutteksten = weigerMet ? [weigerMet] : weigerPip(persoon, pip);
    const regel: PipRegel = {
      gemeentecode: melding.gemeentecode,
      pip: vulNiveauAan(pip),
      ontvangenOp: this.#vandaag(),
    };
    const status = foutteksten.length > 0 ? 403 : 201;
    const gevolg =
      status === 201 ? this.#naPip({ ...persoon, pips: [...persoon.pips, regel] }) : [];
    return this.#legMeldingVast('POST', melding, pip, { status, foutteksten }, gevolg);
  }

  verwijderPip(persoon: Persoon, melding: Melding): Uitkomst {
    const { weigerMet } = this.#gedrag;
    const foutteksten = weigerMet ? [weigerMet] : weigerVerwijderen(persoon, melding.gemeentecode);
    const nieuw = { ...persoon, pips: persoon.pips.slice(0, -1) };
    delete nieuw.termijnVanaf;
    const status = foutteksten.length > 0 ? 403 : 200;
    const gevolg: Wijziging[] = status === 200 ? [{ soort: 'persoon', persoon: nieuw }] : [];
    return this.#legMeldingVast('DELETE', melding, null, { status, foutteksten }, gevolg);
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

  #persoonNa({ bsn, vNummer, wijziging }: GebeurtenisOpdracht): Persoon | undefined {
    const persoon = this.#wereld.zoek({ bsn, vNummer });
    if (!persoon || !wijziging) return persoon;
    const sleutels = { bsn: persoon.bsn, vNummer: persoon.vNummer };
    return this.#wereld.metOpdracht({ ...sleutels, ...wijziging }, this.#vandaag());
  }

  #naPip(persoon: Persoon): Wijziging[] {
    const wanneer = this.#gedrag.termijnVaststellen;
    if (persoon.termijn || wanneer === 'op-bevel') return [{ soort: 'persoon', persoon }];
    if (wanneer === 'meteen') return this.#stelTermijnVast(persoon);
    return [{ soort: 'persoon', persoon: { ...persoon, termijnVanaf: Date.now() + wanneer } }];
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
    const doel = this.#wereld.oinVan(persoon.pips.at(-1)?.gemeentecode);
    return [
      this.#metGebeurtenis(nieuw, 'SS102'),
      ...(doel ? [this.#bericht(doel, nummersVan(persoon), 'SS102')] : []),
    ];
  }

  #metGebeurtenis(persoon: Persoon, id: string, eigen?: string): Wijziging {
    const omschrijving = eigen ?? OMSCHRIJVINGEN[id] ?? `Gebeurtenis ${id}`;
    const regel = { id, omschrijving, datum: this.#vandaag() };
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

  #legMeldingVast(
    methode: 'POST' | 'DELETE',
    { bsn, bron, berichtId }: Melding,
    body: unknown,
    uitkomst: Uitkomst,
    gevolg: Wijziging[],
  ): Uitkomst {
    const pad = '/personen/{bsn}/PIP';
    const melding = { methode, pad, bsn, bron, berichtId, body, ...uitkomst };
    this.#wereld.leg([{ soort: 'ontvangen', melding }, ...gevolg]);
    return uitkomst;
  }
}

function nummersVan({ bsn, vNummer }: { bsn?: string; vNummer?: string }): Nummers {
  return { ...(bsn ? { bsn } : {}), ...(vNummer ? { vNummer: Number(vNummer) } : {}) };
}

function kies({ bsn, vNummer }: Nummers, noem: GebeurtenisOpdracht['noem']): Nummers {
  const metBsn = bsn !== undefined && (noem === 'bsn' || noem === 'beide');
  const metVNummer = vNummer !== undefined && (noem === 'vNummer' || noem === 'beide');
  return { ...(metBsn ? { bsn } : {}), ...(metVNummer ? { vNummer } : {}) };
}
