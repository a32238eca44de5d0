import { asciiDigits, withoutInvisible } from '../kernel/digits';

/** What a typed number becomes, or `undefined` when it is none. Pure; Arabic-Indic digits are accepted. */
export type NumberCheck = (typed: string) => string | undefined;

/** Digits of any set become ASCII, letters large; blanks, dots, dashes and slashes go. */
export const compact = (typed: string): string =>
  asciiDigits(withoutInvisible(typed))
    .toUpperCase()
    .replace(/[\s.\-/]/gu, '');

const matching =
  (shape: RegExp): NumberCheck =>
  (typed) => {
    const value = compact(typed);
    return shape.test(value) ? value : undefined;
  };

const digitsOf = (text: string): number[] => [...text].map(Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** Saudi unified number: ten digits that begin with 7; an older commercial registration of ten digits begins with 1 to 5. */
export const unifiedNumber = matching(/^[1-57]\d{9}$/);
/** True for the unified number itself, false for an older registration. */
export const isUnified = (value: string): boolean => value.startsWith('7');

/** Saudi VAT number: 15 digits, the first and the last are 3. */
export const saudiVat = matching(/^3\d{13}3$/);

/** VAT numbers of the Gulf states that have VAT. */
const GULF_VAT: Readonly<Record<string, RegExp>> = {
  AE: /^100\d{12}$/,
  BH: /^\d{15}$/,
  OM: /^OM\d{10}$/,
};
export const gulfVat = (typed: string, country: string): string | undefined => {
  const shape = GULF_VAT[country];
  return shape && matching(shape)(typed);
};
export const hasGulfVat = (country: string): boolean => Object.hasOwn(GULF_VAT, country);

const NORWEGIAN_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];
/** Norwegian organisation number: nine digits, the first 8 or 9, check digit by mod 11. */
export const norwegianNumber: NumberCheck = (typed) => {
  const value = matching(/^[89]\d{8}$/)(typed);
  if (value === undefined) return undefined;
  const digits = digitsOf(value);
  const check = (11 - (weighted(digits, NORWEGIAN_WEIGHTS) % 11)) % 11;
  return check === digits[8] ? value : undefined;
};

/** Norwegian VAT number: the organisation number and `MVA`; `NO` before it is dropped. */
export const norwegianVat: NumberCheck = (typed) => {
  const found = /^(?:NO)?(\d{9})MVA$/.exec(compact(typed))?.[1];
  const number = found === undefined ? undefined : norwegianNumber(found);
  return number === undefined ? undefined : `${number}MVA`;
};

/** Shapes of the register of the Union, without the country's letters. */
const EU_VAT: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^[1-9]\d{8}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^\d[A-Z0-9+*]\d{5}[A-Z]{1,2}$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
};
/** Countries of the Union by their ISO code; Greece writes its VAT numbers with `EL`. */
export const EU_COUNTRIES: readonly string[] = Object.keys(EU_VAT).map((code) =>
  code === 'EL' ? 'GR' : code,
);

const luhn = (digits: readonly number[]): boolean =>
  digits.reduceRight((sum, digit, index) => {
    const isDoubled = (digits.length - index) % 2 === 0;
    const value = isDoubled ? digit * 2 : digit;
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** ISO 7064 mod 11,10: Germany, Croatia. */
function isMod1110(digits: readonly number[]): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits.at(-1);
}

const lastOf = (value: number, modulus: number): number => (value % modulus) % 10;
/** Check digits where they are simple; the other countries are judged by shape alone. */
const EU_CHECK: Readonly<Record<string, (value: string, digits: number[]) => boolean>> = {
  BE: (value) => 97 - (Number(value.slice(0, 8)) % 97) === Number(value.slice(8)),
  DE: (_, digits) => isMod1110(digits),
  DK: (_, digits) => weighted(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  EL: (_, digits) => lastOf(weighted(digits, [256, 128, 64, 32, 16, 8, 4, 2]), 11) === digits[8],
  FI: (_, digits) => (11 - (weighted(digits, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 === digits[7],
  FR: (value) =>
    !/^\d{2}/.test(value) || (12 + 3 * (Number(value.slice(2)) % 97)) % 97 === Number(value.slice(0, 2)),
  HR: (_, digits) => isMod1110(digits),
  IT: (_, digits) => luhn(digits),
  LU: (value) => Number(value.slice(0, 6)) % 89 === Number(value.slice(6)),
  PL: (_, digits) => weighted(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digits[9],
  PT: (_, digits) => {
    const check = 11 - (weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
    return (check > 9 ? 0 : check) === digits[8];
  },
  SE: (_, digits) => luhn(digits.slice(0, 10)),
};

/** VAT number of a country of the Union, with or without its letters; answered with them. */
export function euVat(typed: string, country: string): string | undefined {
  const prefix = country === 'GR' ? 'EL' : country;
  const whole = compact(typed);
  const value = whole.startsWith(prefix) ? whole.slice(2) : whole;
  if (!EU_VAT[prefix]?.test(value)) return undefined;
  const isRight = EU_CHECK[prefix]?.(value, digitsOf(value)) ?? true;
  return isRight ? `${prefix}${value}` : undefined;
}
