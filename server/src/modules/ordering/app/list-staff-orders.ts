import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { staffOrders } from '@qafila/shared/ordering/ordering.contract';
import type { OrderState } from '@qafila/shared/ordering/ordering.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type ListedOrder, OrderListRepository } from '../db/order-list.repository';
import { isWaiting, sumsOf } from './listed-order';

type Query = InputOf<typeof staffOrders>['query'];

const CONFIRMED: readonly OrderState[] = ['confirmed', 'completed'];
const ENDED: readonly OrderState[] = ['cancelled', 'expired'];
const STATES: Readonly<Record<Query['view'], readonly OrderState[]>> = {
  all: ['submitted', ...CONFIRMED, ...ENDED],
  submitted: ['submitted'],
  confirmed: CONFIRMED,
  ended: ENDED,
};

/** Orders of all companies that were submitted, for staff; no recipients, no lines. One statement. */
@Injectable()
export class ListStaffOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderListRepository,
  ) {}

  run(actor: Actor, query: Query): Promise<ReplyOf<typeof staffOrders>> {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.orders.submitted(tx, {
        states: STATES[query.view],
        companyId: query.company ?? null,
        withStopped: query.view === 'submitted',
        after,
        limit: query.limit,
      });
      const page = pageOfRows(found, query.limit, (row) => [submittedAt(row), row.id]);
      return {
        rows: page.rows.map((row) => ({
          id: row.id,
          code: row.code,
          company: row.company,
          state: row.state,
          ...sumsOf(row),
          submittedAt: submittedAt(row).toISOString(),
          deadline: isWaiting(row) ? (row.hold_until?.toISOString() ?? null) : null,
        })),
        next: page.next,
      };
    });
  }
}

/** The list holds submitted orders only; the last change stands in where a row has no moment of its own. */
const submittedAt = (row: ListedOrder): Date => row.submitted_at ?? row.changed_at;
