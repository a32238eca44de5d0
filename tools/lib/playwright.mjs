// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inRoot, inVar } from './paths.mjs';
import { runNode } from './run.mjs';
import { red, say } from './say.mjs';

/**
 * @typedef {object} Suite
 * @property {string} file
 * @property {Suite[]} [suites]
 * @property {{ title: string, ok: boolean, file: string, tests: { status: string }[] }[]} specs
 */

/**
 * What failed, or passed at a second try only.
 * @param {Suite[]} suites
 * @returns {string[]}
 */
const failuresOf = (suites) =>
  suites.flatMap(({ specs, suites: inner = [] }) => [
    ...specs
      .filter(({ ok, tests }) => !ok || tests.some(({ status }) => status === 'flaky'))
      .map(({ file, title }) => `e2e/${file}: ${title}`),
    ...failuresOf(inner),
  ]);

/** The projects of playwright.config.ts that a kind runs. */
const PROJECTS = { journeys: ['journeys', 'axe'], screens: ['screens'] };

/**
 * Runs the browser tests of one kind against the real stack and counts them.
 * A test that passed only at a second try counts as failed.
 * @param {keyof typeof PROJECTS} kind
 * @param {{ more?: string[], env?: Record<string, string> }} [given] further arguments for Playwright, and what it reads
 * @returns {Promise<import('./checks.mjs').Tally>}
 */
export async function runBrowser(kind, { more = [], env = {} } = {}) {
  const config = inRoot('e2e', 'playwright.config.ts');
  const file = inVar('test', `${kind}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code } = await runNode(
    [
      inRoot('node_modules', '@playwright', 'test', 'cli.js'),
      ...[
        'test',
        '--config',
        config,
        ...PROJECTS[kind].flatMap((project) => ['--project', project]),
        '--pass-with-no-tests',
        '--reporter=list,json',
        ...more,
      ],
    ],
    { show: 'all', env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  if (!existsSync(file)) {
    say(`  ${red('✗')} the browser tests did not run (code ${code})`);
    return { passed: 0, failed: 1, skipped: 0, names: [`${kind}: no result`] };
  }
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'));
  const failed = stats.unexpected + stats.flaky;
  if (stats.expected + failed + stats.skipped === 0 && errors.length === 0) say('  no test files');
  const isBroken = failed === 0 && (code !== 0 || errors.length > 0);
  const names = failuresOf(suites);
  return { passed: stats.expected, failed: failed + (isBroken ? 1 : 0), skipped: stats.skipped, names };
}
