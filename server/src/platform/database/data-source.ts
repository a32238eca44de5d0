import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config';
import { PreparingClient } from './preparing-client';
import type { StatementLog } from './statement-log';

/** Options of the application's login. Timeouts of the reliability page, 5.1. */
export const applicationDatabase = (config: Config, log: StatementLog): DataSourceOptions => ({
  type: 'postgres',
  url: config.values.DATABASE_URL,
  entities: [],
  synchronize: false,
  installExtensions: false,
  uuidExtension: 'pgcrypto',
  logging: config.mode === 'test' ? ['query'] : false,
  logger: log,
  poolSize: config.values.DATABASE_POOL,
  extra: {
    Client: PreparingClient,
    statement_timeout: 10_000,
    lock_timeout: 8_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 10_000,
  },
});
