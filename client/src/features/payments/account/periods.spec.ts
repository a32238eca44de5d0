import { describe, expect, it } from '@jest/globals';
import { daysOf, type PeriodChoice } from './periods';

describe('a period', () => {
  it.each<[PeriodChoice, string, string, string]>([
    ['month', '2026-11-29', '2026-11-01', '2026-11-29'],
    ['last_month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-29', '2026-10-01', '2026-11-29'],
    ['last_quarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['year', '2026-11-29', '2026-01-01', '2026-11-29'],
    ['own', '2026-11-29', '2026-11-01', '2026-11-29'],
  ])('%s on %s is from %s to %s', (choice, today, from, to) => {
    expect(daysOf(choice, today)).toEqual({ from, to });
  });

  it('is what was typed where somebody typed it', () => {
    expect(daysOf('own', '2026-11-29', { from: '2026-02-03' })).toEqual({
      from: '2026-02-03',
      to: '2026-11-29',
    });
  });
});
