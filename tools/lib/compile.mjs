// @ts-check
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { Told } from './say.mjs';
import { filesBelow, hashOf, isSource } from './sources.mjs';

/** The same rules as the tests use (jest.config.cjs), so that what is tested is what runs. */
const settings = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true, tsx: false },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  swcrc: false,
  sourceMaps: true,
};

/**
 * Writes so that a process reading at the same moment sees the old or the new file, never half of one.
 * @param {string} file
 * @param {string | Buffer} content
 */
function replaceFile(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
}

/**
 * @param {string} name
 * @returns {string[]} what one source becomes
 */
function outputsOf(name) {
  if (!name.endsWith('.ts')) return [name];
  const base = name.slice(0, -'.ts'.length);
  return [`${base}.js`, `${base}.js.map`];
}

/**
 * @param {{ from: string, to: string, name: string, content: Buffer }} source
 */
async function compileOne({ from, to, name, content }) {
  const [script = name, map = ''] = outputsOf(name);
  if (!name.endsWith('.ts')) return replaceFile(path.join(to, name), content);
  const { transform } = await import('@swc/core');
  const filename = path.join(from, name);
  const sourceFileName = path.relative(path.dirname(path.join(to, script)), filename);
  const result = await transform(content.toString(), {
    .../** @type {import('@swc/core').Options} */ (settings),
    filename,
    sourceFileName,
  });
  replaceFile(path.join(to, map), result.map ?? '{}');
  replaceFile(path.join(to, script), `${result.code}\n//# sourceMappingURL=${path.basename(map)}\n`);
}

/** @param {string} file @returns {Record<string, string>} */
function recordIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/**
 * Compiles one workspace to CommonJS: only what changed since the last time, and without leftovers of
 * sources that are gone.
 * @param {string} workspace `shared` or `server`
 * @returns {Promise<boolean>} false when everything was up to date
 */
export async function compile(workspace) {
  const from = inRoot(workspace, 'src');
  const to = inRoot(workspace, 'dist');
  const recordFile = path.join(to, '.build.json');
  const rules = hashOf(JSON.stringify(settings) + readFileSync(inRoot('package-lock.json')));
  const before = recordIn(recordFile);
  const known = before[''] === rules ? before : {};
  const sources = filesBelow(from, isSource).map((name) => {
    const content = readFileSync(path.join(from, name));
    return { from, to, name, content, hash: hashOf(content) };
  });
  const stale = sources.filter(
    ({ name, hash }) =>
      known[name] !== hash || outputsOf(name).some((file) => !existsSync(path.join(to, file))),
  );
  const gone = Object.keys(before).filter((name) => name && !sources.some((source) => source.name === name));
  if (stale.length === 0 && gone.length === 0) return false;
  const done = await Promise.allSettled(stale.map(compileOne));
  const faults = done.flatMap((result) =>
    result.status === 'rejected'
      ? [String(result.reason.message).split(/\n+Caused by:|\n+Stack backtrace:/)[0]]
      : [],
  );
  if (faults.length > 0) throw new Told(`${workspace} does not compile:\n${faults.join('\n')}`);
  for (const file of gone.flatMap(outputsOf)) rmSync(path.join(to, file), { force: true });
  replaceFile(
    recordFile,
    JSON.stringify({ '': rules, ...Object.fromEntries(sources.map((s) => [s.name, s.hash])) }),
  );
  return true;
}
