// @ts-check
import { ensureInstalled } from './lib/install.mjs';
import { command, say, step } from './lib/say.mjs';

await command(async () => {
  await step('packages', ensureInstalled);
  const { buildClient, buildServer } = await import('./lib/build.mjs');
  const server = await step('server', buildServer);
  const client = await step('client', buildClient);
  if (!server && !client) say('  everything is up to date');
});
