import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listTraders, TraderRow } from '@qafila/shared/traders/acting.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { CURSOR_PART, decodeCursor, pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { type ListedTrader, TraderListRepository } from '../db/trader-list.repository';

type Query = InputOf<typeof listTraders>['query'];

/** Traders, the newest first. Two statements. */
@Injectable()
export class ListTraders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly traders: TraderListRepository,
  ) {}

  run(actor: Actor, query: Query): Promise<ReplyOf<typeof listTraders>> {
    const after = decodeCursor(query.after, [CURSOR_PART.instant, CURSOR_PART.id]);
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.traders.list(tx, {
        q: query.q || null,
        state: query.state ?? null,
        country: query.country ?? null,
        managerId: query.mine ? actor.personId : null,
        after,
        limit: query.limit,
      });
      const page = pageOfRows(found, query.limit, (row) => [row.created_at, row.id]);
      return {
        rows: page.rows.map(traderRowOf),
        next: page.next,
        countries: await this.traders.countries(tx),
      };
    });
  }
}

/** A company as a row of the list. */
export const traderRowOf = (row: ListedTrader): TraderRow => ({
  id: row.id,
  nameLatin: row.name_latin,
  nameArabic: row.name_arabic,
  country: row.country,
  registrationNumber: row.registration_number,
  state: row.state,
  accountManager:
    row.manager_id !== null && row.manager_name !== null
      ? { id: row.manager_id, name: row.manager_name }
      : null,
  openOrders: row.open_orders,
  lastOrderAt: row.last_order_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
});
