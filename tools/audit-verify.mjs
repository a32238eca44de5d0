// @ts-check
/**
 * `npm run audit:verify`: is the audit trail what it was? Ends with 1 and says where when it is not. With
 * DATABASE_URL it checks that database; otherwise the one under var/, while the portal does not run.
 */
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, varFolder } from './lib/paths.mjs';
import { command, say, step } from './lib/say.mjs';

await command(async () => {
  await ensureInstalled();
  const { buildServer } = await import('./lib/build.mjs');
  await step('server built', buildServer);
  const { prepareStack } = await import('./lib/stack.mjs');
  const { runNode } = await import('./lib/run.mjs');
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  try {
    const { env } = await step('database', () => prepareStack({ folder: varFolder, closers }));
    const { code } = await runNode([inRoot('server', 'dist', 'audit-verify.js')], { env, show: 'all' });
    say(code === 0 ? 'The trail is what it was.' : 'The trail is not what it was.');
    process.exitCode = code;
  } finally {
    for (let undo = closers.pop(); undo; undo = closers.pop()) await undo();
  }
});
