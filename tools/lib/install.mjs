// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, inVar } from './paths.mjs';
import { run } from './run.mjs';
import { say, Told } from './say.mjs';

const stampFile = inRoot('node_modules', '.qafila-stamp.json');

/** What the installed packages depend on: the lock, this Node and this platform. */
function wantedStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  return JSON.stringify({ lock, node: process.version, platform: `${process.platform}-${process.arch}` });
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, extraneous?: boolean }} Entry
 * @param {string} file
 * @returns {Record<string, Entry>}
 */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether node_modules, made by somebody's own `npm install`, holds what the lock asks for.
 * npm's own record lists what it really put there.
 */
function matchesLock() {
  const record = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesIn(inRoot('package-lock.json'));
  const found = packagesIn(record);
  const asked = Object.entries(wanted).filter(([where]) => where.includes('node_modules/'));
  return (
    asked.every(([where, entry]) => {
      const got = found[where];
      return got
        ? got.version === entry.version && got.integrity === entry.integrity
        : entry.optional === true;
    }) && Object.keys(found).every((where) => where in wanted)
  );
}

/** npm as it was called, else the one beside this Node, else the one on the PATH. */
function npm() {
  const called = process.env.npm_execpath;
  if (called && path.basename(called) === 'npm-cli.js') return [process.execPath, called];
  const beside = path.resolve(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js');
  return existsSync(beside) ? [process.execPath, beside] : ['npm'];
}

async function install() {
  const [file = 'npm', ...first] = npm();
  const { code } = await run(
    file,
    [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    {
      show: 'all',
    },
  );
  if (code !== 0) throw new Told('The packages could not be installed: npm ci failed (its words are above).');
}

/** Stops with one line on a Node that is too old for the packages. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Told(`Qafila needs Node 20.19 or newer; this is ${process.version}.`);
  }
}

/**
 * Makes node_modules match package-lock.json. Uses Node's own modules only.
 * @returns {Promise<boolean>} false when there was nothing to do
 */
export async function ensureInstalled() {
  requireNode();
  if (isStamped()) return false;
  return withLock(inVar('locks', 'install.lock'), async () => {
    if (isStamped()) return false;
    if (isOtherNode() || !matchesLock()) {
      say('Installing packages (the first time this takes a minute or two) …');
      await install();
    }
    writeFileSync(stampFile, wantedStamp());
    return true;
  });
}

/** Packages installed by another Node or on another platform are not trusted, whatever their versions. */
function isOtherNode() {
  if (!existsSync(stampFile)) return false;
  const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
  return (
    JSON.stringify({ ...stamp, lock: '' }) !== JSON.stringify({ ...JSON.parse(wantedStamp()), lock: '' })
  );
}

const isStamped = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();
