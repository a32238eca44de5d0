import { Injectable } from '@nestjs/common';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ConsignmentRepository } from '../db/consignment.repository';
import { ParcelReader } from './parcel-reader';

/** One parcel in hand. Its company sees in its trail that somebody opened it. */
@Injectable()
export class ShowParcel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parcels: ConsignmentRepository,
    private readonly reader: ParcelReader,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const parcel = await this.parcels.byId(tx, id);
      await this.audit.look(tx, {
        event: 'shipping.parcel_read',
        companyId: parcel.companyId,
        subject: { kind: 'consignment', id },
      });
      return this.reader.view(tx, id);
    });
  }
}
