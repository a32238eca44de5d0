import { describe, expect, it } from '@jest/globals';
import { noticeText } from './notice-text';

describe('a notice', () => {
  const short = {
    event: 'payment_short',
    params: { code: 'K7M-2QX9', missing: { minor: 197_980, currency: 'SAR' } },
  } as const;

  it('says code and amount in the reader’s language', () => {
    expect(noticeText(short, 'en')).toBe('Order K7M-2QX9: SAR\u00a01,979.80 is still missing');
    expect(noticeText(short, 'no')).toContain('1\u00a0979,80');
  });

  it('keeps a code from left to right in an Arabic sentence', () => {
    expect(noticeText(short, 'ar')).toContain('\u2066K7M-2QX9\u2069');
  });
});
