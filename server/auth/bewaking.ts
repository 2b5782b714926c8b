import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AuditRegel, schrijfAudit } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import { Probleem } from '../http/probleem.ts';
import { echteKlok } from '../klok.ts';
import type { App, Toepassing } from '../toepassing.ts';
import { cookieNaam } from './login.routes.ts';
import { doelVan, type Gebruiker, gemeentenVoor, type Handeling } from './rechten.ts';
import { gebruikerVanSessie } from './sessie.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Wat de gebruiker moet mogen; bepaalt ook welke gemeenten de transactie ziet. */
    handeling?: Handeling;
    /** Wie bijzondere gegevens ziet; zonder opgave wie gezondheid mag lezen. Wie monitort mag meten zonder dat. */
    bijzonder?: Handeling;
    /** Genoeg dat iemand is aangemeld (eigen gegevens, lijsten zonder dossiers). */
    aangemeld?: true;
    /** Voor iedereen. */
    openbaar?: true;
  }
  interface FastifyRequest {
    gebruiker: Gebruiker;
    /** Gemeenten waarvoor de handeling van deze route mag. */
    gemeenten: string[];
    /** Eén transactie met het bereik van deze gebruiker en handeling. */
    inBereik<T>(werk: (tx: Tx) => Promise<T>): Promise<T>;
    /** Logboekregels van deze gebruiker; de taak en rol volgen uit de handeling van de route. */
    spoor(tx: Tx, regels: Spoor | readonly Spoor[]): Promise<void>;
  }
}

export type Spoor = Pick<
  AuditRegel,
  'gemeenteId' | 'handeling' | 'objectSoort' | 'objectId' | 'dossierId' | 'dossierIds'
>;

const VEILIG = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Een andere website mag niet namens de gebruiker schrijven. */
function keurHerkomst(req: FastifyRequest, oorsprong: string): void {
  if (VEILIG.has(req.method)) return;
  const site = req.headers['sec-fetch-site'];
  const { origin } = req.headers;
  if ((site && site !== 'same-origin' && site !== 'none') || (origin && origin !== oorsprong)) {
    throw new Probleem(403, 'vreemde-herkomst', 'Dit verzoek komt van een andere website.');
  }
}

function bindAanVerzoek(
  req: FastifyRequest,
  t: Toepassing,
  handeling: Handeling | undefined,
): void {
  const { bijzonder = 'gezondheid.lezen' } = req.routeOptions.config;
  req.inBereik = (werk) =>
    t.db.forGemeenten(
      { gemeenten: req.gemeenten, bijzonder: gemeentenVoor(req.gebruiker, bijzonder) },
      werk,
    );
  const auditRegel = (regel: Spoor): AuditRegel => {
    const doel = handeling && doelVan(req.gebruiker, handeling, regel.gemeenteId);
    return {
      ...regel,
      tijdstip: echteKlok.nu(),
      medewerkerId: req.gebruiker.id,
      organisatieId: req.gebruiker.organisatie.id,
      rol: doel?.rol,
      taak: doel?.taak ?? 'aanmelden',
      traceId: req.id,
    };
  };
  req.spoor = (tx, regels) => schrijfAudit(tx, ([regels].flat() as Spoor[]).map(auditRegel));
}

async function laatBinnen(req: FastifyRequest, t: Toepassing, cookie: string): Promise<void> {
  const sleutel = req.cookies[cookie];
  const gebruiker = sleutel
    ? await t.db.losseVraag((tx) =>
        gebruikerVanSessie(tx, sleutel, echteKlok.nu(), t.klok.vandaag()),
      )
    : undefined;
  if (!gebruiker) {
    throw new Probleem(
      401,
      'niet-aangemeld',
      'U bent niet (meer) aangemeld. Meld u opnieuw aan; wat u typte blijft staan.',
    );
  }
  const { handeling } = req.routeOptions.config;
  req.gebruiker = gebruiker;
  req.gemeenten = handeling ? gemeentenVoor(gebruiker, handeling) : [];
  if (handeling && req.gemeenten.length === 0) {
    throw new Probleem(
      403,
      'geen-recht',
      'Uw rol of de taak van uw organisatie laat dit niet toe.',
    );
  }
  bindAanVerzoek(req, t, handeling);
}

/**
 * Zet de bewaking op alle routes. Een route zonder `handeling`, `aangemeld` of `openbaar` start niet.
 * @param adres eigen adres, voor herkomst en cookie.
 */
export function bewaak(app: App, t: Toepassing, adres: string): void {
  const cookie = cookieNaam(adres.startsWith('https:'));
  const oorsprong = new URL(adres).origin;
  app.decorateRequest('gebruiker', null as unknown as Gebruiker);
  app.decorateRequest('gemeenten', null as unknown as string[]);
  app.decorateRequest('inBereik', null as unknown as FastifyRequest['inBereik']);
  app.decorateRequest('spoor', null as unknown as FastifyRequest['spoor']);
  app.addHook('onRoute', (route) => {
    const c = route.config ?? {};
    if (!c.handeling && !c.aangemeld && !c.openbaar) {
      throw new Error(`route ${route.url} zegt niet wie haar mag gebruiken`);
    }
  });
  app.addHook('preValidation', async (req: FastifyRequest, _reply: FastifyReply) => {
    if (req.routeOptions.config.openbaar || req.is404) return;
    keurHerkomst(req, oorsprong);
    await laatBinnen(req, t, cookie);
  });
}
