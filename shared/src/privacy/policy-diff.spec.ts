import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countChanges, diffPolicies, diffWords } from './policy-diff';
import { blocksOf, firstUnevenBlock } from './policy-text';

const said = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ change, text }) => `${change === 'kept' ? '' : change === 'added' ? '+' : '-'}[${text.trim()}]`)
    .join(' ');
const changesOf = (before: string, after: string) => diffPolicies(blocksOf(before), blocksOf(after));
const told = (before: string, after: string): string[] =>
  changesOf(before, after).map(({ change, block }) => `${change} ${block.kind}: ${block.text}`);
const squeezed = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

describe('words', () => {
  it('that changed stand between those that stayed', () => {
    expect(said('First order: 5000 Riyal at least', 'First order: 6000 Riyal at least')).toBe(
      '[First order:] -[5000] +[6000] [Riyal at least]',
    );
  });

  it('in Arabic are told apart by spaces as well', () => {
    expect(said('الحد الأدنى 5000 ريال', 'الحد الأدنى 6000 ريال')).toBe(
      '[الحد الأدنى] -[5000] +[6000] [ريال]',
    );
  });

  it('put together again are the old and the new text', () => {
    const words = fc.array(fc.constantFrom('tea', 'oil', 'soap', 'clay', 'rose'), { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const runs = diffWords(one.join(' '), other.join(' '));
        const without = (gone: string) =>
          squeezed(
            runs
              .filter((run) => run.change !== gone)
              .map((run) => `${run.text} `)
              .join(''),
          );
        expect(without('removed')).toBe(other.join(' '));
        expect(without('added')).toBe(one.join(' '));
      }),
    );
  });
});

describe('paragraphs', () => {
  it('are kept, changed, added and removed in the order of the reader', () => {
    expect(
      told(
        '# Policy\nWe keep your data on encrypted servers.\n- Visa\n- Affirm\nLast words.',
        '# Policy\nWe keep your data on encrypted servers in Riyadh.\n- Visa\n- Mada\n- Tabby\nLast words.',
      ),
    ).toEqual([
      'kept title: Policy',
      'changed paragraph: We keep your data on encrypted servers in Riyadh.',
      'kept item: Visa',
      'removed item: Affirm',
      'added item: Mada',
      'added item: Tabby',
      'kept paragraph: Last words.',
    ]);
  });

  it('of another kind are never one changed paragraph', () => {
    expect(told('Payment by bank transfer', '## Payment by bank transfer')).toEqual([
      'removed paragraph: Payment by bank transfer',
      'added heading: Payment by bank transfer',
    ]);
  });

  it('without a difference are all kept', () => {
    expect(countChanges(changesOf('# A\nb', '# A\n\n  b '))).toEqual({ added: 0, removed: 0, changed: 0 });
  });
});

describe('the structure of the languages', () => {
  const even = { en: '# A\nb', ar: '# ا\nب', no: '# A\nb', fr: '# A\nb' };
  it('agrees', () => expect(firstUnevenBlock(even)).toBeNull());
  it('parts where a paragraph is missing or of another kind', () => {
    expect(firstUnevenBlock({ ...even, fr: '# A' })).toBe(2);
    expect(firstUnevenBlock({ ...even, ar: '## ا\nب' })).toBe(1);
  });
});
