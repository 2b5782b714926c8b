import { openJournaal } from '../../simulatie/journaal.ts';
import type { Gedrag } from './gedrag.ts';
import { GEWOON_GEDRAG } from './gedrag.ts';
import { type Ontvangen, Ontvangst } from './ontvangst.ts';
import type { Instelling, Verlengingsgrond } from './persoon/lijsten.ts';
import { INSTELLINGEN, VERLENGINGSGRONDEN } from './persoon/lijsten.ts';
import type { Persoon, PersoonOpdracht } from './persoon/persoon.ts';
import { wijzigPersoon } from './persoon/persoon.ts';

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

export type Contactpersoon = {
  id: number;
  gemeentecode: string;
  gegevens: { naam: string; email: string; telefoonnummer: string };
};

export type Wijziging =
  | { soort: 'gemeente'; oin: string; gemeentecode: string }
  | { soort: 'persoon'; persoon: Persoon }
  | { soort: 'ontvangen'; melding: Ontvangen }
  | { soort: 'uit'; bericht: UitBericht }
  | { soort: 'bezorgd'; berichtId: string; stand: 'bezorgd' | 'geweigerd' }
  | { soort: 'instellingen'; instellingen: Instelling[] }
  | { soort: 'verlengingsgronden'; gronden: Verlengingsgrond[] }
  | { soort: 'contactpersoon'; contactpersoon: Contactpersoon }
  | { soort: 'contactpersoon-weg'; id: number }
  | { soort: 'gedrag'; gedrag: Partial<Gedrag> };

/** Alles wat de simulator weet. Eén journaalregel is één geheel: helemaal of helemaal niet. */
export class Wereld {
  /** Hoe DUO zich gedraagt; alleen te wijzigen met `leg`. */
  readonly gedrag: Gedrag = { ...GEWOON_GEDRAG };
  readonly ontvangst = new Ontvangst();
  readonly #journaal;
  readonly #gemeenten = new Map<string, string>();
  readonly #personen = new Map<string, Persoon>();
  readonly #opBsn = new Map<string, string>();
  readonly #opVNummer = new Map<string, string>();
  readonly #termijnWacht = new Set<string>();
  readonly #berichten = new Map<string, Bezorging>();
  readonly #wachtend = new Set<string>();
  readonly #contactpersonen = new Map<number, Contactpersoon>();
  #hoogsteContact = 0;
  #instellingen: readonly Instelling[] = INSTELLINGEN;
  #gronden: readonly Verlengingsgrond[] = VERLENGINGSGRONDEN;

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

  personen(): Persoon[] {
    return [...this.#personen.values()];
  }

  persoon(id: string): Persoon | undefined {
    return this.#personen.get(id);
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

  gemeentecodes(): string[] {
    return [...new Set(this.#gemeenten.values())];
  }

  instellingen(): readonly Instelling[] {
    return this.#instellingen;
  }

  verlengingsgronden(): readonly Verlengingsgrond[] {
    return this.#gronden;
  }

  contactpersoon(id: number): Contactpersoon | undefined {
    return this.#contactpersonen.get(id);
  }

  contactpersonen(): Contactpersoon[] {
    return [...this.#contactpersonen.values()];
  }

  /** Nummers van verwijderde contactpersonen komen niet terug. */
  volgendContactnummer(): number {
    return this.#hoogsteContact + 1;
  }

  berichten(): Bezorging[] {
    return [...this.#berichten.values()];
  }

  aantalBerichten(): number {
    return this.#berichten.size;
  }

  wachtend(): UitBericht[] {
    return [...this.#wachtend].flatMap((id) => this.#berichten.get(id) ?? []);
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
        this.ontvangst.voegToe(w.melding);
        break;
      case 'uit':
        this.#berichten.set(w.bericht.berichtId, { ...w.bericht, stand: 'wachtend' });
        this.#wachtend.add(w.bericht.berichtId);
        break;
      case 'bezorgd':
        this.#bezorgd(w.berichtId, w.stand);
        break;
      case 'instellingen':
        this.#instellingen = w.instellingen;
        break;
      case 'verlengingsgronden':
        this.#gronden = w.gronden;
        break;
      case 'contactpersoon':
        this.#contactpersonen.set(w.contactpersoon.id, w.contactpersoon);
        this.#hoogsteContact = Math.max(this.#hoogsteContact, w.contactpersoon.id);
        break;
      case 'contactpersoon-weg':
        this.#contactpersonen.delete(w.id);
        break;
      case 'gedrag':
        Object.assign(this.gedrag, w.gedrag);
    }
  }

  #bezorgd(berichtId: string, stand: 'bezorgd' | 'geweigerd'): void {
    const bericht = this.#berichten.get(berichtId);
    if (bericht) bericht.stand = stand;
    this.#wachtend.delete(berichtId);
  }
}
