// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '../lock.mjs';
import { run } from '../run.mjs';
import { Told } from '../say.mjs';

/**
 * The command line of a process, empty when it cannot be read.
 * @param {number} pid
 */
async function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return (await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ output: '' }))).output;
  }
}

/**
 * Waits for a process to end.
 * @param {number} pid
 * @param {number} seconds
 */
export async function ended(pid, seconds) {
  const end = performance.now() + seconds * 1000;
  while (isAlive(pid)) {
    if (performance.now() > end) return false;
    await wait(20);
  }
  return true;
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

/**
 * Stops a postmaster: fast, then immediate, then by force. All three keep what was committed.
 * @param {number} pid
 */
export async function stopPostmaster(pid) {
  for (const [signal, seconds] of /** @type {[NodeJS.Signals, number][]} */ ([
    ['SIGINT', 20],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ])) {
    send(pid, signal);
    if (await ended(pid, seconds)) return;
  }
  throw new Told(`PostgreSQL (process ${pid}) does not stop.`);
}

/**
 * The processes a postmaster started. Linux only; elsewhere none are found and they end by themselves.
 * @param {number} pid
 */
function childrenOf(pid) {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 4).split(' ')[0]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * What a power cut does to the database: every process of it ends at once, nothing is flushed.
 * @param {number} pid
 */
export async function killCluster(pid) {
  const family = [pid, ...childrenOf(pid)];
  for (const member of family) send(member, 'SIGKILL');
  for (const member of family) await ended(member, 10);
}

/**
 * Ends a postmaster whose launcher was killed. The data folder is then as after any clean stop;
 * if the postmaster was killed too, the next start recovers from the write-ahead log by itself.
 * @param {string} data
 * @returns {Promise<boolean>} whether one was found alive
 */
export async function stopLeftover(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (pid > 0 && isAlive(pid) && (await commandLine(pid)).includes(data)) {
    await stopPostmaster(pid);
    return true;
  }
  // The number is dead or now belongs to a stranger, whom PostgreSQL would take for its own postmaster.
  rmSync(file, { force: true });
  return false;
}
