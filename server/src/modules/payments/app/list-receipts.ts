import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { waitingReceipts } from '@qafila/shared/payments/receipts.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ReceiptRepository } from '../db/receipt.repository';
import { stillDue } from '../domain/matching/payable';

/** Receipts whose money has not come: what finance looks for in the next statement. */
@Injectable()
export class ListReceipts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: ReceiptRepository,
  ) {}

  async run(
    actor: Actor,
    asked: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<ReplyOf<typeof waitingReceipts>> {
    const found = await this.unitOfWork.run(staffScope(actor), (tx) => this.receipts.waiting(tx, asked));
    const { rows, next } = pageOfRows(found, asked.limit, (row) => [row.deadline, row.id]);
    return {
      rows: rows.map((row) => ({
        id: row.id,
        orderId: row.orderId,
        orderCode: row.orderCode,
        company: row.company,
        reference: row.reference,
        pages: row.pages,
        amount: row.amount,
        paidOn: row.paidOn,
        uploadedAt: row.uploadedAt.toISOString(),
        due: stillDue(row.total, row.received),
        deadline: row.deadline.toISOString(),
      })),
      next,
    };
  }
}
