import { DatabaseProcess } from './database-process';

interface Addresses {
  readonly adminUrl: string;
  readonly appUrl: string;
  readonly superUrl: string;
  readonly pid: number;
}

/** A PostgreSQL of its own that must keep what it acknowledged; addresses stay the same over restarts. */
export interface DurableCluster extends Addresses {
  /** Every process of the database ends at once, nothing is flushed. */
  kill9(): Promise<void>;
  /** Starts again after {@link kill9}; PostgreSQL recovers from its log first. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a migrated, durable cluster for crash tests. Stop it in `afterAll`. */
export async function aDurableCluster(): Promise<DurableCluster> {
  const keeper = new DatabaseProcess(['--durable', '--migrated']);
  const { cluster } = await keeper.ask<{ cluster: Addresses }>();
  return {
    ...cluster,
    kill9: async () => {
      await keeper.ask('kill9');
    },
    restart: async () => {
      await keeper.ask('start');
    },
    stop: () => keeper.end(),
  };
}
