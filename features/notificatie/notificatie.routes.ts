import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Probleem } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Routes, Toepassing } from '../../server/toepassing.ts';
import { planWerken } from '../../server/werk.ts';
import { NOTIFICATIE_VERSIE, Notificatie, NotificatieKoppen } from './notificatie.schema.ts';
import {
  bewaarBerichten,
  gemeenteVanOin,
  type NieuwBericht,
  noteerAndereInhoud,
} from './notificatie.store.ts';
import { wachtrijVan } from './nummers.jobs.ts';
import { maakStapel } from './stapel.ts';

const MAX_BODY = 65_536;
const GROOTSTE_STAPEL = 64;
const ANDERE_INHOUD =
  'DUO stuurde onder hetzelfde berichtId later een andere melding. Lees beide en vraag DUO welke geldt.';

class Weigering extends Error {
  readonly status: 400 | 401 | 403;
  constructor(status: 400 | 401 | 403) {
    super(`melding geweigerd met ${status}`);
    this.status = status;
  }
}

const kop = (req: FastifyRequest, naam: string) => {
  const waarde = req.headers[naam];
  return typeof waarde === 'string' ? waarde : '';
};

const hash = (tekst: string) => createHash('sha256').update(tekst).digest();

/** In productie bewijst de TLS-poort, die het certificaat van DUO controleert, dat zij het is. */
function isBewezen(req: FastifyRequest, { config }: Toepassing): boolean {
  if (config.MEEDOEN_OMGEVING !== 'productie') return true;
  const geheim = config.DUO_IN_GEHEIM;
  return !!geheim && timingSafeEqual(hash(kop(req, 'x-meedoen-duo')), hash(geheim));
}

/** Keurt wie er belt en de koppen, vóórdat de inhoud wordt gelezen. */
function keurKoppen(req: FastifyRequest, t: Toepassing): void {
  if (!isBewezen(req, t)) throw new Weigering(401);
  const koppen = NotificatieKoppen.safeParse(req.headers);
  if (!koppen.success) throw new Weigering(400);
  if (koppen.data.bron !== t.config.DUO_OIN) throw new Weigering(403);
}

function maakBericht(
  req: FastifyRequest,
  gemeenteId: string,
  tekst: string,
  inhoud: Notificatie,
  ontvangenOp: string,
): NieuwBericht {
  const geregistreerdOp = new Date(inhoud.registratieDatumTijd).toISOString();
  const zelfde = [gemeenteId, inhoud.bsn, inhoud.vNummer, inhoud.gebeurtenisId, geregistreerdOp];
  return {
    gemeenteId,
    id: nieuwId(),
    berichtId: kop(req, 'berichtid').toLowerCase(),
    inhoudHash: hash(JSON.stringify(zelfde)).toString('hex'),
    ruw: { bron: kop(req, 'bron'), doel: kop(req, 'doel'), inhoud, tekst },
    gebeurtenisId: inhoud.gebeurtenisId,
    geregistreerdOp,
    ontvangenOp,
  };
}

/** Leest de tekst van DUO. @throws Weigering 400 als zij geen melding is. */
function leesInhoud(tekst: string): Notificatie {
  try {
    return Notificatie.parse(JSON.parse(tekst));
  } catch {
    throw new Weigering(400);
  }
}

/** Bewaart een stapel meldingen en plant het werk, in één transactie; pas daarna mag de 201. */
async function bewaar(t: Toepassing, stapel: readonly NieuwBericht[]): Promise<void> {
  const gemeenten = [...new Set(stapel.map((b) => b.gemeenteId))];
  await t.db.forGemeenten({ gemeenten }, async (tx) => {
    const nieuw = await bewaarBerichten(tx, stapel);
    for (const b of stapel) {
      if (!nieuw.has(b.id)) await noteerAndereInhoud(tx, b, ANDERE_INHOUD);
    }
    await planWerken(
      tx,
      stapel
        .filter((b) => nieuw.has(b.id))
        .map((b) => ({
          taak: 'duo_bericht_verwerken',
          inhoud: { gemeenteId: b.gemeenteId, berichtId: b.id },
          wachtrij: wachtrijVan(b.gemeenteId, b.ruw.inhoud),
          sleutel: `duo-bericht:${b.id}`,
        })),
    );
  });
}

/** Zo lang geldt wat is gelezen over welke gemeente bij een OIN hoort. */
const OIN_BEKEND_MS = 60_000;

/** De gemeente bij een OIN; een bekende wordt even onthouden, want elke melding vraagt erom. */
function maakGemeenteZoeker(t: Toepassing): (oin: string) => Promise<string | undefined> {
  const bekend = new Map<string, { id: string; tot: number }>();
  return async (oin) => {
    const eerder = bekend.get(oin);
    if (eerder && eerder.tot > performance.now()) return eerder.id;
    const id = await t.db.zonderDossiers((tx) => gemeenteVanOin(tx, oin));
    if (id) bekend.set(oin, { id, tot: performance.now() + OIN_BEKEND_MS });
    return id;
  };
}

type Ontvanger = (req: FastifyRequest) => Promise<void>;

function maakOntvanger(t: Toepassing): Ontvanger {
  const opStapel = maakStapel(
    (stapel: readonly NieuwBericht[]) => bewaar(t, stapel),
    GROOTSTE_STAPEL,
  );
  const gemeenteVan = maakGemeenteZoeker(t);
  return async (req) => {
    const tekst = typeof req.body === 'string' ? req.body : '';
    const inhoud = leesInhoud(tekst);
    const gemeenteId = await gemeenteVan(kop(req, 'doel'));
    if (!gemeenteId) throw new Weigering(403);
    await opStapel(maakBericht(req, gemeenteId, tekst, inhoud, t.klok.nu()));
  };
}

const TIJDELIJK = /^(08|53|57)|^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND)$/;

/** Waar als de database er even niet is: DUO mag het dan straks opnieuw proberen. */
function isTijdelijk(fout: FastifyError): boolean {
  return TIJDELIJK.test(fout.code ?? '') || /connection|timeout/i.test(fout.message);
}

/** Foutantwoorden zoals DUO ze afsprak: zonder inhoud, behalve bij 503. */
function stuurFout(fout: FastifyError, req: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (fout instanceof Weigering) return reply.code(fout.status).send();
  const status = fout instanceof Probleem ? fout.status : (fout.statusCode ?? 500);
  if (status === 413) return reply.code(413).header('connection', 'close').send();
  if (status < 500) return reply.code(400).send();
  req.log.error({ err: { type: fout.name, stack: fout.stack } }, 'melding van DUO niet bewaard');
  if (!isTijdelijk(fout)) return reply.code(500).send();
  const fouttekst = 'Meedoen is even niet beschikbaar. Stuur de melding later opnieuw.';
  return reply.code(503).type('application/json; charset=utf-8').send({ fouttekst });
}

/** De inhoud blijft tekst tot de route haar leest: zo is zij letterlijk te bewaren. */
function leesAlsTekst(app: App): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: MAX_BODY },
    (_req, tekst, klaar) => klaar(null, tekst),
  );
}

/** DUO's weg naar binnen: Notificatie API 1.8.0. Staat buiten `/v1`; fouten zijn hier geen Probleem. */
export const registreerNotificatie: Routes = (app, t) => {
  const ontvang = maakOntvanger(t);
  app.register(
    async (deel) => {
      leesAlsTekst(deel as unknown as App);
      deel.addHook('onRequest', async (_req, reply) => {
        reply.header('API-Version', NOTIFICATIE_VERSIE);
      });
      deel.setErrorHandler(stuurFout);
      deel.setNotFoundHandler((_req, reply) => reply.code(404).send());
      deel.post(
        '/notificaties',
        {
          config: { openbaar: true, rateLimit: false },
          schema: { hide: true },
          bodyLimit: MAX_BODY,
          onRequest: async (req) => keurKoppen(req, t),
        },
        async (req, reply) => {
          await ontvang(req);
          return reply.code(201).send();
        },
      );
    },
    { prefix: '/duo/v1' },
  );
};
