import { describe, expect, it } from '@jest/globals';
import { cell } from './account-csv';

describe('a cell of the table', () => {
  it.each([
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+966', `"'+966"`],
    ['-cmd', `"'-cmd"`],
    ['@sum', `"'@sum"`],
    ['\tx', `"'\tx"`],
  ])('never acts: %s', (text, written) => {
    expect(cell(text)).toBe(written);
  });

  it('leaves a negative amount a number, and quotes what it says', () => {
    expect(cell('-1250.50')).toBe('"-1250.50"');
    expect(cell('He said "yes", twice')).toBe('"He said ""yes"", twice"');
  });
});
