import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { OrderHead } from '@qafila/shared/ordering/order-views';
import type { editDraft } from '@qafila/shared/ordering/ordering.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { fieldsInvalid } from '../../../platform/problems/problem';
import { Branding } from '../../branding/branding.api';
import { OrderRepository } from '../db/order.repository';
import { destinationOf } from '../domain/destination';
import type { Order } from '../domain/order';
import { headOf } from '../domain/order-reply';
import { totalsFor } from '../domain/pricing';
import { assertEditable } from './editing';

type Changes = InputOf<typeof editDraft>['body'];

/** Name, destination and brand of a draft; carriage and VAT follow the destination. */
@Injectable()
export class EditDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly branding: Branding,
    private readonly orders: OrderRepository,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    changes: Changes,
  ): Promise<OrderHead> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: at.id };
    return this.unitOfWork.run(scope, async (tx) => {
      const { order, company } = await this.orders.find(tx, key);
      assertEditable(order, at.version, actor);
      const changed = await this.changed(tx, order, changes);
      const destination = destinationOf(changed, company);
      const { goods, branding } = order.totals;
      const totals = totalsFor({ goods, branding, lineCount: order.lineCount }, destination);
      const edited = await this.orders.edit(
        tx,
        { ...changed, totals },
        { parcels: destination.parcels, at: this.clock.now() },
      );
      await this.audit.record(tx, {
        event: 'ordering.draft_changed',
        companyId: key.companyId,
        subject: { kind: 'order', id: key.id },
        before: {
          shipTo: order.shipTo,
          addressId: order.addressId,
          brandProfileId: order.brandProfileId,
        },
        after: {
          shipTo: edited.shipTo,
          addressId: edited.addressId,
          brandProfileId: edited.brandProfileId,
          version: edited.version,
        },
      });
      return headOf(edited, company);
    });
  }

  /** Addresses and brands are the company's own. Throws `FIELDS_INVALID`. */
  private async changed(tx: Tx, order: Order, changes: Changes): Promise<Order> {
    const addressId = changes.addressId ?? order.addressId;
    let { addressCountry } = order;
    if (changes.addressId !== undefined) {
      const addresses = await this.orders.addresses(tx, order.companyId, null);
      const chosen = addresses.find((address) => address.id === changes.addressId);
      if (!chosen) throw fieldsInvalid([{ path: 'addressId', code: 'invalid', params: {} }]);
      addressCountry = chosen.country;
    }
    if (changes.brandProfileId !== undefined) {
      const brands = await this.branding.profilesOf(tx, order.companyId, [changes.brandProfileId]);
      if (!brands.get(changes.brandProfileId)?.isActive)
        throw fieldsInvalid([{ path: 'brandProfileId', code: 'invalid', params: {} }]);
    }
    return {
      ...order,
      name: changes.name ?? order.name,
      shipTo: changes.shipTo ?? order.shipTo,
      addressId,
      addressCountry,
      brandProfileId: changes.brandProfileId ?? order.brandProfileId,
    };
  }
}
