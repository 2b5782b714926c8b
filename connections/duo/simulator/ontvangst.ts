/** Een melding zoals DUO haar ontving, ook als ze werd geweigerd. */
export type Ontvangen = {
  methode: 'POST' | 'PUT' | 'DELETE';
  /** Het pad met `{bsn}`, `{id}` en `{instellingsnummer}` op hun plaats. */
  pad: string;
  bsn?: string;
  instellingsnummer?: string;
  contactpersoonId?: number;
  bron: string;
  berichtId: string;
  body: unknown;
  status: number;
  foutteksten: string[];
  /** De dag van ontvangst volgens DUO. */
  op?: string;
};

export type Tellers = {
  ontvangen: number;
  aangenomen: number;
  geweigerd: number;
  /** Aangenomen meldingen waarvan het berichtId al eerder was aangenomen. */
  dubbelBerichtId: number;
  /** Aangenomen meldingen die gelijk zijn aan de vorige aangenomen melding over hetzelfde. */
  dubbelInhoud: number;
};

/** Wat er binnenkwam, in volgorde, met de tellingen waarop een proef kan rekenen. */
export class Ontvangst {
  readonly meldingen: Ontvangen[] = [];
  readonly tellers: Tellers = {
    ontvangen: 0,
    aangenomen: 0,
    geweigerd: 0,
    dubbelBerichtId: 0,
    dubbelInhoud: 0,
  };
  readonly #berichtIds = new Set<string>();
  readonly #laatste = new Map<string, string>();

  voegToe(melding: Ontvangen): void {
    this.meldingen.push(melding);
    this.tellers.ontvangen += 1;
    if (melding.status >= 300) {
      this.tellers.geweigerd += 1;
      return;
    }
    this.tellers.aangenomen += 1;
    if (this.#berichtIds.has(melding.berichtId)) this.tellers.dubbelBerichtId += 1;
    this.#berichtIds.add(melding.berichtId);
    const { methode, pad, bsn, instellingsnummer, contactpersoonId, bron, body } = melding;
    const onderwerp = JSON.stringify([pad, bsn, instellingsnummer, contactpersoonId, bron]);
    const inhoud = JSON.stringify([methode, body]);
    if (this.#laatste.get(onderwerp) === inhoud) this.tellers.dubbelInhoud += 1;
    this.#laatste.set(onderwerp, inhoud);
  }

  perPersoon() {
    const tellingen = new Map<string, { bsn: string; ontvangen: number; aangenomen: number }>();
    for (const { bsn, status } of this.meldingen) {
      if (bsn === undefined) continue;
      const telling = tellingen.get(bsn) ?? { bsn, ontvangen: 0, aangenomen: 0 };
      telling.ontvangen += 1;
      if (status < 300) telling.aangenomen += 1;
      tellingen.set(bsn, telling);
    }
    return [...tellingen.values()];
  }
}
