import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { findBrowser } from './browser';

interface Stack {
  readonly portal: string;
  readonly tracking: string;
  readonly folder: string;
  readonly databaseUrl: string;
}

function firstAnswer(child: ChildProcess): Promise<Stack> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the product ended before it was ready')));
    child.once('message', (message: Stack & { fault?: string }) => {
      if (message.fault === undefined) resolve(message);
      else reject(new Error(message.fault));
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    if (child.connected) child.disconnect();
  });
}

/**
 * Once per run: finds a browser, starts the built product with its demo world on random ports and a throw-away
 * database, and tells the tests the addresses through the environment. QAFILA_PORTAL_URL and
 * QAFILA_TRACKING_URL set by hand use a product that runs already.
 */
export default async function setup(): Promise<() => Promise<void>> {
  process.env.QAFILA_CHROMIUM = await findBrowser();
  if (process.env.QAFILA_PORTAL_URL) return async () => undefined;
  const child = fork(path.resolve(__dirname, '../../tools/stack.mjs'), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stack = await firstAnswer(child);
  process.env.QAFILA_PORTAL_URL = stack.portal;
  process.env.QAFILA_TRACKING_URL = stack.tracking;
  process.env.QAFILA_STACK_FOLDER = stack.folder;
  process.env.QAFILA_STACK_DATABASE_URL = stack.databaseUrl;
  return () => end(child);
}
