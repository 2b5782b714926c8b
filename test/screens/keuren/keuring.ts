import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeScan } from '../../chromium.ts';
import { BREED, type Opstelling, SMAL, type Venster } from '../../meedoen.ts';

/** Eén scherm in één toestand: hoe men er komt vanaf een aangemeld venster. */
export type Toestand = { naam: string; open: (page: Page) => Promise<unknown> };

const TABS = 8;
const GEDULD_BEELDEN = 60;
/** Een ander thema verandert alleen kleuren. */
const KLEUR = ['color-contrast', 'link-in-text-block'];

/** Het scherm is af: niets laadt nog. */
async function komtTotRust(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => {
    const bezig = document.querySelector('.m-skeleton, [aria-busy="true"]');
    return !bezig && document.getAnimations().every((a) => a.playState !== 'running');
  });
}

/** Wat er aan de maat en de koppen niet klopt. */
function meetVorm(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fouten: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) fouten.push(`schuift opzij: ${scrollWidth} in ${clientWidth}`);
    const koppen = document.querySelectorAll('h1').length;
    if (koppen !== 1) fouten.push(`${koppen} koppen h1`);
    if (!document.title.endsWith('Meedoen') && !document.title.includes('Meedoen')) {
      fouten.push(`titel: ${document.title}`);
    }
    return fouten;
  });
}

/** Loopt met Tab over de eerste knoppen; geeft die waar men niet ziet waar men is. */
async function tabZichtbaar(page: Page): Promise<string[]> {
  const fouten: string[] = [];
  for (let stap = 0; stap < TABS; stap += 1) {
    await page.keyboard.press('Tab');
    const onzichtbaar = await page.evaluate(async (geduld) => {
      const el = document.activeElement;
      if (!(el instanceof HTMLElement) || el === document.body) return undefined;
      const label = el.id ? document.querySelector(`label[for="${CSS.escape(el.id)}"]`) : null;
      const delen = [el, label, el.parentElement, el.nextElementSibling].filter((d) => d !== null);
      const heeftRand = () =>
        delen.some((deel) =>
          ['', '::before', '::after'].some((pseudo) => {
            const s = getComputedStyle(deel, pseudo || undefined);
            const rand = s.outlineStyle !== 'none' && Number.parseFloat(s.outlineWidth) >= 2;
            return rand || (s.boxShadow !== 'none' && s.boxShadow !== '');
          }),
        );
      const inBeeld = () => {
        const vak = (label ?? el).getBoundingClientRect();
        return vak.bottom > 0 && vak.top < innerHeight && vak.width > 0;
      };
      // Een overgang, ook een die niets duurt, is pas na een paar beelden voorbij.
      for (let beeld = 0; beeld < geduld; beeld += 1) {
        if (heeftRand() && inBeeld()) return undefined;
        await new Promise((klaar) => requestAnimationFrame(klaar));
      }
      return `${el.tagName} ${el.textContent?.slice(0, 40)}`;
    }, GEDULD_BEELDEN);
    if (onzichtbaar) fouten.push(`aandacht niet te zien: ${onzichtbaar}`);
  }
  return fouten;
}

/**
 * Keurt een toestand breed en smal, licht en donker: axe, geen schuiven opzij, één h1, zichtbare
 * aandacht bij de eerste knoppen. @returns een regel per gebrek.
 */
export async function keur(page: Page, { open }: Toestand): Promise<string[]> {
  const fouten: string[] = [];
  for (const [maat, viewport] of Object.entries({ breed: BREED, smal: SMAL })) {
    await page.setViewportSize(viewport);
    await open(page);
    await komtTotRust(page);
    const licht = [...(await meetVorm(page)), ...(await axeScan(page))];
    fouten.push(...licht.map((f) => `${maat}: ${f}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    await komtTotRust(page);
    fouten.push(...(await axeScan(page, KLEUR)).map((f) => `${maat}, donker: ${f}`));
    await page.emulateMedia({ colorScheme: 'light' });
    fouten.push(...(await tabZichtbaar(page)).map((f) => `${maat}: ${f}`));
  }
  return fouten;
}

/** Een proef per toestand, in één venster waarin deze medewerker is aangemeld. */
export function keurSchermen(
  o: () => Opstelling,
  naam: string,
  toestanden: readonly Toestand[],
): void {
  describe(`schermen van ${naam}`, () => {
    let venster: Venster;
    beforeAll(async () => {
      venster = await o().alsMedewerker(naam);
    });
    afterAll(() => venster?.context.close());

    test.each(toestanden)('$naam', async (toestand) => {
      venster.fouten.length = 0;
      expect(await keur(venster.page, toestand)).toEqual([]);
      expect(venster.fouten).toEqual([]);
    });
  });
}
