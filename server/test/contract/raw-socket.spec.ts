import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOrders } from '@qafila/shared/ordering/ordering.contract';
import { aServedApp } from '../support/served-app';
import type { TestApp } from '../support/test-app';
import { cookieFor, type TestPerson } from '../support/test-people';

let app: TestApp;
let owner: TestPerson;
let port: number;
beforeAll(async () => {
  app = await aServedApp();
  owner = await app.aTrader();
  await app.nest.listen(0, '127.0.0.1');
  port = (app.nest.getHttpServer().address() as AddressInfo).port;
}, 60_000);
afterAll(() => app?.close());

/** Sends bytes as they are and reads until the other side closes or falls silent. */
const send = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let heard = '';
    socket.setTimeout(3_000, () => socket.end());
    socket.on('data', (part) => {
      heard += part.toString('latin1');
    });
    socket.on('error', (error: { code?: string }) =>
      error.code === 'ECONNRESET' ? resolve(heard) : reject(error),
    );
    socket.on('close', () => resolve(heard));
  });
const statuses = (heard: string): number[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((hit) => Number(hit[1]));

const HEAD = 'Host: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n';
const INNER = 'GET /api/orders HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
const post = (headers: string, body: string): string =>
  `POST /api/identity/sign-in HTTP/1.1\r\n${HEAD}${headers}\r\n${body}`;

/** Messages whose end two servers could see at different places. */
const TWO_ENDS: Readonly<Record<string, string>> = {
  'a length and chunks': post('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${INNER}`),
  'chunks and a length': post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `0\r\n\r\n${INNER}`),
  'two lengths': post('Content-Length: 2\r\nContent-Length: 40\r\n', `{}${INNER}`),
  'a length twice in one line': post('Content-Length: 2, 40\r\n', `{}${INNER}`),
  'a length with a sign': post('Content-Length: +2\r\n', `{}${INNER}`),
  'a length in hex': post('Content-Length: 0x2\r\n', `{}${INNER}`),
  'a chunk without a size': post('Transfer-Encoding: chunked\r\n', `zz\r\n{}\r\n0\r\n\r\n${INNER}`),
  'a chunk with a wrong size': post('Transfer-Encoding: chunked\r\n', `1\r\n{}\r\n0\r\n\r\n${INNER}`),
  'a coding that is not chunked': post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${INNER}`),
  'a space before the colon': post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${INNER}`),
  'a folded header': post('X-Folded: a\r\n b\r\nContent-Length : 2\r\n', `{}${INNER}`),
};

describe('a message that could be read in two ways', () => {
  it.each(Object.keys(TWO_ENDS))('with %s is refused, and nothing behind it is answered', async (name) => {
    const heard = await send(TWO_ENDS[name] ?? '');
    expect(statuses(heard).length).toBeLessThanOrEqual(1);
    expect(statuses(heard).filter((status) => status !== 400)).toEqual([]);
    expect(heard).not.toMatch(/\bat \w+ \(|node_modules|\.ts:/);
  });

  it('is told from a right one: two requests on one line are both answered', async () => {
    const heard = await send(post('Content-Length: 2\r\n', `{}${INNER}`));
    expect(statuses(heard)).toEqual([422, 401]);
  });
});

describe('a method', () => {
  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'MKCOL', 'PURGE'])('%s reaches nothing', async (method) => {
    const heard = await send(
      `${method} /api/orders HTTP/1.1\r\nHost: localhost\r\nX-Own: secret\r\nConnection: close\r\n\r\n`,
    );
    expect(statuses(heard).filter((status) => status < 400)).toEqual([]);
    expect(heard).not.toContain('secret');
  });

  it('in a header or a field of a form is not believed', async () => {
    const { statusCode } = await app.nest.inject({
      method: 'GET',
      url: '/api/orders?_method=DELETE',
      headers: { 'x-http-method-override': 'DELETE', cookie: cookieFor(app, owner) },
    });
    expect(statusCode).toBe(422);
  });
});

describe('input', () => {
  const POISON = [
    '{"__proto__":{"isAdmin":true},"email":"a@b.example","password":"x"}',
    '{"constructor":{"prototype":{"isAdmin":true}},"email":"a@b.example","password":"x"}',
    '{"email":"a@b.example","password":"x","role":"admin"}',
    '{"email":["a@b.example"],"password":"x"}',
    '{"email":{"$gt":""},"password":"x"}',
    '[]',
    'null',
    '"text"',
  ];
  it.each(POISON)('%s is refused and leaves nothing behind', async (payload) => {
    const { statusCode } = await app.nest.inject({
      method: 'POST',
      url: '/api/identity/sign-in',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      payload,
    });
    expect([400, 422]).toContain(statusCode);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  const QUERIES = [
    'limit=1&limit=2',
    'limit[]=1',
    'limit[a]=1',
    '__proto__=1',
    'constructor=1',
    'unknown=1',
    'limit=1e9',
  ];
  it.each(QUERIES)('?%s is refused: a key stands once, and only a key of the contract', async (query) => {
    const { statusCode, body } = await app.nest.inject({
      url: `/api${listOrders.path}?${query}`,
      headers: { cookie: cookieFor(app, owner) },
    });
    expect([statusCode, JSON.parse(body).code]).toEqual([422, 'FIELDS_INVALID']);
  });
});
