/**
 * Who may import whom. Read by dependency-cruiser; the paths are relative to the folder it is started in, so
 * the same rules judge the tree and the fixtures. No list of modules or features is kept: `$1` is the folder
 * that the left side found.
 */
const { resolve } = require('node:path');

const MODULE = '^server/src/modules/([^/]+)/';
const FEATURE = '^client/src/features/([^/]+)/';
const SHARED = '^shared/src/';
const KERNEL = '^shared/src/kernel/';
const SHARED_TOP = '^shared/src/(kernel|access|registry)/';
const TEST = '\\.(spec|int-spec|e2e-spec|race-spec)\\.tsx?$';
const TEST_PLACE = `${TEST}|/testing/|^server/test/|^e2e/`;
const TEST_TOOLS = '(^|/)(@jest/globals|@jest/.*|fast-check)(/|$)';
const PURE_PACKAGES = '(^|/)(zod|libphonenumber-js|ibantools)(/|$)';

/**
 * @param {string} name kebab-case; its fixture is a file `bad-<name>`
 * @param {string} comment the rule, in one sentence
 * @param {{ from: object, to: object }} edge which import is refused
 */
const forbid = (name, comment, { from, to }) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  forbid('no-cycles', 'No file imports itself by a detour.', { from: {}, to: { circular: true } }),
  forbid('tests-are-leaves', 'Running code imports no test and no builder.', {
    from: { path: '^(server|shared|client)/', pathNot: TEST_PLACE },
    to: { path: `${TEST}|^server/test/|^server/src/modules/[^/]+/testing/` },
  }),
  forbid('tools-stand-alone', 'No part of the product imports a tool.', {
    from: { path: '^(server|shared|client)/' },
    to: { path: '^tools/' },
  }),
];

const shared = [
  forbid(
    'shared-is-pure',
    'shared imports zod, libphonenumber-js, ibantools and itself; its tests fast-check too.',
    {
      from: { path: SHARED, pathNot: TEST },
      to: { pathNot: [SHARED, PURE_PACKAGES] },
    },
  ),
  forbid('shared-tests-are-pure', 'The tests of shared need nothing but shared and the test tools.', {
    from: { path: `${SHARED}.*${TEST}` },
    to: { pathNot: [SHARED, PURE_PACKAGES, TEST_TOOLS] },
  }),
  forbid('kernel-is-the-bottom', 'The kernel imports nothing of shared but itself.', {
    from: { path: KERNEL },
    to: { path: SHARED, pathNot: KERNEL },
  }),
  forbid('access-stands-on-the-kernel', 'access knows no capability.', {
    from: { path: '^shared/src/access/', pathNot: TEST },
    to: { path: SHARED, pathNot: '^shared/src/(kernel|access)/' },
  }),
  forbid(
    'capabilities-meet-at-contracts',
    'In shared, capabilities import contracts, rules, problems and lifecycles of others.',
    {
      from: { path: '^shared/src/([^/]+)/', pathNot: [SHARED_TOP, TEST] },
      to: {
        path: SHARED,
        pathNot: [
          '^shared/src/(kernel|access)/',
          '^shared/src/$1/',
          '\\.(contract|rules|problems|lifecycle)\\.ts$',
        ],
      },
    },
  ),
];

const server = [
  forbid('platform-knows-no-business', 'The platform imports no module.', {
    from: { path: '^server/src/platform/' },
    to: { path: '^server/src/modules/' },
  }),
  forbid(
    'modules-meet-at-the-door',
    "Modules import each other's `*.api.ts` only; module files name module files.",
    {
      from: { path: MODULE, pathNot: ['\\.module\\.ts$', TEST, '/testing/'] },
      to: { path: MODULE, pathNot: ['^server/src/modules/$1/', '\\.api\\.ts$'] },
    },
  ),
  forbid('module-files-meet-at-the-door', "A module file imports others' module files and doors.", {
    from: { path: `${MODULE}.*\\.module\\.ts$` },
    to: { path: MODULE, pathNot: ['^server/src/modules/$1/', '\\.(api|module)\\.ts$'] },
  }),
  forbid(
    'module-tests-meet-at-the-door',
    "Tests and builders import others' doors, module files and builders.",
    {
      from: { path: `${MODULE}.*(${TEST}|testing/)` },
      to: { path: MODULE, pathNot: ['^server/src/modules/$1/', '\\.(api|module)\\.ts$', '/testing/'] },
    },
  ),
  forbid('domain-is-pure', 'domain/ imports shared and itself.', {
    from: { path: `${MODULE}domain/`, pathNot: [TEST, '/testing/'] },
    to: { pathNot: ['^server/src/modules/$1/domain/', SHARED] },
  }),
  forbid('db-looks-down-only', 'db/ knows no use case, route or job.', {
    from: { path: `${MODULE}db/`, pathNot: TEST },
    to: { path: '^server/src/modules/$1/(app|http|jobs)/' },
  }),
  forbid('app-knows-no-http', 'app/ knows no route.', {
    from: { path: `${MODULE}app/`, pathNot: TEST },
    to: { path: '^server/src/modules/$1/http/' },
  }),
  forbid('http-talks-to-app-only', 'http/ calls use cases, never db/ or domain/.', {
    from: { path: `${MODULE}http/`, pathNot: TEST },
    to: { path: '^server/src/modules/$1/(db|domain)/' },
  }),
  forbid('migrations-stand-alone', 'A migration imports no module: it must do tomorrow what it did today.', {
    from: { path: '^server/src/migrations/', pathNot: TEST },
    to: { path: '^(server/src/(modules|demo)|shared/src)/' },
  }),
  forbid('demo-is-a-leaf', 'Modules and platform do not know the demo world; tests and builders may.', {
    from: { path: '^server/src/(modules|platform|migrations)/', pathNot: TEST_PLACE },
    to: { path: '^server/src/demo/' },
  }),
  forbid('simulators-stand-apart', 'No part of the product knows a simulator; tests and builders may.', {
    from: { path: '^server/src/', pathNot: ['^server/src/simulators(/|\\.ts$)', TEST_PLACE] },
    to: { path: '^server/src/simulators/' },
  }),
  forbid(
    'simulators-know-no-adapter',
    'A simulator imports no module: a double made by its user agrees with it.',
    {
      from: { path: '^server/src/simulators', pathNot: TEST },
      to: { path: '^server/src/modules/' },
    },
  ),
  forbid('server-never-client', 'The server imports no client and no journey.', {
    from: { path: '^server/' },
    to: { path: '^(client|e2e)/' },
  }),
];

const client = [
  forbid('features-do-not-meet', 'A feature imports no other feature.', {
    from: { path: FEATURE },
    to: { path: FEATURE, pathNot: '^client/src/features/$1/' },
  }),
  forbid('features-flow-one-way', 'A feature does not import the app.', {
    from: { path: FEATURE },
    to: { path: '^client/src/app/' },
  }),
  forbid('ui-knows-no-feature', 'ui and lib import no feature and no app.', {
    from: { path: '^client/src/(ui|lib)/' },
    to: { path: '^client/src/(features|app)/' },
  }),
  forbid('features-are-entered-by-the-index', 'The app imports a feature by its index.', {
    from: { path: '^client/src/', pathNot: FEATURE },
    to: { path: FEATURE, pathNot: '^client/src/features/[^/]+/index\\.ts$' },
  }),
  forbid(
    'recipient-bundle-stands-alone',
    'The recipient bundle imports itself, the kernel, shipping and packages.',
    {
      from: { path: '^client/tracking/', pathNot: TEST },
      to: {
        pathNot: ['^client/tracking/', '^shared/src/(kernel|shipping)/', 'node_modules/(?!@qafila/)'],
      },
    },
  ),
  forbid('portal-never-recipient', 'The portal imports nothing of the recipient bundle.', {
    from: { path: '^client/src/' },
    to: { path: '^client/tracking/' },
  }),
  forbid('client-never-server', 'The client imports no server and no journey.', {
    from: { path: '^client/' },
    to: { path: '^(server|e2e)/' },
  }),
  forbid('client-runs-in-a-browser', 'The client imports nothing of Node.', {
    from: { path: '^client/(src|tracking)/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  }),
  forbid('e2e-is-black-box', 'Journeys see the product from outside: shared, never server or client.', {
    from: { path: '^e2e/' },
    to: { path: '^(server|client)/' },
  }),
];

module.exports = {
  forbidden: [...everywhere, ...shared, ...server, ...client],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|var|test-results)/|^tools/checks/fixtures/' },
    webpackConfig: { fileName: resolve(__dirname, 'imports-resolve.cjs') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      mainFields: ['types', 'typings', 'module', 'main'],
    },
  },
};
