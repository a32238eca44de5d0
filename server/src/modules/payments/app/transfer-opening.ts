import { Injectable } from '@nestjs/common';
import type { Money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import { makeReference } from '@qafila/shared/payments/reference.rules';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { randomSymbols } from '../../../platform/ids/new-id';
import { type OfferedMethod, PaymentOpening, type PaymentStanding } from '../../ordering/ordering.api';
import { AttemptRepository } from '../db/attempt.repository';
import { InstructionRepository } from '../db/instruction.repository';
import { OfferMethods } from './offer-methods';
import { OrderCredit } from './order-credit';

/** More than one clash in 27 milliards of references is a broken source of chance, not bad luck. */
const MAX_TRIES = 5;

/** Opens and ends how an order is paid, in the transaction of the order's own step. */
@Injectable()
export class TransferOpening extends PaymentOpening {
  constructor(
    private readonly instructions: InstructionRepository,
    private readonly attempts: AttemptRepository,
    private readonly credits: OrderCredit,
    private readonly offers: OfferMethods,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * Safe to repeat: an order has one instruction, and keeps its reference when it is reopened. The first one gives the
   * company its own reference too.
   */
  async open(
    tx: Tx,
    given: { companyId: string; orderId: string; amount: Money; at: Date; deadline: Date },
  ): Promise<void> {
    await withReference((reference) => this.instructions.addOwnReference(tx, given.companyId, reference));
    await withReference(async (reference) => {
      const outcome = await this.instructions.add(tx, { ...given, reference });
      return outcome !== 'taken';
    });
  }

  async prolong(tx: Tx, given: { companyId: string; orderId: string; deadline: Date }): Promise<void> {
    await this.instructions.prolong(tx, given);
    // What was sent back of it did not count while it was paid.
    await this.instructions.reopenUncovered(tx, [given.orderId]);
  }

  standing(tx: Tx, given: { companyId: string; orderId: string }): Promise<PaymentStanding> {
    return this.credits.standing(tx, given);
  }

  glance(tx: Tx, given: { companyId: string; orderId: string }): Promise<PaymentStanding> {
    return this.credits.glance(tx, given);
  }

  creditLate(tx: Tx, given: { companyId: string; orderId: string }): Promise<void> {
    return this.credits.creditLate(tx, given);
  }

  async close(
    tx: Tx,
    given: { companyId: string; orderId: string; reason: 'expired' | 'cancelled' },
  ): Promise<void> {
    await this.attempts.endAll(tx, this.clock.now(), given);
    await this.credits.giveBack(tx, given);
    const closed = await this.instructions.expire(tx, given.companyId, given.orderId);
    if (!closed) return;
    await this.audit.record(tx, {
      event: 'payments.instruction_ended',
      companyId: given.companyId,
      subject: { kind: 'order', id: given.orderId },
      after: { reason: given.reason },
    });
  }

  methodsFor(
    tx: Tx,
    given: { readonly country: string; readonly due: Money; readonly only?: MethodId },
  ): Promise<readonly OfferedMethod[]> {
    return this.offers.run(tx, given);
  }
}

/** Tries with new references until one is free. */
async function withReference(isFree: (reference: string) => Promise<boolean>): Promise<void> {
  for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
    if (await isFree(makeReference(randomSymbols(7)))) return;
  }
  throw new Error('No free transfer reference was found');
}
