import { Injectable } from '@nestjs/common';
import { money } from '@qafila/shared/kernel/money';
import type { TransferInstructionView } from '@qafila/shared/payments/payments.contract';
import { transferInstructionLifecycle } from '@qafila/shared/payments/payments.lifecycle';
import {
  deadlineAfter,
  HOLD_EXTENSION_DAYS,
  RECEIPT_LIMIT_MB,
  RECEIPT_LIMIT_PAGES,
  RECEIPTS_AN_ORDER,
  riyadhDate,
} from '@qafila/shared/payments/payments.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { oneRow, type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { type JudgedDocument, judgeDocument, withoutMetadata } from '../../../platform/files/judge-document';
import { tidyName } from '../../../platform/files/tidy-name';
import { newId } from '../../../platform/ids/new-id';
import { Problem } from '../../../platform/problems/problem';
import { Orders } from '../../ordering/ordering.api';
import { type Instruction, InstructionRepository } from '../db/instruction.repository';
import { ReceiptRepository, receiptNamePlace } from '../db/receipt.repository';
import { DescribeTransfer } from './describe-transfer';

const LIMITS = { limitMb: RECEIPT_LIMIT_MB.value, limitPages: RECEIPT_LIMIT_PAGES.value };

export interface ShownReceipt {
  readonly orderId: string;
  readonly name: string;
  /** Minor units of the order's currency, as the trader says. */
  readonly amount?: number | undefined;
  /** ISO date, as the trader says. */
  readonly paidOn?: string | undefined;
}

/** Keeps a receipt, opened whole and without what a camera wrote into it; the first one lengthens the hold once. */
@Injectable()
export class UploadReceipt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: Orders,
    private readonly instructions: InstructionRepository,
    private readonly receipts: ReceiptRepository,
    private readonly describe: DescribeTransfer,
    private readonly files: Files,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, shown: ShownReceipt, bytes: Buffer): Promise<TransferInstructionView> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, orderId: shown.orderId };
    const isLater = shown.paidOn !== undefined && shown.paidOn > riyadhDate(this.clock.now());
    if (isLater) throw new Problem('RECEIPT_DATE');
    const document = await judgeDocument(bytes, LIMITS);
    const clean = await withoutMetadata(bytes, document.contentType);
    return this.unitOfWork.run(scope, async (tx) => {
      // The order first, as whoever expires or confirms it does: both wait for each other and never cross.
      await this.orders.lock(tx, { companyId: key.companyId, id: key.orderId });
      const instruction = oneRow(await this.instructions.ofOrder(tx, key.companyId, key.orderId));
      if (instruction.state === 'settled') throw new Problem('WRONG_STATE');
      const kept = await this.receipts.ofOrder(tx, key.companyId, key.orderId);
      if (kept.length >= RECEIPTS_AN_ORDER.value)
        throw new Problem('RECEIPTS_ENOUGH', { limit: RECEIPTS_AN_ORDER.value });
      await this.keep(tx, { instruction, shown, personId: actor.personId }, { ...document, bytes: clean });
      if (instruction.state === 'awaiting') await this.shown(tx, instruction);
      return this.describe.of(tx, actor, key);
    });
  }

  private async keep(
    tx: Tx,
    by: { readonly instruction: Instruction; readonly shown: ShownReceipt; readonly personId: string },
    document: JudgedDocument & { readonly bytes: Buffer },
  ): Promise<void> {
    const { companyId, orderId, total } = by.instruction;
    const id = newId();
    const sealer = await this.cipher.sealerFor(companyId);
    const { contentType, pages, bytes } = document;
    const fileId = await this.files.put(tx, {
      companyId,
      kind: 'receipt',
      contentType,
      bytes,
      isSealed: true,
    });
    await this.receipts.add(tx, {
      id,
      companyId,
      orderId,
      fileId,
      nameSealed: sealer.seal(receiptNamePlace(id), tidyName(by.shown.name)),
      pages,
      amount: by.shown.amount === undefined ? null : money(by.shown.amount, total.currency),
      currency: total.currency,
      paidOn: by.shown.paidOn ?? null,
      uploadedAt: this.clock.now(),
      personId: by.personId,
    });
    await this.audit.record(tx, {
      event: 'payments.receipt_uploaded',
      companyId,
      subject: { kind: 'order', id: orderId },
      after: { receipt: id, contentType, pages },
    });
  }

  /** Two Saudi business days more, once: the trader has shown that money is on its way. */
  private async shown(tx: Tx, { companyId, orderId, deadline, isExtended }: Instruction): Promise<void> {
    const until = isExtended ? deadline : deadlineAfter(deadline, HOLD_EXTENSION_DAYS.value);
    const to = transferInstructionLifecycle.steps.upload_receipt.to;
    const at = this.clock.now();
    if (!(await this.instructions.shown(tx, { companyId, orderId, until, to, at })))
      throw new Problem('WRONG_STATE');
    // Its payment was taken back: the order waits again, and has had its extension.
    if (isExtended) return;
    await this.orders.extendHold(tx, { companyId, id: orderId, until });
    await this.audit.record(tx, {
      event: 'payments.hold_extended',
      companyId,
      subject: { kind: 'order', id: orderId },
      before: { deadline: deadline.toISOString() },
      after: { deadline: until.toISOString() },
    });
  }
}
