import { describe, expect, it } from '@jest/globals';
import { weaknessOf } from './strength';

describe('the parts of a password', () => {
  it.each([
    [{ pattern: 'dictionary', dictionaryName: 'passwords-common' }, 'dictionary'],
    [{ pattern: 'dictionary', dictionaryName: 'userInputs' }, 'mine'],
    [{ pattern: 'regex' }, 'date'],
    [{ pattern: 'repeat' }, 'repeat'],
    [{ pattern: 'bruteforce' }, undefined],
  ])('%j are told as %s', (found, weakness) => {
    expect(weaknessOf(found)).toBe(weakness);
  });
});
