import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, foldWords } from './fold';

/** Each row: two spellings of one text, and why a reader takes them for the same. */
const SAME: readonly (readonly [string, string, string])[] = [
  ['tatweel', 'قافلة', 'قـافـــلة'],
  ['harakat', 'قافلة', 'قَافِلَةٌ'],
  ['shadda and superscript alef', 'الرحمن', 'الرَّحْمٰن'],
  ['zero-width space', 'قافلة', 'قا\u200bفلة'],
  ['zero-width joiner', 'Qafila', 'Qa\u200dfila'],
  ['bidi isolates', 'Qafila', '\u2066Qafila\u2069'],
  ['bidi overrides', 'Qafila', '\u202eQafila\u202c'],
  ['soft hyphen', 'Qafila', 'Qa\u00adfila'],
  ['variation selector', 'Qafila', 'Qa\ufe0ffila'],
  ['Hangul filler', 'Qafila', 'Qa\u3164fila'],
  ['alef with hamza above', 'أركان', 'اركان'],
  ['alef with hamza below', 'إبراهيم', 'ابراهيم'],
  ['alef with madda', 'آمنة', 'امنة'],
  ['alef wasla', 'ٱلدار', 'الدار'],
  ['alef maqsura', 'على', 'علي'],
  ['ta marbuta', 'مكتبة', 'مكتبه'],
  ['hamza on waw', 'مؤسسة', 'موسسه'],
  ['hamza on ya', 'رئيسي', 'رييسي'],
  ['Persian kaf and ya', 'کتابی', 'كتابي'],
  ['presentation forms', 'ﻗﺎﻓﻠﺔ', 'قافلة'],
  ['lam-alef ligature', 'ﻻ', 'لا'],
  ['Arabic-Indic digits', '+٩٦٦ ٥٥ ١٢٣ ٤٥٦٧', '+966 55 123 4567'],
  ['Persian digits', '۱۲۳۴۵۶', '123456'],
  ['full-width letters', 'Ｑａｆｉｌａ', 'qafila'],
  ['mathematical letters', '𝐐𝐚𝐟𝐢𝐥𝐚', 'qafila'],
  ['upper case', 'QAFILA', 'qafila'],
  ['accents', 'Qâfïlà', 'qafila'],
  ['Norwegian letters', 'Fjord & Fønix', 'fjordfonix'],
  ['ligatures', 'cœur ﬁn', 'coeurfin'],
  ['separators', 'SA03 8000-0000.6080', 'sa03800000006080'],
];

const DIFFERENT: readonly (readonly [string, string, string])[] = [
  ['another word', 'قافلة', 'قافية'],
  ['another digit', '966551234567', '966551234568'],
  ['dots decide', 'بيت', 'بنت'],
];

describe('fold', () => {
  it.each(SAME)('takes both spellings for the same: %s', (_why, left, right) => {
    expect(fold(left)).toBe(fold(right));
  });

  it.each(DIFFERENT)('keeps apart: %s', (_why, left, right) => {
    expect(fold(left)).not.toBe(fold(right));
  });

  it('keeps words apart for tokens that need a boundary', () => {
    expect(foldWords('Dār Nour, ٢٥ قِطعة')).toEqual(['dar', 'nour', '25', 'قطعه']);
  });

  it('folds a folded text to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves only lower-case letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(text)).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
    );
  });

  it('is blind to unseen characters and harakat put between any two letters', () => {
    const unseen = fc.constantFrom(
      '\u200b',
      '\u200f',
      '\u2067',
      '\u0640',
      '\u064e',
      '\u0651',
      '\ufeff',
      '\u00ad',
    );
    const text = fc.array(fc.constantFrom(...'قافلةمغربQafila٢٥'), { minLength: 1 });
    fc.assert(
      fc.property(text, unseen, (letters, between) => {
        expect(fold(letters.join(between))).toBe(fold(letters.join('')));
      }),
    );
  });

  it('does not depend on where separators stand', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(fold(`${left} · ${right}`)).toBe(fold(left) + fold(right));
      }),
    );
  });
});
