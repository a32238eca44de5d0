import { describe, expect, it } from '@jest/globals';
import { MESSAGE_MAX, messageText } from './briefs.contract';

const codesOf = (text: string) => messageText.safeParse(text).error?.issues.map(({ message }) => message);

describe('the text of a message', () => {
  it.each([
    ['Latin', 'a'],
    ['Arabic', 'ش'],
    ['surrogate', '🧴'],
  ])(`takes ${MESSAGE_MAX} %s letters and refuses one more`, (_, letter) => {
    expect(codesOf(letter.repeat(MESSAGE_MAX))).toBeUndefined();
    expect(codesOf(letter.repeat(MESSAGE_MAX + 1))).toEqual(['too_long']);
  });

  it('does not count the space around it, and needs something inside', () => {
    expect(codesOf(` ${'a'.repeat(MESSAGE_MAX)}\n`)).toBeUndefined();
    expect(codesOf(' \n ')).toEqual(['required']);
  });
});
