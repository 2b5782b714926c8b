/** The only way from a screen to the server: JSON over the same origin, failures as Problem. */

export type Reden = { code: string; tekst: string; veld?: string; actie?: string };
export type InvalidParam = { name: string; reason: string };
export type Conflict = { wie: string; wanneer: string; wat: string };
export type ProblemKind = 'antwoord' | 'sessie' | 'netwerk';

type ProblemBody = {
  status?: number;
  title?: string;
  detail?: string;
  code?: string;
  redenen?: Reden[];
  invalidParams?: InvalidParam[];
  'invalid-params'?: InvalidParam[];
  conflict?: Conflict;
};

/** A refusal or failure in the words of RFC 9457; `soort` tells where it arose. */
export class Problem extends Error {
  readonly soort: ProblemKind;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  readonly redenen: Reden[];
  readonly invalidParams: InvalidParam[];
  readonly conflict?: Conflict;

  constructor(soort: ProblemKind, body: ProblemBody) {
    super(body.detail ?? body.title ?? 'Er ging iets mis');
    this.name = 'Problem';
    this.soort = soort;
    this.status = body.status ?? 0;
    this.title = body.title ?? 'Er ging iets mis';
    this.detail = body.detail ?? '';
    this.code = body.code ?? '';
    this.redenen = body.redenen ?? [];
    this.invalidParams = body.invalidParams ?? body['invalid-params'] ?? [];
    this.conflict = body.conflict;
  }

  /** The sentence that belongs beside one form field, if the server named that field. */
  voorVeld(veld: string): string | undefined {
    const param = this.invalidParams.find((item) => item.name === veld);
    return param?.reason ?? this.redenen.find((reden) => reden.veld === veld)?.tekst;
  }
}

export type SendOptions = {
  /** Makes a repeated post harmless; make one with `newKey()` when the form opens. */
  idempotencyKey?: string;
  /** The version that the change was based on (the `versie` of what was read). */
  ifMatch?: string | number;
  signal?: AbortSignal;
};

const SESSION = 'meedoen:sessie-verlopen';

/** Calls back each time the server says that nobody is logged in (any more). */
export function onSessionExpired(listener: () => void): () => void {
  window.addEventListener(SESSION, listener);
  return () => window.removeEventListener(SESSION, listener);
}

/** A fresh idempotency key. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function headersFor(body: unknown, options: SendOptions): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey);
  if (options.ifMatch !== undefined) headers.set('If-Match', `"${options.ifMatch}"`);
  return headers;
}

async function readProblem(response: Response): Promise<Problem> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  const kind: ProblemKind = response.status === 401 ? 'sessie' : 'antwoord';
  return new Problem(kind, { ...body, status: response.status });
}

async function respond(
  method: string,
  path: string,
  body: unknown,
  options: SendOptions,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: headersFor(body, options),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Problem('netwerk', {
      title: 'Geen verbinding met Meedoen',
      detail: 'De server is niet bereikbaar. Wat u hebt ingevuld staat er nog.',
      code: 'geen-verbinding',
    });
  }
  if (!response.ok) {
    const problem = await readProblem(response);
    if (problem.soort === 'sessie') window.dispatchEvent(new Event(SESSION));
    throw problem;
  }
  return response;
}

async function send<T>(
  method: string,
  path: string,
  body: unknown,
  options: SendOptions,
): Promise<T> {
  const response = await respond(method, path, body, options);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Posts a question and saves the answer as a file under the name that the server gives. */
async function download(path: string, body: unknown): Promise<void> {
  const response = await respond('POST', path, body, {});
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ?? 'lijst';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Typed client: the type argument is the response type of the route's schema. */
export const api = {
  download,
  get: <T>(path: string, options: Pick<SendOptions, 'signal'> = {}) =>
    send<T>('GET', path, undefined, options),
  post: <T>(path: string, body: unknown, options: SendOptions = {}) =>
    send<T>('POST', path, body ?? {}, options),
  put: <T>(path: string, body: unknown, options: SendOptions = {}) =>
    send<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options: SendOptions = {}) =>
    send<T>('PATCH', path, body, options),
  delete: <T>(path: string, body?: unknown, options: SendOptions = {}) =>
    send<T>('DELETE', path, body, options),
};
