import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { ConsignmentRepository } from '../db/consignment.repository';
import { PaperRepository } from '../db/paper.repository';
import { paperName } from '../domain/paper-view';
import { PaperMaker } from './paper-maker';
import type { NamedPaper } from './show-parcel-document';

/** What the recipient finds in the parcel, for its trader: the slip that was printed, or the one that would be. */
@Injectable()
export class ShowConsignmentSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly papers: PaperRepository,
    private readonly maker: PaperMaker,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string): Promise<NamedPaper> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const parcel = await this.consignments.ofCompany(tx, scope.companyId, id);
      await this.audit.look(tx, {
        event: 'shipping.parcel_read',
        companyId: scope.companyId,
        subject: { kind: 'consignment', id },
      });
      const fileId = await this.papers.fileOf(tx, parcel, 'slip');
      const bytes =
        fileId === null ? await this.maker.drawSlip(tx, parcel) : (await this.files.read(tx, fileId)).bytes;
      return { bytes, name: paperName('slip', parcel.parcelCode) };
    });
  }
}
