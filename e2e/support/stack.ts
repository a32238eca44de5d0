import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { FullConfig } from '@playwright/test';
import { findBrowser } from './browser';

interface Stack {
  readonly portal: string;
  readonly tracking: string;
  readonly simulators: string;
}
/** The first product, and those that began alike. */
type Answer = Stack & { readonly twins: readonly Stack[] };

function firstAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the product ended before it was ready')));
    child.once('message', (message: Answer & { fault?: string }) => {
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

async function start(count: number): Promise<{ child: ChildProcess; stacks: readonly Stack[] }> {
  const child = fork(path.resolve(__dirname, '../../tools/stack.mjs'), [String(count)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { portal, tracking, simulators, twins } = await firstAnswer(child);
  return { child, stacks: [{ portal, tracking, simulators }, ...twins] };
}

/**
 * Once per run: finds a browser, starts the built product with its demo world on random ports and a throw-away
 * database, once for each worker, and tells the tests the addresses through the environment: each worker has a
 * product and a demo clock of its own. QAFILA_PORTAL_URL, QAFILA_TRACKING_URL and QAFILA_SIMULATORS_URL set by hand
 * use a product that runs already.
 */
export default async function setup({ workers }: FullConfig): Promise<() => Promise<void>> {
  process.env.QAFILA_CHROMIUM = await findBrowser();
  if (process.env.QAFILA_PORTAL_URL) return async () => undefined;
  const { child, stacks } = await start(workers);
  process.env.QAFILA_STACKS = JSON.stringify(stacks);
  return () => end(child);
}
