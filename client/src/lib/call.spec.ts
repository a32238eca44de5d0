import { describe, expect, it } from '@jest/globals';
import { CallProblem, faultNumber } from './call';

const answered = (status: number): CallProblem =>
  new CallProblem('UNEXPECTED', status, { params: {}, fields: [], requestId: 'req-7' });

describe('the number of a fault', () => {
  it.each([500, 503])('is told for an answer %i, which only we can mend', (status) => {
    expect(faultNumber(answered(status))).toBe('req-7');
  });

  it.each([403, 409, 422])('is not told for a refusal %i, which says itself what to do', (status) => {
    expect(faultNumber(answered(status))).toBeNull();
  });

  it('is not there for what never reached us', () => {
    expect(faultNumber(new TypeError('unfamiliar'))).toBeNull();
  });
});
