import { describe, expect, it } from '@jest/globals';
import { afterStumble, RefundStuck } from './refund-trouble';

const NOW = new Date('2026-11-29T12:00:00Z');
const MINUTE_MS = 60_000;
const before = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);
const LOST = new Error('no answer');

describe('a refund that cannot be followed', () => {
  const stumbled = (minutes: number | null, error: unknown = LOST) =>
    afterStumble(
      { state: 'sent', sentAt: before(60), troubledAt: minutes === null ? null : before(minutes) },
      error,
      NOW,
    );

  it('is tried soon at first, then further and further apart, at last once an hour', () => {
    const seconds = [null, 1, 16, 160, 100_000].map(
      (minutes) => ((stumbled(minutes).next?.getTime() ?? 0) - NOW.getTime()) / 1000,
    );
    expect(seconds).toEqual([15, 15, 120, 1200, 3600]);
    expect(stumbled(null).since).toEqual(NOW);
  });

  it('needs a person when nothing was heard for a quarter of an hour, and at once where no try mends it', () => {
    expect([stumbled(null), stumbled(14), stumbled(15)].map(({ trouble }) => trouble)).toEqual([
      null,
      null,
      'silent',
    ]);
    expect(stumbled(null, new RefundStuck('amount')).trouble).toBe('amount');
  });

  it('is let go once it has arrived and cannot come back any more', () => {
    const settled = { state: 'settled' as const, troubledAt: null };
    const next = (minutes: number) => afterStumble({ ...settled, sentAt: before(minutes) }, LOST, NOW).next;
    expect([next(60) === null, next(31 * 24 * 60)]).toEqual([false, null]);
  });
});
