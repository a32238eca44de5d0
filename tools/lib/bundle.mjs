// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, inVar } from './paths.mjs';
import { runNode } from './run.mjs';
import { Told } from './say.mjs';
import { hashOfPlaces } from './sources.mjs';
import { squeeze } from './squeeze.mjs';

/**
 * What a browser gets. The recipient's bundle is built apart, so that nothing of the portal can be in it; `preview` is
 * the same page for a frame of the portal.
 * @typedef {{ name: string, config: string, outDir: string, reads: string[] }} Bundle
 * @type {Bundle[]}
 */
const bundles = [
  {
    name: 'client',
    config: inRoot('client', 'vite.config.ts'),
    outDir: inRoot('client', 'dist'),
    reads: ['src', 'public', 'index.html', 'vite.config.ts', 'postcss.config.cjs', 'package.json'],
  },
  {
    name: 'tracking',
    config: inRoot('client', 'tracking', 'vite.config.ts'),
    outDir: inRoot('client', 'tracking', 'dist'),
    reads: ['tracking', 'src', 'package.json'],
  },
  {
    name: 'preview',
    config: inRoot('client', 'preview', 'vite.config.ts'),
    outDir: inRoot('client', 'preview', 'dist'),
    reads: ['preview', 'tracking/src', 'package.json'],
  },
];

/** @param {Bundle} bundle */
function inputHash({ outDir, reads }) {
  const places = [
    ...reads.map((name) => inRoot('client', name)),
    inRoot('shared', 'src'),
    inRoot('package-lock.json'),
    inRoot('tools', 'lib', 'squeeze.mjs'),
  ];
  return hashOfPlaces(places, outDir);
}

/**
 * @param {Bundle} bundle
 * @returns {Promise<boolean>} false when the bundle was up to date, or there is none to build
 */
async function bundleOne(bundle) {
  if (!existsSync(bundle.config)) return false;
  const stamp = inVar('build', `${bundle.name}.hash`);
  const hash = inputHash(bundle);
  const isBuilt = existsSync(path.join(bundle.outDir, 'index.html'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
  const args = [
    'build',
    '--config',
    bundle.config,
    '--outDir',
    bundle.outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { code, output } = await runNode([vite, ...args], {
    cwd: path.dirname(bundle.config),
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
  });
  if (code !== 0) throw new Told(`The ${bundle.name} bundle does not build:\n${output.trim()}`);
  await squeeze(bundle.outDir);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/**
 * Builds the bundles, each only when something it reads changed.
 * @param {string[]} [names] some of them
 * @returns {Promise<boolean>} false when nothing had to be done
 */
export async function bundleClient(names = bundles.map(({ name }) => name)) {
  let done = false;
  for (const bundle of bundles.filter(({ name }) => names.includes(name)))
    done = (await bundleOne(bundle)) || done;
  return done;
}
