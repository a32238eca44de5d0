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

/** Closes a parcel: every piece is in, and it weighs what it should. */
@Injectable()
export class PackParcel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly items: ItemRepository,
    private readonly reader: ParcelReader,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string, weightGrams: number): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const parcel = await this.consignments.byId(tx, id);
      const items = await this.items.of(tx, parcel);
      const to = takeStep(parcel.state, 'pack', factsOf(parcel, items, { measuredGrams: weightGrams }));
      await this.consignments.advance(tx, parcel, { to, measuredGrams: weightGrams });
      await this.audit.record(tx, {
        event: 'shipping.parcel_packed',
        companyId: parcel.companyId,
        subject: { kind: 'consignment', id },
        after: { weightGrams },
      });
      return this.reader.view(tx, id);
    });
  }
}
