import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { payments } from '@qafila/shared/payments/books.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BooksRepository } from '../db/books.repository';
import { boundsOf } from '../domain/account';

/** What the company paid, over all its orders. */
@Injectable()
export class ListPayments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: BooksRepository,
  ) {}

  async run(actor: Actor, asked: InputOf<typeof payments>['query']): Promise<ReplyOf<typeof payments>> {
    const scope = traderScope(actor);
    const of = { companyId: scope.companyId, ...asked, ...boundsOf(asked) };
    const found = await this.unitOfWork.run(scope, (tx) => this.books.payments(tx, of));
    const { rows, next } = pageOfRows(found, asked.limit, (row) => [row.at, row.id]);
    return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next };
  }
}
