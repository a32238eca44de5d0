import { decimalOf } from '@qafila/shared/kernel/decimal';
import type { Money } from '@qafila/shared/kernel/money';
import { methodsOf } from '@qafila/shared/payments/methods.rules';
import type { Clock } from '../../../../platform/clock/clock';
import { Digits } from '../../../../platform/outside/lossless-json';
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
import {
  GatewayRefused,
  NotSupported,
  OutcomeUnknown,
  PaymentNotFound,
} from '../../domain/gateways/gateway-failure';
import { type GatewayRef, gatewayRef } from '../../domain/gateways/gateway-ref';
import type { IdempotencyKey } from '../../domain/gateways/idempotency-key';
import type { RefundSnapshot, Snapshot } from '../../domain/gateways/snapshot';
import { type JsonCall, JsonLine } from '../json-line';
import { listsNothing } from '../not-supported';
import { answerSchema, type NoonResult, RESULT, refundOf, snapshotOf } from './noon-answers';
import { verifyNoonHook } from './noon-hook';

const ORDERS = '/payment/v1/order';

/** Our business at noon payments. */
export interface NoonAccount {
  readonly business: string;
  readonly application: string;
  readonly key: string;
  readonly isLive: boolean;
  /** Kind of sale, as noon set it up for this business. */
  readonly category: string;
  readonly hookSecrets: readonly string[];
}

/** mada by noon payments: 3-D Secure always, taken whole at once; nothing is held and nothing let go. */
export class NoonGateway implements Gateway {
  readonly id = 'noon';
  readonly capabilities: Capabilities = {
    methods: methodsOf('noon'),
    authorise: false,
    partialCapture: false,
    cancelOpen: true,
    void: false,
    repeatableStart: true,
    refund: true,
    partialRefund: true,
    asyncRefund: true,
    hostedPage: true,
    hooks: true,
    hookIds: true,
    lists: false,
  };
  private readonly json: JsonLine;

  constructor(
    private readonly account: NoonAccount,
    line: OutsideLine,
    private readonly clock: Clock,
  ) {
    const { business, application, key, isLive } = account;
    const secret = Buffer.from(`${business}.${application}:${key}`).toString('base64');
    this.json = new JsonLine('noon', line, `${isLive ? 'Key_Live' : 'Key_Test'} ${secret}`);
  }

  /** A reference that noon knows already is our own start, made again: its order is taken over. */
  async start(given: StartInput, _key: IdempotencyKey): Promise<StartResult> {
    if (given.take === 'later') throw new NotSupported('noon', 'mada holds no money');
    const { code, result } = await this.call(this.post(this.initiation(given)));
    if (code !== RESULT.ok && code !== RESULT.duplicate) throw new GatewayRefused('noon', code);
    if (!result) throw new OutcomeUnknown('noon', 'an answer without its order');
    const ref = gatewayRef(result.order.id);
    const page = code === RESULT.ok ? result : await this.read(ref);
    if (!page.checkoutData) throw new GatewayRefused('noon', RESULT.duplicate);
    return { kind: 'redirect', ref, url: page.checkoutData.postUrl };
  }

  async fetch(ref: GatewayRef): Promise<Snapshot> {
    return snapshotOf(await this.read(ref), this.clock.now());
  }

  async findByReference(ourRef: string): Promise<Snapshot | null> {
    const path = `${ORDERS}/getbyreference/${encodeURIComponent(ourRef)}`;
    const { code, result } = await this.call({ method: 'GET', path, mayRepeat: true });
    if (code === RESULT.notFound) return null;
    return snapshotOf(this.present(code, result), this.clock.now());
  }

  capture(_ref: GatewayRef, _amount: Money, _key: IdempotencyKey): Promise<Snapshot> {
    return Promise.reject(new NotSupported('noon', 'mada is taken at once'));
  }

  async cancel(ref: GatewayRef, _key: IdempotencyKey): Promise<Snapshot> {
    // Refused where somebody paid meanwhile: the snapshot then says so.
    await this.call(this.post({ apiOperation: 'CANCEL', order: { id: new Digits(ref) } }));
    return this.fetch(ref);
  }

  async refund({ ref, amount }: RefundInput, key: IdempotencyKey): Promise<RefundSnapshot> {
    const transaction = { amount: decimalOf(amount), currency: amount.currency, transactionReference: key };
    const asked = { apiOperation: 'REFUND', order: { id: new Digits(ref) }, transaction };
    const { code, result } = await this.call(this.post(asked));
    if (code === RESULT.duplicate) return this.fetchRefund(ref, key);
    return this.foundRefund(this.present(code, result), key);
  }

  async fetchRefund(ref: GatewayRef, refundId: string): Promise<RefundSnapshot> {
    return this.foundRefund(await this.read(ref), refundId);
  }

  verifyHook(hook: Hook, now: Date): Hint {
    return verifyNoonHook(hook, this.account.hookSecrets, now);
  }

  listSince(_since: Date): AsyncIterable<GatewayRef> {
    return listsNothing('noon');
  }

  private initiation(given: StartInput): unknown {
    return {
      apiOperation: 'INITIATE',
      order: {
        reference: given.ourRef,
        amount: decimalOf(given.amount),
        currency: given.amount.currency,
        name: `Order ${given.orderCode}`,
        channel: 'WEB',
        category: this.account.category,
      },
      configuration: {
        returnUrl: given.returnUrl,
        paymentAction: 'SALE',
        locale: given.locale === 'ar' ? 'ar' : 'en',
      },
    };
  }

  /** Every change is safe to repeat: noon refuses a second start or refund by its reference. */
  private post(body: unknown): JsonCall {
    return { method: 'POST', path: ORDERS, body, mayRepeat: true };
  }

  private async read(ref: GatewayRef): Promise<NoonResult> {
    const { code, result } = await this.call({ method: 'GET', path: `${ORDERS}/${ref}`, mayRepeat: true });
    if (code === RESULT.notFound) throw new PaymentNotFound('noon', ref);
    return this.present(code, result);
  }

  private async call(
    call: JsonCall,
  ): Promise<{ readonly code: string; readonly result: NoonResult | undefined }> {
    const { resultCode, result } = await this.json.ask(call, answerSchema);
    return { code: resultCode, result };
  }

  private present(code: string, result: NoonResult | undefined): NoonResult {
    if (code !== RESULT.ok) throw new GatewayRefused('noon', code);
    if (!result) throw new OutcomeUnknown('noon', 'an answer without its order');
    return result;
  }

  private foundRefund(result: NoonResult, reference: string): RefundSnapshot {
    const refund = refundOf(result, reference);
    if (!refund) throw new OutcomeUnknown('noon', 'the order does not tell the refund');
    return refund;
  }
}
