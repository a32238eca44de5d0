import { CURRENCY_EXPONENT, type Currency } from '@qafila/shared/kernel/currency';
import { asciiDigits } from '@qafila/shared/kernel/digits';
import { type Money, money } from '@qafila/shared/kernel/money';

const AMOUNT = /^(\d{1,12})(?:\.(\d+))?$/;

/** An amount as somebody types it, in any digit set, grouped or not; `null` for what is none, or not above zero. */
export function typedAmount(text: string, currency: Currency): Money | null {
  const digits = asciiDigits(text)
    .replace(/[\s\u00a0\u202f'’,٬]/g, '')
    .replace('٫', '.');
  const [, whole = '', part = ''] = AMOUNT.exec(digits) ?? [];
  const exponent = CURRENCY_EXPONENT[currency];
  if (whole === '' || part.length > exponent) return null;
  const minor = Number(`${whole}${part.padEnd(exponent, '0')}`);
  return minor > 0 && Number.isSafeInteger(minor) ? money(minor, currency) : null;
}

/** An amount as it stands in its input: digits and a point, no grouping. */
export function amountText(amount: Money): string {
  const exponent = CURRENCY_EXPONENT[amount.currency];
  const digits = String(amount.minor).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const part = exponent === 0 ? '' : digits.slice(-exponent);
  return /^0*$/.test(part) ? whole : `${whole}.${part}`;
}
