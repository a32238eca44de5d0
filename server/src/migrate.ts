import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { readConfig, UnsafeConfiguration } from './platform/config/config';
import { grantStatements } from './platform/database/grants';
import { exitWithParent } from './platform/process/exit-with-parent';
import { refuse } from './platform/process/refuse';

const FOLDER = join(__dirname, 'migrations');
/** One migration at a time, however many processes are started at once. */
const LOCK = 716_323_001;

const migrationFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => /^\d+-[a-z-]+\.(js|ts)$/.test(name))
    .map((name) => join(FOLDER, name));

/** Brings the schema up to date as its owner, then gives the application's login its rights. */
async function migrate(adminUrl: string, appRole: string): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url: adminUrl,
    migrations: migrationFiles(),
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    poolSize: 2,
    extra: { lock_timeout: 5_000 },
  }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    await runMigrations({ connectionString: adminUrl });
    await source.runMigrations();
    for (const statement of grantStatements(appRole)) await runner.query(statement);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [LOCK]);
    await runner.release();
    await source.destroy();
  }
}

async function main(): Promise<void> {
  exitWithParent();
  const { values, mode } = readConfig();
  if (!values.DATABASE_ADMIN_URL)
    throw new UnsafeConfiguration(['DATABASE_ADMIN_URL: migrations run as the owner']);
  await migrate(values.DATABASE_ADMIN_URL, decodeURIComponent(new URL(values.DATABASE_URL).username));
  if (mode === 'demo') {
    const { loadDemoWorld } = await import('./demo/load-demo-world');
    await loadDemoWorld();
  }
}

main()
  .then(() => process.exit(0))
  .catch((error: unknown) => refuse(error, error instanceof UnsafeConfiguration));
