import { CURRENCY_EXPONENT, type Currency, isCurrency } from '@qafila/shared/kernel/currency';
import { MONEY_BOUND, type Money, money, subtract, zero } from '@qafila/shared/kernel/money';
import { NotReadable, type XmlNode } from './xml-node';

/** A decimal of a bank file as an exact amount; `undefined` when it is none or finer than the currency. */
export function parseAmount<C extends Currency>(text: string, currency: C): Money<C> | undefined {
  const match = /^(\d{1,15})(?:\.(\d{0,9}))?$/.exec(text);
  if (!match) return undefined;
  const exponent = CURRENCY_EXPONENT[currency];
  const fraction = match[2] ?? '';
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined;
  // The digits are joined as text: a decimal read as a number would already be rounded.
  const digits = Number(`${match[1]}${fraction.slice(0, exponent).padEnd(exponent, '0')}`);
  return Number.isSafeInteger(digits) && digits < MONEY_BOUND ? money(digits, currency) : undefined;
}

/** The amount with the other sign. */
export const negated = <C extends Currency>(amount: Money<C>): Money<C> =>
  subtract(zero(amount.currency), amount);

/** Reads `<Amt Ccy="SAR">`; throws `NotReadable` with the place. */
export function amountOf(node: XmlNode | undefined, place: string): Money {
  const currency = node?.attributes.Ccy ?? '';
  if (!node || !isCurrency(currency)) throw new NotReadable(`${place}/Amt Ccy`);
  const amount = parseAmount(node.text, currency);
  if (!amount) throw new NotReadable(`${place}/Amt`);
  return amount;
}

/** Gives an amount its sign from `CdtDbtInd`: credit is money that came in. */
export function signed(amount: Money, indicator: string, place: string): Money {
  if (indicator === 'CRDT') return amount;
  if (indicator === 'DBIT') return negated(amount);
  throw new NotReadable(`${place}/CdtDbtInd`);
}
