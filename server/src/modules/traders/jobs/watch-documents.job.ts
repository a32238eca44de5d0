import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { WatchDocuments } from '../app/watch-documents';

/** Every hour: documents that fall due, and companies whose grace is over. */
@Injectable()
export class WatchDocumentsJob {
  constructor(private readonly watch: WatchDocuments) {}

  @Job({ name: 'traders.watch_documents', cron: '7 * * * *' })
  sweep(): Promise<void> {
    return this.watch.run();
  }
}
