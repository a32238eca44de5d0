import { Injectable } from '@nestjs/common';
import { compare, type Money, subtract, zero } from '@qafila/shared/kernel/money';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { MONEY_BOOKED, type MoneyBooked } from '../../ordering/ordering.api';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository, type NewEntry } from '../db/ledger.repository';
import { splitPayment } from '../domain/review';

/** A payment of a confirmed match. `due` is what the order still needed before it. */
export interface Payment {
  readonly companyId: string;
  readonly orderId: string;
  readonly matchId: string;
  readonly amount: Money;
  readonly due: Money;
}
export interface NewRefund {
  readonly companyId: string;
  readonly orderId: string;
  readonly amount: Money;
}

const negative = (amount: Money): Money => subtract(zero(amount.currency), amount);

/** Books money and tells the others; what is paid is read from here and from nowhere else. */
@Injectable()
export class Ledger {
  constructor(
    private readonly entries: LedgerRepository,
    private readonly instructions: InstructionRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Books payments, each once; settles the instructions they cover. The orders are locked by the caller. */
  async receive(tx: Tx, payments: readonly Payment[]): Promise<void> {
    if (payments.length === 0) return;
    await this.entries.add(
      tx,
      payments.map((payment) => entryOf(payment, tx.scope.personId)),
      this.clock.now(),
    );
    await this.instructions.settleCovered(tx, [...new Set(payments.map((payment) => payment.orderId))]);
    await this.audit.recordAll(
      tx,
      payments.map(({ companyId, orderId, matchId, amount }) => ({
        event: 'payments.transfer_booked',
        companyId,
        subject: { kind: 'order', id: orderId },
        after: { matchId, amount },
      })),
    );
    await this.outbox.recordAll(
      tx,
      payments.map(({ companyId, orderId, amount }) => {
        const payload: MoneyBooked = { orderId, receivedMinor: amount.minor, refundedMinor: 0 };
        return { type: MONEY_BOOKED, companyId, payload: { ...payload } };
      }),
    );
  }

  /** Books money sent back. Throws `NOT_FOUND` without an instruction, `WRONG_STATE` beyond what came in. */
  async sendRefund(tx: Tx, refund: NewRefund): Promise<void> {
    const { companyId, orderId, amount } = refund;
    await this.instructions.lock(tx, companyId, orderId);
    const order = oneRow(await this.instructions.ofOrder(tx, companyId, orderId));
    const left = subtract(order.received, order.refunded);
    if (compare(amount, zero(amount.currency)) <= 0 || compare(amount, left) > 0)
      throw new Problem('WRONG_STATE');
    const entry: NewEntry = {
      companyId,
      kind: 'refund_sent',
      orderId,
      matchId: null,
      personId: tx.scope.personId,
      postings: [
        { account: 'order', amount },
        { account: 'bank_clearing', amount: negative(amount) },
      ],
    };
    await this.entries.add(tx, [entry], this.clock.now());
    await this.audit.record(tx, {
      event: 'payments.refund_booked',
      companyId,
      subject: { kind: 'order', id: orderId },
      after: { amount },
    });
    const payload: MoneyBooked = { orderId, receivedMinor: 0, refundedMinor: amount.minor };
    await this.outbox.record(tx, { type: MONEY_BOOKED, companyId, payload: { ...payload } });
  }
}

/** Money came into the bank; the order is credited with what it needs, the company with the rest. */
function entryOf(payment: Payment, personId: string | null): NewEntry {
  const { order, credit } = splitPayment(payment.amount, payment.due);
  return {
    companyId: payment.companyId,
    kind: 'transfer_received',
    orderId: payment.orderId,
    matchId: payment.matchId,
    personId,
    postings: [
      { account: 'bank_clearing', amount: payment.amount },
      { account: 'order', amount: negative(order) },
      { account: 'company_credit', amount: negative(credit) },
    ],
  };
}
