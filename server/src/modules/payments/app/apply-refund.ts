import { Injectable } from '@nestjs/common';
import { compare } from '@qafila/shared/kernel/money';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { RefundRepository } from '../db/refund.repository';
import { RefundFollowRepository } from '../db/refund-follow.repository';
import type { RefundSnapshot } from '../domain/gateways/snapshot';
import { refundFailed, refundSent, type SentBack } from '../domain/ledger-entry';
import type { Refund } from '../domain/refunds/refund';
import { isWatched, RefundStuck } from '../domain/refunds/refund-trouble';
import { Ledger } from './ledger';
import { LockRefundMoney } from './lock-refund-money';
import { MoveRefund, refundLeft } from './move-refund';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A refund that has not arrived is looked at again when no hook tells anything. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;

/** Brings a refund and the ledger to what its gateway answered, in one transaction and once, whoever brings it. */
@Injectable()
export class ApplyRefund {
  constructor(
    private readonly lock: LockRefundMoney,
    private readonly refunds: RefundRepository,
    private readonly follow: RefundFollowRepository,
    private readonly ledger: Ledger,
    private readonly move: MoveRefund,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Tx,
    known: Refund,
    { told, heldUntil }: { readonly told: RefundSnapshot | null; readonly heldUntil: Date },
  ): Promise<void> {
    await this.lock.run(tx, [known]);
    const refund = oneRow(await this.refunds.readLocked(tx, [known.id]));
    if (told === null) await this.refuse(tx, refund);
    else if (compare(told.amount, refund.pay) !== 0) throw new RefundStuck('amount');
    else await this.take(tx, refund, told);
    await this.follow.postpone(tx, refund, { heldUntil, next: this.nextLook(refund, told) });
  }

  private async refuse(tx: Tx, refund: Refund): Promise<void> {
    if (refund.state === 'sent' && !refund.isBooked)
      await this.move.run(tx, refund, { step: 'fail', failure: 'refused' });
  }

  private async take(tx: Tx, refund: Refund, told: RefundSnapshot): Promise<void> {
    if (told.state === 'failed') return this.fail(tx, refund, told);
    if (refund.state !== 'sent') return;
    if (!refund.isBooked) {
      await this.ledger.book(tx, [refundSent(sentBackOf(refund))]);
      await this.outbox.record(tx, refundLeft(refund));
    }
    const kept = { gatewayRefundId: told.id, rawState: told.rawState };
    if (told.state === 'settled')
      await this.move.run(tx, refund, { step: 'settle', ...kept, isBooked: true });
    else if (!refund.isBooked) await this.refunds.keepSent(tx, refund, { ...kept, at: this.clock.now() });
  }

  /** What the ledger has of it is taken back, and it can be asked for anew. */
  private async fail(tx: Tx, refund: Refund, told: RefundSnapshot): Promise<void> {
    if (refund.state !== 'sent' && refund.state !== 'settled') return;
    if (refund.isBooked) await this.ledger.book(tx, [refundFailed(sentBackOf(refund))]);
    await this.move.run(tx, refund, {
      step: 'fail',
      failure: 'broken',
      gatewayRefundId: told.id,
      rawState: told.rawState,
    });
  }

  private nextLook(refund: Refund, told: RefundSnapshot | null): Date | null {
    const now = this.clock.now();
    if (told === null || told.state === 'failed') return null;
    if (told.state === 'sent') return new Date(now.getTime() + LOOK_AGAIN_MS);
    return isWatched(refund, now) ? new Date(now.getTime() + DAY_MS) : null;
  }
}

const sentBackOf = (refund: Refund): SentBack => ({
  ...refund,
  refundId: refund.id,
  matchId: null,
  to: 'provider_clearing',
});
