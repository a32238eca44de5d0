// @ts-check
/** `npm start`: from a clean checkout to a running portal. Node's own modules only until packages are there. */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { inVar, varFolder } from './lib/paths.mjs';
import { bold, command, dim, say, step, Told } from './lib/say.mjs';
import { untilStopped } from './lib/session.mjs';

const help = `npm start              starts Qafila with its demo world
npm start -- --fresh   forgets database, files and accounts first

Environment, all optional:
  PORT                 portal and API, 3000 or the next free port
  TRACKING_PORT        recipients' pages, the port after it
  DATABASE_URL         app login of a PostgreSQL 15 or newer, with
  DATABASE_ADMIN_URL   its owner, used for migrations; otherwise an embedded one under var/
`;

/** Forgets everything but the secrets' folder layout, which is made again. */
async function forget() {
  const { outsideDatabase } = await import('./lib/stack.mjs');
  if (outsideDatabase())
    throw new Told('--fresh does not empty the database of DATABASE_URL. Empty it yourself.');
  const { removeDatabase } = await import('./lib/postgres.mjs');
  await removeDatabase(inVar('postgres'));
  for (const name of ['files', 'secrets', 'log', 'demo-accounts.json']) {
    rmSync(inVar(name), { recursive: true, force: true });
  }
}

/** @param {import('./lib/stack.mjs').Account[]} accounts */
function accountTable(accounts) {
  const rows = accounts.map(({ role, company = '', email, password }) => [role, company, email, password]);
  const table = [['role', 'company', 'e-mail', 'password'], ...rows];
  const width = (/** @type {number} */ column) => Math.max(...table.map((row) => row[column]?.length ?? 0));
  const line = (/** @type {string[]} */ row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join('  ')
      .trimEnd();
  return table
    .map((row, index) => (index === 0 ? dim(line(row)) : line(row)))
    .map((row) => `  ${row}`)
    .join('\n');
}

/**
 * @param {import('./lib/stack.mjs').Prepared} prepared
 * @param {import('./lib/stack.mjs').Account[]} accounts
 */
function welcome({ env, database, simulators }, accounts) {
  say(`\n${bold('Qafila is ready.')}\n`);
  say(`  Portal            ${bold(env.PUBLIC_ORIGIN)}`);
  say(`  Recipients' pages ${env.TRACKING_ORIGIN}`);
  if (simulators) say(`  Gateways          simulated, ${simulators}/__sim`);
  say(`  Database          ${database.where}`);
  say(`  Logs              ${inVar('log')}\n`);
  if (accounts.length > 0) {
    say(`${accountTable(accounts)}\n`);
    say(
      '  Each account also needs a six-digit code: the drawer on the sign-in page shows the current ones.\n',
    );
  }
  say('Ctrl-C stops everything and keeps the data.');
}

/** @param {{ fresh: boolean }} wishes */
async function start({ fresh }) {
  await untilStopped(async ({ closers, note }) => {
    await step('packages', ensureInstalled);
    const { buildClient, buildServer } = await import('./lib/build.mjs');
    await step('server built', buildServer);
    await step('client built', () => buildClient());
    if (fresh) await step('everything forgotten', forget);
    const { demoAccounts, migrate, prepareStack, startServices } = await import('./lib/stack.mjs');
    const { PORT, TRACKING_PORT } = process.env;
    const wanted = {
      ...(PORT && { port: Number(PORT) }),
      ...(TRACKING_PORT && { trackingPort: Number(TRACKING_PORT) }),
    };
    const prepared = await step('database', () => prepareStack({ folder: varFolder, closers, ...wanted }));
    await step('migrated', () => migrate(prepared));
    const services = await step('ready', () => startServices(prepared));
    note(prepared.env.PUBLIC_ORIGIN);
    welcome(prepared, demoAccounts(prepared));
    const { name, how, words } = await Promise.race([services.death, prepared.database.death]);
    return `The ${name} ended unexpectedly (${how}). Its last lines:\n${words}`;
  });
}

await command(async () => {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return say(help);
  await start({ fresh: values.fresh === true });
});
