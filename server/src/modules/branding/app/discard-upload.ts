import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { scopeOf } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Quarantine } from '../../../platform/files/quarantine';
import { Problem } from '../../../platform/problems/problem';
import { UploadRepository } from '../db/upload.repository';

/** Removes an unfinished upload with everything that came of it. */
@Injectable()
export class DiscardUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly quarantine: Quarantine,
  ) {}

  async run(actor: Actor, id: string): Promise<{ done: true }> {
    const upload = await this.unitOfWork.run(scopeOf(actor), async (tx) => {
      const held = await this.uploads.find(tx, id, 'lock');
      if (held.assetId !== null) throw new Problem('UPLOAD_FINISHED');
      await this.uploads.remove(tx, held);
      return held;
    });
    await this.quarantine.remove(upload);
    return { done: true };
  }
}
