// @ts-check
/** `npm run dev`: like `npm start`, but server and client follow every saved file. */
import { ensureInstalled } from './lib/install.mjs';
import { freePortFrom } from './lib/net.mjs';
import { inRoot, inVar, varFolder } from './lib/paths.mjs';
import { bold, command, red, say, step, wordsOf } from './lib/say.mjs';
import { untilStopped } from './lib/session.mjs';
import { changesIn } from './lib/watch.mjs';

const SERVER_PORTS_FROM = 4300;

/**
 * The client straight from its sources, with the API behind it.
 * @param {{ port: number, server: string, closers: (() => Promise<void>)[] }} job
 */
async function serveClient({ port, server, closers }) {
  process.env.API_ORIGIN = server;
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: inRoot('client', 'vite.config.ts'),
    root: inRoot('client'),
    logLevel: 'warn',
    clearScreen: false,
    server: {
      host: '127.0.0.1',
      port,
      strictPort: true,
      proxy: { '/api': server, '/healthz': server, '/readyz': server },
    },
  });
  await vite.listen();
  closers.push(() => vite.close());
}

/**
 * Builds, migrates and starts the server side once. A fault is shown, and the next change tries again.
 * @param {import('./lib/stack.mjs').Prepared} stack
 * @returns {Promise<() => Promise<void>>} stops what this call started
 */
async function serveOnce(stack) {
  const { buildClient, buildServer } = await import('./lib/build.mjs');
  const { migrate, startServices } = await import('./lib/stack.mjs');
  const prepared = { ...stack, closers: /** @type {(() => Promise<void>)[]} */ ([]) };
  const stop = async () => {
    for (const undo of prepared.closers.splice(0)) await undo();
  };
  try {
    await buildServer();
    await buildClient(['tracking']);
    await migrate(prepared);
    const services = await step('server ready', () => startServices(prepared));
    void services.death.then(({ name, how, words }) => {
      if (prepared.closers.length > 0) say(red(`The ${name} ended (${how}):\n${words}`));
    });
  } catch (fault) {
    say(red(wordsOf(fault)));
  }
  return stop;
}

await command(() =>
  untilStopped(async ({ closers, note }) => {
    await step('packages', ensureInstalled);
    const { buildClient } = await import('./lib/build.mjs');
    const { demoAccounts, prepareStack } = await import('./lib/stack.mjs');
    const port = await freePortFrom(Number(process.env.PORT ?? 3000));
    const trackingPort = Number(process.env.TRACKING_PORT ?? port + 1);
    const ports = { port: SERVER_PORTS_FROM, trackingPort, publicPort: port };
    const prepared = await step('database', () => prepareStack({ folder: varFolder, closers, ...ports }));
    const changes = changesIn(['shared/src', 'server/src', 'client/tracking'].map((name) => inRoot(name)));
    closers.push(changes.close);
    await step('client built', () => buildClient());
    let stop = await serveOnce(prepared);
    closers.push(() => stop());
    await serveClient({ port, server: prepared.server, closers });
    note(prepared.env.PUBLIC_ORIGIN);
    say(
      `\n${bold(prepared.env.PUBLIC_ORIGIN)}  recipients ${prepared.env.TRACKING_ORIGIN}  logs ${inVar('log')}`,
    );
    for (const { email, password } of demoAccounts(prepared)) say(`  ${email}  ${password}`);
    const follow = async () => {
      for (;;) {
        await changes.next();
        await stop();
        stop = await serveOnce(prepared);
      }
    };
    const { how, words } = await Promise.race([prepared.database.death, follow()]);
    return `The database ended unexpectedly (${how}):\n${words}`;
  }),
);
