import { Injectable } from '@nestjs/common';
import { decide } from '@qafila/shared/kernel/lifecycle';
import { orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import { systemScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { Catalogue } from '../../catalogue/catalogue.api';
import { OrderRepository } from '../db/order.repository';
import { OrderListRepository } from '../db/order-list.repository';
import type { OrderKey } from '../domain/order';
import { factsWith } from '../domain/order-reply';
import { ORDER_EXPIRED, PaymentOpening } from '../ordering.api';

const AT_ONCE = 100;

/** Ends holds whose deadline passed without any money from outside; credit used comes back. Each order in a transaction of its own. */
@Injectable()
export class ExpireHolds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly catalogue: Catalogue,
    private readonly orders: OrderRepository,
    private readonly lists: OrderListRepository,
    private readonly payment: PaymentOpening,
  ) {}

  async run(): Promise<void> {
    const scope = systemScope('holds that ended');
    const overdue = await this.unitOfWork.run(scope, (tx) =>
      this.lists.overdue(tx, this.clock.now(), AT_ONCE),
    );
    const faults: unknown[] = [];
    // One that fails holds up nobody behind it.
    for (const key of overdue)
      await this.unitOfWork.run(scope, (tx) => this.expire(tx, key)).catch((fault) => faults.push(fault));
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} holds could not be ended`);
  }

  private async expire(tx: Tx, key: OrderKey): Promise<void> {
    const { order } = await this.orders.lock(tx, key);
    const { companyId, id } = order;
    const at = this.clock.now();
    // A receipt came since the list was read.
    if (order.holdUntil !== null && order.holdUntil >= at) return;
    const standing = await this.payment.standing(tx, { companyId, orderId: id });
    const verdict = decide(
      orderLifecycle,
      { state: order.state, step: 'expire' },
      factsWith(order, standing),
    );
    // Paid, cancelled or expired by another worker since the list was read.
    if (!verdict.ok) return;
    await this.orders.advance(tx, order, {
      step: 'expire',
      to: verdict.to,
      at,
      personId: null,
    });
    await this.catalogue.release(tx, { companyId, orderId: id });
    await this.payment.close(tx, { companyId, orderId: id, reason: 'expired' });
    await this.audit.record(tx, {
      event: 'ordering.order_expired',
      companyId,
      subject: { kind: 'order', id },
      before: { state: order.state },
      after: { state: verdict.to },
    });
    await this.outbox.record(tx, { type: ORDER_EXPIRED, companyId, payload: { orderId: id } });
  }
}
