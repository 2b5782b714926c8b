import { isBuiltin } from 'node:module';
import { relative } from 'node:path';
import type { Plugin } from 'vite';

const FORBIDDEN = [
  /\.(?:store|routes|jobs|read)\.ts$/,
  /^(?:server|connections|migrations|scripts)\//,
  /(?:^|\/)@amsterdam\/design-system-(?:react-icons|assets)\//,
];

/** Tells whether a module, by its path from the project root, may not run in a browser. */
function isForbiddenInBrowser(path: string): boolean {
  return FORBIDDEN.some((pattern) => pattern.test(path));
}

/**
 * Stops the build when code of the server, a node built-in, or an asset that belongs to the
 * municipality of Amsterdam reaches the browser bundle. Type-only imports are erased before
 * this looks.
 */
export function browserGuard(): Plugin {
  let root = '';
  return {
    name: 'meedoen:browser-guard',
    enforce: 'pre',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    resolveId(source, importer) {
      if (isBuiltin(source)) {
        this.error(`'${source}' is van Node en mag niet in de browser (gevraagd door ${importer})`);
      }
      return null;
    },
    load(id) {
      const path = relative(root, id.split('?')[0] ?? id);
      if (isForbiddenInBrowser(path)) {
        this.error(`'${path}' mag niet in de browser`);
      }
      return null;
    },
  };
}
