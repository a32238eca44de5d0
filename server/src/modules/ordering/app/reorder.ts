import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { reorder } from '@qafila/shared/ordering/reorder.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { LineRepository } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import { carriageOf, destinationOf, vatCategoryOf } from '../domain/destination';
import { priceLine, vatRateFor } from '../domain/pricing';
import { wishesOf } from '../domain/reorder';
import { DescribeOrder } from './describe-order';
import { type PlannedReorder, PlanReorder } from './plan-reorder';

type Wanted = InputOf<typeof reorder>['body'];

/** Begins a draft from an earlier order: its goods at today's prices, in the same specs while they are in force. */
@Injectable()
export class Reorder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly plan: PlanReorder,
    private readonly describe: DescribeOrder,
  ) {}

  /** Throws `NOT_FOUND`, `WRONG_STATE`, `NOTHING_TO_REORDER`, `FIELDS_INVALID`. */
  run(actor: Actor, from: string, wanted: Wanted): Promise<ReplyOf<typeof reorder>> {
    const { companyId, ...scope } = traderScope(actor);
    return this.unitOfWork.run({ companyId, ...scope }, async (tx) => {
      const planned = await this.plan.run(tx, { companyId, id: from }, wanted.lines ?? null);
      const { plan } = planned;
      if (plan.lines.every((line) => line.now === null)) throw new Problem('NOTHING_TO_REORDER');
      const name = wanted.name ?? plan.name;
      const id = await this.begin(tx, actor, { ...planned, name });
      const { order, lines } = await this.fill(tx, { companyId, id }, planned);
      await this.audit.record(tx, {
        event: 'ordering.draft_reordered',
        companyId,
        subject: { kind: 'order', id },
        after: { from, set: lines.length, left: plan.lines.length - lines.length },
      });
      const known = { order, company: planned.company, lines, recipients: [] };
      return { order: await this.describe.run(tx, actor, known), plan: { ...plan, name } };
    });
  }

  private begin(tx: Tx, actor: Actor, given: PlannedReorder & { readonly name: string }): Promise<string> {
    const { companyId, personId } = traderScope(actor);
    return this.orders.create(tx, {
      ...given.header,
      ...{ companyId, personId, name: given.name },
      currency: given.company.currency,
      at: this.clock.now(),
      preparedReason: actor.acting?.reason ?? null,
    });
  }

  private async fill(tx: Tx, key: { companyId: string; id: string }, { plan, book }: PlannedReorder) {
    const { order, company } = await this.orders.find(tx, key);
    const destination = destinationOf(order, company);
    return this.lines.put(tx, order, {
      lines: wishesOf(plan).flatMap((wish) => priceLine(wish, book) ?? []),
      removed: [],
      carriage: carriageOf(destination),
      vatRate: vatRateFor(vatCategoryOf(destination)),
      at: this.clock.now(),
    });
  }
}
