// @ts-check
/**
 * Databases for a parent process that speaks over an IPC channel (the tests), which ends them by ending itself.
 *
 *   --template            one cluster with a migrated template; answers { env }
 *   --durable [--migrated] a cluster of its own that keeps what it committed; answers { cluster },
 *                         then obeys the messages `kill9` and `start`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { command, Told, wordsOf } from './lib/say.mjs';

/** @param {unknown} message */
const tell = (message) => void process.send?.(message);

/** @param {() => Promise<void>} close */
function closeWithParent(close) {
  let closing = false;
  const leave = () => {
    if (closing) return;
    closing = true;
    void close().finally(() => process.exit(0));
  };
  process.once('disconnect', leave);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
}

async function template() {
  const { openTestCluster } = await import('./lib/test-database.mjs');
  const { env, close } = await openTestCluster();
  closeWithParent(close);
  tell({ env });
}

/** @param {boolean} migrated */
async function durable(migrated) {
  const { startPostgres } = await import('./lib/postgres.mjs');
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'qafila-durable-'));
  let cluster = await startPostgres({ dataDir });
  closeWithParent(async () => {
    await cluster.stop();
    rmSync(cluster.folder, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });
  if (migrated) {
    const { buildServer } = await import('./lib/build.mjs');
    const { migrateForTests } = await import('./lib/test-database.mjs');
    await buildServer();
    await migrateForTests(cluster);
  }
  const report = () => {
    const { adminUrl, appUrl, superUrl, pid } = cluster;
    tell({ cluster: { adminUrl, appUrl, superUrl, pid } });
  };
  const orders = {
    kill9: async () => {
      await cluster.kill9();
      tell({ killed: true });
    },
    start: async () => {
      cluster = await startPostgres({ dataDir, port: cluster.port });
      report();
    },
  };
  process.on('message', (/** @type {'kill9' | 'start'} */ order) => {
    orders[order]().catch((fault) => tell({ fault: wordsOf(fault) }));
  });
  report();
}

await command(async () => {
  const { values } = parseArgs({
    options: { template: { type: 'boolean' }, durable: { type: 'boolean' }, migrated: { type: 'boolean' } },
  });
  if (!process.connected) throw new Told('This command serves the tests; see npm test.');
  await ensureInstalled();
  try {
    if (values.template) await template();
    else await durable(values.migrated === true);
  } catch (fault) {
    tell({ fault: wordsOf(fault) });
    throw fault;
  }
});
