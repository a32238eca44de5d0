import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { ConsignmentRepository } from '../db/consignment.repository';

/** The brand's logo of a parcel, so that the packer sees how it has to look (Policy clause 7). */
@Injectable()
export class ShowParcelLogo {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly files: Files,
  ) {}

  run(actor: Actor, id: string): Promise<Buffer> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { logoFileId } = await this.consignments.byId(tx, id);
      if (logoFileId === null) throw new Problem('NOT_FOUND');
      return (await this.files.read(tx, logoFileId)).bytes;
    });
  }
}
