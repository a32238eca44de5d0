import type { FileRule } from '../rule';
import type { Finding } from '../tree';

const DEPENDENCIES = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
];
/** A second version of a package stands under a name of its own: `npm:<package>@<version>`. */
const EXACT = /^(npm:(@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;

export const exactVersions: FileRule = {
  name: 'exact-versions',
  sentence: 'Every package has one exact version, and the lock file names no registry.',
  why: 'A range is another program tomorrow; a registry written into the lock is one that others cannot reach.',
  check(file) {
    if (file.path === 'package-lock.json') return file.matches(/"resolved": "http[^"]*"/g);
    if (!/(^|\/)package\.json$/.test(file.path)) return [];
    const content: unknown = JSON.parse(file.text);
    return DEPENDENCIES.flatMap((part) => loose(part, field(content, part))).map((detail): Finding => {
      return file.atOffset(Math.max(0, file.text.indexOf(`"${detail.split(' ')[1]}"`)), detail);
    });
  },
};

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : null;
}

function loose(part: string, entries: unknown): string[] {
  if (typeof entries !== 'object' || entries === null) return [];
  return Object.entries(entries).flatMap(([name, version]: [string, unknown]) => {
    if (typeof version === 'object') return loose(part, version);
    return typeof version === 'string' && EXACT.test(version) ? [] : [`${part} ${name} ${String(version)}`];
  });
}
