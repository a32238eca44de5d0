import { describe, expect, it } from '@jest/globals';
import { safeNext } from './safe-next';

const ELSEWHERE = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\\evil.example',
  '/orders\\..\\..//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  '/ /evil.example',
  'orders',
  '',
  '/sign-in?next=/orders',
  '/sign-in',
  undefined,
  null,
  7,
  ['/orders', '//evil.example'],
];

describe('the page after signing in', () => {
  it.each(ELSEWHERE)('is never another host or no path at all: %j', (next) => {
    expect(safeNext(next, '/home')).toBe('/home');
  });

  it.each(['/orders', '/orders/new?view=open', '/company/people#invite', '/orders/%2F%2Fevil.example'])(
    'is %s when that was asked for',
    (next) => {
      expect(safeNext(next, '/home')).toBe(next);
    },
  );
});
