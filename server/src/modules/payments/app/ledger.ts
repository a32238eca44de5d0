import { Injectable } from '@nestjs/common';
import type { AuditEventName } from '@qafila/shared/oversight/audit-events';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { MONEY_BOOKED, type MoneyBooked } from '../../ordering/ordering.api';
import { InstructionRepository } from '../db/instruction.repository';
import { LedgerRepository } from '../db/ledger.repository';
import { debitOf, type EntryKind, movedBy, type NewEntry } from '../domain/ledger-entry';

/** How each kind of entry stands in the trail. */
const EVENT_OF: Readonly<Record<EntryKind, AuditEventName>> = {
  transfer_received: 'payments.transfer_booked',
  transfer_reversed: 'payments.transfer_reversed',
  payment_captured: 'payments.payment_captured',
  refund_sent: 'payments.refund_booked',
  refund_failed: 'payments.refund_failed',
  dispute_opened: 'payments.dispute_opened',
  dispute_won: 'payments.dispute_won',
  fee: 'payments.fee_booked',
  write_off: 'payments.difference_written_off',
  write_off_reversed: 'payments.write_off_reversed',
  credit_applied: 'payments.credit_used',
  credit_returned: 'payments.credit_returned',
  late_credited: 'payments.late_credited',
  credit_paid_out: 'payments.credit_paid_out',
};

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

  /**
   * Books entries, each once, and follows them: instructions settle or open again, the trail and whoever listens are
   * told. The orders and companies concerned are locked by the caller.
   */
  async book(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const at = this.clock.now();
    await this.entries.add(tx, entries, { personId: tx.scope.personId, at });
    const orderIds = [...new Set(entries.flatMap(({ orderId }) => orderId ?? []))];
    await this.instructions.settleCovered(tx, orderIds);
    await this.instructions.reopenUncovered(tx, orderIds);
    await this.audit.recordAll(
      tx,
      entries.map((entry) => ({
        event: EVENT_OF[entry.kind],
        companyId: entry.companyId,
        subject: entry.orderId
          ? { kind: 'order', id: entry.orderId }
          : { kind: 'company', id: entry.companyId },
        after: { ...(entry.matchId ? { matchId: entry.matchId } : {}), amount: debitOf(entry) },
      })),
    );
    await this.outbox.recordAll(tx, entries.flatMap(toldOf));
  }
}

function toldOf(entry: NewEntry) {
  const { orderId, companyId } = entry;
  const moved = movedBy(entry);
  if (orderId === null || Object.values(moved).every((minor) => minor === 0)) return [];
  const payload: MoneyBooked = { orderId, ...moved };
  return [{ type: MONEY_BOOKED, companyId, payload: { ...payload } }];
}
