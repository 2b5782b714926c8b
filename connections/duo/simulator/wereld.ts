import { openJournaal } from '../../simulatie/journaal.ts';
import type { Persoon, PersoonOpdracht } from './persoon.ts';
import { wijzigPersoon } from './persoon.ts';

/** Een melding (POST of DELETE) zoals DUO haar ontving, ook als ze werd geweigerd. */
export type Ontvangen = {
  methode: 'POST' | 'DELETE';
  pad: string;
  bsn: string;
  bron: string;
  berichtId: string;
  body: unknown;
  status: number;
  foutteksten: string[];
};

export type Notificatie = {
  registratieDatumTijd: string;
  gebeurtenisId: string;
  bsn?: string;
  vNummer?: number;
};

export type UitBericht = {
  berichtId: string;
  doel: string;
  /** Berichten met dezelfde sleutel gaan in volgorde. */
  sleutel: string;
  notificatie: Notificatie;
};

export type Bezorging = UitBericht & { stand: 'wachtend' | 'bezorgd' | 'geweigerd' };

export type Wijziging =
  | { soort: 'gemeente'; oin: string; gemeentecode: string }
  | { soort: 'persoon'; persoon: Persoon }
  | { soort: 'ontvangen'; melding: Ontvangen }
  | { soort: 'uit'; bericht: UitBericht }
  | { soort: 'bezorgd'; berichtId: string; stand: 'bezorgd' | 'geweigerd' };

/** Alles wat de simulator weet. Eén journaalregel is één geheel: helemaal of helemaal niet. */
export class Wereld {
  readonly #journaal;
  readonly #gemeenten = new Map<string, string>();
  readonly #personen = new Map<string, Persoon>();
  readonly #opBsn = new Map<string, string>();
  readonly #opVNummer = new Map<string, string>();
  readonly #termijnWacht = new Set<string>();
  readonly #ontvangen: Ontvangen[] = [];
  readonly #berichten = new Map<string, Bezorging>();
  readonly #wachtend = new Set<string>();

  constructor(journaalPad: string | undefined) {
    this.#journaal = openJournaal<Wijziging[]>(journaalPad);
    for (const regel of this.#journaal.eerder) for (const w of regel) this.#verwerk(w);
  }

  /** Legt wijzigingen als één geheel vast en voert ze dan door. */
  leg(wijzigingen: Wijziging[]): void {
    if (wijzigingen.length === 0) return;
    this.#journaal.schrijf(wijzigingen);
    for (const w of wijzigingen) this.#verwerk(w);
  }

  zoek({ bsn, vNummer }: { bsn?: string; vNummer?: string }): Persoon | undefined {
    const id =
      (bsn && this.#opBsn.get(bsn)) || (vNummer && this.#opVNummer.get(vNummer)) || undefined;
    return id ? this.#personen.get(id) : undefined;
  }

  /** De bestaande of een nieuwe persoon met de opdracht erop toegepast; nog niet vastgelegd. */
  metOpdracht(opdracht: PersoonOpdracht, vandaag: string): Persoon {
    const id = `p${this.#personen.size + 1}`;
    const bestaand = this.zoek(opdracht) ?? { id, pips: [], gebeurtenissen: [] };
    return wijzigPersoon(bestaand, opdracht, vandaag);
  }

  /** Personen met een PIP van wie de termijn op een later tijdstip wordt vastgesteld. */
  wachtenOpTermijn(): Persoon[] {
    return [...this.#termijnWacht].flatMap((id) => this.#personen.get(id) ?? []);
  }

  gemeenteVan(oin: string): string | undefined {
    return this.#gemeenten.get(oin);
  }

  oinVan(gemeentecode: string | undefined): string | undefined {
    return [...this.#gemeenten].find(([, code]) => code === gemeentecode)?.[0];
  }

  ontvangen(): readonly Ontvangen[] {
    return this.#ontvangen;
  }

  berichten(): Bezorging[] {
    return [...this.#berichten.values()];
  }

  aantalBerichten(): number {
    return this.#berichten.size;
  }

  *wachtend(): Generator<UitBericht> {
    for (const berichtId of this.#wachtend) {
      const bericht = this.#berichten.get(berichtId);
      if (bericht) yield bericht;
    }
  }

  #bewaar(persoon: Persoon): void {
    const { id, bsn, vNummer, termijnVanaf } = persoon;
    this.#personen.set(id, persoon);
    if (bsn) this.#opBsn.set(bsn, id);
    if (vNummer) this.#opVNummer.set(vNummer, id);
    if (termijnVanaf === undefined) this.#termijnWacht.delete(id);
    else this.#termijnWacht.add(id);
  }

  #verwerk(w: Wijziging): void {
    switch (w.soort) {
      case 'gemeente':
        this.#gemeenten.set(w.oin, w.gemeentecode);
        break;
      case 'persoon':
        this.#bewaar(w.persoon);
        break;
      case 'ontvangen':
        this.#ontvangen.push(w.melding);
        break;
      case 'uit':
        this.#berichten.set(w.bericht.berichtId, { ...w.bericht, stand: 'wachtend' });
        this.#wachtend.add(w.bericht.berichtId);
        break;
      case 'bezorgd': {
        const bericht = this.#berichten.get(w.berichtId);
        if (bericht) bericht.stand = w.stand;
        this.#wachtend.delete(w.berichtId);
      }
    }
  }
}
