import { describe, expect, it } from '@jest/globals';
import { decide } from '../kernel/lifecycle';
import { LOCALES } from '../kernel/locale';
import { applicationLifecycle } from './application.lifecycle';
import {
  addMonths,
  daysUntil,
  isGraceOver,
  mayApplyAgainAt,
  REVIEW_BUSINESS_DAYS,
  reminderFor,
  reviewDueAt,
  riyadhDay,
} from './application.rules';
import { CHANGE_REASONS, CHANGE_TEXTS, REJECT_REASONS, REJECT_TEXTS } from './application-reasons';
import { formatDay, formatHijri } from './hijri';

describe('the time of a review', () => {
  it.each([
    ['2026-11-22T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    // Thursday: Friday and Saturday do not count.
    ['2026-11-26T09:00:00Z', '2026-11-29T09:00:00.000Z'],
    // Friday: the first working day after it is Sunday.
    ['2026-11-27T09:00:00Z', '2026-11-29T09:00:00.000Z'],
  ])('sent %s it is due %s', (sent, due) => expect(reviewDueAt(new Date(sent)).toISOString()).toBe(due));

  it('is as many days as the rule says where none of them is free', () => {
    const sunday = new Date('2026-11-22T09:00:00Z').getTime();
    const due = reviewDueAt(new Date(sunday)).getTime();
    expect(due - sunday).toBe(REVIEW_BUSINESS_DAYS.value * 86_400_000);
  });

  it('counts days as Riyadh does', () => {
    expect(riyadhDay(new Date('2026-11-22T20:59:00Z'))).toBe('2026-11-22');
    expect(riyadhDay(new Date('2026-11-22T21:00:00Z'))).toBe('2026-11-23');
  });
});

describe('applying again', () => {
  const refused = new Date('2026-11-22T09:00:00Z');
  it('is free twice and waits thirty days from the third rejection on', () => {
    expect(mayApplyAgainAt(1, refused)).toBeNull();
    expect(mayApplyAgainAt(2, refused)).toBeNull();
    expect(mayApplyAgainAt(3, refused)?.toISOString()).toBe('2026-12-22T09:00:00.000Z');
    expect(mayApplyAgainAt(4, refused)?.toISOString()).toBe('2026-12-22T09:00:00.000Z');
  });
});

describe('dates of documents', () => {
  it.each([
    [31, null],
    [30, 30],
    [8, 30],
    [7, 7],
    [1, 7],
    [0, 0],
    [-3, 0],
  ])('%s days before, the reminder is that of %s', (left, step) => expect(reminderFor(left)).toBe(step));

  it('gives fourteen days of grace and not one more', () => {
    expect(isGraceOver('2026-11-22', '2026-11-08')).toBe(false);
    expect(isGraceOver('2026-11-23', '2026-11-08')).toBe(true);
    expect(daysUntil('2026-11-22', '2026-11-08')).toBe(-14);
  });

  it('adds months to the end of a shorter one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 12)).toBe('2027-12-15');
  });

  it('are shown in both calendars', () => {
    expect(formatHijri('2026-03-18', 'en')).toBe('29 Ramadan 1447');
    expect(formatHijri('2026-03-18', 'ar')).toBe('29 رمضان 1447');
    expect(formatDay('2026-03-18', 'en')).toBe('18 Mar 2026');
  });
});

describe('the lifecycle of an application', () => {
  const facts = { blockers: [], open: 0, asked: 0 };
  it('approves only when every item has its verdict and none is asked', () => {
    const at = { state: 'in_review', step: 'approve' } as const;
    expect(decide(applicationLifecycle, at, facts)).toEqual({ ok: true, to: 'approved' });
    expect(decide(applicationLifecycle, at, { ...facts, open: 2, asked: 1 })).toEqual({
      ok: false,
      code: 'BLOCKED',
      reasons: ['APPLICATION_ITEMS_OPEN', 'APPLICATION_ITEMS_ASKED'],
    });
  });
  it('is sent from a draft or after changes, and sent back only with something to change', () => {
    for (const state of ['draft', 'changes_requested'] as const)
      expect(decide(applicationLifecycle, { state, step: 'submit' }, facts).ok).toBe(true);
    expect(decide(applicationLifecycle, { state: 'in_review', step: 'submit' }, facts).ok).toBe(false);
    expect(decide(applicationLifecycle, { state: 'in_review', step: 'request_changes' }, facts).ok).toBe(
      false,
    );
  });
});

describe('reasons', () => {
  it.each([...CHANGE_REASONS])('of a change: %s is worded in four languages', (reason) => {
    for (const locale of LOCALES) expect(CHANGE_TEXTS[reason][locale].length).toBeGreaterThan(10);
  });
  it.each([...REJECT_REASONS])('of a rejection: %s is worded in four languages', (reason) => {
    for (const locale of LOCALES) expect(REJECT_TEXTS[reason][locale].length).toBeGreaterThan(10);
  });
});
