import type { App } from '../toepassing.ts';

/** Geeft het OpenAPI-document van alle routes, voor iedereen en vanaf elke oorsprong. */
export function registreerOpenapi(app: App): void {
  app.get(
    '/v1/openapi.json',
    { config: { openbaar: true }, schema: { hide: true } },
    async (_req, reply) =>
      reply
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'no-cache')
        .type('application/json; charset=utf-8')
        .serializer((document: unknown) => JSON.stringify(document))
        .send(app.swagger()),
  );
}
