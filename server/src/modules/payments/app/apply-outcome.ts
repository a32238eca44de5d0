import { Injectable } from '@nestjs/common';
import { subtract } from '@qafila/shared/kernel/money';
import type { AttemptFlag } from '@qafila/shared/payments/attempts.contract';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { AttemptRepository, type NextLook } from '../db/attempt.repository';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository } from '../db/ledger.repository';
import { OrderMoneyRepository, type PayableByGateway } from '../db/order-money.repository';
import { type Attempt, isLive } from '../domain/attempts/attempt';
import { disputedMinor, entriesFor, isPaidTwice } from '../domain/attempts/attempt-entries';
import { follow, stateAfter } from '../domain/attempts/follow-snapshot';
import type { Snapshot } from '../domain/gateways/snapshot';
import { least, type NewEntry, notNegative } from '../domain/ledger-entry';
import type { Outcome } from './ask-gateway';
import { Ledger } from './ledger';

const MINUTE_MS = 60_000;
/** How long a live attempt is left alone when no hook tells anything. */
export const LOOK_AGAIN_MS = 2 * MINUTE_MS;

/**
 * Brings attempt and ledger to what the gateway answered, in one transaction: the order is locked first, then the
 * attempt, so that every answer is booked once, whoever brings it and in whichever order.
 */
@Injectable()
export class ApplyOutcome {
  constructor(
    private readonly orders: Orders,
    private readonly instructions: InstructionRepository,
    private readonly money: OrderMoneyRepository,
    private readonly attempts: AttemptRepository,
    private readonly credit: LedgerRepository,
    private readonly ledger: Ledger,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Tx,
    asked: Pick<Attempt, 'companyId' | 'id' | 'orderId'>,
    given: { outcome: Outcome; heldUntil: Date },
  ) {
    const { companyId, orderId } = asked;
    await this.orders.lock(tx, { companyId, id: orderId });
    await this.instructions.lock(tx, companyId, orderId);
    const attempt = await this.attempts.lock(tx, asked);
    const { outcome, heldUntil } = given;
    const at = this.clock.now();
    if (outcome.kind === 'placed') {
      // Somebody ended it while its page was made: it is looked at again at once.
      const next = attempt.isEnding ? at : new Date(at.getTime() + LOOK_AGAIN_MS);
      await this.attempts.place(tx, attempt, { ...outcome, heldUntil, at, next });
    } else if (outcome.kind === 'told')
      await this.follow(tx, attempt, { told: outcome.snapshot, heldUntil, at });
    else await this.end(tx, attempt, { failure: outcome.failure, look: { heldUntil, at, next: null } });
  }

  private async end(
    tx: Tx,
    attempt: Attempt,
    { failure, look }: { failure: Attempt['failure']; look: NextLook },
  ): Promise<void> {
    const isUnstarted = failure === 'lost' || failure === 'paid_meanwhile' || failure === 'not_waiting';
    const over =
      attempt.isEnding || failure === 'paid_meanwhile' || failure === 'not_waiting' ? 'cancelled' : 'expired';
    const state = stateAfter(attempt.state, isUnstarted ? over : 'failed');
    const { flag, ref, bookedMinor, disputedMinor: disputed } = attempt;
    const { settledFlag, dispute } = attempt;
    const known = { flag, settledFlag, dispute, ref, bookedMinor, disputedMinor: disputed };
    const found = { ...known, state, failure, rawState: null };
    await this.attempts.advance(tx, attempt, { ...found, ...look });
    await this.tell(tx, attempt, { state, flag });
  }

  private async follow(
    tx: Tx,
    attempt: Attempt,
    { told, heldUntil, at }: { told: Snapshot; heldUntil: Date; at: Date },
  ): Promise<void> {
    const order = await this.money.of(tx, attempt.companyId, attempt.orderId);
    const entries = await this.entries(tx, attempt, { told, order });
    const isOver = order.state === 'expired' || order.state === 'cancelled';
    const followed = follow(attempt, told, { isOver });
    const flag = followed.flag ?? (isPaidTwice(entries) ? 'twice' : null);
    // What was just booked is looked at once more: its order may have ended meanwhile, or been opened again.
    const isWaiting = isLive(followed) || entries.length > 0;
    await this.attempts.advance(tx, attempt, {
      ...followed,
      flag,
      ref: told.ref,
      bookedMinor: Math.max(attempt.bookedMinor, told.captured.minor),
      disputedMinor: entries.some(({ kind }) => kind.startsWith('dispute'))
        ? disputedMinor(told)
        : attempt.disputedMinor,
      rawState: told.rawState,
      dispute: told.dispute,
      heldUntil,
      at,
      next: isWaiting ? new Date(at.getTime() + LOOK_AGAIN_MS) : null,
    });
    await this.ledger.book(tx, entries);
    await this.tell(tx, attempt, { state: followed.state, flag });
  }

  private async entries(
    tx: Tx,
    attempt: Attempt,
    { told, order }: { told: Snapshot; order: PayableByGateway },
  ): Promise<NewEntry[]> {
    await this.credit.lockCredit(tx, [attempt.companyId]);
    const { currency } = order.total;
    // Credit that was used, was paid out or is on its way out is not there to be taken back.
    const free = notNegative(await this.credit.freeCreditOf(tx, attempt.companyId, currency));
    const isCancelled = order.state === 'cancelled';
    return entriesFor(attempt, told, {
      // What a cancelled order holds less than nothing, its company owes.
      due: isCancelled ? notNegative(subtract(order.over, order.received)) : order.due,
      over: least(free, order.over),
      free,
      isCancelled,
      isOnOrder: await this.credit.isOnOrder(tx, attempt),
    });
  }

  private async tell(
    tx: Tx,
    attempt: Attempt,
    now: { readonly state: Attempt['state']; readonly flag: AttemptFlag | null },
  ): Promise<void> {
    const about = { companyId: attempt.companyId, subject: { kind: 'order' as const, id: attempt.orderId } };
    if (now.flag !== null && now.flag !== attempt.flag)
      await this.audit.record(tx, {
        ...about,
        event: 'payments.payment_flagged',
        after: { attemptId: attempt.id, flag: now.flag },
      });
    const isOver = isLive(attempt) && !isLive(now) && now.state !== 'captured' && now.state !== 'disputed';
    if (isOver)
      await this.audit.record(tx, {
        ...about,
        event: 'payments.payment_ended',
        after: { attemptId: attempt.id, state: now.state },
      });
  }
}
