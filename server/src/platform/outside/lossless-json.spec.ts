import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Digits, parseLossless, writeLossless } from './lossless-json';

describe('JSON without loss', () => {
  it('keeps an odd id of sixteen digits, which a double does not', () => {
    const text = '{"order":{"id":9682729789593493,"amount":99.50}}';
    expect(parseLossless(text)).toEqual({ order: { id: '9682729789593493', amount: '99.50' } });
    expect(JSON.parse(text)).not.toEqual({ order: { id: 9682729789593493n, amount: 99.5 } });
  });

  it('leaves texts with digits, quotes and backslashes alone', () => {
    const value = { 'a "1" \\': ['12', '\\"3', '4\n5'], b: [true, false, null] };
    expect(parseLossless(JSON.stringify(value))).toEqual(value);
  });

  it.each(['', '{', '{"a": 01}', '{"a": 1,}', "{'a': 1}", '1 2'])('refuses %j', (text) => {
    expect(() => parseLossless(text)).toThrow(SyntaxError);
  });

  it('reads every document as JSON.parse does, numbers aside', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const asText = JSON.parse(text, (_name, each: unknown) =>
          typeof each === 'number' ? JSON.stringify(each) : each,
        );
        expect(parseLossless(text)).toEqual(asText);
      }),
    );
  });

  it('writes digits as the number they are', () => {
    const value = {
      id: new Digits('9682729789593493'),
      amount: new Digits('300.10'),
      name: '1',
      none: undefined,
    };
    expect(writeLossless([value])).toBe('[{"id":9682729789593493,"amount":300.10,"name":"1"}]');
  });

  it('writes no number that is none', () => {
    expect(() => new Digits('1e3')).toThrow(TypeError);
  });
});
