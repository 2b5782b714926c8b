import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import './nederlands.ts';

/** Waarom iets geweigerd is, in volle zinnen. */
export const RedenSchema = z.object({
  code: z.string(),
  tekst: z.string(),
  veld: z.string().optional(),
  actie: z.string().optional(),
});

/** Wie er tussen kwam, bij een botsing van twee wijzigingen. */
export const ConflictSchema = z.object({ wie: z.string(), wanneer: z.string(), wat: z.string() });

/** Foutantwoord volgens RFC 9457; elk foutantwoord van `/v1` heeft deze vorm. */
export const ProbleemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    invalidParams: z
      .array(z.object({ name: z.string(), code: z.string(), reason: z.string() }))
      .optional(),
    redenen: z.array(RedenSchema).optional(),
    conflict: ConflictSchema.optional(),
  })
  .meta({ id: 'Probleem' });

type Extra = Pick<z.infer<typeof ProbleemSchema>, 'invalidParams' | 'redenen' | 'conflict'>;

const TITEL: Record<number, string> = {
  400: 'De vraag klopt niet',
  401: 'Niet aangemeld',
  403: 'Geen recht',
  404: 'Niet gevonden',
  405: 'Kan hier niet',
  409: 'Kan nu niet',
  413: 'Te groot',
  415: 'Onbekende vorm',
  429: 'Te vaak',
  500: 'Er ging iets mis',
  503: 'Even niet beschikbaar',
};

/** Een weigering met een antwoord voor de gebruiker. `detail` bevat nooit een ingevoerde waarde. */
export class Probleem extends Error {
  readonly status: number;
  readonly code: string;
  readonly extra: Extra;
  constructor(status: number, code: string, detail: string, extra: Extra = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.extra = extra;
  }
}

/** 404: bestaat niet of is voor deze gebruiker niet zichtbaar; het verschil blijft geheim. */
export const nietGevonden = (wat = 'Dit') =>
  new Probleem(404, 'niet-gevonden', `${wat} bestaat niet of is niet zichtbaar voor u.`);

/** 409: de wet of de stand van zaken laat het niet toe. */
export const geweigerd = (detail: string, redenen: z.infer<typeof RedenSchema>[]) =>
  new Probleem(409, 'geweigerd', detail, { redenen: redenen.map((r) => RedenSchema.parse(r)) });

/** 409: een ander was eerder. */
export const botsing = (conflict: z.infer<typeof ConflictSchema>) =>
  new Probleem(409, 'gewijzigd', 'Iemand anders heeft dit intussen gewijzigd.', { conflict });

/** Een naam van een veld kan zelf een nummer zijn; zod herhaalt onbekende namen. */
const NUMMER = /\d{9,10}/g;
const ONBEKENDE_NAAM: Record<string, string> = {
  unrecognized_keys: 'Hier staat een veld dat niet bestaat.',
};

function naarProbleem(fout: FastifyError | Probleem | Error): Probleem {
  if (fout instanceof Probleem) return fout;
  if (hasZodFastifySchemaValidationErrors(fout)) {
    return new Probleem(400, 'ongeldige-invoer', 'Een of meer velden kloppen niet.', {
      invalidParams: fout.validation.map((v) => ({
        name: v.instancePath.replace(/^\//, '').replaceAll('/', '.').replace(NUMMER, '…'),
        code: v.keyword,
        reason: ONBEKENDE_NAAM[v.keyword] ?? v.message ?? 'klopt niet',
      })),
    });
  }
  const status = 'statusCode' in fout ? (fout.statusCode ?? 500) : 500;
  if (status >= 500)
    return new Probleem(500, 'interne-fout', 'Dit ligt aan ons. Probeer het later opnieuw.');
  if (status === 413) return new Probleem(413, 'te-groot', 'Het bericht is te groot.');
  if (status === 415) return new Probleem(415, 'onbekende-vorm', 'Stuur JSON (application/json).');
  if (status === 429)
    return new Probleem(429, 'te-vaak', 'U vraagt te veel achter elkaar. Wacht een minuut.');
  return new Probleem(
    status === 400 ? 400 : status,
    'ongeldig-verzoek',
    'Het verzoek is niet te lezen.',
  );
}

/** Schrijft een Probleem als `application/problem+json`. */
function stuurProbleem(req: FastifyRequest, reply: FastifyReply, probleem: Probleem): FastifyReply {
  return reply
    .code(probleem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: `https://meedoen.example/fouten/${probleem.code}`,
      title: TITEL[probleem.status] ?? 'Fout',
      status: probleem.status,
      detail: probleem.message,
      instance: `urn:meedoen:${req.id}`,
      code: probleem.code,
      ...probleem.extra,
    });
}

/** Antwoord op een adres dat niet te ontleden is; daar komt geen hook meer aan te pas. */
export function onleesbaarAdres(req: FastifyRequest, reply: FastifyReply, versie: string): void {
  reply.headers({
    'API-Version': versie,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  stuurProbleem(req, reply, new Probleem(400, 'ongeldig-adres', 'Het adres is niet te lezen.'));
}

/** Maakt van elke fout van `/v1` een Probleem; onverwachte fouten komen met stapel in het logboek. */
export function registreerProblemen(app: FastifyInstance): void {
  app.setErrorHandler((fout: FastifyError, req, reply) => {
    const probleem = naarProbleem(fout);
    if (probleem.status >= 500)
      req.log.error({ err: { type: fout.name, stack: fout.stack } }, 'onverwachte fout');
    return stuurProbleem(req, reply, probleem);
  });
  app.setNotFoundHandler((req, reply) => stuurProbleem(req, reply, nietGevonden('Dit adres')));
}

const antwoord = {
  description: 'Probleem',
  content: { 'application/problem+json': { schema: ProbleemSchema } },
};

/** De foutantwoorden van elke route, voor `schema.response`. */
export const problemen = {
  400: antwoord,
  401: antwoord,
  403: antwoord,
  404: antwoord,
  409: antwoord,
  429: antwoord,
};
