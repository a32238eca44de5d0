/** One Jest project for each kind of test; `npm test` runs them in this order. */
const swc = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  swcrc: false,
  sourceMaps: 'inline',
};

const project = (displayName, testMatch, extra = {}) => ({
  displayName,
  // One name for all: a file is compiled once, not once for each kind.
  id: 'qafila',
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/var/', '/dist/'],
  moduleNameMapper: { '^@qafila/shared/(.*)$': '<rootDir>/shared/src/$1' },
  transform: { '\\.(ts|tsx|js|mjs)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [
    '/node_modules/(?!(?:.*/node_modules/)?(?:@nestjs|otplib|@otplib|@scure|@noble|pdfjs-dist|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit)/)',
  ],
  ...extra,
});

const database = {
  // These files start the whole server: it is loaded once for each worker.
  testEnvironment: '<rootDir>/tools/lib/jest-environment.cjs',
  runtime: '<rootDir>/tools/lib/jest-runtime.cjs',
  globalSetup: '<rootDir>/server/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/server/test/support/global-teardown.ts',
};

module.exports = {
  testTimeout: 60_000,
  projects: [
    project('pure', [
      'shared/src/**/*.spec.ts',
      'server/src/**/*.spec.ts',
      'client/{src,tracking}/**/*.spec.ts',
    ]),
    project('house', ['tools/**/*.spec.ts']),
    project('database', ['server/src/**/*.int-spec.ts'], database),
    project('contract', ['server/test/contract/**/*.spec.ts'], database),
    project('race', ['server/src/**/*.race-spec.ts', 'server/test/race/**/*.race-spec.ts'], database),
  ],
};
