import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { forbidden } from './imports.cjs';

const ROOT = resolve(__dirname, '../..');
const FIXTURE = join(__dirname, 'fixtures/imports');
const CONFIG = join(__dirname, 'imports.cjs');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const TREES = ['server', 'shared', 'client', 'e2e', 'tools'];

interface Hit {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly summary: { readonly violations: readonly Hit[]; readonly totalCruised: number };
}

/** Judges the trees under a folder; paths in the answer are relative to it. */
function cruise(folder: string): Cruise['summary'] {
  const trees = TREES.filter((tree) => existsSync(join(folder, tree)));
  const run = spawnSync(process.execPath, [CRUISER, '--config', CONFIG, '--output-type', 'json', ...trees], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.stdout === '') throw new Error(run.stderr);
  const answer: Cruise = JSON.parse(run.stdout);
  return answer.summary;
}

describe('the import rules themselves', () => {
  const { violations } = cruise(FIXTURE);
  const names = forbidden.map((rule) => rule.name);

  it('fire each on a fixture of their own', () => {
    expect([...new Set(violations.map((hit) => hit.rule.name))].sort()).toEqual([...names].sort());
  });

  it('fire on nothing else', () => {
    const strays = violations.filter((hit) => !basename(hit.from).startsWith(`bad-${hit.rule.name}`));
    expect(strays.map((hit) => `${hit.rule.name}: ${hit.from} → ${hit.to}`)).toEqual([]);
  });

  it('fire on every import of a bad file', () => {
    const files = new Set(violations.map((hit) => hit.from));
    const passed = [...files].filter((file) => {
      const imports = readFileSync(join(FIXTURE, file), 'utf8').match(/^import /gm) ?? [];
      return violations.filter((hit) => hit.from === file).length < imports.length;
    });
    expect(passed).toEqual([]);
  });
});

describe('the tree keeps the import rules', () => {
  const { violations, totalCruised } = cruise(ROOT);

  it('sees the tree', () => {
    expect(totalCruised).toBeGreaterThan(100);
  });

  it.each(forbidden.map(({ name, comment }) => ({ name, comment })))('$name: $comment', ({ name }) => {
    const broken = violations.filter((hit) => hit.rule.name === name);
    expect(broken.map((hit) => `${hit.from} → ${hit.to}`)).toEqual([]);
  });
});
