import { createHmac, randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openJournaal } from '../../simulatie/journaal.ts';
import { leesOpdracht, speelStoringNa, verbreek } from '../../simulatie/storing.ts';
import {
  GEWOON,
  gedragVorm,
  pasToe,
  type SimBericht,
  type SimWereld,
  type SimWijziging,
} from './wereld.ts';

export type NotifySimulatorOpties = {
  /** Bestand waarin de berichten een herstart overleven. */
  journaal?: string;
  /** Dienst en geheim waarmee een verzoek zich bewijst. */
  dienst: string;
  geheim: string;
  /** Waar de afloop van een bericht heen gaat, en met welk geheim. */
  terug?: { url: string; geheim: string };
};

const MAX_BRIEF = 12_000_000;
const HOOGSTENS_OUD_S = 30;

const Sms = z.object({
  phone_number: z.string().regex(/^\+?[0-9]{7,15}$/),
  template_id: z.uuid(),
  personalisation: z.object({ tekst: z.string().min(1).max(918) }),
  reference: z.string().optional(),
  sms_sender_id: z.uuid().optional(),
});
const Email = z.object({
  email_address: z.email(),
  template_id: z.uuid(),
  personalisation: z.object({ onderwerp: z.string().min(1), tekst: z.string().min(1) }),
  reference: z.string().optional(),
  email_reply_to_id: z.uuid().optional(),
});
const Brief = z.object({
  reference: z.string(),
  content: z.base64().refine((c) => Buffer.from(c, 'base64').subarray(0, 5).toString() === '%PDF-'),
});

/**
 * Een nagespeelde berichtendienst met de vorm van NotifyNL. Deelt geen code met de client en ontdubbelt net zo
 * min als de echte. Bediening onder `/simulator`.
 */
export function buildNotifySimulator(opties: NotifySimulatorOpties): FastifyInstance {
  const journaal = openJournaal<SimWijziging>(opties.journaal);
  const wereld: SimWereld = {
    berichten: new Map(),
    gedrag: { ...GEWOON },
    tellers: { aangeboden: 0, gezocht: 0, zonderBewijs: 0 },
  };
  for (const wijziging of journaal.eerder) pasToe(wereld, wijziging);
  const leg = (wijziging: SimWijziging) => {
    journaal.schrijf(wijziging);
    pasToe(wereld, wijziging);
  };
  const app = Fastify({ logger: false, forceCloseConnections: true, bodyLimit: MAX_BRIEF });
  app.register(async (deel) => openbaar(deel, wereld, leg, opties));
  app.register(async (deel) => bediening(deel, wereld, leg, opties), { prefix: '/simulator' });
  return app;
}

type Leg = (wijziging: SimWijziging) => void;

function openbaar(app: FastifyInstance, w: SimWereld, leg: Leg, o: NotifySimulatorOpties): void {
  speelStoringNa(app, w.gedrag, () => leg({ gedrag: { status500: w.gedrag.status500 - 1 } }));
  app.addHook('onRequest', async (request, reply) => {
    if (isBewezen(request, o)) return;
    w.tellers.zonderBewijs += 1;
    await fout(reply, 403, 'AuthError', 'Invalid token: signature, api token not found');
  });
  const neemAan = async (request: FastifyRequest, reply: FastifyReply, b: Aanbod | undefined) => {
    w.tellers.aangeboden += 1;
    if (!b) return fout(reply, 400, 'ValidationError', 'the request does not fit');
    const bericht: SimBericht = {
      ...b,
      id: randomUUID(),
      status: b.soort === 'letter' ? 'accepted' : 'sending',
      op: new Date().toISOString(),
    };
    leg({ bericht });
    if (w.gedrag.bezorging !== 'geen') {
      setTimeout(() => void loopAf(w, leg, o, bericht, w.gedrag.bezorging), 20).unref();
    }
    if (w.gedrag.antwoordKwijt > 0) {
      leg({ gedrag: { antwoordKwijt: w.gedrag.antwoordKwijt - 1 } });
      return verbreek(request, reply);
    }
    return reply.code(201).send({ id: bericht.id, reference: bericht.reference });
  };
  app.post('/v2/notifications/sms', (q, r) => neemAan(q, r, vanSms(q.body)));
  app.post('/v2/notifications/email', (q, r) => neemAan(q, r, vanEmail(q.body)));
  app.post('/v2/notifications/letter', (q, r) => neemAan(q, r, vanBrief(q.body)));
  app.get<{ Params: { id: string } }>('/v2/notifications/:id', async (q, r) => {
    const bericht = w.berichten.get(q.params.id);
    return bericht ? toon(bericht) : fout(r, 404, 'NoResultFound', 'No result found');
  });
  app.get<{ Querystring: { reference?: string } }>('/v2/notifications', async (q) => {
    w.tellers.gezocht += 1;
    const { reference } = q.query;
    const past = [...w.berichten.values()].filter((b) => !reference || b.reference === reference);
    return { notifications: past.map(toon), links: {} };
  });
}

type Aanbod = Omit<SimBericht, 'id' | 'status' | 'op'>;

function vanSms(inhoud: unknown): Aanbod | undefined {
  const { data } = Sms.safeParse(inhoud);
  if (!data) return undefined;
  return {
    soort: 'sms',
    reference: data.reference ?? null,
    naar: data.phone_number,
    tekst: data.personalisation.tekst,
    ...(data.sms_sender_id ? { afzender: data.sms_sender_id } : {}),
  };
}

function vanEmail(inhoud: unknown): Aanbod | undefined {
  const { data } = Email.safeParse(inhoud);
  if (!data) return undefined;
  return {
    soort: 'email',
    reference: data.reference ?? null,
    naar: data.email_address,
    ...data.personalisation,
    ...(data.email_reply_to_id ? { afzender: data.email_reply_to_id } : {}),
  };
}

function vanBrief(inhoud: unknown): Aanbod | undefined {
  const { data } = Brief.safeParse(inhoud);
  return data && { soort: 'letter', reference: data.reference, naar: null, tekst: '(pdf)' };
}

/** Keurt de handtekening en de leeftijd van het bewijs, los van hoe de client het maakt. */
function isBewezen(request: FastifyRequest, { dienst, geheim }: NotifySimulatorOpties): boolean {
  const [kop, inhoud, handtekening] = (request.headers.authorization ?? '')
    .replace(/^Bearer /, '')
    .split('.');
  if (!kop || !inhoud || !handtekening) return false;
  const eigen = createHmac('sha256', geheim).update(`${kop}.${inhoud}`).digest('base64url');
  if (eigen !== handtekening) return false;
  const { iss, iat } = JSON.parse(Buffer.from(inhoud, 'base64url').toString()) as {
    iss: string;
    iat: number;
  };
  return iss === dienst && Math.abs(Date.now() / 1000 - iat) <= HOOGSTENS_OUD_S;
}

const fout = (reply: FastifyReply, status: number, error: string, message: string) =>
  reply.code(status).send({ status_code: status, errors: [{ error, message }] });

const toon = (b: SimBericht) => ({
  id: b.id,
  reference: b.reference,
  type: b.soort,
  status: b.status,
  body: b.tekst,
  created_at: b.op,
  ...(b.soort === 'sms' ? { phone_number: b.naar } : {}),
  ...(b.soort === 'email' ? { email_address: b.naar, subject: b.onderwerp } : {}),
});

/** Het bericht is bezorgd of niet: dat komt bij Meedoen terug, behalve bij een brief. */
async function loopAf(
  w: SimWereld,
  leg: Leg,
  { terug }: NotifySimulatorOpties,
  bericht: SimBericht,
  bezorging: string,
): Promise<void> {
  const status = bericht.soort === 'letter' ? 'received' : bezorging;
  leg({ id: bericht.id, status });
  if (!terug || bericht.soort === 'letter' || !w.berichten.has(bericht.id)) return;
  await fetch(terug.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${terug.geheim}` },
    body: JSON.stringify({
      id: bericht.id,
      reference: bericht.reference,
      to: bericht.naar,
      status,
      created_at: bericht.op,
      completed_at: new Date().toISOString(),
      sent_at: bericht.op,
      notification_type: bericht.soort,
    }),
  }).catch(() => undefined);
}

/** De bedieningskant: wat er wegging, hoe het afloopt, en de dienst traag of stuk maken. */
function bediening(app: FastifyInstance, w: SimWereld, leg: Leg, o: NotifySimulatorOpties): void {
  app.get('/berichten', async () => ({ berichten: [...w.berichten.values()] }));
  app.get('/tellers', async () => w.tellers);
  app.get('/gedrag', async () => w.gedrag);
  app.put('/gedrag', async (request, reply) => {
    const opdracht = leesOpdracht(z.strictObject(gedragVorm).partial(), request.body);
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    leg({ gedrag: opdracht.waarde as Partial<SimWereld['gedrag']> });
    return w.gedrag;
  });
  app.delete('/gedrag', async () => {
    leg({ gedrag: GEWOON });
    return w.gedrag;
  });
  app.post('/afloop', async (request, reply) => {
    const opdracht = leesOpdracht(
      z.strictObject({ id: z.uuid(), status: z.string() }),
      request.body,
    );
    if (!opdracht.goed) return reply.code(400).send({ fouten: opdracht.fouten });
    const bericht = w.berichten.get(opdracht.waarde.id);
    if (!bericht) return reply.code(404).send();
    await loopAf(w, leg, o, bericht, opdracht.waarde.status);
    return bericht;
  });
}
