import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { ownReceipts } from '@qafila/shared/payments/books.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { FieldCipher } from '../../../platform/crypto/field-cipher';
import { pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BooksRepository } from '../db/books.repository';
import { boundsOf } from '../domain/account';
import { receiptViewOf } from './describe-transfer';

/** Receipts that the company showed, over all its orders. */
@Injectable()
export class ListOwnReceipts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: BooksRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async run(actor: Actor, asked: InputOf<typeof ownReceipts>['query']): Promise<ReplyOf<typeof ownReceipts>> {
    const scope = traderScope(actor);
    const of = { companyId: scope.companyId, ...asked, ...boundsOf(asked) };
    const found = await this.unitOfWork.run(scope, (tx) => this.books.receipts(tx, of));
    const { rows, next } = pageOfRows(found, asked.limit, (row) => [row.uploadedAt, row.id]);
    if (rows.length === 0) return { rows: [], next };
    const sealer = await this.cipher.sealerFor(scope.companyId);
    return {
      rows: rows.map(({ order, stand, ...receipt }) => ({
        ...receiptViewOf(receipt, sealer),
        order,
        stand,
      })),
      next,
    };
  }
}
