import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findings, report } from './rule';
import { RULES } from './rules';
import { noFloatingPromises } from './rules/promises';
import { readTree } from './tree';

const ROOT = resolve(__dirname, '../..');
const FIXTURES = join(__dirname, 'fixtures');
const BAD = 'bad-';

const fixtureNames = readdirSync(FIXTURES);
const bad = fixtureNames.filter((name) => name.startsWith(BAD)).map((name) => name.slice(BAD.length));
/** Where each bad fixture is bad: path and line. */
const expected: Record<string, string[]> = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8'));
const names = RULES.map((rule) => rule.name);

describe('the rules themselves', () => {
  it('have different names, a sentence and a reason', () => {
    expect(new Set(names).size).toBe(names.length);
    for (const { sentence, why } of RULES)
      expect([sentence.length > 10, why.length > 20]).toEqual([true, true]);
  });

  it('have a failing fixture each, and no fixture is left without its rule', () => {
    expect([...bad].sort()).toEqual([...names].sort());
  });

  it.each(bad)('fixture bad-%s trips its own rule at every place meant, and no other rule', (name) => {
    const tree = readTree(join(FIXTURES, BAD + name));
    const tripped = RULES.flatMap((rule) => {
      const places = findings(rule, tree).map(({ path, line }) => `${path}:${line}`);
      return places.length === 0 ? [] : [[rule.name, [...places].sort()]];
    });
    expect(tripped).toEqual([[name, expected[name]]]);
  });

  it('let the good fixture pass', () => {
    const tree = readTree(join(FIXTURES, 'good'));
    expect(tree.files.length).toBeGreaterThan(10);
    expect(
      RULES.flatMap((rule) => report(findings(rule, tree)).map((line) => `${rule.name}: ${line}`)),
    ).toEqual([]);
  });
});

describe('the tree keeps the rules', () => {
  const tree = readTree(ROOT);
  // The types of every package take as long as all other rules together: promises.spec.ts runs beside this file.
  const rules = RULES.filter((rule) => rule !== noFloatingPromises);

  it.each(rules.map((rule) => ({ rule, name: rule.name, sentence: rule.sentence })))(
    '$name: $sentence',
    ({ rule }) => {
      expect(report(findings(rule, tree))).toEqual([]);
    },
  );
});
