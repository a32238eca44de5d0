// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files that only tests read. */
const isTest = /\.(spec|int-spec|race-spec|e2e-spec)\.tsx?$/;

/**
 * Every file below a folder, in a fixed order, as paths relative to it.
 * @param {string} folder
 * @param {(name: string) => boolean} [wanted]
 * @returns {string[]}
 */
export function filesBelow(folder, wanted = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.includes('node_modules') && wanted(name))
    .sort();
}

/**
 * What a build reads: no tests, no papers, no type declarations, nothing hidden.
 * @param {string} name
 */
export const isSource = (name) =>
  !isTest.test(name) && !/\.d\.ts$|\.md$/.test(name) && !path.basename(name).startsWith('.');

/** @param {string | Buffer} content */
export const hashOf = (content) => createHash('sha256').update(content).digest('hex').slice(0, 32);

/**
 * One hash over the names and contents of files and folders; a missing one counts as missing.
 * @param {string[]} places
 * @param {string} [except] a folder that is left out (what the build itself writes)
 */
export function hashOfPlaces(places, except = '') {
  const hash = createHash('sha256');
  for (const place of places) {
    const names =
      existsSync(place) && statSync(place).isFile()
        ? ['']
        : filesBelow(place, (name) => isSource(name) && !isBelow(except, path.join(place, name)));
    for (const name of names) hash.update(`${place}/${name}\n`).update(readFileSync(path.join(place, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** @param {string} folder @param {string} file */
const isBelow = (folder, file) => folder !== '' && file.startsWith(folder + path.sep);
