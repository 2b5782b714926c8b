import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyPluginOptions,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { BrpClient } from '../connections/brp/client.ts';
import type { DuoClient } from '../connections/duo/client.ts';
import type { TlsPoort } from '../connections/tls/poort.ts';
import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import type { Berichtendienst } from './inrichting/notify.ts';
import type { Klok } from './klok.ts';

/** Wat elke route en elk werk nodig heeft; één keer gemaakt bij de start. */
export type Toepassing = {
  config: Config;
  db: Db;
  klok: Klok;
  /** Zet in een oefenomgeving de klok op een dag; ontbreekt in productie. */
  zetKlok?: (dag: import('../rules/shared/datum.ts').Datum) => void;
  duo: DuoClient;
  brp: BrpClient;
  /** Bezorgt brieven, e-mails en sms'en; ontbreekt als er geen is ingericht. */
  berichten?: Berichtendienst | undefined;
  /** Waar de nagebootste DUO en BRP te bedienen zijn; ontbreekt in productie. */
  nabootsingen?: { duoUrl: string; brpUrl: string; notifyUrl?: string };
  /** De eigen poort voor meldingen van DUO; ontbreekt als een TLS-poort ervoor dat doet. */
  duoPoort?: TlsPoort;
};

/** Fastify met zod als enige bron van vormen. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Zo ziet elk routebestand van een slice eruit. */
export type Routes = (app: App, t: Toepassing, opties?: FastifyPluginOptions) => void;

/** Achtergrondwerk van een slice: naam → functie. De inhoud wordt door de functie zelf gekeurd. */
export type Werk = Record<string, (inhoud: unknown, t: Toepassing) => Promise<void>>;
