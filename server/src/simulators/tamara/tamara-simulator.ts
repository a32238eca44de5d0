import { shown } from '../kernel/decimals';
import { formBody, html, json, route, type SimAnswer, type SimRequest, seeOther } from '../kernel/exchange';
import type { HookLine, WireHook } from '../kernel/hook-line';
import { type Choice, localeOf, simPage } from '../kernel/page';
import type { SimParts } from '../kernel/sim-parts';
import { type Simulator, UnknownWord } from '../kernel/simulator';
import { TamaraApi } from './tamara-api';
import { orderObject, type Part, rawJson, type TamaraOrder } from './tamara-order';
import { TOKEN_KINDS, type TokenKind, tokenOf } from './tamara-token';

const PAGE = '/tamara/';
const OWN = /^\/(checkout$|orders\/|merchants\/|payments\/|tamara\/)/;

export interface TamaraAccount {
  readonly key: string;
  /** The notification token that signs what comes with hooks. */
  readonly hookSecret: string;
  readonly hookUrl: string;
}

/** Tamara: approved by the person, authorised and captured by us, each within its time. */
export class TamaraSimulator implements Simulator {
  readonly name = 'tamara';
  readonly hooks: HookLine;
  private readonly api: TamaraApi;
  private tokenKind: TokenKind = 'right';

  constructor(
    private readonly account: TamaraAccount,
    private readonly parts: SimParts,
  ) {
    this.hooks = parts.hooks;
    this.api = new TamaraApi(parts, (order, event, part) => this.tell(order, event, part));
  }

  owns(path: string): boolean {
    return OWN.test(path);
  }

  answer(request: SimRequest): SimAnswer | null {
    if (request.path.startsWith(PAGE)) return this.page(request);
    if (request.headers.authorization !== `Bearer ${this.account.key}`)
      return json(401, { message: 'Unauthorized' });
    return route(this.api.routes, request);
  }

  tick(): void {
    this.api.tick();
  }

  /** `automatic`, `by_hand`, or the kind of token that hooks carry from now on. */
  expect(outcome: string): void {
    const kind = TOKEN_KINDS.find((each) => each === outcome);
    if (kind) this.tokenKind = kind;
    else if (outcome === 'automatic' || outcome === 'by_hand') this.api.isAutomatic = outcome === 'automatic';
    else throw new UnknownWord(`tamara: ${outcome}`);
  }

  twist(ref: string, twist: string): void {
    const order = this.api.orders.find(({ id }) => id === ref);
    const act = order && { ...twistsOf(order), authorise: () => this.api.move(order, 'authorised') }[twist];
    if (!act) throw new UnknownWord(`tamara: ${twist} of ${ref}`);
    act();
  }

  state(): unknown {
    return { orders: this.api.orders.map((order): unknown => JSON.parse(rawJson(orderObject(order)))) };
  }

  private page(request: SimRequest): SimAnswer {
    const order = this.api.orders.find(({ id }) => id === request.path.slice(PAGE.length));
    if (!order) return html('<!doctype html><title>404</title><p>404', 404);
    const isOpen = order.status === 'new';
    if (request.method === 'POST' && isOpen) {
      const back = this.press(order, formBody(request).get('do') ?? '');
      if (back !== null) return seeOther(back);
    }
    const about = {
      gateway: 'Tamara',
      order: order.number,
      amount: shown(order.amount, order.currency),
      title: 'pay',
    } as const;
    const page = isOpen ? { ...about, choices: CHOICES } : { ...about, text: 'over' as const, choices: [] };
    return simPage(page, localeOf(request, order.locale));
  }

  private press(order: TamaraOrder, pressed: string): string | null {
    if (pressed === 'cancel') return order.urls.cancel;
    if (pressed === 'approve') {
      this.api.approve(order);
      return order.urls.success;
    }
    if (pressed !== 'decline') return null;
    this.api.move(order, 'declined');
    return order.urls.failure;
  }

  private tell(order: TamaraOrder, event: string, part?: Part): void {
    const body = JSON.stringify({
      order_id: order.id,
      order_reference_id: order.reference,
      order_number: order.number,
      event_type: event,
      data: part ? [{ id: part.id }] : [],
    });
    this.hooks.push(event, () => this.written(body));
  }

  /** The token stands in the query and in the header. */
  private written(body: string): WireHook {
    const token = tokenOf(this.tokenKind, this.account.hookSecret, this.parts.clock.seconds());
    const url = `${this.account.hookUrl}?${new URLSearchParams({ tamaraToken: token })}`;
    return { url, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body };
  }
}

const CHOICES: readonly Choice[] = [
  { value: 'approve', says: 'approve', kind: 'main' },
  { value: 'decline', says: 'decline' },
  { value: 'cancel', says: 'cancel', kind: 'quiet' },
];

const twistsOf = (order: TamaraOrder): Record<string, () => void> => ({
  less: () => {
    order.amount -= 1;
  },
  currency: () => {
    order.currency = 'AED';
  },
  unknown: () => {
    order.status = 'quarantined';
  },
});
