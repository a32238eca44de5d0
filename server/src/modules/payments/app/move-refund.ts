import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import { refundLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { RefundRepository, type RefundStep } from '../db/refund.repository';
import type { Refund } from '../domain/refunds/refund';

export type RefundStepName = keyof typeof refundLifecycle.steps;
/** A refund took a step; told after the fact. */
export const REFUND_MOVED = 'payments.refund_moved';
export interface RefundMoved {
  readonly refundId: string;
  readonly step: RefundStepName;
}
/** Money of a refund is on its way: the bank has its file, or its gateway took it. */
export const REFUND_LEFT = 'payments.refund_left';
export interface RefundLeft {
  readonly refundId: string;
}
/** Told once, by whoever saw its money leave. */
export const refundLeft = ({ id, companyId }: Pick<Refund, 'id' | 'companyId'>) => ({
  type: REFUND_LEFT,
  companyId,
  payload: { refundId: id } satisfies RefundLeft,
});

/** How each step stands in the trail; what the ledger books of it stands there by itself. */
const EVENT_OF: Readonly<Record<RefundStepName, AuditEventName>> = {
  approve: 'payments.refund_approved',
  send: 'payments.refund_sent',
  settle: 'payments.refund_settled',
  fail: 'payments.refund_not_arrived',
  refuse: 'payments.refund_not_arrived',
  withdraw: 'payments.refund_withdrawn',
};
type More = Omit<RefundStep, 'refund' | 'to' | 'at'> & { readonly words?: string };

/** Takes one step of a refund that is held by the caller: decided by the lifecycle, written in the trail, told. */
@Injectable()
export class MoveRefund {
  constructor(
    private readonly refunds: RefundRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws `REFUND_IS_YOURS`, `WRONG_STATE`, or `STALE_RECORD` when the refund moved by itself. */
  async run(
    tx: Tx,
    refund: Refund,
    { step, words, ...more }: More & { step: RefundStepName },
  ): Promise<void> {
    const facts = { isOwn: tx.scope.personId === refund.askedBy };
    const verdict = decide(refundLifecycle, { state: refund.state, step }, facts);
    if (!verdict.ok) throw new Problem(verdict.code === 'WRONG_STATE' ? 'WRONG_STATE' : 'REFUND_IS_YOURS');
    const at = this.clock.now();
    if (!(await this.refunds.advance(tx, { ...more, refund, to: verdict.to, at })))
      throw new Problem('STALE_RECORD');
    const { companyId, orderId, id } = refund;
    await this.audit.record(tx, {
      event: EVENT_OF[step],
      companyId,
      subject: orderId ? { kind: 'order', id: orderId } : { kind: 'company', id: companyId },
      before: { state: refund.state },
      after: {
        refundId: id,
        state: verdict.to,
        amount: refund.amount,
        ...(more.failure && { failure: more.failure }),
      },
      ...(words === undefined ? {} : { words }),
    });
    const payload: RefundMoved = { refundId: id, step };
    await this.outbox.record(tx, { type: REFUND_MOVED, companyId, payload: { ...payload } });
    // A gateway has not been asked yet: it may refuse.
    if (step === 'send' && refund.method === 'bank') await this.outbox.record(tx, refundLeft(refund));
  }
}
