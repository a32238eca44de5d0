import { Injectable } from '@nestjs/common';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { documentPagePng } from '../../../platform/pdf/pdf-pages';
import { Problem } from '../../../platform/problems/problem';
import { ApplicationRepository } from '../db/application.repository';
import { ApplicationItemRepository } from '../db/application-item.repository';

/** One page of an own document as a picture. */
@Injectable()
export class ShowOwnDocument {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly applications: ApplicationRepository,
    private readonly items: ApplicationItemRepository,
    private readonly files: Files,
  ) {}

  async run(actor: Actor, at: { readonly kind: ItemKind; readonly page: number }): Promise<Buffer> {
    const scope = traderScope(actor);
    const file = await this.unitOfWork.run(scope, async (tx) => {
      const application = await this.applications.latest(tx, scope.companyId);
      if (!application) throw new Problem('APPLICATION_NONE');
      const item = (await this.items.of(tx, application)).find((each) => each.kind === at.kind);
      if (!item?.file) throw new Problem('NOT_FOUND');
      return this.files.read(tx, item.file.id);
    });
    const png = await documentPagePng(file, at.page);
    if (!png) throw new Problem('NOT_FOUND');
    return png;
  }
}
