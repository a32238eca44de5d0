// @ts-check
import { fork } from 'node:child_process';
import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../net.mjs';
import { tail } from '../run.mjs';
import { Told } from '../say.mjs';
import { addressOf, ensureRoles } from './roles.mjs';

/** @typedef {import('./site.mjs').Site} Site */

const durable = { max_connections: '100' };
const throwaway = {
  max_connections: '200',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
};

/**
 * @param {Site} site
 * @param {{ port: number, volatile: boolean, removeOnStop: boolean }} how
 */
function launch(site, { port, volatile, removeOnStop }) {
  const settings = {
    ...(volatile ? throwaway : durable),
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  };
  const args = [
    '-D',
    site.data,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const job = {
    file: path.join(site.bin, 'postgres'),
    args,
    cwd: site.folder,
    ...site.runner,
    removeOnStop: removeOnStop ? [...new Set([site.folder, site.home])] : [],
  };
  const log = openSync(site.log, 'a', 0o600);
  const keeper = fork(fileURLToPath(new URL('./keeper.mjs', import.meta.url)), [JSON.stringify(job)], {
    detached: true,
    execArgv: [],
    cwd: '/',
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return watch(keeper);
}

/** @param {import('node:child_process').ChildProcess} keeper */
function watch(keeper) {
  const state = { pid: 0, over: false, keeper, exited: Promise.resolve('') };
  state.exited = new Promise((resolve) => {
    let how = 'its keeper was killed';
    keeper.on('message', (/** @type {{ pid?: number, exit?: string }} */ message) => {
      state.pid = message.pid ?? state.pid;
      how = message.exit ?? how;
    });
    keeper.once('error', (fault) => resolve(fault.message));
    keeper.once('exit', () => {
      state.over = true;
      resolve(how);
    });
  });
  return state;
}

/**
 * Connects as soon as the database answers; undefined when it ended instead.
 * @param {ReturnType<typeof watch>} running
 * @param {string} url
 */
async function connect(running, url) {
  const { default: pg } = await import('pg');
  const end = performance.now() + 120_000;
  while (!running.over && performance.now() < end) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (fault) {
      await client.end().catch(() => undefined);
      if (/** @type {{ code?: string }} */ (fault).code === '28P01')
        throw new Told('The database refuses its own password. Begin anew with --fresh.');
    }
    await wait(25);
  }
  return undefined;
}

/**
 * After kill -9 the old back ends hold the shared memory for a moment, and a free port may be taken meanwhile.
 * @param {string} words the log of this attempt
 */
const isWorthAnotherTry = (words) =>
  /shared memory block|could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists/.test(
    words,
  );

/**
 * Starts the postmaster and waits until it answers, with roles and database in place.
 * @param {Site} site
 * @param {{ port?: number | undefined, volatile: boolean, removeOnStop: boolean }} how
 */
export async function bringUp(site, how) {
  for (let attempt = 1; ; attempt += 1) {
    const from = existsSync(site.log) ? statSync(site.log).size : 0;
    const port = how.port ?? (await freePort());
    const running = launch(site, { ...how, port });
    const client = await connect(
      running,
      addressOf({ port, passwords: site.passwords }, 'postgres', 'postgres'),
    );
    if (client) {
      await ensureRoles(client, site.passwords).finally(() => client.end());
      return { running, port };
    }
    if (!running.over) running.keeper.disconnect();
    await running.exited;
    const words = tail(site.log, { from });
    if (attempt >= 40 || !isWorthAnotherTry(words)) throw new Told(`PostgreSQL did not start:\n${words}`);
    await wait(500);
  }
}
