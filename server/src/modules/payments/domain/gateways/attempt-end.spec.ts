import { expect, it } from '@jest/globals';
import { attemptEnd } from './attempt-end';

const NOW = new Date('2026-11-29T09:00:00Z');
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

it.each([
  ['with the hold', { hold: after(120) }, 120],
  ['with the quote, when that is sooner', { hold: after(120), quote: after(60) }, 60],
  ['not before a gateway takes it', { hold: after(5) }, 31],
  ['after a day where no hold ends', { hold: null }, 24 * 60 - 1],
  ['not after a day', { hold: after(3 * 24 * 60) }, 24 * 60 - 1],
])('an attempt ends %s', (_when, holds, minutes) => {
  expect(attemptEnd(NOW, holds)).toEqual(after(minutes));
});
