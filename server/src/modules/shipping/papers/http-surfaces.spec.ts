import { describe, expect, it } from '@jest/globals';
import { buildDenyList } from '../domain/deny-list';
import { scanSurfaces } from '../domain/leak-scan';
import { denySource, SELLER } from '../domain/testing/sample-identities';
import { sampleView } from '../domain/testing/sample-views';
import { listFingerprint } from './list-fingerprint';
import { surfacesOfHttp } from './surfaces';

const VIEW = sampleView('en');

describe('the fingerprint of a deny-list', () => {
  it('changes with its entries and not with their order', () => {
    const one = buildDenyList(denySource(VIEW));
    const turned = buildDenyList(
      denySource(VIEW, { seller: { ...SELLER, names: [...SELLER.names].reverse() } }),
    );
    expect(listFingerprint(turned)).toBe(listFingerprint(one));
    expect(listFingerprint(buildDenyList(denySource(VIEW, { others: [] })))).not.toBe(listFingerprint(one));
  });
});

describe('answers of the tracking origin', () => {
  const clean = {
    url: 'http://127.0.0.1:3001/t/4fJ9wQz7LrB2xV6nKc8sYd',
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    cookies: ['lang=ar; Path=/; HttpOnly'],
    body: '<!doctype html><title>Dar Nour</title><h1>طردك في الطريق</h1><script>const a="\\u0637"</script>',
  };
  const blocked = (answer: typeof clean): string[] =>
    scanSurfaces(surfacesOfHttp(answer), buildDenyList(denySource(VIEW))).hits.map((hit) => hit.surface);

  it('pass when they know only the trader', () => {
    expect(blocked(clean)).toEqual([]);
  });

  it.each([
    ['response header', 'http · header', { headers: { ...clean.headers, 'x-powered-by': 'Qafila' } }],
    ['response header name', 'http · header', { headers: { ...clean.headers, 'x-qafila-request': '7' } }],
    [
      'policy header',
      'http · header',
      { headers: { ...clean.headers, 'content-security-policy': "img-src 'self' cdn.qafila.example" } },
    ],
    ['cookie', 'http · cookie', { cookies: ['__Host-qafila_session=abc; Secure'] }],
    [
      'cookie header',
      'http · cookie',
      { headers: { ...clean.headers, 'set-cookie': 'a=b; Domain=qafila.example' } },
    ],
    ['address', 'http · address', { url: 'http://127.0.0.1:3001/%71afila/t/4f' }],
    ['page title', 'http · body', { body: '<title>Qafila</title>' }],
    ['split by tags', 'http · body', { body: '<b>Qa</b><i>fila</i>' }],
    ['entities', 'http · body', { body: '<p>&#1602;&#x627;&#1601;&#1604;&#1577;</p>' }],
    ['bundle string', 'http · body', { body: 'const n={brand:"Qafila",v:1}' }],
    ['escaped bundle string', 'http · body', { body: 'const n="\\u0642\\u0627\\u0641\\u0644\\u0629"' }],
    [
      'base64 in the bundle',
      'http · body',
      { body: `atob("${Buffer.from('orders@qafila.example').toString('base64')}")` },
    ],
    ['source map', 'http · body', { body: '//# sourceMappingURL=/srv/qafila/client.js.map' }],
    ['another trader', 'http · body', { body: '<p>Atlas Gifts</p>' }],
  ])('are blocked with a leak in %s', (_name, surface, change) => {
    expect(blocked({ ...clean, ...change } as typeof clean)).toContain(surface);
  });
});
