import { Injectable } from '@nestjs/common';
import type { UploadView } from '@qafila/shared/branding/asset-views';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { UploadRepository } from '../db/upload.repository';
import { uploadViewOf } from './describe-upload';

/** Which parts of an upload are there, for whoever goes on with it. */
@Injectable()
export class ReadUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
  ) {}

  run(actor: Actor, id: string): Promise<UploadView> {
    return this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const upload = await this.uploads.find(tx, id);
      return uploadViewOf(upload, await this.uploads.parts(tx, upload));
    });
  }
}
