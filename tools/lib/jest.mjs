// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot, inVar, root } from './paths.mjs';
import { runNode } from './run.mjs';
import { red, say } from './say.mjs';

const reporter = fileURLToPath(new URL('./jest-reporter.mjs', import.meta.url));
const sequencer = fileURLToPath(new URL('./jest-sequencer.mjs', import.meta.url));
const SECOND_MS = 1000;
/** Two fill two processors; the race kind waits for processes that it kills and starts again. */
const WORKERS = /** @type {Record<string, number>} */ ({ race: 3 });

/**
 * @typedef {object} FileResult
 * @property {string} name the file's whole path
 * @property {string} status
 * @property {{ status: string, fullName: string }[]} assertionResults
 *
 * @typedef {object} JestResult
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numTotalTestSuites
 * @property {number} numRuntimeErrorTestSuites
 * @property {FileResult[]} testResults
 */

/**
 * What failed, by file and test; a file that could not run by its path alone.
 * @param {JestResult} result
 */
function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = path.relative(root, name);
    const wrong = assertionResults.filter((each) => each.status === 'failed');
    if (wrong.length === 0) return status === 'failed' ? [file] : [];
    return wrong.map(({ fullName }) => `${file}: ${fullName}`);
  });
}

/**
 * A file that could not run counts as one failure, and so does a kind that has files but ran nothing.
 * @param {JestResult} result
 * @returns {import('./checks.mjs').Tally}
 */
function tallyOf(result) {
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const skipped = result.numPendingTests + result.numTodoTests;
  const ranNothing = result.numTotalTestSuites > 0 && passed + failed === 0;
  if (ranNothing) say(`  ${red('✗')} there are test files, but no test ran`);
  if (result.numTotalTestSuites === 0) say('  no test files');
  return { passed, failed: failed + (ranNothing ? 1 : 0), skipped, names: failuresOf(result) };
}

/**
 * Runs Jest projects and counts their tests.
 * @param {string[]} projects
 * @param {{ env?: Record<string, string>, seconds?: number }} [options] `seconds` a test may take
 * @returns {Promise<import('./checks.mjs').Tally>}
 */
export async function runJest(projects, { env = {}, seconds = 120 } = {}) {
  const file = inVar('test', `${projects.join('-')}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await runNode(
    [
      inRoot('node_modules', 'jest', 'bin', 'jest.js'),
      ...[
        '--selectProjects',
        ...projects,
        `--maxWorkers=${WORKERS[projects.join()] ?? 2}`,
        '--workerIdleMemoryLimit=900MB',
        '--passWithNoTests',
      ],
      ...[
        '--json',
        `--outputFile=${file}`,
        `--reporters=${reporter}`,
        `--testSequencer=${sequencer}`,
        `--testTimeout=${seconds * SECOND_MS}`,
      ],
    ],
    { show: 'output', env: { ...process.env, ...env } },
  );
  if (!existsSync(file)) {
    say(`  ${red('✗')} Jest ended with code ${code} and no result\n${output.trim()}`);
    return { passed: 0, failed: 1, skipped: 0, names: [`${projects.join(', ')}: no result`] };
  }
  const tally = tallyOf(JSON.parse(readFileSync(file, 'utf8')));
  if (code === 0 || tally.failed > 0) return tally;
  say(`  ${red('✗')} Jest ended with code ${code}\n${output.trim()}`);
  return { ...tally, failed: 1 };
}
