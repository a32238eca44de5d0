// @ts-check
/** Databases for tests: one migrated template, cloned by each test file. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildServer } from './build.mjs';
import { inRoot } from './paths.mjs';
import { execute, withDatabase } from './postgres/databases.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode } from './run.mjs';
import { Told } from './say.mjs';
import { outsideDatabase } from './stack.mjs';

/** Secrets of one test run. */
const secrets = () => {
  const names = ['KEY_ENCRYPTION_KEY', 'INDEX_KEY', 'SESSION_KEY', 'PASSWORD_PEPPER'];
  return Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64')]));
};

/**
 * Runs the real migration program on a database, in test mode: no demo world.
 * @param {{ adminUrl: string, appUrl: string }} database
 */
export async function migrateForTests({ adminUrl, appUrl }) {
  const script = inRoot('server', 'dist', 'migrate.js');
  if (!existsSync(script))
    throw new Told('server/src/migrate.ts is missing, so there is nothing to test a database with.');
  const files = mkdtempSync(path.join(os.tmpdir(), 'qafila-migrate-'));
  const { code, output } = await runNode([script], {
    env: {
      ...process.env,
      ...secrets(),
      QAFILA_MODE: 'test',
      DATABASE_URL: appUrl,
      DATABASE_ADMIN_URL: adminUrl,
      DATA_DIR: files,
    },
  });
  rmSync(files, { recursive: true, force: true });
  if (code !== 0) throw new Told(`The migration of the test database failed:\n${output.trim()}`);
}

/** A cluster that vanishes with the run, or the one of DATABASE_URL. */
async function anyCluster() {
  const outside = outsideDatabase();
  if (outside) return { ...outside, stop: async () => undefined };
  return startPostgres({
    dataDir: mkdtempSync(path.join(os.tmpdir(), 'qafila-test-')),
    volatile: true,
    removeOnStop: true,
  });
}

/**
 * Compiles what is stale, starts the cluster of a test run and migrates its template.
 * @returns {Promise<{ env: Record<string, string>, close: () => Promise<void> }>} `env` is what the test files read
 */
export async function openTestCluster() {
  await buildServer();
  const cluster = await anyCluster();
  const template = `qafila_template_${randomBytes(6).toString('hex')}`;
  const close = async () => {
    if (outsideDatabase())
      await execute(cluster.adminUrl, `drop database if exists ${template} with (force)`);
    await cluster.stop();
  };
  try {
    await execute(cluster.adminUrl, `create database ${template}`);
    await migrateForTests({
      adminUrl: withDatabase(cluster.adminUrl, template),
      appUrl: withDatabase(cluster.appUrl, template),
    });
  } catch (fault) {
    await close();
    throw fault;
  }
  return {
    env: {
      QAFILA_TEST_ADMIN_URL: cluster.adminUrl,
      QAFILA_TEST_APP_URL: cluster.appUrl,
      QAFILA_TEST_TEMPLATE: template,
    },
    close,
  };
}
