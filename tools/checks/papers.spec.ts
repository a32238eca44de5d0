import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { portalEndpoints } from '@qafila/shared/registry/contracts';
import { SCREEN_ROUTES } from '@qafila/shared/registry/routes';
import { missingTests, namedTests, rowsOf, titlesOf } from './papers';
import { CheckedFile, readTree } from './tree';

const { files } = readTree(resolve(__dirname, '../..'));
const paper = (path: string): CheckedFile => {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`No paper ${path}`);
  return found;
};
const PROMISES = paper('docs/security/promises.md');
const FEATURES = paper('docs/FEATURES.md');
const upTo = (letter: string, last: number): string[] =>
  Array.from({ length: last }, (_, at) => `${letter}${at + 1}`);

describe('docs/security/promises.md', () => {
  const rows = rowsOf(PROMISES);

  it('has S-01 to S-46, each once', () => {
    expect(rows.map(({ id }) => id)).toEqual(
      Array.from({ length: 46 }, (_, at) => `S-${String(at + 1).padStart(2, '0')}`),
    );
  });

  it('names for each a test, or the reason why it does not apply or is kept in part', () => {
    const bare = rows.filter(
      ({ cells: [, proof = ''] }) => !/`[^`]+ › [^`]+`|^(Not yet|Does not apply): .{20}/.test(proof),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('names only tests that exist', () => {
    expect(missingTests(PROMISES, files)).toEqual([]);
    expect(namedTests(PROMISES).length).toBeGreaterThan(50);
  });
});

describe('docs/FEATURES.md', () => {
  const rows = rowsOf(FEATURES);
  const screens = SCREEN_ROUTES.map(({ path }) => path as string);
  const routes = portalEndpoints.map(({ method, path }) => `${method} /api${path}`);

  it('has A1 to A7, B1 to B4, D5, H1 to H3, W1 to W11, P1 to P6, R1 to R9, G3 to G8, M1 to M16 and N1 to N8, each once', () => {
    const all = [
      ...[upTo('A', 7), upTo('B', 4), ['D5'], upTo('H', 3), upTo('W', 11), upTo('P', 6), upTo('R', 9)],
      ...[upTo('G', 8).slice(2), upTo('M', 16), upTo('N', 8)],
    ];
    expect(rows.map(({ id }) => id)).toEqual(all.flat());
  });

  it('names for each a test or a route', () => {
    expect(rows.filter(({ cells: [, where = ''] }) => !where.includes('`')).map(({ id }) => id)).toEqual([]);
  });

  it('names only tests, screens and routes that exist', () => {
    expect(missingTests(FEATURES, files)).toEqual([]);
    const said = [...FEATURES.text.matchAll(/`((?:(?:GET|POST|PUT|PATCH|DELETE) )?\/[^`›]*)`/g)].map(
      (hit) => hit[1] ?? '',
    );
    expect(said.filter((path) => !screens.includes(path) && !routes.includes(path))).toEqual([]);
    expect(said.length).toBeGreaterThan(10);
  });
});

describe('a paper that names what does not exist', () => {
  const spec = new CheckedFile(
    'a.spec.ts',
    "describe('door', () => { it('opens', f); it(`for \u0024{who} alone`, f); });",
  );
  const found = (line: string): string[] => missingTests(new CheckedFile('p.md', line), [spec]);

  it('is found: a file, a title, half a title', () => {
    expect(titlesOf(spec)).toEqual(['door', 'opens', 'for … alone']);
    expect(found('`a.spec.ts › opens` `a.spec.ts › for … alone`')).toEqual([]);
    expect(found('`b.spec.ts › opens`')).toEqual(['p.md:1  no file b.spec.ts']);
    expect(found('\n`a.spec.ts › open`')).toEqual(['p.md:2  a.spec.ts has no test “open”']);
  });
});
