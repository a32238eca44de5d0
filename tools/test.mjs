// @ts-check
/** `npm test`: its own set-up, then every kind of test, and one closing line over all of them. */
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { whenNpmIsGone } from './lib/parent.mjs';
import { bold, command, dim, red, say, step, Told, wordsOf } from './lib/say.mjs';

const help = `npm test                          every kind of test
npm test -- --only=pure,database  some kinds: house, pure, check, database, contract, race, journeys
npm run test:long                 crash and race tests many times, the largest files, journeys in further languages

DATABASE_URL and DATABASE_ADMIN_URL run the database kinds on another PostgreSQL (15 or newer).
`;

/** Tests make much that is thrown away at once: room for it saves a tenth of their processor time. */
const YOUNG_SPACE = '--max-semi-space-size=64';
const LONG_TEST_S = 3600;
const kinds = ['house', 'pure', 'check', 'database', 'contract', 'race', 'journeys'];
const needsDatabase = ['database', 'contract', 'race'];

/**
 * @typedef {import('./lib/checks.mjs').Tally} Tally
 * @typedef {{ env: Record<string, string>, seconds?: number }} Setting
 */

/** @param {string} kind @param {Setting} setting @returns {Promise<Tally>} */
async function runKind(kind, setting) {
  if (kind === 'check') return (await import('./lib/checks.mjs')).runChecks();
  if (kind === 'journeys')
    return (await import('./lib/playwright.mjs')).runBrowser('journeys', { env: setting.env });
  return (await import('./lib/jest.mjs')).runJest([kind], setting);
}

/**
 * A kind that cannot even begin counts as one failure, so that the closing line never hides it.
 * @param {string} kind
 * @param {() => Promise<Tally>} work
 */
async function counted(kind, work) {
  say(`\n${bold(kind)}`);
  const from = performance.now();
  const tally = await work().catch((fault) => {
    say(`  ${red(wordsOf(fault))}`);
    return { passed: 0, failed: 1, skipped: 0, names: [`${kind} could not begin`] };
  });
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  say(dim(`  ${tally.passed} right, ${tally.failed} wrong, ${tally.skipped} left out, ${seconds} s`));
  return tally;
}

async function prepare() {
  await step('packages', ensureInstalled);
  const { buildClient, buildServer } = await import('./lib/build.mjs');
  await step('server built', buildServer);
  await step('client built', () => buildClient());
  return { passed: 0, failed: 0, skipped: 0, names: [] };
}

/** @param {string[]} wanted */
async function openCluster(wanted) {
  if (!wanted.some((kind) => needsDatabase.includes(kind))) return { env: {}, close: async () => undefined };
  return (await import('./lib/test-database.mjs')).openTestCluster();
}

/**
 * @param {string[]} wanted
 * @param {boolean} long
 * @returns {Promise<Tally[]>}
 */
async function runAll(wanted, long) {
  const first = await counted('set-up', prepare);
  if (first.failed > 0) return [first];
  const tallies = [];
  const cluster = await openCluster(wanted).catch((fault) => wordsOf(fault));
  for (const kind of wanted) {
    tallies.push(
      await counted(kind, async () => {
        const length = long ? { QAFILA_LONG: '1' } : {};
        if (!needsDatabase.includes(kind)) return runKind(kind, { env: length });
        if (typeof cluster === 'string') throw new Told(cluster);
        return runKind(kind, { env: { ...cluster.env, ...length }, ...(long && { seconds: LONG_TEST_S }) });
      }),
    );
  }
  if (typeof cluster !== 'string') await cluster.close();
  return tallies;
}

/** @param {Tally[]} tallies */
function close(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const wrong = tallies.flatMap((tally) => tally.names);
  if (wrong.length > 0) say(`\n${wrong.map((name) => `${red('✗')} ${name}`).join('\n')}`);
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  say(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

await command(async () => {
  const options = /** @type {const} */ ({
    only: { type: 'string' },
    long: { type: 'boolean' },
    help: { type: 'boolean' },
  });
  const { values } = parseArgs({ options });
  if (values.help) return say(help);
  const wanted = values.only?.split(',') ?? (values.long ? ['database', 'race', 'journeys'] : kinds);
  const unknown = wanted.filter((kind) => !kinds.includes(kind));
  if (unknown.length > 0)
    throw new Told(`There is no kind ${unknown.join(', ')}. The kinds are ${kinds.join(', ')}.`);
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, YOUNG_SPACE].filter(Boolean).join(' ');
  whenNpmIsGone(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  close(await runAll(wanted, values.long === true));
});
