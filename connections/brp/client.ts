import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import { z } from 'zod';
import type { BrpPersoon } from './persoon.ts';
import { brpPersoon } from './persoon.ts';
import type { Veldset } from './veldsets.ts';
import { VELDSETS } from './veldsets.ts';

/** Wat de BRP kan antwoorden, als waarde. */
export type BrpAntwoord =
  | { soort: 'ok'; waarde: BrpPersoon[]; veldset: Veldset }
  /** Geen van de gevraagde personen is bekend. */
  | { soort: 'niets' }
  | { soort: 'niet-bevoegd'; reden: string }
  /** Het verzoek klopt niet; opnieuw proberen helpt niet. `velden` zijn namen, nooit waarden. */
  | { soort: 'fout-verzoek'; reden: string; velden: string[] }
  | { soort: 'storing'; reden: string };

export type BrpClient = {
  /** Raadpleegt 1 tot 20 personen. Gooit niet bij fouten van de BRP of het netwerk. */
  raadpleeg(bsns: readonly string[], veldset: Veldset): Promise<BrpAntwoord>;
  sluit(): Promise<void>;
};

export type BrpInstelling = {
  /** Basisadres zonder `/personen`, bijvoorbeeld `https://host/haalcentraal/api/brp`. */
  basisUrl: string;
  /** Hoogste duur van een verzoek met antwoord, in milliseconden. */
  timeoutMs: number;
  apiKey?: string;
  certificaat?: { keyPad: string; certPad: string; caPad: string };
};

const MAX_ANTWOORD = 5_000_000;

const probleem = z.object({
  title: z.string().optional(),
  code: z.string().optional(),
  invalidParams: z.array(z.object({ name: z.string(), reason: z.string().optional() })).optional(),
});

const personenAntwoord = z.object({ personen: z.array(brpPersoon) });

/** Client voor Haal Centraal BRP Personen bevragen 2. */
export function brpClient(instelling: BrpInstelling): BrpClient {
  const { certificaat } = instelling;
  const agent = new Agent({
    maxResponseSize: MAX_ANTWOORD,
    ...(certificaat && {
      connect: {
        key: readFileSync(certificaat.keyPad),
        cert: readFileSync(certificaat.certPad),
        ca: readFileSync(certificaat.caPad),
        minVersion: 'TLSv1.2' as const,
      },
    }),
  });
  return {
    raadpleeg: (bsns, veldset) => raadpleeg(instelling, agent, bsns, veldset),
    sluit: () => agent.destroy(),
  };
}

async function raadpleeg(
  instelling: BrpInstelling,
  agent: Agent,
  bsns: readonly string[],
  veldset: Veldset,
): Promise<BrpAntwoord> {
  const aantalKlopt = bsns.length >= 1 && bsns.length <= 20;
  if (!aantalKlopt || !bsns.every((bsn) => /^\d{9}$/.test(bsn))) {
    const reden = 'vraag 1 tot 20 burgerservicenummers van negen cijfers';
    return { soort: 'fout-verzoek', reden, velden: ['burgerservicenummer'] };
  }
  try {
    const antwoord = await request(`${instelling.basisUrl.replace(/\/+$/, '')}/personen`, {
      dispatcher: agent,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json; charset=utf-8',
        ...(instelling.apiKey ? { 'x-api-key': instelling.apiKey } : {}),
      },
      body: JSON.stringify({
        type: 'RaadpleegMetBurgerservicenummer',
        burgerservicenummer: bsns,
        fields: VELDSETS[veldset],
      }),
      signal: AbortSignal.timeout(instelling.timeoutMs),
    });
    const inhoud = leesJson(await antwoord.body.text());
    return antwoord.statusCode === 200
      ? gelukt(inhoud, veldset)
      : mislukt(antwoord.statusCode, inhoud);
  } catch (fout) {
    // De fout zelf blijft hier: haar tekst kan inhoud van het verzoek bevatten.
    const teLaat = fout instanceof Error && fout.name === 'TimeoutError';
    const reden = teLaat ? 'geen antwoord binnen de gestelde tijd' : 'de verbinding mislukte';
    return { soort: 'storing', reden };
  }
}

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

function gelukt(inhoud: unknown, veldset: Veldset): BrpAntwoord {
  const gelezen = personenAntwoord.safeParse(inhoud);
  if (!gelezen.success) {
    const velden = [...new Set(gelezen.error.issues.map((i) => i.path.join('.')))].join(', ');
    return {
      soort: 'storing',
      reden: `het antwoord past niet bij de afspraken (${velden || 'geheel'})`,
    };
  }
  const { personen } = gelezen.data;
  return personen.length === 0 ? { soort: 'niets' } : { soort: 'ok', waarde: personen, veldset };
}

function mislukt(status: number, inhoud: unknown): BrpAntwoord {
  const gelezen = probleem.safeParse(inhoud);
  const p = gelezen.success ? gelezen.data : {};
  const reden = p.title ?? `antwoord ${status}`;
  if (status === 401 || status === 403) return { soort: 'niet-bevoegd', reden };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
    // Een 404 of proxyfout zonder probleemomschrijving zegt niets over de vraag zelf.
    if (p.code === undefined) return { soort: 'storing', reden };
    return { soort: 'fout-verzoek', reden, velden: (p.invalidParams ?? []).map((v) => v.name) };
  }
  return { soort: 'storing', reden };
}
