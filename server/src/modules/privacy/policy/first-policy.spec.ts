import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '@qafila/shared/kernel/locale';
import { blocksOf, firstUnevenBlock } from '@qafila/shared/privacy/policy-text';
import { FIRST_POLICY } from './first-policy';

/** SHA-256 of the words of the published document, in its order, without bullets and punctuation. */
const PUBLISHED_WORDS = '2571db89a406b77dde9c2a56c12ed223050ed414a62dc9ee0108ad0452a6cecb';
const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

describe('version 1 of the policy', () => {
  it('is the published Norwegian document, word for word', () => {
    expect(createHash('sha256').update(wordsOf(FIRST_POLICY.no)).digest('hex')).toBe(PUBLISHED_WORDS);
  });

  it('has the same headings and paragraphs in every language', () => {
    expect(firstUnevenBlock(FIRST_POLICY)).toBeNull();
  });

  it.each(LOCALES)('has nine numbered clauses in %s', (locale) => {
    const clauses = blocksOf(FIRST_POLICY[locale]).filter(({ kind }) => kind === 'heading');
    expect(clauses.map(({ text }) => /\((\d)\)/.exec(text)?.[1])).toEqual([...'123456789']);
  });

  it.each(LOCALES)('names the minimums, the protocols and every payment method in %s', (locale) => {
    const text = FIRST_POLICY[locale];
    for (const fact of [
      '5000',
      '2000',
      'SSL',
      'PCI-DSS',
      'Stripe',
      'Shopify',
      'Noon',
      'Mada',
      'Tabby',
      'Tamara',
    ]) {
      expect(text).toContain(fact);
    }
    expect(blocksOf(text).filter(({ kind }) => kind === 'item')).toHaveLength(29);
  });
});
