// @ts-check
/**
 * The built product with its demo world on random ports and a throw-away database, for a parent process that
 * speaks over an IPC channel (the browser tests). It ends when the parent ends. Answers { portal, tracking, folder }.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { isAlive } from './lib/lock.mjs';
import { freePort } from './lib/net.mjs';
import { inVar } from './lib/paths.mjs';
import { command, Told, wordsOf } from './lib/say.mjs';

/** @type {(() => Promise<void>)[]} */
const closers = [];
let closing = false;

/** @param {number} code */
async function close(code) {
  if (closing) return;
  closing = true;
  for (let undo = closers.pop(); undo; undo = closers.pop()) await undo().catch(() => undefined);
  process.exit(code);
}

/** A folder of this run; its logs stay until a later run finds nobody using them. */
function ownFolder() {
  const all = inVar('e2e');
  mkdirSync(all, { recursive: true });
  for (const name of readdirSync(all)) {
    if (!isAlive(Number(name))) rmSync(path.join(all, name), { recursive: true, force: true });
  }
  return path.join(all, String(process.pid));
}

async function open() {
  const { buildClient, buildServer } = await import('./lib/build.mjs');
  await buildServer();
  await buildClient();
  const { demoAccounts, migrate, prepareStack, startServices } = await import('./lib/stack.mjs');
  const folder = ownFolder();
  const ports = { port: await freePort(), trackingPort: await freePort() };
  const prepared = await prepareStack({ folder, closers, volatile: true, ...ports });
  await migrate(prepared);
  const { death } = await startServices(prepared);
  process.send?.({
    portal: prepared.env.PUBLIC_ORIGIN,
    tracking: prepared.env.TRACKING_ORIGIN,
    accounts: demoAccounts(prepared),
    databaseUrl: prepared.database.adminUrl,
    folder,
  });
  const { name, how, words } = await Promise.race([death, prepared.database.death]);
  throw new Told(`The ${name} ended during the tests (${how}):\n${words}`);
}

await command(async () => {
  if (!process.connected) throw new Told('This command serves the browser tests; see npm test.');
  process.once('disconnect', () => void close(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void close(0));
  await ensureInstalled();
  await open().catch(async (fault) => {
    if (closing) return;
    process.stderr.write(`${wordsOf(fault)}\n`);
    process.send?.({ fault: wordsOf(fault) });
    await close(1);
  });
});
