import { Injectable } from '@nestjs/common';
import type { UploadView } from '@qafila/shared/branding/asset-views';
import { ASSET_QUOTA_FILES } from '@qafila/shared/branding/assets.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UploadRepository } from '../db/upload.repository';
import { uploadViewOf } from './describe-upload';

/** Uploads of the company that are not whole yet; the quota bounds their number. */
@Injectable()
export class ListUploads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
  ) {}

  run(actor: Actor): Promise<{ rows: UploadView[] }> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const open = await this.uploads.open(tx, scope.companyId, ASSET_QUOTA_FILES.value);
      const parts = await this.uploads.partsOf(
        tx,
        scope.companyId,
        open.map(({ id }) => id),
      );
      return { rows: open.map((upload) => uploadViewOf(upload, parts.get(upload.id) ?? [])) };
    });
  }
}
