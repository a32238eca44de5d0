import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { ClearUploads } from '../app/clear-uploads';
import { InspectAssets } from '../app/inspect-assets';
import { PurgeAssets } from '../app/purge-assets';

/** Files: opened as they come, and again where a worker ended in between; what nobody needs is removed. */
@Injectable()
export class AssetsJob {
  constructor(
    private readonly inspect: InspectAssets,
    private readonly clear: ClearUploads,
    private readonly purge: PurgeAssets,
  ) {}

  @Job({ name: 'branding.inspect_assets', cron: '* * * * *' })
  inspectWaiting(): Promise<void> {
    return this.inspect.run();
  }

  @Job({ name: 'branding.clear_files', cron: '23 * * * *' })
  async clearOld(): Promise<void> {
    await this.clear.run();
    await this.purge.run();
  }
}
