import { Injectable } from '@nestjs/common';
import { isNegative, type Money, subtract, zero } from '@qafila/shared/kernel/money';
import type { LinePart } from '@qafila/shared/payments/desk.contract';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { FactsRepository } from '../db/facts.repository';
import { InstructionRepository } from '../db/instruction.repository';
import { MatchRepository } from '../db/match.repository';
import { SentRefundRepository } from '../db/sent-refund.repository';
import type { LinePartFacts } from '../domain/line-parts';
import { stillDue } from '../domain/matching/payable';

/** Finds what the parts of a line are for. */
@Injectable()
export class FindParts {
  constructor(
    private readonly instructions: InstructionRepository,
    private readonly facts: FactsRepository,
    private readonly matches: MatchRepository,
    private readonly refunds: SentRefundRepository,
  ) {}

  /** Each part as a match would make it. Throws `NOT_FOUND` for whatever is not there. */
  async run(tx: Tx, line: Money, parts: readonly LinePart[]): Promise<LinePartFacts[]> {
    const found: LinePartFacts[] = [];
    for (const part of parts) found.push(await this.one(tx, line, part));
    return found;
  }

  private one(tx: Tx, line: Money, part: LinePart): Promise<LinePartFacts> {
    switch (part.target.kind) {
      case 'order':
        return this.order(tx, part);
      case 'company':
        return this.company(tx, line, part);
      case 'payment':
        return this.payment(tx, part);
      case 'refund':
        return this.refund(tx, line, part);
    }
  }

  private async order(tx: Tx, { target, amount, writeOff }: LinePart): Promise<LinePartFacts> {
    const nothing = zero(amount.currency);
    const order = oneRow(await this.instructions.ofOrders(tx, [target.id]));
    const { companyId, orderId, reference } = order;
    const isPayable = !order.isClosed && order.total.currency === amount.currency;
    const missing = isPayable ? subtract(stillDue(order.total, order.received), amount) : nothing;
    const writtenOff = writeOff ?? nothing;
    return {
      match: { kind: 'order', companyId, orderId, reference, amount, writtenOff, reversesId: null },
      missing: isNegative(missing) ? nothing : missing,
      orderCurrency: order.total.currency,
      payment: null,
    };
  }

  private async company(tx: Tx, line: Money, { target, amount, writeOff }: LinePart): Promise<LinePartFacts> {
    const { companyId } = oneRow(await this.facts.companies(tx, { ids: [target.id], references: [] }));
    const nothing = zero(amount.currency);
    return {
      match: {
        kind: isNegative(line) ? 'payout' : 'credit',
        companyId,
        orderId: null,
        reference: null,
        amount,
        writtenOff: writeOff ?? nothing,
        reversesId: null,
      },
      missing: nothing,
      orderCurrency: null,
      payment: null,
    };
  }

  private async payment(tx: Tx, { target, amount }: LinePart): Promise<LinePartFacts> {
    const paid = oneRow(await this.matches.read(tx, [target.id]));
    const isBooked = paid.state === 'confirmed' && (paid.kind === 'order' || paid.kind === 'credit');
    if (!isBooked || (await this.matches.isBeingReversed(tx, paid))) throw new Problem('WRONG_STATE');
    const { companyId, order, writtenOff, id } = paid;
    return {
      match: {
        kind: 'return',
        companyId,
        orderId: order?.id ?? null,
        reference: order?.reference ?? null,
        amount,
        writtenOff,
        reversesId: id,
      },
      missing: writtenOff,
      orderCurrency: order?.total.currency ?? null,
      payment: paid.amount,
    };
  }

  /** A refund that the bank has: it leaves with money out, and comes back with money in. */
  private async refund(tx: Tx, line: Money, { target, amount }: LinePart): Promise<LinePartFacts> {
    const refund = oneRow(await this.refunds.ofId(tx, target.id));
    const isOut = isNegative(line);
    if (isOut ? refund.hasLeft : refund.hasComeBack) throw new Problem('WRONG_STATE');
    const { companyId, orderId, reference, refundId } = refund;
    const nothing = zero(amount.currency);
    return {
      match: {
        kind: isOut ? 'refund' : 'refund_back',
        companyId,
        orderId,
        reference,
        amount,
        writtenOff: nothing,
        reversesId: null,
        refundId,
      },
      missing: nothing,
      orderCurrency: refund.amount.currency,
      payment: refund.amount,
    };
  }
}
