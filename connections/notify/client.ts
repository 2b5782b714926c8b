import { Agent, request } from 'undici';
import { z } from 'zod';
import { leesSleutel, maakBewijs } from './sleutel.ts';

/** Wat een bericht is geworden, zoals NotifyNL het noemt; onbekende woorden komen gewoon door. */
export type NotifyStatus =
  | 'created'
  | 'sending'
  | 'pending'
  | 'sent'
  | 'delivered'
  | 'permanent-failure'
  | 'temporary-failure'
  | 'technical-failure'
  /** Alleen brieven. */
  | 'accepted'
  | 'received'
  | 'cancelled'
  | 'validation-failed'
  | (string & {});

/** Een bericht; `referentie` is ons eigen id en nooit een persoonsgegeven. */
export type NotifyBericht = { referentie: string } & (
  | { soort: 'sms'; nummer: string; tekst: string; afzender?: string | undefined }
  | {
      soort: 'email';
      adres: string;
      onderwerp: string;
      tekst: string;
      afzender?: string | undefined;
    }
  | { soort: 'brief'; pdf: Buffer }
);

/** Er is geen goed antwoord. Geen van de redenen bevat een nummer, adres of tekst. */
export type NotifyStoring = {
  soort: 'storing';
  reden: string;
  /** Het verzoek kan zijn aangekomen: eerst kijken, dan pas opnieuw. */
  misschienVerwerkt: boolean;
};

export type NotifyVerstuurd =
  | { soort: 'ok'; id: string }
  /** De dienst neemt dit bericht nooit aan; opnieuw proberen helpt niet. */
  | { soort: 'geweigerd'; reden: string }
  | NotifyStoring;

export type NotifyGevonden =
  | { soort: 'ok'; bericht: { id: string; status: NotifyStatus } }
  | { soort: 'niets' }
  | NotifyStoring;

export type NotifyClient = {
  /** Biedt één bericht aan. De dienst ontdubbelt niet: kijk na twijfel eerst met `zoek`. */
  stuur(bericht: NotifyBericht): Promise<NotifyVerstuurd>;
  /** Zoekt een bericht op onze eigen referentie; de dienst bewaart ze zeven dagen. */
  zoek(referentie: string): Promise<NotifyGevonden>;
  sluit(): Promise<void>;
};

export type NotifyInstelling = {
  /** Basisadres zonder `/v2`. */
  basisUrl: string;
  sleutel: string;
  /** Sjablonen bij de dienst met als enige invulplek `tekst` (en bij e-mail `onderwerp`). */
  sjablonen: { sms: string; email: string };
  timeoutMs: number;
};

type Verbinding = NotifyInstelling & { agent: Agent };
type Antwoord = { status: number; inhoud: unknown };

const Aangenomen = z.object({ id: z.string() });
const Lijst = z.object({
  notifications: z.array(z.object({ id: z.string(), status: z.string() })),
});
const Fout = z.object({ errors: z.array(z.object({ error: z.string() })) });

/** Client voor de API van NotifyNL (dezelfde vorm als GOV.UK Notify, versie 2). */
export function notifyClient(instelling: NotifyInstelling): NotifyClient {
  const v: Verbinding = { ...instelling, agent: new Agent({ maxResponseSize: 1_000_000 }) };
  return {
    stuur: (bericht) => stuur(v, bericht),
    zoek: (referentie) => zoek(v, referentie),
    sluit: () => v.agent.destroy(),
  };
}

function verzoekVan({ sjablonen }: Verbinding, b: NotifyBericht): { pad: string; inhoud: object } {
  const reference = b.referentie;
  switch (b.soort) {
    case 'sms':
      return {
        pad: 'sms',
        inhoud: {
          phone_number: b.nummer,
          template_id: sjablonen.sms,
          personalisation: { tekst: b.tekst },
          reference,
          ...(b.afzender ? { sms_sender_id: b.afzender } : {}),
        },
      };
    case 'email':
      return {
        pad: 'email',
        inhoud: {
          email_address: b.adres,
          template_id: sjablonen.email,
          personalisation: { onderwerp: b.onderwerp, tekst: b.tekst },
          reference,
          ...(b.afzender ? { email_reply_to_id: b.afzender } : {}),
        },
      };
    case 'brief':
      return { pad: 'letter', inhoud: { reference, content: b.pdf.toString('base64') } };
  }
}

async function stuur(v: Verbinding, bericht: NotifyBericht): Promise<NotifyVerstuurd> {
  const { pad, inhoud } = verzoekVan(v, bericht);
  const antwoord = await vraag(v, 'POST', `/v2/notifications/${pad}`, inhoud);
  if ('soort' in antwoord) return antwoord;
  if (antwoord.status === 201) {
    const gelezen = Aangenomen.safeParse(antwoord.inhoud);
    if (gelezen.success) return { soort: 'ok', id: gelezen.data.id };
    return storing('het antwoord past niet bij de afspraken', true);
  }
  const reden = redenVan(antwoord);
  if (antwoord.status === 400) return { soort: 'geweigerd', reden };
  return storing(reden, antwoord.status >= 500);
}

async function zoek(v: Verbinding, referentie: string): Promise<NotifyGevonden> {
  const pad = `/v2/notifications?reference=${encodeURIComponent(referentie)}`;
  const antwoord = await vraag(v, 'GET', pad);
  if ('soort' in antwoord) return antwoord;
  if (antwoord.status !== 200) return storing(redenVan(antwoord), false);
  const gelezen = Lijst.safeParse(antwoord.inhoud);
  if (!gelezen.success) return storing('het antwoord past niet bij de afspraken', false);
  const [bericht] = gelezen.data.notifications;
  return bericht ? { soort: 'ok', bericht } : { soort: 'niets' };
}

async function vraag(
  v: Verbinding,
  method: 'GET' | 'POST',
  pad: string,
  inhoud?: object,
): Promise<Antwoord | NotifyStoring> {
  const sleutel = leesSleutel(v.sleutel);
  if (!sleutel) return storing('de sleutel van de berichtendienst klopt niet', false);
  try {
    const antwoord = await request(`${v.basisUrl.replace(/\/+$/, '')}${pad}`, {
      dispatcher: v.agent,
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${maakBewijs(sleutel, Date.now())}`,
        ...(inhoud ? { 'content-type': 'application/json' } : {}),
      },
      ...(inhoud ? { body: JSON.stringify(inhoud) } : {}),
      signal: AbortSignal.timeout(v.timeoutMs),
    });
    return { status: antwoord.statusCode, inhoud: leesJson(await antwoord.body.text()) };
  } catch (fout) {
    // De fout zelf blijft hier: haar tekst kan inhoud van het verzoek bevatten.
    const teLaat = fout instanceof Error && fout.name === 'TimeoutError';
    const nietVerbonden = (fout as { code?: string }).code === 'ECONNREFUSED';
    const reden = teLaat ? 'geen antwoord binnen de gestelde tijd' : 'de verbinding mislukte';
    return storing(reden, !nietVerbonden);
  }
}

const storing = (reden: string, misschienVerwerkt: boolean): NotifyStoring => ({
  soort: 'storing',
  reden,
  misschienVerwerkt,
});

function leesJson(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

/** Alleen de soort fout; de zin erbij kan een nummer of adres herhalen. */
function redenVan({ status, inhoud }: Antwoord): string {
  const gelezen = Fout.safeParse(inhoud);
  const soort = gelezen.success ? gelezen.data.errors[0]?.error : undefined;
  return soort ? `${soort} (${status})` : `antwoord ${status}`;
}
