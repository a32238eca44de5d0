import { decimalOf } from '@qafila/shared/kernel/decimal';
import { compare, type Money, zero } from '@qafila/shared/kernel/money';
import { methodsOf } from '@qafila/shared/payments/methods.rules';
import type { Clock } from '../../../../platform/clock/clock';
import { Digits } from '../../../../platform/outside/lossless-json';
import type { OutsideLine } from '../../../../platform/outside/outside-line';
import type {
  Capabilities,
  Contact,
  Gateway,
  Hint,
  Hook,
  RefundInput,
  StartInput,
  StartResult,
} from '../../domain/gateways/gateway';
import { NotSupported, PaymentNotFound } from '../../domain/gateways/gateway-failure';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import type { IdempotencyKey } from '../../domain/gateways/idempotency-key';
import type { RefundSnapshot, Snapshot } from '../../domain/gateways/snapshot';
import { JsonLine } from '../json-line';
import { listsNothing } from '../not-supported';
import { once } from '../once';
import {
  amountOf,
  checkoutSchema,
  doneSchema,
  isTaken,
  orderSchema,
  refundOf,
  snapshotOf,
  type TamaraOrder,
  type TamaraRefund,
} from './tamara-answers';
import { verifyTamaraHook } from './tamara-hook';

/** Our account at Tamara. */
export interface TamaraAccount {
  readonly key: string;
  /** Notification tokens: the one in use, and the one before it while it is being replaced. */
  readonly hookSecrets: readonly string[];
}

/**
 * Tamara: the person approves there, we authorise and take within three days. Captures carry no reference of ours, so
 * a part taken twice could not be told from two parts: an order is taken whole.
 */
export class TamaraGateway implements Gateway {
  readonly id = 'tamara';
  readonly capabilities: Capabilities = {
    methods: methodsOf('tamara'),
    authorise: true,
    partialCapture: false,
    cancelOpen: false,
    void: true,
    repeatableStart: false,
    refund: true,
    partialRefund: true,
    asyncRefund: false,
    hostedPage: true,
    hooks: true,
    hookIds: false,
    lists: false,
  };
  private readonly json: JsonLine;

  constructor(
    private readonly account: TamaraAccount,
    line: OutsideLine,
    private readonly clock: Clock,
  ) {
    this.json = new JsonLine('tamara', line, `Bearer ${account.key}`);
  }

  /** Sent once: an order whose answer was lost has a page that nobody knows, and ends by itself. */
  async start(given: StartInput, _key: IdempotencyKey): Promise<StartResult> {
    const call = { method: 'POST', path: '/checkout', body: checkoutOf(given), mayRepeat: false } as const;
    const { order_id: id, checkout_url: url, status } = await this.json.ask(call, checkoutSchema);
    if (status !== 'new') return { kind: 'rejected', code: status };
    return { kind: 'redirect', ref: gatewayRef(id), url };
  }

  async fetch(ref: GatewayRef): Promise<Snapshot> {
    return this.told(await this.read(ref));
  }

  async findByReference(ourRef: string): Promise<Snapshot | null> {
    const path = `/merchants/orders/reference-id/${encodeURIComponent(ourRef)}`;
    try {
      return this.told(await this.json.ask({ method: 'GET', path, mayRepeat: true }, orderSchema));
    } catch (error) {
      if (error instanceof PaymentNotFound) return null;
      throw error;
    }
  }

  async capture(ref: GatewayRef, amount: Money, _key: IdempotencyKey): Promise<Snapshot> {
    const order = await once({
      read: () => this.read(ref),
      isDone: isTaken,
      send: async (now) => {
        if (compare(amount, amountOf(now.total_amount)) < 0) {
          throw new NotSupported('tamara', 'an order is taken whole');
        }
        await this.authorise(ref);
        await this.post('/payments/capture', { order_id: ref, total_amount: numbers(amount) });
      },
    });
    return this.told(order);
  }

  async cancel(ref: GatewayRef, _key: IdempotencyKey): Promise<Snapshot> {
    const order = await once({
      read: () => this.read(ref),
      isDone: ({ status }) => !['new', 'approved', 'authorised'].includes(status),
      send: ({ status, total_amount }) => {
        if (status === 'new') throw new NotSupported('tamara', 'an open page ends by itself');
        return this.post(`${pathOf(ref)}/cancel`, { total_amount: numbers(amountOf(total_amount)) });
      },
    });
    return this.told(order);
  }

  async refund({ ref, amount, reason }: RefundInput, key: IdempotencyKey): Promise<RefundSnapshot> {
    const body = { total_amount: numbers(amount), comment: reason, merchant_refund_id: key };
    const isOurs = ({ merchant_refund_id }: TamaraRefund): boolean => merchant_refund_id === key;
    const order = await once({
      read: () => this.read(ref),
      isDone: ({ transactions }) => transactions.refunds.some(isOurs),
      send: () => this.post(`/payments/simplified-refund/${encodeURIComponent(ref)}`, body),
    });
    return this.foundRefund(order, isOurs);
  }

  async fetchRefund(ref: GatewayRef, refundId: string): Promise<RefundSnapshot> {
    return this.foundRefund(await this.read(ref), ({ refund_id }) => refund_id === refundId);
  }

  verifyHook(hook: Hook, now: Date): Hint {
    return verifyTamaraHook(hook, this.account.hookSecrets, now);
  }

  listSince(_since: Date): AsyncIterable<GatewayRef> {
    return listsNothing('tamara');
  }

  /** Money is sure from here on; without it the order expires after 72 hours. */
  private async authorise(ref: GatewayRef): Promise<void> {
    await once({
      read: () => this.read(ref),
      isDone: ({ status }) => status !== 'approved',
      send: () => this.post(`${pathOf(ref)}/authorise`, {}),
    });
  }

  private told(order: TamaraOrder): Snapshot {
    return snapshotOf(order, this.clock.now());
  }

  private read(ref: GatewayRef): Promise<TamaraOrder> {
    return this.json.ask({ method: 'GET', path: pathOf(ref), mayRepeat: true }, orderSchema);
  }

  private post(path: string, body: object): Promise<unknown> {
    return this.json.ask({ method: 'POST', path, body, mayRepeat: false }, doneSchema);
  }

  private foundRefund(order: TamaraOrder, isWanted: (refund: TamaraRefund) => boolean): RefundSnapshot {
    const refund = order.transactions.refunds.find(isWanted);
    if (!refund) throw new PaymentNotFound('tamara', 'the order has no such refund');
    return refundOf(refund, gatewayRef(order.order_id));
  }
}

const pathOf = (ref: GatewayRef): string => `/orders/${encodeURIComponent(ref)}`;

/** An amount as Tamara takes it: a JSON number in major units, written digit by digit. */
const numbers = (amount: Money): object => ({
  amount: new Digits(decimalOf(amount)),
  currency: amount.currency,
});

function checkoutOf(given: StartInput): unknown {
  const { contact, amount } = given;
  const name = `Order ${given.orderCode}`;
  const none = numbers(zero(amount.currency));
  const item = {
    reference_id: given.orderCode,
    type: 'Physical',
    name,
    sku: given.orderCode,
    quantity: new Digits('1'),
    unit_price: numbers(amount),
    total_amount: numbers(amount),
  };
  return {
    order_reference_id: given.ourRef,
    order_number: name,
    total_amount: numbers(amount),
    description: name,
    country_code: contact.country,
    payment_type: 'PAY_BY_INSTALMENTS',
    locale: given.locale === 'ar' ? 'ar_SA' : 'en_US',
    items: [item],
    consumer: { ...namesOf(contact), phone_number: contact.phone, email: contact.email },
    shipping_address: {
      ...namesOf(contact),
      line1: contact.street,
      city: contact.city,
      country_code: contact.country,
      phone_number: contact.phone,
    },
    tax_amount: none,
    shipping_amount: none,
    merchant_url: {
      success: given.returnUrl,
      failure: given.returnUrl,
      cancel: given.cancelUrl,
      notification: given.hookUrl,
    },
  };
}

/** Tamara asks for two names; the last word stands for the family's. */
function namesOf({ name }: Contact): { readonly first_name: string; readonly last_name: string } {
  const words = name.trim().split(/\s+/);
  return { first_name: words.slice(0, -1).join(' ') || name, last_name: words.at(-1) ?? name };
}
