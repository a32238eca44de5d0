import { z } from 'zod';
import { CURRENCIES, CURRENCY_EXPONENT, type Currency } from './currency';

declare const minorBrand: unique symbol;
/** A whole number of minor units; only this file makes one. */
export type Minor = number & { readonly [minorBrand]: true };
/** An amount in whole minor units of one currency. */
export interface Money<C extends Currency = Currency> {
  readonly minor: Minor;
  readonly currency: C;
}

/** 2^51: the largest amount whose double, and a VAT on top, is still a safe integer. */
export const MONEY_BOUND = 2 ** 51;

/** Makes an amount. Throws `RangeError` for fractions and for amounts of 2^51 minor units or more. */
export function money<C extends Currency>(minor: number, currency: C): Money<C> {
  if (!Number.isSafeInteger(minor) || Math.abs(minor) >= MONEY_BOUND) {
    throw new RangeError(`Not an amount in whole minor units: ${minor} ${currency}`);
  }
  // A negative zero would differ from zero in strict comparisons and in JSON round trips.
  return { minor: (minor === 0 ? 0 : minor) as Minor, currency };
}

/** Zero in a currency. */
export const zero = <C extends Currency>(currency: C): Money<C> => money(0, currency);

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new TypeError(`Currencies differ: ${a.currency}, ${b.currency}`);
}

/** a + b of one currency. */
export function add<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

/** a − b of one currency. */
export function subtract<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

/** Sum of amounts of one currency; zero for none. */
export const sum = <C extends Currency>(amounts: readonly Money<C>[], currency: C): Money<C> =>
  amounts.reduce<Money<C>>((total, amount) => add(total, amount), zero(currency));

/** An amount taken a whole number of times. */
export const times = <C extends Currency>(amount: Money<C>, count: number): Money<C> =>
  money(amount.minor * count, amount.currency);

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compare<C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): number {
  sameCurrency(a, b);
  return a.minor - b.minor;
}

export const isAtLeast = <C extends Currency>(a: Money<C>, b: Money<NoInfer<C>>): boolean =>
  compare(a, b) >= 0;
export const isZero = (amount: Money): boolean => amount.minor === 0;
export const isNegative = (amount: Money): boolean => amount.minor < 0;

/** a/b rounded half away from zero, in exact integers. */
function divideHalfUp(a: bigint, b: bigint): number {
  const sign = a < 0n ? -1n : 1n;
  const size = a < 0n ? -a : a;
  return Number(sign * ((2n * size + b) / (2n * b)));
}

/** A share in basis points (1500 = 15 %), rounded once, half up (away from zero). */
export const share = <C extends Currency>(amount: Money<C>, basisPoints: number): Money<C> =>
  money(divideHalfUp(BigInt(amount.minor) * BigInt(basisPoints), 10_000n), amount.currency);

/** Parts by weight (largest remainder first); the parts always sum to the whole. */
export function split<C extends Currency>(amount: Money<C>, weights: readonly number[]): Money<C>[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total <= 0 || weights.some((w) => w < 0 || !Number.isSafeInteger(w))) {
    throw new RangeError('Weights must be whole, not negative and not all zero');
  }
  const size = BigInt(Math.abs(amount.minor));
  const sign = amount.minor < 0 ? -1 : 1;
  const exact = weights.map((weight) => size * BigInt(weight));
  const parts = exact.map((value) => Number(value / BigInt(total)));
  const left = Number(size) - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value % BigInt(total) }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => money(sign * part, amount.currency));
}

/** Price of one piece in 10⁻⁴ of the currency's major unit: trade prices need more than two decimals. */
export interface UnitPrice<C extends Currency = Currency> {
  readonly per10k: number;
  readonly currency: C;
}

/** The unit price after a tier's percentage: the unit price is rounded first, half up. */
export const afterDiscount = <C extends Currency>(price: UnitPrice<C>, percentOff: number): UnitPrice<C> => ({
  per10k: divideHalfUp(BigInt(price.per10k) * BigInt(100 - percentOff), 100n),
  currency: price.currency,
});

/** Unit prices of one currency taken together, as where a finish is paid on top of a piece. */
export function sumOfUnits<C extends Currency>(prices: readonly UnitPrice<C>[], currency: C): UnitPrice<C> {
  const wrong = prices.find((price) => price.currency !== currency);
  if (wrong) throw new TypeError(`Currencies differ: ${wrong.currency}, ${currency}`);
  return { per10k: prices.reduce((total, { per10k }) => total + per10k, 0), currency };
}

/** Line net: unit price × quantity, rounded once, half up, to the minor unit. */
export function lineNet<C extends Currency>(price: UnitPrice<C>, quantity: number): Money<C> {
  const divisor = 10n ** BigInt(4 - CURRENCY_EXPONENT[price.currency]);
  return money(divideHalfUp(BigInt(price.per10k) * BigInt(quantity), divisor), price.currency);
}

/** A SAR minimum in another currency, rounded **up** to the minor unit. `rateE6` = SAR for one unit × 10⁶. */
export function equivalent<C extends Currency>(sar: Money<'SAR'>, currency: C, rateE6: number): Money<C> {
  const scale = 10n ** BigInt(CURRENCY_EXPONENT[currency]);
  const numerator = BigInt(sar.minor) * 10_000n * scale;
  const rate = BigInt(rateE6);
  return money(Number((numerator + rate - 1n) / rate), currency);
}

/** a/b rounded to the nearest, ties to the even neighbour, in exact integers; neither may be negative. */
function divideHalfEven(a: bigint, b: bigint): bigint {
  const whole = a / b;
  const twice = (a % b) * 2n;
  const isUp = twice > b || (twice === b && whole % 2n === 1n);
  return isUp ? whole + 1n : whole;
}

/** Units of `quote` for one unit of `base`: `num` × 10^−`scale`, with a surcharge in basis points on top. */
export interface Rate {
  readonly base: Currency;
  readonly quote: Currency;
  readonly num: number;
  readonly scale: number;
  readonly markupBps: number;
}

/** An amount of `rate.base` in `rate.quote`, rounded once, half to even. */
export function convert(amount: Money, rate: Rate): Money {
  if (amount.currency !== rate.base) throw new TypeError(`Not an amount in ${rate.base}: ${amount.currency}`);
  const exponents = CURRENCY_EXPONENT[rate.quote] - CURRENCY_EXPONENT[rate.base] - rate.scale - 4;
  const product = BigInt(amount.minor) * BigInt(rate.num) * BigInt(10_000 + rate.markupBps);
  const size = product < 0n ? -product : product;
  const up = 10n ** BigInt(Math.max(0, exponents));
  const down = 10n ** BigInt(Math.max(0, -exponents));
  const rounded = Number(divideHalfEven(size * up, down));
  return money(product < 0n ? -rounded : rounded, rate.quote);
}

const minorSchema = z.int().gt(-MONEY_BOUND).lt(MONEY_BOUND);
/** Wire form of an amount: `{ "minor": 500000, "currency": "SAR" }`. */
export const moneySchema = z
  .strictObject({ minor: minorSchema, currency: z.enum(CURRENCIES) })
  .transform(({ minor, currency }) => money(minor, currency))
  .meta({ id: 'Money' });
/** Wire form of a unit price. */
export const unitPriceSchema = z
  .strictObject({ per10k: z.int().nonnegative(), currency: z.enum(CURRENCIES) })
  .meta({ id: 'UnitPrice' });
