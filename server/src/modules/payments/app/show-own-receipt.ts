import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { documentPagePng } from '../../../platform/pdf/pdf-pages';
import { Problem } from '../../../platform/problems/problem';
import { ReceiptRepository } from '../db/receipt.repository';

/** One page of an own receipt as a picture. */
@Injectable()
export class ShowOwnReceipt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receipts: ReceiptRepository,
    private readonly files: Files,
  ) {}

  async run(actor: Actor, at: { readonly id: string; readonly page: number }): Promise<Buffer> {
    const file = await this.unitOfWork.run(traderScope(actor), async (tx) => {
      const { fileId } = oneRow(await this.receipts.one(tx, at.id));
      return this.files.read(tx, fileId);
    });
    const png = await documentPagePng(file, at.page);
    if (!png) throw new Problem('NOT_FOUND');
    return png;
  }
}
