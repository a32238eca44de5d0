// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './paths.mjs';
import { tail } from './run.mjs';

/**
 * @typedef {object} Child
 * @property {string} name
 * @property {number} pid
 * @property {string} log
 * @property {Promise<string>} exited how it ended
 * @property {() => boolean} isOver
 * @property {() => string} lastWords the end of what it wrote since this start
 * @property {() => Promise<void>} stop
 */

/**
 * Starts one of our processes with its own log. It holds one end of a channel and ends when this command does.
 * It stands in its own group, so that Ctrl-C reaches this command only, which then stops things in order.
 * @param {{ name: string, args: string[], env: NodeJS.ProcessEnv, logFolder: string }} job
 * @returns {Child}
 */
export function startChild({ name, args, env, logFolder }) {
  mkdirSync(logFolder, { recursive: true });
  const log = path.join(logFolder, `${name}.log`);
  const from = existsSync(log) ? statSync(log).size : 0;
  const handle = openSync(log, 'a', 0o600);
  const process_ = spawn(process.execPath, ['--enable-source-maps', ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', handle, handle, 'ipc'],
  });
  closeSync(handle);
  let over = false;
  const exited = new Promise((/** @type {(how: string) => void} */ resolve) => {
    process_.once('error', (fault) => resolve(fault.message));
    process_.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
  }).then((how) => {
    over = true;
    return how;
  });
  return {
    name,
    pid: process_.pid ?? 0,
    log,
    exited,
    isOver: () => over,
    lastWords: () => tail(log, { from }),
    async stop() {
      process_.kill('SIGTERM');
      const patience = new AbortController();
      const late = wait(15_000, 'late', { signal: patience.signal }).catch(() => '');
      if ((await Promise.race([exited, late])) === 'late') process_.kill('SIGKILL');
      patience.abort();
      await exited;
    },
  };
}
