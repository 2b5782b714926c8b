import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type JWK, Provider } from 'oidc-provider';
import type { OrganisatieSoort } from '../db/tables.ts';
import type { App, Toepassing } from '../toepassing.ts';
import { DemoGeheugen } from './demo-geheugen.ts';
import type { Aanbieder } from './login.routes.ts';

const CLIENT_ID = 'meedoen';
/** In seconden. */
const DAG = 86_400;

type Mens = {
  id: string;
  naam: string;
  email: string;
  functie: string;
  organisatie: string;
  soort: OrganisatieSoort;
  /** `taak:rol`, door spaties gescheiden. */
  rollen: string;
};

/** Wie het meeste doet, staat bovenaan. */
const VOLGORDE: readonly OrganisatieSoort[] = [
  'rit',
  'gemeente',
  'taalschool',
  'uitvoerder',
  'partner',
];

/** Gegevens waarmee Meedoen zich bij de ingebouwde aanbieder meldt; het geheim is per start nieuw. */
export function demoAanbieder(adres: string): Aanbieder {
  return {
    issuer: `${adres}/oidc`,
    clientId: CLIENT_ID,
    clientSecret: randomBytes(24).toString('base64url'),
    adres,
  };
}

const mensen = (t: Toepassing): Promise<Mens[]> =>
  t.db.zonderDossiers((tx) =>
    tx
      .selectFrom('medewerker')
      .innerJoin('organisatie', 'organisatie.id', 'medewerker.organisatie_id')
      .select([
        'medewerker.id',
        'medewerker.naam',
        'medewerker.email',
        'medewerker.functie',
        'organisatie.naam as organisatie',
        'organisatie.soort',
        sql<string>`coalesce((select string_agg(r.taak || ':' || r.rol, ' ') from medewerker_rol r
          where r.medewerker_id = medewerker.id), '')`.as('rollen'),
      ])
      .where('medewerker.actief', '=', true)
      .orderBy(sql`array_position(${[...VOLGORDE]}::text[], organisatie.soort)`)
      .orderBy('organisatie.naam')
      .orderBy('medewerker.id')
      .execute(),
  );

/**
 * Een echte OIDC-aanbieder (code + PKCE) met een bladzijde om een persoon te kiezen, zonder wachtwoord.
 * Alleen voor de oefenomgeving; de inrichting weigert hem in productie.
 */
export function registreerDemoLogin(app: App, t: Toepassing, aanbieder: Aanbieder): void {
  const provider = maakProvider(t, aanbieder);
  const verwerk = provider.callback();
  app.register(async (oidc) => {
    // De aanbieder leest zelf de inhoud van het verzoek.
    oidc.removeAllContentTypeParsers();
    oidc.addContentTypeParser('*', (_req, _inhoud, klaar) => klaar(null));
    oidc.all('/oidc/*', { config: { openbaar: true }, schema: { hide: true } }, (req, reply) => {
      reply.hijack();
      // Zo weet de aanbieder dat hij onder /oidc hangt.
      Object.assign(req.raw, { originalUrl: req.raw.url, url: req.raw.url?.slice('/oidc'.length) });
      verwerk(req.raw, reply.raw);
    });
  });
  registreerKeuze(app, t, provider);
}

function maakProvider(t: Toepassing, aanbieder: Aanbieder): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return new Provider(aanbieder.issuer, {
    adapter: DemoGeheugen,
    jwks: { keys: [privateKey.export({ format: 'jwk' }) as JWK] },
    clients: [
      {
        client_id: aanbieder.clientId,
        client_secret: aanbieder.clientSecret,
        redirect_uris: [new URL('/aanmelden/terug', aanbieder.adres).href],
        post_logout_redirect_uris: [new URL('/aanmelden', aanbieder.adres).href],
      },
    ],
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { Interaction: 3600, Grant: DAG, Session: DAG, AccessToken: 3600, IdToken: 3600 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        // Afmelden vraagt hier geen bevestiging.
        logoutSource: (ctx, form) => {
          ctx.body = `<!doctype html><title>Afmelden</title>${form.replace('</form>', '<input type="hidden" name="logout" value="yes"><button>Afmelden</button></form>')}`;
        },
      },
    },
    interactions: { url: (_ctx, interactie) => `/aanmelden/kies/${interactie.uid}` },
    async findAccount(_ctx, sub) {
      const mens = (await mensen(t)).find((m) => m.id === sub);
      return (
        mens && {
          accountId: sub,
          claims: async () => ({ sub, email: mens.email, name: mens.naam }),
        }
      );
    },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
}

const ONTSNAPT: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (tekst: string) => tekst.replace(/[&<>"]/g, (c) => ONTSNAPT[c] ?? c);

/** Wat iemand met deze rollen mag, in een paar woorden. */
function watMag(rollen: string): string {
  const heeft = (patroon: RegExp) => patroon.test(rollen);
  if (heeft(/\*:regisseur/)) return 'verdeelt het werk en stelt het PIP vast';
  if (heeft(/mandaat-pip:/)) return 'doet de intake en stelt het PIP vast';
  if (heeft(/\*:klantmanager/)) return 'doet de intake en stelt het PIP op';
  if (heeft(/\*:lezer/)) return 'leest alles mee, wijzigt niets';
  if (heeft(/beheer:/)) return 'regelt de taakverdeling en zet de oefendatum';
  if (heeft(/beleid:/)) return 'ziet de taakverdeling, geen dossiers';
  return 'ziet van een dossier wat voor dit werk nodig is';
}

const kaart = (uid: string, m: Mens) =>
  `<li><form method="post" action="/aanmelden/kies/${html(uid)}/${m.id}"><button><strong>${html(m.naam)}</strong><span class="functie">${html(m.functie)}</span><span class="mag">${watMag(m.rollen)}</span></button></form></li>`;

function keuzePagina(uid: string, lijst: readonly Mens[]): string {
  const groepen = Map.groupBy(lijst, (m) => m.organisatie);
  const delen = [...groepen].map(
    ([organisatie, leden]) =>
      `<section><h2>${html(organisatie)}</h2><ul>${leden.map((m) => kaart(uid, m)).join('')}</ul></section>`,
  );
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Aanmelden – Meedoen oefenomgeving</title><link rel="stylesheet" href="/aanmelden.css"></head><body><main><p class="merk">Meedoen <span>oefenomgeving</span></p><h1>Wie bent u vandaag?</h1><p>Kies een medewerker. Alle namen en gegevens zijn verzonnen; een wachtwoord is niet nodig.</p><div class="organisaties">${delen.join('')}</div></main></body></html>`;
}

function registreerKeuze(app: App, t: Toepassing, provider: Provider): void {
  const opties = { config: { openbaar: true as const }, schema: { hide: true } };
  app.get<{ Params: { uid: string } }>('/aanmelden/kies/:uid', opties, async (req, reply) => {
    const lijst = await mensen(t);
    return reply.type('text/html; charset=utf-8').send(keuzePagina(req.params.uid, lijst));
  });
  app.register(async (kies) => {
    kies.addContentTypeParser('application/x-www-form-urlencoded', (_req, inhoud, klaar) => {
      inhoud.resume();
      klaar(null);
    });
    kies.post<{ Params: { uid: string; id: string } }>(
      '/aanmelden/kies/:uid/:id',
      opties,
      async (req, reply) => {
        // Een onbekende persoon liet de aanbieder anders met een Engelse foutbladzijde eindigen.
        const { id } = req.params;
        if (!(await mensen(t)).some((m) => m.id === id)) return reply.redirect('/aanmelden', 303);
        reply.hijack();
        await provider
          .interactionFinished(req.raw, reply.raw, { login: { accountId: id } })
          .catch(() => reply.raw.writeHead(303, { location: '/aanmelden' }).end());
      },
    );
  });
}
