import type { Locator, Page } from 'playwright-core';

/**
 * Seconden per handeling van een geoefende gebruiker die gewoon typt: het toetsaanslagmodel van Card, Moran en
 * Newell (1980). Vooraf denken telt bij elke klik, elk veld en elke opdracht; lezen en praten tellen niet mee.
 */
const SECONDEN = { toets: 0.28, wijzen: 1.1, knop: 0.2, wissel: 0.4, denken: 1.35 };

export type Telling = { toetsen: number; klikken: number; seconden: number };

/** Eén mens met een hand: alles wat zij doet gaat echt langs toetsenbord en muis, en wordt geteld. */
export class Hand {
  #aan: 'toetsen' | 'muis' = 'muis';
  #toetsen = 0;
  #klikken = 0;
  #wissels = 0;
  #denken = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  #pak(wat: 'toetsen' | 'muis'): void {
    if (this.#aan !== wat) this.#wissels += 1;
    this.#aan = wat;
    this.#denken += 1;
  }

  async klik(doel: Locator): Promise<void> {
    await doel.click();
    this.#pak('muis');
    this.#klikken += 1;
  }

  /** Typt tekst waar de aandacht nu is. */
  async typ(tekst: string): Promise<void> {
    await this.page.keyboard.type(tekst);
    this.#pak('toetsen');
    this.#toetsen += [...tekst].length;
  }

  /** Eén toets of een paar tegelijk ('Control+k'), `keer` achter elkaar. */
  async druk(toets: string, keer = 1): Promise<void> {
    for (let n = 0; n < keer; n += 1) await this.page.keyboard.press(toets);
    this.#pak('toetsen');
    this.#toetsen += keer * toets.split('+').length;
  }

  /** Klikt in een veld en typt. */
  async vul(veld: Locator, tekst: string): Promise<void> {
    await this.klik(veld);
    await this.typ(tekst);
  }

  telling(): Telling {
    const { toets, wijzen, knop, wissel, denken } = SECONDEN;
    const seconden =
      this.#toetsen * toets +
      this.#klikken * (wijzen + knop) +
      this.#wissels * wissel +
      this.#denken * denken;
    return { toetsen: this.#toetsen, klikken: this.#klikken, seconden: Math.round(seconden) };
  }
}
