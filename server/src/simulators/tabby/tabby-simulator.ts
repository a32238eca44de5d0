import { shown } from '../kernel/decimals';
import { formBody, html, json, route, type SimAnswer, type SimRequest, seeOther } from '../kernel/exchange';
import type { HookLine } from '../kernel/hook-line';
import { type Choice, localeOf, simPage } from '../kernel/page';
import type { SimParts } from '../kernel/sim-parts';
import { type Simulator, UnknownWord } from '../kernel/simulator';
import { TabbyApi } from './tabby-api';
import { paymentObject, type TabbyPayment } from './tabby-payment';

const PAGE = '/tabby/';
const LIFE_MS = 30 * 60_000;

export interface TabbyAccount {
  readonly key: string;
  /** Name and value of the header that was agreed for hooks: all that proves them. */
  readonly hookHeader: string;
  readonly hookSecret: string;
  readonly hookUrl: string;
}

/** Tabby in Saudi Arabia: a page that approves or not, money taken by us, hooks that prove little. */
export class TabbySimulator implements Simulator {
  readonly name = 'tabby';
  readonly hooks: HookLine;
  private readonly api: TabbyApi;

  constructor(
    private readonly account: TabbyAccount,
    private readonly parts: SimParts,
  ) {
    this.hooks = parts.hooks;
    this.api = new TabbyApi(parts, (payment) => this.tell(payment));
  }

  owns(path: string): boolean {
    return path.startsWith('/api/v2/') || path.startsWith(PAGE);
  }

  answer(request: SimRequest): SimAnswer | null {
    if (request.path.startsWith(PAGE)) return this.page(request);
    if (request.headers.authorization !== `Bearer ${this.account.key}`) {
      return json(401, { status: 'error', errorType: 'not_authorized', error: 'not_authorized' });
    }
    return route(this.api.routes, request);
  }

  tick(): void {
    const oldest = this.parts.clock.now().getTime() - LIFE_MS;
    for (const payment of this.api.payments) {
      if (payment.status === 'CREATED' && payment.createdAt.getTime() <= oldest)
        this.api.move(payment, 'EXPIRED');
    }
  }

  expect(outcome: string): void {
    throw new UnknownWord(`tabby: ${outcome}; its page has a button for each outcome`);
  }

  twist(ref: string, twist: string): void {
    const payment = this.api.payments.find(({ id }) => id === ref);
    const act = payment && twistsOf(payment)[twist];
    if (!act) throw new UnknownWord(`tabby: ${twist} of ${ref}`);
    act();
  }

  state(): unknown {
    return { payments: this.api.payments.map((payment) => paymentObject(payment)) };
  }

  private page(request: SimRequest): SimAnswer {
    const payment = this.api.payments.find(({ id }) => id === request.path.slice(PAGE.length));
    if (!payment) return html('<!doctype html><title>404</title><p>404', 404);
    if (request.method === 'POST' && payment.status === 'CREATED') {
      const end = ENDS[formBody(request).get('do') ?? ''];
      if (end?.status) this.api.move(payment, end.status);
      if (end) return seeOther(payment.urls[end.back]);
    }
    const isOpen = payment.status === 'CREATED';
    const about = {
      gateway: 'Tabby',
      order: payment.description,
      amount: shown(payment.amount, payment.currency),
      title: 'pay',
    } as const;
    const page = isOpen ? { ...about, choices: CHOICES } : { ...about, text: 'over' as const, choices: [] };
    return simPage(page, localeOf(request, payment.lang));
  }

  private tell(payment: TabbyPayment): void {
    const body = JSON.stringify(paymentObject(payment, payment.status.toLowerCase()));
    const headers = {
      'content-type': 'application/json',
      [this.account.hookHeader]: this.account.hookSecret,
    };
    this.hooks.push(payment.status.toLowerCase(), () => ({ url: this.account.hookUrl, headers, body }));
  }
}

const CHOICES: readonly Choice[] = [
  { value: 'approve', says: 'approve', kind: 'main' },
  { value: 'decline', says: 'decline' },
  { value: 'expire', says: 'expire' },
  { value: 'cancel', says: 'cancel', kind: 'quiet' },
];
type End = { readonly status?: string; readonly back: keyof TabbyPayment['urls'] };
/** Who goes back leaves the payment as it is until it expires. */
const ENDS: Readonly<Record<string, End>> = {
  approve: { status: 'AUTHORIZED', back: 'success' },
  decline: { status: 'REJECTED', back: 'failure' },
  expire: { status: 'EXPIRED', back: 'failure' },
  cancel: { back: 'cancel' },
};

const twistsOf = (payment: TabbyPayment): Readonly<Record<string, () => void>> => ({
  less: () => {
    payment.amount -= 1;
  },
  currency: () => {
    payment.currency = 'AED';
  },
  unknown: () => {
    payment.status = 'QUARANTINED';
  },
});
