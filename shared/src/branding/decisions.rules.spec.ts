import { describe, expect, it } from '@jest/globals';
import { APPROVALS_AT_LEAST, approvalsNeeded } from './decisions.rules';

describe('approvals that close a proof', () => {
  it.each([
    ['as many as were asked for, where so many may give one', 2, 3, 2],
    ['as many as may still give one, where people have left', 3, 2, 2],
    ['one at least, when nobody who may is left', 2, 0, APPROVALS_AT_LEAST.value],
  ])('are %s', (_, asked, possible, needed) => {
    expect(approvalsNeeded(asked, possible)).toBe(needed);
  });
});
