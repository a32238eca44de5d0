// @ts-check
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Somebody alive holds the lock. */
export class Held extends Error {
  /** @param {{ pid: number, note?: string }} holder */
  constructor(holder) {
    super(`held by process ${holder.pid}`);
    this.pid = holder.pid;
    this.note = holder.note ?? '';
  }
}

/**
 * When a process began, so that a reused process number is not taken for the old process.
 * @param {number} pid
 */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '');
  } catch {
    return '';
  }
}

/**
 * Whether a process lives; one of another user counts as alive.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code !== 'EPERM') return false;
  }
  return startOf(pid) !== 'ended';
}

/** @param {string} text */
function holderIn(text) {
  try {
    const holder = /** @type {{ pid: number, start: string, note?: string }} */ (JSON.parse(text));
    return isAlive(holder.pid) && startOf(holder.pid) === holder.start ? holder : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Removes a lock whose holder is dead; leaves it when another process replaced it meanwhile.
 * @param {string} file
 * @param {string} seen
 */
function clearStale(file, seen) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, file);
  } catch {
    // Another process was quicker; the next attempt sees its lock.
  }
  rmSync(aside, { force: true });
}

/**
 * Takes a lock file or throws {@link Held}. A lock of a dead process is taken over.
 * @param {string} file
 * @param {string} [note] told to whoever finds the lock held
 * @returns {{ release: () => void, note: (text: string) => void }}
 */
export function takeLock(file, note) {
  mkdirSync(path.dirname(file), { recursive: true });
  const text = (/** @type {string | undefined} */ words) =>
    JSON.stringify({ pid: process.pid, start: startOf(process.pid), note: words });
  const draft = `${file}.${process.pid}`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    writeFileSync(draft, text(note));
    try {
      linkSync(draft, file);
      rmSync(draft, { force: true });
      return {
        release: () => rmSync(file, { force: true }),
        note: (words) => writeFileSync(file, text(words)),
      };
    } catch (fault) {
      rmSync(draft, { force: true });
      if (/** @type {NodeJS.ErrnoException} */ (fault).code !== 'EEXIST') throw fault;
    }
    const seen = readText(file);
    const holder = holderIn(seen);
    if (holder) throw new Held(holder);
    clearStale(file, seen);
  }
  throw new Error(`${file} could not be taken`);
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Does the work while holding the lock, waiting for another holder to finish first.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  for (;;) {
    try {
      const lock = takeLock(file);
      try {
        return await work();
      } finally {
        lock.release();
      }
    } catch (fault) {
      if (!(fault instanceof Held)) throw fault;
      await wait(200);
    }
  }
}
