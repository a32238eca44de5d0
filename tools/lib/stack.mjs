// @ts-check
/** The whole product on this machine: database, migration, server, worker, recipients' pages. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startChild } from './child.mjs';
import { answers, freePortFrom } from './net.mjs';
import { inRoot } from './paths.mjs';
import { cloneDatabase, withDatabase } from './postgres/databases.mjs';
import { startPostgres } from './postgres.mjs';
import { Told } from './say.mjs';
import { portalOrigin, secretFiles, simulatorSettings, trackingOrigin } from './settings.mjs';

/**
 * @typedef {object} StackOptions
 * @property {string} folder where its data, files, secrets and logs lie
 * @property {(() => Promise<void>)[]} closers filled as things start; undone from the last to the first
 * @property {boolean} [volatile] a throw-away database (journeys)
 * @property {number} [port] wanted port; the next free one if taken
 * @property {number} [trackingPort]
 * @property {number} [publicPort] the port people open, when something stands in front of the server
 *
 * @typedef {{ email: string, password: string, role: string, company?: string }} Account
 * @typedef {Awaited<ReturnType<typeof prepareStack>>} Prepared
 * @typedef {{ name: string, how: string, words: string }} Death
 */

/** The address of an outside database, or nothing; half of it is a mistake worth a word. */
export function outsideDatabase() {
  const { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl } = process.env;
  if (!appUrl && !adminUrl) return undefined;
  if (appUrl && adminUrl) return { appUrl, adminUrl };
  throw new Told('Set both DATABASE_URL (the app login) and DATABASE_ADMIN_URL (the owner), or neither.');
}

/** @param {StackOptions} options */
async function openDatabase({ folder, closers, volatile = false }) {
  const outside = volatile ? undefined : outsideDatabase();
  if (outside)
    return { ...outside, where: 'DATABASE_URL', fresh: false, death: new Promise(() => undefined) };
  const postgres = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    volatile,
    removeOnStop: volatile,
  });
  closers.push(() => postgres.stop());
  const death = postgres.exited.then((how) => ({ name: 'database', how, words: postgres.lastWords() }));
  return { ...postgres, where: postgres.folder, death };
}

/**
 * @param {StackOptions} options
 * @param {{ appUrl: string, adminUrl: string }} database
 */
async function environment({ folder, port = 3000, trackingPort, publicPort }, database) {
  const at = await freePortFrom(port);
  const trackingAt = await freePortFrom(trackingPort ?? at + 1, [at, publicPort ?? at]);
  const simulatorsAt = await freePortFrom(trackingAt + 1, [at, publicPort ?? at]);
  const mode = process.env.QAFILA_MODE ?? 'demo';
  const hasSimulators = mode !== 'production';
  mkdirSync(path.join(folder, 'files'), { recursive: true });
  return {
    env: {
      ...process.env,
      ...secretFiles(path.join(folder, 'secrets')),
      QAFILA_MODE: mode,
      HOST: process.env.HOST ?? '127.0.0.1',
      PORT: String(at),
      TRACKING_PORT: String(trackingAt),
      PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? portalOrigin(publicPort ?? at),
      TRACKING_ORIGIN: process.env.TRACKING_ORIGIN ?? trackingOrigin(trackingAt),
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      DATA_DIR: process.env.DATA_DIR ?? path.join(folder, 'files'),
      DEMO_ACCOUNTS_FILE: path.join(folder, 'demo-accounts.json'),
    },
    server: `http://127.0.0.1:${at}`,
    tracking: `http://127.0.0.1:${trackingAt}`,
    simulators: hasSimulators ? `http://127.0.0.1:${simulatorsAt}` : undefined,
    gateways: hasSimulators ? simulatorSettings(simulatorsAt) : {},
  };
}

/**
 * Database and settings, nothing of ours running yet.
 * @param {StackOptions} options
 */
export async function prepareStack(options) {
  const database = await openDatabase(options);
  const settings = await environment(options, database);
  if (database.fresh) rmSync(settings.env.DEMO_ACCOUNTS_FILE, { force: true });
  return { ...settings, database, folder: options.folder, closers: options.closers };
}

/**
 * A second product beside one that is migrated and not started yet, with the same people, goods and files: loading
 * the demo world again takes as long as many tests. Both live in one cluster.
 * @param {Prepared} first
 * @param {StackOptions} options
 * @returns {Promise<Prepared>}
 */
export async function prepareTwin({ database, folder }, options) {
  const name = `twin_${path.basename(options.folder).replace(/\W/g, '_')}`;
  await cloneDatabase(database.adminUrl, name);
  cpSync(folder, options.folder, {
    recursive: true,
    filter: (from) => !['postgres', 'log'].includes(path.relative(folder, from)),
  });
  const own = {
    ...database,
    adminUrl: withDatabase(database.adminUrl, name),
    appUrl: withDatabase(database.appUrl, name),
  };
  const settings = await environment(options, own);
  return { ...settings, database: own, folder: options.folder, closers: options.closers };
}

/**
 * @param {string} name
 * @param {{ folder: string, script: string, env: NodeJS.ProcessEnv }} of
 */
const startOne = (name, { folder, script, env }) =>
  startChild({ name, args: [inRoot('server', 'dist', script)], env, logFolder: path.join(folder, 'log') });

/**
 * Migrates, and in demo mode loads the demo world once. It knows no simulators: they do not run yet, and whoever
 * looked for changes at a gateway would wait for each of them.
 * @param {Prepared} prepared
 */
export async function migrate(prepared) {
  const { env, folder } = prepared;
  const child = startOne('migrate', { folder, script: 'migrate.js', env });
  prepared.closers.push(child.stop);
  const how = await child.exited;
  prepared.closers.splice(prepared.closers.indexOf(child.stop), 1);
  if (existsSync(prepared.env.DEMO_ACCOUNTS_FILE)) chmodSync(prepared.env.DEMO_ACCOUNTS_FILE, 0o600);
  if (how !== 'code 0') throw new Told(`The migration failed (${how}):\n${child.lastWords()}`);
}

/**
 * Starts server, worker, recipients' pages and the gateways' simulators, and waits until they answer.
 * @param {Prepared} prepared
 * @returns {Promise<{ death: Promise<Death>, stop: () => Promise<void> }>}
 */
export async function startServices(prepared) {
  const simulators = prepared.simulators === undefined ? [] : ['simulators'];
  const env = { ...prepared.gateways, ...prepared.env };
  const children = [...simulators, 'server', 'worker', 'tracking'].map((name) =>
    startOne(name, { folder: prepared.folder, script: name === 'server' ? 'main.js' : `${name}.js`, env }),
  );
  const stop = async () => {
    await Promise.all(children.map((child) => child.stop()));
  };
  prepared.closers.push(stop);
  const isOver = () => children.some((child) => child.isOver());
  const places = [
    `${prepared.server}/readyz`,
    `${prepared.tracking}/readyz`,
    ...simulators.map(() => `${prepared.simulators}/__sim`),
  ];
  const ready = await Promise.all(places.map((at) => answers(at, { until: isOver, seconds: 60 })));
  if (!ready.every(Boolean)) throw new Told(whyNotReady(children));
  const deaths = children.map((child) =>
    child.exited.then((how) => ({ name: child.name, how, words: child.lastWords() })),
  );
  return { death: Promise.race(deaths), stop };
}

/** @param {import('./child.mjs').Child[]} children */
function whyNotReady(children) {
  const dead = children.find((child) => child.isOver());
  if (dead)
    return `The ${dead.name} ended while starting. Its last lines (${dead.log}):\n${dead.lastWords()}`;
  const words = children.map((child) => `${child.name} (${child.log}):\n${child.lastWords()}`).join('\n');
  return `The server did not become ready within 60 s. Last lines of\n${words}`;
}

/**
 * @param {Prepared} prepared
 * @returns {Account[]}
 */
export function demoAccounts({ env }) {
  return existsSync(env.DEMO_ACCOUNTS_FILE) ? JSON.parse(readFileSync(env.DEMO_ACCOUNTS_FILE, 'utf8')) : [];
}
