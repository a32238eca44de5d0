import { Injectable } from '@nestjs/common';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Branding } from '../../branding/branding.api';
import { OrderRepository } from '../db/order.repository';
import { DescribeOrder } from './describe-order';

/** Begins a named draft, with the default address and, where there is only one, the brand. */
@Injectable()
export class CreateDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly branding: Branding,
    private readonly orders: OrderRepository,
    private readonly describe: DescribeOrder,
  ) {}

  run(actor: Actor, name: string): Promise<OrderView> {
    const scope = traderScope(actor);
    const { companyId, personId } = scope;
    return this.unitOfWork.run(scope, async (tx) => {
      const { company, defaultAddressId } = await this.orders.company(tx, companyId);
      const brands = await this.branding.activeProfiles(tx, companyId);
      const id = await this.orders.create(tx, {
        companyId,
        name,
        currency: company.currency,
        shipTo: 'warehouse',
        addressId: defaultAddressId,
        brandProfileId: brands.length === 1 ? (brands[0]?.id ?? null) : null,
        personId,
        at: this.clock.now(),
        preparedReason: actor.acting?.reason ?? null,
      });
      await this.audit.record(tx, {
        event: 'ordering.draft_created',
        companyId,
        subject: { kind: 'order', id },
      });
      const found = await this.orders.find(tx, { companyId, id });
      return this.describe.run(tx, actor, { ...found, lines: [], recipients: [] });
    });
  }
}
