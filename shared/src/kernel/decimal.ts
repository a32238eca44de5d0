import { CURRENCY_EXPONENT, type Currency } from './currency';
import { isNegative, MONEY_BOUND, type Money, money } from './money';

/** An amount as interfaces write it: `1250.50`, `1250` for a currency without decimals. */
export function decimalOf(amount: Money): string {
  const exponent = CURRENCY_EXPONENT[amount.currency];
  const digits = String(amount.minor)
    .replace('-', '')
    .padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const text = exponent ? `${whole}.${digits.slice(-exponent)}` : whole;
  return isNegative(amount) ? `-${text}` : text;
}

/** A plain decimal as an exact amount; undefined when it is none, or finer than the currency. */
export function amountOfDecimal<C extends Currency>(text: string, currency: C): Money<C> | undefined {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,9}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  const exponent = CURRENCY_EXPONENT[currency];
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  // The digits are joined as text: a decimal read as a number would already be rounded.
  const digits = Number(`${sign}${whole}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return Number.isSafeInteger(digits) && Math.abs(digits) < MONEY_BOUND ? money(digits, currency) : undefined;
}
