// @ts-check
/** `npm run generate`: writes the papers that come from the code. */
import { buildServer } from './lib/build.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { say } from './lib/say.mjs';

await buildServer();
const { code, output } = await runNode([inRoot('server', 'dist', 'papers', 'write-papers.js')], {
  env: process.env,
});
if (code !== 0) say(output);
process.exitCode = code ?? 1;
