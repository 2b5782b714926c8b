import type { FastifyContextConfig } from 'fastify';
import type { z } from 'zod';
import type { App } from '../../server/toepassing.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Route = {
  method: Method;
  url: string;
  config: FastifyContextConfig;
  body?: z.ZodType;
  params?: z.ZodType;
  querystring?: z.ZodType;
  hidden: boolean;
};

/** Notes every route while the server is built; pass `luister` as `vooraf` of a world. */
export function verzamelRoutes(): { routes: Route[]; luister(app: App): void } {
  const routes: Route[] = [];
  return {
    routes,
    luister(app) {
      app.addHook('onRoute', (route) => {
        const schema = (route.schema ?? {}) as Partial<Route> & { hide?: boolean };
        for (const method of [route.method].flat() as string[]) {
          if (!['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) continue;
          routes.push({
            method: method as Method,
            url: route.url,
            config: (route.config ?? {}) as FastifyContextConfig,
            body: schema.body,
            params: schema.params,
            querystring: schema.querystring,
            hidden: schema.hide === true,
          });
        }
      });
    },
  };
}

export const naamVan = (route: Route) => `${route.method} ${route.url}`;

/** The id for a field: `anderDossierId` is a dossier too; what we do not know is a medewerker. */
export function idVoor(ids: Record<string, string>, naam: string): string {
  const laag = naam.toLowerCase();
  const soort = Object.keys(ids).find((k) => laag.endsWith(k.toLowerCase())) ?? 'medewerkerId';
  return ids[naam] ?? ids[soort] ?? '';
}

/** The path with its parameters filled in; a parameter that is no id becomes `anders`. */
export const vulPad = (url: string, ids: Record<string, string>, anders: string) =>
  url.replace(/:(\w+)/g, (_heel, naam: string) =>
    naam.endsWith('Id') ? idVoor(ids, naam) : anders,
  );
