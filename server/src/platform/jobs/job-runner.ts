import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { parseCronItems, type Runner, run, type TaskList, Logger as WorkerLogger } from 'graphile-worker';
import { Config } from '../config/config';
import { Log } from '../log/log';
import { JOB, type JobSpec } from './job';

interface Handler {
  readonly spec: JobSpec;
  readonly handle: (payload: unknown) => Promise<void>;
}

/** Runs jobs in the worker process; the start fails on a job with two handlers. */
@Injectable()
export class JobRunner {
  private runner: Runner | null = null;
  /** The round that runs, and whether another was asked for meanwhile. */
  private round: Promise<void> | null = null;
  private isAsked = false;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly config: Config,
    private readonly log: Log,
  ) {}

  /** Every job with its handler. Throws when two handlers share a name. */
  handlers(): Map<string, Handler> {
    const found = new Map<string, Handler>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
        const handler = (instance as Record<string, (payload: unknown) => Promise<void>>)[method];
        const spec = handler && this.reflector.get<JobSpec | undefined>(JOB, handler);
        if (!handler || !spec) continue;
        if (found.has(spec.name)) throw new Error(`Job ${spec.name} has two handlers`);
        found.set(spec.name, { spec, handle: handler.bind(instance) });
      }
    }
    return found;
  }

  /** Runs every sweep once, in this process: after a start and in tests. */
  async sweep(): Promise<void> {
    for (const { spec, handle } of this.handlers().values()) if (spec.cron) await handle({});
  }

  /** One round of sweeps now; asked for during a round, one more after it. A failed round is logged, the next minute brings another. */
  sweepSoon(): Promise<void> {
    this.isAsked = true;
    this.round ??= this.sweepWhileAsked().finally(() => {
      this.round = null;
    });
    return this.round;
  }

  private async sweepWhileAsked(): Promise<void> {
    while (this.isAsked) {
      this.isAsked = false;
      await this.sweep().catch((error: unknown) => this.log.error('sweep failed', { error }));
    }
  }

  async start(): Promise<void> {
    const handlers = [...this.handlers().values()];
    const taskList: TaskList = Object.fromEntries(
      handlers.map(({ spec, handle }) => [spec.name, (payload: unknown) => handle(payload)]),
    );
    // Parsed here, since a line of crontab text takes no dot in a task's name.
    const parsedCronItems = parseCronItems(
      handlers.flatMap(({ spec }) =>
        spec.cron ? [{ task: spec.name, match: spec.cron, options: { maxAttempts: 3 } }] : [],
      ),
    );
    this.runner = await run({
      connectionString: this.config.values.DATABASE_URL,
      concurrency: 4,
      pollInterval: 2000,
      noHandleSignals: true,
      taskList,
      parsedCronItems,
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error') this.log.error('job failed', { detail: message });
        else this.log.debug(message, {});
      }),
    });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
    this.isAsked = false;
    await this.round;
    this.runner = null;
  }
}
