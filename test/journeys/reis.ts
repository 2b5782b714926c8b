import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { volledigPip } from '../begeleiding/pip-dossier.ts';
import { maakBekend, meldt, type Nieuweling, type Opstelling, PEILDATUM } from '../meedoen.ts';
import { type GelezenPdf, leesPdf } from '../pdf.ts';
import { meldToets } from './stappen.ts';

type Methode = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
// biome-ignore lint/suspicious/noExplicitAny: proeven lezen antwoorden vrij; wat telt wordt daar gekeurd
type Antwoord = { status: number; body: any };

/** Vraagt de API vanuit het venster, met de sessie die er is: wat een scherm ook zou vragen. */
export function vraag(
  page: Page,
  methode: Methode,
  pad: string,
  inhoud?: unknown,
): Promise<Antwoord> {
  return page.evaluate(
    async ([method, url, body]) => {
      const antwoord = await fetch(url as string, {
        method: method as string,
        headers: body ? { 'content-type': 'application/json' } : {},
        ...(body ? { body } : {}),
      });
      const tekst = await antwoord.text();
      return { status: antwoord.status, body: tekst ? JSON.parse(tekst) : null };
    },
    [methode, pad, inhoud === undefined ? undefined : JSON.stringify(inhoud)] as const,
  );
}

/** Als `vraag`, en het moet lukken. */
export async function doe(page: Page, methode: Methode, pad: string, inhoud?: unknown) {
  const { status, body } = await vraag(page, methode, pad, inhoud);
  expect([pad, status < 300 ? 'gelukt' : body]).toEqual([pad, 'gelukt']);
  return body;
}

/** Iemand die DUO en de BRP kennen, met een dossier. @returns het id van het dossier. */
export async function nieuwDossier(o: Opstelling, page: Page, n: Nieuweling): Promise<string> {
  await maakBekend(o, n);
  await meldt(o, n.bsn, 'SS101');
  await meldt(o, n.bsn, 'SS139');
  const zoek = async () =>
    (await vraag(page, 'POST', '/v1/inburgeraars/_zoek', { zoek: n.vNummer })).body.items;
  await expect.poll(async () => (await zoek()).length, { timeout: 20_000 }).toBe(1);
  const [{ dossierId }] = await zoek();
  const termijn = async () => (await vraag(page, 'GET', `/v1/dossiers/${dossierId}`)).body;
  await expect
    .poll(async () => (await termijn()).pipTermijn?.laatsteDag ?? '', { timeout: 20_000 })
    .toBe('2027-01-25');
  return dossierId;
}

/** De antwoorden waarmee de wet tevreden is. */
export const ANTWOORDEN = {
  'opleiding-hoogste': 'voortgezet onderwijs',
  'taal-nederlands': 'A1',
  'taal-schrift': 'ja, in ons schrift',
  'werk-herkomst': 'Vier jaar in een bakkerij.',
  'werk-uren': 16,
  'jong-kind': false,
  'geld-rondkomen': 'ja',
  'netwerk-mensen': 'een paar',
  verslag: 'Wil naar het mbo.',
} as const;

export async function beantwoord(page: Page, id: string, antwoorden: Record<string, unknown>) {
  for (const [naam, waarde] of Object.entries(antwoorden))
    await doe(page, 'PUT', `/v1/dossiers/${id}/intake/antwoorden/${naam}`, {
      waarde,
      vervangt: null,
    });
}

type IntakeKeuze = {
  antwoorden?: Record<string, unknown>;
  taal?: { gesprekstaal: string; tolkNodig: boolean; schrift?: string };
  /** Geen toets maken: een ontheffing legt de proef zelf vast. */
  zonderToets?: boolean;
};

/** Vult aan wat de wet van de intake vraagt en rondt haar af. */
export async function rondIntakeAf(
  o: Opstelling,
  page: Page,
  { id, bsn }: { id: string; bsn: string },
  keuze: IntakeKeuze = {},
): Promise<void> {
  const basis = `/v1/dossiers/${id}/intake`;
  await beantwoord(page, id, { ...ANTWOORDEN, ...keuze.antwoorden });
  const taal = keuze.taal ?? { gesprekstaal: 'Koerdisch', tolkNodig: true };
  await doe(page, 'PUT', `${basis}/taal`, { ...taal, vervangt: null });
  const alleen = { aangeboden: true, gewenst: false, vervangt: null };
  await doe(page, 'PUT', `${basis}/privegesprek`, alleen);
  const gezond = { besproken: true, gevolgen: [], vervangt: null };
  await doe(page, 'PUT', `${basis}/belastbaarheid`, gezond);
  if (!keuze.zonderToets) {
    await meldToets(o, bsn, PEILDATUM);
    await expect
      .poll(async () => (await vraag(page, 'GET', basis)).body.toets?.behaald ?? '', {
        timeout: 20_000,
      })
      .toBe('61,50');
  }
  await doe(page, 'POST', `${basis}/_afronden`, {});
}

type Inhoud = Record<string, unknown>;

/** Een nieuw concept met deze inhoud bovenop een volledig PIP. @returns het adres van het PIP. */
export async function stelOp(
  page: Page,
  id: string,
  route: 'B' | 'O' | 'Z',
  anders: Inhoud = {},
): Promise<string> {
  const { pipId } = await doe(page, 'POST', `/v1/dossiers/${id}/pips`, {});
  const pad = `/v1/dossiers/${id}/pips/${pipId}`;
  const { revisie } = await doe(page, 'GET', pad);
  const inhoud = { ...volledigPip(route), ...anders };
  await doe(page, 'PATCH', pad, { revisie, inhoud });
  return pad;
}

/** Stelt vast wat er nu staat. */
export async function stelVast(page: Page, pad: string, dagtekening: string = PEILDATUM) {
  const { revisie } = await doe(page, 'GET', pad);
  return doe(page, 'POST', `${pad}/_vaststellen`, { revisie, dagtekening });
}

export type Stuk = GelezenPdf & {
  titel: string;
  soort: string;
  taal: string;
  versie: number | null;
};

/** Wacht tot deze soorten stukken er zijn en leest ze. */
export async function leesStukken(
  page: Page,
  id: string,
  soorten: readonly string[],
): Promise<Record<string, Stuk>> {
  const lijst = async (): Promise<(Omit<Stuk, keyof GelezenPdf> & { documentId: string })[]> =>
    (await vraag(page, 'GET', `/v1/dossiers/${id}/documenten`)).body.items;
  await expect
    .poll(async () => [...new Set((await lijst()).map((d) => d.soort))].sort(), { timeout: 30_000 })
    .toEqual(expect.arrayContaining([...soorten]));
  const uit: Record<string, Stuk> = {};
  // De nieuwste van elke soort telt.
  for (const d of (await lijst()).reverse()) {
    const antwoord = await page.request.get(`/v1/dossiers/${id}/documenten/${d.documentId}`);
    expect(antwoord.headers()['content-type']).toBe('application/pdf');
    uit[d.soort] = { ...(await leesPdf(await antwoord.body())), ...d };
  }
  return uit;
}
