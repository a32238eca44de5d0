const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** Arabic-Indic and Persian digits become ASCII digits; everything else stays. */
export const asciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String(code - (code >= PERSIAN_ZERO ? PERSIAN_ZERO : ARABIC_INDIC_ZERO));
  });

/** Bidi and zero-width controls are invisible and never wanted in a typed value. */
export const withoutInvisible = (text: string): string =>
  text.replace(/[\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '');

/** One to nine digits, or groups of three: a decimal comma is no grouping. */
const WHOLE = /^(?:\d{1,9}|\d{1,3}(?:[\s,٬.،]\d{3}){1,2})$/u;

/**
 * A typed whole number, in any of the digit sets, with grouping ignored.
 * Returns `undefined` for anything that is not a whole number of at most nine digits.
 */
export function parseWholeNumber(text: string): number | undefined {
  const plain = asciiDigits(withoutInvisible(text)).trim();
  return WHOLE.test(plain) ? Number(plain.replace(/\D/gu, '')) : undefined;
}
