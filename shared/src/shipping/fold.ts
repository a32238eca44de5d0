/**
 * Folding for match: two spellings a reader takes for the same text fold to the same string.
 * Used by the leak scan, so it errs on the side of sameness.
 */

/** Letters that no Unicode form maps together, though readers do. */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const ARABIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Harakat, hamza and madda above or below, accents: after decomposition they are all marks. */
const MARKS = /\p{M}/gu;
/** Zero-width and bidi controls, soft hyphen, tags, fillers; and tatweel, which only stretches. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}ـ]/gu;
const DIGITS = /[٠-٩۰-۹]/gu;
const MAPPED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');
const SEPARATORS = /[^\p{L}\p{N}]+/u;

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_ZERO));
}

function normalised(text: string): string {
  // NFKD holds all of NFKC's compatibility forms and also parts أ into alef and hamza, é into e and accent.
  const plain = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').replace(UNSEEN, '');
  return plain.replace(DIGITS, asciiDigit).replace(MAPPED, (letter) => LETTERS[letter] ?? letter);
}

/** The folded words of a text, in order: `"Dār Nour, ٢٥"` → `["dar", "nour", "25"]`. */
export const foldWords = (text: string): string[] => normalised(text).split(SEPARATORS).filter(Boolean);

/** The folded text without any separator: letters and digits only. Folding twice changes nothing. */
export const fold = (text: string): string => foldWords(text).join('');
