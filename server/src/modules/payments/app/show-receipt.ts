import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { documentPagePng } from '../../../platform/pdf/pdf-pages';
import { Problem } from '../../../platform/problems/problem';
import { ReceiptRepository } from '../db/receipt.repository';

/** One page of a trader's receipt as a picture for finance; the look is written down, whichever page it is. */
@Injectable()
export class ShowReceipt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: ReceiptRepository,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, at: { readonly id: string; readonly page: number }): Promise<Buffer> {
    const file = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const receipt = oneRow(await this.receipts.one(tx, at.id));
      await this.audit.look(tx, {
        event: 'payments.receipt_read',
        companyId: receipt.companyId,
        subject: { kind: 'order', id: receipt.orderId },
      });
      return this.files.read(tx, receipt.fileId);
    });
    const png = await documentPagePng(file, at.page);
    if (!png) throw new Problem('NOT_FOUND');
    return png;
  }
}
