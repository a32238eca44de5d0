// @ts-check
/** `npm run screens`: every route in both directions and two widths, as pictures under var/screens. */
import { mkdirSync, rmSync } from 'node:fs';
import { ensureInstalled } from './lib/install.mjs';
import { whenNpmIsGone } from './lib/parent.mjs';
import { inVar } from './lib/paths.mjs';
import { command, say, step } from './lib/say.mjs';

await command(async () => {
  whenNpmIsGone(() => process.exit(1));
  await step('packages', ensureInstalled);
  const { buildClient, buildServer } = await import('./lib/build.mjs');
  await step('server built', buildServer);
  await step('client built', () => buildClient());
  const folder = inVar('screens');
  const more = process.argv.slice(2);
  if (more.length === 0) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  process.env.QAFILA_SCREENS_DIR = folder;
  const { runBrowser } = await import('./lib/playwright.mjs');
  const { failed } = await runBrowser('screens', { more });
  say(`\nThe pictures lie in ${folder}`);
  process.exitCode = failed > 0 ? 1 : 0;
});
