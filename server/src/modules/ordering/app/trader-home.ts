import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { zero } from '@qafila/shared/kernel/money';
import type { traderHome } from '@qafila/shared/ordering/ordering.contract';
import { orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import { minimumFor } from '@qafila/shared/ordering/ordering.rules';
import { type Actor, may } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { OrderRepository } from '../db/order.repository';
import { type ListedOrder, OrderListRepository } from '../db/order-list.repository';
import { dueOf, sumsOf } from './listed-order';

type Home = ReplyOf<typeof traderHome>;
type Next = Home['next'][number];

const RECENT = 6;

/** What is next for a trader, most urgent first; each role sees the steps it can take. */
@Injectable()
export class TraderHome {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly lists: OrderListRepository,
  ) {}

  run(actor: Actor): Promise<Home> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const { company } = await this.orders.company(tx, scope.companyId);
      const counts = await this.lists.counts(tx, scope.companyId);
      const waiting = await this.lists.waiting(tx, scope.companyId);
      const recent = may(actor, 'order:read')
        ? await this.lists.ofCompany(tx, scope.companyId, {
            states: orderLifecycle.states,
            after: [null, null],
            limit: RECENT,
          })
        : [];
      const { kind, required } = minimumFor(zero(company.currency), company);
      const first: Next[] =
        counts.ever_submitted === 0 ? [{ ...NOTHING, kind: 'first_order', amount: required }] : [];
      return {
        minimum: { kind, required },
        next: [...waiting.flatMap(nextOf), ...first].filter((next) => may(actor, NEEDED[next.kind])),
        counts: {
          drafts: counts.drafts,
          awaitingPayment: counts.awaiting_payment,
          inWarehouse: counts.in_warehouse,
          onTheWay: counts.on_the_way,
        },
        recent: recent.slice(0, RECENT).map(recentOf),
      };
    });
  }
}

/** Until when stock is held: of an order that was stopped no deadline ends it. */
const holdOf = (row: ListedOrder): Date | null => (row.stopped_at === null ? row.hold_until : null);

const NOTHING = { orderId: null, name: null, code: null, amount: null, due: null, count: null };
const NEEDED = {
  pay: 'payment:read',
  finish_draft: 'order:draft',
  parcels_on_way: 'consignment:read',
  first_order: 'order:draft',
  order_again: 'order:draft',
} as const;

function nextOf(row: ListedOrder & { kind: string }): Next[] {
  const named = { ...NOTHING, orderId: row.id, name: row.name, code: row.code };
  switch (row.kind) {
    case 'pay':
      return [{ ...named, kind: 'pay', amount: dueOf(row), due: holdOf(row)?.toISOString() ?? null }];
    case 'finish_draft':
      return [{ ...named, kind: 'finish_draft', amount: sumsOf(row).total, count: row.line_count }];
    case 'parcels_on_way':
      return [{ ...named, kind: 'parcels_on_way', count: row.parcels_out }];
    default:
      return [{ ...named, kind: 'order_again', amount: sumsOf(row).total }];
  }
}

const recentOf = (row: ListedOrder): Home['recent'][number] => ({
  id: row.id,
  code: row.code,
  name: row.name,
  state: row.state,
  ...sumsOf(row),
  changedAt: row.changed_at.toISOString(),
});
