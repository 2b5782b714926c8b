import * as oidc from 'openid-client';
import { z } from 'zod';
import { schrijfAudit } from '../audit/audit.ts';
import type { Tx } from '../db/db.ts';
import { Probleem } from '../http/probleem.ts';
import { echteKlok } from '../klok.ts';
import type { App, Toepassing } from '../toepassing.ts';
import { beginSessie, eindigSessie } from './sessie.ts';

const AANMELDEN_MINUTEN = 10;
const TERUGKEER = '/aanmelden/terug';
const AANMELDCOOKIE = 'meedoen_aanmelding';

/** Naam van de cookie; met `__Host-` zodra het adres https is. */
export const cookieNaam = (https: boolean) => (https ? '__Host-meedoen' : 'meedoen');

/** Wat nodig is om met de OIDC-aanbieder te praten. */
export type Aanbieder = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  adres: string;
  acr?: string;
};

const HIER = 'https://hier.invalid';

/** Alleen een pad op onze eigen oorsprong; al het andere wordt de startpagina. */
export function veiligPad(pad: string | undefined): string {
  if (!pad?.startsWith('/') || !URL.canParse(pad, HIER)) return '/';
  // Ontleden zoals een browser: die slaat tabs over, leest \ als / en lost /../ op.
  const { origin, pathname, search, hash } = new URL(pad, HIER);
  return origin === HIER && !pathname.startsWith('//') ? pathname + search + hash : '/';
}

function aanbiederConfig(aanbieder: Aanbieder): () => Promise<oidc.Configuration> {
  let bezig: Promise<oidc.Configuration> | undefined;
  const issuer = new URL(aanbieder.issuer);
  const opties = issuer.protocol === 'http:' ? { execute: [oidc.allowInsecureRequests] } : {};
  return () => {
    bezig ??= oidc
      .discovery(issuer, aanbieder.clientId, aanbieder.clientSecret, undefined, opties)
      .catch((fout: unknown) => {
        bezig = undefined;
        throw new Probleem(
          503,
          'aanmelden-onbereikbaar',
          'Het aanmelden is even niet bereikbaar. Probeer het zo opnieuw.',
          {
            redenen: [{ code: 'oidc', tekst: fout instanceof Error ? fout.name : 'onbekend' }],
          },
        );
      });
    return bezig;
  };
}

/**
 * Aanmelden met code + PKCE, terugkomst, en afmelden. De sessie krijgt bij elke aanmelding een nieuwe sleutel.
 */
export function registreerAanmelden(app: App, t: Toepassing, aanbieder: Aanbieder): void {
  const https = aanbieder.adres.startsWith('https:');
  const deel: Deel = {
    app,
    t,
    aanbieder,
    https,
    cookie: cookieNaam(https),
    config: aanbiederConfig(aanbieder),
  };
  registreerBegin(deel);
  registreerTerugkeer(deel);
  registreerAfmelden(deel);
}

type Deel = {
  app: App;
  t: Toepassing;
  aanbieder: Aanbieder;
  https: boolean;
  cookie: string;
  config: () => Promise<oidc.Configuration>;
};

function registreerBegin({ app, t, aanbieder, https, config }: Deel): void {
  const schema = { hide: true, querystring: z.object({ naar: z.string().max(500).optional() }) };
  app.get('/aanmelden', { config: { openbaar: true }, schema }, async (req, reply) => {
    // Onder een ander adres zou de cookie van deze aanmelding niet terugkomen.
    if (!https && req.host !== new URL(aanbieder.adres).host) {
      return reply.redirect(new URL(req.url, aanbieder.adres).href);
    }
    const [state, nonce, verifier] = [
      oidc.randomState(),
      oidc.randomNonce(),
      oidc.randomPKCECodeVerifier(),
    ];
    const doel = oidc.buildAuthorizationUrl(await config(), {
      redirect_uri: new URL(TERUGKEER, aanbieder.adres).href,
      scope: 'openid profile email',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(aanbieder.acr ? { acr_values: aanbieder.acr } : {}),
    });
    const rij = {
      state,
      nonce,
      code_verifier: verifier,
      terug_naar: veiligPad(req.query.naar),
      begonnen_op: echteKlok.nu(),
    };
    await t.db.zonderDossiers((tx) => tx.insertInto('aanmelding').values(rij).execute());
    return reply
      .setCookie(AANMELDCOOKIE, state, {
        path: '/aanmelden',
        httpOnly: true,
        sameSite: 'lax',
        secure: https,
        maxAge: AANMELDEN_MINUTEN * 60,
      })
      .redirect(doel.href);
  });
}

function registreerTerugkeer({ app, t, aanbieder, https, cookie, config }: Deel): void {
  app.get(TERUGKEER, { config: { openbaar: true }, schema: { hide: true } }, async (req, reply) => {
    const begonnen = await neemAanmelding(t, req.cookies[AANMELDCOOKIE]);
    if (!begonnen) return reply.redirect('/aanmelden');
    const tokens = await oidc
      .authorizationCodeGrant(await config(), new URL(req.url, aanbieder.adres), {
        expectedState: begonnen.state,
        expectedNonce: begonnen.nonce,
        pkceCodeVerifier: begonnen.code_verifier,
      })
      .catch(() => {
        throw new Probleem(
          401,
          'aanmelden-mislukt',
          'Het aanmelden is niet gelukt. Probeer het opnieuw.',
        );
      });
    const claims = tokens.claims();
    if (!claims || (aanbieder.acr && claims.acr !== aanbieder.acr)) {
      throw new Probleem(
        403,
        'niveau-te-laag',
        'U bent aangemeld, maar niet op het vereiste niveau.',
      );
    }
    const wie = { sub: claims.sub, email: String(claims.email ?? ''), idToken: tokens.id_token };
    const sleutel = await openSessie(t, wie, req.cookies[cookie], req.id);
    return reply
      .clearCookie(AANMELDCOOKIE, { path: '/aanmelden' })
      .setCookie(cookie, sleutel, { path: '/', httpOnly: true, sameSite: 'lax', secure: https })
      .redirect(begonnen.terug_naar);
  });
}

function registreerAfmelden({ app, t, aanbieder, cookie, config }: Deel): void {
  app.post(
    '/afmelden',
    { config: { openbaar: true }, schema: { hide: true } },
    async (req, reply) => {
      const sleutel = req.cookies[cookie];
      const sessie = sleutel
        ? await t.db.zonderDossiers((tx) => sluitSessie(tx, sleutel, req.id))
        : undefined;
      const naar = oidc.buildEndSessionUrl(await config(), {
        post_logout_redirect_uri: new URL('/aanmelden', aanbieder.adres).href,
        ...(sessie?.idToken ? { id_token_hint: sessie.idToken } : {}),
      });
      return reply.clearCookie(cookie, { path: '/' }).send({ naar: naar.href });
    },
  );
}

async function sluitSessie(tx: Tx, sleutel: string, traceId: string) {
  const tijdstip = echteKlok.nu();
  const sessie = await eindigSessie(tx, sleutel, tijdstip);
  if (!sessie) return undefined;
  const { medewerkerId } = sessie;
  const { organisatie_id } = await tx
    .selectFrom('medewerker')
    .select('organisatie_id')
    .where('id', '=', medewerkerId)
    .executeTakeFirstOrThrow();
  await schrijfAudit(tx, {
    tijdstip,
    medewerkerId,
    organisatieId: organisatie_id,
    taak: 'aanmelden',
    handeling: 'afmelden',
    objectSoort: 'sessie',
    traceId,
  });
  return sessie;
}

/** Haalt een begonnen aanmelding op en verbruikt haar: de terugkomst werkt één keer. */
async function neemAanmelding(t: Toepassing, state: string | undefined) {
  if (!state) return undefined;
  const grens = new Date(Date.parse(echteKlok.nu()) - AANMELDEN_MINUTEN * 60_000).toISOString();
  return t.db.zonderDossiers(async (tx) => {
    await tx.deleteFrom('aanmelding').where('begonnen_op', '<', grens).execute();
    return tx.deleteFrom('aanmelding').where('state', '=', state).returningAll().executeTakeFirst();
  });
}

async function openSessie(
  t: Toepassing,
  { sub, email, idToken }: { sub: string; email: string; idToken?: string },
  oudeSleutel: string | undefined,
  traceId: string,
): Promise<string> {
  const nu = echteKlok.nu();
  return t.db.zonderDossiers(async (tx) => {
    const medewerker = await tx
      .selectFrom('medewerker')
      .select(['id', 'organisatie_id', 'oidc_sub'])
      .where('actief', '=', true)
      .where((eb) =>
        eb.or([
          eb('oidc_sub', '=', sub),
          eb.and([eb('oidc_sub', 'is', null), eb('email', '=', email)]),
        ]),
      )
      .orderBy('oidc_sub')
      .executeTakeFirst();
    if (!medewerker) {
      throw new Probleem(
        403,
        'geen-medewerker',
        'U bent bekend bij uw organisatie, maar nog niet in Meedoen. Vraag het aan uw beheerder.',
      );
    }
    if (!medewerker.oidc_sub) {
      await tx
        .updateTable('medewerker')
        .set({ oidc_sub: sub })
        .where('id', '=', medewerker.id)
        .execute();
    }
    await schrijfAudit(tx, {
      tijdstip: nu,
      medewerkerId: medewerker.id,
      organisatieId: medewerker.organisatie_id,
      taak: 'aanmelden',
      handeling: 'aanmelden',
      objectSoort: 'sessie',
      traceId,
    });
    return beginSessie(tx, medewerker.id, nu, oudeSleutel, idToken);
  });
}
