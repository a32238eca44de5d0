import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generatedPapers } from '../../src/papers/papers';
import { untestedRules } from '../../src/papers/rules-page';

const root = join(__dirname, '../../..');
const papers = generatedPapers(root);

describe('generated papers', () => {
  it.each(Object.keys(papers))('%s is current (npm run generate)', (path) => {
    expect(existsSync(join(root, path))).toBe(true);
    expect(readFileSync(join(root, path), 'utf8')).toBe(papers[path]);
  });

  it('names a test for every rule', () => {
    expect(untestedRules(papers['docs/RULES.md'] ?? '')).toEqual([]);
  });
});
