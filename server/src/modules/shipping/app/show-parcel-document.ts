import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Problem } from '../../../platform/problems/problem';
import { ConsignmentRepository } from '../db/consignment.repository';
import { type PaperKind, PaperRepository } from '../db/paper.repository';
import { paperName } from '../domain/paper-view';

/** A paper with its neutral file name. */
export interface NamedPaper {
  readonly bytes: Buffer;
  readonly name: string;
}

/** Slip or label of a parcel that passed the scan; before that there is none. */
@Injectable()
export class ShowParcelDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly papers: PaperRepository,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: string, kind: PaperKind): Promise<NamedPaper> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const parcel = await this.consignments.byId(tx, id);
      const fileId = await this.papers.fileOf(tx, parcel, kind);
      if (fileId === null) throw new Problem('NOT_FOUND');
      const { bytes } = await this.files.read(tx, fileId);
      await this.audit.record(tx, {
        event: 'shipping.recipient_read',
        companyId: parcel.companyId,
        subject: { kind: 'consignment', id },
        after: { for: kind },
      });
      return { bytes, name: paperName(kind, parcel.parcelCode) };
    });
  }
}
