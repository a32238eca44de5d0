import { SetMetadata } from '@nestjs/common';

/** A job of the worker: its name and, for sweeps, when it runs by itself. */
export interface JobSpec {
  readonly name: string;
  /** Crontab line; a sweep also runs when the worker starts and when the demo clock moves. */
  readonly cron?: string;
}
export const JOB = Symbol('job');
/** Marks a provider's method as the one handler of a job. */
export const Job = (spec: JobSpec): MethodDecorator => SetMetadata(JOB, spec);
