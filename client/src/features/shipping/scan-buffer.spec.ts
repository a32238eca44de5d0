import { describe, expect, it } from '@jest/globals';
import { feed, NOT_SCANNING, PAUSE_MS } from './scan-buffer';

function scan(keys: readonly string[], gap: number): (string | null)[] {
  let state = NOT_SCANNING;
  let at = 10_000;
  return keys.map((key) => {
    at += gap;
    const { next, code } = feed(state, key, at);
    state = next;
    return code;
  });
}

describe('the scanner as a fast keyboard', () => {
  it('gives the code when Enter ends it', () => {
    expect(scan([...'6281000000014', 'Enter'], 8).at(-1)).toBe('6281000000014');
  });

  it('reads Arabic-Indic digits and letters of a SKU', () => {
    expect(scan([...'AO-٣٠', 'Enter'], 8).at(-1)).toBe('AO-30');
  });

  it('ignores Shift and other named keys between the symbols', () => {
    expect(scan(['Shift', 'A', 'Shift', 'B', '1', '2', 'Enter'], 8).at(-1)).toBe('AB12');
  });

  it('gives nothing for Enter alone or a few keys, so that buttons stay usable', () => {
    expect(scan(['Enter'], 8)).toEqual([null]);
    expect(scan(['1', '2', '3', 'Enter'], 8).at(-1)).toBeNull();
  });

  it('begins anew after a pause: a hand at the keys is no scanner', () => {
    expect(scan([...'62810', 'Enter'], PAUSE_MS + 1).at(-1)).toBeNull();
  });
});
