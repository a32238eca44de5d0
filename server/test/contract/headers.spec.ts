import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Endpoint, fillPath } from '@qafila/shared/access/endpoint';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { z } from 'zod';
import { ENDPOINT } from '../../src/platform/http/handles';
import { BODY_LIMIT_MB, MB } from '../../src/platform/http/limits';
import { newId } from '../../src/platform/ids/new-id';
import { aServedApp, SCRIPT } from '../support/served-app';
import type { TestApp } from '../support/test-app';
import { cookieFor, type TestPerson } from '../support/test-people';

const endpoints = portalEndpoints as readonly Endpoint[];
/** Headers that every answer carries, with what they must be. */
const ALWAYS: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /^max-age=31536000; includeSubDomains$/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^(DENY|SAMEORIGIN)$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'content-security-policy': /default-src 'none'/,
  'x-request-id': /^[0-9a-f-]{36}$/,
};
/** Names that an answer must not carry: what serves it is nobody’s business. */
const NEVER = ['server', 'x-powered-by', 'access-control-allow-origin'];

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
let app: TestApp;
let people: readonly TestPerson[];
beforeAll(async () => {
  app = await aServedApp();
  people = [await app.aTrader(), await app.aStaff('admin'), await app.aStaff('privacy_officer')];
}, 60_000);
afterAll(() => app?.close());

type Asked = Parameters<TestApp['nest']['inject']>[0];
const ask = async (asked: Asked): Promise<Answer> => app.nest.inject(asked as never);

/** What is wrong with the headers of an answer. */
function faultsOf(place: string, { headers, statusCode }: Answer): string[] {
  const isFile = /^(public|private), max-age/.test(String(headers['cache-control']));
  const policy = String(headers['content-security-policy']);
  return [
    ...Object.entries(ALWAYS)
      .filter(([name, wanted]) => !wanted.test(String(headers[name] ?? '')))
      .map(([name]) => `${name}: ${headers[name]}`),
    ...NEVER.filter((name) => headers[name] !== undefined),
    ...(headers['cache-control'] === 'no-store' || (isFile && statusCode === 200) ? [] : ['cache-control']),
    ...(/'unsafe-(inline|eval)'/.test(policy) && !policy.startsWith('sandbox;') ? [`policy: ${policy}`] : []),
  ].map((fault) => `${place} (${statusCode}): ${fault}`);
}

describe('the headers', () => {
  it('stand on the answer of every route, to nobody, to a trader and to staff', async () => {
    const faults: string[] = [];
    let answers = 0;
    for (const endpoint of endpoints) {
      const url = `/api${fillPath(endpoint.path, { id: newId(), kind: 'slip', token: 'none' })}`;
      for (const as of [null, ...people]) {
        const answer = await ask({
          method: endpoint.method,
          url,
          headers: { 'sec-fetch-site': 'same-origin', ...(as ? { cookie: cookieFor(app, as) } : {}) },
        });
        answers += 1;
        faults.push(...faultsOf(endpoint.id, answer));
      }
    }
    expect(faults).toEqual([]);
    expect(answers).toBeGreaterThanOrEqual(150);
  }, 120_000);

  const PLACES: readonly (readonly [string, number, Asked])[] = [
    ['a page', 200, { url: '/orders' }],
    ['a file with its hash', 200, { url: '/assets/app-1.js' }],
    ['a picture', 200, { url: '/favicon.svg' }],
    ['a squeezed file by its own name', 404, { url: '/assets/app-1.js.br' }],
    ['a file that is gone', 404, { url: '/assets/app-0.js' }],
    ['a path out of the folder', 404, { url: '/assets/..%2f..%2fpackage.json' }],
    ['an unknown path of the interface', 404, { url: '/api/none' }],
    ['a path nobody can read', 400, { url: '/api/%zz' }],
    ['a page nobody can read', 400, { url: '/%zz' }],
    ['a method no route has', 404, { method: 'DELETE', url: '/api/staff/today' }],
    ['a question before a call from elsewhere', 404, { method: 'OPTIONS', url: '/api/staff/today' }],
    ['health', 200, { url: '/healthz' }],
    ['readiness', 200, { url: '/readyz' }],
    ['no session', 401, { url: '/api/staff/today' }],
    [
      'a call from another site',
      403,
      {
        method: 'POST',
        url: '/api/identity/sign-in',
        headers: { 'sec-fetch-site': 'cross-site' },
        payload: {},
      },
    ],
    [
      'a body that is no JSON',
      400,
      {
        method: 'POST',
        url: '/api/identity/sign-in',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        payload: '{"email":',
      },
    ],
    [
      'a body of another kind',
      415,
      {
        method: 'POST',
        url: '/api/identity/sign-in',
        headers: { 'content-type': 'application/pdf', 'sec-fetch-site': 'same-origin' },
        payload: 'x',
      },
    ],
    [
      'a body that is too large',
      413,
      {
        method: 'POST',
        url: '/api/identity/sign-in',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        payload: JSON.stringify({ email: 'x'.repeat(BODY_LIMIT_MB * MB) }),
      },
    ],
  ];
  it.each(PLACES)('stand on %s (%d)', async (place, status, asked) => {
    const answer = await ask(asked);
    expect(answer.statusCode).toBe(status);
    expect(faultsOf(place, answer)).toEqual([]);
  });

  it('stand on a fault of ours, which tells nothing but the id of the request', async () => {
    const handler = handlerOf(staffToday.id);
    Reflect.defineMetadata(ENDPOINT, { ...staffToday, reply: z.never() }, handler);
    try {
      const [, admin] = people;
      const cookie = admin ? cookieFor(app, admin) : '';
      const answer = await ask({ url: '/api/staff/today', headers: { cookie } });
      expect(answer.statusCode).toBe(500);
      expect(faultsOf('a fault of ours', answer)).toEqual([]);
      const { requestId, ...told } = JSON.parse(answer.body);
      expect(requestId).toBe(answer.headers['x-request-id']);
      expect(JSON.stringify(told)).not.toMatch(/at \w|\.ts|select|zod|never|stack/i);
    } finally {
      Reflect.defineMetadata(ENDPOINT, staffToday, handler);
    }
  });

  it('allow a page its own scripts and styles by nonce, another nonce each time, and nothing inline', async () => {
    const [one, other] = [await ask({ url: '/orders' }), await ask({ url: '/orders' })];
    const nonceOf = ({ headers }: Answer): string =>
      /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    expect(nonceOf(one)).toHaveLength(24);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.body).toContain(`nonce="${nonceOf(one)}"`);
    const policy = String(one.headers['content-security-policy']);
    for (const part of [
      "script-src 'self';",
      "frame-ancestors 'none'",
      "form-action 'self'",
      "base-uri 'none'",
    ])
      expect(policy).toContain(part);
  });
});

describe('a built file', () => {
  const plain = (bytes: Buffer): Buffer => bytes;
  it.each([
    [undefined, undefined, plain],
    ['identity', undefined, plain],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1.0, BR;q=0.5', 'br', brotliDecompressSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['gzip;q=0.000', undefined, plain],
  ] as const)('comes to a browser that accepts %s as %s', async (accepted, encoding, opened) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
    const answer = await app.nest.inject({ url: '/assets/app-1.js', headers });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(opened(answer.rawPayload).toString()).toBe(SCRIPT);
  });

  it('that lies in one form only is sent in it', async () => {
    const answer = await app.nest.inject({ url: '/favicon.svg', headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body).toContain('<svg');
  });
});

function handlerOf(id: string): object {
  const scanner = app.get(MetadataScanner);
  for (const { instance } of app.get(DiscoveryService).getControllers()) {
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const handler = (instance as Record<string, object>)[name];
      if (handler && Reflect.getMetadata(ENDPOINT, handler)?.id === id) return handler;
    }
  }
  throw new Error(`No route for ${id}`);
}
