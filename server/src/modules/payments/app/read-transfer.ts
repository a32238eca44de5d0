import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { paymentStateOf } from '@qafila/shared/payments/payments.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { InstructionRepository } from '../db/instruction.repository';
import { SellerRepository } from '../db/seller.repository';
import { stillDue } from '../domain/matching';

/** How to pay an order: account, reference, what is due and until when. */
@Injectable()
export class ReadTransfer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly instructions: InstructionRepository,
    private readonly seller: SellerRepository,
  ) {}

  run(actor: Actor, orderId: string): Promise<ReplyOf<typeof getTransferInstruction>> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = oneRow(await this.instructions.ofOrder(tx, scope.companyId, orderId));
      const { identity, iban, bic } = await this.seller.read(tx);
      return {
        orderId,
        state: found.state,
        payment: paymentStateOf({
          total: found.total.minor,
          received: found.received.minor,
          refunded: found.refunded.minor,
          isSubmitted: !found.isClosed,
        }),
        reference: found.reference,
        beneficiary: { latin: identity.nameLatin, arabic: identity.nameArabic },
        iban,
        bic,
        bank: identity.bank,
        amount: found.total,
        received: found.received,
        due: stillDue(found.total, found.received),
        deadline: found.deadline.toISOString(),
      };
    });
  }
}
