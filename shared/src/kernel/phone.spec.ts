import { describe, expect, it } from '@jest/globals';
import { phoneNumber } from './phone';

describe('a phone number', () => {
  it.each([
    ['+47 400 12 345', '+4740012345'],
    ['٠٥٥ ١٢٣ ٤٥٦٧', '+966551234567'],
    ['\u2066+966 55 123 4567\u2069', '+966551234567'],
    ['0551234567', '+966551234567'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(phoneNumber('SA').parse(typed)).toBe(kept);
  });

  it.each(['', '12', '055123456', 'call me'])('%j is none', (typed) => {
    const judged = phoneNumber('SA').safeParse(typed);
    expect(judged.error?.issues.map(({ message }) => message)).toEqual(['international_phone']);
  });

  it('without a country needs its code', () => {
    expect(phoneNumber().safeParse('0551234567').success).toBe(false);
  });
});
