import { randomUUID } from 'node:crypto';
import { dobbelsteen } from '../../../simulatie/dobbelsteen.ts';
import type { UitBericht, Wereld } from '../wereld.ts';

type Instelling = {
  wereld: Wereld;
  meedoenUrl: string;
  oinDuo: string;
  /** Wachttijd na een mislukte poging; verdubbelt tot het maximum. In milliseconden. */
  herkansing: { eerste: number; hoogste: number };
};

const TEGELIJK = 8;
const GEDULD_MS = 10_000;
/** Zo lang wacht een verwisseld bericht op een tweede over dezelfde persoon. */
const VERWISSEL_MS = 3000;

/**
 * Bezorgt notificaties bij Meedoen: per persoon op volgorde, met hetzelfde berichtId bij elke
 * poging, net zo lang tot Meedoen antwoordt. Een antwoord 4xx is definitief.
 */
export class Bezorger {
  readonly #instelling: Instelling;
  readonly #bezig = new Map<string, Promise<void>>();
  readonly #pogingen = new Map<string, number>();
  readonly #uitgesteld = new Map<string, NodeJS.Timeout>();
  readonly #stop = new AbortController();
  readonly #gooi = dobbelsteen();
  /** Berichten die op een tweede wachten, met het tijdstip waarop ze toch gaan. */
  readonly #eenling = new Map<string, number>();

  constructor(instelling: Instelling) {
    this.#instelling = instelling;
  }

  /** Zet alles op weg wat nu op weg kan. */
  pomp(): void {
    if (this.#stop.signal.aborted) return;
    for (const bericht of this.#opVolgorde()) {
      if (this.#bezig.size >= TEGELIJK) return;
      const { sleutel } = bericht;
      if (this.#bezig.has(sleutel) || this.#uitgesteld.has(sleutel)) continue;
      const klaar = this.#lever(bericht).finally(() => {
        this.#bezig.delete(sleutel);
        this.pomp();
      });
      this.#bezig.set(sleutel, klaar);
    }
  }

  #opVolgorde(): UitBericht[] {
    const wachtend = this.#instelling.wereld.wachtend();
    if (!this.#instelling.wereld.gedrag.verwisselNotificaties) return wachtend;
    const aantal = new Map<string, number>();
    for (const { sleutel } of wachtend) aantal.set(sleutel, (aantal.get(sleutel) ?? 0) + 1);
    return wachtend.reverse().filter((b) => (aantal.get(b.sleutel) ?? 0) > 1 || this.#magAlleen(b));
  }

  #magAlleen({ berichtId }: UitBericht): boolean {
    const nu = Date.now();
    const vanaf = this.#eenling.get(berichtId);
    if (vanaf === undefined) {
      this.#eenling.set(berichtId, nu + VERWISSEL_MS);
      setTimeout(() => this.pomp(), VERWISSEL_MS + 1).unref();
      return false;
    }
    return nu >= vanaf;
  }

  async sluit(): Promise<void> {
    this.#stop.abort();
    for (const wekker of this.#uitgesteld.values()) clearTimeout(wekker);
    await Promise.all(this.#bezig.values());
  }

  async #lever(bericht: UitBericht): Promise<void> {
    const status = await this.#probeer(bericht);
    if (this.#stop.signal.aborted) return;
    if (status === undefined || status >= 500 || status === 408 || status === 429) {
      this.#stelUit(bericht.sleutel);
      return;
    }
    this.#pogingen.delete(bericht.sleutel);
    this.#eenling.delete(bericht.berichtId);
    const stand = status < 300 ? 'bezorgd' : 'geweigerd';
    this.#instelling.wereld.leg([{ soort: 'bezorgd', berichtId: bericht.berichtId, stand }]);
  }

  /** Eén poging, zo nodig gevolgd door dubbelen; geeft de status of `undefined` zonder antwoord. */
  async #probeer(bericht: UitBericht): Promise<number | undefined> {
    const stop = this.#stop.signal;
    const { dubbeleNotificaties, toeval } = this.#instelling.wereld.gedrag;
    const status = await stuur(this.#instelling, bericht, bericht.berichtId, stop);
    const nogmaals = toeval !== null && this.#gooi(toeval.zaad) < toeval.kans;
    if ((dubbeleNotificaties || nogmaals) && status !== undefined && status < 300) {
      await stuur(this.#instelling, bericht, bericht.berichtId, stop);
      await stuur(this.#instelling, bericht, randomUUID(), stop);
    }
    return status;
  }

  #stelUit(sleutel: string): void {
    const { eerste, hoogste } = this.#instelling.herkansing;
    const pogingen = this.#pogingen.get(sleutel) ?? 0;
    this.#pogingen.set(sleutel, pogingen + 1);
    const wekker = setTimeout(
      () => {
        this.#uitgesteld.delete(sleutel);
        this.pomp();
      },
      Math.min(eerste * 2 ** pogingen, hoogste),
    );
    this.#uitgesteld.set(sleutel, wekker.unref());
  }
}

async function stuur(
  { meedoenUrl, oinDuo }: Instelling,
  bericht: UitBericht,
  berichtId: string,
  stop: AbortSignal,
): Promise<number | undefined> {
  try {
    const antwoord = await fetch(`${meedoenUrl}/duo/v1/notificaties`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        bron: oinDuo,
        doel: bericht.doel,
        berichtId,
      },
      body: JSON.stringify(bericht.notificatie),
      signal: AbortSignal.any([stop, AbortSignal.timeout(GEDULD_MS)]),
    });
    await antwoord.arrayBuffer();
    return antwoord.status;
  } catch {
    return undefined;
  }
}
