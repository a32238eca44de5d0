import { Injectable } from '@nestjs/common';
import type { ParcelView } from '@qafila/shared/shipping/shipping.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { ParcelReader } from './parcel-reader';

/** One parcel in hand. */
@Injectable()
export class ShowParcel {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ParcelReader,
  ) {}

  run(actor: Actor, id: string): Promise<ParcelView> {
    return this.unitOfWork.run(staffScope(actor), (tx) => this.reader.view(tx, id));
  }
}
