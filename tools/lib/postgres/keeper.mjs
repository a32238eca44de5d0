// @ts-check
/**
 * Stands between the launcher and PostgreSQL. When the launcher ends in whatever way, kill -9 included,
 * the channel closes and the database is stopped cleanly: no process outlives the command that wanted it.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { killCluster, stopPostmaster } from './leftover.mjs';

/** @type {{ file: string, args: string[], cwd: string, uid?: number, gid?: number, removeOnStop: string[] }} */
const job = JSON.parse(process.argv[2] ?? '{}');

const postgres = spawn(job.file, job.args, {
  cwd: job.cwd,
  env: { PATH: process.env.PATH ?? '/usr/bin:/bin', TZ: 'UTC' },
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
  ...(job.uid === undefined ? {} : { uid: job.uid, gid: job.gid ?? job.uid }),
});

let asked = false;

async function stop() {
  if (asked || postgres.pid === undefined) return;
  asked = true;
  // A cluster that is thrown away need not write its last checkpoint.
  if (job.removeOnStop.length > 0) await killCluster(postgres.pid);
  else await stopPostmaster(postgres.pid);
}

/** @param {string} how */
function leave(how) {
  for (const folder of job.removeOnStop) rmSync(folder, { recursive: true, force: true });
  if (process.connected) process.send?.({ exit: how }, () => process.exit(0));
  else process.exit(0);
}

postgres.once('error', (fault) => leave(fault.message));
postgres.once('exit', (code, signal) => leave(signal ?? `code ${code}`));
process.once('disconnect', () => void stop());
process.on('message', () => void stop());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
if (postgres.pid !== undefined) process.send?.({ pid: postgres.pid });
