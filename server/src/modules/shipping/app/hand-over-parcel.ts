import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import type { handOverParcel, ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Outbox } from '../../../platform/outbox/outbox';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';
import { Catalogue } from '../../catalogue/catalogue.api';
import { CONSIGNMENT_HANDED_OVER, Orders } from '../../ordering/ordering.api';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ItemRepository } from '../db/item.repository';
import { factsOf } from '../domain/parcel-steps';
import { LeakGate } from './leak-gate';
import { ParcelReader } from './parcel-reader';
import { takeStep } from './take-step';

type Given = InputOf<typeof handOverParcel>['body'];

/** Gives a labelled parcel of an order that has its money to the carrier; from now on the recipient's page shows it. */
@Injectable()
export class HandOverParcel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly orders: Orders,
    private readonly catalogue: Catalogue,
    private readonly gate: LeakGate,
    private readonly reader: ParcelReader,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, id: string, given: Given): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const parcel = await this.consignments.byId(tx, id);
      const { companyId, orderId } = parcel;
      const items = await this.items.of(tx, parcel);
      const to = takeStep(
        parcel.state,
        'hand_over',
        factsOf(parcel, items, { measuredGrams: parcel.measuredGrams }),
      );
      // Its money may have gone back a moment ago, and shipping is told of it later.
      const stand = await this.orders.standOf(tx, { companyId, id: orderId });
      if (stand !== 'ships') throw new Problem(stand === 'waits' ? 'PARCEL_HELD' : 'WRONG_STATE');
      // The number is typed after the scan, and the tracking page shows it.
      if (!(await this.gate.isClean(tx, parcel, given.trackingNumber)))
        throw fieldsInvalid([{ path: 'trackingNumber', code: 'invalid', params: {} }]);
      await this.consignments.advance(tx, parcel, { to, ...given, handedOverAt: this.clock.now() });
      await this.catalogue.ship(tx, { companyId, orderId }, items);
      await this.audit.record(tx, {
        event: 'shipping.consignment_handed_over',
        companyId,
        subject: { kind: 'consignment', id },
        after: { carrier: given.carrier },
      });
      await this.outbox.record(tx, {
        type: CONSIGNMENT_HANDED_OVER,
        companyId,
        payload: { orderId, consignmentId: id },
      });
      return this.reader.view(tx, id);
    });
  }
}
