import { Injectable } from '@nestjs/common';
import type { ReceiptView, TransferInstructionView } from '@qafila/shared/payments/payments.contract';
import { paymentStateOf } from '@qafila/shared/payments/payments.lifecycle';
import { RECEIPTS_AN_ORDER } from '@qafila/shared/payments/payments.rules';
import { type Actor, may } from '../../../platform/access/actor';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx } from '../../../platform/database/unit-of-work';
import { type Instruction, InstructionRepository } from '../db/instruction.repository';
import { ReceiptRepository, receiptNamePlace, type StoredReceipt } from '../db/receipt.repository';
import { SellerRepository } from '../db/seller.repository';
import { stillDue } from '../domain/matching/payable';

/** A receipt as people see it. */
export const receiptViewOf = (receipt: StoredReceipt, sealer: Sealer): ReceiptView => ({
  id: receipt.id,
  name: sealer.open(receiptNamePlace(receipt.id), receipt.nameSealed),
  pages: receipt.pages,
  amount: receipt.amount,
  paidOn: receipt.paidOn,
  uploadedAt: receipt.uploadedAt.toISOString(),
  uploadedBy: receipt.uploadedBy,
});

/** How an order is paid by transfer, as its trader sees it. */
@Injectable()
export class DescribeTransfer {
  constructor(
    private readonly instructions: InstructionRepository,
    private readonly receipts: ReceiptRepository,
    private readonly seller: SellerRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async of(
    tx: Tx,
    actor: Actor,
    key: { companyId: string; orderId: string },
  ): Promise<TransferInstructionView> {
    const found = oneRow(await this.instructions.ofOrder(tx, key.companyId, key.orderId));
    const receipts = await this.receipts.ofOrder(tx, key.companyId, key.orderId);
    const { identity, iban, bic } = await this.seller.read(tx);
    const sealer = await this.cipher.sealerFor(key.companyId);
    return {
      orderId: key.orderId,
      state: found.state,
      payment: paymentStateOf({
        total: found.total.minor,
        received: found.cameIn.minor,
        over: found.isCancelled ? 0 : found.over.minor,
        refunded: found.refunded.minor,
        isSubmitted: !found.isClosed,
      }),
      reference: found.reference,
      ownReference: await this.instructions.ownReference(tx, key.companyId),
      beneficiary: { latin: identity.nameLatin, arabic: identity.nameArabic },
      iban,
      bic,
      bank: identity.bank,
      amount: found.total,
      received: found.received,
      due: stillDue(found.total, found.received),
      deadline: found.deadline.toISOString(),
      isExtended: found.isExtended,
      receipts: receipts.map((receipt) => receiptViewOf(receipt, sealer)),
      noReceiptFor: noReceiptFor(actor, found, receipts.length),
    };
  }
}

function noReceiptFor(
  actor: Actor,
  found: Instruction,
  count: number,
): TransferInstructionView['noReceiptFor'] {
  if (found.state === 'settled') return 'settled';
  if (!may(actor, 'payment:pay')) return 'not_allowed';
  return count >= RECEIPTS_AN_ORDER.value ? 'enough' : null;
}
