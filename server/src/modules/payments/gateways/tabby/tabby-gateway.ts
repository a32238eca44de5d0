import { decimalOf } from '@qafila/shared/kernel/decimal';
import { isZero, type Money } from '@qafila/shared/kernel/money';
import { methodsOf } from '@qafila/shared/payments/methods.rules';
import type { Clock } from '../../../../platform/clock/clock';
import type { OutsideLine } from '../../../../platform/outside/outside-line';
import type {
  Capabilities,
  Gateway,
  Hint,
  Hook,
  RefundInput,
  StartInput,
  StartResult,
} from '../../domain/gateways/gateway';
import { NotSupported, OutcomeUnknown, PaymentNotFound } from '../../domain/gateways/gateway-failure';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import type { IdempotencyKey } from '../../domain/gateways/idempotency-key';
import type { RefundSnapshot, Snapshot } from '../../domain/gateways/snapshot';
import { JsonLine } from '../json-line';
import { listsNothing } from '../not-supported';
import { once } from '../once';
import {
  partOf,
  paymentSchema,
  paymentsSchema,
  refundOf,
  sessionSchema,
  snapshotOf,
  type TabbyPayment,
} from './tabby-answers';
import { type AgreedHeader, verifyTabbyHook } from './tabby-hook';

const PAGE = 20;
const LOOK_BACK_MS = 86_400_000;

/** Our account at Tabby. */
export interface TabbyAccount {
  readonly key: string;
  readonly merchantCode: string;
  readonly hookHeader: AgreedHeader;
}

/** Tabby: the person approves there, we take the money afterwards, and closing without taking lets it go. */
export class TabbyGateway implements Gateway {
  readonly id = 'tabby';
  readonly capabilities: Capabilities = {
    methods: methodsOf('tabby'),
    authorise: true,
    partialCapture: true,
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
    private readonly account: TabbyAccount,
    line: OutsideLine,
    private readonly clock: Clock,
  ) {
    this.json = new JsonLine('tabby', line, `Bearer ${account.key}`);
  }

  /** Sent once: a session whose answer was lost has a page that nobody knows, and ends by itself. */
  async start(given: StartInput, _key: IdempotencyKey): Promise<StartResult> {
    const body = sessionOf(given, this.account.merchantCode);
    const call = { method: 'POST', path: '/api/v2/checkout', body, mayRepeat: false } as const;
    const { status, payment, configuration } = await this.json.ask(call, sessionSchema);
    const code = configuration.products?.installments?.rejection_reason ?? 'not_available';
    if (status === 'rejected') return { kind: 'rejected', code };
    const page = configuration.available_products.installments?.[0];
    if (!page) throw new OutcomeUnknown('tabby', 'a session without its page');
    return { kind: 'redirect', ref: gatewayRef(payment.id), url: page.web_url };
  }

  async fetch(ref: GatewayRef): Promise<Snapshot> {
    return this.told(await this.read(ref));
  }

  /** Of several with the reference, the one whose page was used; else the last one made. */
  async findByReference(ourRef: string): Promise<Snapshot | null> {
    const found: Snapshot[] = [];
    for (let offset = 0, total = 1; offset < total; offset += PAGE) {
      const page = await this.page(offset);
      const ours = page.payments.filter(({ order }) => order.reference_id === ourRef);
      found.push(...ours.map((payment) => this.told(payment)));
      total = Number(page.pagination.total_count);
    }
    return found.find(({ authorised }) => !isZero(authorised)) ?? found[0] ?? null;
  }

  async capture(ref: GatewayRef, amount: Money, key: IdempotencyKey): Promise<Snapshot> {
    const payment = await once({
      read: () => this.read(ref),
      isDone: ({ captures }) => partOf(captures, key) !== undefined,
      send: () => this.change(ref, 'captures', { amount: decimalOf(amount), reference_id: key }),
    });
    return this.told(payment);
  }

  async cancel(ref: GatewayRef, _key: IdempotencyKey): Promise<Snapshot> {
    const payment = await once({
      read: () => this.read(ref),
      isDone: ({ status, captures }) =>
        status !== 'CREATED' && (status !== 'AUTHORIZED' || captures.length > 0),
      send: ({ status }) => {
        if (status === 'CREATED') throw new NotSupported('tabby', 'an open page ends by itself');
        return this.change(ref, 'close', {});
      },
    });
    return this.told(payment);
  }

  async refund({ ref, amount, reason }: RefundInput, key: IdempotencyKey): Promise<RefundSnapshot> {
    const payment = await once({
      read: () => this.read(ref),
      isDone: ({ refunds }) => partOf(refunds, key) !== undefined,
      send: () => this.change(ref, 'refunds', { amount: decimalOf(amount), reason, reference_id: key }),
    });
    return this.foundRefund(payment, partOf(payment.refunds, key));
  }

  async fetchRefund(ref: GatewayRef, refundId: string): Promise<RefundSnapshot> {
    const payment = await this.read(ref);
    return this.foundRefund(
      payment,
      payment.refunds.find(({ id }) => id === refundId),
    );
  }

  verifyHook(hook: Hook, _now: Date): Hint {
    return verifyTabbyHook(hook, this.account.hookHeader);
  }

  listSince(_since: Date): AsyncIterable<GatewayRef> {
    return listsNothing('tabby');
  }

  private told(payment: TabbyPayment): Snapshot {
    return snapshotOf(payment, this.clock.now());
  }

  private read(ref: GatewayRef): Promise<TabbyPayment> {
    const path = `/api/v2/payments/${encodeURIComponent(ref)}`;
    return this.json.ask({ method: 'GET', path, mayRepeat: true }, paymentSchema);
  }

  private page(offset: number) {
    const since = new Date(this.clock.now().getTime() - LOOK_BACK_MS).toISOString();
    const query = new URLSearchParams({
      created_at__gte: since,
      limit: String(PAGE),
      offset: String(offset),
    });
    return this.json.ask(
      { method: 'GET', path: `/api/v2/payments?${query}`, mayRepeat: true },
      paymentsSchema,
    );
  }

  private change(
    ref: GatewayRef,
    act: 'captures' | 'refunds' | 'close',
    body: object,
  ): Promise<TabbyPayment> {
    const path = `/api/v2/payments/${encodeURIComponent(ref)}/${act}`;
    return this.json.ask({ method: 'POST', path, body, mayRepeat: false }, paymentSchema);
  }

  private foundRefund(
    payment: TabbyPayment,
    part: TabbyPayment['refunds'][number] | undefined,
  ): RefundSnapshot {
    if (!part) throw new PaymentNotFound('tabby', 'the payment has no such refund');
    return refundOf(payment, part, gatewayRef(payment.id));
  }
}

/** What Tabby asks for, and no history of orders: that would be data about the trader it need not have. */
function sessionOf(given: StartInput, merchantCode: string): unknown {
  const { contact } = given;
  const amount = decimalOf(given.amount);
  const name = `Order ${given.orderCode}`;
  return {
    payment: {
      amount,
      currency: given.amount.currency,
      description: name,
      buyer: { name: contact.name, email: contact.email, phone: contact.phone },
      shipping_address: { city: contact.city, address: contact.street, zip: contact.postalCode },
      order: {
        reference_id: given.ourRef,
        items: [
          {
            title: name,
            quantity: 1,
            unit_price: amount,
            category: 'wholesale',
            reference_id: given.orderCode,
          },
        ],
      },
    },
    lang: given.locale === 'ar' ? 'ar' : 'en',
    merchant_code: merchantCode,
    merchant_urls: { success: given.returnUrl, cancel: given.cancelUrl, failure: given.returnUrl },
  };
}
