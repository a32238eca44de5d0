import { randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse } from '@playwright/test';
import { type AnswerOf, type CallOf, type Endpoint, fillPath } from '@qafila/shared/access/endpoint';
import { refreshSession } from '@qafila/shared/identity/identity.contract';
import { portalOrigin } from './addresses';

/** What goes with a call beyond its input. */
export interface CallHeaders {
  readonly version?: number;
  readonly key?: string;
  readonly freshCode?: string;
  readonly file?: string;
  /** Further headers, to send what a browser would not. */
  readonly headers?: Readonly<Record<string, string>>;
}
type Input<E extends Endpoint> = CallOf<E> & CallHeaders;

function headersOf(endpoint: Endpoint, input: CallHeaders): Record<string, string> {
  return {
    accept: 'application/json',
    origin: portalOrigin(),
    ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
    ...(endpoint.idempotent ? { 'idempotency-key': input.key ?? randomUUID() } : {}),
    ...(input.freshCode ? { 'fresh-code': input.freshCode } : {}),
    ...(input.file === undefined ? {} : { 'content-type': 'application/xml' }),
    ...input.headers,
  };
}

function addressOf(endpoint: Endpoint, input: CallOf<Endpoint>): string {
  const params = (input.params ?? {}) as Readonly<Record<string, unknown>>;
  const query = Object.entries((input.query ?? {}) as Readonly<Record<string, unknown>>);
  const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
  return `${portalOrigin()}/api${fillPath(endpoint.path, params)}${search ? `?${search}` : ''}`;
}

/** Calls the interface as a browser of ours would; cookies stay in the request context. */
export async function tryCall<E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  input: Input<E> = {},
): Promise<APIResponse> {
  const data = input.file ?? (endpoint.method === 'GET' ? undefined : input.body);
  return request.fetch(addressOf(endpoint, input), {
    method: endpoint.method,
    headers: headersOf(endpoint, input),
    ...(data === undefined ? {} : { data }),
  });
}

/** The same, parsed by the contract. Renews the session once. Throws for anything but success. */
export async function call<E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  input: Input<E> = {},
): Promise<AnswerOf<E>> {
  let answer = await tryCall(request, endpoint, input);
  if (answer.status() === 401 && (await tryCall(request, refreshSession)).ok()) {
    answer = await tryCall(request, endpoint, input);
  }
  if (!answer.ok()) throw new Error(`${endpoint.id} answered ${answer.status()}: ${await answer.text()}`);
  if (endpoint.raw) return (await answer.text()) as AnswerOf<E>;
  return endpoint.reply.parse(await answer.json()) as AnswerOf<E>;
}

/** The problem code of a refusal; fails where it is none. */
export async function codeOf(answer: APIResponse): Promise<string> {
  const body = (await answer.json()) as { code?: unknown };
  if (typeof body.code !== 'string') throw new Error(`No problem: ${answer.status()}`);
  return body.code;
}
