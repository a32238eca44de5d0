import { Injectable } from '@nestjs/common';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { documentPagePng } from '../../../platform/pdf/pdf-pages';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';

/** One page of an applicant's document for the reviewer; a look is written down, whichever page it begins at. */
@Injectable()
export class ShowDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  async run(
    actor: Actor,
    at: { readonly id: string; readonly kind: ItemKind; readonly page: number },
  ): Promise<Buffer> {
    const file = await this.unitOfWork.run(staffScope(actor), async (tx) => {
      const application = await this.applications.byId(tx, at.id);
      const item = (await this.items.of(tx, application)).find((each) => each.kind === at.kind);
      if (!item?.file) throw new Problem('NOT_FOUND');
      await this.audit.look(tx, {
        event: 'traders.application_document_read',
        companyId: application.companyId,
        subject: { kind: 'document', id: item.file.id },
      });
      return this.files.read(tx, item.file.id);
    });
    const png = await documentPagePng(file, at.page);
    if (!png) throw new Problem('NOT_FOUND');
    return png;
  }
}
