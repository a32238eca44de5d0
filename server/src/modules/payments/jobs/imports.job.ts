import { Injectable } from '@nestjs/common';
import { Job } from '../../../platform/jobs/job';
import { FinishImports } from '../app/finish-imports';

/** Large files of banks: read as they come, and again where a worker ended in between. */
@Injectable()
export class ImportsJob {
  constructor(private readonly imports: FinishImports) {}

  @Job({ name: 'payments.finish_imports', cron: '* * * * *' })
  finishWaiting(): Promise<void> {
    return this.imports.run();
  }
}
