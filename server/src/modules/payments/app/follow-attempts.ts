import { Injectable } from '@nestjs/common';
import { compare } from '@qafila/shared/kernel/money';
import type { AttemptFailure } from '@qafila/shared/payments/attempts.contract';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { Config } from '../../../platform/config/config';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Log } from '../../../platform/log/log';
import { People } from '../../identity/identity.api';
import { payerPhonePlace } from '../db/attempt.mapper';
import { AttemptRepository } from '../db/attempt.repository';
import { OrderMoneyRepository } from '../db/order-money.repository';
import { StandingRepository } from '../db/standing.repository';
import { type Attempt, isLive, type RemoteGatewayId } from '../domain/attempts/attempt';
import type { StartInput } from '../domain/gateways/gateway';
import { GatewayFailure, OutcomeUnknown } from '../domain/gateways/gateway-failure';
import { OpenGateways } from '../gateways/open-gateways';
import { ApplyOutcome, LOOK_AGAIN_MS } from './apply-outcome';
import { AskGateway } from './ask-gateway';

/** Longer than any talk with a gateway takes: a worker that died leaves its attempts to the next one. */
const HOLD_MS = 3 * 60_000;
const AT_ONCE = 20;
/** After an answer that was lost. */
const TRY_AGAIN_MS = 15_000;

/** Looks at every attempt that is due: just started, ended, told by a hook, or not asked for two minutes. */
@Injectable()
export class FollowAttempts {
  /** Why each gateway gave no answer the last time; `null` where it gave one. */
  private readonly heard = new Map<RemoteGatewayId, string | null>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly orders: OrderMoneyRepository,
    private readonly people: People,
    private readonly gateways: OpenGateways,
    private readonly standings: StandingRepository,
    private readonly ask: AskGateway,
    private readonly apply: ApplyOutcome,
    private readonly cipher: FieldCipher,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const { now, until } = this.hold();
      const due = await this.apart((tx) => this.attempts.claim(tx, { now, until, atMost: AT_ONCE }));
      if (due.length === 0) return;
      // What ends goes first: what takes its place waits for it.
      for (const isEnding of [true, false]) {
        const some = due.filter((attempt) => attempt.isEnding === isEnding);
        await Promise.all(some.map((attempt) => this.follow(attempt, until)));
      }
      await this.tellStanding();
    }
  }

  private hold(): { readonly now: Date; readonly until: Date } {
    const now = this.clock.now();
    return { now, until: new Date(now.getTime() + HOLD_MS) };
  }

  private async follow(attempt: Attempt, heldUntil: Date): Promise<void> {
    const gateway = this.gateways.find(attempt.gateway);
    try {
      if (!gateway) return await this.postpone(attempt, heldUntil, LOOK_AGAIN_MS);
      if (attempt.ref === null && (await this.hasOther(attempt)))
        return await this.postpone(attempt, heldUntil, TRY_AGAIN_MS);
      const outcome = await this.ask.run(gateway, attempt, () =>
        this.apart((tx) => this.inputOf(tx, attempt)),
      );
      this.heard.set(attempt.gateway, null);
      await this.apart((tx) => this.apply.run(tx, attempt, { outcome, heldUntil }));
    } catch (error) {
      const isOutside = error instanceof GatewayFailure;
      // One answer among them is enough: the gateway is there.
      if (error instanceof OutcomeUnknown && !this.heard.has(attempt.gateway))
        this.heard.set(attempt.gateway, error.message);
      this.log[isOutside ? 'warn' : 'error']('attempt not followed', {
        attemptId: attempt.id,
        error: String(error),
      });
      await this.postpone(attempt, heldUntil, TRY_AGAIN_MS);
    }
  }

  /**
   * Ends the attempts before this one first, so that no two pages of an order can be paid. One whose gateway cannot
   * end an open page runs out by itself: what comes of it is let go, or booked.
   */
  private async hasOther(attempt: Attempt): Promise<boolean> {
    const { companyId, orderId } = attempt;
    const others = (): Promise<Attempt[]> =>
      this.apart(async (tx) => {
        const all = await this.attempts.ofOrder(tx, companyId, orderId);
        return all.filter((each) => each.id !== attempt.id && isLive(each) && each.isEnding);
      });
    for (const other of await others()) {
      const held = this.hold();
      if (await this.apart((tx) => this.attempts.claimOne(tx, other, held)))
        await this.follow(other, held.until);
    }
    const left = await others();
    return left.some((each) => this.gateways.find(each.gateway)?.capabilities.cancelOpen);
  }

  private async inputOf(tx: Tx, attempt: Attempt): Promise<StartInput | AttemptFailure> {
    const order = await this.orders.of(tx, attempt.companyId, attempt.orderId);
    if (!order.waitsForMoney)
      return compare(order.due, attempt.amount) < 0 ? 'paid_meanwhile' : 'not_waiting';
    if (compare(order.due, attempt.amount) !== 0) return 'paid_meanwhile';
    const people = await this.people.contactsOf(tx, [attempt.startedBy]);
    const { name, email, locale } = oneRow([...people.values()]);
    const origin = this.config.values.PUBLIC_ORIGIN;
    const page = `${origin}/orders/${order.orderId}`;
    const [street = '', ...rest] = order.addressLines;
    return {
      ourRef: attempt.id,
      orderCode: order.code,
      amount: attempt.pay,
      method: attempt.method,
      take: 'now',
      locale,
      // One address for every end: noon takes no query, and coming back says nothing of the payment.
      returnUrl: page,
      cancelUrl: page,
      hookUrl: `${origin}/api/payments/hooks/${attempt.gateway}`,
      expiresAt: attempt.expiresAt,
      contact: {
        name,
        email,
        phone: await this.phoneOf(attempt),
        street,
        city: rest.join(', '),
        postalCode: '',
        country: order.country,
      },
    };
  }

  private async phoneOf({ companyId, id, phoneSealed }: Attempt): Promise<string> {
    if (phoneSealed === null) return '';
    return (await this.cipher.sealerFor(companyId)).open(payerPhonePlace(id), phoneSealed);
  }

  /** Whoever offers methods sits in another process, with lines of its own: it is told how gateways answered. */
  private async tellStanding(): Promise<void> {
    const now = [...this.heard].map(([gateway, fault]) => ({ gateway, fault }));
    this.heard.clear();
    await this.apart((tx) => this.standings.note(tx, this.clock.now(), now));
  }

  private postpone(attempt: Attempt, heldUntil: Date, milliseconds: number): Promise<void> {
    const at = this.clock.now();
    const next = new Date(at.getTime() + milliseconds);
    return this.apart((tx) => this.attempts.postpone(tx, attempt, { heldUntil, at, next }));
  }

  private apart<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.runApart(systemScope('payments at gateways'), work);
  }
}
