import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { ROLES } from '@qafila/shared/access/roles';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { newId } from '../../src/platform/ids/new-id';
import type { SampleCall } from '../support/samples/sample';
import { sampleOf } from '../support/samples/samples';
import { connectedTo, readSchema } from '../support/schema-facts';
import { cookieFor } from '../support/test-people';
import { aWorld, personOf, type World } from '../support/world';

const endpoints = portalEndpoints as readonly Endpoint[];
// Hooks come from machines of others, without a cookie: they are proven by what they carry.
const changing = endpoints.filter(({ method, isHook }) => method !== 'GET' && !isHook);
const reading = endpoints.filter(({ method }) => method === 'GET');

let world: World;
beforeAll(async () => {
  world = await aWorld(['planned', 'handed_over']);
}, 180_000);
afterAll(() => world?.app.close());

/** Somebody whom the contract lets in, so that nothing but the site is wrong. */
const cookieOf = (): string => cookieFor(world.app, world.own.people.owner);
/** An address of the route; the site is judged before anything is looked for. */
const urlOf = (endpoint: Endpoint): string => `/api${endpoint.path.replace(/:\w+/g, newId())}`;

/** Ways in which a page of somebody else may send a request with our cookie. */
const ELSEWHERE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'another site': { 'sec-fetch-site': 'cross-site' },
  'another host of the same site': { 'sec-fetch-site': 'same-site' },
  'the address bar': { 'sec-fetch-site': 'none' },
  'another site that names our origin': { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' },
  'an old browser, another origin': { origin: 'https://evil.example' },
  'an old browser, no origin': {},
  'an old browser, a hidden origin': { origin: 'null' },
  'an old browser, an origin that is no address': { origin: 'evil' },
  'an old browser, our name as part of another': { origin: 'http://localhost:80.evil.example' },
};

describe('a call that changes something', () => {
  it.each(Object.keys(ELSEWHERE))('is refused on every route when it comes from %s', async (from) => {
    const wrong: string[] = [];
    for (const endpoint of changing) {
      const { statusCode, body } = await world.app.nest.inject({
        method: endpoint.method,
        url: urlOf(endpoint),
        headers: { ...ELSEWHERE[from], cookie: cookieOf(), 'content-type': 'application/json' },
        payload: '{}',
      });
      if (statusCode !== 403 || JSON.parse(body).code !== 'CROSS_SITE')
        wrong.push(`${endpoint.id}: ${statusCode}`);
    }
    expect(wrong).toEqual([]);
    expect(changing.length).toBeGreaterThan(20);
  });

  it('is refused on every route when its body is what a form can send', async () => {
    const wrong: string[] = [];
    for (const endpoint of changing) {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]) {
        const { statusCode } = await world.app.nest.inject({
          method: endpoint.method,
          url: urlOf(endpoint),
          headers: { 'sec-fetch-site': 'same-origin', cookie: cookieOf(), 'content-type': type },
          payload: '{"a":1}',
        });
        // Who may not call it at all is told that first.
        if (![415, 422, 403, 401].includes(statusCode)) wrong.push(`${endpoint.id} ${type}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is let in from our own page, with Fetch Metadata or with our origin alone', async () => {
    const given = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://localhost:80', host: 'localhost:80' },
    ];
    for (const headers of given) {
      const { statusCode } = await world.app.nest.inject({
        method: 'POST',
        url: '/api/identity/locale',
        headers: { ...headers, cookie: cookieOf(), 'content-type': 'application/json' },
        payload: '{"locale":"en"}',
      });
      expect([200, 404]).toContain(statusCode);
    }
  });
});

/** A sum over every row of every table; what may change while somebody reads is left out, each with its reason. */
const MAY_CHANGE: Readonly<Record<string, string>> = {
  sessions: 'when it was used last',
  audit_event: 'staff looked at a company’s thing',
  audit_chain: 'what staff looked at is chained',
  rate_counters: 'tries are counted',
};
async function checksums(): Promise<Map<string, string>> {
  const { adminUrl } = world.app.database;
  const { tables } = await readSchema(adminUrl);
  return connectedTo(adminUrl, async (client) => {
    await client.query(`select set_config('app.staff', 'on', false)`);
    const sums = new Map<string, string>();
    for (const { name } of tables.filter((table) => !(table.name in MAY_CHANGE))) {
      const { rows } = await client.query<{ sum: string }>(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${name}" t`,
      );
      sums.set(name, rows[0]?.sum ?? '');
    }
    return sums;
  });
}

describe('a call that reads', () => {
  it('changes no row of any table: every GET twice, by everybody, and the sums are the same', async () => {
    // Made before the sums are taken: a sample may write what it names.
    const samples = new Map<string, SampleCall>();
    for (const endpoint of reading)
      samples.set(endpoint.id, await sampleOf(endpoint, { world, company: world.own }));
    const before = await checksums();
    for (const endpoint of reading) {
      for (const role of ROLES) {
        const call = { ...samples.get(endpoint.id), as: personOf(world, role) };
        for (const _ of ['once', 'again']) await world.app.call(endpoint, call);
      }
    }
    const after = await checksums();
    expect([...before].filter(([name, sum]) => after.get(name) !== sum).map(([name]) => name)).toEqual([]);
    expect(before.size).toBeGreaterThan(35);
  }, 240_000);

  const HOSTILE = [
    'null',
    'https://evil.example',
    'http://localhost.evil.example',
    'http://evillocalhost',
    'http://localhost:1',
    'https://localhost',
    'http://portal.test.evil.example',
    'http://evil.portal.test',
    'https://portal.test:444',
    'http://parcel.test',
    'file://',
    'http://portal.test@evil.example',
  ];
  it.each(HOSTILE)('gives no permission to %s, before or with the call', async (origin) => {
    for (const method of ['GET', 'OPTIONS', 'POST'] as const) {
      for (const url of ['/api/identity/session', '/api/orders', '/orders']) {
        const { headers } = await world.app.nest.inject({
          method,
          url,
          headers: {
            origin,
            cookie: cookieOf(),
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type, idempotency-key',
          },
        });
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  });
});
