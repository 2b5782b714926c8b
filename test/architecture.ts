import path from 'node:path';
import { parseSync } from 'vite';

export type SourceFile = { path: string; text: string };

type Kind =
  | 'rules'
  | 'schema'
  | 'helper'
  | 'store'
  | 'read'
  | 'routes'
  | 'jobs'
  | 'screen'
  | 'server'
  | 'composition'
  | 'web'
  | 'web-routes'
  | 'connections'
  | 'tooling';

type Import = { specifier: string; typeOnly: boolean };
type Target = { kind: Kind; slice: string; typeOnly: boolean };
type Node = { type: string; [key: string]: unknown };

const AREAS = ['rules', 'features', 'server', 'web', 'connections', 'test', 'scripts', 'bench'];
const SLICE_KINDS = ['schema', 'store', 'read', 'routes', 'jobs'] as const;

/** Every breach of the tree, the import table and the size rules, sorted; empty when all is well. */
export function checkArchitecture(files: readonly SourceFile[]): string[] {
  const sources = files.filter((file) => /\.tsx?$/.test(file.path));
  return [...crowdedFolders(files), ...sources.flatMap(checkFile)].sort();
}

function checkFile(file: SourceFile): string[] {
  const { program, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) return [`${file.path}: cannot be parsed: ${errors[0]?.message}`];
  const nodes = flatten(program as unknown as Node);
  const found = [
    ...tooLong(file),
    ...barrel(file, program.body as unknown as Node[]),
    ...importBreaches(file, nodes),
    ...environmentUse(file, nodes),
    ...sqlUse(file, nodes),
    ...impureRule(file, nodes),
  ];
  return found.map((what) => `${file.path}: ${what}`);
}

function kindOf(file: string): Kind {
  const [area] = file.split('/');
  if (/\.(test|e2e)\.tsx?$/.test(file)) return 'tooling';
  if (file === 'server/server.ts' || file === 'server/jobs.ts') return 'composition';
  if (file === 'web/routes.tsx') return 'web-routes';
  if (file === 'web/browser-guard.ts') return 'tooling';
  if (area === 'features') {
    if (file.endsWith('.tsx')) return 'screen';
    return SLICE_KINDS.find((kind) => file.endsWith(`.${kind}.ts`)) ?? 'helper';
  }
  if (area === 'rules' || area === 'server' || area === 'web' || area === 'connections')
    return area;
  return 'tooling';
}

/** The import table: what a file of this kind may import from files of the project. */
function mayImport(kind: Kind, slice: string, target: Target): boolean {
  const own = target.slice === slice;
  const inOwn = (...kinds: Kind[]) => own && kinds.includes(target.kind);
  const is = (...kinds: Kind[]) => kinds.includes(target.kind);
  const sharedSchema = target.slice === 'features/shared' && is('schema');
  const server = is('server', 'composition');
  switch (kind) {
    case 'rules':
      return is('rules');
    case 'schema':
    case 'helper':
      return is('rules') || sharedSchema || inOwn('schema', 'helper');
    case 'store':
    case 'read':
      if (is('rules') || server) return target.typeOnly;
      return sharedSchema || is('read') || inOwn('schema', 'helper');
    case 'routes':
    case 'jobs':
      if (is('rules', 'connections', 'read') || server || sharedSchema) return true;
      return inOwn('schema', 'helper', 'store', 'routes', 'jobs');
    case 'screen':
      return is('rules', 'web') || sharedSchema || inOwn('schema', 'helper', 'screen');
    case 'server':
      return is('rules', 'connections') || server;
    case 'composition':
      return is('rules', 'connections', ...SLICE_KINDS) || server;
    case 'web':
      return is('rules', 'web', 'web-routes', 'schema');
    case 'web-routes':
      return is('rules', 'web', 'schema', 'screen');
    case 'connections':
      return is('rules', 'connections') || server;
    case 'tooling':
      return true;
  }
}

const SERVER_PACKAGES =
  /^(node:|@fastify\/|fastify|pg$|kysely|pino|graphile-worker|oidc-provider|openid-client|undici|prom-client|vite$)/;

/** Packages a kind of file cannot use; `rules` uses none at all. */
function mayUsePackage(kind: Kind, specifier: string): boolean {
  if (kind === 'rules') return false;
  if (kind === 'schema' || kind === 'helper') return specifier === 'zod';
  if (kind === 'screen' || kind.startsWith('web')) return !SERVER_PACKAGES.test(specifier);
  return true;
}

function importBreaches(file: SourceFile, nodes: readonly Node[]): string[] {
  const kind = kindOf(file.path);
  if (kind === 'tooling') return [];
  return nodes
    .flatMap(importsOf)
    .filter((imported) => !isAllowed(file.path, kind, imported))
    .map(
      ({ specifier, typeOnly }) =>
        `${kind} may not import ${specifier}${typeOnly ? '' : ' (as value)'}`,
    );
}

function isAllowed(from: string, kind: Kind, { specifier, typeOnly }: Import): boolean {
  if (!specifier.startsWith('.')) return mayUsePackage(kind, specifier);
  const target = path.posix.join(path.posix.dirname(from), specifier);
  if (kind !== 'rules' && !/\.tsx?$/.test(target)) return true;
  return mayImport(kind, sliceOf(from), { kind: kindOf(target), slice: sliceOf(target), typeOnly });
}

function sliceOf(file: string): string {
  return file.split('/').slice(0, 2).join('/');
}

function importsOf(node: Node): Import[] {
  const source = node.source as { value?: unknown } | null | undefined;
  if (typeof source?.value !== 'string') return [];
  const specifier = source.value;
  switch (node.type) {
    case 'ImportDeclaration':
      return [{ specifier, typeOnly: isTypeOnly(node.importKind, node.specifiers) }];
    case 'ExportNamedDeclaration':
      return [{ specifier, typeOnly: isTypeOnly(node.exportKind, node.specifiers) }];
    case 'ExportAllDeclaration':
      return [{ specifier, typeOnly: node.exportKind === 'type' }];
    case 'TSImportType':
      return [{ specifier, typeOnly: true }];
    case 'ImportExpression':
      return [{ specifier, typeOnly: false }];
    default:
      return [];
  }
}

function isTypeOnly(kind: unknown, specifiers: unknown): boolean {
  if (kind === 'type') return true;
  const each = specifiers as Node[];
  return each.length > 0 && each.every((s) => s.importKind === 'type' || s.exportKind === 'type');
}

/** A rule knows no clock, no chance and no outside world; all it uses comes in as an argument. */
const IMPURE = new Set(
  `Date Temporal process fetch performance crypto globalThis window document navigator console
   localStorage setTimeout setInterval setImmediate queueMicrotask require Buffer`.split(/\s+/),
);

function impureRule(file: SourceFile, nodes: readonly Node[]): string[] {
  if (kindOf(file.path) !== 'rules') return [];
  const names = nodes.filter((node) => node.type === 'Identifier').map((node) => String(node.name));
  const found = new Set(names.filter((name) => IMPURE.has(name)));
  if (nodes.some((node) => memberName(node) === 'Math.random')) found.add('Math.random');
  return [...found].map((name) => `a rule may not use ${name}`);
}

const READS_ENVIRONMENT =
  /^(server\/config\.ts|server\/(.+\/)?embedded-postgres-process\.ts|connections\/.+\/main\.ts)$/;

function environmentUse(file: SourceFile, nodes: readonly Node[]): string[] {
  if (kindOf(file.path) === 'tooling' || READS_ENVIRONMENT.test(file.path)) return [];
  const used = nodes.some((node) => memberName(node) === 'process.env');
  return used ? ['process.env is read in server/config.ts only'] : [];
}

const BUILDS_QUERY = new Set([
  'selectFrom',
  'insertInto',
  'updateTable',
  'deleteFrom',
  'mergeInto',
]);
const QUERY_TEXT = /^\s*(select|insert|update|delete|with|create|alter|drop|truncate)\s/i;

function sqlUse(file: SourceFile, nodes: readonly Node[]): string[] {
  const allowed: Kind[] = ['store', 'read', 'server', 'composition', 'tooling'];
  if (allowed.includes(kindOf(file.path)) || !nodes.some(isSql)) return [];
  return ['SQL belongs in *.store.ts, *.read.ts or server/'];
}

function isSql(node: Node): boolean {
  if (node.type === 'TaggedTemplateExpression') {
    const tag = node.tag as Node;
    return tag.name === 'sql' || memberName(tag)?.startsWith('sql.') === true;
  }
  if (node.type !== 'CallExpression') return false;
  const callee = node.callee as Node;
  const method = String((callee.property as Node | undefined)?.name);
  if (BUILDS_QUERY.has(method)) return true;
  const [first] = node.arguments as Node[];
  return method === 'query' && first !== undefined && QUERY_TEXT.test(textOf(first));
}

function textOf(node: Node): string {
  if (node.type === 'Literal') return String(node.value);
  if (node.type !== 'TemplateLiteral') return '';
  const [start] = node.quasis as { value: { raw: string } }[];
  return start?.value.raw ?? '';
}

function memberName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression') return undefined;
  const property = node.property as Node;
  return `${(node.object as Node).name}.${property.name ?? property.value}`;
}

function tooLong(file: SourceFile): string[] {
  const limit = /\.(test|e2e)\.tsx?$/.test(file.path) ? 500 : 300;
  const lines = file.text.trimEnd().split('\n').length;
  return lines > limit ? [`${lines} lines, the limit is ${limit}`] : [];
}

function barrel(file: SourceFile, body: readonly Node[]): string[] {
  const reExports = body.filter((node) => /^Export/.test(node.type) && node.source);
  const only = body.length > 0 && reExports.length === body.length;
  const all = reExports.some((node) => node.type === 'ExportAllDeclaration');
  return only || all || /\/index\.tsx?$/.test(file.path) ? ['is a barrel file'] : [];
}

function crowdedFolders(files: readonly SourceFile[]): string[] {
  const counted = files.filter((file) => AREAS.includes(file.path.split('/')[0] ?? ''));
  const folders = Map.groupBy(counted, (file) => path.posix.dirname(file.path));
  return [...folders]
    .filter(([, inside]) => inside.length > 14)
    .map(([folder, inside]) => `${folder}: ${inside.length} files, the limit is 14`);
}

/** All nodes of a syntax tree, without the names that are only labels (`a.process`, `{ Date: 1 }`). */
function flatten(root: Node): Node[] {
  const nodes: Node[] = [];
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const item = stack.pop();
    if (Array.isArray(item)) stack.push(...item);
    if (!isNode(item)) continue;
    nodes.push(item);
    stack.push(
      ...Object.entries(item).flatMap(([key, value]) => (isLabel(item, key) ? [] : value)),
    );
  }
  return nodes;
}

function isNode(item: unknown): item is Node {
  return typeof item === 'object' && item !== null && typeof (item as Node).type === 'string';
}

function isLabel(node: Node, key: string): boolean {
  if (node.computed === true) return false;
  if (key === 'property') return node.type === 'MemberExpression';
  if (key === 'right') return node.type === 'TSQualifiedName';
  return key === 'key' && node.type !== 'TSMappedType';
}
