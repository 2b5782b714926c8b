import { type Agent, request } from 'undici';
import { z } from 'zod';

/** Waar een vraag heen gaat. */
export type Post = { agent: Agent; url: string; timeoutMs: number; apiKey?: string };

/** Waarom er geen antwoord is. Geen van de teksten bevat een persoonsgegeven. */
export type Mislukt =
  /** `velden`: de gevraagde velden die de autorisatie van de gemeente niet dekt, als de BRP ze noemt. */
  | { soort: 'niet-bevoegd'; reden: string; velden: string[] }
  /** Het verzoek klopt niet; opnieuw proberen helpt niet. `velden` zijn namen, nooit waarden. */
  | { soort: 'fout-verzoek'; reden: string; velden: string[] }
  /** Er passen meer mensen bij de zoekvraag dan de BRP geeft. */
  | { soort: 'te-veel'; reden: string }
  /** Later opnieuw; `wachtSeconden` als de BRP zegt hoe lang. */
  | { soort: 'storing'; reden: string; wachtSeconden?: number };

type Gelukt<T> = { soort: 'ok'; inhoud: T };

const probleem = z.object({
  title: z.string().optional(),
  code: z.string().optional(),
  invalidParams: z.array(z.object({ name: z.string(), reason: z.string().optional() })).optional(),
});

const LANGST_WACHTEN = 86_400;

/** Stelt één vraag en leest het antwoord met `schema`. Gooit niet. */
export async function stelVraag<T>(
  post: Post,
  inhoud: object,
  schema: z.ZodType<T>,
): Promise<Gelukt<T> | Mislukt> {
  try {
    const antwoord = await request(post.url, {
      dispatcher: post.agent,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json; charset=utf-8',
        ...(post.apiKey ? { 'x-api-key': post.apiKey } : {}),
      },
      body: JSON.stringify(inhoud),
      signal: AbortSignal.timeout(post.timeoutMs),
    });
    const gelezen = leesJson(await antwoord.body.text());
    if (antwoord.statusCode === 200) return keurAntwoord(gelezen, schema);
    return mislukt(antwoord.statusCode, gelezen, wachttijd(antwoord.headers['retry-after']));
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

function keurAntwoord<T>(inhoud: unknown, schema: z.ZodType<T>): Gelukt<T> | Mislukt {
  const gelezen = schema.safeParse(inhoud);
  if (gelezen.success) return { soort: 'ok', inhoud: gelezen.data };
  const velden = [...new Set(gelezen.error.issues.map((i) => i.path.join('.')))].join(', ');
  const reden = `het antwoord past niet bij de afspraken (${velden || 'geheel'})`;
  return { soort: 'storing', reden };
}

/** `Retry-After` in seconden of als moment (RFC 9110); iets anders telt niet. */
function wachttijd(kop: string | string[] | undefined): number | undefined {
  if (typeof kop !== 'string') return undefined;
  const seconden = /^\d+$/.test(kop) ? Number(kop) : (Date.parse(kop) - Date.now()) / 1000;
  if (!Number.isFinite(seconden)) return undefined;
  return Math.min(Math.max(Math.ceil(seconden), 1), LANGST_WACHTEN);
}

function mislukt(status: number, inhoud: unknown, wachtSeconden: number | undefined): Mislukt {
  const gelezen = probleem.safeParse(inhoud);
  const p = gelezen.success ? gelezen.data : {};
  const reden = p.title ?? `antwoord ${status}`;
  const velden = (p.invalidParams ?? []).map((v) => v.name);
  const wacht = wachtSeconden === undefined ? {} : { wachtSeconden };
  if (status === 401 || status === 403) return { soort: 'niet-bevoegd', reden, velden };
  if (status === 429 || status === 503) return { soort: 'storing', reden, ...wacht };
  if (status < 400 || status >= 500 || status === 408) return { soort: 'storing', reden };
  // Een 404 of proxyfout zonder probleemomschrijving zegt niets over de vraag zelf.
  if (p.code === undefined) return { soort: 'storing', reden };
  if (p.code === 'tooManyResults') return { soort: 'te-veel', reden };
  return { soort: 'fout-verzoek', reden, velden };
}
