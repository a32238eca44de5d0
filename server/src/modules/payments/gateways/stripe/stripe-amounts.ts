import { CURRENCY_EXPONENT, isCurrency } from '@qafila/shared/kernel/currency';
import { type Money, money } from '@qafila/shared/kernel/money';
import { GatewayRefused, OutcomeUnknown } from '../../domain/gateways/gateway-failure';

/** An amount in Stripe's smallest unit. Of three decimals the last must be 0: there is no smaller coin. */
export function toStripe(amount: Money): { readonly amount: number; readonly currency: string } {
  if (CURRENCY_EXPONENT[amount.currency] === 3 && !String(amount.minor).endsWith('0')) {
    throw new GatewayRefused('stripe', 'amount_not_representable');
  }
  return { amount: amount.minor, currency: amount.currency.toLowerCase() };
}

/** An amount of Stripe's as ours. */
export function fromStripe(amount: number | null, currency: string | null): Money {
  const code = currency?.toUpperCase();
  if (amount === null || !isCurrency(code)) throw new OutcomeUnknown('stripe', `an amount in ${currency}`);
  return money(amount, code);
}
