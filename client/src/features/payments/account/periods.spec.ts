import { describe, expect, it } from '@jest/globals';
import { daysOf, type PeriodChoice } from './periods';

describe('a period', () => {
  it.each<[PeriodChoice, string, string, string | null]>([
    ['month', '2026-11-29', '2026-11-01', null],
    ['last_month', '2026-01-15', '2025-12-01', '2025-12-31'],
    ['last_month', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['quarter', '2026-11-29', '2026-10-01', null],
    ['last_quarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['year', '2026-11-29', '2026-01-01', null],
    ['own', '2026-11-29', '2026-11-01', null],
  ])('%s on %s is from %s to %s', (choice, today, from, to) => {
    expect(daysOf(choice, today)).toEqual({ from, ...(to ? { to } : {}) });
  });

  it('is what was typed where somebody typed it', () => {
    expect(daysOf('own', '2026-11-29', { from: '2026-02-03' })).toEqual({
      from: '2026-02-03',
    });
    expect(daysOf('own', '2026-11-29', { to: '2026-11-05' })).toEqual({
      from: '2026-11-01',
      to: '2026-11-05',
    });
  });
});
