import { statSync } from 'node:fs';

/**
 * Iets dat uit bestanden wordt gelezen en opnieuw wordt gelezen als zij veranderen. Bij elk gebruik
 * wordt gekeken. Lukt het lezen niet, bijvoorbeeld omdat een bestand half is geschreven, dan blijft
 * gelden wat er was en staat in `fout` waarom.
 */
export class Herlaadbaar<T> {
  readonly #paden: readonly string[];
  readonly #lees: () => T;
  #stempel: string;
  #waarde: T;
  #fout: string | undefined;

  /** Gooit wat `lees` gooit als de bestanden bij het begin al niet goed zijn. */
  constructor(paden: readonly string[], lees: () => T) {
    this.#paden = paden;
    this.#lees = lees;
    this.#stempel = stempelVan(paden);
    this.#waarde = lees();
  }

  /** De laatste goede waarde; een ander object zodra de bestanden iets anders geven. */
  huidig(): T {
    const stempel = stempelVan(this.#paden);
    // Na een fout steeds opnieuw: een certificaat dat nog niet gold, kan inmiddels wel gelden.
    if (stempel === this.#stempel && this.#fout === undefined) return this.#waarde;
    this.#stempel = stempel;
    try {
      this.#waarde = this.#lees();
      this.#fout = undefined;
    } catch (fout) {
      this.#fout = fout instanceof Error ? fout.message : 'onbekende fout';
    }
    return this.#waarde;
  }

  get fout(): string | undefined {
    return this.#fout;
  }
}

function stempelVan(paden: readonly string[]): string {
  const delen = paden.map((pad) => {
    const s = statSync(pad, { bigint: true, throwIfNoEntry: false });
    return s ? `${s.ino}:${s.size}:${s.mtimeNs}` : 'ontbreekt';
  });
  return delen.join(' ');
}
