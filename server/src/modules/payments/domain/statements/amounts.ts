import { CURRENCY_EXPONENT, isCurrency } from '@qafila/shared/kernel/currency';
import { MONEY_BOUND } from '@qafila/shared/kernel/money';
import { NotReadable } from './not-readable';

/**
 * An exact amount in minor units of the statement's currency. Files come in currencies that the store has no account
 * in; the import refuses those and makes `Money` of the others.
 */
export type Units = bigint;

/** ISO 4217: currencies without, and with three decimals; all others have two. */
const NO_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
const BOUND = BigInt(MONEY_BOUND);

/** True for what ISO 4217 could call a currency, old ones included. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

function exponentOf(currency: string): number {
  if (isCurrency(currency)) return CURRENCY_EXPONENT[currency];
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/**
 * A decimal without sign as exact units: digits, and after a point or comma as many more as the currency has.
 * `undefined` when it is none, finer than the currency, or 2^51 and more.
 */
export function unitsOf(text: string, currency: string): Units | undefined {
  const match = /^(\d{1,15})(?:[.,](\d{0,9}))?$/.exec(text);
  if (!match) return undefined;
  const exponent = exponentOf(currency);
  const fraction = match[2] ?? '';
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  // The digits are joined as text: a decimal read as a number would already be rounded.
  const units = BigInt(`${match[1]}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return units < BOUND ? units : undefined;
}

export const totalOf = (amounts: readonly Units[]): Units => amounts.reduce((sum, each) => sum + each, 0n);

export const sizeOf = (units: Units): Units => (units < 0n ? -units : units);

/** The same units, when an account can hold them; the sum of many may be more than one can. */
export function bounded(units: Units, place: string): Units {
  if (sizeOf(units) >= BOUND) throw new NotReadable(place);
  return units;
}
