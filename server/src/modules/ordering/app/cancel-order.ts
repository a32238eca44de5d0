import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { Catalogue } from '../../catalogue/catalogue.api';
import { OrderRepository } from '../db/order.repository';
import { factsWith } from '../domain/order-reply';
import { ORDER_CANCELLED, PaymentOpening } from '../ordering.api';
import { DescribeOrder } from './describe-order';

/** Cancels a draft or an unpaid order and gives its stock back; credit used on it comes back with it. */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly catalogue: Catalogue,
    private readonly orders: OrderRepository,
    private readonly describe: DescribeOrder,
    private readonly payment: PaymentOpening,
  ) {}

  run(actor: Actor, given: { readonly id: string; readonly version: number }): Promise<OrderView> {
    const scope = traderScope(actor);
    const { companyId } = scope;
    return this.unitOfWork.run(scope, async (tx) => {
      const { order, company } = await this.orders.lock(tx, { companyId, id: given.id });
      const standing = await this.payment.standing(tx, { companyId, orderId: order.id });
      const facts = factsWith(order, standing);
      const verdict = decide(orderLifecycle, { state: order.state, step: 'cancel' }, facts);
      if (!verdict.ok) throw new Problem(verdict.code === 'WRONG_STATE' ? 'WRONG_STATE' : 'ORDER_HAS_MONEY');
      if (order.version !== given.version) throw new Problem('STALE_RECORD');
      const cancelled = await this.orders.advance(tx, order, {
        step: 'cancel',
        to: verdict.to,
        at: this.clock.now(),
        personId: scope.personId,
      });
      if (order.state === 'submitted') {
        await this.catalogue.release(tx, { companyId, orderId: order.id });
        await this.payment.close(tx, { companyId, orderId: order.id, reason: 'cancelled' });
      }
      await this.audit.record(tx, {
        event: 'ordering.order_cancelled',
        companyId,
        subject: { kind: 'order', id: order.id },
        before: { state: order.state },
        after: { state: cancelled.state, version: cancelled.version },
      });
      await this.outbox.record(tx, { type: ORDER_CANCELLED, companyId, payload: { orderId: order.id } });
      return this.describe.run(tx, actor, { order: cancelled, company });
    });
  }
}
