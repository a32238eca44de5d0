import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHUNK_BYTES, chunkLength, chunksOf, tidyFileName } from './assets.rules';

describe('the name of a file', () => {
  it.each([
    ['..\\shop\\logo.png', 'logo.png'],
    ['/etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['logo\u202egnp.exe', 'logognp.exe'],
    ['شعار  المتجر.svg', 'شعار المتجر.svg'],
    ['"><img src=x>.png', 'img src=x.png'],
    ['...', 'file'],
    ['\u200b', 'file'],
  ])('%j is shown as %j', (given, shown) => {
    expect(tidyFileName(given)).toBe(shown);
  });

  it('that is long keeps its ending', () => {
    const shown = tidyFileName(`${'x'.repeat(300)}.tiff`);
    expect([...shown].length).toBe(80);
    expect(shown.endsWith('….tiff')).toBe(true);
  });

  it('never holds a path, a line, a quote or anything invisible, and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const shown = tidyFileName(name);
        expect(shown).not.toMatch(/[\\/"<>|:*?\p{Cc}\p{Cf}]/u);
        expect([...shown].length).toBeGreaterThan(0);
        expect([...shown].length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('the parts of a file', () => {
  it('have the length of the whole together, and none is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 1024 * 1024 }), (bytes) => {
        const lengths = Array.from({ length: chunksOf(bytes) }, (_, n) => chunkLength(bytes, n));
        expect(lengths.reduce((sum, each) => sum + each, 0)).toBe(bytes);
        expect(Math.min(...lengths)).toBeGreaterThan(0);
        expect(Math.max(...lengths)).toBeLessThanOrEqual(CHUNK_BYTES);
      }),
    );
  });
});
