import { Injectable } from '@nestjs/common';
import { UPLOAD_KEPT_HOURS } from '@qafila/shared/branding/assets.rules';
import { systemScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Files } from '../../../platform/files/files';
import { Quarantine } from '../../../platform/files/quarantine';
import { UploadRepository } from '../db/upload.repository';

const HOUR_MS = 60 * 60_000;

/** Removes uploads that nobody went on with, and what ended processes left on disk. Safe to repeat. */
@Injectable()
export class ClearUploads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadRepository,
    private readonly files: Files,
    private readonly quarantine: Quarantine,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const scope = systemScope('abandoned uploads');
    const stale = await this.unitOfWork.run(scope, async (tx) => {
      const found = await this.uploads.lockStale(
        tx,
        new Date(now.getTime() - UPLOAD_KEPT_HOURS.value * HOUR_MS),
      );
      for (const upload of found) {
        await this.uploads.remove(tx, upload);
        await this.files.removeUnborn(tx, upload.companyId, upload.fileId);
      }
      return found;
    });
    for (const upload of stale) await this.quarantine.remove(upload);
    await this.quarantine.clear(await this.unitOfWork.run(scope, (tx) => this.uploads.kept(tx)), now);
  }
}
