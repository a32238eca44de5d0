// @ts-check
import { existsSync, mkdirSync } from 'node:fs';
import { inRoot, inVar } from './paths.mjs';
import { runNode } from './run.mjs';
import { dim, green, red, say } from './say.mjs';

/**
 * @typedef {{ name: string, args: string[] }} Check
 * @typedef {{ passed: number, failed: number, skipped: number, names: string[] }} Tally `names` of what failed
 */

/** The native compiler, see docs/decisions/0012. @param {string} folder @returns {Check} */
const types = (folder) => ({
  name: `types of ${folder}`,
  args: [
    inRoot('node_modules', 'typescript-native', 'bin', 'tsc'),
    ...['-p', inRoot(folder, 'tsconfig.json'), '--pretty', 'false'],
    ...['--incremental', '--tsBuildInfoFile', inVar('check', `${folder}.tsbuildinfo`)],
  ],
});

/** The longest first, so that two at a time end together. */
const checks = () => [
  ...['client', 'server', 'e2e', 'shared', 'tools']
    .filter((folder) => existsSync(inRoot(folder, 'tsconfig.json')))
    .map(types),
  {
    name: 'format and lint',
    args: [
      inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
      'ci',
      '--max-diagnostics=100',
      inRoot(),
    ],
  },
];

/** @param {Check} check @returns {Promise<boolean>} */
async function passes({ name, args }) {
  const from = performance.now();
  const { code, output } = await runNode(args);
  const time = dim(`${((performance.now() - from) / 1000).toFixed(1)} s`);
  say(code === 0 ? `  ${green('✓')} ${name} ${time}` : `  ${red('✗')} ${name} ${time}\n${output.trim()}\n`);
  return code === 0;
}

/**
 * Compiler, format and lint, two at a time; each counts as one test.
 * @returns {Promise<Tally>}
 */
export async function runChecks() {
  mkdirSync(inVar('check'), { recursive: true });
  const waiting = checks();
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: 0, names: [] };
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (await passes(next)) tally.passed += 1;
      else {
        tally.failed += 1;
        tally.names.push(next.name);
      }
    }
  };
  await Promise.all([lane(), lane()]);
  return tally;
}
