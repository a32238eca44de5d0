import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { dueOrders } from '@qafila/shared/payments/books.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { BooksRepository } from '../db/books.repository';

/** What is to be paid, over all orders of the company. */
@Injectable()
export class ListDue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: BooksRepository,
  ) {}

  async run(actor: Actor, asked: InputOf<typeof dueOrders>['query']): Promise<ReplyOf<typeof dueOrders>> {
    const scope = traderScope(actor);
    const found = await this.unitOfWork.run(scope, (tx) =>
      this.books.due(tx, { companyId: scope.companyId, ...asked }),
    );
    const { rows, next } = pageOfRows(found, asked.limit, (row) => [row.deadline, row.order.id]);
    return {
      rows: rows.map((row) => ({ ...row, deadline: row.deadline.toISOString() })),
      next,
    };
  }
}
