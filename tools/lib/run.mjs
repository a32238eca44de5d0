// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { root } from './paths.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {'all' | 'output'} [show] print as it comes, errors included or not, instead of keeping it
 * @property {number} [uid]
 * @property {number} [gid]
 */

/** Programs that run now; none of them outlives this command. */
const running = /** @type {Set<import('node:child_process').ChildProcess>} */ (new Set());
process.once('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a program to its end. Never rejects for an exit code: the caller decides.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show === 'all' ? 'inherit' : 'pipe'],
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.gid ?? options.uid }),
    });
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    running.add(child);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 128 : 1), output });
    });
  });
}

/**
 * Runs a script of node_modules or of ours with the same Node.
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);

/**
 * The last lines of a log, starting no earlier than the given byte.
 * @param {string} file
 * @param {{ lines?: number, from?: number }} [part]
 */
export function tail(file, { lines = 15, from = 0 } = {}) {
  try {
    const size = statSync(file).size;
    const start = Math.max(from, size - 64_000);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    const handle = openSync(file, 'r');
    readSync(handle, buffer, 0, buffer.length, start);
    closeSync(handle);
    return buffer.toString().trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
