import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asciiDigits, parseWholeNumber, withoutInvisible } from './digits';

const spelled = (digits: string, zero: number): string =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

describe('digits', () => {
  it('of the Arabic and the Persian set become ASCII, everything else stays', () => {
    expect(asciiDigits('الطلب ٤٥٦٧ / ۱۲۳ - 89 ab')).toBe('الطلب 4567 / 123 - 89 ab');
  });

  it('of every set spell the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const digits = String(value);
        expect(parseWholeNumber(digits)).toBe(value);
        expect(parseWholeNumber(spelled(digits, 0x0660))).toBe(value);
        expect(parseWholeNumber(spelled(digits, 0x06f0))).toBe(value);
      }),
    );
  });
});

describe('a typed whole number', () => {
  it.each([
    ['1,250', 1250],
    ['1 250', 1250],
    ['١٬٢٥٠', 1250],
    ['١،٢٥٠', 1250],
    ['\u200f٤٨\u200e', 48],
    ['007', 7],
  ])('%p is %p', (text, value) => {
    expect(parseWholeNumber(text)).toBe(value);
  });

  it.each(['', ' ', '-1', '1.5', '1,5', '12,50', '1,2345', '٣٫٥', '1e3', '12 kg', '1234567890'])(
    '%p is none',
    (text) => {
      expect(parseWholeNumber(text)).toBeUndefined();
    },
  );
});

describe('invisible characters', () => {
  it('are taken out, visible ones are kept', () => {
    expect(withoutInvisible('\ufeffa\u200bb\u2066c\u2069\u061cد')).toBe('abcد');
    expect(withoutInvisible('دار نور Dar-Nour')).toBe('دار نور Dar-Nour');
  });
});
