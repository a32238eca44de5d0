import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listOrders } from '@qafila/shared/ordering/ordering.contract';
import { type OrderState, orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OrderListRepository } from '../db/order-list.repository';
import { sumsOf } from './listed-order';

type Query = InputOf<typeof listOrders>['query'];

const STATES: Readonly<Record<Query['view'], readonly OrderState[]>> = {
  all: orderLifecycle.states,
  draft: ['draft'],
  open: ['pending_approval', 'submitted', 'confirmed'],
  done: ['completed', 'cancelled', 'expired'],
};

/** Orders of the company, the last changed first. One statement. */
@Injectable()
export class ListOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderListRepository,
  ) {}

  run(actor: Actor, query: Query): Promise<ReplyOf<typeof listOrders>> {
    const scope = traderScope(actor);
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(scope, async (tx) => {
      const found = await this.orders.ofCompany(tx, scope.companyId, {
        states: STATES[query.view],
        after,
        limit: query.limit,
      });
      const page = pageOfRows(found, query.limit, (row) => [row.changed_at, row.id]);
      return {
        rows: page.rows.map((row) => ({
          id: row.id,
          code: row.code,
          name: row.name,
          state: row.state,
          ...sumsOf(row),
          lines: row.line_count,
          units: row.units,
          shipTo: row.ship_to,
          parcels: row.parcel_count,
          changedAt: row.changed_at.toISOString(),
          isStoreDraft: row.is_store_draft,
        })),
        next: page.next,
      };
    });
  }
}
