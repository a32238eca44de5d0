import { type AnswerOf, type CallOf, type Endpoint, fillPath } from '@qafila/shared/access/endpoint';
import { type FieldProblem, type ProblemParam, problemSchema } from '@qafila/shared/kernel/problem';
import { config } from 'zod';
import { keepSession } from './session-gate';

// The content policy forbids compiling code at run time, which zod would otherwise try.
config({ jitless: true });

/** What goes with a call beyond its input. */
export interface CallHeaders {
  /** Version of the edited thing, for endpoints with `ifMatch`. */
  readonly ifMatch?: number;
  /** One key for one intention: the same key on every retry. */
  readonly idempotencyKey?: string;
  /** Second-factor code for this call only. */
  readonly freshCode?: string;
  /** Body of an `upload` endpoint. */
  readonly file?: Blob;
  /** Do not ask to sign in again when there is no session; the caller handles it. */
  readonly quiet?: true;
  readonly signal?: AbortSignal;
}

/** A refusal or fault of the server, or `OFFLINE` when it was not reached. */
export class CallProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly more: {
      readonly params: Readonly<Record<string, ProblemParam>>;
      readonly fields: readonly FieldProblem[];
      readonly requestId: string | null;
    },
  ) {
    super(code);
    this.name = 'CallProblem';
  }

  get params(): Readonly<Record<string, ProblemParam>> {
    return this.more.params;
  }
  get fields(): readonly FieldProblem[] {
    return this.more.fields;
  }
  get requestId(): string | null {
    return this.more.requestId;
  }
}

const NO_DETAIL = { params: {}, fields: [], requestId: null };
export const isProblem = (error: unknown, code?: string): error is CallProblem =>
  error instanceof CallProblem && (code === undefined || error.code === code);

/** Whether the server refused. Where it was not reached or failed, nobody knows what was done. */
export const isRefused = (error: unknown): error is CallProblem =>
  isProblem(error) && error.status >= 400 && error.status < 500;

/** The number of a call that failed on our side, which the reader can tell us; `null` for a refusal. */
export const faultNumber = (error: unknown): string | null =>
  error instanceof CallProblem && error.status >= 500 ? error.requestId : null;

/** A fresh key for one intention of the person. */
export const newKey = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/** Address of an endpoint, with path and query filled in; for links, pictures and PDFs. */
export function rawUrl<E extends Endpoint>(endpoint: E, input: CallOf<E> = {}): string {
  const path = fillPath(endpoint.path, (input.params ?? {}) as Readonly<Record<string, unknown>>);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const search = query.toString();
  return `/api${path}${search ? `?${search}` : ''}`;
}

function headersOf(input: CallHeaders, hasJson: boolean): Headers {
  const headers = new Headers({ accept: 'application/json' });
  if (hasJson) headers.set('content-type', 'application/json');
  if (input.file) headers.set('content-type', input.file.type || 'application/xml');
  if (input.ifMatch !== undefined) headers.set('if-match', `"${input.ifMatch}"`);
  if (input.idempotencyKey) headers.set('idempotency-key', input.idempotencyKey);
  if (input.freshCode) headers.set('fresh-code', input.freshCode);
  return headers;
}

/** The problem a refused response carries. */
export async function problemOf(response: Response): Promise<CallProblem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) {
    const code = response.status === 404 ? 'NOT_FOUND' : response.status >= 502 ? 'BUSY' : 'UNEXPECTED';
    return new CallProblem(code, response.status, NO_DETAIL);
  }
  const { code, params, fields = [], requestId } = parsed.data;
  return new CallProblem(code, response.status, { params, fields, requestId });
}

async function once<E extends Endpoint>(endpoint: E, input: CallOf<E> & CallHeaders): Promise<AnswerOf<E>> {
  const hasJson = input.body !== undefined;
  const init: RequestInit = {
    method: endpoint.method,
    credentials: 'same-origin',
    headers: headersOf(input, hasJson),
    ...(hasJson ? { body: JSON.stringify(input.body) } : {}),
    ...(input.file ? { body: input.file } : {}),
    ...(input.signal ? { signal: input.signal } : {}),
  };
  const response = await fetch(rawUrl(endpoint, input), init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new CallProblem('OFFLINE', 0, NO_DETAIL);
  });
  if (!response.ok) throw await problemOf(response);
  return endpoint.reply.parse(await response.json()) as AnswerOf<E>;
}

/**
 * Calls an endpoint by its contract and parses the reply.
 * Throws `CallProblem`; a lost session is renewed or signed in again in place, then the call is repeated.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E> & CallHeaders = {},
): Promise<AnswerOf<E>> {
  const started = Date.now();
  try {
    return await once(endpoint, input);
  } catch (error) {
    const isLost = isProblem(error, 'NOT_SIGNED_IN') && endpoint.id !== 'identity.refresh';
    if (!isLost || !(await keepSession({ started, ask: input.quiet !== true }))) throw error;
    return once(endpoint, input);
  }
}
