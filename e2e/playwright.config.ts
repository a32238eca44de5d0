import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS } from './support/browser';

const STACK = './support/stack.ts';
const AXE = '**/axe.e2e-spec.ts';

/** Addresses and browser come from support/stack.ts, which runs before any test; see `npm test`. */
export default defineConfig({
  globalSetup: STACK,
  outputDir: '../var/test/browser',
  // Each worker has a product and a demo clock of its own; within it the journeys take turns. Three fill two
  // processors: journeys wait for jobs and mails.
  workers: process.env.QAFILA_PORTAL_URL ? 1 : 3,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    ...(process.env.QAFILA_PORTAL_URL && { baseURL: process.env.QAFILA_PORTAL_URL }),
    launchOptions: {
      ...(process.env.QAFILA_CHROMIUM && { executablePath: process.env.QAFILA_CHROMIUM }),
      args: BROWSER_FLAGS,
    },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Asia/Riyadh',
    actionTimeout: 30_000,
    // A recording costs a third of a journey's time; it is asked for by name where a fault is hunted.
    trace: process.env.QAFILA_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'journeys', testDir: './tests', testMatch: '**/*.e2e-spec.ts', testIgnore: AXE },
    // Many short tests that any worker may take: last, so that none waits while another ends a long journey.
    { name: 'axe', testDir: './tests', testMatch: AXE },
    { name: 'screens', testDir: './screens', testMatch: '**/*.e2e-spec.ts' },
  ],
});
