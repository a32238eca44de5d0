import { describe, expect, it } from '@jest/globals';
import { tokenOf } from './load-parcel';

describe('the secret of the link', () => {
  const token = 'abcDEF_-0123456789ghij';

  it('is read from a whole address, with or without a last slash', () => {
    expect(tokenOf(`/p/${token}`)).toBe(token);
    expect(tokenOf(`/p/${token}/`)).toBe(token);
  });

  it.each([
    `/p/${token.slice(1)}`,
    `/p/${token}x`,
    `/${token}`,
    '/p/',
    `/p/${token}/logo`,
    '/p/abcDEF%2F0123456789ghij',
  ])('is not guessed from %s', (path) => {
    expect(tokenOf(path)).toBeUndefined();
  });
});
