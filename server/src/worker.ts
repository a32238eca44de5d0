import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { DemoClock } from './platform/clock/demo-clock';
import { UnsafeConfiguration } from './platform/config/config';
import { proveDatabase } from './platform/database/prove-database';
import { JobRunner } from './platform/jobs/job-runner';
import { Log } from './platform/log/log';
import { exitWithParent } from './platform/process/exit-with-parent';
import { refuse } from './platform/process/refuse';

const MINUTE_MS = 60_000;

/** Delivers events, sends mails, chains the audit trail, ends holds. Any number of workers may run. */
async function main(): Promise<void> {
  exitWithParent();
  const app = await NestFactory.createApplicationContext(AppModule, {
    abortOnError: false,
    bufferLogs: true,
  });
  app.useLogger(app.get(Log));
  await proveDatabase(app);
  const jobs = app.get(JobRunner);
  // A move that skips a minute skips sweeps; what they would have found is told now.
  await app.get(DemoClock).follow((milliseconds) => {
    if (milliseconds >= MINUTE_MS) void jobs.sweepSoon();
  });
  await jobs.start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void jobs
        .stop()
        .then(() => app.close())
        .finally(() => process.exit(0));
    });
  }
  // What a killed worker left behind is picked up now, not at the next minute.
  await jobs.sweep();
}

main().catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));
