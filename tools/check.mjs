// @ts-check
/** `npm run check`: what can be said about the code without running the product. */
import { ensureInstalled } from './lib/install.mjs';
import { whenNpmIsGone } from './lib/parent.mjs';
import { command, say } from './lib/say.mjs';

await command(async () => {
  whenNpmIsGone(() => process.exit(1));
  await ensureInstalled();
  const { runChecks } = await import('./lib/checks.mjs');
  const { runJest } = await import('./lib/jest.mjs');
  const parts = [await runChecks(), await runJest(['house', 'pure'])];
  const total = (/** @type {'passed' | 'failed'} */ which) =>
    parts.reduce((sum, part) => sum + part[which], 0);
  say(`\n${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
});
