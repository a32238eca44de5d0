import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

/** The shell without windows first: it does the same work in half the processor time. */
const INSTALLED = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** No sandbox, since tests also run as root and in containers; and nothing that calls home. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function opens(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS, timeout: 30_000 });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** Chromium out of an npm package; unpacked below `var`, since the package takes a fixed name in the temp folder. */
async function packaged(withLibraries: boolean): Promise<string | undefined> {
  const folder = path.resolve(__dirname, '../../var/browser');
  mkdirSync(folder, { recursive: true });
  const { TMPDIR: before } = process.env;
  process.env.TMPDIR = folder;
  // Makes the package unpack the libraries it needs, for a machine without them.
  if (withLibraries) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  try {
    const { default: packagedChromium } = await import('@sparticuz/chromium');
    return await packagedChromium.executablePath();
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/**
 * The browser of the tests: CHROMIUM_PATH, the system's, else the one of the npm package.
 * @throws Error one line that says how to get one
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await opens(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not open a page.`);
  }
  for (const file of INSTALLED.filter((candidate) => existsSync(candidate))) {
    if (await opens(file)) return file;
  }
  for (const withLibraries of [false, true]) {
    const file = await packaged(withLibraries);
    if (file && (await opens(file))) return file;
  }
  throw new Error(
    'No Chromium works here. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  );
}
