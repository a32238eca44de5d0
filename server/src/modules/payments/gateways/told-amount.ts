import { isCurrency } from '@qafila/shared/kernel/currency';
import { amountOfDecimal } from '@qafila/shared/kernel/decimal';
import type { Money } from '@qafila/shared/kernel/money';
import type { GatewayId } from '@qafila/shared/payments/methods';
import { OutcomeUnknown } from '../domain/gateways/gateway-failure';

/** An amount as a gateway tells it. One that cannot be read leaves the outcome unknown: nothing is guessed. */
export function toldAmount(gateway: GatewayId, text: string, currency: string): Money {
  const amount = isCurrency(currency) ? amountOfDecimal(text, currency) : undefined;
  if (!amount) throw new OutcomeUnknown(gateway, `an amount of ${text} ${currency}`);
  return amount;
}
