import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS } from './support/browser';

const STACK = './support/stack.ts';

/** Addresses and browser come from support/stack.ts, which runs before any test; see `npm test`. */
export default defineConfig({
  globalSetup: STACK,
  outputDir: '../var/test/browser',
  // Each worker has a product and a demo clock of its own; within it the journeys take turns.
  workers: process.env.QAFILA_PORTAL_URL ? 1 : 2,
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
    { name: 'journeys', testDir: './tests', testMatch: '**/*.e2e-spec.ts' },
    { name: 'screens', testDir: './screens', testMatch: '**/*.e2e-spec.ts' },
  ],
});
