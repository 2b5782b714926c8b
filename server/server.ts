import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { registreerAfstemming } from '../features/afstemming/afstemming.routes.ts';
import { registreerAbonnement } from '../features/agenda/abonnement/abonnement.routes.ts';
import { registreerAgenda } from '../features/agenda/agenda.routes.ts';
import { registreerAfloop } from '../features/agenda/bericht/afloop.routes.ts';
import { registreerUitkomst } from '../features/agenda/uitkomst.routes.ts';
import { registreerBeleid } from '../features/beleid/beleid.routes.ts';
import { registreerBesluiten } from '../features/beleid/besluit.routes.ts';
import { registreerBeleidEffect } from '../features/beleid/effect.routes.ts';
import { registreerBesluitRegister } from '../features/besluiten/besluiten.routes.ts';
import { registreerTeksten } from '../features/brieven/beheer/teksten.routes.ts';
import { registreerBrieven } from '../features/brieven/brieven.routes.ts';
import { registreerBrp } from '../features/brp/brp.routes.ts';
import { registreerCoa } from '../features/coa/coa.routes.ts';
import { registreerVerslag } from '../features/dossier/afdruk/verslag.routes.ts';
import { registreerDossier } from '../features/dossier/dossier.routes.ts';
import { registreerDuo } from '../features/dossier/duo/duo.routes.ts';
import { registreerInvoer } from '../features/dossier/invoer/invoer.routes.ts';
import { registreerStukken } from '../features/dossier/stukken.routes.ts';
import { registreerWatAls } from '../features/dossier/wat-als/wat-als.routes.ts';
import { registreerGezin } from '../features/gezin/gezin.routes.ts';
import { registreerInstellingen } from '../features/instellingen/instellingen.routes.ts';
import { registreerIntake } from '../features/intake/intake.routes.ts';
import { registreerKoppelingen } from '../features/koppelingen/koppelingen.routes.ts';
import { registreerLijsten } from '../features/lijst/lijst.routes.ts';
import { registreerMeting } from '../features/meting/meting.routes.ts';
import { registreerNabootsing } from '../features/nabootsing/nabootsing.routes.ts';
import { registreerNotificatie } from '../features/notificatie/notificatie.routes.ts';
import { registreerAfhandelen } from '../features/notificatie/postvak/afhandelen.routes.ts';
import { registreerQuarantaine } from '../features/notificatie/postvak/quarantaine.routes.ts';
import { registreerVerklaring } from '../features/notificatie/postvak/verklaring.routes.ts';
import { registreerPostvak } from '../features/notificatie/postvak.routes.ts';
import { registreerIk } from '../features/organisatie/ik.routes.ts';
import { registreerTaakverdeling } from '../features/organisatie/taakverdeling.routes.ts';
import { registreerPip } from '../features/pip/pip.routes.ts';
import { registreerPartner } from '../features/plan/partner/partner.routes.ts';
import { registreerPlan } from '../features/plan/plan.routes.ts';
import { registreerPortaal } from '../features/portaal/portaal.routes.ts';
import { registreerPrognose } from '../features/prognose/prognose.routes.ts';
import { registreerRegels } from '../features/regels/regels.routes.ts';
import { registreerRoute } from '../features/route/route.routes.ts';
import { registreerSjablonen } from '../features/sjablonen/sjablonen.routes.ts';
import { registreerToetszitting } from '../features/toetszitting/zitting.routes.ts';
import { registreerToewijzing } from '../features/toewijzing/toewijzing.routes.ts';
import { registreerUitstel } from '../features/toewijzing/uitstel.routes.ts';
import { registreerVervanging } from '../features/toewijzing/vervanging.routes.ts';
import { registreerTolken } from '../features/tolken/tolken.routes.ts';
import { registreerTraject } from '../features/traject/traject.routes.ts';
import { registreerVerhuizing } from '../features/verhuizing/verhuizing.routes.ts';
import { registreerVerzending } from '../features/verzending/verzending.routes.ts';
import { registreerVragenbank } from '../features/vragenbank/vragenbank.routes.ts';
import { registreerWeek } from '../features/week/week.routes.ts';
import { registreerWerkvoorraad } from '../features/werkvoorraad/werkvoorraad.routes.ts';
import { registreerWissel } from '../features/wissel/wissel.routes.ts';
import { registreerZoeken } from '../features/zoeken/zoeken.routes.ts';
import { bewaak } from './auth/bewaking.ts';
import { type Aanbieder, registreerAanmelden } from './auth/login.routes.ts';
import { registreerGezondheid } from './http/gezondheid.ts';
import { registreerOpenapi } from './http/openapi.routes.ts';
import { API_VERSIE, openapiDocument } from './http/openapi.ts';
import { onleesbaarAdres, registreerProblemen } from './http/probleem.ts';
import { keurTekst } from './http/tekst.ts';
import type { App, Routes, Toepassing } from './toepassing.ts';

/** De routes van elke slice. */
const SLICES: readonly Routes[] = [
  registreerNotificatie,
  registreerPostvak,
  registreerAfhandelen,
  registreerIk,
  registreerDossier,
  registreerStukken,
  registreerVerslag,
  registreerDuo,
  registreerInvoer,
  registreerWatAls,
  registreerTaakverdeling,
  registreerBeleid,
  registreerBesluiten,
  registreerBeleidEffect,
  registreerVragenbank,
  registreerSjablonen,
  registreerPip,
  registreerRoute,
  registreerWeek,
  registreerWissel,
  registreerPrognose,
  registreerPlan,
  registreerPartner,
  registreerBesluitRegister,
  registreerTraject,
  registreerToetszitting,
  registreerTolken,
  registreerVerzending,
  registreerInstellingen,
  registreerWerkvoorraad,
  registreerZoeken,
  registreerToewijzing,
  registreerUitstel,
  registreerVervanging,
  registreerLijsten,
  registreerMeting,
  registreerGezin,
  registreerIntake,
  registreerBrp,
  registreerBrieven,
  registreerTeksten,
  registreerCoa,
  registreerRegels,
  registreerKoppelingen,
  registreerAfstemming,
  registreerVerhuizing,
  registreerPortaal,
  registreerNabootsing,
  registreerAfloop,
  registreerAgenda,
  registreerUitkomst,
  registreerAbonnement,
  registreerQuarantaine,
  registreerVerklaring,
];

/** Wie een verzoek half stuurt, houdt de lijn niet bezet: Fastify zet de tijdsgrens van Node anders uit. */
const GRENZEN = { bodyLimit: 1_048_576, requestTimeout: 30_000 };
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

export type ServerOpties = {
  logger: Logger;
  /** Adres waaronder de gebruiker het programma ziet. */
  adres: string;
  aanbieder: Aanbieder;
  /** Verzoeken per minuut per afzender, als dat anders is dan de inrichting zegt. */
  verzoekenPerMinuut?: number;
  /** Wat vóór de routes moet worden aangesloten, zoals metingen. */
  vooraf?: (app: App) => void;
};

/** Trace-id van de aanroeper (W3C), of een nieuwe: 32 hexadecimale tekens. */
function traceId(traceparent: string | string[] | undefined): string {
  const gevonden = typeof traceparent === 'string' ? TRACEPARENT.exec(traceparent)?.[1] : undefined;
  return gevonden ?? randomBytes(16).toString('hex');
}

/** Bouwt web en API. Luistert nog niet; `app.listen` of `app.inject` doet de rest. */
export async function bouwServer(t: Toepassing, opties: ServerOpties): Promise<App> {
  const app = fastify({
    loggerInstance: opties.logger as FastifyBaseLogger,
    ...GRENZEN,
    genReqId: (req) => traceId(req.headers.traceparent),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: false },
    frameworkErrors: (_fout, req, reply) => onleesbaarAdres(req, reply, API_VERSIE),
    forceCloseConnections: 'idle',
    trustProxy: t.config.MEEDOEN_OMGEVING === 'productie',
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // Alleen JSON: anders is een tekst zonder vorm ook een bericht.
  app.removeContentTypeParser('text/plain');
  registreerProblemen(app);
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    hsts: opties.adres.startsWith('https:'),
  });
  await app.register(rateLimit, {
    max: opties.verzoekenPerMinuut ?? t.config.VERZOEKEN_PER_MINUUT,
    timeWindow: '1 minute',
  });
  await app.register(swagger, {
    openapi: openapiDocument,
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.addHook('onSend', async (req, reply) => {
    if (!req.url.startsWith('/v1')) return;
    reply.header('API-Version', API_VERSIE);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  opties.vooraf?.(app);
  bewaak(app, t, opties.adres);
  app.addHook('preValidation', async (req) => keurTekst(req));
  registreerAanmelden(app, t, opties.aanbieder);
  registreerGezondheid(app, t);
  registreerOpenapi(app);
  for (const registreer of SLICES) await app.register(async (slice) => registreer(slice as App, t));
  return app;
}
