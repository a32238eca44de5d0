// @ts-check
/**
 * The built product with its demo world on random ports and a throw-away database, for a parent process that
 * speaks over an IPC channel (the browser tests). It ends when the parent ends. Answers { portal, tracking, folder },
 * and { twins } when an argument asks for several products that begin alike.
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
    if (!isAlive(Number.parseInt(name, 10))) rmSync(path.join(all, name), { recursive: true, force: true });
  }
  return path.join(all, String(process.pid));
}

/** @param {import('./lib/stack.mjs').Prepared} prepared */
const addressesOf = ({ env, simulators }) => ({
  portal: env.PUBLIC_ORIGIN,
  tracking: env.TRACKING_ORIGIN,
  simulators,
});

/** @param {number} count products in all */
async function open(count) {
  const { buildClient, buildServer } = await import('./lib/build.mjs');
  await buildServer();
  await buildClient();
  const { demoAccounts, migrate, prepareStack, prepareTwin, startServices } = await import('./lib/stack.mjs');
  const folder = ownFolder();
  const ports = { port: await freePort(), trackingPort: await freePort() };
  const prepared = await prepareStack({ folder, closers, volatile: true, ...ports });
  await migrate(prepared);
  const twins = [];
  for (let n = 1; n < count; n += 1) {
    const at = { port: await freePort(), trackingPort: await freePort() };
    twins.push(await prepareTwin(prepared, { folder: `${folder}-${n}`, closers, ...at }));
  }
  const running = await Promise.all([prepared, ...twins].map((each) => startServices(each)));
  process.send?.({
    ...addressesOf(prepared),
    twins: twins.map(addressesOf),
    accounts: demoAccounts(prepared),
    databaseUrl: prepared.database.adminUrl,
    folder,
  });
  const { name, how, words } = await Promise.race([
    ...running.map(({ death }) => death),
    prepared.database.death,
  ]);
  throw new Told(`The ${name} ended during the tests (${how}):\n${words}`);
}

await command(async () => {
  if (!process.connected) throw new Told('This command serves the browser tests; see npm test.');
  process.once('disconnect', () => void close(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void close(0));
  await ensureInstalled();
  await open(Number(process.argv[2] ?? 1)).catch(async (fault) => {
    if (closing) return;
    process.stderr.write(`${wordsOf(fault)}\n`);
    process.send?.({ fault: wordsOf(fault) });
    await close(1);
  });
});
