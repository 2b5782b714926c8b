import type { Page } from 'playwright-core';

/** Klikt de eerste knop met deze naam. */
export const knop = (page: Page, naam: string | RegExp) =>
  page.getByRole('button', { name: naam }).first().click();

/** Vraagt de API vanuit het venster, met de sessie die er is. */
function vraag<T>(page: Page, pad: string, inhoud: unknown): Promise<T> {
  return page.evaluate(
    async ([url, body]) => {
      const antwoord = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return antwoord.json();
    },
    [pad, JSON.stringify(inhoud)] as const,
  );
}

type Lijst = { items: { dossierId: string }[] };

/** Het adres van het dossier van een bekende uit de oefenregio. */
async function dossierVan(page: Page, naam: string): Promise<string> {
  const { items } = await vraag<Lijst>(page, '/v1/inburgeraars/_zoek', { zoek: naam, pageSize: 5 });
  if (!items[0]) throw new Error(`niet gevonden: ${naam}`);
  return `/inburgeraars/${items[0].dossierId}`;
}

/** Het adres van iemand van het team met dit voorstel. */
export async function metVoorstel(page: Page, voorstel: string): Promise<string> {
  const { items } = await vraag<Lijst>(page, '/v1/werkvoorraad/_zoek', {
    bereik: 'team',
    voorstel,
    page: 1,
    pageSize: 1,
  });
  if (!items[0]) throw new Error(`niemand met voorstel ${voorstel}`);
  return `/inburgeraars/${items[0].dossierId}`;
}

/** Het adres van iemand van wie het PIP nog op DUO wacht. */
export async function metWachtendPip(page: Page): Promise<string> {
  const vraagNaar = { staten: ['wacht'], soorten: ['pip'], page: 1, pageSize: 1 };
  const { items } = await vraag<Lijst>(page, '/v1/verzendingen/_zoek', vraagNaar);
  if (!items[0]) throw new Error('geen PIP dat op DUO wacht');
  return `/inburgeraars/${items[0].dossierId}`;
}

/** Opent een deel van het dossier van een bekende uit de oefenregio. */
export const dossier =
  (naam: string, deel: string, tekst: string | RegExp) => async (page: Page) => {
    await page.goto((await dossierVan(page, naam)) + deel);
    await page.getByRole('main').getByText(tekst).first().waitFor();
  };

/** Wacht op een venster. */
export const venster = (page: Page, naam: string | RegExp) =>
  page.getByRole('dialog', { name: naam }).waitFor();
