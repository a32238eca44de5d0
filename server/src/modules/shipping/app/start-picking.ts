import { Injectable } from '@nestjs/common';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ItemRepository } from '../db/item.repository';
import { factsOf } from '../domain/parcel-steps';
import { ParcelReader } from './parcel-reader';
import { takeStep } from './take-step';

/** Takes a parcel in hand: it is picked by one person. */
@Injectable()
export class StartPicking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly reader: ParcelReader,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const parcel = await this.consignments.byId(tx, id);
      const facts = factsOf(parcel, await this.items.of(tx, parcel), { measuredGrams: null });
      const to = takeStep(parcel.state, 'start_picking', facts);
      await this.consignments.advance(tx, parcel, { to });
      await this.audit.record(tx, {
        event: 'shipping.picking_started',
        companyId: parcel.companyId,
        subject: { kind: 'consignment', id },
      });
      return this.reader.view(tx, id);
    });
  }
}
