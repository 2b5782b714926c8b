import type { Adapter, AdapterPayload } from 'oidc-provider';

type Bewaard = { inhoud: AdapterPayload; tot: number };

const HOOGSTENS = 5000;
const alles = new Map<string, Bewaard>();

/** Onthoudt aanmeldingen van de oefenomgeving in het geheugen van dit proces; wat verlopen is verdwijnt. */
export class DemoGeheugen implements Adapter {
  readonly #soort: string;
  constructor(soort: string) {
    this.#soort = soort;
  }

  #sleutel(id: string): string {
    return `${this.#soort}:${id}`;
  }

  async upsert(id: string, inhoud: AdapterPayload, seconden: number): Promise<void> {
    if (alles.size >= HOOGSTENS) ruimOp();
    alles.set(this.#sleutel(id), { inhoud, tot: Date.now() + seconden * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const gevonden = alles.get(this.#sleutel(id));
    return gevonden && gevonden.tot > Date.now() ? gevonden.inhoud : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#zoek((inhoud) => inhoud.uid === uid);
  }

  async findByUserCode(code: string): Promise<AdapterPayload | undefined> {
    return this.#zoek((inhoud) => inhoud.userCode === code);
  }

  #zoek(past: (inhoud: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [sleutel, { inhoud, tot }] of alles) {
      if (sleutel.startsWith(`${this.#soort}:`) && tot > Date.now() && past(inhoud)) return inhoud;
    }
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const gevonden = alles.get(this.#sleutel(id));
    if (gevonden) gevonden.inhoud.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    alles.delete(this.#sleutel(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [sleutel, { inhoud }] of alles)
      if (inhoud.grantId === grantId) alles.delete(sleutel);
  }
}

function ruimOp(): void {
  for (const [sleutel, { tot }] of alles) if (tot <= Date.now()) alles.delete(sleutel);
}
